"""The village is built once and looked at by many: nothing in these tests is undone."""

import pytest


@pytest.fixture(scope="module")
def village(shelf, django_db_blocker):
    """A database of its own for each file of tests, with the village in it."""
    with django_db_blocker.unblock(), shelf.copy():
        from tests.web.village import Village

        yield Village()


@pytest.fixture
def small_village(books, settings):
    """Two small groups of one's own, to pair phones with and make cards for. Hashing is slow on purpose; here it need not be."""
    from tests.web.entering import a_small_village

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return a_small_village()


@pytest.fixture
def phone(group):
    """The phone of a member of this group."""
    from tests.web.village import browser

    return browser("member")

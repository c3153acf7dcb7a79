"""The village is built once and looked at by many: nothing in these tests is undone."""

import pytest


@pytest.fixture(scope="module")
def village(shelf, django_db_blocker):
    """A database of its own for each file of tests, with the village in it."""
    with django_db_blocker.unblock(), shelf.copy():
        from tests.web.village import Village

        yield Village()

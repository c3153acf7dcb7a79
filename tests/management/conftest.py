"""Fixtures of the tests about copies: a data folder with its keys, and a small group whose books are committed."""

import pytest


@pytest.fixture
def data(settings, tmp_path):
    """A data folder of its own for every test, with the keys that the books are locked with."""
    settings.KWAN_DATA = tmp_path / "data"
    keys = settings.KWAN_DATA / "keys"
    keys.mkdir(parents=True)
    (keys / "seal.key").write_text(settings.SEAL_KEY)
    (keys / "session.key").write_text(settings.SECRET_KEY)
    return settings.KWAN_DATA


@pytest.fixture
def group(books):
    """A group with two members, eight entries, and a treasurer who may sign in."""
    from kwan.people.seats import Place, give_seat
    from tests.journal.hands import NOW, a_saving_group

    book = a_saving_group()
    give_seat("treasurer", "ปลาบึก2565", Place(book, "treasurer"), at=NOW, by="test")
    return book

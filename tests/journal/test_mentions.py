"""Words sealed beside another's entry go with an erasure that names them, and no others do."""

import pytest
from django.db import DatabaseError, connection, transaction

from kwan.journal.models import Seal
from kwan.people.commands import Erase, Mention, erase
from tests.journal.hands import DAY, a_saving_group, breaches, deposit, envelope, write

NAME = "บัวผัน ใจดี"


@pytest.fixture
def noted(db):
    """A group in which the second member's notes name the first."""
    book = a_saving_group()
    return book, [write(book, deposit("ก02", 5000, note=f"{note} {NAME}")) for note in ("ฝากโดย", "ยืมจาก")]


def delete(book, entry):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM kwan_seal WHERE book = %s AND entry = %s", [book, entry])


def test_the_named_words_go_and_the_others_stay(noted):
    book, (first, second) = noted
    erase(book, envelope(Erase(on=DAY, member="ก01", mentions=(Mention(entry=first, field="note"),))))
    assert set(Seal.objects.filter(book=book, field="note").values_list("entry", flat=True)) == {4, second}
    assert breaches() == []


def test_words_that_no_erasure_names_cannot_be_deleted(noted):
    book, (first, second) = noted
    erase(book, envelope(Erase(on=DAY, member="ก01", mentions=(Mention(entry=first, field="note"),))))
    with pytest.raises(DatabaseError, match="append-only"):
        delete(book, second)


def test_an_erasure_that_names_what_comes_after_it_opens_no_door(noted):
    book, (_, last) = noted
    later = last + 2
    erase(book, envelope(Erase(on=DAY, member="ก01", mentions=(Mention(entry=later, field="note"),))))
    assert write(book, deposit("ก02", 100, note="ทีหลัง")) == later
    with pytest.raises(DatabaseError, match="append-only"):
        delete(book, later)
    assert breaches() == []

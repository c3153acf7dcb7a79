from dataclasses import replace

import pytest

from kwan.catalogue import COMMANDS
from kwan.journal.audit import check
from kwan.journal.models import Entry
from kwan.lessons.commands import PinNote, ReleaseReport, Reply
from kwan.lessons.queries import Note, notes, released_upto, replies
from kwan.lessons.queries import Reply as Answered
from tests.journal.hands import DAY, a_book, refused, write

pytestmark = pytest.mark.django_db

COSTS = PinNote(on=DAY, small_group="กลุ่มย่อย 1", sort="problem", text="ต้นทุนสูง ไม่มีเงินหมุน", votes=11)


@pytest.fixture
def book():
    return a_book()


def test_cards_are_read_with_their_words_most_votes_first(book):
    write(book, COSTS)
    write(book, replace(COSTS, text="ขายของไม่ได้", votes=12))
    assert notes(book) == [
        Note(2, DAY, "กลุ่มย่อย 1", "problem", 12, "ขายของไม่ได้"),
        Note(1, DAY, "กลุ่มย่อย 1", "problem", 11, "ต้นทุนสูง ไม่มีเงินหมุน"),
    ]


def test_the_words_of_a_card_are_not_in_its_entry(book):
    write(book, COSTS)
    assert Entry.objects.get(number=1).body == '{"small_group":"กลุ่มย่อย 1","sort":"problem","votes":11}'


def test_a_card_is_known_again_by_its_words():
    # printf '%s' 'ต้นทุนสูง ไม่มีเงินหมุน' | sha256sum
    assert COSTS.natural_key() == "note/กลุ่มย่อย 1/problem/9426f4de7cb4fd00"


def test_the_newest_reply_to_a_claim_stands_and_families_are_told_apart(book):
    write(book, Reply(on=DAY, claim="savings.rose", text="ปีนี้น้ำท่วม"))
    write(book, Reply(on=DAY, claim="savings.rose", text="ปีนี้น้ำท่วมสองครั้ง"))
    write(book, Reply(on=DAY, claim="indicator", about="สมาชิกที่ออม", text="จะจดให้ครบ"))
    assert replies(book) == [
        Answered(2, DAY, "savings.rose", "", "ปีนี้น้ำท่วมสองครั้ง"),
        Answered(3, DAY, "indicator", "สมาชิกที่ออม", "จะจดให้ครบ"),
    ]


def test_nothing_is_released_before_the_group_says_so(book):
    write(book, COSTS)
    assert released_upto(book) is None
    write(book, ReleaseReport(on=DAY, upto=1))
    assert released_upto(book) == 1


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(COSTS, text="  "), "no_text"),
        (replace(COSTS, sort="moon"), "unknown_sort"),
        (replace(COSTS, votes=-1), "unknown_sort"),
        (Reply(on=DAY, claim="savings.rose"), "no_text"),
        (ReleaseReport(on=DAY, upto=0), "no_such_entry"),
        (ReleaseReport(on=DAY, upto=1), "no_such_entry"),
    ],
)
def test_what_cannot_be_is_refused(book, command, code):
    assert refused(book, command) == code


def test_the_audit_finds_nothing(book):
    write(book, COSTS)
    write(book, replace(COSTS, votes=12), corrects=1)
    write(book, Reply(on=DAY, claim="savings.rose", text="ปีนี้น้ำท่วม"))
    write(book, ReleaseReport(on=DAY, upto=2))
    assert list(check(COMMANDS)) == []

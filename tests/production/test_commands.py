from dataclasses import replace

import pytest
from django.db import connection

from kwan.catalogue import COMMANDS
from kwan.journal.audit import check
from kwan.journal.commands import record_all
from kwan.people.commands import Join
from kwan.production.commands import BuyMaterial, DeclareParts, MakeBatch, NoteSupply
from kwan.production.queries import Batch, Purchase, Supply, batch, batches, parts, purchases, supply
from tests.journal.hands import DAY, a_book, envelope, refused, write

pytestmark = pytest.mark.django_db

POTS = MakeBatch(
    on=DAY, lot="L002", product="กระถาง", part="เยื่อ", used=40000, good=18, waste=500, maker="ผ05",
    place="home",
    cap=True, gloves=True, apron=True, clean=True, order="006/64",
)  # fmt: skip
HYACINTH = BuyMaterial(on=DAY, material="ผักตบชวาสด", quantity=12500, unit="กก.", unit_price=309, satang=3863)


@pytest.fixture
def book():
    book = a_book()
    write(book, Join(on=DAY, member="ผ05", name="ยุพิน มณีวรรณ"))
    return book


def test_a_batch_is_read_back_with_each_of_its_checks(book):
    write(book, POTS)
    write(book, replace(POTS, lot="L003", gloves=False, order=None))
    done = {"cap": True, "gloves": True, "apron": True, "clean": True}
    first = Batch("L002", 2, DAY, "กระถาง", "เยื่อ", 40000, 18, 500, "ผ05", "home", done, "006/64")
    second = replace(first, lot="L003", entry=3, checks=done | {"gloves": False}, order=None)
    assert batches(book) == [second, first]
    assert (batch(book, "L002").is_checked, batch(book, "L003").is_checked) == (True, False)


def test_a_purchase_keeps_half_kilograms_and_what_was_really_paid(book):
    write(book, HYACINTH)
    assert purchases(book) == [Purchase(2, DAY, "ผักตบชวาสด", 12500, "กก.", 309, 3863)]


@pytest.mark.parametrize(
    ("unit", "gram"), [("กก.", 12500), ("ขีด", 1250), ("กรัม", 12), ("ตัน", 12500000), ("ม้วน", None)]
)
def test_the_fact_of_a_purchase_weighs_what_is_bought_by_weight(book, unit, gram):
    write(book, replace(HYACINTH, unit=unit))
    with connection.cursor() as cursor:
        cursor.execute("SELECT gram FROM fact_purchase")
        assert cursor.fetchall() == [(gram,)]


def test_parts_are_declared_once_a_material(book):
    write(book, DeclareParts(on=DAY, material="ผักตบชวา", parts=("ใบ", "ก้าน")))
    assert parts(book) == {"ผักตบชวา": ("ใบ", "ก้าน")}
    assert refused(book, DeclareParts(on=DAY, material="ผักตบชวา", parts=("ราก",))) == "parts_known"


def test_a_correction_may_declare_the_parts_anew(book):
    write(book, DeclareParts(on=DAY, material="ผักตบชวา", parts=("ใบ",)))
    write(book, DeclareParts(on=DAY, material="ผักตบชวา", parts=("ใบ", "ราก")), corrects=2)
    assert parts(book) == {"ผักตบชวา": ("ใบ", "ราก")}


def test_scarcity_is_an_event_with_its_day(book):
    write(book, NoteSupply(on=DAY, event="scarce", material="ผักตบชวา"))
    assert supply(book) == [Supply(2, DAY, "scarce", "ผักตบชวา")]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (replace(POTS, maker="ผ99"), "unknown_member"),
        (replace(POTS, place="moon"), "unknown_code"),
        (replace(POTS, waste=40001), "waste_over_used"),
        (replace(POTS, good=-1), "waste_over_used"),
        (replace(HYACINTH, quantity=0), "not_positive"),
        (replace(HYACINTH, satang=-1), "not_positive"),
        (DeclareParts(on=DAY, material="ผักตบชวา"), "no_parts"),
        (DeclareParts(on=DAY, material="ผักตบชวา", parts=("ใบ", "ใบ")), "no_parts"),
        (NoteSupply(on=DAY, event="moon", material="ผักตบชวา"), "unknown_code"),
    ],
)
def test_what_cannot_be_is_refused(book, command, code):
    assert refused(book, command) == code


def test_a_lot_is_made_once_also_within_one_batch_of_entries(book):
    answers = record_all(book, [envelope(POTS, source="brought") for _ in range(2)])
    assert [getattr(one, "code", one) for one in answers] == [2, "lot_known"]


def test_an_unknown_lot_is_not_found(book):
    with pytest.raises(LookupError):
        batch(book, "L999")


def test_the_audit_finds_nothing(book):
    for command in (POTS, HYACINTH, NoteSupply(on=DAY, event="back", material="ผักตบชวา")):
        write(book, command)
    write(book, replace(POTS, good=17), corrects=2)
    assert list(check(COMMANDS)) == []

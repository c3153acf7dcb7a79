"""The register of equipment: bought or given, handed over, counted, and what becomes of it in the end."""

import json
from datetime import date

import pytest

from kwan.fund.commands import (
    BuyEquipment,
    InspectEquipment,
    MoveEquipment,
    ReceiveEquipment,
    ReceiveIntoFund,
    RetireEquipment,
)
from kwan.fund.queries import fund_book, money
from kwan.fund.queries.assets import equipment, register
from kwan.fund.rules.assets import Happened, Piece, stand
from kwan.journal import queries as journal
from kwan.journal.commands import record_all
from kwan.journal.rules import Refusal
from kwan.people.commands import Join
from tests.journal.hands import a_book, breaches, envelope, write

DAY, LATER = date(2022, 2, 5), date(2022, 6, 1)


def a_group(satang=2_000_000):
    book = a_book()
    for member, name in (("ก01", "บัวผัน ใจดี"), ("ก02", "สมพร กว๊านงาม")):
        write(book, Join(on=DAY, member=member, name=name))
    write(book, ReceiveIntoFund(on=DAY, purpose="grant", satang=satang))
    return book


def bought(number="อ1", **more):
    said = {
        "on": DAY,
        "number": number,
        "what": "จักรเย็บผ้า",
        "satang": 450_000,
        "spot": "บ้านบัวผัน",
        "keeper": "ก01",
    }
    return BuyEquipment(**said | more)


def given(number="อ2", **more):
    return ReceiveEquipment(**{"on": DAY, "number": number, "what": "เก้าอี้", "pieces": 20} | more)


def piece(book, number="อ1"):
    return equipment(book, number).piece


def test_what_the_fund_buys_stands_in_the_register_and_in_the_funds_own_book(books):
    book = a_group()
    write(book, bought())
    assert piece(book) == Piece("อ1", "จักรเย็บผ้า", "bought", 450_000, 1, "บ้านบัวผัน", "ก01", None, None, None)
    assert [(line.purpose, line.satang) for line in fund_book(book) if line.direction == "out"] == [
        ("equipment", 450_000)
    ]
    assert journal.balance(book, "purse:fund") == 1_550_000
    assert money(book).kept == money(book).owned == 1_550_000
    assert breaches() == []


def test_what_is_given_in_kind_moves_no_money_and_its_giver_is_sealed(books):
    book = a_group()
    number = write(book, given(giver="ลุงคำ บ้านสันเวียง", giver_kind="person", satang=600_000))
    assert journal.transfers_of(book, number) == []
    assert json.loads(journal.entry(book, number).body) == {
        "number": "อ2", "what": "เก้าอี้", "pieces": 20, "giver_kind": "person", "satang": 600_000,
    }  # fmt: skip
    assert journal.names_in_seals(book, "giver") == {number: "ลุงคำ บ้านสันเวียง"}
    assert (piece(book, "อ2").origin, piece(book, "อ2").pieces) == ("given", 20)
    assert breaches() == []


def test_more_than_the_fund_holds_buys_nothing(db):
    book = a_group(satang=100)
    with pytest.raises(Refusal) as refused:
        write(book, bought())
    assert refused.value.code == "not_enough"
    assert register(book) == []


def test_it_is_handed_over_and_moved_and_the_history_keeps_both(db):
    book = a_group()
    write(book, bought())
    write(book, MoveEquipment(on=LATER, number="อ1", keeper="ก02"))
    write(book, MoveEquipment(on=date(2022, 6, 2), number="อ1", spot="ศาลากลางบ้าน"))
    assert (piece(book).place, piece(book).keeper) == ("ศาลากลางบ้าน", "ก02")
    kept = [(each.place, each.keeper) for each in equipment(book, "อ1").history if each.what == "kept"]
    assert kept == [("บ้านบัวผัน", "ก01"), (None, "ก02"), ("ศาลากลางบ้าน", None)]


def test_what_is_sold_brings_its_price_into_the_fund(books):
    book = a_group()
    write(book, bought())
    write(book, RetireEquipment(on=LATER, number="อ1", how="sold", satang=90_000))
    assert piece(book).is_gone
    assert journal.balance(book, "purse:fund") == 1_640_000
    assert money(book).kept == money(book).owned == 1_640_000
    assert breaches() == []


def test_a_count_that_finds_fewer_says_how_many_and_accuses_nobody(db):
    book = a_group()
    write(book, given())
    write(book, InspectEquipment(on=LATER, number="อ2", pieces=18, note="อาจอยู่ที่วัด"))
    assert (piece(book, "อ2").differs, piece(book, "อ2").state, piece(book, "อ2").seen_on) == (
        -2,
        "good",
        LATER,
    )
    write(book, RetireEquipment(on=date(2022, 6, 3), number="อ2", how="not_found", pieces=2))
    assert (piece(book, "อ2").pieces, piece(book, "อ2").differs) == (18, 0)
    write(book, RetireEquipment(on=date(2022, 6, 4), number="อ2", how="broken", pieces=3))
    assert (piece(book, "อ2").pieces, piece(book, "อ2").differs) == (15, 0)


def test_a_register_entry_that_was_wrong_is_corrected(books):
    book = a_group()
    number = write(book, bought(satang=540_000))
    write(book, bought(), corrects=number)
    assert (piece(book).satang, journal.balance(book, "purse:fund")) == (450_000, 1_550_000)
    assert breaches() == []


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (bought("อ9", satang=0), "not_positive"),
        (bought("อ9", kept="tin"), "unknown_keeping"),
        (bought("อ9", keeper="ก99"), "unknown_member"),
        (bought("อ9", pieces=0), "no_pieces"),
        (bought(" "), "nothing_named"),
        (bought("อ2"), "number_taken"),
        (given("อ9", satang=0), "not_positive"),
        (given("อ9", giver_kind="king"), "unknown_giver"),
        (MoveEquipment(on=LATER, number="อ2"), "nothing_changed"),
        (MoveEquipment(on=LATER, number="อ7", spot="ก"), "no_equipment"),
        (MoveEquipment(on=LATER, number="อ2", keeper="ก99"), "unknown_member"),
        (RetireEquipment(on=LATER, number="อ2", how="eaten"), "unknown_way"),
        (RetireEquipment(on=LATER, number="อ2", how="broken", pieces=21), "pieces_left"),
        (RetireEquipment(on=LATER, number="อ2", how="broken", pieces=0), "pieces_left"),
        (RetireEquipment(on=LATER, number="อ2", how="sold"), "price_when_sold"),
        (RetireEquipment(on=LATER, number="อ2", how="broken", satang=100), "price_when_sold"),
        (RetireEquipment(on=LATER, number="อ2", how="sold", satang=0), "not_positive"),
        (InspectEquipment(on=LATER, number="อ2", pieces=1, state="shiny"), "unknown_state"),
        (InspectEquipment(on=LATER, number="อ2", pieces=-1), "unknown_state"),
    ],
)
def test_what_cannot_be_is_refused(db, wrong, code):
    book = a_group()
    write(book, given())
    with pytest.raises(Refusal) as refused:
        write(book, wrong)
    assert refused.value.code == code


def test_what_was_seen_before_pieces_went_is_counted_again_less_them():
    history = (
        Happened(1, DAY, "given", 10),
        Happened(2, DAY, "seen", 8, code="good"),
        Happened(3, LATER, "gone", 5, code="broken"),
    )
    assert stand("อ1", "เก้าอี้", history).differs == 0


def test_a_batch_knows_what_came_earlier_in_it(books):
    book = a_group()
    commands = [given(), RetireEquipment(on=LATER, number="อ2", how="broken", pieces=15)]
    commands += [
        InspectEquipment(on=LATER, number="อ2", pieces=5),
        RetireEquipment(on=LATER, number="อ2", how="broken", pieces=6),
    ]
    answers = record_all(book, [envelope(command) for command in commands])
    assert [getattr(answer, "code", "") for answer in answers] == ["", "", "", "pieces_left"]
    assert piece(book, "อ2").pieces == 5
    assert breaches() == []

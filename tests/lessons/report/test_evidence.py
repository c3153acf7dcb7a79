from dataclasses import replace
from datetime import date

import pytest

from kwan.catalogue import COMMANDS
from kwan.journal.queries import head
from kwan.lessons.report.entry_words import KINDS, SEALED_KINDS, entry_words
from kwan.lessons.report.evidence import EvidenceRow, rounds, rows
from kwan.lessons.rules import Name
from kwan.programme.measures import Reading, definitions
from tests.lessons.report.hands import a_claim, happier, judged, saved, six_who_answered
from tests.programme.a_year import a_year

pytestmark = pytest.mark.django_db


def everything_kept(book):
    """An open claim that rests on every entry of the year but the one that was corrected."""
    claim = saved(book)
    entries = (entry for entry in range(1, head(book).last_entry + 1) if entry != 32)
    rows = tuple((book, entry, 0, None, 1) for entry in entries)
    return replace(claim, readings={"savings.balance": Reading(definitions()["savings.balance"], rows)})


def test_every_kind_of_entry_has_words_or_is_sealed():
    told = {kind for kind in COMMANDS if kind in KINDS or kind in SEALED_KINDS}
    assert told == set(COMMANDS)
    assert set(KINDS) & SEALED_KINDS == set()


def test_a_claim_on_savings_opens_its_deposits_in_the_order_they_were_written():
    book = a_year()
    assert rows(saved(book), "en") == [
        EvidenceRow(book, 8, date(2021, 7, 5), "Saved", "100 baht"),
        EvidenceRow(book, 9, date(2021, 8, 5), "Saved", "50 baht"),
        EvidenceRow(book, 10, date(2021, 8, 20), "Savings taken out", "30 baht"),
        EvidenceRow(book, 11, date(2021, 8, 5), "Saved", "20 baht"),
        EvidenceRow(book, 12, date(2021, 9, 1), "Savings taken out", "20 baht"),
        EvidenceRow(book, 13, date(2021, 7, 5), "Saved", "40 baht"),
    ]


def test_each_kind_says_what_it_is_and_what_it_comes_to_in_thai():
    told = {row.entry: (row.what, row.amount_text) for row in rows(everything_kept(a_year()), "th")}
    wanted = (1, 5, 6, 14, 24, 26, 29, 31, 33, 34, 35, 37, 40, 41, 44, 47, 49, 51, 52)
    assert {entry: told[entry] for entry in wanted} == {
        1: ("สมาชิกเข้าใหม่", ""),
        5: ("สมาชิกออกจากกลุ่ม", ""),
        6: ("รับตำแหน่งประธาน", ""),
        14: ("รายได้จากกลุ่มของเดือนนี้", "450 บาท"),
        24: ("ลูกค้าใหม่ · โรงพยาบาล", ""),
        26: ("ใบสั่งซื้อ 001/64", "830 บาท"),
        29: ("ส่งของตามใบสั่งซื้อ 001/64", ""),
        31: ("รับเงินตามใบสั่งซื้อ 002/64", "200 บาท"),
        33: ("ใบสั่งซื้อ 004/64", "200 บาท"),
        34: ("บอกส่วนของผักตบชวา", "3 ส่วน"),
        35: ("ซื้อวัตถุดิบ · ผักตบชวา", "1,800 บาท"),
        37: ("รอบผลิต L001 · ปุ๋ยหมัก", "1 ชิ้น · 20 กก."),
        40: ("วัตถุดิบหายาก · ผักตบชวา", ""),
        41: ("กองทุนรับเงิน · เงินสมทบ", "20,000 บาท"),
        44: ("กองทุนจ่ายเงิน · อุปกรณ์", "4,000 บาท"),
        47: ("กิจกรรม · ลายสาน", "5 คน"),
        49: ("บัตรคำของ กลุ่มย่อย 1 · ปัญหา", ""),
        51: ("ตัวชี้วัด · สมาชิกที่ออม", ""),
        52: ("เหตุการณ์ · ปิดเมือง", ""),
    }


def test_answers_and_debts_are_never_opened_not_even_by_a_claim_that_counts_every_entry():
    opened = {row.entry for row in rows(everything_kept(a_year()), "th")}
    answers, debts, corrected = set(range(17, 24)), {45, 46}, {32}
    assert opened == set(range(1, 53)) - answers - debts - corrected


def test_no_row_names_a_member_or_a_buyer():
    told = " ".join(f"{row.what} {row.amount_text}" for row in rows(everything_kept(a_year()), "th"))
    people = ("ก01", "ก02", "บัวผัน", "สมพร", "รพ.พะเยา", "ร้านริมกว๊าน")
    assert [name for name in people if name in told] == []


def test_only_the_latest_rows_are_told_when_there_are_many():
    found = rows(everything_kept(a_year()), "en", most=3)
    assert [row.entry for row in found] == [50, 51, 52]


def test_of_a_sealed_claim_only_whole_rounds_are_told_and_small_ones_without_their_number():
    book = six_who_answered()
    instrument = "happiness from 0 to 10"
    assert rows(happier(book), "en") == [
        EvidenceRow(book, None, date(2021, 7, 4), f"Before · {instrument}", "6 answered"),
        EvidenceRow(book, None, date(2021, 11, 7), f"During · {instrument}", "fewer than five answered"),
        EvidenceRow(book, None, date(2022, 2, 6), f"After · {instrument}", "6 answered"),
    ]


def test_a_sealed_claim_on_debts_tells_no_row_at_all():
    book = a_year()
    debts = judged(book, saved(book).finding, "debts.count", claim=a_claim("debts.managed", sealed=True))
    assert rows(debts, "th") == []


def test_a_round_holds_its_entries_only_from_five_people_on():
    book = six_who_answered()
    assert [(one.number, one.people, len(one.entries)) for one in rounds(book)] == [
        (0, 6, 6),
        (1, None, 0),
        (2, 6, 6),
    ]


def test_rounds_are_those_of_the_entry_that_the_report_is_bound_to():
    book = six_who_answered()
    assert [(one.number, one.people) for one in rounds(book, upto=11)] == [(0, 5)]


def test_a_kind_without_words_is_told_by_its_own_name_and_a_missing_field_by_a_dash():
    assert entry_words("new.kind", "{}") == (Name("new.kind", "new.kind"), Name("", ""))
    what, amount = entry_words("market.order_delivered", "{}")
    assert (what.th, what.en, amount.th) == ("ส่งของตามใบสั่งซื้อ –", "Order – delivered", "")

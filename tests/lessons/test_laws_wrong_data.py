"""Books that tell of bad times, of few people, of one month or of nothing: a true sentence or a refusal, never a good one.

And with dignity: who wrote down what went wrong does not look worse than who wrote down nothing.
"""

from datetime import date
from uuid import uuid4

import pytest

from kwan.fund.commands import Deposit, NotePay, Withdrawal
from kwan.journal.commands import record_all
from kwan.journal.queries import head
from kwan.journal.rules import Refusal
from kwan.lessons.claims import judge_all
from kwan.lessons.commands import PinNote
from kwan.lessons.report.build import FRONT, for_group
from kwan.lessons.rules import plain
from kwan.market.commands import AddBuyer, OrderLine, PlaceOrder
from kwan.people.commands import Join
from kwan.production.commands import BuyMaterial, MakeBatch
from kwan.programme.commands import HoldActivity, SetIndicator
from kwan.programme.rules import KINDS
from kwan.wellbeing.commands import Answer
from tests.journal.hands import a_book, envelope

pytestmark = pytest.mark.django_db

GROUP = "กลุ่มที่ลำบาก"
START = date(2021, 1, 4)
# What each claim says when it is borne out. In these books none of it is so.
GOOD_NEWS = {
    "savings.rose", "income.rose", "market.orders_rose", "market.agencies_buy", "market.regular_buyers", "wellbeing.most_happier",
    "production.clean_place", "production.every_batch_checked", "production.every_part_used", "production.to_order",
    "programme.indicators_reached", "programme.taught_on", "programme.adaptations", "members.districts_grew", "people.handover",
    "fund.welfare", "fund.raised_for_materials", "fund.equipment_bought", "fund.debts_managed", "market.ways_tried",
}  # fmt: skip
RANK = {"supported": 2, "partly": 1, "not_supported": 0, "not_enough_data": 0}


def on(month, day=5):
    return date(2021 + (month - 1) // 12, (month - 1) % 12 + 1, day)


def people(count):
    return [Join(on=START, member=f"ม{n}", district=5601) for n in range(count)]


def rounds(*scores, numbers=(0, 2)):
    return [
        Answer(on=on(1 + 3 * number, 8), member=f"ม{n}", round=number, score=both[place])
        for place, number in enumerate(numbers)
        for n, both in enumerate(scores)
    ]


def orders(*by_month):
    return [
        AddBuyer(on=START, buyer="ลูกค้าทั่วไป", channel="retail"),
        *(
            PlaceOrder(on=on(month, 1 + n), number=f"{month}/{n}", buyer="ลูกค้าทั่วไป",
                       items=(OrderLine(product="ตะกร้า", quantity=1, unit_price=10000),))
            for month, count in enumerate(by_month, 1)
            for n in range(count)
        ),
    ]  # fmt: skip


def batches(*checked):
    return [
        MakeBatch(on=on(1 + n % 8), lot=f"L{n}", product="ตะกร้า", part="ก้าน", used=1000, good=1, maker="ม0",
                  cap=all_done, gloves=all_done, apron=all_done, clean=all_done)
        for n, all_done in enumerate(checked)
    ]  # fmt: skip


def pay(*by_month, members=5):
    return [
        NotePay(on=on(month, 1), member=f"ม{n}", satang=satang)
        for month, satang in enumerate(by_month, 1)
        for n in range(members)
    ]


def savings_that_fall():
    return [
        Deposit(on=on(1), member="ม0", satang=100000),
        *(Withdrawal(on=on(m), member="ม0", satang=9000) for m in range(2, 9)),
    ]


def bought(months):
    return [
        BuyMaterial(on=on(m, 2), material="ผักตบชวา", quantity=1000, unit="กก.", unit_price=300, satang=300)
        for m in range(1, months + 1)
    ]


INDICATORS = [
    SetIndicator(on=START, objective="อ", name=f"ตัวชี้วัด {code}", unit={"percent": "ร้อยละ", "count": "แห่ง"}.get(kind.how, "บาท"),
                 baseline=100, target=99999900, measure=kind.measure)
    for code, kind in KINDS.items()
]  # fmt: skip
A_BAD_YEAR = [
    *people(6), *savings_that_fall(), *pay(90000, 80000, 70000, 60000, 50000, 40000, 30000, 20000), *bought(8),
    *orders(9, 8, 7, 6, 5, 4, 3, 2), *batches(*[False] * 8), *rounds(*[(7, 4)] * 6), *INDICATORS,
]  # fmt: skip
THREE = [
    *people(3),
    *pay(*[10000] * 8, members=3),
    *batches(*[True, False]),
    *rounds(*[(2, 9)] * 3),
    *INDICATORS,
]
NO_ROUND_BEFORE = [*people(6), *rounds(*[(9,)] * 6, numbers=(2,))]
NO_ROUND_AFTER = [*people(6), *rounds(*[(9,)] * 6, numbers=(0,))]
ONE_MONTH = [
    *people(6),
    Deposit(on=on(1), member="ม0", satang=100000),
    *pay(50000),
    *orders(5),
    *bought(1),
    *rounds(*[(5,)] * 6, numbers=(0,)),
]
WORKSHOP_ONLY = [
    HoldActivity(on=on(9), topic="ประชุมสรุปบทเรียน", theme="สรุปบทเรียน", others=12),
    PinNote(on=on(9), small_group="กลุ่มย่อย 1", sort="success", text="เงินออมเพิ่มขึ้นทุกคน มีความสุขมากขึ้น", votes=9),
    PinNote(on=on(9), small_group="กลุ่มใหญ่", sort="knowledge", text="คำสั่งซื้อเพิ่มขึ้น ใช้ครบทุกส่วน สวมหมวกทุกครั้ง", votes=9),
]  # fmt: skip
BOOKS = {
    "a bad year": A_BAD_YEAR, "three people": THREE, "no round before": NO_ROUND_BEFORE, "no round after": NO_ROUND_AFTER,
    "one month": ONE_MONTH, "an empty book": [], "a workshop and nothing else": WORKSHOP_ONLY,
}  # fmt: skip


def claims_of(commands):
    book = a_book(f"{GROUP} {uuid4()}")
    written = record_all(book, [envelope(command, source="brought") for command in commands])
    assert [answer for answer in written if isinstance(answer, Refusal)] == []
    return judge_all(book, GROUP, head(book).last_entry), book


@pytest.mark.parametrize("what", BOOKS)
def test_no_good_news_from_books_without_any(what):
    claims, _ = claims_of(BOOKS[what])
    assert [
        (claim.id, claim.claim.about)
        for claim in claims
        if claim.id in GOOD_NEWS and claim.verdict == "supported"
    ] == []


def test_a_bad_year_is_told_as_plainly_as_a_good_one():
    claims, _ = claims_of(A_BAD_YEAR)
    told = {claim.id: (claim.verdict, plain(claim.finding.th)) for claim in claims if not claim.claim.about}
    wanted = {
        "savings.rose": ("not_supported", "เงินออมของสมาชิกลดลงจาก 1,000 บาทเมื่อสิ้นเดือนมกราคม 2564 เป็น 370 บาทเมื่อสิ้นเดือนสิงหาคม 2564"),
        "income.rose": ("not_supported", "รายได้ที่สมาชิกได้จากกลุ่มรวมกันลดลงจาก 4,500 บาทในเดือนมกราคม 2564 เป็น 1,000 บาทในเดือนสิงหาคม 2564"),
        "wellbeing.most_happier": ("not_supported", "ในผู้ตอบครบทั้งรอบแรกและรอบสุดท้าย 6 คน คะแนนความสุขโดยรวมไม่ได้เพิ่มขึ้น"),
        "production.every_batch_checked": ("not_enough_data", "สมุดมีการผลิต 8 รอบ แต่ยังไม่มีบันทึกการตรวจก่อนผลิต"),
    }  # fmt: skip
    assert {id_: told[id_] for id_ in wanted} == wanted
    assert told["market.orders_rose"][0] == "not_supported"
    assert "ลดลง" in told["market.orders_rose"][1]


def test_no_indicator_of_a_bad_year_is_reached():
    claims, _ = claims_of(A_BAD_YEAR)
    verdicts = {
        claim.claim.about: claim.verdict for claim in claims if claim.id == "programme.indicators_reached"
    }
    assert len(verdicts) == len(KINDS)
    assert {verdict for verdict in verdicts.values() if verdict == "supported"} == set()


def test_an_empty_book_bears_nothing_out():
    claims, book = claims_of([])
    assert {claim.id: claim.verdict for claim in claims if claim.verdict != "not_enough_data"} == {}
    assert (
        for_group(book).sections[0].blocks[-1].en[0].text
        == "The books do not hold enough yet to sum anything up."
    )


def test_a_workshop_alone_bears_out_that_it_was_held_and_nothing_that_was_said_at_it():
    claims, _ = claims_of(WORKSHOP_ONLY)
    assert {claim.id for claim in claims if claim.verdict in ("supported", "partly")} == {
        "records.kept", "lessons.meeting", "lessons.participants", "lessons.process",
    }  # fmt: skip


def test_of_three_people_no_answer_is_told_and_no_number_of_answers():
    claims, _ = claims_of(THREE)
    [happier] = [claim for claim in claims if claim.id == "wellbeing.most_happier"]
    assert happier.verdict == "not_enough_data"
    assert not any(letter.isdigit() for letter in plain(happier.finding.th) + plain(happier.finding.en))


# -- dignity ---------------------------------------------------------------------------------------------


def checked(*done):
    claims, book = claims_of([*people(5), *batches(*done)])
    return {claim.id: claim for claim in claims}, book


@pytest.mark.parametrize("claim", ["production.every_batch_checked", "production.clean_place"])
def test_forty_seven_clean_batches_of_fifty_six_do_not_rank_below_none_written_down(claim):
    honest, _ = checked(*[True] * 47, *[False] * 9)
    silent, _ = checked(*[False] * 56)
    assert RANK[honest[claim].verdict] > RANK[silent[claim].verdict]


def test_who_wrote_checks_down_stands_on_the_front_page_and_who_did_not_does_not():
    _, honest = checked(*[True] * 47, *[False] * 9)
    on_front = {block.claim.id for block in for_group(honest).sections[0].blocks if hasattr(block, "claim")}
    assert "production.every_batch_checked" in on_front & set(FRONT)


def test_what_is_missing_is_a_box_not_a_fault():
    honest, _ = checked(*[True] * 47, *[False] * 9)
    claim = honest["production.every_batch_checked"]
    assert plain(claim.finding.th) == "กลุ่มจดการตรวจก่อนผลิตไว้ และตรวจครบทั้ง 4 ข้อ 47 จาก 56 รอบ"
    assert plain(claim.finding.why_en) == "In 9 batches a box is empty, so “every time” is not said."

"""What a report says of loans: sums of five borrowers or more, and below that one sentence whatever stands in them."""

from datetime import date
from uuid import uuid4

import pytest

from kwan.fund import commands as fund
from kwan.journal.queries import head
from kwan.lessons.claims.agreement import gaps
from kwan.lessons.claims.judging import Books, judge
from kwan.lessons.claims.loans import claims
from kwan.lessons.report import shown
from kwan.lessons.rules import plain
from kwan.people.commands import Join
from tests.fund.cycling import FIRST, lend, repay, save
from tests.journal.hands import a_book, write
from tests.lessons.hand_made import told

pytestmark = pytest.mark.django_db
PAID_OUT = date(2022, 2, 1)  # the first of five instalments of 1,000 and 50 baht is due on 1 March
BORROWER = "ก{:02d}"


def a_group(borrowers, each=500_000, savings=10_000_000, on=PAID_OUT):
    """Eight members; the first has saved 100,000 baht; so many of them borrow 5,000 each."""
    book = a_book(f"กลุ่มทดสอบ {uuid4()}")
    for number in range(1, 9):
        write(book, Join(on=date(2021, 12, 1), member=BORROWER.format(number), name=f"คนที่ {number}"))
    save(book, "ก01", savings, FIRST)
    for number in range(1, borrowers + 1):
        lend(book, BORROWER.format(number), f"{number}/2565", each, on)
    return book


def pay(book, borrower, on, principal=100_000, interest=5_000):
    repay(book, BORROWER.format(borrower), f"{borrower}/2565", on, principal=principal, interest=interest)


def settle(book, *borrowers, on=date(2022, 2, 20)):
    for borrower in borrowers:
        pay(book, borrower, on, 500_000, 25_000)


def as_of(book, on):
    """Something else happens, and that day is the last in the book."""
    save(book, "ก08", 100, on)


def answers(book):
    books = Books(book, "กลุ่มทดสอบ", head(book).last_entry)
    found = {claim.id: claim for claim in claims(books)}
    return {id_: judge(claim, books, gaps(books)) for id_, claim in found.items()}


def answer(book, id_):
    return answers(book)[id_]


def in_english(judged):
    return judged.verdict, plain(judged.finding.en)


TOO_FEW = "เงินกู้เป็นเรื่องของสมาชิกแต่ละคน สมุดของกลุ่มทดสอบจะพูดถึงเมื่อมีผู้กู้ตั้งแต่ห้าคนขึ้นไป จึงไม่บอกว่า"


def test_a_group_that_never_lent_is_asked_nothing_of_it():
    assert answers(a_group(0)) == {}


def test_five_borrowers_are_told_in_sums():
    book = a_group(5)
    pay(book, 1, date(2022, 2, 20))
    assert told(answer(book, "loans.lent")) == (
        "supported",
        "กลุ่มทดสอบให้สมาชิกกู้ไปแล้ว 5 สัญญา รวม 25,000 บาท ยังไม่ได้รับคืน 24,000 บาท",
        "",
    )
    assert in_english(answer(book, "loans.lent")) == (
        "supported",
        "กลุ่มทดสอบ has lent its members 25,000 baht in all (loans: 5); 24,000 baht are still out.",
    )
    assert told(answer(book, "loans.use")) == (
        "supported",
        "เมื่อวันที่ 20 กุมภาพันธ์ 2565 เงินของกองออมทรัพย์ออกไปเป็นเงินกู้ 24,000 บาท อยู่ในกล่องและธนาคาร 76,050 บาท คือให้กู้อยู่ร้อยละ 24",
        "",
    )
    assert told(answer(book, "loans.at_risk")) == (
        "supported",
        "เมื่อวันที่ 20 กุมภาพันธ์ 2565 เงินกู้ที่ยังไม่ได้รับคืนไม่มีงวดใดเลยกำหนด",
        "",
    )


@pytest.mark.parametrize("borrowers", [1, 4])
def test_fewer_than_five_borrowers_read_the_same_whatever_stands_in_their_loans(borrowers):
    quiet, late = a_group(borrowers), a_group(borrowers, each=700_000)
    as_of(quiet, date(2022, 2, 20))
    as_of(late, date(2022, 7, 20))
    first, second = answers(quiet), answers(late)
    assert {id_: told(one) for id_, one in first.items()} == {id_: told(one) for id_, one in second.items()}
    assert {id_: told(one)[:2] for id_, one in first.items()} == {
        "loans.lent": ("not_enough_data", f"{TOO_FEW}ให้กู้ไปเท่าใด"),
        "loans.use": ("not_enough_data", f"{TOO_FEW}เงินออมออกไปเป็นเงินกู้เท่าใด"),
        "loans.at_risk": ("not_enough_data", f"{TOO_FEW}เงินกู้ที่เลยกำหนดมีเท่าใด"),
    }
    assert [(dict(one.readings), dict(one.finding.statistics)) for one in second.values()] == [({}, {})] * 3


def test_one_borrower_of_many_loans_is_one():
    book = a_group(1)
    for number in range(2, 8):
        lend(book, "ก01", f"{number}/2565", 100_000)
    assert {one.verdict for one in answers(book).values()} == {"not_enough_data"}


def test_what_few_still_owe_is_not_told_nor_can_it_be_subtracted():
    book = a_group(6)
    settle(book, 1, 2)
    lent = answer(book, "loans.lent")
    assert told(lent) == (
        "partly",
        "กลุ่มทดสอบให้สมาชิกกู้ไปแล้ว 6 สัญญา รวม 30,000 บาท",
        "ผู้ที่ยังผ่อนอยู่มีน้อยกว่าห้าคน จึงไม่บอกว่ายังไม่ได้รับคืนเท่าใด",
    )
    assert sorted(shown.measures(lent)) == ["loans.count", "loans.paid_out"]
    assert {answer(book, id_).verdict for id_ in ("loans.use", "loans.at_risk")} == {"not_enough_data"}


def test_when_all_is_repaid_nothing_is_out():
    book = a_group(5)
    settle(book, 1, 2, 3, 4, 5)
    assert {id_: in_english(one) for id_, one in answers(book).items()} == {
        "loans.lent": (
            "supported",
            "กลุ่มทดสอบ has lent its members 25,000 baht in all (loans: 5); nothing is out now.",
        )
    }


def behind(book):
    return told(answer(book, "loans.at_risk"))


def test_the_whole_balance_of_a_loan_that_is_late_counts_from_the_day_after():
    book = a_group(5)
    for borrower in (1, 2, 3, 4):
        pay(book, borrower, date(2022, 2, 20))
    as_of(book, date(2022, 3, 1))
    assert "ไม่มีงวดใดเลยกำหนด" in behind(book)[1]
    as_of(book, date(2022, 3, 2))
    assert behind(book) == (
        "supported",
        "เมื่อวันที่ 2 มีนาคม 2565 เงินกู้ที่ยังไม่ได้รับคืนร้อยละ 24 อยู่ในสัญญาที่มีงวดเลยกำหนดหรือได้ผ่อนผันกำหนด "
        "และร้อยละ 0 อยู่ในสัญญาที่เลยเกินสามสิบวันหรือได้ผ่อนผัน",
        "",
    )


def shares(book):
    return [int(row[1].value) for row in answer(book, "loans.at_risk").finding.table]


@pytest.mark.parametrize(
    ("on", "wanted"),
    [
        (date(2022, 3, 31), [24, 0, 0, 0]),
        (date(2022, 4, 1), [24, 24, 0, 0]),
        (date(2022, 4, 30), [90, 24, 0, 0]),
        (date(2022, 5, 1), [90, 24, 24, 0]),
        (date(2022, 5, 31), [90, 90, 24, 24]),
    ],
)
def test_thirty_sixty_and_ninety_days_begin_on_the_day_after(on, wanted):
    book = a_group(5)
    for borrower in (1, 2, 3, 4):
        pay(book, borrower, date(2022, 2, 20))
    as_of(book, on)
    assert shares(book) == wanted


def test_that_all_are_behind_is_told_as_ninety_or_more_so_that_it_is_told_of_nobody():
    book = a_group(5)
    as_of(book, date(2022, 7, 20))
    assert in_english(answer(book, "loans.at_risk")) == (
        "supported",
        "On 20 July 2022, 90 percent or more of what is lent was in loans with an instalment late or a schedule eased, "
        "and 90 percent or more in loans more than thirty days late or eased.",
    )
    assert shares(book) == [90, 90, 90, 90]


def test_of_anything_at_risk_at_least_one_percent_is_told():
    book = a_group(4, each=2_000_000)
    lend(book, "ก05", "5/2565", 1_000)
    for borrower in (1, 2, 3, 4):
        pay(book, borrower, date(2022, 2, 20), 400_000, 20_000)
    as_of(book, date(2022, 3, 5))
    assert shares(book)[0] == 1


def eased(book, borrower, on):
    rows = tuple(fund.Instalment(date(2022, month, 1), 250_000, 5_000) for month in (9, 10))
    write(
        book,
        fund.RescheduleLoan(
            on=on, number=f"{borrower}/2565", member=BORROWER.format(borrower), meeting=on, rows=rows, cause="hardship"
        ),
    )  # fmt: skip


def test_a_loan_that_was_eased_stays_at_risk_though_nothing_of_it_is_late():
    book = a_group(5)
    eased(book, 5, date(2022, 2, 10))
    as_of(book, date(2022, 2, 20))
    assert shares(book) == [20, 20, 20, 20]


def test_writing_down_who_is_late_is_as_well_borne_out_as_that_nobody_is():
    honest, punctual = a_group(5), a_group(5)
    as_of(honest, date(2022, 7, 20))
    as_of(punctual, date(2022, 2, 20))
    assert answer(honest, "loans.at_risk").verdict == answer(punctual, "loans.at_risk").verdict == "supported"


def test_a_later_entry_says_nothing_in_an_earlier_edition():
    book = a_group(5)
    upto = head(book).last_entry
    before = {id_: told(one) for id_, one in answers(book).items()}
    settle(book, 1, 2, on=PAID_OUT)
    books = Books(book, "กลุ่มทดสอบ", upto)
    assert {claim.id: told(judge(claim, books)) for claim in claims(books)} == before


def test_no_step_of_a_loan_is_evidence_that_opens():
    book = a_group(5)
    for judged in answers(book).values():
        assert judged.claim.sealed
        assert shown.evidence(judged) == ()


def lent_by_the_fund(book, borrower):
    write(book, fund.ReceiveIntoFund(on=FIRST, purpose="grant", satang=5_000_000))
    who = {"number": f"{borrower}/2565", "member": BORROWER.format(borrower)}
    write(book, fund.RequestLoan(on=PAID_OUT, principal=500_000, rate=1200, method="flat", periods=5, **who))
    write(book, fund.ApproveLoan(on=PAID_OUT, meeting=PAID_OUT, **who))
    write(book, fund.paying_out(book, who["number"], PAID_OUT, "fund"))


@pytest.mark.parametrize("of_savings", [4, 5], ids=["four of the savings", "one of another fund"])
def test_what_few_owe_to_one_of_two_funds_cannot_be_subtracted(of_savings):
    book = a_group(of_savings)
    lent_by_the_fund(book, of_savings + 1)
    assert {id_: one.verdict for id_, one in answers(book).items()} == {
        "loans.lent": "supported",
        "loans.use": "not_enough_data",
        "loans.at_risk": "supported",
    }

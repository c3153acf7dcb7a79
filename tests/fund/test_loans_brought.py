"""Loans of older books: a whole notebook in one go, and what it left out."""

from datetime import date

import pytest

from kwan.catalogue import COMMANDS
from kwan.fund import commands as fund
from kwan.fund import queries
from kwan.journal.audit import check
from kwan.journal.commands import correcting, record_all, record_sheet
from kwan.journal.queries import balances
from kwan.journal.rules import Refusal
from kwan.people.commands import Join
from kwan.programme import measures
from tests.fund.lending import (
    FEBRUARY,
    JANUARY,
    LOAN,
    a_lending_group,
    a_loan,
    approve,
    of_month,
    repay,
    request,
    rows,
)
from tests.journal.hands import a_book, breaches, envelope, write

pytestmark = pytest.mark.django_db

PAY_OUT = fund.PayOutLoan(
    on=FEBRUARY, number=LOAN, member="ก01", purse="savings", rows=rows((3, 250000, 10000), (4, 250000, 10000))
)


def bring(book, *commands):
    return record_all(book, [envelope(command, source="brought") for command in commands])


def members(*references):
    return [Join(on=JANUARY, member=reference, name="สมาชิก") for reference in references]


def test_a_whole_notebook_comes_in_one_batch_and_no_loan_stumbles_over_the_lines_before():
    book = a_book()
    answers = bring(
        book, *members("ก01", "ก02"), request(rate=1600, periods=2), approve(), PAY_OUT,
        repay(of_month(3), 250000, 10000), repay(of_month(4), 250000, 10000),
    )  # fmt: skip
    assert answers == [1, 2, 3, 4, 5, 6, 7]
    assert queries.loan(book, LOAN).state == "closed"
    assert balances(book) == {
        "purse:savings": 520000, f"loan:{LOAN}": 0, "not-in-the-books": -500000, "hands": -20000,
    }  # fmt: skip
    assert breaches() == []


def test_what_a_notebook_says_against_itself_is_refused_line_by_line_and_the_rest_comes_in():
    book = a_book()
    answers = bring(
        book, *members("ก01", "ก02"), request(), approve(), approve(), PAY_OUT,
        repay(of_month(3), 400000), repay(of_month(4), 100001), repay(of_month(4), 100000),
    )  # fmt: skip
    assert [a.code if isinstance(a, Refusal) else a for a in answers] == [
        1,
        2,
        3,
        4,
        "not_now",
        5,
        6,
        "more_than_left",
        7,
    ]
    assert breaches() == []


def test_a_loan_that_is_half_repaid_is_brought_as_it_stands():
    book = a_lending_group()
    left = request(principal=250000, periods=2)
    rest = fund.PayOutLoan(
        on=FEBRUARY, number=LOAN, member="ก01", purse="savings", rows=rows((3, 250000, 2500))
    )
    bring(book, left, approve(), rest)
    assert (queries.loan(book, LOAN).balance, balances(book)["purse:savings"]) == (250000, 750000)


def test_a_savings_day_takes_several_repayments_of_one_loan_or_none():
    book = a_loan()
    day = [repay(of_month(3), 300000, 5000), repay(of_month(3), 200001)]
    with pytest.raises(Refusal, match="2,000 baht of the principal are left"):
        record_sheet(book, [envelope(command) for command in day])
    assert queries.loan(book, LOAN).balance == 500000
    record_sheet(book, [envelope(command) for command in (day[0], repay(of_month(3), 200000))])
    assert (queries.loan(book, LOAN).balance, breaches()) == (0, [])


def test_a_correction_in_a_batch_is_seen_by_the_next_line():
    book = a_loan()
    wrong = write(book, repay(of_month(3), 400000))
    right = correcting(envelope(repay(of_month(3), 100000)), wrong)
    record_sheet(book, [right, envelope(repay(of_month(4), 400000))])
    assert (queries.loan(book, LOAN).balance, breaches()) == (0, [])


def test_the_measures_of_lending_and_the_entries_behind_them():
    book = a_loan()
    wrong = write(book, repay(of_month(3), 200000, 5000))
    write(book, repay(of_month(3), 100000, 5000), corrects=wrong)
    write(book, repay(of_month(4), 0, 5000, 1000))
    write(book, request(number="2/2565"))
    on = of_month(9)
    write(book, fund.WriteOffLoan(on=on, number=LOAN, member="ก01", meeting=on, satang=400000))
    found = {
        id_: measures.take(id_, [(book, 14)]) for id_ in measures.definitions() if id_.startswith("loans.")
    }
    assert {
        id_: (reading.value, [entry for _, entry in reading.evidence]) for id_, reading in found.items()
    } == {
        "loans.count": (1, [9]),
        "loans.outstanding": (0, [9, 11, 14]),
        "loans.paid_out": (500000, [9]),
        "loans.principal_received": (100000, [11]),
        "loans.interest_received": (10000, [11, 12]),
        "loans.written_off": (400000, [14]),
    }
    assert measures.take("loans.outstanding", [(book, 13)]).value == 400000
    assert list(check(COMMANDS)) == []


def test_the_portfolio_is_seen_as_it_was_on_a_day_and_names_nobody():
    book = a_loan()
    write(book, repay(of_month(5), 300000, 15000))
    march, may = queries.par(book, of_month(4, 20)), queries.par(book, of_month(5, 6))
    assert [(band.days, band.satang) for band in march.at_risk] == [
        (1, 500000),
        (30, 500000),
        (60, 0),
        (90, 0),
    ]
    assert (may.outstanding, [band.satang for band in may.at_risk]) == (200000, [0, 0, 0, 0])
    assert "ก01" not in repr(march)
    assert [queries.par(book, date(2022, 2, day)).loans for day in (4, 5)] == [0, 1]

"""Welfare as it stays: mended, struck, brought in, erased, sent twice; and what of it may be told."""

from datetime import date
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kwan.fund.commands import (
    PayWelfare,
    StrikeWelfare,
)
from kwan.fund.models import WelfareLine
from kwan.fund.queries.welfare import (
    given_by_event,
    helped_by_event,
    payments,
    welfare_book,
    welfare_due,
)
from kwan.fund.rules.welfare import EVENTS
from kwan.journal.rules import Refusal
from kwan.people.commands import Join
from tests.fund.helping import BAHT, DAY, SINCE, a_group, give, giving, rule_of
from tests.journal.hands import breaches, envelope, write


def code_of(refused):
    return refused.value.code


def test_a_payment_that_was_typed_wrong_is_mended_within_the_same_ceilings(books):
    book = a_group()
    first = give(book, "hospital", 200 * BAHT, units=1)
    give(book, "hospital", 600 * BAHT, units=3, happened=date(2022, 1, 20))
    with pytest.raises(Refusal) as refused:
        write(book, giving(book, "hospital", 600 * BAHT, units=3), corrects=first)
    assert code_of(refused) == "above_the_rule"
    write(book, giving(book, "hospital", 400 * BAHT, units=2), corrects=first)
    assert welfare_book(book).paid_out == 1000 * BAHT
    assert breaches() == []


def test_a_payment_that_never_was_is_struck_and_its_money_is_there_again(books):
    book = a_group()
    number = give(book, "birth", 1000 * BAHT)
    with pytest.raises(Refusal) as refused:
        write(book, StrikeWelfare(on=DAY, member="ก02"), corrects=number)
    assert code_of(refused) == "nothing_to_strike"
    write(book, StrikeWelfare(on=DAY, member="ก01"), corrects=number)
    assert welfare_book(book).balance == 100_000 * BAHT
    assert payments(book) == []
    assert breaches() == []


def test_older_books_tell_the_sum_alone(books):
    book = a_group()
    write(book, PayWelfare(on=DAY, member="ก02", satang=70000), source="brought")
    assert [(paid.satang, paid.rule) for paid in payments(book)] == [(70000, None)]
    assert breaches() == []


def test_two_payments_of_one_batch_keep_the_years_ceiling_between_them(books):
    from kwan.journal.commands import record_sheet

    book = a_group()
    both = [envelope(giving(book, "hospital", 600 * BAHT, units=3)) for _ in range(2)]
    with pytest.raises(Refusal) as refused:
        record_sheet(book, both)
    assert code_of(refused) == "above_the_rule"
    assert payments(book) == []


def test_the_same_form_sent_twice_gives_once(books):
    book = a_group()
    form = "01900000-0000-7000-8000-000000000001"
    numbers = {write(book, giving(book, "birth", 1000 * BAHT), id=form) for _ in range(2)}
    assert len(numbers) == 1
    assert welfare_book(book).times == 1


def test_what_befell_fewer_than_five_is_told_to_the_treasurer_alone(db):
    book = a_group()
    for number in range(3, 8):
        write(book, Join(on=SINCE, member=f"ก{number:02}", name=f"คนที่ {number}"))
        give(book, "birth", 1000 * BAHT, member=f"ก{number:02}")
    give(book, "hospital", 200 * BAHT, units=1)
    assert given_by_event(book) == [(EVENTS["birth"], 5, 500000), (EVENTS["hospital"], 1, 20000)]
    assert helped_by_event(book) == []
    for number in range(3, 7):
        give(book, "hospital", 200 * BAHT, units=1, member=f"ก{number:02}")
    assert helped_by_event(book) == [(EVENTS["birth"], 5), (EVENTS["hospital"], 5)]


def test_what_happened_goes_with_an_erasure_and_the_sum_stays(books):
    from kwan.people.commands import Erase, erase

    book = a_group()
    give(book, "hospital", 200 * BAHT, units=1, evidence="ใบรับรองแพทย์")
    erase(book, envelope(Erase(on=DAY, member="ก01")))
    paid = payments(book)[0]
    assert (paid.satang, paid.rule, paid.units, paid.happened) == (20000, None, None, None)
    assert breaches() == []


names = (f"กลุ่มที่ {number}" for number in count(1))
stays = st.lists(
    st.tuples(st.integers(1, 6), st.integers(1, 28), st.sampled_from(["ก01", "ก02"])), min_size=1, max_size=6
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stays)
def test_in_whatever_order_stays_are_paid_nobody_passes_the_years_ceiling(db, stays):
    book = a_group(name=next(names))
    for nights, day, member in stays:
        happened = date(2022, 1, day)
        due = welfare_due(book, member, rule_of(book, "hospital"), nights, happened)
        if due.satang:
            give(
                book,
                "hospital",
                due.satang,
                member=member,
                happened=happened,
                units=nights,
                evidence="ใบรับรอง",
            )
    given_to = {m: sum(p.satang for p in payments(book, m)) for m in ("ก01", "ก02")}
    assert all(satang <= 1000 * BAHT for satang in given_to.values())
    assert welfare_book(book).balance == 100_000 * BAHT - sum(given_to.values())
    assert sum(line.satang for line in WelfareLine.objects.filter(book=book, direction="out")) == sum(
        given_to.values()
    )

"""Whose loan, whose welfare and whose debts cannot be read from a report: villages that differ in that alone get the same one."""

from datetime import date

import pytest

from kwan.fund import commands as fund
from kwan.fund.rules.outside_debts import Price
from kwan.journal.rules import day_number
from tests.fund.helping import BAHT, rule
from tests.journal.hands import write
from tests.lessons.laws_of_reports import for_a_moment
from tests.lessons.test_laws_privacy import NAMES, SAME, START, a_village, member, outputs
from tests.web.households import kept

pytestmark = pytest.mark.django_db
LENT, DUE, LATER = date(2021, 9, 1), date(2021, 10, 1), date(2021, 12, 15)


def world(then):
    """Return the outputs of a village of eight after something happened in it."""
    with for_a_moment():
        book = a_village(*SAME)
        then(book)
        return outputs(book)


def borrow(book, who, baht, place):
    """Half is due on 1 October, half on 1 April after the last day in the book."""
    terms = {"number": f"{place}/2564", "member": member(who)}
    when = {"periods": 2, "first_due": DUE, "every": "6month"}
    write(book, fund.RequestLoan(on=LENT, principal=baht * BAHT, rate=1200, method="flat", **when, **terms))
    write(book, fund.ApproveLoan(on=LENT, meeting=LENT, **terms))
    write(book, fund.paying_out(book, terms["number"], LENT))


def lending(*each):
    """Each: who borrows, how much, and whether half of it came back by its day; else one baht of it did."""

    def then(book):
        for place, (who, baht, _) in enumerate(each, 1):
            borrow(book, who, baht, place)
        for place, (_, baht, is_kept) in enumerate(each, 1):
            half = baht * (BAHT // 2 + 6)  # with the interest of half a year
            write(book, fund.repaying(book, f"{place}/2564", DUE, half if is_kept else BAHT))

    return then


def test_of_four_borrowers_neither_who_nor_how_much_nor_who_is_late_can_be_read():
    first = world(lending((0, 100, True), (1, 100, True), (2, 100, True), (3, 100, True)))
    assert first == world(lending((4, 60, False), (5, 90, False), (6, 40, True), (7, 100, False)))
    assert "เงินกู้เป็นเรื่องของสมาชิกแต่ละคน" in first["group", "html", "th"]


def test_of_five_borrowers_who_is_late_cannot_be_read():
    one = world(lending((0, 100, False), *[(who, 100, True) for who in (1, 2, 3, 4)]))
    other = world(lending(*[(who, 100, True) for who in (7, 6, 5, 4)], (3, 100, False)))
    assert one == other
    assert "มีงวดเลยกำหนด" in one["group", "html", "th"]


def helping(*who, event):
    """What happened to each of these happened on a day of its own."""

    def then(book):
        rules = {name: write(book, rule(name, START, amount=100 * BAHT)) for name in ("birth", "study")}
        write(book, fund.PayIntoWelfare(on=START, member=member(0), satang=1_000 * BAHT))
        for place, one in enumerate(who, 1):
            happened = day_number(LENT) + place
            sums = {"satang": 100 * BAHT, "rule": rules[event], "happened": happened}
            write(book, fund.PayWelfare(on=LATER, member=member(one), **sums))

    return then


@pytest.mark.parametrize("count", [1, 4, 5])
def test_who_was_helped_and_for_what_cannot_be_read(count):
    one = world(helping(*range(count), event="birth"))
    assert one == world(helping(*range(8 - count, 8), event="study"))


def test_whether_one_was_helped_four_times_or_four_once_cannot_be_read():
    assert world(helping(0, 1, 2, 3, event="birth")) == world(helping(5, 5, 5, 5, event="birth"))


def cheaper(*who):
    def then(book):
        price = Price("rate", rate=1_200)
        debts = [write(book, kept(member(n), LENT, "เจ้าหนี้", "shop", 1_000_000, price)) for n in range(8)]
        for number, debt in enumerate(debts):
            cost = 60_000 if number in who else 120_000
            now = {"day": day_number(LATER), "paid": 100, "balance": 900_000, "cost": cost}
            write(book, fund.PayDebt(on=LATER, member=member(number), debt=debt, **now))

    return then


def test_whose_debts_cost_less_cannot_be_read():
    assert world(cheaper(0, 1, 2)) == world(cheaper(2, 3, 4))


def test_no_name_and_no_reference_stands_beside_any_of_it():
    def all_of_it(book):
        lending(*[(who, 100, True) for who in range(6)])(book)
        helping(*range(6), event="birth")(book)

    told = world(all_of_it)
    secrets = [*NAMES, *(name.split()[0] for name in NAMES), *map(member, range(8))]
    assert [(form, word) for form, text in told.items() for word in secrets if word in text] == []

"""What may be seen of all household books together: nothing below five, and never what one member changed."""

from datetime import timedelta

import pytest

from kwan.fund.commands import KeepPlan, PayDebt, StrikeHousehold
from kwan.fund.queries.households import HouseholdsOverview, households_overview, settled_upto
from kwan.fund.rules.outside_debts import Price
from kwan.journal.queries import head, last_day, span
from kwan.journal.rules import day_number
from kwan.people.commands import Erase, Join, Leave, Return, WithdrawConsent, erase
from kwan.programme import measures
from tests.journal.hands import DAY, a_book, deposit, envelope, write
from tests.web.households import kept, noted

pytestmark = pytest.mark.django_db
LATER = DAY + timedelta(days=200)
NOTHING = HouseholdsOverview(0, None, None, None, None, None)


def group(people):
    book = a_book()
    for number in range(1, people + 1):
        write(book, Join(on=DAY, member=who(number), name="สมาชิก"))
    return book


def who(number):
    return f"ก{number:02}"


def owing(book, number, baht, rate=1_200, on=DAY, **more):
    return write(book, kept(who(number), on, "เจ้าหนี้", "shop", baht * 100, Price("rate", rate=rate), **more))


def paid(book, number, debt, left, cost, on=LATER):
    command = PayDebt(
        on=on,
        member=who(number),
        debt=debt,
        day=day_number(on),
        paid=100,
        balance=left * 100,
        cost=cost * 100,
    )
    return write(book, command)


def value(book, id_):
    return measures.take(id_, [(book, head(book).last_entry)]).value


def test_of_four_households_nothing_is_seen():
    book = group(9)
    for number in range(1, 5):
        owing(book, number, 1_000 * number)
    assert households_overview(book) == NOTHING


def test_five_households_show_a_count_and_medians_to_two_figures():
    book = group(9)
    for number in range(1, 6):
        owing(book, number, 11_110 * number)
    assert households_overview(book) == HouseholdsOverview(14, (5, 9), None, 3_300_000, 400_000, None)


def test_where_everybody_keeps_one_nobody_is_counted():
    book = group(5)
    for number in range(1, 6):
        write(book, noted(who(number), DAY, 1, 5_000))
    assert households_overview(book).keeping is None


def test_a_book_of_income_alone_says_nothing_of_debts():
    book = group(9)
    for number in range(1, 6):
        write(book, noted(who(number), DAY, 1, 5_000))
    assert households_overview(book) == HouseholdsOverview(14, (5, 9), None, None, None, None)


def test_one_more_household_changes_nothing_that_is_seen_until_five_have_written():
    book = group(12)
    for number in range(1, 6):
        owing(book, number, 11_110 * number)
    seen = households_overview(book)
    for number in range(6, 10):
        owing(book, number, 90_000)
        owing(book, number, 90_000)  # one member twice is one member
        assert households_overview(book) == seen
    owing(book, 1, 90_000)
    assert households_overview(book).keeping == (9, 12)


def test_who_is_erased_takes_the_figures_along_until_five_more_have_written():
    book = group(12)
    for number in range(1, 7):
        owing(book, number, 11_110 * number)
    assert settled_upto(book) == 17
    erase(book, envelope(Erase(on=DAY, member=who(2))))
    assert households_overview(book) == NOTHING
    for number in range(7, 11):
        owing(book, number, 20_000)
    assert households_overview(book).keeping == (9, 12)


def test_who_takes_consent_back_takes_the_figures_along_and_is_left_out_from_the_next_five_on():
    book = group(12)
    for number in range(1, 7):
        owing(book, number, 11_110 * number)
    write(book, WithdrawConsent(on=DAY, member=who(2), purpose="debts", way="phone"))
    assert households_overview(book) == NOTHING
    for number in range(7, 11):
        owing(book, number, 20_000)
    assert households_overview(book).keeping == (9, 12)


def test_an_erasure_of_somebody_who_wrote_nothing_here_hides_nothing():
    book = group(9)
    for number in range(1, 6):
        owing(book, number, 11_110 * number)
    erase(book, envelope(Erase(on=DAY, member=who(9))))
    assert settled_upto(book) == 14


def test_members_who_left_are_not_counted():
    book = group(9)
    for number in range(1, 6):
        write(book, Leave(on=DAY, member=who(number))) if number == 1 else None
        owing(book, number, 11_110 * number)
    assert households_overview(book).keeping is None
    assert value(book, "household.keeping") == 4


def test_who_left_and_came_back_counts_again():
    book = cheaper_group()
    asked = ("keeping", "told_twice", "cheaper_debts", "owed_first", "owed_last")
    before = [value(book, f"household.{each}") for each in asked]
    write(book, Leave(on=LATER, member=who(1)))
    assert [value(book, f"household.{each}") for each in asked] == [7, 6, 2, 6_000_000, 6_200_000]
    write(book, Return(on=LATER + timedelta(days=1), member=who(1)))
    assert [value(book, f"household.{each}") for each in asked] == before == [8, 7, 3, 7_000_000, 6_700_000]


def cheaper_group():
    """Eight who owe; three of seven who told twice pay less a year than at first."""
    book = group(12)
    debts = {number: owing(book, number, 10_000) for number in range(1, 9)}
    for number in range(1, 4):
        paid(book, number, debts[number], 5_000, 600)
    paid(book, 4, debts[4], 10_000, 1_200)
    paid(book, 5, debts[5], 12_000, 1_440)
    owing(book, 6, 10_000, on=LATER, since=day_number(LATER))  # a new debt on top
    paid(book, 7, debts[7], 4_000, 480)
    owing(book, 7, 6_000, rate=6_000, on=LATER, since=day_number(LATER))  # a dearer one in its place
    return book


def test_so_many_of_so_many_have_debts_that_cost_less_than_at_first():
    book = cheaper_group()
    assert households_overview(book).upto == 27  # the newest of it waits until five have written
    for number in range(8, 13):
        write(book, noted(who(number), LATER, 1, 5_000))
    assert households_overview(book).cheaper == (3, 7)
    assert (value(book, "household.cheaper_debts"), value(book, "household.told_twice")) == (3, 7)


def test_the_measures_say_what_was_owed_first_and_now():
    book = cheaper_group()
    assert (value(book, "household.owed_first"), value(book, "household.owed_last")) == (7_000_000, 6_700_000)


def test_a_debt_borrowed_long_ago_and_told_later_was_there_at_first():
    book = group(3)
    debt = owing(book, 1, 10_000)
    owing(book, 1, 50_000, on=LATER, since=20200100)
    paid(book, 1, debt, 9_000, 1_080)
    assert (value(book, "household.owed_first"), value(book, "household.owed_last")) == (6_000_000, 5_900_000)
    assert (value(book, "household.cheaper_debts"), value(book, "household.told_twice")) == (1, 1)


def test_a_price_learned_later_is_neither_cheaper_nor_dearer():
    book = group(3)
    debt = write(book, kept(who(1), DAY, "เจ้าหนี้", "shop", 100_000, Price("nothing")))
    owing(book, 1, 1_000, on=LATER, debt=debt)
    other = owing(book, 2, 1_000)
    write(book, kept(who(2), LATER, "เจ้าหนี้", "shop", 100_000, Price("nothing"), debt=other))
    assert (value(book, "household.cheaper_debts"), value(book, "household.told_twice")) == (0, 2)


def test_what_was_struck_out_is_measured_no_more():
    book = group(3)
    debt = owing(book, 1, 1_000)
    assert value(book, "household.keeping") == 1
    write(book, StrikeHousehold(on=DAY, member=who(1)), corrects=debt)
    assert value(book, "household.keeping") == 0


def test_plans_are_counted_by_member():
    book = group(9)
    for number in range(1, 6):
        write(book, KeepPlan(on=DAY, member=who(number), route=2, extra=0))
        write(book, KeepPlan(on=DAY, member=who(number), route=1, extra=100))
    assert value(book, "household.planning") == 5
    assert value(book, "household.keeping") == 0
    assert households_overview(book).planning == (5, 9)


def test_no_row_of_a_household_measure_tells_whose_it_is():
    book = cheaper_group()
    for id_ in (
        "household.keeping",
        "household.told_twice",
        "household.cheaper_debts",
        "household.owed_last",
    ):
        rows = measures.take(id_, [(book, head(book).last_entry)]).rows
        assert [row[4] for row in rows[1:]] == [0] * (len(rows) - 1)
        assert rows[0][4] > 0


def test_what_members_write_in_their_own_books_is_no_record_and_no_date_of_the_group():
    book = group(3)
    write(book, deposit(who(1)))
    before = dates_and_records(book)
    owing(book, 1, 1_000, on=LATER)
    write(book, noted(who(1), LATER, 1, 5_000))
    assert dates_and_records(book) == before == (4, DAY, (DAY, DAY), 1)


def dates_and_records(book):
    last = head(book).last_entry
    kept_, saving = value(book, "records.kept"), value(book, "savings.active_members_saving")
    return (kept_, last_day(book, last), span(book, last), saving)

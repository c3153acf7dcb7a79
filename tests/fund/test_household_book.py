"""A member's own household book: what is written is read back, nothing of it lies open, and nobody else's can be touched."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db.models import Q

from kwan.fund.commands import (
    CloseHousehold,
    KeepDebt,
    KeepPlan,
    NoteHousehold,
    OpenHousehold,
    PayDebt,
    StrikeHousehold,
    TellDebt,
)
from kwan.fund.models import HouseholdPage
from kwan.fund.queries.household import (
    DebtPage,
    HouseholdLine,
    HouseholdPlan,
    Opening,
    household,
    household_opening,
    is_household_page_of,
    open_households,
)
from kwan.fund.queries.household_debts import ToldDebt, debts_told_by, group_loans
from kwan.fund.rules.household import READERS, SORTS, Month
from kwan.fund.rules.outside_debts import Price
from kwan.journal.models import Entry, Seal
from kwan.journal.queries import head
from kwan.journal.rules import Refusal
from kwan.people.commands import Erase, Join, erase
from tests.journal.hands import DAY, a_book, breaches, envelope, write
from tests.web.households import kept, noted

pytestmark = pytest.mark.django_db
LATER = DAY + timedelta(days=30)
MONTHLY = Price("rate", rate=500, per="month")


@pytest.fixture
def book(db):
    found = a_book()
    for number in (1, 2):
        write(found, Join(on=DAY, member=f"ก0{number}", name="สมาชิก"))
    return found


def lender(book, member="ก01", on=DAY, **more):
    return write(book, kept(member, on, "นายทุน", "informal", 1_000_000, MONTHLY, 60_000, **more))


# -------------------------------------------------------------------------- income and expense


def test_what_is_written_is_read_back_newest_first(book):
    first = write(book, noted("ก01", DAY, 1, 650_000, words="ค่าแรงเดือนนี้"))
    month = write(book, noted("ก01", LATER, 35, 45_000, month=True))
    assert household(book, "ก01").lines == (
        HouseholdLine(month, 20220300, SORTS[35], 45_000, ""),
        HouseholdLine(first, 20220205, SORTS[1], 650_000, "ค่าแรงเดือนนี้"),
    )
    assert household(book, "ก01").months == [Month(202202, 650_000, 0), Month(202203, 0, 45_000)]
    assert [line.on for line in household(book, "ก01").lines] == [None, DAY]


def test_nothing_of_it_stands_open_in_the_book(book):
    number = write(book, noted("ก01", DAY, 1, 650_000, words="ค่าแรงเดือนนี้"))
    lender(book)
    entry = Entry.objects.get(book=book, number=number)
    assert (entry.body, entry.key) == ('{"member":"ก01"}', None)
    assert {e.body for e in Entry.objects.filter(Q(kind__startswith="fund.household"), book=book)} == {
        '{"member":"ก01"}'
    }
    assert list(HouseholdPage.objects.filter(book=book).values_list("member", "what", "day")) == [
        ("ก01", "line", 20220205),
        ("ก01", "debt", 20220205),
    ]
    words = Seal.objects.get(book=book, entry=number, field="words")
    assert (words.number, "ค่าแรง" in words.cipher) == (None, False)


def test_a_line_is_mended_and_struck_out(book):
    number = write(book, noted("ก01", DAY, 1, 650_000))
    mended = write(book, noted("ก01", DAY, 2, 640_000), corrects=number)
    assert household(book, "ก01").lines == (HouseholdLine(mended, 20220205, SORTS[2], 640_000, ""),)
    write(book, StrikeHousehold(on=DAY, member="ก01"), corrects=mended)
    assert household(book, "ก01").lines == ()
    assert breaches() == []


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (NoteHousehold(on=DAY, member="ก01", day=20220205, sort=1, satang=0), "not_positive"),
        (NoteHousehold(on=DAY, member="ก01", day=20220205, sort=99, satang=5), "no_sort"),
        (NoteHousehold(on=DAY, member="ก01", day=20220206, sort=1, satang=5), "not_yet"),
        (NoteHousehold(on=DAY, member="ก01", sort=1, satang=5), "not_yet"),
        (NoteHousehold(on=DAY, member="ก09", day=20220205, sort=1, satang=5), "unknown_member"),
        (StrikeHousehold(on=DAY, member="ก01"), "strikes_nothing"),
        (KeepDebt(on=DAY, member="ก01", balance=5), "no_creditor"),
        (KeepDebt(on=DAY, member="ก01", creditor="ก"), "no_balance"),
        (KeepDebt(on=DAY, member="ก01", creditor="ก", balance=-1), "no_balance"),
        (KeepDebt(on=DAY, member="ก01", creditor="ก", balance=1, debt=1), "no_such_debt"),
        (KeepDebt(on=DAY, member="ก01", creditor="ก", balance=1, day=20220301), "not_yet"),
        (PayDebt(on=DAY, member="ก01", debt=1, day=20220205, paid=5, balance=0), "no_such_debt"),
        (PayDebt(on=DAY, member="ก01", day=20220205, paid=5, balance=0), "no_such_debt"),
        (KeepPlan(on=DAY, member="ก01", extra=5), "no_plan"),
        (KeepPlan(on=DAY, member="ก01", route=1, extra=-1), "no_plan"),
        (OpenHousehold(on=DAY, member="ก01", role=len(READERS), until=20220301), "no_reader"),
        (OpenHousehold(on=DAY, member="ก01", role=0, until=20220204), "no_until"),
        (OpenHousehold(on=DAY, member="ก01", role=0), "no_until"),
    ],
)
def test_what_makes_no_page_is_refused_and_leaves_nothing(book, command, code):
    before = head(book).last_entry
    with pytest.raises(Refusal) as refused:
        write(book, command)
    assert (refused.value.code, head(book).last_entry) == (code, before)


def test_nobody_corrects_a_page_of_another_book(book):
    number = write(book, noted("ก01", DAY, 1, 650_000))
    for command in (noted("ก02", DAY, 1, 1), StrikeHousehold(on=DAY, member="ก02")):
        with pytest.raises(Refusal) as refused:
            write(book, command, corrects=number)
        assert refused.value.code == "not_this_page"
    with pytest.raises(Refusal) as refused:  # nor the group's own entries
        write(book, StrikeHousehold(on=DAY, member="ก01"), corrects=1)
    assert refused.value.code == "not_this_page"
    assert len(household(book, "ก01").lines) == 1


def test_nobody_pays_on_the_debt_of_another(book):
    debt = lender(book)
    with pytest.raises(Refusal) as refused:
        write(book, PayDebt(on=DAY, member="ก02", debt=debt, day=20220205, paid=5, balance=0))
    assert refused.value.code == "no_such_debt"


def test_two_books_know_nothing_of_each_other(book):
    number = write(book, noted("ก01", DAY, 1, 650_000))
    assert household(book, "ก02").lines == ()
    assert is_household_page_of(book, number, "ก01")
    assert not is_household_page_of(book, number, "ก02")
    assert not is_household_page_of(book, number, None)


# ----------------------------------------------------------------------------------- debts


def test_a_debt_is_told_with_its_own_price_and_compared_by_the_year(book):
    debt = lender(book, due="ทุกสิ้นเดือน", guarantor="น้าชาย", since=20220100)
    (found,) = household(book, "ก01").debts
    assert (found.number, found.creditor, found.nature, found.balance) == (
        debt,
        "นายทุน",
        "informal",
        1_000_000,
    )
    assert (found.price, found.yearly, found.cost, found.a_month) == (MONTHLY, Decimal(60), 600_000, 60_000)
    assert (found.due, found.guarantor, found.collateral, found.purpose, found.since) == (
        "ทุกสิ้นเดือน", "น้าชาย", "", "", 20220100,
    )  # fmt: skip
    assert found.if_not_paid == Decimal("79.59")


def test_a_payment_and_new_figures_stand_one_after_another(book):
    debt = lender(book)
    paid = write(
        book,
        PayDebt(on=LATER, member="ก01", debt=debt, day=20220307, paid=60_000, balance=990_000, cost=594_000),
    )
    cheaper = Price("rate", rate=100, per="month")
    anew = write(book, kept("ก01", LATER, "นายทุน", "informal", 500_000, cheaper, debt=debt))
    (found,) = household(book, "ก01").debts
    assert (found.number, found.latest, found.balance, found.yearly) == (debt, anew, 500_000, Decimal(12))
    assert found.pages == (
        DebtPage(debt, "debt", DAY, 0, 1_000_000, 600_000),
        DebtPage(paid, "payment", LATER, 60_000, 990_000, 594_000),
        DebtPage(anew, "debt", LATER, 0, 500_000, 60_000),
    )


def test_a_debt_written_wrongly_is_mended_where_it_stood(book):
    debt = lender(book)
    write(
        book,
        PayDebt(on=LATER, member="ก01", debt=debt, day=20220307, paid=60_000, balance=90_000, cost=54_000),
    )
    mended = write(book, kept("ก01", DAY, "นายทุน", "informal", 100_000, MONTHLY, debt=debt), corrects=debt)
    (found,) = household(book, "ก01").debts
    assert [(page.entry, page.balance) for page in found.pages] == [(mended, 100_000), (debt + 1, 90_000)]
    assert (found.number, found.balance) == (debt, 90_000)


def test_a_debt_struck_out_is_gone(book):
    debt = lender(book)
    write(book, StrikeHousehold(on=DAY, member="ก01"), corrects=debt)
    assert household(book, "ก01").debts == ()


def test_the_dearest_debt_stands_first_and_unknown_prices_last(book):
    write(book, kept("ก01", DAY, "ไม่รู้ดอก", "shop", 900, Price("nothing")))
    write(book, kept("ก01", DAY, "ถูก", "baac", 900, Price("rate", rate=600)))
    lender(book)
    over = write(book, kept("ก01", DAY, "หมดแล้ว", "relatives", 0, Price("rate")))
    found = household(book, "ก01")
    assert [debt.creditor for debt in found.running] == ["นายทุน", "ถูก", "ไม่รู้ดอก"]
    assert [debt.number for debt in found.debts if not debt.balance] == [over]
    assert [(debt.cost, debt.if_not_paid) for debt in found.running][-1] == (None, None)


def test_a_month_never_bears_more_of_a_debt_than_is_owed(book):
    daily = Price("instalments", received=1_000_000, times=24, each=50_000, every="day")
    write(book, kept("ก01", DAY, "รายวัน", "informal", 200_000, daily, 50_000, pays_every="day"))
    (found,) = household(book, "ก01").debts
    assert found.a_month == 200_000 + 92_047


def test_what_the_group_was_told_before_can_be_taken_over_by_its_member_alone(book):
    told = write(book, TellDebt(on=DAY, member="ก01", creditor="สหกรณ์", principal=3_500_000, rate=750))
    assert debts_told_by(book, "ก01") == [ToldDebt(told, "สหกรณ์", 3_500_000, 750, 0)]
    assert debts_told_by(book, "ก02") == []


def test_the_newest_plan_stands(book):
    write(book, KeepPlan(on=DAY, member="ก01", route=1, extra=50_000))
    newest = write(book, KeepPlan(on=LATER, member="ก01", route=3, extra=0, own="7,3", with_group=1))
    assert household(book, "ก01").plan == HouseholdPlan(newest, LATER, "own", 0, ("7", "3"), with_group=True)
    assert household(book, "ก02").plan is None


def test_without_a_loan_of_the_group_there_is_none_to_lay_beside(book):
    assert group_loans(book, "ก01") == []


# ------------------------------------------------------------------------------ by their leave


def test_a_book_is_open_to_one_role_for_a_time_and_then_closes_by_itself(book):
    opened = write(book, OpenHousehold(on=DAY, member="ก01", role=0, until=20220212))
    leave = Opening(opened, "facilitator", DAY, date(2022, 2, 12))
    assert household_opening(book, "ก01", "facilitator", date(2022, 2, 12)) == leave
    assert household_opening(book, "ก01", "facilitator", date(2022, 2, 13)) is None
    assert household_opening(book, "ก01", "treasurer", DAY) is None
    assert household_opening(book, "ก02", "facilitator", DAY) is None
    assert open_households(book, "facilitator", DAY) == {"ก01": leave}
    assert open_households(book, "treasurer", DAY) == {}


def test_closing_it_closes_it_to_everybody_and_opening_again_opens_it(book):
    for role in (0, 1):
        write(book, OpenHousehold(on=DAY, member="ก01", role=role, until=20220212))
    write(book, CloseHousehold(on=DAY, member="ก01"))
    assert household(book, "ก01").openings == ()
    again = write(book, OpenHousehold(on=DAY, member="ก01", role=2, until=20220212))
    assert household(book, "ก01").openings == (Opening(again, "chair", DAY, date(2022, 2, 12)),)


def test_the_newest_leave_of_a_role_is_the_one_that_holds(book):
    write(book, OpenHousehold(on=DAY, member="ก01", role=0, until=20220312))
    newest = write(book, OpenHousehold(on=DAY, member="ก01", role=0, until=20220206))
    assert household(book, "ก01").openings == (Opening(newest, "facilitator", DAY, date(2022, 2, 6)),)
    assert household_opening(book, "ก01", "facilitator", LATER) is None


def test_whoever_is_erased_leaves_no_line_no_debt_and_no_leave(book):
    write(book, noted("ก01", DAY, 1, 650_000))
    lender(book)
    write(book, KeepPlan(on=DAY, member="ก01", route=1, extra=50_000))
    write(book, OpenHousehold(on=DAY, member="ก01", role=0, until=20220312))
    erase(book, envelope(Erase(on=DAY, member="ก01")))
    found = household(book, "ก01")
    assert (found.lines, found.debts, found.plan, found.openings) == ((), (), None, ())
    assert breaches() == []

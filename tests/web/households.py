"""A household book for the door's tests: three months of ก02, debts of several kinds, a plan, nobody let in."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from kwan.fund.commands import KeepDebt, KeepPlan, NoteHousehold, PayDebt
from kwan.fund.queries.household import household
from kwan.fund.rules.outside_debts import EVERY, KNOWN, NATURES, Price, a_year_of, price_a_year
from kwan.ids import uuid7
from kwan.journal.commands import record
from kwan.journal.rules import day_number

SECRET_WORDS = "คำที่เขียนกันลืม"
SECRET_LENDER = "เจ้าหนี้ที่ไม่บอกใคร"
SECRET_SUM = 7_654_300


def write_own(book, command, **how):
    """Write one page as its member would, on the day it is about."""
    from tests.web.village import envelope

    return record(book, envelope(command, source="live", **how))


def noted(member, on, sort, satang, *, month=False, words=None):
    day = day_number(on) // 100 * 100 if month else day_number(on)
    return NoteHousehold(on=on, member=member, day=day, sort=sort, satang=satang, words=words)


def kept(member, on, creditor, nature, balance, price, pays=0, *, pays_every="month", **more):
    """How a debt stands, its yearly price reckoned as the door does."""
    yearly = price_a_year(price)
    return KeepDebt(
        on=on, member=member, day=day_number(on), creditor=creditor, nature=NATURES.index(nature), balance=balance,
        known=KNOWN.index(price.known), rate=price.rate, per=EVERY.index(price.per), received=price.received,
        times=price.times, each=price.each, every=EVERY.index(price.every),
        yearly=None if yearly is None else int(yearly * 100), cost=a_year_of(balance, yearly),
        pays=pays, pays_every=EVERY.index(pays_every), **more,
    )  # fmt: skip


def keep_books(book, member, today):
    """Three whole months before this day, the day itself, five debts of which one is paid off, and a plan."""
    for months_ago in (3, 2, 1):
        on = (today.replace(day=1) - timedelta(days=30 * months_ago - 14)).replace(day=12)
        for sort, satang in (
            (1, 650_000),
            (2, 180_000 + 40_000 * months_ago),
            (31, 310_000),
            (35, 45_000),
            (37, 220_000),
        ):
            write_own(book, noted(member, on, sort, satang, month=sort == 35))
    write_own(book, noted(member, today, 3, 35_000, words=SECRET_WORDS))
    write_own(book, noted(member, today, 31, 12_050))
    first = today - timedelta(days=70)
    write_own(
        book, kept(member, first, "กองทุนหมู่บ้าน", "village_fund", 3_000_000, Price("rate", rate=600), 60_000)
    )
    dear = write_own(
        book,
        kept(member, first, SECRET_LENDER, "informal", SECRET_SUM, Price("rate", rate=500, per="month"), 400_000,
             purpose="ค่าเทอม", due="ทุกสิ้นเดือน", guarantor="น้าชาย"),
    )  # fmt: skip
    daily = Price("instalments", received=1_000_000, times=24, each=50_000, every="day")
    write_own(book, kept(member, first, "หมวกกันน็อก", "informal", 544_931, daily, 50_000, pays_every="day"))
    bike = Price("flat", rate=200, per="month", received=4_000_000, times=36, every="month")
    write_own(book, kept(member, first, "มอเตอร์ไซค์", "leasing", 2_500_000, bike, 191_111))
    aunt = write_own(book, kept(member, first, "ป้าหน้าปากซอย", "relatives", 200_000, Price("rate"), 20_000))
    write_own(
        book,
        PayDebt(on=today, member=member, debt=aunt, day=day_number(today), paid=200_000, balance=0, cost=0),
    )
    write_own(
        book,
        PayDebt(
            on=today,
            member=member,
            debt=dear,
            day=day_number(today),
            paid=400_000,
            balance=7_500_000,
            cost=4_500_000,
        ),
    )
    write_own(book, KeepPlan(on=today, member=member, route=2, extra=100_000))


# -- on a phone ----------------------------------------------------------------------------------------

OWN = "ก02"


def a_group_with_phones():
    """A group of six whose treasurer and ก02 have a phone; the facilitator of its project and the funder look on."""
    from tests.web.village import a_group, a_project, member, seat

    project = a_project()
    book = a_group("กลุ่มปลาส้ม")
    seat("treasurer", book, "treasurer", member(1))
    seat("member", book, "member", OWN)
    seat("facilitator", project, "facilitator")
    seat("funder", project, "funder")
    return book


def today():
    return timezone.localdate()


def this_month():
    return day_number(today()) // 100


def own(group):
    """What ก02's book says."""
    return household(group, OWN)


def at(group, page="household", *more):
    return reverse(page, args=[group, *more])


def send(client, address, **typed):
    """Send a form as a browser would, under an id of its own."""
    return client.post(address, {"form_id": str(uuid7()), **typed})

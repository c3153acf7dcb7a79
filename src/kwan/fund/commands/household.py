"""A member's own household book: what came in and went out, debts elsewhere, a plan, and who may read along.

The member writes it, nobody else; all of it is sealed. An entry says that a member wrote, and on which day.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kwan.fund.commands.sums import positive
from kwan.fund.models import HouseholdPage
from kwan.fund.rules.household import READERS, SORTS
from kwan.journal.rules import Line, Refusal, day_number
from kwan.journal.standing import Memo
from kwan.people.commands import OfMember


@dataclass(frozen=True, kw_only=True)
class InOwnBook(OfMember):
    """Something that a member writes in their own book. A correction answers a page of the same book and sort."""

    what: ClassVar[str]
    corrects: ClassVar[tuple[str, ...]] = ()

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse an unknown member, and the correction of anything but a page of their own."""
        super().decide(book, memo)
        if "correcting" in memo and not _is_page_of(
            book, self.member, memo["correcting"], self.corrects or (self.what,)
        ):
            raise Refusal(
                "not_this_page",
                "รายการนี้ไม่ใช่ของสมุดนี้ จึงแก้ไม่ได้ ยังไม่ได้จดอะไร",
                "This is no page of this book, so it cannot be corrected. Nothing was written.",
            )

    def lines(self) -> Iterator[Line]:
        """That something was written; nothing more."""
        yield HouseholdPage.of(member=self.member, what=self.what, day=day_number(self.on))


def _is_page_of(book: int, member: str, entry: int, whats: tuple[str, ...]) -> bool:
    return HouseholdPage.objects.filter(book=book, member=member, entry=entry, what__in=whats).exists()


def _not_ahead(day: int | None, on: date) -> None:
    if day is None or day > day_number(on):
        raise Refusal(
            "not_yet", "วันนี้ยังมาไม่ถึง ยังไม่ได้จดอะไร", "This day has not come yet. Nothing was written."
        )


@dataclass(frozen=True, kw_only=True)
class NoteHousehold(InOwnBook):
    """Income or expense of a day, or of a whole month. `day` is yyyymmdd, or yyyymm00 for a month; sums satang.

    `sort` is a number of `fund.rules.household.SORTS`.
    """

    kind: ClassVar = "fund.household_noted"
    what: ClassVar = "line"
    sealed_fields: ClassVar = ("day", "sort", "satang", "words")
    day: int | None = None
    sort: int | None = None
    satang: int | None = None
    words: str | None = None

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse a sum that is none, a kind that there is not, a day to come."""
        super().decide(book, memo)
        positive(self.satang or 0)
        _not_ahead(self.day, self.on)
        if self.sort not in SORTS:
            raise Refusal("no_sort", "เลือกก่อนว่าเป็นเรื่องอะไร", "Choose what it was for.")


@dataclass(frozen=True, kw_only=True)
class StrikeHousehold(InOwnBook):
    """A page of one's own book is struck out; it leaves nothing in its place."""

    kind: ClassVar = "fund.household_struck"
    strikes: ClassVar = (
        "fund.household_noted", "fund.household_debt_kept", "fund.household_debt_paid", "fund.household_plan_kept",
    )  # fmt: skip
    what: ClassVar = "line"
    corrects: ClassVar = ("line", "debt", "payment", "plan")

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse to strike out nothing."""
        super().decide(book, memo)
        if "correcting" not in memo:
            raise Refusal("strikes_nothing", "ไม่มีรายการที่จะยกเลิก", "There is nothing to strike out.")

    def lines(self) -> Iterator[Line]:
        """Nothing stands in its place."""
        yield from ()


@dataclass(frozen=True, kw_only=True)
class KeepDebt(InOwnBook):
    """How one debt to somebody outside stands: told for the first time, or once more with new figures.

    `debt` is the entry in which it was first told, None in that one; `day` (yyyymmdd) when it stood so. Sums satang; `rate` hundredths of a per cent
    every `per`, `yearly` the same a year (the one comparable figure, reckoned by `outside_debts.price_a_year`),
    `cost` satang a year of this balance; None where the price is not known. `nature`, `known`, `per`, `every` and
    `pays_every` are places in the lists of `fund.rules.outside_debts`. `since` is yyyymmdd, or yyyymm00.
    """

    kind: ClassVar = "fund.household_debt_kept"
    what: ClassVar = "debt"
    sealed_fields: ClassVar = (
        "debt", "day", "creditor", "nature", "balance", "known", "rate", "per", "received", "times", "each", "every",
        "yearly", "cost", "pays", "pays_every", "due", "collateral", "guarantor", "purpose", "since",
    )  # fmt: skip
    debt: int | None = None
    day: int | None = None
    creditor: str | None = None
    nature: int | None = None
    balance: int | None = None
    known: int | None = None
    rate: int | None = None
    per: int | None = None
    received: int | None = None
    times: int | None = None
    each: int | None = None
    every: int | None = None
    yearly: int | None = None
    cost: int | None = None
    pays: int | None = None
    pays_every: int | None = None
    due: str | None = None
    collateral: str | None = None
    guarantor: str | None = None
    purpose: str | None = None
    since: int | None = None

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse a debt without a lender or a balance, and one that was never told of."""
        super().decide(book, memo)
        if not self.creditor:
            raise Refusal("no_creditor", "ใส่ว่าเป็นหนี้ใคร", "Say to whom it is owed.")
        if self.balance is None or self.balance < 0:
            raise Refusal("no_balance", "ใส่ว่ายังเป็นหนี้อยู่เท่าไร", "Say how much is still owed.")
        _not_ahead(self.day or day_number(self.on), self.on)
        _own_debt(book, self.member, self.debt)


@dataclass(frozen=True, kw_only=True)
class PayDebt(InOwnBook):
    """Something was paid on a debt, and what is owed after it. Sums satang; `day` yyyymmdd; `cost` satang a year."""

    kind: ClassVar = "fund.household_debt_paid"
    what: ClassVar = "payment"
    sealed_fields: ClassVar = ("debt", "day", "paid", "balance", "cost")
    debt: int | None = None
    day: int | None = None
    paid: int | None = None
    balance: int | None = None
    cost: int | None = None

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse a debt that was never told of, a day to come, sums below zero."""
        super().decide(book, memo)
        positive(self.paid or 0)
        _not_ahead(self.day, self.on)
        if self.debt is None or self.balance is None or self.balance < 0:
            raise _no_such_debt()
        _own_debt(book, self.member, self.debt)


def _own_debt(book: int, member: str, debt: int | None) -> None:
    if debt is not None and not _is_page_of(book, member, debt, ("debt",)):
        raise _no_such_debt()


def _no_such_debt() -> Refusal:
    return Refusal(
        "no_such_debt",
        "ไม่มีหนี้ก้อนนี้ในสมุด ยังไม่ได้จดอะไร",
        "There is no such debt in this book. Nothing was written.",
    )


@dataclass(frozen=True, kw_only=True)
class KeepPlan(InOwnBook):
    """The way out of debts that the household chose; the newest stands.

    `route` is a place in `outside_debts.ROUTES`, `extra` satang a month on top of what must be paid, `own` the
    debts' numbers in the household's own order ("7,3"), `with_group` 1 where the group's own loan is taken in.
    """

    kind: ClassVar = "fund.household_plan_kept"
    what: ClassVar = "plan"
    sealed_fields: ClassVar = ("route", "extra", "own", "with_group")
    route: int | None = None
    extra: int | None = None
    own: str | None = None
    with_group: int | None = None

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse a plan without a way."""
        super().decide(book, memo)
        if self.route is None or self.extra is None or self.extra < 0:
            raise Refusal("no_plan", "เลือกก่อนว่าจะใช้แผนไหน", "Choose a way first.")


@dataclass(frozen=True, kw_only=True)
class OpenHousehold(InOwnBook):
    """A member lets one role read along until a day. `role` is a place in READERS, `until` yyyymmdd."""

    kind: ClassVar = "fund.household_opened"
    what: ClassVar = "opened"
    sealed_fields: ClassVar = ("role", "until")
    role: int | None = None
    until: int | None = None

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse a role that may not read, and a day that has passed."""
        super().decide(book, memo)
        if self.role is None or not 0 <= self.role < len(READERS):
            raise Refusal("no_reader", "เลือกก่อนว่าจะให้ใครดู", "Choose who may read along.")
        if self.until is None or self.until < day_number(self.on):
            raise Refusal("no_until", "เลือกก่อนว่าให้ดูถึงวันไหน", "Choose until when.")


@dataclass(frozen=True, kw_only=True)
class CloseHousehold(InOwnBook):
    """A member closes their book again, to everybody."""

    kind: ClassVar = "fund.household_closed"
    what: ClassVar = "closed"

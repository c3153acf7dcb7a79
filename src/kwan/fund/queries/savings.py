"""Passbooks, and savings month by month."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Sum

from kwan.fund.models import Saving
from kwan.fund.rules.savings_day import PASSBOOKS, Sort
from kwan.journal import queries as journal

PASSBOOK = "passbook:"
BROUGHT = "fund.savings_brought"


@dataclass(frozen=True)
class PassbookLine:
    """A line of a passbook as its member reads it: what came in, what went out, what is left (satang, ≥ 0).

    `is_brought`: it stood in an older book when this one began, and was not brought on that day.
    """

    entry: int
    line: int
    on: date
    out: int
    into: int
    balance: int
    is_mended: bool
    is_brought: bool = False


def balances(book: int, sort: Sort = None) -> dict[str, int]:
    """Return what each member has in regular savings, or in another sort (satang, ≥ 0), by member."""
    return _of_sort(journal.accounts(book, "owed"), sort)


def all_balances(book: int) -> dict[Sort, dict[str, int]]:
    """Return what each member has in each sort of savings (satang, ≥ 0), by sort and member."""
    owed = journal.accounts(book, "owed")
    return {sort: _of_sort(owed, sort) for sort in PASSBOOKS}


def _of_sort(owed: Iterable[journal.AccountView], sort: Sort) -> dict[str, int]:
    begins = PASSBOOKS[sort]
    mine = (a for a in owed if a.code.startswith(begins))
    return {a.code.removeprefix(begins): journal.as_people_see(a.kind, a.balance) for a in mine}


def passbook(
    book: int, member: str, before: int | None = None, size: int = journal.PAGE, sort: Sort = None
) -> list[PassbookLine]:
    """Return a page of a member's passbook of one sort, newest line first: the lines of entries before `before`."""
    lines = journal.statement(book, f"{PASSBOOKS[sort]}{member}", before, size)
    numbers = {line.entry for line in lines}
    standing = journal.standing_entries(book, numbers)
    kinds = journal.kinds_of(book, numbers)
    return [
        PassbookLine(
            line.entry, line.line, line.on, line.came_in, line.went_out, journal.as_people_see("owed", line.balance),
            line.entry not in standing, kinds[line.entry] == BROUGHT and not line.came_in,
        )
        for line in lines
    ]  # fmt: skip


def savings_by_month(book: int) -> dict[int, int]:
    """Return the net of each month (yyyymm) in which anybody saved regularly or withdrew of that, satang."""
    rows = journal.standing_rows(Saving, book).filter(sort=None).annotate(month=F("day") / 100)
    net: dict[int, int] = {}
    for month, direction, satang in (
        rows.values_list("month", "direction").annotate(sum=Sum("satang")).order_by("month")
    ):
        net[month] = net.get(month, 0) + (satang if direction == "in" else -satang)
    return net

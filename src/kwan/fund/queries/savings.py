"""Passbooks, and savings month by month."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Sum

from kwan.fund.models import Saving
from kwan.journal import queries as journal

PASSBOOK = "passbook:"


@dataclass(frozen=True)
class PassbookLine:
    """A line of a passbook as its member reads it: what came in, what went out, what is left (satang, ≥ 0)."""

    entry: int
    line: int
    on: date
    out: int
    into: int
    balance: int
    is_mended: bool


def balances(book: int) -> dict[str, int]:
    """Return what stands in each member's passbook (satang, ≥ 0), by member."""
    owed = (a for a in journal.accounts(book, "owed") if a.code.startswith(PASSBOOK))
    return {a.code.removeprefix(PASSBOOK): journal.as_people_see(a.kind, a.balance) for a in owed}


def passbook(
    book: int, member: str, before: int | None = None, size: int = journal.PAGE
) -> list[PassbookLine]:
    """Return a page of a member's passbook, newest line first: the lines of entries before `before`."""
    lines = journal.statement(book, f"{PASSBOOK}{member}", before, size)
    standing = journal.standing_entries(book, {line.entry for line in lines})
    return [
        PassbookLine(
            line.entry, line.line, line.on, line.came_in, line.went_out, journal.as_people_see("owed", line.balance),
            line.entry not in standing,
        )
        for line in lines
    ]  # fmt: skip


def savings_by_month(book: int) -> dict[int, int]:
    """Return the net of each month (yyyymm) in which anybody saved or withdrew, satang."""
    rows = journal.standing_rows(Saving, book).annotate(month=F("day") / 100)
    net: dict[int, int] = {}
    for month, direction, satang in (
        rows.values_list("month", "direction").annotate(sum=Sum("satang")).order_by("month")
    ):
        net[month] = net.get(month, 0) + (satang if direction == "in" else -satang)
    return net

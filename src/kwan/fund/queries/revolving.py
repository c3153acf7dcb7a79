"""The revolving fund's own book."""

from dataclasses import dataclass
from datetime import date

from kwan.fund.models import FundLine
from kwan.journal import queries as journal
from kwan.journal.rules import day_of


@dataclass(frozen=True)
class FundEntry:
    """A line of the fund's book; satang."""

    entry: int
    direction: str
    purpose: str
    item: str | None
    satang: int
    on: date


def fund_book(book: int) -> list[FundEntry]:
    """Return the standing lines of the fund's book, newest first, with what they were for in the group's words."""
    items = journal.names_in_seals(book, "item")
    rows = journal.standing_rows(FundLine, book).order_by("-day", "-entry")
    return [
        FundEntry(row.entry, row.direction, row.purpose, items.get(row.entry), row.satang, day_of(row.day))
        for row in rows
    ]

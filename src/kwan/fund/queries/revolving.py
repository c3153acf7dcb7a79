"""The revolving fund's own book, who gave to it, and what it means to buy."""

from dataclasses import dataclass
from datetime import date

from kwan.fund.models import FundLine, PlanDropped, PurchasePlanned
from kwan.journal import queries as journal
from kwan.journal.rules import day_of

GIFTS = ("grant", "raised", "donation")


@dataclass(frozen=True)
class FundEntry:
    """A line of the fund's book; satang. `giver` is the name that was sealed, for the group's own screens."""

    entry: int
    direction: str
    purpose: str
    item: str | None
    satang: int
    on: date
    giver: str | None = None
    giver_kind: str | None = None
    kept: str | None = None

    @property
    def is_gift(self) -> bool:
        """Whether somebody gave it: a grant, money raised, or anything with a giver."""
        return self.direction == "in" and (self.purpose in GIFTS or self.giver_kind is not None)


@dataclass(frozen=True)
class Planned:
    """Something that the group means to buy, by a day; satang."""

    entry: int
    what: str
    satang: int
    due: date


def fund_book(book: int) -> list[FundEntry]:
    """Return the standing lines of the fund's book, newest first, with what they were for in the group's words."""
    items, givers = journal.names_in_seals(book, "item"), journal.names_in_seals(book, "giver")
    rows = journal.standing_rows(FundLine, book).order_by("-day", "-entry")
    return [
        FundEntry(
            row.entry, row.direction, row.purpose, items.get(row.entry), row.satang, day_of(row.day), givers.get(row.entry),
            row.giver_kind, row.kept,
        )
        for row in rows
    ]  # fmt: skip


def plans(book: int) -> list[Planned]:
    """Return what is still to be bought, the nearest first."""
    bought = journal.standing_rows(FundLine, book).filter(plan__isnull=False).values("plan")
    dropped = journal.standing_rows(PlanDropped, book).values("plan")
    rows = journal.standing_rows(PurchasePlanned, book).exclude(entry__in=bought).exclude(entry__in=dropped)
    return [
        Planned(row.entry, row.what, row.satang, day_of(row.due)) for row in rows.order_by("due", "entry")
    ]


def plan(book: int, entry: int) -> Planned | None:
    """Return the plan of this entry, bought by now or not; None if it planned nothing."""
    row = journal.standing_rows(PurchasePlanned, book).filter(entry=entry).first()
    return Planned(entry, row.what, row.satang, day_of(row.due)) if row else None

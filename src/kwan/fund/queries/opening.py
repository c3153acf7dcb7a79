"""The opening of a book in mid-life: the sheet that waits for its second signature, and what was brought forward."""

import json
from dataclasses import dataclass
from datetime import date
from typing import get_type_hints

from django.db.models import Sum

from kwan.fund.models import LoanStep, OpeningAsked, OpeningMoney, OpeningPassbook, OpeningStock
from kwan.fund.rules.opening import OpeningSheet
from kwan.journal import queries as journal
from kwan.journal.beginnings import beginning
from kwan.journal.models import Entry
from kwan.journal.rules import day_of, from_plain

ASKED = "fund.opening_asked"


@dataclass(frozen=True)
class AskedSheet:
    """A sheet as an officer (`actor`) wrote it into an entry."""

    entry: int
    actor: str
    recorded_at: str
    sheet: OpeningSheet


@dataclass(frozen=True)
class BroughtLine:
    """One line of what was brought forward, with the entry that says it now: satang, grams or pieces.

    `kind` is "savings", "money", "loan" or "stock"; `name` whose, of which fund, which loan, what.
    """

    entry: int
    kind: str
    name: str
    sort: str
    quantity: int


@dataclass(frozen=True)
class Opening:
    """The beginning of a book: its day, and every line as it stands today."""

    on: date
    lines: tuple[BroughtLine, ...]

    def total(self, kind: str) -> int:
        """Return the sum of a kind of lines."""
        return sum(line.quantity for line in self.lines if line.kind == kind)

    @property
    def owed(self) -> int:
        """What the group owed its members, satang."""
        return self.total("savings")

    @property
    def has(self) -> int:
        """What it had in boxes, in the bank and lent out, satang."""
        return self.total("money") + self.total("loan")

    @property
    def own(self) -> int:
        """The group's own funds; below zero, so much was missing."""
        return self.has - self.owed


def sheet_asked(book: int, number: int | None = None) -> AskedSheet | None:
    """Return the sheet that waits (or, signed or not, the one of entry `number`), None if there is none."""
    rows = journal.standing_rows(OpeningAsked, book)
    row = rows.filter(entry=number).first() if number is not None else rows.first()
    if row is None:
        return None
    entry = Entry.objects.get(book=book, number=row.entry)
    hints, body = get_type_hints(OpeningSheet), json.loads(entry.body)
    said = {name: from_plain(hints[name], value) for name, value in body.items()}
    return AskedSheet(entry.number, entry.actor, entry.recorded_at, OpeningSheet(day_of(row.day), **said))


def opening(book: int) -> Opening | None:
    """Return what was brought forward as it stands today, None for a book kept from its start."""
    day = beginning(book)
    if day is None:
        return None
    savings = journal.standing_rows(OpeningPassbook, book).order_by("member", "sort")
    money = journal.standing_rows(OpeningMoney, book).order_by("entry")
    loans = journal.standing_rows(LoanStep, book).filter(step="brought").order_by("entry")
    stock = journal.standing_rows(OpeningStock, book).order_by("entry")
    lines = [BroughtLine(r.entry, "savings", r.member, r.sort or "", r.satang) for r in savings]
    lines += [BroughtLine(r.entry, "money", r.purse, r.kept or "", r.satang) for r in money]
    lines += [BroughtLine(r.entry, "loan", r.number, "", r.principal) for r in loans]
    lines += [BroughtLine(r.entry, "stock", r.what, r.unit, r.quantity) for r in stock]
    return Opening(day, tuple(lines))


def brought_money(book: int, purse: str) -> int:
    """Return what a fund had on the opening day in its box and in the bank, satang."""
    rows = journal.standing_rows(OpeningMoney, book).filter(purse=purse)
    return int(rows.aggregate(sum=Sum("satang"))["sum"] or 0)


def opening_savings(book: int) -> tuple[date, int] | None:
    """Return the opening day and what stood in all regular passbooks on it, satang; None for a book kept from its start."""
    day = beginning(book)
    if day is None:
        return None
    sum_ = (
        journal.standing_rows(OpeningPassbook, book)
        .filter(sort__isnull=True)
        .aggregate(sum=Sum("satang"))["sum"]
    )
    return day, int(sum_ or 0)

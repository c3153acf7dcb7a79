"""Savings days as they were written, and the receipts of them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import cast

from kwan.fund.models import SavingsDay, SavingsDayPurse
from kwan.fund.queries.loan_files import LOAN
from kwan.fund.queries.savings_sheet import SLIP_KINDS, column_of, on_the_day
from kwan.fund.rules.savings_day import PASSBOOKS, SAVED, SAVINGS, TAKEN, Column, Direction, PurseCount
from kwan.journal.models import Account, Entry, Transfer
from kwan.journal.queries import as_people_see, standing_rows
from kwan.journal.rules import Kind, day_number, day_of

STRUCK = "fund.saving_struck"


@dataclass(frozen=True)
class Day:
    """A savings day as it was written, or what a latecomer added to one; satang.

    `root` is the entry that it was first written in: its slips are the entries `first` to `last` behind that.
    `entry` is what stands now: another one where the cash was counted again.
    """

    entry: int
    root: int
    last: int
    on: date
    actor: str
    recorded_at: str
    deposits: int
    withdrawals: int
    opening: int
    expected: int
    counted: int
    difference: int
    boxes: tuple[PurseCount, ...]

    @property
    def first(self) -> int:
        """The first entry behind the cash."""
        return self.root + 1


@dataclass(frozen=True)
class Receipt:
    """One sum as it is printed: satang, and what its book holds after it (None where a sum has none).

    `root` is the entry that stood here first, if this one corrects it; `corrected_by` what stands instead.
    `is_struck`: it never was. `purse` is the fund it went into, `number` the loan that it repaid.
    """

    entry: int
    root: int
    member: str
    column: Column
    satang: int
    balance: int | None
    on: date
    hash: str
    is_struck: bool
    corrected_by: int | None
    purse: str = SAVINGS
    number: str = ""
    slip: str = ""
    carried_by: str = ""

    @property
    def direction(self) -> Direction:
        """Into the group's keeping, or out of it."""
        return "out" if self.column in TAKEN else "in"

    @property
    def cash(self) -> int:
        """What the box grew by, satang."""
        if self.slip:
            return 0
        return -self.satang if self.column in TAKEN else self.satang


def saved_on(book: int, on: date) -> dict[tuple[str, str], int]:
    """Return the entries of a day's savings that stand, by member and direction ("in", "out")."""
    return {(member, column): entry for (member, column, _), entry in on_the_day(book, on).items()}


def savings_days(book: int, size: int = 12) -> list[Day]:
    """Return the latest savings days, newest first."""
    return _days(
        book, standing_rows(SavingsDay, book).filter(added_to=None).order_by("-day", "-entry")[:size]
    )


def savings_day_on(book: int, on: date) -> Day | None:
    """Return the savings day of this date, or None."""
    rows = standing_rows(SavingsDay, book).filter(day=day_number(on), added_to=None)
    return next(iter(_days(book, rows[:1])), None)


def savings_day(book: int, number: int) -> Day:
    """Return the savings day (or the addition to one) that this entry wrote, as it stands now. Raise SavingsDay.DoesNotExist."""
    row = SavingsDay.objects.get(book=book, entry=number)
    while later := _correctors(book, [row.entry]).get(row.entry):
        row = SavingsDay.objects.get(book=book, entry=later)
    return _days(book, [row])[0]


def additions(book: int, root: int) -> list[Day]:
    """Return what came after a savings day was written (`root` is its first entry), in the order of the book."""
    return _days(book, standing_rows(SavingsDay, book).filter(added_to=root).order_by("entry"))


def _days(book: int, rows: Iterable[SavingsDay]) -> list[Day]:
    found = list(rows)
    entries = {
        row.number: row for row in Entry.objects.filter(book=book, number__in=[row.entry for row in found])
    }
    boxes: dict[int, list[PurseCount]] = {}
    for box in SavingsDayPurse.objects.filter(book=book, entry__in=list(entries)).order_by("entry", "line"):
        count = PurseCount(box.purse, box.expected, box.counted, box.opening)
        boxes.setdefault(box.entry, []).append(count)
    return [
        _day(row, entries[row.entry], _root(book, entries[row.entry]), boxes.get(row.entry, []))
        for row in found
    ]


def _root(book: int, entry: Entry) -> int:
    while entry.corrects is not None:
        entry = Entry.objects.get(book=book, number=entry.corrects)
    return entry.number


def _day(row: SavingsDay, entry: Entry, root: int, boxes: list[PurseCount]) -> Day:
    slips = row.deposits + row.withdrawals + (row.further or 0)
    return Day(
        row.entry, root, root + slips, day_of(row.day), entry.actor, entry.recorded_at, row.deposits, row.withdrawals,
        row.opening, row.expected, row.counted, row.difference,
        tuple(boxes) or (PurseCount(SAVINGS, row.expected, row.counted, row.opening),),
    )  # fmt: skip


def day_of_form(book: int, form: str) -> int | None:
    """Return the savings day that this form already wrote, or None."""
    return Entry.objects.filter(book=book, command=form).values_list("number", flat=True).first()


def day_of_slip(book: int, number: int) -> int | None:
    """Return the savings day on which this slip, or the one that it corrects in the end, was written."""
    rows = SavingsDay.objects.filter(book=book, entry__lt=number).order_by("-entry")
    for row in rows[:50]:
        entry = Entry.objects.get(book=book, number=row.entry)
        if entry.corrects is None:
            slips = row.deposits + row.withdrawals + (row.further or 0)
            return (row.added_to or row.entry) if number <= row.entry + slips else None
    return None


def receipts(book: int, numbers: Iterable[int]) -> list[Receipt]:
    """Return the receipts that stand in the place of these entries, in their order; other entries are left out."""
    standing = {number: number for number in numbers}
    while later := _correctors(book, standing):
        standing = {later.get(entry, entry): root for entry, root in standing.items()}
    found = {receipt.root: receipt for receipt in _printed(book, standing)}
    return [found[root] for root in sorted(found)]


def receipt(book: int, number: int) -> Receipt | None:
    """Return one entry's receipt as it was printed then, with what stands in its place now; None for other entries."""
    printed = _printed(book, {number: number})
    return printed[0] if printed else None


def first_entry(book: int, number: int) -> int:
    """Return the entry that stood here first, if this one corrects it. Raise Entry.DoesNotExist."""
    return _root(book, Entry.objects.get(book=book, number=number))


def _correctors(book: int, numbers: Iterable[int]) -> dict[int, int]:
    rows = Entry.objects.filter(book=book, corrects__in=list(numbers)).values_list("corrects", "number")
    return {int(corrects or 0): number for corrects, number in rows}


def _printed(book: int, roots: dict[int, int]) -> list[Receipt]:
    """Return the receipts of these entries (to their roots), asked for in few questions however many they are."""
    entries = list(Entry.objects.filter(book=book, number__in=roots, kind__in=[*SLIP_KINDS, STRUCK]))
    firsts = {row.number: row for row in Entry.objects.filter(book=book, number__in=list(roots.values()))}
    later, after = _correctors(book, roots), _balances_after(book, [entry.number for entry in entries])
    return [
        _receipt(entry, firsts[roots[entry.number]], after, later.get(entry.number))
        for entry in entries
        if _is_of_a_sheet(book, entry)
    ]


def _is_of_a_sheet(book: int, entry: Entry) -> bool:
    """Whether an entry is a sum of a member's line; one that strikes something is, if it strikes such a sum."""
    if entry.kind != STRUCK:
        return True
    return Entry.objects.get(book=book, number=_root(book, entry)).kind in SLIP_KINDS


def _receipt(
    entry: Entry, first: Entry, after: dict[tuple[int, str], int], corrected_by: int | None
) -> Receipt:
    said, struck = json.loads(entry.body), entry.kind == STRUCK
    was = json.loads(first.body)
    column = _column(first if struck else entry, was if struck else said)
    code = _account(column, said["member"], was.get("number", ""))
    loan = sum(said.get(part, 0) for part in ("principal", "interest", "fine"))
    return Receipt(
        entry.number, first.number, said["member"], column, said.get("satang", loan),
        after.get((entry.number, code)) if code else None, day_of(entry.day), entry.hash, struck, corrected_by,
        was.get("purse", "welfare" if column == "welfare" else SAVINGS), was.get("number", ""), said.get("slip", ""),
        said.get("carried_by", ""),
    )  # fmt: skip


def _column(entry: Entry, said: dict[str, str]) -> Column:
    return "in" if entry.kind == STRUCK else column_of(entry.kind, said)


def _account(column: Column, member: str, number: str) -> str:
    """Return the account whose balance a receipt shows: a passbook, or what is left of a loan."""
    if column == "loan":
        return f"{LOAN}{number}"
    sorts = {**SAVED, **TAKEN}
    return f"{PASSBOOKS[sorts[column]]}{member}" if column in sorts else ""


def _balances_after(book: int, numbers: Iterable[int]) -> dict[tuple[int, str], int]:
    """Return what passbooks and loans held after each of these entries, by entry and account."""
    rows = list(Transfer.objects.filter(book=book, entry__in=list(numbers)).order_by("entry", "line"))
    touched = {number for row in rows for number in (row.source, row.target)}
    accounts = Account.objects.filter(book=book, number__in=touched, kind__in=("owed", "held"))
    codes = {number: (kind, code) for number, kind, code in accounts.values_list("number", "kind", "code")}
    after = {}
    for row in rows:
        for account, balance in ((row.source, row.source_after), (row.target, row.target_after)):
            if account in codes:
                kind, code = codes[account]
                after[row.entry, code] = as_people_see(cast("Kind", kind), balance)
    return after

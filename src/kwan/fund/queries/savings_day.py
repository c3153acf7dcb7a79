"""Savings days: what each member brings as a rule, the day as it was written, and the receipts of it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Max

from kwan.fund.models import Saving, SavingsDay
from kwan.fund.queries.savings import PASSBOOK
from kwan.fund.rules.savings_day import Direction
from kwan.journal.models import Account, Entry, Transfer
from kwan.journal.queries import as_people_see, standing_rows
from kwan.journal.rules import day_number, day_of

SLIPS: dict[str, Direction] = {"fund.deposit": "in", "fund.withdrawal": "out"}


class Usual(NamedTuple):
    """What a member brought the last time they came, satang."""

    satang: int
    on: date


@dataclass(frozen=True)
class Day:
    """A savings day as it was written, satang. Its slips are the entries `first` to `last`."""

    entry: int
    first: int
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


@dataclass(frozen=True)
class Receipt:
    """One sum as it is printed: satang, and the passbook after it. `is_struck`: it never was.

    `root` is the entry that stood here first, if this one corrects it; `corrected_by` what stands instead.
    """

    entry: int
    root: int
    member: str
    direction: Direction
    satang: int
    balance: int
    on: date
    hash: str
    is_struck: bool
    corrected_by: int | None


def usual_savings(book: int, before: date) -> dict[str, Usual]:
    """Return what each member brought on the last day before this one on which they saved."""
    rows = standing_rows(Saving, book).filter(direction="in", day__lt=day_number(before))
    last = dict(rows.values_list("member").annotate(day=Max("day")))
    sums: dict[str, int] = {}
    for member, day, satang in rows.filter(day__in=set(last.values())).values_list("member", "day", "satang"):
        if last[member] == day:
            sums[member] = sums.get(member, 0) + satang
    return {member: Usual(satang, day_of(last[member])) for member, satang in sums.items()}


def saved_on(book: int, on: date) -> dict[tuple[str, str], int]:
    """Return the entries of a day's savings that stand, by member and direction ("in", "out")."""
    rows = standing_rows(Saving, book).filter(day=day_number(on)).order_by("entry")
    return {
        (member, direction): entry
        for member, direction, entry in rows.values_list("member", "direction", "entry")
    }


def savings_days(book: int, size: int = 12) -> list[Day]:
    """Return the latest savings days, newest first."""
    rows = list(standing_rows(SavingsDay, book).order_by("-day", "-entry")[:size])
    entries = Entry.objects.filter(book=book, number__in=[row.entry for row in rows])
    return [_day(row, next(entry for entry in entries if entry.number == row.entry)) for row in rows]


def savings_day_on(book: int, on: date) -> Day | None:
    """Return the savings day of this date, or None."""
    row = standing_rows(SavingsDay, book).filter(day=day_number(on)).first()
    return savings_day(book, row.entry) if row else None


def savings_day(book: int, number: int) -> Day:
    """Return the savings day that this entry wrote. Raise SavingsDay.DoesNotExist."""
    return _day(SavingsDay.objects.get(book=book, entry=number), Entry.objects.get(book=book, number=number))


def _day(row: SavingsDay, entry: Entry) -> Day:
    slips = row.deposits + row.withdrawals
    return Day(
        row.entry, row.entry + 1, row.entry + slips, day_of(row.day), entry.actor, entry.recorded_at, row.deposits,
        row.withdrawals, row.opening, row.expected, row.counted, row.difference,
    )  # fmt: skip


def day_of_form(book: int, form: str) -> int | None:
    """Return the savings day that this form already wrote, or None."""
    return Entry.objects.filter(book=book, command=form).values_list("number", flat=True).first()


def day_of_slip(book: int, number: int) -> int | None:
    """Return the savings day on which this slip, or the one that it corrects in the end, was written."""
    row = SavingsDay.objects.filter(book=book, entry__lt=number).order_by("-entry").first()
    return row.entry if row and number <= row.entry + row.deposits + row.withdrawals else None


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


def _correctors(book: int, numbers: Iterable[int]) -> dict[int, int]:
    rows = Entry.objects.filter(book=book, corrects__in=list(numbers)).values_list("corrects", "number")
    return {int(corrects or 0): number for corrects, number in rows}


def _printed(book: int, roots: dict[int, int]) -> list[Receipt]:
    """Return the receipts of these entries (to their roots), asked for in few questions however many they are."""
    entries = list(Entry.objects.filter(book=book, number__in=roots, kind__in=[*SLIPS, "fund.saving_struck"]))
    later, after = _correctors(book, roots), _balances_after(book, [entry.number for entry in entries])
    return [_receipt(entry, roots[entry.number], after, later.get(entry.number)) for entry in entries]


def _receipt(entry: Entry, root: int, after: dict[tuple[int, str], int], corrected_by: int | None) -> Receipt:
    body = json.loads(entry.body)
    member = body["member"]
    return Receipt(
        entry.number, root, member, SLIPS.get(entry.kind, "in"), body.get("satang", 0),
        after.get((entry.number, f"{PASSBOOK}{member}"), 0), day_of(entry.day), entry.hash, entry.kind not in SLIPS,
        corrected_by,
    )  # fmt: skip


def _balances_after(book: int, numbers: Iterable[int]) -> dict[tuple[int, str], int]:
    """Return what passbooks held after each of these entries, by entry and account."""
    rows = list(Transfer.objects.filter(book=book, entry__in=list(numbers)).order_by("entry", "line"))
    touched = {number for row in rows for number in (row.source, row.target)}
    owed = Account.objects.filter(book=book, number__in=touched, kind="owed").values_list("number", "code")
    codes = dict(owed)
    after = {}
    for row in rows:
        for account, balance in ((row.source, row.source_after), (row.target, row.target_after)):
            if account in codes:
                after[row.entry, codes[account]] = as_people_see("owed", balance)
    return after

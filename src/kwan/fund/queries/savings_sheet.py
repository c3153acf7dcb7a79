"""What a savings sheet is drawn from: the usual sums of each column, loans to repay, and what stands already."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from django.db.models import Max, QuerySet

from kwan.fund.models import Fine, LoanStep, Saving, TransferCounted, WelfareLine
from kwan.fund.queries.loan_files import loan_files
from kwan.fund.rules.dues import due_on
from kwan.fund.rules.savings_day import SAVED, TAKEN, Column, Sort
from kwan.journal.models import Entry
from kwan.journal.queries import names_in_seals, standing_rows
from kwan.journal.rules import day_number, day_of

SLIP_KINDS: Final = (
    "fund.deposit", "fund.withdrawal", "fund.welfare_received", "fund.loan_repaid", "fund.fine_paid",
)  # fmt: skip
INTO: Final[Mapping[str | None, Column]] = {sort: column for column, sort in SAVED.items()}
OUT: Final[Mapping[str | None, Column]] = {sort: column for column, sort in TAKEN.items()}


@dataclass(frozen=True)
class Written:
    """One entry as it was written; `said` is its body."""

    number: int
    kind: str
    on: date
    said: dict[str, Any]


class Usual(NamedTuple):
    """What a member brought the last time they came, satang."""

    satang: int
    on: date


class Counted(NamedTuple):
    """Where a transfer was counted."""

    entry: int
    member: str
    on: date


@dataclass(frozen=True)
class ToRepay:
    """A loan that is running: what falls due by the day of the sheet, and what is left of it; satang."""

    number: str
    member: str
    due: int
    left: int
    purse: str


def written(book: int, number: int) -> Written:
    """Return one entry. Raise Entry.DoesNotExist."""
    return _written(Entry.objects.get(book=book, number=number))


def entry_of_command(book: int, command: str) -> Written | None:
    """Return the entry that this command's id wrote, or None."""
    row = Entry.objects.filter(book=book, command=command).first()
    return _written(row) if row else None


def _written(row: Entry) -> Written:
    return Written(row.number, row.kind, day_of(row.day), json.loads(row.body))


def sealed_of(book: int, number: int, *fields: str) -> dict[str, int | str]:
    """Return the texts that were sealed beside an entry under these fields; erased ones are not there."""
    found = {field: names_in_seals(book, field).get(number) for field in fields}
    return {field: text for field, text in found.items() if text is not None}


def column_of(kind: str, said: Mapping[str, Any]) -> Column:
    """Return the column of the sheet that an entry of this kind stands in."""
    if kind == "fund.withdrawal":
        return OUT[said.get("sort")]
    plain: dict[str, Column] = {
        "fund.welfare_received": "welfare", "fund.loan_repaid": "loan", "fund.fine_paid": "fine",
    }  # fmt: skip
    return plain.get(kind) or INTO[said.get("sort")]


def usual_savings(book: int, before: date, sort: Sort = None) -> dict[str, Usual]:
    """Return what each member brought on the last day before this one on which they saved.

    Regular savings are those of the last day with any. Of special savings and shares, which many buy now and then,
    only what came on the member's very last day of saving is usual.
    """
    brought = standing_rows(Saving, book).filter(direction="in")
    found = _usual(brought.filter(sort=sort), before)
    if sort is None:
        return found
    rows = brought.filter(day__lt=day_number(before)).order_by()
    last = dict(rows.values_list("member").annotate(day=Max("day")))
    return {member: usual for member, usual in found.items() if day_number(usual.on) == last[member]}


def usual_welfare(book: int, before: date) -> dict[str, Usual]:
    """Return what each member paid into the welfare fund on the last day before this one on which they did."""
    return _usual(standing_rows(WelfareLine, book).filter(direction="in"), before)


def _usual(rows: QuerySet[Any], before: date) -> dict[str, Usual]:
    rows = rows.filter(day__lt=day_number(before))
    last = dict(rows.order_by().values_list("member").annotate(day=Max("day")))
    sums: dict[str, int] = {}
    for member, day, satang in rows.filter(day__in=set(last.values())).values_list("member", "day", "satang"):
        if last[member] == day:
            sums[member] = sums.get(member, 0) + satang
    return {member: Usual(satang, day_of(last[member])) for member, satang in sums.items()}


def loans_to_repay(book: int, on: date) -> dict[str, list[ToRepay]]:
    """Return the running loans of each member, with what falls due by a day."""
    found: dict[str, list[ToRepay]] = {}
    purses: dict[str, str] = {}
    for file in loan_files(book).values():
        standing = file.standing()
        if standing.state in ("active", "rescheduled") and (standing.left or standing.interest_left):
            purses = purses or _loan_purses(book)
            due = due_on(standing, on)
            one = ToRepay(
                file.number, file.member, due.principal + due.interest, standing.left + standing.interest_left,
                purses.get(file.number, "savings"),
            )  # fmt: skip
            found.setdefault(file.member, []).append(one)
    return found


def _loan_purses(book: int) -> dict[str, str]:
    """Return the purse that each loan was paid out of, and so comes back to."""
    steps = standing_rows(LoanStep, book).filter(step="paid_out").values_list("entry", flat=True)
    bodies = Entry.objects.filter(book=book, number__in=list(steps)).values_list("body", flat=True)
    said = [json.loads(body) for body in bodies]
    return {each["number"]: each["purse"] for each in said}


def borrower_of(book: int, number: str) -> str | None:
    """Return whose loan this is."""
    file = loan_files(book, number).get(number)
    return file.member if file else None


def counted_transfer(book: int, reference: str) -> Counted | None:
    """Return where the slip with this reference was counted, or None."""
    row = standing_rows(TransferCounted, book).filter(reference=reference).order_by("entry").first()
    return Counted(row.entry, row.member, day_of(row.day)) if row else None


def on_the_day(book: int, on: date) -> dict[tuple[str, str, str], int]:
    """Return the entries of a day that stand already, by member, column and the loan's number."""
    day = {"day": day_number(on)}
    found: dict[tuple[str, str, str], int] = {}
    for row in standing_rows(Saving, book).filter(**day).order_by("entry"):
        found[row.member, (INTO if row.direction == "in" else OUT)[row.sort], ""] = row.entry
    for line in standing_rows(WelfareLine, book).filter(**day, direction="in").order_by("entry"):
        found[line.member, "welfare", ""] = line.entry
    for fine in standing_rows(Fine, book).filter(**day).order_by("entry"):
        found[fine.member, "fine", ""] = fine.entry
    return found | _repaid(book, standing_rows(LoanStep, book).filter(**day, step="repaid"))


def _repaid(book: int, steps: Iterable[LoanStep]) -> dict[tuple[str, str, str], int]:
    entries = {step.number: step.entry for step in steps}
    files = loan_files(book) if entries else {}
    return {(files[number].member, "loan", number): entry for number, entry in entries.items()}

"""What the files of a group say of themselves, around every single row."""

from collections.abc import Callable, Sequence
from datetime import date

from kwan.journal.commands import sealed_name
from kwan.people import queries as people
from kwan.programme.rules import KINDS, suggest
from kwan.workbook.importing.looking import said_of_the_group
from kwan.workbook.importing.results import Door, Understanding
from kwan.workbook.mends import row_digests
from kwan.workbook.translate import Context
from kwan.workbook.translate.people import name_of, reference_of

FIRST_DAY = date(2021, 1, 1)


def context_of(group: str, sheets: Sequence[Understanding], door: Door) -> Context:
    """Return the context of a group's rows, before the book is asked anything."""
    said = said_of_the_group(sheets)
    return Context(
        group=group,
        province=said.get("province", ""),
        project=door.project or said.get("project"),
        founded=_founded(sheets),
        first_day=min(_days(sheets), default=FIRST_DAY),
        workshop_day=_workshop_day(sheets),
        has_buyers=any(u.kind == "buyers" for u in sheets),
        kept=_kept(group, sheets, door),
        secret=lambda text: sealed_name(f"{group}\n{text}"),
        suggest=_measure_for,
        meant=_meant(group, door),
    )


def learn_names(context: Context, book: int, sheets: Sequence[Understanding]) -> None:
    """Learn whose reference each name is: those of the book first, then those of the files' registers."""
    for member in people.members(book):
        context.knows(member.name, member.reference)
    for understanding in sheets:
        if understanding.kind == "members":
            for row in understanding.rows:
                context.knows(name_of(row), reference_of(row, context))


def _days(sheets: Sequence[Understanding]) -> set[date]:
    return {
        value for u in sheets for row in u.rows for value in row.values.values() if isinstance(value, date)
    }


def _founded(sheets: Sequence[Understanding]) -> date | None:
    days = [row.values.get("founded") for u in sheets if u.kind == "group" for row in u.rows]
    return next((day for day in days if isinstance(day, date)), None)


def _workshop_day(sheets: Sequence[Understanding]) -> date | None:
    """Return the day of the last activity that sums lessons up, else of the last activity."""
    rows = [row for u in sheets if u.kind == "activities" for row in u.rows]
    held = [(row.values.get("date"), " ".join(map(str, row.values.values())).lower()) for row in rows]
    days = [(day, words) for day, words in held if isinstance(day, date)]
    of_lessons = [day for day, words in days if "บทเรียน" in words or "lesson" in words]
    return max(of_lessons or [day for day, _ in days], default=None)


def _kept(group: str, sheets: Sequence[Understanding], door: Door) -> frozenset[int]:
    """Return the ids of the rows that somebody said are events of their own."""
    if "keep" not in door.mends.rows.values():
        return frozenset()
    digests = ((digest, row) for u in sheets for digest, row in row_digests(group, u.outcomes))
    return frozenset(id(row) for digest, row in digests if door.mends.rows.get(digest) == "keep")


def _meant(group: str, door: Door) -> Callable[[str], str | None]:
    answers: dict[str, str | None] = {}

    def meant(written: str) -> str | None:
        if written not in answers:
            answers[written] = door.mends.person(group, written)
        return answers[written]

    return meant


def _measure_for(name: str, unit: str, source: str | None) -> str | None:
    code = suggest(name, unit, source or "")
    return KINDS[code].measure if code else None

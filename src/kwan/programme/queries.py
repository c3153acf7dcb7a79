"""Questions about activities, indicators and dated events."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from kwan.journal.queries import standing_rows
from kwan.journal.rules import day_of
from kwan.programme import models


@dataclass(frozen=True)
class Activity:
    """A meeting or training. `attended` are members, `others` are counted, `teacher` is a member or None."""

    entry: int
    on: date
    topic: str
    theme: str | None
    attended: tuple[str, ...]
    others: int
    teacher: str | None

    @property
    def people(self) -> int:
        """How many came."""
        return len(self.attended) + self.others


@dataclass(frozen=True)
class Indicator:
    """What was promised. `baseline` (None: not measured) and `target` in hundredths of the unit.

    `measure` is what a person last said that answers it: a measure's id, `numerator/denominator`, or None.
    """

    entry: int
    objective: str
    name: str
    unit: str
    baseline: int | None
    target: int
    source: str | None
    measure: str | None


@dataclass(frozen=True)
class Event:
    """Something outside the group, from a day until a day, or with no end known."""

    entry: int
    on: date
    until: date | None
    what: str


def activities(book: int, upto: int | None = None) -> list[Activity]:
    """Return the activities, oldest first, as the book stood at entry `upto` (default: now)."""
    came: dict[int, tuple[str, ...]] = defaultdict(tuple)
    for row in standing_rows(models.Attendance, book, upto).order_by("entry", "line"):
        came[row.entry] += (row.member,)
    return [
        Activity(row.entry, day_of(row.day), row.topic, row.theme, came[row.entry], row.others, row.teacher)
        for row in standing_rows(models.Activity, book, upto).order_by("day", "entry")
    ]


def indicators(book: int, upto: int | None = None) -> list[Indicator]:
    """Return the indicators in the order they were set."""
    mapped = dict(
        standing_rows(models.IndicatorMapping, book, upto).order_by("entry").values_list("name", "measure")
    )
    return [
        Indicator(
            row.entry, row.objective, row.name, row.unit, row.baseline, row.target, row.source,
            mapped.get(row.name, row.measure),
        )
        for row in standing_rows(models.Indicator, book, upto).order_by("entry")
    ]  # fmt: skip


def events(book: int, upto: int | None = None) -> list[Event]:
    """Return the dated events, oldest first."""
    return [
        Event(row.entry, day_of(row.day), day_of(row.until) if row.until else None, row.what)
        for row in standing_rows(models.Event, book, upto).order_by("day", "entry")
    ]

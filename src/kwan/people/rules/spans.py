"""From when until when: memberships and offices, which may begin again after they ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kwan.journal.rules import day_of


class Mark(NamedTuple):
    """A day (yyyymmdd) on which something began or ended, and the entry that says so: it orders one day."""

    day: int
    entry: int


@dataclass(frozen=True)
class Span:
    """From a day, until a day or still."""

    since: date
    until: date | None

    def holds(self, on: date) -> bool:
        """Return whether this day lies in it; the day it ended does not."""
        return self.since <= on and (self.until is None or on < self.until)


def spans(begun: Iterable[Mark], ended: Iterable[Mark]) -> tuple[Span, ...]:
    """Return the spans that these beginnings and endings make, the earliest first.

    What begins while it goes on, or ends before it began, changes nothing.
    """
    events = sorted([(*mark, True) for mark in begun] + [(*mark, False) for mark in ended])
    found: list[Span] = []
    since: date | None = None
    for day, _, is_beginning in events:
        if is_beginning and since is None:
            since = day_of(day)
        elif not is_beginning and since is not None:
            found.append(Span(since, day_of(day)))
            since = None
    return (*found, Span(since, None)) if since is not None else tuple(found)

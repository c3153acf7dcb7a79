"""Working capital: what the next weeks ask of the fund, against what is there and what is still to come. Satang."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

WEEK = timedelta(days=7)


class Expected(NamedTuple):
    """A sum on a day: to be paid, or to come in. What a purchase was planned for before today counts as today's."""

    on: date
    satang: int


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days: what goes out, what is to come in, and what is left at their end if both do."""

    start: date
    out: int
    into: int
    left: int

    @property
    def end(self) -> date:
        """The last day of the week."""
        return self.start + WEEK - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Outlook:
    """The weeks from today on. `short` is the first week that ends below nothing, None while it is enough."""

    there: int
    weeks: tuple[Week, ...]

    @property
    def short(self) -> Week | None:
        """The first week for which there is not enough."""
        return next((week for week in self.weeks if week.left < 0), None)

    @property
    def most_short(self) -> int:
        """By how much it is short when it is worst, 0 where it never is."""
        return max(0, *(-week.left for week in self.weeks))

    @property
    def end(self) -> date:
        """The last day that was looked at."""
        return self.weeks[-1].end


def outlook(
    today: date, there: int, plans: Sequence[Expected], receipts: Sequence[Expected], weeks: int = 8
) -> Outlook:
    """Return what is left week by week. What is not of these weeks is left out; a plan whose day passed is due today."""
    left, found = there, []
    for number in range(weeks):
        start = today + number * WEEK
        out = sum(plan.satang for plan in plans if _week_of(max(plan.on, today), today) == number)
        into = sum(sum_.satang for sum_ in receipts if _week_of(sum_.on, today) == number)
        left += into - out
        found.append(Week(start, out, into, left))
    return Outlook(there, tuple(found))


def _week_of(day: date, today: date) -> int:
    return (day - today).days // WEEK.days

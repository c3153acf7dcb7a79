"""Which days a picture of growth is drawn at: the ends of months, of years where there are too many months."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

MOST_MONTHS: Final = 12


def is_by_year(first: date, last: date) -> bool:
    """Return whether the months from `first` to `last` are too many for one picture."""
    return _months(first, last) > MOST_MONTHS


def periods(first: date, last: date) -> list[date]:
    """Return the first days of the months from `first` to `last`, or of the years where these are more than twelve months."""
    if is_by_year(first, last):
        return [date(year, 1, 1) for year in range(first.year, last.year + 1)]
    start = first.year * 12 + first.month - 1
    return [date(month // 12, month % 12 + 1, 1) for month in range(start, start + _months(first, last))]


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def ends_of(begun: Iterable[date], last: date) -> tuple[date, ...]:
    """Return the last day of each of these periods; the last one ends at `last`."""
    return (*(start - timedelta(days=1) for start in list(begun)[1:]), last)

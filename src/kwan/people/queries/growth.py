"""How many members lived in each district, as time went on."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from kwan.people.queries.members import members
from kwan.people.rules.growth import ends_of, is_by_year, periods


@dataclass(frozen=True)
class District:
    """One district (4 digits; 0 where none is written) and how many members lived there at each period's end."""

    code: int
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Growth:
    """The ends of the periods (years where months are too many), and each district with its counts, most members first and 0 last."""

    ends: tuple[date, ...]
    is_by_year: bool
    districts: tuple[District, ...]


def growth(book: int, today: date) -> Growth | None:
    """Return how many members lived in each district as time went on, None for a register without anybody.

    A member counts from the day they joined until the day they left, again from their return, and where they live
    now. The last period ends today.
    """
    people = members(book)
    first = min((person.joined for person in people), default=None)
    if first is None or first > today:
        return None
    ends = ends_of(periods(first, today), today)
    counted = [
        Counter(person.district or 0 for person in people if any(span.holds(end) for span in person.spans))
        for end in ends
    ]
    codes = sorted(
        {person.district or 0 for person in people}, key=lambda code: (not code, -counted[-1][code], code)
    )
    districts = tuple(District(code, tuple(at_end[code] for at_end in counted)) for code in codes)
    return Growth(ends, is_by_year(first, today), districts)

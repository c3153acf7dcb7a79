"""Questions about offices: who holds which, and who held them before."""

from dataclasses import dataclass
from datetime import date

from kwan.people.queries.members import terms
from kwan.people.rules.offices import place_of


@dataclass(frozen=True)
class Generation:
    """Who held the offices from one day of change until the next: (office, reference), in the order of the offices."""

    number: int
    since: date
    until: date | None
    holders: tuple[tuple[str, str], ...]


def holders(book: int) -> dict[str, set[str]]:
    """Return who holds each office now, by its code."""
    held: dict[str, set[str]] = {}
    for member, kept in terms(book).items():
        for term in kept:
            if term.until is None:
                held.setdefault(term.office, set()).add(member)
    return held


def generations(book: int) -> list[Generation]:
    """Return the generations of officers, the newest first; a plain member's place is no office."""
    held = [
        (member, term) for member, kept in terms(book).items() for term in kept if term.office != "member"
    ]
    days = {term.since for _, term in held} | {term.until for _, term in held if term.until}
    found: list[Generation] = []
    for since, until in zip(ordered := sorted(days), [*ordered[1:], None], strict=False):
        of_then = [(term.office, member) for member, term in held if term.holds(since)]
        of_then.sort(key=lambda pair: (place_of(pair[0]), pair))
        if of_then:
            found.append(Generation(len(found) + 1, since, until, tuple(of_then)))
    return found[::-1]

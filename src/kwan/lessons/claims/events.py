"""Dated events that fell into the group's time, and claims that compare the books with them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kwan.lessons.claims.judging import Books, Chapter, Claim
from kwan.lessons.rules import Finding, Name
from kwan.programme import queries as programme


@dataclass(frozen=True)
class Dated:
    """Something outside the group, from a day to a day; one without an end lasts as long as the book is written."""

    what: str
    on: date
    until: date

    @property
    def name(self) -> Name:
        """What it was, in the words it was noted in."""
        return Name(self.what, self.what)

    @property
    def first_month(self) -> int:
        """The month (yyyymm) it began in."""
        return self.on.year * 100 + self.on.month

    @property
    def last_month(self) -> int:
        """The month (yyyymm) it ended in."""
        return self.until.year * 100 + self.until.month

    def covers(self, day: date) -> bool:
        """Return whether it lasted on this day."""
        return self.on <= day <= self.until


def events_of(books: Books) -> list[Dated]:
    """Return the events noted in the books, earliest first, and note that they were asked for."""
    books.take("events.noted")
    today = books.today() or date.min
    return [
        Dated(event.what, event.on, max(event.until or today, event.on))
        for event in programme.events(books.book, books.last_entry)
    ]


def for_each_event(
    books: Books,
    id_: str,
    chapter: Chapter,
    question: tuple[str, str],
    rule: Callable[[Books, Dated | None], Finding],
) -> list[Claim]:
    """Return one claim for each event, told apart by its words and day; where no event is noted, the one that says so."""
    events = events_of(books)
    if not events:
        return [Claim(id_, chapter, *question, lambda asked: _with_events(asked, rule, None))]

    def claim(event: Dated) -> Claim:
        about = f"{event.what} ({event.on.isoformat()})"
        return Claim(id_, chapter, *question, lambda asked: _with_events(asked, rule, event), about=about)

    return [claim(event) for event in events]


def _with_events(
    books: Books, rule: Callable[[Books, Dated | None], Finding], event: Dated | None
) -> Finding:
    books.take("events.noted")
    return rule(books, event)

"""Questions about the workshop's cards, the group's replies, and what it let others read."""

from dataclasses import dataclass
from datetime import date

from kwan.journal.queries import names_in_seals, standing_rows
from kwan.journal.rules import day_of
from kwan.lessons import models


@dataclass(frozen=True)
class Note:
    """A card: its words (None once erased), who pinned it, under which heading, with how many votes."""

    entry: int
    on: date
    small_group: str
    sort: str
    votes: int
    text: str | None


@dataclass(frozen=True)
class Reply:
    """What the group answers to a claim of its report; `about` tells the claims of one family apart."""

    entry: int
    on: date
    claim: str
    about: str
    text: str | None


def notes(book: int, upto: int | None = None) -> list[Note]:
    """Return the cards, most votes first, as the book stood at entry `upto` (default: now)."""
    texts = names_in_seals(book, "text")
    return [
        Note(row.entry, day_of(row.day), row.small_group, row.sort, row.votes, texts.get(row.entry))
        for row in standing_rows(models.Note, book, upto).order_by("-votes", "entry")
    ]


def replies(book: int, upto: int | None = None) -> list[Reply]:
    """Return the reply that stands for each claim, the newest where there are several."""
    texts = names_in_seals(book, "text")
    newest = {
        (row.claim, row.about): Reply(row.entry, day_of(row.day), row.claim, row.about, texts.get(row.entry))
        for row in standing_rows(models.Reply, book, upto).order_by("entry")
    }
    return list(newest.values())


def releases(book: int, upto: int | None = None) -> list[int]:
    """Return every entry up to which others could once read the report, as the book stood at entry `upto`."""
    rows = standing_rows(models.Release, book, upto).order_by("entry")
    return list(dict.fromkeys(rows.values_list("upto", flat=True)))


def released_upto(book: int) -> int | None:
    """Return the entry up to which others may read the report, None if the group released nothing."""
    newest = standing_rows(models.Release, book).order_by("entry").last()
    return newest.upto if newest else None

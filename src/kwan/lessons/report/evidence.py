"""The entries that a claim rests on, as rows that people can read.

What was answered in confidence is never opened: of the answers only whole rounds are told (when, with which
instrument, how many answered if they were five or more), of debts nothing.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kwan.journal import queries as journal
from kwan.journal.queries import EntryView
from kwan.lessons.claims.judging import Judged
from kwan.lessons.report.entry_words import ANSWERED, entry_words, instrument_words, round_words
from kwan.lessons.rules import Lang, Name
from kwan.programme import measures
from kwan.wellbeing.rules import FEWEST_PEOPLE

MOST = 200
ANSWERS = "wellbeing.answers"  # the measure whose rows are the answers of every round


@dataclass(frozen=True)
class Row:
    """One row of evidence in both languages. `entry` is None for a whole round of answers."""

    book: int
    entry: int | None
    on: date
    what: Name
    amount: Name


@dataclass(frozen=True)
class EvidenceRow:
    """One row of evidence in one language: the entry, the day, what it is, what it comes to."""

    book: int
    entry: int | None
    on: date
    what: str
    amount_text: str


@dataclass(frozen=True)
class WholeRound:
    """A round of answers as a whole. `entries` is empty and `people` None where fewer than five answered."""

    book: int
    number: int
    instrument: str
    on: date
    people: int | None
    entries: tuple[tuple[int, int], ...]

    def row(self) -> Row:
        """Return the round as one row."""
        name, instrument = round_words(self.number), instrument_words(self.instrument)
        if self.people is None:
            amount = Name("ผู้ตอบน้อยกว่าห้าคน", "fewer than five answered")
        else:
            amount = Name(f"ตอบ {self.people:,} คน", f"{self.people:,} answered")
        what = Name(f"{name.th} · {instrument.th}", f"{name.en} · {instrument.en}")
        return Row(self.book, None, self.on, what, amount)


def rows(judged: Judged, lang: Lang, most: int = MOST, upto: int | None = None) -> list[EvidenceRow]:
    """Return the claim's evidence in the order it was written, the latest `most` of it, rounds first.

    `upto` is the entry that the report is bound to (default: the book as it stands now).
    """
    return [spoken(row, lang) for row in rows_in_both(judged, most, upto)]


def rows_in_both(judged: Judged, most: int = MOST, upto: int | None = None) -> list[Row]:
    """Return the claim's evidence in both languages; see `rows`."""
    told = [each.row() for each in rounds_behind(judged, upto)]
    if judged.claim.sealed:
        return told
    latest = judged.evidence[-most:] if most else ()
    return [*told, *(row for row in entry_rows(latest) if row is not None)]


def spoken(row: Row, lang: Lang) -> EvidenceRow:
    """Return a row in one language."""
    what, amount = (row.what.en, row.amount.en) if lang == "en" else (row.what.th, row.amount.th)
    return EvidenceRow(row.book, row.entry, row.on, what, amount)


def entry_rows(pairs: Iterable[tuple[int, int]]) -> list[Row]:
    """Return the rows of these (book, entry) pairs, without what is sealed."""
    by_book: dict[int, list[int]] = {}
    for book, entry in pairs:
        by_book.setdefault(book, []).append(entry)
    views = (view for book, numbers in by_book.items() for view in journal.entries_numbered(book, numbers))
    return [row for row in map(_row, views) if row is not None]


def _row(view: EntryView) -> Row | None:
    words = entry_words(view.kind, view.body)
    return Row(view.book, view.number, view.on, *words) if words else None


def rounds_behind(judged: Judged, upto: int | None = None) -> tuple[WholeRound, ...]:
    """Return the whole rounds of answers that a sealed claim, or one that asked for answers, rests on."""
    if not any(measure.startswith("wellbeing.") for measure in judged.readings):
        return ()
    return rounds(judged.book, upto)


def rounds(book: int, upto: int | None = None) -> tuple[WholeRound, ...]:
    """Return every round of a book as it stood at an entry, by number and instrument; no answer is opened."""
    last = journal.head(book).last_entry if upto is None else upto
    entries = [entry for _, entry in measures.take(ANSWERS, [(book, last)]).evidence]
    answers: dict[tuple[int, str], list[EntryView]] = {}
    for view in journal.entries_numbered(book, entries):
        if view.kind == ANSWERED:
            body = json.loads(view.body)
            answers.setdefault((body["round"], body["instrument"]), []).append(view)
    return tuple(_round(book, *key, views) for key, views in sorted(answers.items()))


def _round(book: int, number: int, instrument: str, views: list[EntryView]) -> WholeRound:
    people = len({json.loads(view.body)["member"] for view in views})
    on = max(view.on for view in views)
    if people < FEWEST_PEOPLE:
        return WholeRound(book, number, instrument, on, None, ())
    return WholeRound(book, number, instrument, on, people, tuple((book, view.number) for view in views))

"""How a claim is judged: it asks the books for measures, and what it asked for is remembered.

A claim is a question with a rule. The rule sees the books of one group as they stood at one entry,
and nothing else: no clock, no other group, no memory of what was said before.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Final, Literal

from kwan.journal import queries as journal
from kwan.journal.papers import paper_keys
from kwan.lessons.rules import LANGS, Figure, Finding, Gap, Name, Unit, Verdict, digest, plain, say
from kwan.programme import measures
from kwan.programme.measures import Reading

Chapter = Literal[
    "records",
    "people",
    "money",
    "market",
    "production",
    "wellbeing",
    "programme",
    "fund",
    "lending",
    "workshop",
]

Row = tuple[int, int, int, str | None, int]
WHOLE_BOOK: Final = "records.kept"
# Measures that count by entry: their part begins with the entry's own number.
PARTS_ARE_ENTRIES: Final = frozenset(
    {"activities.attended", "activities.taught", "lessons.votes", "workshop.signed_in"}
)


@dataclass
class Books:
    """One group's books up to one entry, as a claim may ask them. Notes which measures were asked."""

    book: int
    name: str
    last_entry: int
    readings: dict[str, Reading] = field(default_factory=dict)
    asked: dict[str, Reading] = field(default_factory=dict)

    @cached_property
    def papers(self) -> Mapping[int, str]:
        """The papers' own keys by entry: what a row is known by when numbers shift."""
        return paper_keys(self.book, self.last_entry)

    def take(self, measure: str) -> Reading:
        """Return the reading of a measure, taken once, and note that it was asked."""
        self.asked[measure] = self._read(measure)
        return self.asked[measure]

    def take_only(self, measure: str, entries: Collection[int]) -> Reading:
        """Return what of a measure rests on these entries; unless it is asked for whole, nothing else of it is evidence."""
        whole = self._read(measure)
        reading = Reading(whole.measure, tuple(row for row in whole.rows if row[1] in entries))
        return self.asked.setdefault(measure, reading)

    def in_confidence(self, measure: str) -> Reading:
        """Return a reading that is no evidence of the claim, for sealed claims whose rows would single people out.

        What it gave may go into the claim's statistics only as far as it may be shown.
        """
        return self._read(measure)

    def _read(self, measure: str) -> Reading:
        if measure not in self.readings:
            self.readings[measure] = measures.take(measure, [(self.book, self.last_entry)])
        return self.readings[measure]

    def value(self, measure: str) -> int:
        """Return a measure's value, an integer in its unit."""
        return self.take(measure).value

    def parts(self, measure: str) -> dict[str, int]:
        """Return the sums of a measure by part."""
        return self.take(measure).parts

    def figure(self, measure: str, part: str | None = None) -> Figure:
        """Return the measure's value, or that of one of its parts, as a figure for a sentence."""
        reading = self.take(measure)
        value = reading.value if part is None else reading.parts.get(part, 0)
        return Figure(value, _unit(reading.measure.unit), measure, part)

    def count_of_parts(self, measure: str) -> Figure:
        """Return how many parts of a measure are above zero, as a figure for a sentence."""
        reading = self.take(measure)
        return Figure(sum(amount > 0 for amount in reading.parts.values()), "count", measure, of_parts=True)

    def today(self) -> date | None:
        """Return the last day anything happened on."""
        return journal.last_day(self.book, self.last_entry)

    def this_month(self) -> int:
        """Return the month (yyyymm) of the last day anything happened on, 0 for an empty book."""
        today = self.today()
        return today.year * 100 + today.month if today else 0

    def group(self) -> Name:
        """Return the group's own name."""
        return Name(self.name, self.name)


def _unit(text: str) -> Unit:
    known: dict[str, Unit] = {"satang": "satang", "gram": "gram", "percent": "percent", "price": "price"}
    return known.get(text, "count")


def calculated(name: str, value: int | Decimal, unit: Unit) -> Figure:
    """Return a figure that the claim calculated, under the name it has among its statistics."""
    return Figure(value, unit, name=name)


Rule = Callable[[Books], Finding]


@dataclass(frozen=True)
class Claim:
    """A question of the report's kind, and the rule that answers it.

    `sealed` claims rest on what members told in confidence: no single entry of theirs is ever opened.
    `about` tells the claims of one family apart; id and about together are unique in a group's report.
    """

    id: str
    chapter: Chapter
    th: str
    en: str
    rule: Rule
    sealed: bool = False
    about: str = ""


Family = Callable[[Books], list[Claim]]
"""One claim for each thing of a kind that the books hold: each indicator, each note of the workshop."""


@dataclass(frozen=True)
class Judged:
    """A claim with its answer: what was found, on which measures, resting on which entries.

    `papers` are the papers' own keys by entry; an entry without one is known by its number.
    """

    id: str
    claim: Claim
    book: int
    group: str
    finding: Finding
    readings: Mapping[str, Reading]
    gaps: tuple[Gap, ...] = ()
    papers: Mapping[int, str] = field(default_factory=dict)

    @property
    def verdict(self) -> Verdict:
        """How far the books bear the claim out."""
        return self.finding.verdict

    @cached_property
    def evidence(self) -> tuple[tuple[int, int], ...]:
        """The (book, entry) of everything the claim rests on, each once, in order.

        Of the whole book only the kinds of entry that the table names: what is missing from a list of all
        the others would tell how much was told in confidence.
        """
        return tuple(sorted({row[:2] for _, row in self._rows()}))

    @cached_property
    def digest(self) -> str:
        """A hash of what is said and of the rows it rests on; when it differs at the head, the sentence is stale."""
        return digest([*spoken(self), *sorted(self._row(id_, row) for id_, row in self._rows())])

    def _rows(self) -> Iterator[tuple[str, Row]]:
        slots = (slot for row in self.finding.table for slot in row)
        named = {slot.part for slot in slots if isinstance(slot, Figure) and slot.measure == WHOLE_BOOK}
        for id_, reading in self.readings.items():
            yield from ((id_, row) for row in reading.rows if id_ != WHOLE_BOOK or row[3] in named)

    def _row(self, id_: str, row: Row) -> tuple[str, ...]:
        """Return a row under its paper's own key, so that an unchanged row reads alike in every book."""
        _, entry, line, part, amount = row
        own = str(part).removeprefix(str(entry)) if id_ in PARTS_ARE_ENTRIES else str(part)
        return id_, self.papers.get(entry, str(entry)), str(line), own, str(amount)


def spoken(judged: Judged) -> list[str]:
    """Return all that a claim says in words: its verdict, its sentences, why, and its table."""
    finding = judged.finding
    sentences = (finding.th, finding.en, finding.why_th, finding.why_en)
    cells = (say("{cell}", {"cell": slot}, lang) for row in finding.table for slot in row for lang in LANGS)
    return [judged.verdict, *(plain(sentence) for sentence in (*sentences, *cells))]


def judge(claim: Claim, books: Books, gaps: Mapping[str, tuple[Gap, ...]] | None = None) -> Judged:
    """Answer one claim from the books. `gaps` are the disagreements that cap it, by claim id."""
    books.asked = {}
    finding = claim.rule(books)
    touching = (gaps or {}).get(claim.id, ())
    for gap in touching:
        for measure in gap.measures:
            books.take(measure)
    return Judged(
        claim.id,
        claim,
        books.book,
        books.name,
        finding.capped(touching),
        dict(books.asked),
        touching,
        books.papers,
    )

"""What may leave the house of what a claim found.

An open claim puts out all that it was worked out from. A sealed one puts out what its own sentences say
and nothing beside: no other value, part or statistic, and no hash from which one could be guessed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from kwan.lessons.claims.judging import Judged, spoken
from kwan.lessons.report.evidence import rounds_behind
from kwan.lessons.rules import Figure, Sentence, digest
from kwan.programme.measures import Reading

# Parts that are people, that would count what is sealed, or districts of which one newcomer may come: only those
# that a sentence names are put out.
PARTS_WITHHELD: Final = frozenset(
    {
        "income.by_member_month",
        "members.by_district_month",
        "members.districts",
        "members.districts_at_start",
        "members.joined_by_district",
        "orders.count_by_buyer",
        "records.kept",
    }
)

Statistic = int | Decimal | str | bool | None
Key = tuple[int, str, str]


def key(judged: Judged) -> Key:
    """Return what a claim is known by in every edition: its book, its id, and what it is about."""
    return judged.book, judged.id, judged.claim.about


@dataclass(frozen=True)
class Shown:
    """A measure as far as it may be shown: satang, gram or a count, and its parts."""

    unit: str
    value: int | None
    parts: Mapping[str, int]


def figures(judged: Judged) -> Iterator[Figure]:
    """Yield every figure that the claim's sentences, reasons, gaps and table hold, in both languages."""
    finding = judged.finding
    for sentence in (finding.th, finding.en, finding.why_th, finding.why_en, *gap_sentences(judged)):
        yield from (span.slot for span in sentence if isinstance(span.slot, Figure))
    for row in finding.table:
        yield from (slot for slot in row if isinstance(slot, Figure))


def gap_sentences(judged: Judged) -> Iterator[Sentence]:
    """Yield the sentences that name the claim's gaps."""
    for gap in judged.gaps:
        yield from (gap.th, gap.en)


def measures(judged: Judged) -> dict[str, Shown]:
    """Return the claim's measures as far as they may be shown, by id."""
    said, sealed = tuple(figures(judged)), judged.claim.sealed
    read = sorted(judged.readings.items())
    shown = {id_: _shown(id_, reading, said, sealed=sealed) for id_, reading in read}
    return {id_: one for id_, one in shown.items() if one.value is not None or one.parts}


def _shown(id_: str, reading: Reading, said: tuple[Figure, ...], *, sealed: bool) -> Shown:
    own = [figure for figure in said if figure.measure == id_]
    named = {figure.part: int(figure.value) for figure in own if figure.part is not None}
    if sealed:
        whole = any(figure.part is None and not figure.of_parts for figure in own)
        return Shown(reading.measure.unit, reading.value if whole else None, named)
    if id_ in PARTS_WITHHELD:
        return Shown(reading.measure.unit, reading.value, named)
    return Shown(reading.measure.unit, reading.value, reading.parts)


def statistics(judged: Judged) -> dict[str, Statistic]:
    """Return what the claim calculated, as far as it may be shown, by name."""
    if not judged.claim.sealed:
        return dict(sorted(judged.finding.statistics.items()))
    return {figure.name: figure.value for figure in sorted(figures(judged), key=_name) if figure.name}


def _name(figure: Figure) -> str:
    return figure.name or ""


def evidence(judged: Judged, upto: int | None = None) -> tuple[tuple[int, int], ...]:
    """Return the (book, entry) of what the claim rests on; of a sealed one, whole rounds of five or more."""
    if not judged.claim.sealed:
        return judged.evidence
    return tuple(sorted(pair for each in rounds_behind(judged, upto) for pair in each.entries))


def fingerprint(judged: Judged, upto: int | None = None) -> str:
    """Return a hash of what is said and what it rests on; if it differs at the head, the sentence is stale.

    Of a sealed claim it covers the words and the entries of whole rounds, and never a value: of a few small numbers every
    hash is soon guessed. Nothing is missed by that, for an answer changes only by another entry.
    """
    if not judged.claim.sealed:
        return judged.digest
    papers = judged.papers
    return digest(
        [*spoken(judged), *sorted(papers.get(entry, str(entry)) for _, entry in evidence(judged, upto))]
    )

"""A claim as a leaf of the report: all that HTML, PDF and DOCX say of it, in one language and in words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kwan.lessons.claims.judging import Judged
from kwan.lessons.report import measure_words, shown
from kwan.lessons.report.document import Report
from kwan.lessons.report.evidence import rounds_behind
from kwan.lessons.report.shown import Key, key
from kwan.lessons.rules import VERDICTS, Lang, Sentence, Verdict, plain
from kwan.pictures import Palette, Picture
from kwan.pictures import Verdict as Mark
from kwan.programme.measures import definitions

_NUMBER: Final = re.compile(r"[-–−]?[\d.,]+(?:\s?(?:%|\D{1,8}))?$|–?$")
MOST_PARTS: Final = 24  # more parts than two years of months crowd a column; the JSON has them all
MARKS: Final[dict[Verdict, Mark]] = {
    "supported": "supported",
    "partly": "partly",
    "not_supported": "not_supported",
    "not_enough_data": "not_enough",
}


@dataclass(frozen=True)
class Work:
    """One line of the arithmetic. A part of a measure stands under its measure."""

    what: str
    figure: str
    is_part: bool = False


@dataclass(frozen=True)
class Leaf:
    """A claim in one language. `entries` is how many entries it rests on, 0 where they are not told."""

    claim: Judged
    number: int
    anchor: str
    mark: Mark
    verdict: str
    question: str
    sentence: Sentence
    why: str
    gaps: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    working: tuple[Work, ...]
    picture: Picture | None
    reply: str | None
    entries: int
    digest: str
    upto: int

    @property
    def sealed(self) -> bool:
        """Whether the claim rests on what was told in confidence."""
        return self.claim.claim.sealed

    @property
    def withheld(self) -> str:
        """Which of the renderers' words says why a sealed claim opens no entry: "sealed" for answers, else "own"."""
        return "sealed" if rounds_behind(self.claim, self.upto) else "own"

    @property
    def text(self) -> str:
        """The sentence as text."""
        return plain(self.sentence)


def leaves(report: Report, lang: Lang, palette: Palette) -> dict[Key, Leaf]:
    """Return every claim of the report as a leaf, in the order of the register."""
    return {
        key(claim): _leaf(report, claim, number, report.last_entry(claim), lang, palette)
        for number, claim in enumerate(report.claims, start=1)
    }


def _leaf(report: Report, claim: Judged, number: int, upto: int, lang: Lang, palette: Palette) -> Leaf:
    finding = claim.finding
    why = plain(finding.why(lang)).strip()
    picture = finding.picture(lang, palette) if finding.picture else None
    table = tuple(tuple(measure_words.slot_text(slot, lang) for slot in row) for row in finding.table)
    gaps = (plain(gap.en if lang == "en" else gap.th) for gap in claim.gaps)
    return Leaf(
        claim=claim,
        number=number,
        anchor=f"claim-{number}",
        mark=MARKS[claim.verdict],
        verdict=VERDICTS[claim.verdict][lang == "en"],
        question=claim.claim.en if lang == "en" else claim.claim.th,
        sentence=finding.sentence(lang),
        why=why,
        gaps=tuple(gap for gap in gaps if gap not in why),
        table=_beside(table, picture),
        working=(*_measured(claim, lang), *_calculated(claim, lang)),
        picture=picture,
        reply=report.replies.get((claim.book, claim.id, claim.claim.about)),
        entries=len(shown.evidence(claim, upto)),
        digest=shown.fingerprint(claim, upto),
        upto=upto,
    )


def _beside(table: tuple[tuple[str, ...], ...], picture: Picture | None) -> tuple[tuple[str, ...], ...]:
    """Return the claim's table, or nothing where the table of its picture has the same rows."""
    drawn = {row[0].text for row in picture.table.rows} if picture else set()
    return table if any(row[0] not in drawn for row in table) else ()


def columns_of_numbers(rows: Sequence[Sequence[str]]) -> list[bool]:
    """Return of each column whether numbers stand in it. The first names its row, whatever stands there."""
    columns = range(max(map(len, rows)))
    return [
        place > 0 and all(_NUMBER.match(row[place]) for row in rows if place < len(row)) for place in columns
    ]


def _measured(claim: Judged, lang: Lang) -> list[Work]:
    """Return the measures as they were read, each with its parts where it has several."""
    lines: list[Work] = []
    for id_, one in shown.measures(claim).items():
        measure = definitions()[id_]
        name = measure.en if lang == "en" else measure.th
        if one.value is not None and one.unit != "price":  # prices do not add up
            lines.append(Work(name, measure_words.quantity(one.value, one.unit, lang)))
        if one.value is None or 1 < len(one.parts) <= MOST_PARTS:
            lines += [_part(id_, part, one.unit, value, lang) for part, value in one.parts.items()]
    return lines


def _part(measure: str, part: str, unit: str, value: int, lang: Lang) -> Work:
    what = measure_words.part_words(measure, part, lang)
    return Work(what, measure_words.quantity(value, unit, lang), is_part=True)


def _calculated(claim: Judged, lang: Lang) -> list[Work]:
    """Return the statistics that people may want to see."""
    lines = []
    for name, value in shown.statistics(claim).items():
        words, text = measure_words.statistic_words(name), measure_words.statistic_text(name, value, lang)
        if words and text is not None:
            lines.append(Work(words.en if lang == "en" else words.th, text))
    return lines

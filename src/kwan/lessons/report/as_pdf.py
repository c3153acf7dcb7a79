"""The report as a PDF: set by Typst, tagged for reading aloud, kept for the archive, its evidence attached.

PDF/A-3a and PDF/UA-1. All that people wrote goes to Typst as JSON, so none of it is ever read as markup.
"""

import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pikepdf

from kwan.journal.queries import BookHead
from kwan.lessons.report import text_layer
from kwan.lessons.report.as_json import to_evidence
from kwan.lessons.report.document import Block, Prose, Register, Report, Section
from kwan.lessons.report.leaf import Leaf, columns_of_numbers, leaves
from kwan.lessons.report.shown import Key, key
from kwan.lessons.report.typeface import as_pixels, document_day, printable, typeset
from kwan.lessons.report.wording import WORDS, word
from kwan.lessons.rules import VERDICTS, Figure, Lang, Sentence
from kwan.pictures import Picture, in_digits, verdict, weave
from kwan.pictures import Verdict as Mark

LAYOUT: Final = Path(__file__).with_name("report.typ")
STANDARDS: Final = ["a-3a", "ua-1"]
MARKS: Final[tuple[Mark, ...]] = ("supported", "partly", "not_supported", "not_enough")
Json = dict[str, Any]


def to_pdf(report: Report, lang: Lang) -> bytes:
    """Return the report as a PDF. The same books give the same bytes."""
    given = {
        "report": json.dumps(printable(_Pages(report, lang).document()), ensure_ascii=False),
        "evidence": to_evidence(report, lang),
    }
    made = typeset(LAYOUT.read_bytes(), given, "pdf", pdf_standards=STANDARDS)
    mended = BytesIO()
    with pikepdf.open(BytesIO(made)) as pdf:
        text_layer.mend(pdf)
        pdf.save(mended, deterministic_id=True)
    return mended.getvalue()


class _Pages:
    """What the layout is given, in one language."""

    def __init__(self, report: Report, lang: Lang) -> None:
        self.report, self.lang = report, lang
        self.leaves = leaves(report, lang, "paper")
        self.told: set[Key] = set()

    def document(self) -> Json:
        """Return the whole report for the layout."""
        report, day = self.report, document_day(self.report)
        return {
            "lang": self.lang,
            "day": [day.year, day.month, day.day],
            "title": report.title.en if self.lang == "en" else report.title.th,
            "subtitle": _spans(report.subtitle.sentence(self.lang)),
            "name": report.name,
            "words": {name: word(name, self.lang) for name in WORDS if name not in ("latest", "rests")},
            "marks": {mark: verdict(mark, self.lang, "paper") for mark in MARKS},
            "legend": [
                {"mark": mark, "word": words[self.lang == "en"]}
                for mark, words in zip(MARKS, VERDICTS.values(), strict=True)
            ],
            "heads": [self.head(head) for head in report.heads],
            "sections": [self.section(section) for section in report.sections],
        }

    def head(self, head: BookHead) -> Json:
        """Return the woven mark of a book's head."""
        mark = weave(head.hash, self.lang, "paper")
        return {
            "name": head.name,
            "weave": mark,
            "weave_alt": f"{head.name} {in_digits(head.hash)}",
        }

    def section(self, section: Section) -> Json:
        """Return a section with its blocks."""
        return {
            "id": section.id,
            "title": section.title.en if self.lang == "en" else section.title.th,
            "level": section.level,
            "blocks": [self.block(block) for block in section.blocks],
        }

    def block(self, block: Block) -> Json:
        """Return a paragraph, a claim in full (the first time) or in short, or the register."""
        if isinstance(block, Prose):
            return {"kind": "prose", "spans": _spans(block.sentence(self.lang))}
        if isinstance(block, Register):
            return {
                "kind": "register",
                "rows": [self.registered(self.leaves[key(one)]) for one in block.claims],
            }
        own = key(block.claim)
        in_full = block.how == "full" and own not in self.told
        if in_full:
            self.told.add(own)
        leaf = self.leaves[own]
        return {"kind": "full", **self.full(leaf)} if in_full else {"kind": "short", **self.short(leaf)}

    def short(self, leaf: Leaf) -> Json:
        """Return what a claim says."""
        return {
            "number": leaf.number,
            "mark": leaf.mark,
            "verdict": leaf.verdict,
            "spans": _spans(leaf.sentence),
        }

    def full(self, leaf: Leaf) -> Json:
        """Return what a claim says and what stands behind it."""
        rests = word("rests", self.lang, all=f"{leaf.entries:,}") if leaf.entries and not leaf.sealed else ""
        return {
            **self.short(leaf),
            "rests": self.words(leaf.withheld) if leaf.sealed else rests,
            "why": leaf.why,
            "gaps": list(leaf.gaps),
            "reply": leaf.reply,
            **_beside(leaf),
            "working": [[work.what, work.figure] for work in leaf.working if not work.is_part],
            "picture": _picture(leaf.picture, self.lang) if leaf.picture else None,
        }

    def words(self, name: str) -> str:
        """Return one of our own words."""
        return word(name, self.lang)

    def registered(self, leaf: Leaf) -> Json:
        """Return a claim's line of the register."""
        return {
            "number": leaf.number,
            "mark": leaf.mark,
            "verdict": leaf.verdict,
            "question": leaf.question,
            "entries": f"{leaf.entries:,}" if leaf.entries else "–",
            "digest": leaf.digest,
        }


def _spans(sentence: Sentence) -> list[Json]:
    """Return a sentence's spans. A figure and the word behind it never part."""
    spans: list[Json] = []
    after_figure = False
    for span in sentence:
        is_figure = isinstance(span.slot, Figure)
        text = f"\N{NO-BREAK SPACE}{span.text[1:]}" if after_figure and span.text[:1] == " " else span.text
        spans.append({"text": text, "figure": is_figure})
        after_figure = is_figure
    return spans


def _beside(leaf: Leaf) -> Json:
    """Return the claim's table; of a name and a figure in each row it is a ledger, set in the margin."""
    if not leaf.table:
        return {"table": None, "is-ledger": False}
    table = ruled(leaf.table)
    return {"table": table, "is-ledger": table["sides"] == ["words", "number"] and not leaf.picture}


def _picture(picture: Picture, lang: Lang) -> Json:
    return {
        "alt": picture.sentence(lang),
        "svg": as_pixels(picture.svg),
        "head": [cell.text for cell in picture.table.headings],
        **ruled([[cell.text for cell in row] for row in picture.table.rows]),
    }


def ruled(rows: Sequence[Sequence[str]]) -> Json:
    """Return rows, and what stands in each column."""
    sides = ["number" if it else "words" for it in columns_of_numbers(rows)]
    return {"rows": [list(row) for row in rows], "sides": sides}

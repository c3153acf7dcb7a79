"""A passbook on paper, A6: a cover, ruled pages, sums carried over; and the lines that go on in a started one."""

import json
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pikepdf

from kwan.fund.queries import PassbookLine
from kwan.lessons.report import text_layer
from kwan.lessons.report.typeface import printable, typeset
from kwan.pictures import in_digits, weave
from kwan.quantities import format_baht
from kwan.web.language import Pair, lang_now
from kwan.web.words.dates import shortdate

LAYOUT: Final = Path(__file__).with_name("passbook.typ")
LINES: Final = 18  # on a page, beside the sum carried over from the page before and the one to the next
SORTS: Final[dict[str | None, Pair]] = {
    None: ("", ""),
    "special": ("ออมพิเศษ", "Special savings"),
    "share": ("หุ้น", "Shares"),
}
WORDS: Final[dict[str, Pair]] = {
    "day": ("วันที่", "Date"),
    "out": ("ถอน", "Out"),
    "into": ("ออม", "In"),
    "balance": ("คงเหลือ", "Balance"),
    "entry": ("รายการ", "Entry"),
    "mark": ("ลาย", "Mark"),
    "carried": ("ยกมา", "Carried over"),
    "carries": ("ยกไป", "Carried on"),
    "brought": ("ยกมาจากสมุดเดิม", "From the old book"),
}
Row = dict[str, str]
BLANK: Final[Row] = dict.fromkeys(("no", "day", "out", "into", "balance", "entry"), "")


@dataclass(frozen=True)
class Booklet:
    """What is printed: the lines oldest first, whose they are, and the hash of the last of them."""

    group: str
    name: str
    reference: str
    joined: date
    sort: str | None
    lines: tuple[PassbookLine, ...]
    hash: str
    passbook: str
    members_only: str
    brought_in: int | None = None  # the entry that brought the first sum forward


def leaves(lines: tuple[PassbookLine, ...], first: int = 1) -> list[list[Row]]:
    """Return the pages from the one that line `first` stands on, with blank lines before it; each of LINES + 2 rows.

    A page begins with the sum carried over from the one before, and a full one ends with the sum carried on.
    """
    pages = []
    for start in range(0, max(1, len(lines)), LINES):
        stop = start + LINES
        if stop < first:
            continue
        goes_on = start < first - 1
        before = lines[start - 1].balance if start and not goes_on else None
        rows = [_carried("carried", before)]
        rows += [
            BLANK if place < first else _row(place, line)
            for place, line in enumerate(lines[start:stop], start + 1)
        ]
        rows += [BLANK] * (LINES + 1 - len(rows))
        rows.append(_carried("carries", lines[stop - 1].balance if len(lines) > stop else None))
        pages.append(rows)
    return pages


def _carried(word: str, satang: int | None) -> Row:
    return BLANK if satang is None else {**BLANK, "day": _say(WORDS[word]), "balance": format_baht(satang, 2)}


def _row(place: int, line: PassbookLine) -> Row:
    return {
        "no": str(place),
        "day": shortdate(line.on, lang_now()),
        "out": format_baht(line.out, 2) if line.out else "",
        "into": _say(WORDS["carried"]) if line.is_brought else format_baht(line.into, 2) if line.into else "",
        "balance": format_baht(line.balance, 2),
        "entry": str(line.entry),
    }


def to_pdf(book: Booklet, first: int = 1) -> bytes:
    """Return the booklet as a PDF, from line `first` on: a cover and all pages for 1, else what goes on. Same lines, same bytes."""
    given = {"book": json.dumps(printable(_document(book, first)), ensure_ascii=False)}
    made = typeset(LAYOUT.read_bytes(), given, "pdf")
    mended = BytesIO()
    with pikepdf.open(BytesIO(made)) as pdf:
        text_layer.mend(pdf)
        pdf.save(mended, deterministic_id=True)
    return mended.getvalue()


def _document(book: Booklet, first: int) -> dict[str, Any]:
    lang = lang_now()
    sort = _say(SORTS[book.sort])
    last = book.lines[-1].entry if book.lines else 0
    pages = leaves(book.lines, first)
    numbered = -(-max(1, len(book.lines)) // LINES)
    started = (first - 1) % LINES != 0
    return {
        "lang": lang,
        "title": f"{book.passbook} {book.reference}",
        "group": book.group,
        "name": book.name,
        "sort": sort,
        "about": _say((
            f"รหัสสมาชิก {book.reference} · เป็นสมาชิก {shortdate(book.joined, lang)}",
            f"Member {book.reference} · since {shortdate(book.joined, lang)}",
        )),
        "words": {name: _say(pair) for name, pair in WORDS.items()} | {"passbook": book.passbook},
        "members_only": book.members_only,
        "weave": weave(book.hash, lang, "paper"),
        "weave_alt": in_digits(book.hash),
        "digits": in_digits(book.hash),
        "mark_of": _say((f"ของรายการที่ {last:,}", f"of entry {last:,}")),
        "foot": " · ".join(filter(None, [book.name, book.reference, sort])),
        "has_cover": first == 1,
        "leaves": [
            {"rows": rows, "number": f"{numbered - len(pages) + place}/{numbered}", "is_new": place > 1 or not started}
            for place, rows in enumerate(pages, 1)
        ],
    }  # fmt: skip


def _say(pair: Pair) -> str:
    return pair[lang_now() == "en"]

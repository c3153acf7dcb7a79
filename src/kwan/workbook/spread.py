"""Sheets that run across: members down the side, months or rounds along the top."""

import re
from collections.abc import Collection
from datetime import date
from typing import Final

from kwan.thai import Refused, parse_month
from kwan.workbook.cells import read_cell
from kwan.workbook.headings import Headings
from kwan.workbook.vocabulary import Kind

LEAST_COLUMNS: Final = 2
LONGEST_ROUND: Final = 30
_OF_A_DAY: Final = re.compile(r"วัน|date|day")
_YEAR: Final = re.compile(r"[\d๐-๙]{4}|[\d๐-๙]{2}(?![\d๐-๙])")


def spread_of(kind: Kind, headings: Headings, taken: Collection[int] = ()) -> dict[int, date | int]:
    """Give column → month or round for the headings that name one, if there are several."""
    if kind.spread is None:
        return {}
    across = kind.spread[0]
    found: dict[int, date | int] = {}
    for index, text in enumerate(headings.texts):
        if text and index not in taken:
            value = _month(text, _parent(headings, index)) if across == "month" else _round(text)
            if value is not None:
                found[index] = value
    several = len(found) >= LEAST_COLUMNS and len(set(found.values())) == len(found)
    return found if several else {}


def _parent(headings: Headings, index: int) -> str:
    parent = headings.parents[index] if headings.parents else ""
    return " ".join((parent, *headings.above))


def _month(text: str, parent: str) -> date | None:
    """Read a month; a bare ก.ค. takes its year from the heading above (ปี 2564)."""
    for written in (text, *(f"{text} {year}" for year in _YEAR.findall(parent)[:1])):
        try:
            return parse_month(written)
        except Refused:
            continue
    return None


def _round(text: str) -> int | None:
    if len(text) > LONGEST_ROUND or _OF_A_DAY.search(text.casefold()):
        return None
    try:
        value = read_cell("round", text)
    except Refused:
        return None
    return value if isinstance(value, int) and not text.isdigit() else None

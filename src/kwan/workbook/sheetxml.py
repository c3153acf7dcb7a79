"""The rows of one xlsx sheet, straight from its XML: several times faster than cell objects.

Office Open XML, ECMA-376 part 1 §18.3.1. What a sheet claims about its own size is not read:
the `dimension` tag is often wrong, and row numbers may leap.
"""

import math
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import IO, Final
from xml.etree.ElementTree import Element, iterparse

from openpyxl.utils.datetime import from_excel, from_ISO8601

from kwan.workbook.refusals import Unreadable

Cell = str | int | float | bool | datetime | date | time | timedelta | None
Merge = tuple[int, int, int, int]

MAX_ROWS: Final = 200_000
MAX_COLUMNS: Final = 200
# The last row that Excel itself can have. A number above it is a trap for whoever pads.
LAST_ROW: Final = 1_048_576
MAX_MERGES: Final = 20_000
PORTION: Final = 2_000
# A formula that no program has calculated yet: the cell has a rule but no value.
UNCALCULATED: Final = "#FORMULA!"

_LETTERS: Final = {chr(ord("A") + i): i + 1 for i in range(26)}


class Styles:
    """Which cell styles show a number as a date, and where the calendar starts."""

    def __init__(self, dates: set[int], spans: set[int], epoch: datetime) -> None:
        """Take openpyxl's sets of style numbers: `dates`, and `spans` of hours."""
        self.dates = {str(style) for style in dates}
        self.spans = {str(style) for style in spans}
        self.epoch = epoch
        self._known: dict[tuple[str, bool], Cell] = {}

    def when(self, text: str, style: str) -> Cell:
        """Read the serial number `text` as the date it shows. Unreadable ones stay text."""
        key = (text, style in self.spans)
        if key not in self._known:
            try:
                self._known[key] = from_excel(float(text), self.epoch, timedelta=key[1])
            except (ValueError, OverflowError):
                self._known[key] = text
        return self._known[key]


class SheetXML:
    """One pass over a sheet's XML. `merges` is complete when the rows are."""

    def __init__(self, strings: list[str], styles: Styles) -> None:
        """Start with the workbook's shared `strings` and its `styles`."""
        self.merges: list[Merge] = []
        self._strings = strings
        self._styles = styles
        self._column = -1

    def rows(self, source: IO[bytes]) -> Iterator[list[tuple[Cell, ...]]]:
        """Yield the rows in portions, blank ones as (): row n stands at place n - 1.

        Raises `Unreadable` over a cap and `ParseError` for XML that is not well formed. Whoever
        calls has made sure that there is no document type in it (`formats.inspect`).
        """
        portion: list[tuple[Cell, ...]] = []
        filled = count = 0  # count includes the blank rows between
        for _, element in iterparse(source):  # noqa: S314 - defused by `formats.inspect`
            tag = element.tag
            if tag.endswith("}row"):
                place = int(element.get("r") or count + 1)
                row = self._row(element)
                element.clear()
                if not row:
                    continue
                filled += 1
                if filled > MAX_ROWS or place > LAST_ROW:
                    raise Unreadable("too_many_rows", f"{MAX_ROWS:,}")
                portion.extend([()] * (place - 1 - count))
                count = max(place, count + 1)
                portion.append(row)
                if len(portion) >= PORTION:
                    yield portion
                    portion = []
            elif tag.endswith("}mergeCell") and len(self.merges) < MAX_MERGES:
                self.merges.append(corners(element.get("ref", "A1")))
        yield portion

    def _row(self, element: Element) -> tuple[Cell, ...]:
        row: list[Cell] = []
        self._column = -1
        for cell in element:
            reference = cell.get("r")
            self._column = column_of(reference) if reference else self._column + 1
            value = self._value(cell) if len(cell) else None
            if value is None or value == "":
                continue
            if self._column >= MAX_COLUMNS:
                raise Unreadable("too_many_columns", f"{MAX_COLUMNS:,}")
            row.extend([None] * (self._column + 1 - len(row)))
            row[self._column] = value
        return tuple(row)

    def _value(self, cell: Element) -> Cell:
        value: Cell = None
        for part in cell:
            tag = part.tag
            if tag.endswith("}v") and part.text:
                return self._typed(part.text, cell.get("t", "n"), cell.get("s", ""))
            if tag.endswith("}is"):
                return inline_text(part)
            if tag.endswith("}f") and cell.get("t") != "str":  # "str": calculated, to an empty text
                value = UNCALCULATED
        return value

    def _typed(self, text: str, kind: str, style: str) -> Cell:
        if kind == "s":
            return self._strings[int(text)]
        if kind == "n":
            return self._styles.when(text, style) if style in self._styles.dates else number(text)
        if kind == "b":
            return text.strip() == "1"
        if kind == "d":
            when: datetime | date | time | timedelta = from_ISO8601(text)
            return when
        return text


def inline_text(part: Element) -> str:
    """Join the runs of a rich text. How to pronounce it (`rPh`) is not part of it."""
    runs = (part, *(run for run in part if run.tag.endswith("}r")))
    return "".join(t.text or "" for run in runs for t in run if t.tag.endswith("}t"))


def number(text: str) -> Cell:
    """Read a cell's number: whole ones as int, others as float, nonsense stays text."""
    try:
        return int(text)
    except ValueError:
        pass
    try:
        value = float(text)
    except ValueError:
        return text
    if not math.isfinite(value):
        return text
    return int(value) if value.is_integer() and abs(value) < 10**15 else value


@lru_cache(maxsize=4096)
def _column_of_letters(letters: str) -> int:
    column = 0
    for letter in letters:
        column = column * 26 + _LETTERS[letter]
    return column - 1


def column_of(reference: str) -> int:
    """Give the column of a cell's name, from 0: "A1" is 0, "AB7" is 27."""
    return _column_of_letters(reference.rstrip("0123456789"))


def corners(reference: str) -> Merge:
    """Give first row, first column, last row, last column of "A1:C3", all from 0."""
    first, _, last = reference.replace("$", "").partition(":")
    last = last or first
    rows = [int(name.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1 for name in (first, last)]
    return rows[0], column_of(first), rows[1], column_of(last)

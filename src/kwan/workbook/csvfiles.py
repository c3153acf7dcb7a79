"""CSV as people have it: any of four letter codes, any of four separators."""

import csv
import io
from typing import Final

from kwan.workbook.refusals import Unreadable
from kwan.workbook.sheetxml import MAX_COLUMNS, MAX_ROWS, Cell

SEPARATORS: Final = ",;\t|"
LINES_LOOKED_AT: Final = 40
# Unassigned in Windows-874 and TIS-620, so a file holding them is in neither.
_NOT_TEXT: Final = frozenset(map(chr, [*range(9), 11, 12, *range(14, 27), *range(28, 32)]))


def open_csv(data: bytes) -> list[tuple[Cell, ...]]:
    """Read CSV bytes into rows of text, empty cells as None.

    Raises `Unreadable` when the letters make no sense or a cap is passed.
    """
    text = decode(data)
    rows: list[tuple[Cell, ...]] = []
    try:
        for fields in csv.reader(io.StringIO(text, newline=""), delimiter=separator(text)):
            rows.append(_row(fields))
            if len(rows) > MAX_ROWS:
                raise Unreadable("too_many_rows", f"{MAX_ROWS:,}")
    except csv.Error as error:
        raise Unreadable("damaged") from error
    return rows


def decode(data: bytes) -> str:
    """Turn bytes into text: UTF-8 or UTF-16 with or without mark, else Windows-874."""
    for code in _codes(data):
        try:
            text = data.decode(code)
        except UnicodeDecodeError:
            continue
        if _NOT_TEXT.isdisjoint(text):
            return text.lstrip("\ufeff")
    code = "not_a_workbook" if b"\x00" in data else "unknown_letters"
    raise Unreadable(code)


def _codes(data: bytes) -> tuple[str, ...]:
    """List the codes worth trying. Windows-874 is TIS-620 with a few signs more."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ("utf-16",)
    if len(data) % 2 == 0 and b"\x00" in data[:400]:
        return ("utf-16-le", "utf-16-be")
    return ("utf-8-sig", "cp874", "iso8859-11")


def separator(text: str) -> str:
    """Guess the separator: the one that cuts most lines into the same number of fields."""
    lines = [line for line in text.splitlines()[:LINES_LOOKED_AT] if line.strip()]

    def agreement(mark: str) -> tuple[int, int]:
        counts = [len(fields) for fields in csv.reader(lines, delimiter=mark)]
        usual = max(set(counts), key=lambda n: (counts.count(n) if n > 1 else 0, n), default=1)
        return (counts.count(usual), usual) if usual > 1 else (0, 0)

    try:
        return max(SEPARATORS, key=agreement)
    except csv.Error:
        return ","


def _row(fields: list[str]) -> tuple[Cell, ...]:
    cells = [field.strip() or None for field in fields]
    while cells and cells[-1] is None:
        cells.pop()
    if len(cells) > MAX_COLUMNS:
        raise Unreadable("too_many_columns", f"{MAX_COLUMNS:,}")
    return tuple(cells)

"""Rows that could be the headings of a table: one row, or two with merged parents above."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kwan.workbook.cells import blank
from kwan.workbook.files import Sheet
from kwan.workbook.sheetxml import Cell, Merge
from kwan.workbook.vocabulary import plain

ROWS_SEARCHED: Final = 40
LEAST_HEADINGS: Final = 2


@dataclass(frozen=True, slots=True)
class Headings:
    """Texts of the headings by column; `row` is the last of their rows, from 1.

    `parents` are the texts above in a heading of two rows. `above` is what stands over the table.
    `followed`: the next candidate is this row joined with the one below.
    """

    row: int
    texts: tuple[str, ...]
    parents: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    followed: bool = False

    @property
    def fingerprint(self) -> str:
        """A name for these headings, in whatever order they stand."""
        return fingerprint(self.texts)


def fingerprint(texts: Sequence[str]) -> str:
    """SHA-256 of the headings made comparable and sorted, in hex."""
    words = sorted({plain(text) for text in texts if text})
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


def candidates(sheet: Sheet) -> Iterator[Headings]:
    """Yield rows that could be headings, from the top: each alone, then with the row below."""
    above: list[str] = []
    for index, row in enumerate(sheet.rows[:ROWS_SEARCHED]):
        texts = _texts(row)
        filled = sum(map(bool, texts))
        if filled >= LEAST_HEADINGS:
            below = sheet.rows[index + 1] if index + 1 < len(sheet.rows) else ()
            followed = _could_be_children(below)
            yield Headings(index + 1, texts, above=tuple(above), followed=followed)
            if followed:
                yield _with_children(index, row, below, sheet.merges, tuple(above))
        elif filled:
            above.extend(text for text in texts if text)


def _texts(row: Sequence[Cell]) -> tuple[str, ...]:
    """Give the texts of a row. A year or a date may head a column; other figures do not."""
    return tuple("" if blank(cell) or isinstance(cell, bool) else _heading(cell) for cell in row)


def _heading(cell: Cell) -> str:
    if isinstance(cell, str):
        return " ".join(cell.split())
    return cell.isoformat()[:10] if isinstance(cell, date) else str(cell)


def _could_be_children(row: Sequence[Cell]) -> bool:
    cells = [cell for cell in row if not blank(cell)]
    return bool(cells) and all(isinstance(cell, str) for cell in cells)


def _with_children(
    index: int, row: Sequence[Cell], below: Sequence[Cell], merges: Sequence[Merge], above: tuple[str, ...]
) -> Headings:
    """Join two rows: the child names the column; where it has none, the parent does."""
    width = max(len(row), len(below))
    parents = list(_texts(row)) + [""] * (width - len(row))
    children = list(_texts(below)) + [""] * (width - len(below))
    _spread_parents(parents, children, [m for m in merges if m[0] <= index <= m[2]])
    texts = tuple(child or parent for parent, child in zip(parents, children, strict=True))
    return Headings(index + 2, texts, tuple(parents), above)


def _spread_parents(parents: list[str], children: list[str], merges: Sequence[Merge]) -> None:
    """Let a parent stand over all columns of its merge; without merges, until the next parent."""
    for _, first, _, last in merges:
        for column in range(first, min(last + 1, len(parents))):
            parents[column] = parents[column] or parents[first]
    if merges:
        return
    for column in range(1, len(parents)):
        if not parents[column] and children[column] and children[column - 1]:
            parents[column] = parents[column - 1]

"""From an understood sheet to typed rows: every row is understood, held or skipped, none is lost."""

from collections.abc import Iterator
from typing import Any, Final

from kwan.thai import Refused
from kwan.workbook.cells import CODED, Empty, blank, read_cell
from kwan.workbook.fields import Field, unreadable
from kwan.workbook.files import Sheet
from kwan.workbook.furniture import is_carried, is_heading, is_note, is_total
from kwan.workbook.judgement import judge
from kwan.workbook.labelled import read_labels
from kwan.workbook.layout import Understood
from kwan.workbook.outcomes import Held, Outcome, Problem, Raw, Row, Skipped, Tally, tally
from kwan.workbook.sheetxml import Cell
from kwan.workbook.vocabulary import KINDS, Kind, codes, hint

__all__ = ["Held", "Outcome", "Row", "Skipped", "Tally", "read_rows", "tally"]

_DITTO: Final = frozenset({'"', "”", "“", "〃", "''", "″", "„", "do.", "ditto"})
# Columns that only help: an unreadable one does not stop the row.
_ONLY_A_CHECK: Final = frozenset({"balance"})
# So does a total whose formula has no value: quantity and price say it again, and are asked for without it.

# A balance brought into the first row of a book is money; between two pages it is not.
_OPENING: Final = Problem(
    "opening_balance",
    ("แถวนี้เป็นยอดยกมาจากสมุดเล่มก่อน", "This row brings a balance from an earlier book."),
    (
        "ถ้าเป็นเงินที่มีอยู่จริง เขียนเป็นรายการฝากหรือรับเงินในวันนั้น",
        "If the money is there, write it as a deposit or a receipt on that day.",
    ),
    "balance",
)


def read_rows(sheet: Sheet, understood: Understood) -> Iterator[Outcome]:
    """Read the rows of `sheet` from its headings down. Blank rows are no rows and are passed over.

    Every outcome counts one row read: understood + held + skipped = read.
    """
    if understood.vertical:
        yield from read_labels(sheet, understood)
        return
    reader = _Reader(sheet, understood)
    first = max(understood.header_row - 1, 0)
    for number, cells in enumerate(sheet.rows[first:], start=first + 1):
        if cells and any(not blank(cell) for cell in cells):
            yield from reader.read(number, cells)


class _Reader:
    """Reads one sheet; knows the row before, for ditto marks and merged cells."""

    def __init__(self, sheet: Sheet, understood: Understood) -> None:
        self.sheet = sheet.title
        self.layout = understood
        self.kind = KINDS[understood.kind]
        self.fields = _fields(self.kind, understood)
        self.free = frozenset(f.index for f in self.fields if f.reads == "text" and f.meaning != "name")
        self.known = frozenset({*understood.columns.values(), *understood.spread, *understood.checks})
        self.private = understood.columns.get("national_id")
        self.filled_down = _filled_down(sheet, understood)
        self.above: tuple[Cell, ...] = ()
        self.begun = False
        at = understood.header_row - 1
        written = sheet.rows[at] if 0 <= at < len(sheet.rows) else ()
        self.words: frozenset[Cell] = frozenset(cell for cell in written if isinstance(cell, str))
        self.counts_from_nought = _counts_from_nought(sheet, understood)

    def read(self, number: int, cells: tuple[Cell, ...]) -> Iterator[Outcome]:
        """Give the outcome of one row; several where the sheet runs across."""
        raw = self._raw(cells)
        if number <= self.layout.header_row or self._is_heading(cells):
            yield Skipped(self.sheet, number, "heading", raw)
            return
        full = self._completed(number, cells)
        if self.layout.spread:
            yield from self._read_across(number, full, raw)
        else:
            yield self._read_one(number, full, raw)
        self.above = full

    def _is_heading(self, cells: Raw) -> bool:
        """Whether the headings stand here again; asked in full only where a heading's word stands."""
        return not self.words.isdisjoint(cells) and is_heading(cells, self.layout.headings)

    def _raw(self, cells: Raw) -> Raw:
        """Give the row as it stands, without what must not be kept."""
        if self.private is None:
            return cells
        return tuple(None if i == self.private else cell for i, cell in enumerate(cells))

    def _completed(self, number: int, cells: Raw) -> Raw:
        """Fill in what a merged cell or a ditto mark says of this row."""
        merged = self.filled_down.get(number - 1)
        ditto = [i for i, cell in enumerate(cells) if isinstance(cell, str) and cell.strip() in _DITTO]
        if not merged and not ditto:
            return cells
        full = list(cells)
        for index in ditto:
            full[index] = self.above[index] if index < len(self.above) else None
        for index, value in (merged or {}).items():
            full.extend([None] * (index + 1 - len(full)))
            if blank(full[index]):
                full[index] = value
        return tuple(full)

    def _read_one(self, number: int, cells: Raw, raw: Raw) -> Outcome:
        try:
            values = self._values(cells)
            judge(self.kind, values)
        except Problem as problem:
            why = self._furniture(cells)
            if why == "carried" and not self.begun:
                return _OPENING.held(self.sheet, number, raw)
            return Skipped(self.sheet, number, why, raw) if why else self._held(problem, number, raw)
        self.begun = True
        if "member" in self.layout.columns and is_total(
            cells[: self.layout.columns["member"] + 1], self.free
        ):
            return Skipped(self.sheet, number, "total", raw)
        return Row(self.sheet, number, self.kind.code, values, raw)

    def _read_across(self, number: int, cells: Raw, raw: Raw) -> Iterator[Outcome]:
        """Yield one outcome for each filled cell under a month or a round."""
        across, meaning = self.kind.spread or ("", "")
        filled = [(i, v) for i, v in self.layout.spread.items() if i < len(cells) and not blank(cells[i])]
        why = self._furniture(cells)
        if why or not filled:
            yield Skipped(self.sheet, number, why or "note", raw)
            return
        column = self.kind.column(meaning)
        for index, value in filled:
            field = Field(meaning, index, column.reads, "", self.layout.headings[index])
            try:
                values = self._values(cells)
                self._take(field, cells[index], values)
                if values.get(meaning) in {None, 0} and column.reads == "satang":
                    continue
                values[across] = value
                if across == "month" and self.kind.code == "passbook":
                    values["date"] = value
                judge(self.kind, values)
            except Problem as problem:
                yield problem.held(self.sheet, number, raw, index)
            else:
                yield Row(self.sheet, number, self.kind.code, values, raw, index)

    def _values(self, cells: Raw) -> dict[str, Any]:
        values: dict[str, Any] = {}
        width = len(cells)
        for field in self.fields:
            if field.index < width:
                self._take(field, cells[field.index], values)
            elif field.reads == "tick":
                self._take(field, None, values)
        return values

    def _take(self, field: Field, cell: Cell, values: dict[str, Any]) -> None:
        """Read one cell into `values`. Raises `Problem`."""
        try:
            value = read_cell(field.reads, cell, field.unit)
        except Refused as refused:
            if field.meaning in _ONLY_A_CHECK or (field.meaning == "total" and isinstance(refused, Empty)):
                return
            raise unreadable(field, cell, refused) from refused
        if value is None or value == ():
            return
        if field.reads == "tick":
            values.setdefault("checks", {})[field.meaning.removeprefix("check_")] = value
            return
        if field.reads == "round" and self.counts_from_nought and isinstance(value, int):
            value = int(str(cell))
        values[field.meaning] = value
        if field.reads in CODED:
            values[f"{field.meaning}_text"] = read_cell("text", cell)
        if field.reads == "office":
            values["office_former"] = any(word in str(cell).casefold() for word in codes.FORMER)

    def _furniture(self, cells: Raw) -> str:
        """Say why a row that is no data is none, empty if it should be data."""
        if is_total(cells, self.free):
            return "total"
        if is_carried(cells) and self.kind.code in {"passbook", "fund"}:
            return "" if self._has_money(cells) else "carried"
        return "note" if is_note(cells, self.known) else ""

    def _has_money(self, cells: Raw) -> bool:
        money = [f.index for f in self.fields if f.reads in {"satang", "signed"} and f.meaning != "balance"]
        return any(index < len(cells) and not blank(cells[index]) for index in money)

    def _held(self, problem: Problem, number: int, raw: Raw) -> Held:
        """Hold a row; where the date is missing, offer the one above."""
        if problem.code == "missing_date" and "date" in self.layout.columns:
            index = self.layout.columns["date"]
            above = self.above[index] if index < len(self.above) else None
            if not blank(above):
                written = read_cell("text", above)
                problem.suggestion = (
                    f"ใช้วันที่เดียวกับแถวบน ({written}) หรือไม่ ถ้าใช่ เติมลงไป",
                    f"Is it the same day as the row above ({written})? If so, fill it in.",
                )
        return problem.held(self.sheet, number, raw)


def _fields(kind: Kind, layout: Understood) -> tuple[Field, ...]:
    fields = []
    for meaning, index in layout.columns.items():
        reads = kind.column(meaning).reads
        heading = layout.headings[index] if index < len(layout.headings) else ""
        if reads != "unused":
            fields.append(Field(meaning, index, reads, hint(heading) if reads == "grams" else "", heading))
    fields.extend(Field(text, index, "tick", "", text) for index, text in layout.checks.items())
    return tuple(fields)


def _filled_down(sheet: Sheet, layout: Understood) -> dict[int, dict[int, Cell]]:
    """Give row → column → value for cells merged downwards below the headings."""
    filled: dict[int, dict[int, Cell]] = {}
    for top, column, bottom, _ in sheet.merges:
        if bottom > top >= layout.header_row and top < len(sheet.rows) and column < len(sheet.rows[top]):
            for row in range(top + 1, min(bottom + 1, len(sheet.rows))):
                filled.setdefault(row, {})[column] = sheet.rows[top][column]
    return filled


def _counts_from_nought(sheet: Sheet, layout: Understood) -> bool:
    """Whether rounds are bare figures that begin with 0."""
    index = layout.columns.get("round")
    if index is None or layout.kind != "rounds":
        return False
    cells = {row[index] for row in sheet.rows[layout.header_row :] if index < len(row)}
    figures = {str(cell) for cell in cells if not blank(cell)}
    return "0" in figures and all(figure.isascii() and figure.isdigit() for figure in figures)

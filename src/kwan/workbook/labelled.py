"""The rows of a sheet of labels and values, as about the group: each row gives one meaning."""

from collections.abc import Iterator

from kwan.thai import Refused
from kwan.workbook.cells import blank, read_cell
from kwan.workbook.fields import Field, unreadable
from kwan.workbook.files import Sheet
from kwan.workbook.layout import Understood
from kwan.workbook.outcomes import Outcome, Raw, Row, Skipped
from kwan.workbook.sheetxml import Cell
from kwan.workbook.vertical import meaning_of
from kwan.workbook.vocabulary import KINDS, Kind


def read_labels(sheet: Sheet, layout: Understood) -> Iterator[Outcome]:
    """Read a sheet of labels and values: each row gives one meaning."""
    left, right = layout.columns["label"], layout.columns["value"]
    kind = KINDS[layout.kind]
    for number, cells in enumerate(sheet.rows, start=1):
        if all(blank(cell) for cell in cells) or (number < layout.header_row):
            continue
        if number == layout.header_row:
            yield Skipped(sheet.title, number, "heading", cells)
            continue
        meaning = meaning_of(cells[left]) if left < len(cells) else None
        value = cells[right] if right < len(cells) else None
        if meaning is None:
            yield Skipped(sheet.title, number, "unknown", cells)
            continue
        yield _labelled(kind, sheet.title, number, meaning, value, cells)


def _labelled(kind: Kind, sheet: str, number: int, meaning: str, value: Cell, cells: Raw) -> Outcome:
    field = Field(meaning, 0, kind.column(meaning).reads, "", str(cells[0]))
    try:
        read = read_cell(field.reads, value)
    except Refused as refused:
        return unreadable(field, value, refused).held(sheet, number, cells)
    if read is None:
        return Skipped(sheet, number, "note", cells)
    return Row(sheet, number, kind.code, {meaning: read}, cells)

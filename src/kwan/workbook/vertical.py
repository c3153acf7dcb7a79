"""A sheet about the group itself: names on the left, values on the right."""

from dataclasses import dataclass
from typing import Final

from kwan.workbook.cells import blank
from kwan.workbook.files import Sheet
from kwan.workbook.matching import fits

LONGEST_SHEET: Final = 60
LEAST_LABELS: Final = 3
SURE: Final = 0.75


@dataclass(frozen=True, slots=True)
class Labels:
    """Where the names stand: their column, the row of headings before them (0: none)."""

    column: int
    header_row: int
    share: float


def meaning_of(label: object) -> str | None:
    """Give what a label such as ชื่อกลุ่ม means for the group, `None` if nothing known."""
    found = fits("group", label.rstrip(" :：")) if isinstance(label, str) else ()
    return found[0].meaning if found and found[0].score >= SURE else None


def labels_of(sheet: Sheet) -> Labels | None:
    """Find the column of labels, if the sheet is such a list and names the group."""
    if len(sheet.rows) > LONGEST_SHEET:
        return None
    for column in range(2):
        rows = [
            (number, row[column])
            for number, row in enumerate(sheet.rows, start=1)
            if len(row) > column and not blank(row[column])
        ]
        known = {number: meaning_of(label) for number, label in rows}
        meanings = [meaning for meaning in known.values() if meaning]
        if len(set(meanings)) >= LEAST_LABELS and "name" in meanings:
            first = min(number for number, meaning in known.items() if meaning)
            header = max((n for n in known if n < first and len(sheet.rows[n - 1]) > column + 1), default=0)
            return Labels(column, header, len(meanings) / max(len(rows) - bool(header), 1))
    return None

"""A column ready to be read, and what is said when a cell of it cannot be."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from kwan.thai import Refused
from kwan.workbook.cells import Empty, read_cell
from kwan.workbook.judgement import negative
from kwan.workbook.outcomes import Problem
from kwan.workbook.sheetxml import Cell
from kwan.workbook.vocabulary import Reads

_NEVER_NEGATIVE: Final = frozenset({"satang", "price", "grams", "count"})
_CODES: Final[dict[Reads, str]] = {
    "date": "bad_date", "month": "bad_month", "satang": "bad_amount", "signed": "bad_amount",
    "price": "bad_amount", "grams": "bad_mass", "count": "bad_count", "number": "bad_number",
    "score": "bad_score", "tick": "bad_tick", "round": "bad_round", "ref": "bad_reference",
    "payment": "bad_payment", "note_kind": "bad_kind", "direction": "bad_direction",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a sheet: what it means, where it stands, how it is read."""

    meaning: str
    index: int
    reads: Reads
    unit: str
    heading: str


def unreadable(field: Field, cell: Cell, refused: Refused) -> Problem:
    """Say what is wrong with a cell, and that a minus in the deposits may be a withdrawal."""
    if field.reads in _NEVER_NEGATIVE and _below_zero(cell):
        fix = ("ถ้าเป็นการถอน ย้ายไปช่องถอน", "If it was taken out, move it to the withdrawal column.")
        return negative(field.meaning, fix if field.meaning == "deposit" else None)
    code = "no_value" if isinstance(refused, Empty) else _CODES.get(field.reads, "unreadable")
    where = field.heading or field.meaning
    return Problem(
        code,
        (refused.th, refused.en),
        (f"แก้ช่อง “{where}” แล้วนำเข้าใหม่", f"Mend the cell under “{where}” and import again."),
        field.meaning,
    )


def _below_zero(cell: Cell) -> bool:
    try:
        value = read_cell("number", cell)
    except Refused:
        return False
    return not isinstance(value, str | tuple | date) and value is not None and value < 0

"""What became of each row: understood, held for a person, or skipped for a stated reason."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kwan.workbook.cells import Value
from kwan.workbook.sheetxml import Cell

Raw = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was understood: `values` is meaning → value, empty cells left out.

    `number` counts from 1 as the spreadsheet does. In a sheet that runs across, each filled cell
    under a month or round is a row of its own and `column` (from 0) tells which. `file` is filled in
    by who reads several files of one group together.
    """

    sheet: str
    number: int
    kind: str
    values: dict[str, Value | dict[str, bool]]
    raw: Raw
    column: int | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row with nothing to book: `why` is a key of `SKIPS`."""

    sheet: str
    number: int
    why: str
    raw: Raw
    column: int | None = None
    file: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A row that waits for a person: what is wrong with it and what would mend it."""

    sheet: str
    number: int
    code: str
    reason_th: str
    reason_en: str
    suggestion_th: str
    suggestion_en: str
    raw: Raw
    meaning: str = ""
    column: int | None = None
    file: str = ""


Outcome = Row | Skipped | Held

SKIPS: Final[dict[str, tuple[str, str]]] = {
    "heading": ("หัวตาราง", "table heading"),
    "total": ("แถวรวมยอด", "a total"),
    "note": ("ข้อความท้ายตาราง", "a note beside the table"),
    "carried": ("ยอดยกมาหรือยกไประหว่างหน้า", "a balance carried between pages"),
    "left_out": ("แถวที่บอกให้เว้นไว้", "a row that somebody said to leave out"),
    "unknown": ("หัวข้อที่ไม่รู้จัก", "a label that is not known"),
}


class Problem(ValueError):
    """Why a row cannot be booked as it stands."""

    def __init__(
        self, code: str, reason: tuple[str, str], suggestion: tuple[str, str], meaning: str = ""
    ) -> None:
        """Take the sentences as (Thai, English)."""
        super().__init__(code)
        self.code = code
        self.reason = reason
        self.suggestion = suggestion
        self.meaning = meaning

    def held(self, sheet: str, number: int, raw: Raw, column: int | None = None) -> Held:
        """Make the outcome of the row that has this problem."""
        return Held(sheet, number, self.code, *self.reason, *self.suggestion, raw, self.meaning, column)


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of a sheet: `read` is always the sum of the other three."""

    read: int = 0
    understood: int = 0
    held: int = 0
    skipped: int = 0


def tally(outcomes: Iterable[Outcome]) -> Tally:
    """Count outcomes."""
    counts = Counter(type(outcome) for outcome in outcomes)
    return Tally(counts.total(), counts[Row], counts[Held], counts[Skipped])

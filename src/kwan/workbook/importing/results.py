"""What goes into an import and what comes out of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from kwan.workbook.files import Sheet
from kwan.workbook.layout import NotUnderstood, Understood
from kwan.workbook.mapping import Mapping as Columns
from kwan.workbook.mends import Mends
from kwan.workbook.outcomes import Held, Outcome, Row
from kwan.workbook.translate import Intent

Place = tuple[str, str, int, int | None]


def place_of(row: Outcome) -> Place:
    """Return where a row stands: file, sheet, number, and the column where a sheet runs across."""
    return row.file, row.sheet, row.number, row.column


class Source(NamedTuple):
    """A file to be brought in. `group` is the name of its group where no sheet says one."""

    name: str
    content: Path | bytes
    group: str


@dataclass(frozen=True)
class Understanding:
    """One sheet as it was understood, with its rows, or why it was not."""

    sheet: Sheet
    layout: Understood | NotUnderstood
    outcomes: tuple[Outcome, ...] = ()
    file: str = ""

    @property
    def rows(self) -> list[Row]:
        """The rows that were understood."""
        return [outcome for outcome in self.outcomes if isinstance(outcome, Row)]

    @property
    def kind(self) -> str:
        """The kind of the sheet, empty where it is not known."""
        return self.layout.kind if isinstance(self.layout, Understood) else ""


@dataclass(frozen=True)
class Looked:
    """A file that was read and looked through. `group`: the name its own sheet says, else the source's."""

    name: str
    group: str
    sheets: tuple[Understanding, ...]


@dataclass(frozen=True)
class Door:
    """Who brings the files in, when, and what is remembered of alike ones."""

    actor: str
    at: datetime
    project: str | None = None
    group: str | None = None
    remembered: Mapping[str, Columns] = field(default_factory=dict)
    dry_run: bool = False
    mends: Mends = field(default_factory=Mends)


@dataclass
class Imported:
    """What became of the rows of one group's files, by sheet: posted + held + skipped = read.

    `already` counts those of `skipped` that stand in the book. `gone` is what the book has from such sheets
    and the files have not. `differs` gives for an entry of the book what the files say instead, `strangers`
    for a held row the words by which it calls somebody whom nobody knows, and `register` the members, by
    reference, among whom that person may be.
    """

    file: str
    group: str
    book: int = 0
    posted: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    already: Counter[str] = field(default_factory=Counter)
    held: list[Held] = field(default_factory=list)
    gone: list[tuple[str, int]] = field(default_factory=list)
    remarks: list[tuple[Row, str, str]] = field(default_factory=list)
    understandings: tuple[Understanding, ...] = ()
    differs: dict[int, tuple[Intent, int]] = field(default_factory=dict)
    strangers: dict[Place, str] = field(default_factory=dict)
    register: dict[str, str] = field(default_factory=dict)

    @property
    def read(self) -> Counter[str]:
        """How many rows were read, by sheet."""
        return self.posted + self.skipped + Counter(held.sheet for held in self.held)

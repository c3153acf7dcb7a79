"""The whole sheet: its day, its rows, and the cash that was counted in each box."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final
from uuid import UUID

from kwan.fund.queries import closed_passbooks
from kwan.fund.rules.savings_day import SAVINGS, Brought, Column, Sheet, cash_by_purse, likely_forgotten
from kwan.people import queries as people
from kwan.thai.date_styles import buddhist_year
from kwan.thai.years import BUDDHIST_AHEAD
from kwan.web.forms.sent import id_of
from kwan.web.language import Pair
from kwan.web.sheet.columns import LABELS, Suggested, suggested
from kwan.web.sheet.rows import Row, Typed, read_sum, row_of

YEARS_BACK: Final = 6
PURSES: Final = (SAVINGS, "welfare", "fund")


@dataclass(frozen=True)
class PurseBox:
    """The cash of one purse: what it should be, and what was counted (None until somebody counted); satang."""

    purse: str
    typed: str
    expected: int
    counted: int | None

    @property
    def name(self) -> str:
        """What its box is called in the form."""
        return "counted" if self.purse == SAVINGS else f"counted-{self.purse}"

    @property
    def difference(self) -> int | None:
        """What it holds more than was written; None until it was counted."""
        return None if self.counted is None else self.counted - self.expected


@dataclass(frozen=True)
class Typing:
    """The whole sheet as it stands on the screen."""

    form: UUID
    on: date
    rows: tuple[Row, ...]
    known: Suggested
    chosen: tuple[str, str, str]
    typed_counted: Typed = field(default_factory=dict)
    typed_opening: str = ""
    opening: int = 0
    seen: str = ""
    wrong: dict[str, Pair] = field(default_factory=dict)
    added_to: int | None = None

    @property
    def brought(self) -> tuple[Brought, ...]:
        """All lines."""
        return tuple(row.brought for row in self.rows)

    @property
    def columns(self) -> list[tuple[Column, Pair]]:
        """The columns of money that comes in, and what they are called."""
        return [(column, LABELS[column]) for column in self.known.columns]

    @property
    def is_plain(self) -> bool:
        """Is there nothing on the sheet but regular savings, brought in cash?"""
        return self.known.laws.savings_columns == ("regular",)

    @property
    def takes_transfers(self) -> bool:
        """Do members of this group send money by the bank?"""
        return "transfer" in self.known.laws.savings_columns

    @property
    def takes_carried(self) -> bool:
        """Do members of this group bring money for each other?"""
        return "carried" in self.known.laws.savings_columns

    @property
    def people(self) -> int:
        """How many brought or took something."""
        return sum(row.is_there for row in self.rows)

    @property
    def purses(self) -> list[PurseBox]:
        """The boxes of cash, the savings' first: each that a column of the sheet, or a loan on it, has to do with."""
        cash = cash_by_purse(self.brought, self.opening)
        touched = {SAVINGS, *cash, *(box.purse for row in self.rows for box in row.boxes)}
        return [self._purse(purse, cash.get(purse, 0)) for purse in PURSES if purse in touched]

    def _purse(self, purse: str, expected: int) -> PurseBox:
        typed = self.typed_counted.get(purse, "")
        counted, _ = read_sum(typed)
        if counted is None and not typed and not expected and (purse != SAVINGS or self.added_to):
            counted = 0
        if counted and self.added_to and expected < 0:
            counted = -counted  # who came late took out more than they brought
        return PurseBox(purse, typed, expected, counted)

    @property
    def differences(self) -> str:
        """The differences of all boxes as the page brings them back; empty until all were counted."""
        found = [purse.difference for purse in self.purses]
        return "" if None in found else ",".join(map(str, found))

    @property
    def differs(self) -> bool:
        """Does any box hold another sum than was written?"""
        return any(purse.difference for purse in self.purses)

    @property
    def sheet(self) -> Sheet:
        """The sheet as the books take it."""
        first, *others = self.purses
        counted = tuple(
            (purse.purse, purse.counted or 0) for purse in others if purse.expected or purse.counted
        )
        return Sheet(self.on, self.brought, first.counted or 0, self.opening, counted, self.added_to)

    @property
    def forgotten(self) -> Row | None:
        """Whose usual sum is just what there is too much, if they are the only one."""
        usual = {row.member: row.usual_cash for row in self.rows}
        present = [row.member for row in self.rows if row.into]
        member = likely_forgotten(self.purses[0].difference or 0, usual, present)
        return next((row for row in self.rows if row.member == member), None)

    @property
    def mistakes(self) -> list[tuple[str, Pair]]:
        """Everything to mend: where on the page, and what is said there."""
        found = list(self.wrong.items())
        for row in self.rows:
            said = [(box.name, box.wrong) for box in row.boxes if box.wrong]
            said += [(f"{what}-{row.member}", pair) for what, pair in row.wrong.items()]
            found += [(place, (f"{row.first}: {th}", f"{row.first}: {en}")) for place, (th, en) in said]
        return found


def typing(book: int, today: date, typed: Typed | None = None) -> Typing:
    """Return the sheet of a book's members as it was typed; without anything typed, today's empty one."""
    typed = typed or {}
    chosen, on, wrong = _day(typed, today)
    known, closed = suggested(book, on), closed_passbooks(book)
    rows = [
        row_of(member.reference, member.name or member.reference, typed, known)
        for member in people.members(book)
        if member.left is None or any(known.has(member.reference, sort) for sort in known.balances)
    ]
    # Whose passbook is closed stands no longer here; a sum typed before it was closed is kept, to be answered.
    rows = [row for row in rows if row.member not in closed or row.is_there]
    return _typing(on, rows, known, chosen, typed, {"day": wrong} if wrong else {})


def late_typing(book: int, on: date, day: int, member: str, typed: Typed) -> Typing:
    """Return the line of a latecomer to a day that is in the book (its first entry `day`). Empty without a member."""
    known = suggested(book, on)
    names = {one.reference: one.name or one.reference for one in people.members(book)}
    rows = [row_of(member, names[member], typed, known)] if member in names else []
    return replace(_typing(on, rows, known, ("", "", ""), typed, {}), added_to=day)


def _typing(
    on: date, rows: Iterable[Row], known: Suggested, chosen: tuple[str, str, str], typed: Typed, wrong: dict[str, Pair]
) -> Typing:  # fmt: skip
    counted = {
        purse: typed.get("counted" if purse == SAVINGS else f"counted-{purse}", "") for purse in PURSES
    }
    opening, wrong_opening = read_sum(typed.get("opening", ""))
    said = {"counted" if p == SAVINGS else f"counted-{p}": read_sum(text)[1] for p, text in counted.items()}
    said |= {"opening": wrong_opening}
    wrong = wrong | {name: pair for name, pair in said.items() if pair}
    return Typing(
        id_of(typed), on, tuple(rows), known, chosen, counted, typed.get("opening", ""), opening or 0,
        typed.get("seen", ""), wrong,
    )  # fmt: skip


def all_as_usual(sheet: Typing) -> Typing:
    """Return the sheet with the usual sums for everybody who has some, wherever nothing was typed."""
    return replace(sheet, rows=tuple(_as_usual(row) for row in sheet.rows))


def _as_usual(row: Row) -> Row:
    boxes = tuple(box if box.typed or not box.usual else replace(box, satang=box.usual) for box in row.boxes)
    return replace(row, boxes=boxes, same=row.same or any(b.usual and not b.typed for b in boxes))


def _day(typed: Typed, today: date) -> tuple[tuple[str, str, str], date, Pair | None]:
    """Return the chosen day (of a Buddhist year) as it stands in its boxes, as a date, and what is wrong with it."""
    chosen = (
        typed.get("day", str(today.day)),
        typed.get("month", str(today.month)),
        typed.get("year", str(buddhist_year(today))),
    )
    day, month, year = chosen
    try:
        on = date(int(year) - BUDDHIST_AHEAD, int(month), int(day))
    except (ValueError, OverflowError):
        return chosen, today, ("ไม่มีวันนี้ในปฏิทิน เลือกใหม่อีกครั้ง", "There is no such day: choose again.")
    late = ("วันนี้ยังมาไม่ถึง เลือกวันใหม่", "This day has not come yet: choose again.") if on > today else None
    return chosen, min(on, today), late

"""A savings day as it is typed: one row a member, read back whole, so that nothing typed is ever lost.

A tick takes the usual sum; a sum in the box stands instead of it. An empty row is somebody who did not bring any.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final
from uuid import UUID

from kwan.fund import queries as fund
from kwan.fund.rules.savings_day import Brought, Sheet, beyond_the_passbook, expected, likely_forgotten
from kwan.ids import uuid7
from kwan.people import queries as people
from kwan.quantities import format_baht, parse_baht
from kwan.thai import Refused
from kwan.thai.date_styles import buddhist_year
from kwan.thai.years import BUDDHIST_AHEAD

Typed = Mapping[str, str]
YEARS_BACK: Final = 6
Pair = tuple[str, str]


@dataclass(frozen=True)
class Row:
    """One member's line as it stands on the screen; sums satang, `wrong_…` what to mend (Thai, English)."""

    member: str
    name: str
    balance: int
    usual: int = 0
    same: bool = False
    typed_in: str = ""
    typed_out: str = ""
    into: int = 0
    out: int = 0
    wrong_in: Pair | None = None
    wrong_out: Pair | None = None

    @property
    def brought(self) -> Brought:
        """The line as the books take it."""
        return Brought(self.member, self.into, self.out)

    @property
    def after(self) -> int | None:
        """The passbook after this line; None for somebody who is not there."""
        return self.balance + self.into - self.out if self.into or self.out else None

    @property
    def first(self) -> str:
        """How one calls them at the table."""
        return self.name.split(" ")[0]


@dataclass(frozen=True)
class Typing:
    """The whole sheet as it stands on the screen. `counted` is None until somebody counted."""

    form: UUID
    on: date
    rows: tuple[Row, ...]
    chosen: tuple[str, str, str]
    typed_counted: str = ""
    typed_opening: str = ""
    counted: int | None = None
    opening: int = 0
    seen: str = ""
    wrong: dict[str, Pair] = field(default_factory=dict)

    @property
    def brought(self) -> tuple[Brought, ...]:
        """All lines."""
        return tuple(row.brought for row in self.rows)

    @property
    def people(self) -> int:
        """How many brought or took something."""
        return sum(bool(row.into or row.out) for row in self.rows)

    @property
    def expected(self) -> int:
        """What the box should hold."""
        return expected(self.brought, self.opening)

    @property
    def difference(self) -> int | None:
        """What it holds more than that; None until it was counted."""
        return None if self.counted is None else self.counted - self.expected

    @property
    def sheet(self) -> Sheet:
        """The sheet as the books take it."""
        return Sheet(self.on, self.brought, self.counted or 0, self.opening)

    @property
    def forgotten(self) -> Row | None:
        """Whose usual sum is just what there is too much, if they are the only one."""
        usual = {row.member: row.usual for row in self.rows}
        present = [row.member for row in self.rows if row.into]
        member = likely_forgotten(self.difference or 0, usual, present)
        return next((row for row in self.rows if row.member == member), None)

    @property
    def mistakes(self) -> list[tuple[str, Pair]]:
        """Everything to mend: where on the page, and what is said there."""
        found = list(self.wrong.items())
        for place, row in enumerate(self.rows, 1):
            found += [
                (f"{way}{place}", said)
                for way, said in (("in", row.wrong_in), ("out", row.wrong_out))
                if said
            ]
        return found


def typing(book: int, today: date, typed: Typed | None = None) -> Typing:
    """Return the sheet of a book's members as it was typed; without anything typed, today's empty one."""
    typed = typed or {}
    chosen, on, wrong = _day(typed, today)
    usual, balances = fund.usual_savings(book, on), fund.balances(book)
    rows = tuple(
        _row(Row(m.reference, m.name or m.reference, balances.get(m.reference, 0), usual[m.reference].satang if m.reference in usual else 0), typed)
        for m in people.members(book)
        if m.left is None or balances.get(m.reference)
    )  # fmt: skip
    counted, wrong_counted = _sum(typed.get("counted", ""))
    opening, wrong_opening = _sum(typed.get("opening", ""))
    found = {"day": wrong, "counted": wrong_counted, "opening": wrong_opening}
    return Typing(
        _form(typed), on, rows, chosen, typed.get("counted", ""), typed.get("opening", ""), counted, opening or 0,
        typed.get("seen", ""), {name: said for name, said in found.items() if said},
    )  # fmt: skip


def all_as_usual(sheet: Typing) -> Typing:
    """Return the sheet with the usual sum for everybody who has one and for whom nothing was typed."""
    rows = (
        replace(row, same=True, into=row.usual) if row.usual and not row.typed_in else row
        for row in sheet.rows
    )
    return replace(sheet, rows=tuple(rows))


def judged(book: int, sheet: Typing) -> Typing:
    """Return the sheet with what the book would not take said beside the line that it is about."""
    most = beyond_the_passbook(sheet.brought, {row.member: row.balance for row in sheet.rows})
    there = fund.saved_on(book, sheet.on)
    rows = tuple(_judged(row, most, there) for row in sheet.rows)
    wrong = dict(sheet.wrong)
    if not sheet.people and not any(row.wrong_in or row.wrong_out for row in rows):
        wrong["sheet"] = ("ยังไม่มีใครออมหรือถอน ติ๊กหรือใส่ยอดก่อน", "Nobody brought or took anything yet.")
    elif sheet.counted is None and "counted" not in wrong:
        wrong["counted"] = ("นับเงินในกล่องแล้วใส่ยอดที่นับได้", "Count the cash and write what it came to.")
    if sheet.expected < 0:
        wrong["opening"] = (
            "เงินจ่ายถอนมากกว่าเงินที่รับ ใส่เงินที่มีในกล่องก่อนเริ่มด้วย",
            "More was paid out than came in: say what lay in the box before.",
        )
    return replace(sheet, rows=rows, wrong=wrong)


def _judged(row: Row, most: Mapping[str, int], there: Mapping[tuple[str, str], int]) -> Row:
    if row.member in most:
        have = format_baht(most[row.member])
        row = replace(row, wrong_out=(f"ถอนได้ไม่เกิน {have} บาท", f"At most {have} baht can be taken out."))
    if row.into and (entry := there.get((row.member, "in"))):
        row = replace(row, wrong_in=_known(entry))
    if row.out and (entry := there.get((row.member, "out"))):
        row = replace(row, wrong_out=_known(entry))
    return row


def _known(entry: int) -> Pair:
    return (f"วันนี้จดไว้แล้ว รายการที่ {entry:,}", f"Already written for this day, entry {entry:,}.")


def _row(row: Row, typed: Typed) -> Row:
    """Return a member's line as it was typed. A sum in the box stands before the tick."""
    typed_in, typed_out = (typed.get(f"{way}-{row.member}", "").strip() for way in ("in", "out"))
    same = bool(typed.get(f"same-{row.member}")) and not typed_in and row.usual > 0
    into, wrong_in = _sum(typed_in)
    out, wrong_out = _sum(typed_out)
    return replace(
        row, same=same, typed_in=typed_in, typed_out=typed_out, into=row.usual if same else into or 0, out=out or 0,
        wrong_in=wrong_in, wrong_out=wrong_out,
    )  # fmt: skip


def _sum(text: str) -> tuple[int | None, Pair | None]:
    """Return what was typed as satang (None for nothing), or what is wrong with it."""
    if not text.strip():
        return None, None
    try:
        return parse_baht(text), None
    except Refused as refused:
        return None, (refused.th, refused.en)


def _form(typed: Typed) -> UUID:
    try:
        return UUID(typed.get("form_id", ""))
    except ValueError:
        return uuid7()


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

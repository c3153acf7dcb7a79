"""A book that begins in mid-life: one officer writes what the group has, a second one signs, and all of it stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID, uuid5

from kwan.fund.commands.brought import WAITING, Brought, pieces
from kwan.fund.commands.loan_steps import refused
from kwan.fund.models import FundLine, LoanStep, OpeningAsked, Saving, WelfareLine
from kwan.fund.queries.opening import sheet_asked
from kwan.fund.rules.bank import PURSES
from kwan.fund.rules.opening import (
    UNITS,
    BroughtLoan,
    BroughtMoney,
    BroughtSavings,
    BroughtStock,
    OpeningSheet,
)
from kwan.journal import queries as journal
from kwan.journal.beginnings import beginning
from kwan.journal.commands import Envelope, record_sheet
from kwan.journal.models import Beginning
from kwan.journal.rules import Command, Line, Refusal, canonical, day_number
from kwan.people.commands import known_member


def refuse_a_second_beginning(book: int) -> None:
    """Refuse an opening of a book that began already, or in which money stands."""
    if beginning(book):
        raise Refusal(
            "opened_already",
            "สมุดเล่มนี้มียอดยกมาแล้ว ยกมาได้ครั้งเดียว ถ้ายอดไหนผิด แก้ที่บรรทัดนั้น",
            "This book was opened already, and that is done once. If a sum is wrong, mend that line.",
        )
    lived = any(
        journal.standing_rows(room, book).exists() for room in (Saving, FundLine, LoanStep, WelfareLine)
    )
    if lived or any(journal.balances(book).values()):
        raise Refusal(
            "money_in_book",
            "สมุดเล่มนี้มีเงินเข้าออกแล้ว จึงยกยอดมาไม่ได้ เพราะเงินจะนับซ้ำ ยอดเดิมยังอยู่ครบ",
            "Money has moved in this book already; bringing sums forward would count it twice. What stands still stands.",
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class AskOpening(Command):
    """The sheet of what the group has on one day, as one officer wrote it. Nothing moves until a second one signs.

    What is wrong in it is mended by asking again, which corrects the first.
    """

    kind: ClassVar = "fund.opening_asked"
    savings: tuple[BroughtSavings, ...] = ()
    money: tuple[BroughtMoney, ...] = ()
    loans: tuple[BroughtLoan, ...] = ()
    stock: tuple[BroughtStock, ...] = ()

    @property
    def sheet(self) -> OpeningSheet:
        """The sheet."""
        return OpeningSheet(self.on, self.savings, self.money, self.loans, self.stock)

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a second beginning, a sheet that waits already, and what stands in it twice or not at all."""
        if memo.get("source") == "brought":
            raise Refusal(
                "only_live",
                "ยอดยกมาต้องลงเองและลงชื่อสองคน นำเข้าจากไฟล์ไม่ได้",
                "What is brought forward is written and signed by two people, not brought in from a file.",
            )
        refuse_a_second_beginning(book)
        asked = journal.standing_rows(OpeningAsked, book).exclude(entry=memo.get("correcting", 0))
        if asked.exists():
            raise Refusal(
                "asked_already",
                "มีแผ่นยอดยกมารอลงชื่ออยู่แล้ว แก้แผ่นนั้นได้",
                "A sheet is waiting for its second signature already; that one can be changed.",
            )
        self._makes_sense(book, memo)

    def _makes_sense(self, book: int, memo: dict[str, Any]) -> None:
        for member in (*(line.member for line in self.savings), *(loan.member for loan in self.loans)):
            known_member(book, memo, member)
        for loan in self.loans:
            for guarantor in loan.guarantors:
                known_member(book, memo, guarantor)
        once(line.member for line in self.savings)
        once(fund.purse for fund in self.money)
        once(loan.number for loan in self.loans)
        once(goods.what for goods in self.stock)
        sums = [n for line in self.savings for n in (line.regular, line.special, line.share)]
        sums += [n for fund in self.money for n in (fund.cash, fund.bank)]
        sums += [goods.quantity - 1 for goods in self.stock] + [loan.left - 1 for loan in self.loans]
        if min(sums, default=0) < 0 or not set(PURSES).issuperset(fund.purse for fund in self.money):
            raise Refusal("below_zero", "มียอดที่ติดลบหรือยังว่าง", "A sum is below zero, or empty.")
        if not set(UNITS).issuperset(goods.unit for goods in self.stock):
            raise Refusal("unit", "นับของเป็นกรัมหรือชิ้น", "Goods are counted in grams or pieces.")
        with refused():
            if not pieces(self.sheet):
                raise Refusal("empty_sheet", "แผ่นนี้ยังว่าง ใส่ยอดก่อน", "This sheet is empty.")

    def lines(self) -> Iterator[Line]:
        """That it waits."""
        yield OpeningAsked.of(day=day_number(self.on))


def once(names: Iterator[str]) -> None:
    """Refuse what stands twice."""
    found = list(names)
    twice = next((name for name in found if found.count(name) > 1), None)
    if twice is not None:
        raise Refusal("twice", f"{twice} มีสองบรรทัดในแผ่นนี้", f"{twice} stands twice on this sheet.")


@dataclass(frozen=True, kw_only=True)
class OpenBooks(Command):
    """The second officer signs the sheet of entry `asked`: from this day on the group's money is kept in this book."""

    kind: ClassVar = "fund.books_opened"
    asked: int

    def natural_key(self) -> str:
        """A book begins once."""
        return "opening"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a sheet that does not wait, the hand that wrote it, and a second beginning."""
        if "correcting" in memo:
            raise Refusal(
                "not_to_be_undone", "ยอดยกมาแก้ได้ทีละบรรทัด", "What was opened is mended line by line."
            )
        refuse_a_second_beginning(book)
        found = sheet_asked(book)
        if found is None or (found.entry, found.sheet.on) != (self.asked, self.on):
            raise Refusal(
                "sheet_changed",
                "แผ่นนี้ถูกแก้หลังจากที่เปิดดู ดูใหม่แล้วค่อยลงชื่อ ยังไม่ได้ลงอะไร",
                "This sheet was changed since you opened it. Look again before signing; nothing was written.",
            )
        if found.actor == memo.get("actor"):
            raise Refusal(
                "same_hand",
                "คนที่ลงชื่อยืนยันต้องเป็นกรรมการอีกคน ไม่ใช่คนที่จด",
                "Another officer signs, not the one who wrote the sheet.",
            )
        with refused():
            memo[WAITING] = [canonical([piece.kind, piece.body()]) for piece in pieces(found.sheet)]

    def lines(self) -> Iterator[Line]:
        """The day from which money is kept here."""
        yield Beginning.of(day=day_number(self.on))


def open_books(book: int, asked: int, form: UUID, *, actor: str, at: datetime) -> int:
    """Sign the sheet of entry `asked`, and write all of it or nothing; return the number of the opening's entry.

    Raises:
        Refusal: what the book cannot take, or the same hand twice; nothing was written.
    """
    found = sheet_asked(book, asked)
    if found is None:
        raise Refusal("no_sheet", "ไม่มีแผ่นยอดยกมาที่รอลงชื่อ", "No sheet is waiting to be signed.")
    with refused():
        parts: list[Brought] = pieces(found.sheet)
    envelopes = [Envelope(OpenBooks(on=found.sheet.on, asked=asked), str(form), actor, at)]
    envelopes += [
        Envelope(part, str(uuid5(form, part.natural_key() or part.kind)), actor, at) for part in parts
    ]
    return record_sheet(book, envelopes)[0]

"""What is brought forward, piece by piece. Each piece is written with the whole sheet, and mended by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from kwan.fund.commands.bank import bank, box, known_fund
from kwan.fund.commands.savings import KEPT
from kwan.fund.models import (
    Loan,
    LoanGuarantor,
    LoanInstalment,
    LoanStep,
    OpeningMoney,
    OpeningPassbook,
    OpeningStock,
)
from kwan.fund.queries.loan_files import LOAN, pages_of
from kwan.fund.rules.agreement import Instalment, principal_of
from kwan.fund.rules.instalments import Kind
from kwan.fund.rules.opening import BroughtLoan, OpeningSheet, StockUnit, rest_of
from kwan.fund.rules.savings_day import PASSBOOKS, Sort
from kwan.journal.models import Row
from kwan.journal.queries import standing_rows
from kwan.journal.rules import Command, Line, Move, Place, Refusal, canonical, day_number, held, owed, world
from kwan.people.commands import known_member

BROUGHT_FORWARD: Final = world("brought-forward")
PLACES: Final = ("purse", "bank")
WAITING: Final = "opening"  # where the batch keeps the pieces that the sheet still has to write


class Brought(Command):
    """A piece of the opening sheet: written once, with it; later only mended."""

    room: ClassVar[type[Row]]
    named: ClassVar[tuple[str, ...]]

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a piece that stands on no signed sheet, and a correction of something else."""
        correcting = memo.get("correcting")
        if correcting is None:
            waiting: list[str] = memo.get(WAITING, [])
            if canonical([self.kind, self.body()]) not in waiting:
                raise Refusal(
                    "not_on_the_sheet",
                    "ยอดยกมาลงได้พร้อมกันทั้งแผ่น เมื่อลงชื่อครบสองคน",
                    "What is brought forward is written as one sheet, signed by two.",
                )
            waiting.remove(canonical([self.kind, self.body()]))
            return
        same = {name: getattr(self, name) for name in self.named}
        rows: Any = standing_rows(self.room, book)
        if not rows.filter(entry=correcting, day=day_number(self.on), **same).exists():
            raise Refusal(
                "another_piece", "แก้ได้เฉพาะยอดของบรรทัดเดิม", "Only the sum of this same line can be mended."
            )


def not_below_zero(satang: int) -> None:
    """Refuse a sum below zero. Nought stands for a line that never was."""
    if satang < 0:
        raise Refusal("below_zero", "ยอดติดลบไม่ได้", "A sum cannot be below zero.")


@dataclass(frozen=True, kw_only=True)
class BringSavings(Brought):
    """What stood in a member's passbook (satang). `sort` as in a deposit: None, "special" or "share"."""

    kind: ClassVar = "fund.savings_brought"
    room: ClassVar = OpeningPassbook
    named: ClassVar = ("member", "sort")
    member: str
    satang: int
    sort: Sort = None

    def natural_key(self) -> str:
        """The member and the sort."""
        return f"opening/{self.member}/{self.sort or 'regular'}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse an unknown member too."""
        not_below_zero(self.satang)
        known_member(book, memo, self.member)
        super().decide(book, memo)

    def moves(self) -> Iterator[Move]:
        """What is owed to the member comes from before this book."""
        if self.satang:
            yield Move(owed(f"{PASSBOOKS[self.sort]}{self.member}"), BROUGHT_FORWARD, self.satang)

    def lines(self) -> Iterator[Line]:
        """The first line of the passbook; no deposit."""
        yield OpeningPassbook.of(
            member=self.member, sort=self.sort, satang=self.satang, day=day_number(self.on)
        )


@dataclass(frozen=True, kw_only=True)
class BringMoney(Brought):
    """What a fund had in its box (`kept` is None) or in the bank ("bank"), satang."""

    kind: ClassVar = "fund.money_brought"
    room: ClassVar = OpeningMoney
    named: ClassVar = ("purse", "kept")
    purse: str
    satang: int
    kept: str | None = None

    def natural_key(self) -> str:
        """The fund and where its money lay."""
        return f"opening/{self.kept or 'box'}/{self.purse}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a fund that there is not."""
        not_below_zero(self.satang)
        known_fund(self.purse)
        if self.kept not in KEPT:
            raise Refusal("kept", "เงินอยู่ในกล่องหรือธนาคาร", "Money lies in the box or in the bank.")
        super().decide(book, memo)

    def moves(self) -> Iterator[Move]:
        """From before this book into the box or the bank."""
        if self.satang:
            into: Place = bank(self.purse) if self.kept else box(self.purse)
            yield Move(BROUGHT_FORWARD, into, self.satang)

    def lines(self) -> Iterator[Line]:
        """What was there."""
        yield OpeningMoney.of(purse=self.purse, kept=self.kept, satang=self.satang, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class BringStock(Brought):
    """Goods that lay in the store, in grams or in pieces."""

    kind: ClassVar = "fund.stock_brought"
    room: ClassVar = OpeningStock
    named: ClassVar = ("what",)
    what: str
    grams: int | None = None
    pieces: int | None = None

    @property
    def counted(self) -> tuple[int, StockUnit]:
        """How many of which unit."""
        return (self.pieces or 0, "piece") if self.grams is None else (self.grams, "g")

    def natural_key(self) -> str:
        """What it is."""
        return f"opening/store/{self.what}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse less than nothing."""
        not_below_zero(self.counted[0])
        super().decide(book, memo)

    def moves(self) -> Iterator[Move]:
        """From before this book into the store."""
        quantity, unit = self.counted
        if quantity:
            yield Move(BROUGHT_FORWARD, held(f"store:{self.what}"), quantity, unit)

    def lines(self) -> Iterator[Line]:
        """What was there."""
        quantity, unit = self.counted
        yield OpeningStock.of(what=self.what, quantity=quantity, unit=unit, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class BringLoan(Brought):
    """A loan that ran on the opening day: what was left, and the instalments still to come, frozen (satang).

    Nothing of its life before that day is told. From here on it is repaid like any other.
    """

    kind: ClassVar = "fund.loan_brought"
    room: ClassVar = Loan
    named: ClassVar = ("number", "member")
    number: str
    member: str
    rate: int
    method: Kind
    every: str
    first_due: date
    rows: tuple[Instalment, ...]
    guarantors: tuple[str, ...] = ()

    def natural_key(self) -> str:
        """The loan's number."""
        return f"loan/{self.number}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse unknown people, and to mend a loan of which something came back since."""
        for member in (self.member, *self.guarantors):
            known_member(book, memo, member)
        super().decide(book, memo)
        pages: Mapping[str, list[Any]] = pages_of(book, {"number": self.number}, memo.get("correcting", 0))
        if pages.get(self.number):
            raise Refusal(
                "loan_went_on",
                f"เงินกู้เลขที่ {self.number} มีรายการหลังยกมาแล้ว แก้รายการเหล่านั้นก่อน",
                f"Something was written about loan {self.number} since; correct that first.",
            )

    def moves(self) -> Iterator[Move]:
        """From before this book into what is lent."""
        yield Move(BROUGHT_FORWARD, held(f"{LOAN}{self.number}"), principal_of(self.rows))

    def lines(self) -> Iterator[Line]:
        """The loan, as it ran on."""
        left, day = principal_of(self.rows), day_number(self.on)
        yield Loan.of(
            number=self.number, member=self.member, principal=left, method=self.method, basis="period",
            rate=self.rate, periods=len(self.rows), every=self.every, first_due=day_number(self.first_due),
            grace_principal=0, grace_interest=0, round_instalment=None, legal_basis=None, day=day,
        )  # fmt: skip
        for guarantor in self.guarantors:
            yield LoanGuarantor.of(number=self.number, member=guarantor)
        yield LoanStep.of(
            number=self.number, step="brought", principal=left, interest=0, fine=0, day=day,
            cause=None, meeting=None, minutes=None,
        )  # fmt: skip
        for row in self.rows:
            yield LoanInstalment.of(
                number=self.number, due=day_number(row.due), principal=row.principal, interest=row.interest
            )


def pieces(sheet: OpeningSheet) -> list[Brought]:
    """Return what a sheet becomes, in its order. Raise kwan.thai.Refused for a loan whose terms make none."""
    on = sheet.on
    found: list[Brought] = [
        BringSavings(on=on, member=line.member, satang=satang, sort=sort)
        for line in sheet.savings
        for sort, satang in line.sorts
    ]
    for fund in sheet.money:
        sums = ((None, fund.cash), ("bank", fund.bank))
        found += [
            BringMoney(on=on, purse=fund.purse, kept=kept, satang=satang) for kept, satang in sums if satang
        ]
    found += [bringing(on, loan) for loan in sheet.loans]
    found += [
        BringStock(on=on, what=goods.what, **{"grams" if goods.unit == "g" else "pieces": goods.quantity})
        for goods in sheet.stock
    ]
    return found


def bringing(on: date, loan: BroughtLoan) -> BringLoan:
    """Return the command that brings a loan forward. Raise kwan.thai.Refused."""
    return BringLoan(
        on=on, number=loan.number, member=loan.member, rate=loan.rate, method=loan.method, every=loan.every,
        first_due=loan.first_due, rows=rest_of(loan), guarantors=loan.guarantors,
    )  # fmt: skip

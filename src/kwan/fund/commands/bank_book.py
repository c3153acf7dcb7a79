"""The bank's own book: its lines as they were printed, which entries of ours they are, and what only the bank knows of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.fund.commands.bank import bank, known_fund
from kwan.fund.commands.sums import positive
from kwan.fund.models import BankEarning, BankLine, BankMatch, BankPage
from kwan.fund.queries.bank import OF_THE_BANK, BankBookLine, bank_lines, of_the_bank, ours_of
from kwan.fund.rules.bank import ALL, BANKBOOKS, signed
from kwan.journal.queries import standing_rows
from kwan.journal.rules import Command, Line, Move, Refusal, day_number, world
from kwan.quantities import format_baht

INTEREST, FEES = world("bank-interest"), world("bank-fees")


def known_bankbook(book: int, bankbook: str, correcting: int = 0) -> None:
    """Refuse a bank book that there is not, and one for everything beside one of a single fund."""
    if bankbook not in BANKBOOKS:
        raise Refusal("unknown_bankbook", "ไม่มีสมุดธนาคารเล่มนี้", "There is no such bank book.")
    others = standing_rows(BankLine, book).exclude(entry=correcting).exclude(bankbook=bankbook)
    if any((other == ALL) != (bankbook == ALL) for other in others.values_list("bankbook", flat=True)):
        raise Refusal(
            "bankbooks",
            "กลุ่มจดสมุดธนาคารไว้อีกแบบแล้ว เลือกอย่างเดียว คือเล่มเดียวรวมทุกเงิน หรือแยกเล่มตามเงิน",
            "Bank books are kept another way here: either one for all money, or one for each fund.",
        )


@dataclass(frozen=True, kw_only=True)
class NoteBankLine(Command):
    """One line of the bank's book as it is printed there: what came in or went out, and the balance after it (satang)."""

    kind: ClassVar = "fund.bank_line_noted"
    bankbook: str
    direction: str
    satang: int
    balance: int

    def natural_key(self) -> str:
        """The book, the day, the sum and the balance: no bank prints the same twice."""
        return (
            f"bank-line/{self.bankbook}/{day_number(self.on)}/{self.direction}/{self.satang}/{self.balance}"
        )

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a sum that is none, a balance below zero, and a line that is noted already."""
        positive(self.satang)
        known_bankbook(book, self.bankbook, memo.get("correcting", 0))
        if self.direction not in ("in", "out") or self.balance < 0:
            raise Refusal("bank_line", "ดูยอดในบรรทัดนี้อีกครั้ง", "Look at the sums of this line again.")
        same = {name: getattr(self, name) for name in ("bankbook", "direction", "satang", "balance")}
        noted = standing_rows(BankLine, book).filter(day=day_number(self.on), **same)
        if noted.exclude(entry=memo.get("correcting", 0)).exists():
            raise Refusal(
                "line_known",
                "บรรทัดนี้จดไว้แล้ว ไม่ได้จดซ้ำ",
                "This line is noted already; it was not written twice.",
            )
        _not_matched(book, memo)

    def lines(self) -> Iterator[Line]:
        """The line."""
        yield BankLine.of(
            bankbook=self.bankbook, direction=self.direction, satang=self.satang, balance=self.balance,
            day=day_number(self.on),
        )  # fmt: skip


def _not_matched(book: int, memo: dict[str, Any]) -> None:
    """Refuse to change a line that somebody already found the other side of."""
    line = memo.get("correcting")
    if line is not None and standing_rows(BankMatch, book).filter(bank_line=line).exists():
        raise Refusal(
            "line_matched",
            "บรรทัดนี้จับคู่แล้ว ยกเลิกการจับคู่ก่อน",
            "This line is matched already: undo the match first.",
        )


def _waiting_line(book: int, memo: dict[str, Any], number: int) -> BankBookLine:
    """Return a line of the bank's that waits for its other side. Raise Refusal."""
    found = next((line for line in bank_lines(book) if line.entry == number), None)
    if found is None:
        raise Refusal("no_bank_line", "ไม่มีบรรทัดนี้ในสมุดธนาคาร", "There is no such line in the bank's book.")
    if found.match is not None and found.match != memo.get("correcting"):
        raise Refusal("line_matched", "บรรทัดนี้จับคู่ไปแล้ว", "This line is matched already.")
    return found


@dataclass(frozen=True, kw_only=True)
class MatchBankLine(Command):
    """A person looked: a line of the bank's (its entry) is these entries of ours, one or several."""

    kind: ClassVar = "fund.bank_line_matched"
    bank_line: int
    ours: tuple[int, ...]

    def natural_key(self) -> str:
        """The line."""
        return f"bank-match/{self.bank_line}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse what is matched already, is not in that bank book, or comes to another sum."""
        line = _waiting_line(book, memo, self.bank_line)
        waiting = {one.entry: one for one in ours_of(book, line.bankbook)}
        for number in self.ours:
            if number not in waiting or waiting[number].match not in (None, memo.get("correcting")):
                raise Refusal(
                    "not_waiting",
                    f"รายการที่ {number} ไม่ได้รอจับคู่อยู่",
                    f"Entry {number} is not waiting for its line.",
                )
        sum_ = sum(waiting[number].satang for number in set(self.ours))
        if sum_ != line.signed or len(set(self.ours)) < max(1, len(self.ours)):
            raise Refusal(
                "another_sum",
                f"ยอดไม่ตรงกัน ของกลุ่ม {format_baht(sum_)} บาท ของธนาคาร {format_baht(line.signed)} บาท ยังไม่ได้จับคู่",
                f"The sums differ: ours {format_baht(sum_)}, the bank's {format_baht(line.signed)} baht. Nothing was matched.",
            )

    def lines(self) -> Iterator[Line]:
        """One line for each entry of ours."""
        for number in self.ours:
            yield BankMatch.of(bank_line=self.bank_line, ours=number)


@dataclass(frozen=True, kw_only=True)
class _FromTheBank(Command):
    """What the bank did by itself, booked from its line: the sum is the line's (satang)."""

    direction: ClassVar[str]
    bank_line: int
    purse: str
    satang: int

    def natural_key(self) -> str:
        """The line."""
        return f"bank-match/{self.bank_line}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a line that is matched, of another sum, or of another fund's book."""
        positive(self.satang)
        known_fund(self.purse)
        line = _waiting_line(book, memo, self.bank_line)
        if signed(self.direction, self.satang) != line.signed or line.bankbook not in (ALL, self.purse):
            raise Refusal("another_sum", "ยอดไม่ตรงกับบรรทัดของธนาคาร", "This is not what the bank's line says.")

    def lines(self) -> Iterator[Line]:
        """What came or went, and that it is this line."""
        yield BankEarning.of(
            direction=self.direction, purse=self.purse, satang=self.satang, day=day_number(self.on)
        )
        yield BankMatch.of(bank_line=self.bank_line, ours=None)


@dataclass(frozen=True, kw_only=True)
class BankInterest(_FromTheBank):
    """The bank added interest to a fund (satang)."""

    kind: ClassVar = "fund.bank_interest"
    direction: ClassVar = "in"

    def moves(self) -> Iterator[Move]:
        """From the bank's own money into the fund's."""
        yield Move(INTEREST, bank(self.purse), self.satang)


@dataclass(frozen=True, kw_only=True)
class BankFee(_FromTheBank):
    """The bank took a fee from a fund (satang)."""

    kind: ClassVar = "fund.bank_fee"
    direction: ClassVar = "out"

    def moves(self) -> Iterator[Move]:
        """From the fund to the bank."""
        yield Move(bank(self.purse), FEES, self.satang)


@dataclass(frozen=True, kw_only=True)
class StrikeBankEntry(Command):
    """A way to the bank, a line, a match, interest or a fee that never was. Only ever a correction."""

    kind: ClassVar = "fund.bank_entry_struck"
    strikes: ClassVar = OF_THE_BANK

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse to strike nothing, what is no matter of the bank's, and a line that is matched."""
        if "correcting" not in memo or not of_the_bank(book, memo["correcting"]):
            raise Refusal("nothing_to_strike", "ไม่มีรายการที่จะยกเลิก", "There is no entry to strike.")
        _not_matched(book, memo)


@dataclass(frozen=True, kw_only=True)
class KeepBankPage(Command):
    """A photo of a page of the bank's book, drawn anew without what a camera adds; `picture` is its SHA-256."""

    kind: ClassVar = "fund.bank_page_kept"
    bankbook: str
    picture: str

    def natural_key(self) -> str:
        """The picture."""
        return f"bank-page/{self.picture}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse what is no SHA-256, and a bank book that there is not."""
        known_bankbook(book, self.bankbook, memo.get("correcting", 0))
        if len(self.picture) != 64 or not set(self.picture) <= set("0123456789abcdef"):  # noqa: PLR2004 - SHA-256
            raise Refusal("no_picture", "ไม่มีรูปนี้", "There is no such picture.")

    def lines(self) -> Iterator[Line]:
        """The page."""
        yield BankPage.of(bankbook=self.bankbook, picture=self.picture, day=day_number(self.on))

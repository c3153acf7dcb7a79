"""A member's transfer to the group's bank is counted once, by the reference on its slip."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.fund.commands.sums import positive
from kwan.fund.models import TransferCounted
from kwan.fund.queries.savings_sheet import counted_transfer
from kwan.journal.rules import Line, Refusal, day_number
from kwan.journal.standing import stands, will_stand
from kwan.people.commands import OfMember
from kwan.thai import format_date


@dataclass(frozen=True, kw_only=True)
class CountTransfer(OfMember):
    """A slip is counted (satang). What it paid for stands in entries of its own, which name its reference."""

    kind: ClassVar = "fund.transfer_counted"
    reference: str
    satang: int

    def natural_key(self) -> str:
        """A slip is known by its reference."""
        return f"transfer/{self.reference}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a slip that was counted before, and say where."""
        positive(self.satang)
        super().decide(book, memo)
        if stands(TransferCounted, book, memo, reference=self.reference):
            raise already_counted(book, self.reference)
        will_stand(TransferCounted, book, memo, reference=self.reference)

    def lines(self) -> Iterator[Line]:
        """The transfer."""
        yield TransferCounted.of(
            member=self.member, reference=self.reference, satang=self.satang, day=day_number(self.on)
        )


def already_counted(book: int, reference: str) -> Refusal:
    """Return the refusal of a slip that stands in the book, or earlier on the same sheet."""
    known = counted_transfer(book, reference)
    if known is None:
        return Refusal(
            "slip_counted",
            f"สลิป {reference} อยู่ในแผ่นนี้แล้ว สลิปหนึ่งใบนับครั้งเดียว ยังไม่ได้ลงอะไร",
            f"Slip {reference} is on this sheet already; a slip counts once. Nothing was written.",
        )
    day = format_date(known.on, "short")
    return Refusal(
        "slip_counted",
        f"สลิป {reference} นับไปแล้ววันที่ {day} รายการที่ {known.entry:,} ยังไม่ได้ลงอะไร",
        f"Slip {reference} was counted on {day}, entry {known.entry:,}. Nothing was written.",
    )

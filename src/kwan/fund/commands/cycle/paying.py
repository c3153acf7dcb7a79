"""What a meeting approved is handed over, member by member, each against a signature or a receipt."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar, Final, NamedTuple
from uuid import UUID, uuid5

from kwan.fund.commands.closed import refuse_closed
from kwan.fund.commands.cycle.approving import payout
from kwan.fund.commands.cycle.proposing import view_closing
from kwan.fund.commands.cycle.steps import known_cycle
from kwan.fund.commands.repayments import RepayLoan
from kwan.fund.models import CyclePaid, Saving
from kwan.fund.queries.cycle import CycleView, entry_of_form, loans_left
from kwan.fund.rules.cycle.books import BANK, PURSE
from kwan.journal.commands import Envelope, OtherBody, record_sheet, says_the_same
from kwan.journal.rules import Line, Move, Place, Refusal, day_number, held, owed
from kwan.people.commands import OfMember
from kwan.quantities import format_baht

HOWS: Final = ("cash", "transfer", "passbook")


@dataclass(frozen=True, kw_only=True)
class PayPortion(OfMember):
    """A member has all that was approved (satang): in cash, by transfer, or put into the passbook.

    `taken_off` of it stayed in the box, for it repaid the member's loan in the entries before. `receipt` is the slip's
    number, or where the member signed.
    """

    kind: ClassVar = "fund.cycle_paid"
    cycle: int
    satang: int
    handed_by: str
    taken_off: int | None = None
    receipt: str | None = None

    def natural_key(self) -> str:
        """The cycle and the member: each is paid once."""
        return f"cycle/{self.cycle}/paid/{self.member}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse what no meeting approved, another sum, a way that there is not, and a second time."""
        super().decide(book, memo)
        view = known_cycle(book, self.cycle)
        portion = next((p for p in view.portions if p.member == self.member), None)
        if view.stage not in ("approved", "locked") or portion is None or not portion.total:
            raise Refusal(
                "not_approved",
                "ยังไม่มียอดที่ที่ประชุมรับรองให้สมาชิกคนนี้",
                "No meeting approved a sum for this member.",
            )
        paid = view.paid.get(self.member)
        if paid is not None and paid.entry != memo.get("correcting"):
            raise _paid_already(paid.entry)
        if (
            self.satang != portion.total
            or not 0 <= (self.taken_off or 0) <= self.satang
            or self.handed_by not in HOWS
        ):
            sum_ = format_baht(portion.total)
            raise Refusal(
                "other_sum",
                f"ยอดที่รับรองคือ {sum_} บาท จ่ายครั้งเดียวครบ",
                f"{sum_} baht were approved, paid at once.",
            )
        if (self.taken_off or 0) != (paid.repaid if paid else _repaid_now(memo, self.member)):
            raise Refusal(
                "not_repaid",
                "ยอดที่หักไม่ตรงกับเงินกู้ที่รับคืนในคราวเดียวกัน ยังไม่ได้จ่าย",
                "What is taken off is not what came back of a loan together with this. Nothing was paid.",
            )
        if self.handed_by == "passbook":
            refuse_closed(book, memo, self.member)

    @property
    def _from(self) -> Place:
        """Where the money comes from: the box, the bank, or it stays and is owed as savings."""
        if self.handed_by == "passbook":
            return owed(f"passbook:{self.member}")
        return held(BANK if self.handed_by == "transfer" else PURSE)

    def moves(self) -> Iterator[Move]:
        """Against what is owed: first the part that stayed in the box, then the rest."""
        repaid = self.taken_off or 0
        if repaid:
            yield Move(held(PURSE), payout(self.member), repaid)
        if self.satang > repaid:
            yield Move(self._from, payout(self.member), self.satang - repaid)

    def lines(self) -> Iterator[Line]:
        """That it was paid; and a line of the passbook where it went there."""
        day, repaid = day_number(self.on), self.taken_off or 0
        yield CyclePaid.of(
            cycle=self.cycle, member=self.member, satang=self.satang, repaid=repaid, how=self.handed_by,
            receipt=self.receipt or None, day=day,
        )  # fmt: skip
        if self.handed_by == "passbook" and self.satang > repaid:
            yield Saving.of(member=self.member, direction="in", satang=self.satang - repaid, day=day)


def _repaid_now(memo: dict[str, Any], member: str) -> int:
    """Return what came back of a member's loans earlier in this batch, satang; its entries are not in the book yet."""
    files: dict[str, Any] = memo.get("loans", {})
    return sum(
        page.happened.principal
        for file in files.values()
        if file is not None and file.member == member
        for page in file.pages
        if not page.entry and page.happened.step == "repaid"
    )


class Handing(NamedTuple):
    """Who is to have what a cycle owes them, on which day and how. `receipt` is the slip's number or the signature's place."""

    cycle: int
    member: str
    on: date
    how: str
    receipt: str = ""

    def payment(self, satang: int, repaid: int) -> PayPortion:
        """Return the command that writes it."""
        return PayPortion(
            on=self.on, member=self.member, cycle=self.cycle, satang=satang, handed_by=self.how, taken_off=repaid or None,
            receipt=self.receipt or None,
        )  # fmt: skip


def pay_portion(book: int, handing: Handing, form: UUID, *, actor: str, at: datetime) -> int:
    """Hand a member what was approved, what is left of a loan taken off; return the number of the payment's entry.

    All of it is written or nothing. The same form sent again gets the same number.

    Raises:
        OtherBody: this form was sent before for something else.
        Refusal: what the book cannot take, a second payment among it.
    """
    known = _answered(book, handing, form)
    if known is not None:
        return known
    view = known_cycle(book, handing.cycle)
    repaid = _taken_off(book, view, handing)
    satang = next((portion.total for portion in view.portions if portion.member == handing.member), 0)
    payment = handing.payment(satang, sum(one.principal for one in repaid))
    envelopes = [Envelope(one, str(uuid5(form, one.number)), actor, at) for one in repaid]
    try:
        return record_sheet(book, [*envelopes, Envelope(payment, str(form), actor, at)])[-1]
    except Refusal:
        known = _answered(book, handing, form)  # was this form, or somebody else, quicker?
        if known is None:
            raise
        return known


def _answered(book: int, handing: Handing, form: UUID) -> int | None:
    """Return the entry that this form wrote before, None if it is new. Raise Refusal for a member who has it already."""
    paid = known_cycle(book, handing.cycle).paid.get(handing.member)
    known = entry_of_form(book, str(form))
    if known is None and paid is not None:
        raise _paid_already(paid.entry)
    if known is None:
        return None
    if paid is None or not says_the_same(book, known, handing.payment(paid.satang, paid.repaid)):
        raise OtherBody
    return known


def _taken_off(book: int, view: CycleView, handing: Handing) -> list[RepayLoan]:
    """Return the repayments of what the member still owed on the closing day and owes now."""
    closing = view_closing(view)
    if (closing.terms.way, closing.terms.loans) != ("share_out", "net"):
        return []
    return [
        RepayLoan(
            on=handing.on, number=number, member=handing.member, purse="savings", principal=left,
            receipt=f"cycle-{view.cycle}",
        )
        for number, left in loans_left(book, handing.member, closing.until)
    ]  # fmt: skip


def _paid_already(entry: int) -> Refusal:
    return Refusal(
        "paid_already",
        f"สมาชิกคนนี้ได้รับแล้ว อยู่ในรายการที่ {entry} ไม่ได้จ่ายซ้ำ",
        f"This member has it already, in entry {entry}; it was not paid twice.",
    )

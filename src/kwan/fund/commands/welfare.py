"""The welfare fund: its rules, what members pay in, what they ask for, what they are given.

What befell a member is sealed, and so is the rule by which the sum was reckoned, for its name would tell. An entry
says that somebody was given a sum; on screens the sum is the treasurer's and the member's own to see.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.fund.commands.loan_steps import refused
from kwan.fund.commands.savings import KEPT
from kwan.fund.commands.sums import positive
from kwan.fund.models import WelfareAsk, WelfareDeclined, WelfareLine, WelfareRule, WelfareStep
from kwan.fund.rules.welfare import Rule, Step, check_rule
from kwan.journal.rules import Command, Line, Move, Place, Refusal, day_number, held, world
from kwan.journal.standing import stands, will_stand
from kwan.people.commands import OfMember, known_member


def welfare_place(kept: str | None) -> Place:
    """The welfare money in the box (None) or in the bank ("bank")."""
    return held("bank:welfare" if kept else "purse:welfare")


def known_keeping(kept: str | None) -> None:
    """Refuse a place where no money is kept."""
    if kept not in KEPT:
        raise Refusal(
            "unknown_keeping",
            "เงินอยู่ในกล่องเงินสดหรือในธนาคารเท่านั้น",
            "Money is kept in the cash box or in the bank.",
        )


@dataclass(frozen=True, kw_only=True)
class SetWelfareRule(Command):
    """The group says what it gives when something happens, from the day `on`; the newest of an event and name holds.

    Fields as those of `fund.rules.welfare.Rule`, sums in satang. `reason` says why, or which meeting decided it.
    """

    kind: ClassVar = "fund.welfare_rule_set"
    event: str
    amount: int
    unit: str = "once"
    event_most: int | None = None
    year_most: int | None = None
    waiting: int = 0
    steps: tuple["YearsStep", ...] = ()
    name: str | None = None
    evidence: str | None = None
    reason: str

    @property
    def rule(self) -> Rule:
        """The rule as it is reckoned with."""
        steps = tuple(Step(step.years, step.amount) for step in self.steps)
        return Rule(
            self.event, self.amount, self.unit, self.event_most, self.year_most, self.waiting, steps, self.name, self.evidence
        )  # fmt: skip

    def natural_key(self) -> str:
        """The event, its name and the day."""
        return f"welfare-rule/{self.event}/{self.name or ''}/{day_number(self.on)}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:  # noqa: ARG002 - every command is asked this way
        """Refuse what is no rule, and no reason."""
        if not self.reason.strip():
            raise Refusal("no_reason", "บอกเหตุผลหรือมติที่ประชุมด้วย", "Say why, or which meeting decided it.")
        with refused():
            check_rule(self.rule)

    def lines(self) -> Iterator[Line]:
        """The rule, then its steps."""
        yield WelfareRule.of(
            event=self.event, name=self.name, amount=self.amount, unit=self.unit, event_most=self.event_most,
            year_most=self.year_most, waiting=self.waiting, evidence=self.evidence, reason=self.reason,
            day=day_number(self.on),
        )  # fmt: skip
        for step in self.steps:
            yield WelfareStep.of(years=step.years, amount=step.amount)


@dataclass(frozen=True, kw_only=True)
class YearsStep:
    """From so many full years of membership on, this much (satang)."""

    years: int
    amount: int


@dataclass(frozen=True, kw_only=True)
class PayIntoWelfare(OfMember):
    """A member pays into the welfare fund (satang). It is a contribution and not the member's savings.

    `kept` is None for cash, or "bank" with the transfer's `slip` reference; `carried_by` the member who
    brought it for another.
    """

    kind: ClassVar = "fund.welfare_received"
    satang: int
    kept: str | None = None
    slip: str | None = None
    carried_by: str | None = None

    def natural_key(self) -> str:
        """Member, day and direction."""
        return f"welfare/{self.member}/{day_number(self.on)}/in"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse people whom the book does not know, a sum that is none, and a place that is none."""
        positive(self.satang)
        known_keeping(self.kept)
        super().decide(book, memo)
        if self.carried_by:
            known_member(book, memo, self.carried_by)

    def moves(self) -> Iterator[Move]:
        """From the member's hand into the fund."""
        yield Move(world(f"hand:{self.member}"), welfare_place(self.kept), self.satang)

    def lines(self) -> Iterator[Line]:
        """One line of the welfare book."""
        yield WelfareLine.of(
            member=self.member, direction="in", satang=self.satang, kept=self.kept, day=day_number(self.on)
        )


@dataclass(frozen=True, kw_only=True)
class AskWelfare(OfMember):
    """A member asks for welfare. What happened (`words`) is sealed."""

    kind: ClassVar = "fund.welfare_asked"
    sealed_fields: ClassVar = ("words",)
    words: str | None = None

    def lines(self) -> Iterator[Line]:
        """That somebody asks; not for what."""
        yield WelfareAsk.of(member=self.member, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class DeclineWelfare(OfMember):
    """A request (`asked`, its entry) is answered without money. Why is sealed."""

    kind: ClassVar = "fund.welfare_declined"
    sealed_fields: ClassVar = ("reason",)
    asked: int
    reason: str | None = None

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a request that does not wait, and an answer without a reason."""
        super().decide(book, memo)
        still_asked(book, memo, self.asked, self.member)
        if not (self.reason or "").strip():
            raise Refusal(
                "no_reason", "บอกเหตุผลด้วย จะได้ตอบสมาชิกได้", "Say why, so that the member can be told."
            )

    def lines(self) -> Iterator[Line]:
        """That the request is answered."""
        yield WelfareDeclined.of(asked=self.asked, member=self.member, day=day_number(self.on))


def still_asked(book: int, memo: dict[str, Any], asked: int, member: str) -> None:
    """Refuse a request that is not this member's, or that has its answer."""
    if not stands(WelfareAsk, book, {}, entry=asked, member=member):
        raise Refusal("not_asked", "ไม่มีคำขอนี้ของสมาชิกคนนี้", "There is no such request of this member.")
    if stands(WelfareLine, book, memo, asked=asked) or stands(WelfareDeclined, book, memo, asked=asked):
        raise Refusal("answered", "คำขอนี้ตอบไปแล้ว", "This request has its answer already.")
    will_stand(WelfareDeclined, book, memo, asked=asked)


@dataclass(frozen=True, kw_only=True)
class StrikeWelfare(OfMember):
    """Money into or out of welfare that never was: nothing stands in its place. Only ever a correction."""

    kind: ClassVar = "fund.welfare_struck"
    strikes: ClassVar = ("fund.welfare_received", "fund.welfare_paid")

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse to strike nothing, and what is no line of welfare of this member."""
        super().decide(book, memo)
        if not WelfareLine.objects.filter(
            book=book, entry=memo.get("correcting", 0), member=self.member
        ).exists():
            raise Refusal(
                "nothing_to_strike", "ไม่มีรายการสวัสดิการที่จะยกเลิก", "There is no entry of welfare to strike."
            )

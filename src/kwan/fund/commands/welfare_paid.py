"""Giving welfare: the sum is that of the group's rule of the day it happened, and no more."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kwan.fund.commands.loan_steps import refused
from kwan.fund.commands.sums import positive
from kwan.fund.commands.welfare import known_keeping, still_asked, welfare_place
from kwan.fund.models import WelfareLine
from kwan.fund.queries.welfare import (
    WelfareRuleView,
    given_in_year,
    payments,
    spans_of,
    welfare_rule,
    welfare_rules,
)
from kwan.fund.rules.welfare import Due, due
from kwan.journal import queries as journal
from kwan.journal.rules import Line, Move, Refusal, day_number, day_of, world
from kwan.people.commands import OfMember
from kwan.quantities import format_baht


@dataclass(frozen=True, kw_only=True)
class PayWelfare(OfMember):
    """A member is given welfare (satang), on the day `on`.

    Sealed: the `rule` (the entry that set it), how many `units`, the day it `happened` (yyyymmdd), the `evidence`
    seen, and the `reason` for giving less than the rule would. `minutes` say where a meeting agreed to it; `asked`
    is the entry of the request. A second signature is not needed, for it is not the member's own money.
    """

    kind: ClassVar = "fund.welfare_paid"
    sealed_fields: ClassVar = ("rule", "units", "happened", "evidence", "reason")
    satang: int
    kept: str | None = None
    rule: int | None = None
    units: int | None = None
    happened: int | None = None
    evidence: str | None = None
    reason: str | None = None
    minutes: str | None = None
    asked: int | None = None

    def natural_key(self) -> str:
        """Member, day and direction; two on one day are told apart by their sums."""
        return f"welfare/{self.member}/{day_number(self.on)}/out/{self.satang}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse more than the rule gives, less without a reason, and what the fund does not hold.

        Older books knew the sum alone: what they gave is not reckoned again.
        """
        positive(self.satang)
        known_keeping(self.kept)
        super().decide(book, memo)
        if self.asked is not None:
            still_asked(book, memo, self.asked, self.member)
        if memo.get("source") == "brought" and self.rule is None:
            return
        self._by_the_rule(book, memo)
        if "correcting" not in memo and memo.get("source") != "brought":
            self._is_there(book, memo)

    def _by_the_rule(self, book: int, memo: dict[str, Any]) -> None:
        view, day = self._rule_of_the_day(book)
        given = memo.setdefault("welfare given", {})
        key = (self.member, view.rule.key, day.year)
        paid = given_in_year(book, *key, without=memo.get("correcting", 0)) + given.get(key, 0)
        spans = spans_of(book, self.member)
        with refused():
            gives = due(view.rule, units=self.units or 1, on=day, spans=spans, paid_this_year=paid)
        self._no_more_than(gives)
        self._not_twice(book, memo, view, day)
        if self.satang < gives.satang and not (self.reason or "").strip():
            raise Refusal(
                "less_without_reason",
                f"ระเบียบให้ {format_baht(gives.satang)} บาท ถ้าให้น้อยกว่า บอกเหตุผลด้วย",
                f"The rule gives {format_baht(gives.satang)} baht. Say why it is less.",
            )
        if memo.get("batch"):
            given[key] = given.get(key, 0) + self.satang

    def _not_twice(self, book: int, memo: dict[str, Any], view: WelfareRuleView, day: date) -> None:
        """Refuse the same event of the same day once more, unless something else was seen: there are twins."""
        for paid in payments(book, self.member):
            same = paid.happened == day and paid.rule is not None and paid.rule.rule.key == view.rule.key
            if same and paid.entry != memo.get("correcting") and not (self.evidence or "").strip():
                raise Refusal(
                    "given_already",
                    f"เรื่องนี้ของวันเดียวกันจ่ายไปแล้ว ในรายการที่ {paid.entry:,} ยังไม่ได้จ่ายซ้ำ"
                    " ถ้าเป็นอีกเรื่องหนึ่งจริง ๆ ใส่หลักฐานที่เห็นด้วย",
                    f"This was given already for the same day, in entry {paid.entry:,}; it was not paid twice."
                    " If it is another one indeed, write the evidence you saw.",
                )

    def _rule_of_the_day(self, book: int) -> tuple[WelfareRuleView, date]:
        view = welfare_rule(book, self.rule or 0)
        if view is None:
            raise Refusal("no_welfare_rule", "เลือกว่าเกิดเรื่องอะไร", "Choose what happened.")
        with refused():
            day = day_of(self.happened) if self.happened else self.on
        if day > self.on:
            raise Refusal("not_yet", "วันที่เกิดเรื่องมาหลังวันที่จ่าย", "It happened after the day it is paid for.")
        held = {each.rule.key: each for each in welfare_rules(book, day)}.get(view.rule.key)
        if held is None or held.entry != view.entry:
            raise Refusal(
                "other_rule_then",
                "ระเบียบข้อนี้ไม่ใช่ของวันที่เกิดเรื่อง เลือกเรื่องอีกครั้ง",
                "Another rule held on the day it happened. Choose again what happened.",
            )
        return view, day

    def _no_more_than(self, due: Due) -> None:
        if self.satang <= due.satang:
            return
        why = due.lines[-1]
        raise Refusal(
            "above_the_rule",
            f"ตามระเบียบให้ได้ไม่เกิน {format_baht(due.satang)} บาท ({why.th}) ยังไม่ได้จ่าย",
            f"By the rule {format_baht(due.satang)} baht at most ({why.en}). Nothing was paid.",
        )

    def _is_there(self, book: int, memo: dict[str, Any]) -> None:
        code = welfare_place(self.kept).code
        there = journal.balance(book, code)
        if self.satang > there and not memo.get("batch"):
            raise Refusal(
                "welfare_short",
                f"เงินสวัสดิการตรงนี้มี {format_baht(there)} บาท ไม่พอจ่าย ยังไม่ได้ลงรายการ"
                " จดเป็นคำขอไว้ก่อน แล้วจ่ายเมื่อมีเงินเข้า",
                f"There are {format_baht(there)} baht of welfare money here, which is not enough. Nothing was written."
                " Keep it as a request, and pay when money has come in.",
            )

    def moves(self) -> Iterator[Move]:
        """From the fund. Not into the member's hand by name: an account would add up who was helped how much."""
        yield Move(welfare_place(self.kept), world("paid:welfare"), self.satang)

    def lines(self) -> Iterator[Line]:
        """One line of the welfare book; not for what."""
        yield WelfareLine.of(
            member=self.member, direction="out", satang=self.satang, kept=self.kept, asked=self.asked,
            day=day_number(self.on),
        )  # fmt: skip

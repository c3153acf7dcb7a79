"""The group's own rules of lending."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.fund.commands.loan_steps import refused
from kwan.fund.models import FundRule
from kwan.fund.rules.bylaws import BYLAWS, NONE
from kwan.journal.queries import standing_rows
from kwan.journal.rules import Command, Line, Refusal, day_number


@dataclass(frozen=True, kw_only=True)
class SetFundRule(Command):
    """The group sets one of its rules (`fund.rules.bylaws.BYLAWS`), and says why. The newest holds."""

    kind: ClassVar = "fund.rule_set"
    name: str
    value: str
    reason: str

    def natural_key(self) -> str:
        """The rule and the day."""
        return f"fund-rule/{self.name}/{day_number(self.on)}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a rule that there is not, a value that cannot be read, and no reason."""
        if self.name not in BYLAWS:
            raise Refusal("unknown_rule", f"ไม่มีระเบียบชื่อ {self.name}", f"There is no rule {self.name}.")
        if not self.reason.strip():
            raise Refusal("no_reason", "บอกเหตุผลหรือมติที่ประชุมด้วย", "Say why, or which meeting decided it.")
        with refused():
            BYLAWS[self.name].read(self.value)
        if self.name in ("loan_rate_ceiling", "loan_legal_basis") and memo.get("source") != "brought":
            self._law_is_named(book, memo)
        memo.setdefault("fund_rules", {})[self.name] = self.value

    def _law_is_named(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a ceiling above the Civil and Commercial Code's as long as no law is named that allows it."""
        standing = {row.name: row.value for row in standing_rows(FundRule, book).order_by("entry")}
        holds = standing | memo.get("fund_rules", {}) | {self.name: self.value}
        ceiling, law = BYLAWS["loan_rate_ceiling"], BYLAWS["loan_legal_basis"]
        rate = ceiling.read(holds.get("loan_rate_ceiling", ceiling.default))
        if rate > ceiling.read(ceiling.default) and law.read(holds.get("loan_legal_basis", NONE)) is None:
            raise Refusal(
                "no_legal_basis",
                f"กฎหมายให้เก็บดอกเบี้ยไม่เกินร้อยละ {ceiling.default} ต่อปี ถ้าเกิน ต้องบอกข้อกฎหมายก่อน",
                f"The law allows {ceiling.default} per cent a year at most. Name the law that allows more first.",
            )

    def lines(self) -> Iterator[Line]:
        """The rule as it holds from now on."""
        yield FundRule.of(name=self.name, value=self.value, reason=self.reason, day=day_number(self.on))

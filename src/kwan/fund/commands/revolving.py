"""The revolving fund: what it receives, what it spends, what it means to buy."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kwan.fund.commands.savings import KEPT
from kwan.fund.commands.sums import positive
from kwan.fund.models import FundLine, PlanDropped, PurchasePlanned
from kwan.fund.rules.assets import GIVERS
from kwan.journal.rules import Command, Line, Move, Place, Refusal, day_number, held, world
from kwan.journal.standing import stands, will_stand

FUND_PURSE = held("purse:fund")


def fund_place(kept: str | None) -> Place:
    """The fund's money in the box (None) or in the bank ("bank"). Raise Refusal for another place."""
    if kept not in KEPT:
        raise Refusal(
            "unknown_keeping",
            "เงินอยู่ในกล่องเงินสดหรือในธนาคารเท่านั้น",
            "Money is kept in the cash box or in the bank.",
        )
    return held("bank:fund") if kept else FUND_PURSE


def known_giver_kind(code: str | None) -> None:
    """Refuse a sort of giver that there is not."""
    if code is not None and code not in GIVERS:
        raise Refusal("unknown_giver", "เลือกว่าผู้ให้เป็นใคร", "Choose what sort of giver it is.")


@dataclass(frozen=True, kw_only=True)
class _FundCommand(Command):
    """`item` says what it was for, in the group's own words. It is sealed: a name may stand in it.

    `kept` is None for cash, or "bank"; `receipt` the number on the paper.
    """

    purpose: str
    satang: int
    item: str | None = None
    kept: str | None = None
    receipt: str | None = None
    sealed_fields: ClassVar[tuple[str, ...]] = ("item",)
    direction: ClassVar[str]

    def decide(self, book: int, memo: dict[str, Any]) -> None:  # noqa: ARG002 - every command is asked this way
        """Refuse a sum that is none, and a place where no money is kept."""
        positive(self.satang)
        fund_place(self.kept)

    def natural_key(self) -> str:
        """Day, purpose and direction; what comes twice on one day is told apart by its sum."""
        return f"fund/{day_number(self.on)}/{self.direction}/{self.purpose}/{self.satang}"

    def more(self) -> dict[str, int | str | None]:
        """Return what else the line says."""
        return {}

    def lines(self) -> Iterator[Line]:
        """One line of the fund's book."""
        yield FundLine.of(
            direction=self.direction, purpose=self.purpose, satang=self.satang, day=day_number(self.on), kept=self.kept,
            **self.more(),
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ReceiveIntoFund(_FundCommand):
    """The revolving fund receives a grant, or what was raised (satang).

    `giver` is sealed, for it may be a person; `giver_kind` (a code of GIVERS) is open.
    """

    kind: ClassVar = "fund.received"
    sealed_fields: ClassVar = ("item", "giver")
    direction: ClassVar = "in"
    giver: str | None = None
    giver_kind: str | None = None

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a sort of giver that there is not as well."""
        super().decide(book, memo)
        known_giver_kind(self.giver_kind)

    def more(self) -> dict[str, int | str | None]:
        """The sort of giver."""
        return {"giver_kind": self.giver_kind}

    def moves(self) -> Iterator[Move]:
        """From the giver into the fund."""
        yield Move(world(f"giver:{self.purpose}"), fund_place(self.kept), self.satang)


@dataclass(frozen=True, kw_only=True)
class SpendFromFund(_FundCommand):
    """The revolving fund pays for materials, equipment or welfare (satang). `plan`: the entry that planned it."""

    kind: ClassVar = "fund.spent"
    direction: ClassVar = "out"
    plan: int | None = None

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a plan that does not wait any more as well."""
        super().decide(book, memo)
        if self.plan is not None:
            still_planned(book, memo, self.plan)

    def more(self) -> dict[str, int | str | None]:
        """What was planned."""
        return {"plan": self.plan}

    def moves(self) -> Iterator[Move]:
        """From the fund to whoever was paid."""
        yield Move(fund_place(self.kept), world(f"paid:{self.purpose}"), self.satang)


@dataclass(frozen=True, kw_only=True)
class PlanPurchase(Command):
    """The group means to buy `what` by the day `due`, for about so much (satang)."""

    kind: ClassVar = "fund.purchase_planned"
    what: str
    satang: int
    due: date

    def natural_key(self) -> str:
        """What, and by when."""
        return f"plan/{self.what}/{day_number(self.due)}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:  # noqa: ARG002 - every command is asked this way
        """Refuse a sum that is none, nothing to buy, and a day before the plan."""
        positive(self.satang)
        if not self.what.strip():
            raise Refusal("nothing_planned", "บอกด้วยว่าจะซื้ออะไร", "Say what is to be bought.")
        if self.due < self.on:
            raise Refusal(
                "due_before", "วันที่จะซื้อผ่านไปแล้ว ใส่วันข้างหน้า", "That day has passed; choose a coming one."
            )

    def lines(self) -> Iterator[Line]:
        """The plan."""
        yield PurchasePlanned.of(
            what=self.what, satang=self.satang, due=day_number(self.due), day=day_number(self.on)
        )


@dataclass(frozen=True, kw_only=True)
class DropPlan(Command):
    """A planned purchase (`plan`, its entry) is not needed any more."""

    kind: ClassVar = "fund.plan_dropped"
    plan: int

    def natural_key(self) -> str:
        """A plan is dropped once."""
        return f"plan-dropped/{self.plan}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a plan that does not wait any more."""
        still_planned(book, memo, self.plan)

    def lines(self) -> Iterator[Line]:
        """The end of the plan."""
        yield PlanDropped.of(plan=self.plan, day=day_number(self.on))


def still_planned(book: int, memo: dict[str, Any], plan: int) -> None:
    """Refuse a plan that there is not, that was bought already, or dropped."""
    if not stands(PurchasePlanned, book, {}, entry=plan):
        raise Refusal("no_plan", "ไม่มีแผนซื้อนี้ในสมุด", "There is no such plan in the book.")
    if stands(FundLine, book, memo, plan=plan) or stands(PlanDropped, book, memo, plan=plan):
        raise Refusal("plan_done", "แผนนี้ซื้อไปแล้วหรือยกเลิกแล้ว", "This was bought already, or dropped.")
    will_stand(PlanDropped, book, memo, plan=plan)

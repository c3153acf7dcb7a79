"""The forms of the revolving fund: money in, money out, and what is to be bought."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.urls import reverse

from kwan.fund import commands as fund
from kwan.fund.queries import fund_book
from kwan.fund.queries.revolving import Planned
from kwan.fund.rules.assets import GIVERS
from kwan.journal.rules import Command
from kwan.lessons.report.entry_words import PURPOSES
from kwan.web.forms.boxes import Box, Reading, plain_baht, written
from kwan.web.forms.form import Form
from kwan.web.forms.usual import kept_box, kept_of, on_box
from kwan.web.language import Pair
from kwan.web.policy import Visit

FUND: Final[Pair] = ("กองทุน", "The fund")
CAME_IN: Final = ("raised", "donation", "grant", "sales", "returned", "other_in")
WENT_OUT: Final = ("materials", "transport", "wages", "utilities", "meeting", "other_out")
SEALED: Final[Pair] = ("คนนอกกลุ่มไม่เห็นข้อความนี้", "Nobody outside the group sees this.")


def purpose_box(codes: tuple[str, ...], label: Pair, value: str = "") -> Box:
    """Return the choice of what money is for."""
    return Box("purpose", label, "choice", value, choices=tuple((code, PURPOSES[code]) for code in codes))


def giver_boxes(*, required: bool) -> tuple[Box, ...]:
    """Return what is asked of a giver: the sort, which anybody may see, and the name, which is sealed."""
    none: tuple[tuple[str, Pair], ...] = () if required else (("", ("ไม่ระบุ", "Not said")),)
    return (
        Box("giver_kind", ("ผู้ให้เป็น", "Given by"), "choice", choices=(*none, *GIVERS.items())),
        Box("giver", ("ชื่อผู้ให้", "The giver's name"), hint=SEALED, required=False),
    )


def _to_fund(visit: Visit, name: str = "fund") -> dict[str, Any]:
    address = reverse(name, args=[visit.number])
    return {"back": (address, FUND if name == "fund" else PLANS), "then": lambda _: address}


DROP: Final[Pair] = ("ไม่ซื้อแล้ว", "Not needed any more")
PLANS: Final[Pair] = ("แผนซื้อ", "What is to be bought")


def received_form(visit: Visit, today: date) -> Form:
    """Return the form of money that comes into the fund, with its giver and what it is for."""
    boxes = (
        Box("sum", ("รับเงินมา บาท", "Received, baht"), "money"),
        purpose_box(CAME_IN, ("เป็นเงิน", "It is"), "raised"),
        *giver_boxes(required=False),
        Box("item", ("ให้ไว้ทำอะไร", "What it is for"), hint=("เช่น ซื้อผักตบชวาแห้ง", "For example: dried hyacinth"), required=False),
        kept_box(),
        on_box(today, ("วันที่รับเงิน", "Day it came")),
    )  # fmt: skip
    folded = (Box("receipt", ("เลขที่ใบเสร็จ", "Receipt No."), required=False),)
    return Form(
        ("รับเงินเข้ากองทุน", "Money into the fund"), ("", ""), ("ลงสมุด", "Write it down"),
        ("เงินเข้ากองทุนลงสมุดแล้ว", "It is written"), boxes, _received,
        (reverse("fund", args=[visit.number]), FUND), lambda n: _after(visit, n),
        folded=folded, folds=("ใบเสร็จ", "Receipt"),
    )  # fmt: skip


def _after(visit: Visit, number: int) -> str:
    """Return where to go when money came in: for a gift, to its paper of thanks."""
    gift = any(line.entry == number and line.is_gift for line in fund_book(visit.number))
    return (
        reverse("fund-thanks", args=[visit.number, number]) if gift else reverse("fund", args=[visit.number])
    )


def _received(reading: Reading) -> Command:
    return fund.ReceiveIntoFund(
        on=reading.day("on"), purpose=reading.text("purpose", needed=True), satang=reading.some_baht("sum"),
        kept=kept_of(reading), receipt=reading.text("receipt")[:40] or None, item=reading.text("item") or None,
        **giver_of(reading),
    )  # fmt: skip


def giver_of(reading: Reading) -> Mapping[str, Any]:
    """Return what was typed of a giver."""
    return {"giver_kind": reading.text("giver_kind") or None, "giver": reading.text("giver")[:200] or None}


def spent_form(visit: Visit, today: date, plan: Planned | None = None) -> Form:
    """Return the form of money that the fund pays; `plan` is what was to be bought."""
    boxes = (
        Box("sum", ("จ่ายไป บาท", "Paid, baht"), "money", plain_baht(plan.satang) if plan else ""),
        purpose_box(WENT_OUT, ("จ่ายค่า", "For"), "materials"),
        Box("item", ("ซื้ออะไร จากใคร", "What, and from whom"), value=plan.what if plan else "", hint=SEALED, required=False),
        Box("receipt", ("เลขที่ใบเสร็จ หรือจดว่าไม่มี", "Receipt No., or that there is none"), required=False),
        kept_box(),
        on_box(today, ("วันที่จ่าย", "Day it was paid")),
    )  # fmt: skip

    def build(reading: Reading) -> Command:
        return fund.SpendFromFund(
            on=reading.day("on"), purpose=reading.text("purpose", needed=True), satang=reading.some_baht("sum"),
            kept=kept_of(reading), receipt=reading.text("receipt")[:40] or None, item=reading.text("item") or None,
            plan=plan.entry if plan else None,
        )  # fmt: skip

    return Form(
        ("จ่ายเงินจากกองทุน", "Pay from the fund"),
        ("ซื้ออุปกรณ์ที่จะใช้นาน ให้จดในทะเบียนอุปกรณ์แทน", "Equipment that will last goes into its register instead."),
        ("จ่ายและลงสมุด", "Pay and write"), ("จ่ายจากกองทุนลงสมุดแล้ว", "It is written"), boxes, build,
        also=(reverse("fund-plan-drop", args=[visit.number, plan.entry]), DROP) if plan else None,
        **_to_fund(visit, "fund-plan" if plan else "fund"),
    )  # fmt: skip


def plan_form(visit: Visit, today: date) -> Form:
    """Return the form of a purchase that is planned."""
    boxes = (
        Box("what", ("จะซื้ออะไร", "What is to be bought")),
        Box("sum", ("ประมาณกี่บาท", "About how much, baht"), "money"),
        Box("due", ("ภายในวันที่", "By which day"), "day", written(today), ("เขียนแบบ 5 มี.ค. 69 ก็ได้", "For example 5 Mar 2569")),
    )  # fmt: skip

    def build(reading: Reading) -> Command:
        return fund.PlanPurchase(
            on=today, what=reading.text("what", needed=True)[:120], satang=reading.some_baht("sum"), due=reading.coming_day("due"),
        )  # fmt: skip

    return Form(
        ("วางแผนซื้อ", "Plan a purchase"), ("ยังไม่มีเงินออก จดไว้ดูว่าเงินพอไหม", "No money moves: it shows whether there is enough."),
        ("ลงแผน", "Write the plan"), ("ลงแผนแล้ว", "The plan is written"), boxes, build, **_to_fund(visit, "fund-plan"),
    )  # fmt: skip


def drop_form(visit: Visit, plan: Planned, today: date) -> Form:
    """Return the form by which a plan is dropped."""
    return Form(
        DROP, (plan.what, plan.what), ("ยกเลิกแผนนี้", "Drop this plan"),
        ("ยกเลิกแผนแล้ว", "The plan is dropped"), (), lambda _: fund.DropPlan(on=today, plan=plan.entry),
        **_to_fund(visit, "fund-plan"),
    )  # fmt: skip

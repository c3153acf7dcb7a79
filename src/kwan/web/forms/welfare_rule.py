"""The form of a rule of welfare: what is given when something happens, as a village would say it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from django.urls import reverse

from kwan.fund import commands as fund
from kwan.fund.commands import YearsStep
from kwan.fund.queries.welfare import WelfareRuleView
from kwan.fund.rules.welfare import EVENTS, UNITS
from kwan.journal.rules import Command
from kwan.web.forms.boxes import Box, Reading, plain_baht
from kwan.web.forms.form import Form
from kwan.web.forms.usual import on_box
from kwan.web.language import Pair
from kwan.web.policy import Visit

STEPS: Final = 5  # as many steps by years of membership as the form has room for
NO_CEILING: Final[Pair] = ("ว่างไว้ถ้าไม่จำกัด", "Leave empty where there is no ceiling.")


def rule_form(visit: Visit, today: date, view: WelfareRuleView | None) -> Form:
    """Return the form of a rule, with the one that holds already in its boxes."""
    values = _rule_values(view)
    box = _with(values)
    boxes = (
        box("event", ("เกิดเรื่องอะไร", "What happens"), "choice", choices=tuple(EVENTS.items())),
        box("name", ("ถ้าเป็นเรื่องอื่น กลุ่มเรียกว่า", "If something else, the group calls it"), required=False),
        box("amount", ("ให้เท่าไร บาท", "How much, baht"), "money",
            hint=("ใส่ 0 ถ้ากลุ่มเลิกให้เรื่องนี้", "0 where the group ends this.")),
        box("unit", ("ให้เป็น", "For each"), "choice", choices=tuple((code, (f"ต่อ{th}", f"a {en}")) for code, (th, en) in UNITS.items())),
        box("event_most", ("ครั้งหนึ่งไม่เกิน บาท", "At most for one event, baht"), "money", required=False, hint=NO_CEILING),
        box("year_most", ("ปีหนึ่งไม่เกิน บาท", "At most a year, baht"), "money", required=False, hint=NO_CEILING),
        box("waiting", ("ต้องเป็นสมาชิกมากี่เดือนก่อน", "Months of membership before"), "number",
            hint=("0 ถ้าได้ทันที", "0 where it holds from the first day.")),
        box("evidence", ("ขอดูหลักฐานอะไร", "Evidence asked for"), required=False),
        on_box(today, ("ใช้ตั้งแต่วันที่", "Holds from")),
        Box("reason", ("มติที่ประชุม หรือเหตุผล", "Which meeting decided it, or why")),
    )  # fmt: skip
    return Form(
        ("ตั้งระเบียบสวัสดิการ", "Set a rule of welfare"),
        ("ใช้กับเรื่องที่เกิดตั้งแต่วันที่ตั้ง เงินที่จ่ายไปแล้วไม่เปลี่ยน", "It holds for what happens from that day on. What was given stays as it is."),
        ("ใช้ระเบียบนี้", "Use this rule"), ("ระเบียบลงสมุดแล้ว", "The rule is written"), boxes, _rule_of,
        (reverse("welfare-rules", args=[visit.number]), ("ระเบียบสวัสดิการ", "Rules of welfare")),
        lambda _: reverse("welfare-rules", args=[visit.number]), folded=_step_boxes(box),
        folds=("ให้ต่างกันตามอายุสมาชิก", "Another sum by years of membership"),
    )  # fmt: skip


def _with(values: Mapping[str, str]) -> Callable[..., Box]:
    def box(name: str, label: Pair, kind: Any = "text", **more: Any) -> Box:
        return Box(name, label, kind, values.get(name, ""), **more)

    return box


def _step_boxes(box: Callable[..., Box]) -> tuple[Box, ...]:
    return tuple(
        each
        for n in range(1, STEPS + 1)
        for each in (
            box(f"years{n}", (f"ขั้นที่ {n} เป็นสมาชิกครบกี่ปี", f"Step {n}: full years of membership"), "number", required=False),
            box(f"gives{n}", (f"ขั้นที่ {n} ให้ บาท", f"Step {n}: gives, baht"), "money", required=False),
        )
    )  # fmt: skip


def _rule_values(view: WelfareRuleView | None) -> dict[str, str]:
    if view is None:
        return {"waiting": "0", "unit": "once"}
    rule = view.rule
    values = {
        "event": rule.event, "name": rule.name or "", "amount": plain_baht(rule.amount), "unit": rule.unit,
        "event_most": plain_baht(rule.event_most) if rule.event_most else "",
        "year_most": plain_baht(rule.year_most) if rule.year_most else "", "waiting": str(rule.waiting),
        "evidence": rule.evidence or "",
    }  # fmt: skip
    for n, step in enumerate(rule.steps, 1):
        values |= {f"years{n}": str(step.years), f"gives{n}": plain_baht(step.amount)}
    return values


def _rule_of(reading: Reading) -> Command:
    reading.text("amount", needed=True)
    waiting = 0 if reading.text("waiting") in ("", "0", "๐") else reading.count("waiting")
    return fund.SetWelfareRule(
        on=reading.day("on"), event=reading.text("event", needed=True), name=reading.text("name")[:80] or None,
        amount=reading.baht("amount"), unit=reading.text("unit", needed=True), waiting=waiting,
        event_most=reading.baht("event_most") or None, year_most=reading.baht("year_most") or None,
        evidence=reading.text("evidence")[:200] or None, reason=reading.text("reason", needed=True)[:300],
        steps=tuple(
            YearsStep(years=reading.count(f"years{n}"), amount=reading.baht(f"gives{n}"))
            for n in range(1, STEPS + 1)
            if reading.text(f"years{n}")
        ),
    )  # fmt: skip

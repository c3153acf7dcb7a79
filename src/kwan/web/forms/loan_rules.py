"""The form of the rules of lending: what a meeting agrees on, as a village would say it. Only what changed is written."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import permutations
from typing import Final

from django.urls import reverse

from kwan.fund import queries as fund
from kwan.fund.commands import SetFundRule
from kwan.fund.rules.bylaws import BYLAWS, LONGEST, MOST_GUARANTORS, NONE
from kwan.fund.rules.dues import ORDER
from kwan.journal.rules import Refusal
from kwan.thai import Refused
from kwan.web.forms.boxes import MISSING, Box, Reading
from kwan.web.forms.form import Form, Planned
from kwan.web.forms.usual import on_box
from kwan.web.language import Pair
from kwan.web.policy import Visit
from kwan.web.words.loans import PARTS, UNITS

CEILING, LAW = "loan_rate_ceiling", "loan_legal_basis"
OF_LENDING: Final = tuple(name for name in BYLAWS if name.startswith("loan_"))
EMPTY: Final[Pair] = ("ว่างไว้ถ้ากลุ่มไม่กำหนด", "Leave empty where the group has no such rule.")
NO_LAW: Final[Pair] = (
    "ดอกเบี้ยเกินร้อยละ 15 ต่อปี ต้องบอกข้อกฎหมายที่ให้เก็บได้",
    "Above 15 per cent a year, name the law that allows it.",
)
UNCHANGED: Final = (
    "ทุกข้อเหมือนเดิม ยังไม่ได้ลงอะไร แก้ข้อที่ตกลงกันใหม่ก่อน",
    "Every rule is as it was; nothing was written. Change what was agreed anew.",
)


def rules_form(visit: Visit, today: date) -> Form:
    """Return the form with the rules as they hold."""
    now = {line.name: line.value for line in fund.bylaw_lines(visit.number)}
    back = reverse("loan-rules", args=[visit.number])
    return Form(
        ("ตั้งระเบียบการให้กู้", "Set the rules of lending"),
        ("ใช้กับคำขอกู้ที่จดหลังจากนี้ สัญญาที่กู้ไปแล้วไม่เปลี่ยน", "They hold for requests written from now on. Loans that run stay as they were agreed."),
        ("ใช้ระเบียบนี้", "Use these rules"), ("ระเบียบลงสมุดแล้ว", "The rules are written"),
        _boxes(now, today), lambda reading: _planned(reading, now),
        (back, ("ระเบียบการให้กู้", "Rules of lending")), lambda _: back,
    )  # fmt: skip


def _boxes(now: Mapping[str, str], today: date) -> tuple[Box, ...]:
    def box(
        name: str, kind: str = "number", hint: Pair = EMPTY, choices: Mapping[str, Pair] | None = None
    ) -> Box:
        law, value = BYLAWS[name], now[name]
        if choices is None:
            return Box(name, (law.th, law.en), kind, "" if value == NONE else value, hint, required=False)  # type: ignore[arg-type]
        known = choices if value in choices else {**choices, value: (value, value)}
        return Box(name, (law.th, law.en), "choice", value, hint, choices=tuple(known.items()))

    law_hint = (
        "กฎหมายให้ไม่เกินร้อยละ 15 ต่อปี (ป.พ.พ. มาตรา 654)",
        "The law allows 15 per cent a year (Civil and Commercial Code, s. 654).",
    )
    more_hint = (
        "เช่น พ.ร.บ. สถาบันการเงินประชาชน พ.ศ. 2562 ว่างไว้ถ้าไม่เกิน 15",
        "Such as the People's Financial Institutions Act 2019. Leave empty at 15 or below.",
    )
    return (
        box(CEILING, hint=law_hint), box(LAW, "text", more_hint),
        box("loan_savings_multiple"), box("loan_ceiling", "money"),
        box("loan_guarantors", hint=("", ""), choices=_many(MOST_GUARANTORS)), box("loan_guarantees"),
        box("loan_repayment_order", hint=("", ""), choices=_orders()),
        box("loan_round_instalment", hint=("", ""), choices=_units()),
        on_box(today, ("ใช้ตั้งแต่วันที่", "Holds from")),
        Box("reason", ("มติที่ประชุม หรือเหตุผล", "Which meeting decided it, or why")),
    )  # fmt: skip


def _many(most: int) -> dict[str, Pair]:
    people: dict[str, Pair] = {
        str(n): (f"{n} คน", "1 person" if n == 1 else f"{n} people") for n in range(1, most + 1)
    }
    return {NONE: ("ไม่บังคับ", "None needed"), **people}


def _orders() -> dict[str, Pair]:
    return {",".join(order): order_told(order) for order in permutations(ORDER)}


def order_told(order: Sequence[str]) -> Pair:
    """Say what a repayment pays first, second and last."""
    return (" → ".join(PARTS[part][0] for part in order), " → ".join(PARTS[part][1] for part in order))


def _units() -> dict[str, Pair]:
    return {NONE if code == "0" else str(int(code) // 100): pair for code, pair in UNITS.items()}


def _planned(reading: Reading, now: Mapping[str, str]) -> list[Planned]:
    """Return what changed. A law is named before the rate that needs it, and taken away after it. Raise Refusal."""
    wanted = {name: _value(reading, name) for name in OF_LENDING}
    if not reading.wrong and _asks_for_a_law(wanted):
        reading.wrong[LAW] = NO_LAW
    on, reason = reading.day("on"), reading.text("reason", needed=True)[:300]
    reading.check()
    changed = [name for name in OF_LENDING if BYLAWS[name].read(wanted[name]) != BYLAWS[name].read(now[name])]
    if not changed:
        raise Refusal("unchanged", *UNCHANGED)
    changed.sort(key=lambda name: (name != LAW) if wanted[LAW] != NONE else (name == LAW))
    return [Planned(SetFundRule(on=on, name=name, value=wanted[name], reason=reason)) for name in changed]


def _value(reading: Reading, name: str) -> str:
    """Return a rule as it was typed; "none" for an empty box. What cannot be read is told beside its box."""
    said = reading.text(name).removesuffix("%").strip()
    if name == CEILING and not said:
        reading.wrong[name] = MISSING
        return BYLAWS[name].default
    try:
        BYLAWS[name].read(said or NONE)
    except Refused as refused:
        reading.wrong[name] = (refused.th, refused.en)
    return (said or NONE)[:LONGEST]


def _asks_for_a_law(wanted: Mapping[str, str]) -> bool:
    ceiling = BYLAWS[CEILING]
    return bool(ceiling.read(wanted[CEILING]) > ceiling.read(ceiling.default) and wanted[LAW] == NONE)

"""Asking for a loan: the boxes, and the command that what was typed makes."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Final, NamedTuple, cast

from kwan.fund import queries as fund
from kwan.fund.commands import RequestLoan
from kwan.fund.queries import LoanView
from kwan.fund.rules.bylaws import Bylaws
from kwan.people import queries as people
from kwan.quantities import format_baht
from kwan.thai.date_styles import buddhist_year
from kwan.web.forms.boxes import Box, Reading, plain_baht, written
from kwan.web.forms.loan_boxes import NOTE
from kwan.web.forms.usual import on_box
from kwan.web.language import Pair
from kwan.web.words.loans import BASES, METHODS, RHYTHMS, TO_THE_SATANG, UNITS

NOBODY: Final = ("", ("ไม่มี", "Nobody"))
GUARANTORS: Final = ("guarantor1", "guarantor2")
SUGGESTED: Final = "suggested"
PERIODS_HINT: Final = (
    "ว่างไว้ถ้าเขียนวันประชุมเองในช่องเพิ่มเติม",
    "Leave empty if you write meeting days under “More”.",
)
TOO_SOON: Final = ("งวดแรกต้องหลังวันที่ขอ", "The first instalment comes after the day of the request.")
RENUMBERED: Final = (
    "เลขที่เปลี่ยนตามปีของวันที่ขอ ดูก่อน แล้วกดลงคำขอ",
    "The number follows the year of the request. Look, then write it.",
)


class Boxes(NamedTuple):
    """The boxes of a request, and those that lie folded under "more"."""

    main: tuple[Box, ...]
    more: tuple[Box, ...]

    @property
    def all(self) -> tuple[Box, ...]:
        """Both together."""
        return self.main + self.more


def boxes(book: int, today: date) -> Boxes:
    """Return the boxes of a request, with the group's own rules beside those that they bind."""
    members = [(m.reference, _called(m)) for m in people.members(book) if m.left is None]
    rules = fund.bylaws(book)
    number = next_number(book, today)
    main = (
        Box("member", ("ใครขอกู้", "Who asks"), "choice", choices=tuple(members)),
        Box("number", ("เลขที่สัญญา", "Number on paper"), value=number),
        Box(SUGGESTED, ("", ""), "hidden", value=number),
        on_box(today, ("วันที่ขอ", "Day it is asked for")),
        Box("principal", ("ขอกู้ บาท", "Sum, baht"), "money", hint=_ceiling(rules)),
        Box("rate", ("ดอกเบี้ยร้อยละต่อปี", "Per cent a year"), "number", hint=_rate_rule(rules)),
        Box("legal_basis", ("ข้อกฎหมายที่ให้เก็บเกินนั้น", "Which law allows more"), required=False,
            hint=("ว่างไว้ถ้าดอกเบี้ยไม่เกิน", "Leave empty if the rate is not above.")),
        Box("method", ("คิดดอกเบี้ยแบบ", "Interest is reckoned"), "choice", "declining", choices=tuple(METHODS.items())),
        Box("periods", ("ส่งคืนกี่งวด", "How many instalments"), "number", hint=PERIODS_HINT, required=False),
        Box("every", ("งวดละ", "One instalment"), "choice", "1month", choices=tuple(RHYTHMS.items())),
        *(Box(name, (f"ผู้ค้ำคนที่ {n}", f"Guarantor {n}"), "choice", required=False, choices=(NOBODY, *members),
              hint=_surety_rule(rules))
          for n, name in enumerate(GUARANTORS, 1)),
        Box("purpose", ("เอาไปทำอะไร", "What for"), "textarea", hint=NOTE, required=False),
    )  # fmt: skip
    return Boxes(main, _more(rules))


def _more(rules: Bylaws) -> tuple[Box, ...]:
    ruled = str(rules.round_instalment or TO_THE_SATANG)
    units = UNITS if ruled in UNITS else {**UNITS, ruled: _rounded(rules.round_instalment or 0)}
    return (
        Box("first_due", ("งวดแรกวันที่", "First instalment on"), "day", required=False,
            hint=("ว่างไว้ถ้านับจากวันรับเงิน", "Leave empty to count from the day of the money.")),
        Box("meetings", ("วันประชุมของกลุ่มเองที่จะส่งคืน", "The group's own meeting days to repay on"), "textarea", required=False,
            hint=("เช่น 5 ม.ค. 69, 2 ก.พ. 69 คั่นด้วยจุลภาค ใช้แทนรอบด้านบน", "For example 5 Jan 69, 2 Feb 69, with commas. They take the place of the rhythm above.")),
        Box("grace_principal", ("งวดแรก ๆ ที่ยังไม่ส่งเงินต้น กี่งวด", "First instalments of interest alone, how many"), "number", required=False),
        Box("grace_interest", ("งวดแรก ๆ ที่ยังไม่จ่ายดอกเบี้ย กี่งวด", "First instalments without interest, how many"), "number", required=False,
            hint=("ดอกเบี้ยของงวดเหล่านั้นจ่ายในงวดถัดไป", "Their interest falls due with the next one.")),
        Box("round_instalment", ("ปัดงวด", "Round the instalments"), "choice", ruled, choices=tuple(units.items())),
        Box("basis", ("นับวันคิดดอกเบี้ย", "Days make interest"), "choice", "period", choices=tuple(BASES.items())),
    )  # fmt: skip


def as_asked(found: Boxes, loan: LoanView) -> Boxes:
    """Return the boxes with what this request says, for it to be corrected."""
    agreed = loan.agreed
    said = {
        "member": loan.member, "number": loan.number, SUGGESTED: "", "on": written(loan.requested_on),
        "principal": plain_baht(agreed.principal), "rate": f"{agreed.rate / 100:g}",
        "legal_basis": loan.legal_basis or "", "method": agreed.method, "every": agreed.every,
        "periods": "" if agreed.meetings else str(agreed.periods or ""), "purpose": loan.purpose or "",
        "first_due": written(agreed.first_due) if agreed.first_due else "",
        "meetings": ", ".join(map(written, agreed.meetings)),
        "grace_principal": str(agreed.grace_principal or ""), "grace_interest": str(agreed.grace_interest or ""),
        "round_instalment": str(agreed.round_instalment or TO_THE_SATANG), "basis": agreed.basis,
        **dict.fromkeys(GUARANTORS, ""), **dict(zip(GUARANTORS, loan.guarantors, strict=False)),
    }  # fmt: skip
    main, more = (tuple(_offering(box, said[box.name]) for box in some) for some in (found.main, found.more))
    return Boxes(main, more)


def _offering(box: Box, value: str) -> Box:
    """Return a box with this value in it; a choice that nobody offers any more is offered once more."""
    if box.kind != "choice" or value in dict(box.choices):
        return replace(box, value=value)
    pair = _rounded(int(value)) if box.name == "round_instalment" else (value, value)
    return replace(box, value=value, choices=(*box.choices, (value, pair)))


def request_of(reading: Reading, found: Boxes) -> RequestLoan:
    """Return the command that was typed. Raise Mistyped."""
    meetings = reading.days("meetings")
    command = RequestLoan(
        on=reading.day("on"),
        number=reading.text("number", needed=True)[:40],
        member=reading.text("member", needed=True),
        principal=reading.some_baht("principal"),
        rate=reading.rate("rate"),
        method=cast("Any", _one_of(reading, "method", METHODS)),
        basis=cast("Any", _one_of(reading, "basis", BASES, "period")),
        periods=None if meetings and not reading.text("periods") else reading.count("periods"),
        every=_one_of(reading, "every", RHYTHMS),
        first_due=reading.any_day("first_due"),
        meetings=meetings,
        grace_principal=reading.some_count("grace_principal"),
        grace_interest=reading.some_count("grace_interest"),
        round_instalment=int(_one_of(reading, "round_instalment", _offered(found), TO_THE_SATANG) or 0)
        or None,
        guarantors=tuple(who for name in GUARANTORS if (who := reading.text(name))),
        legal_basis=reading.text("legal_basis")[:300] or None,
        purpose=reading.text("purpose") or None,
    )
    if command.first_due and command.first_due <= command.on:
        reading.wrong.setdefault("first_due", TOO_SOON)
    reading.check()
    return command


def _offered(found: Boxes) -> Iterable[str]:
    return [code for box in found.more if box.name == "round_instalment" for code, _ in box.choices]


def renumbered(book: int, reading: Reading) -> str | None:
    """Return the number that fits the year of the request, where the suggested one does not; None where it stands."""
    number = reading.text("number")
    day = Reading(reading.typed, reading.today).day("on")
    if not number or number != reading.text(SUGGESTED) or number.endswith(f"/{buddhist_year(day)}"):
        return None
    return next_number(book, day)


def next_number(book: int, day: date) -> str:
    """Return the number that comes after the loans of this day's year: "3/2569"."""
    year = f"/{buddhist_year(day)}"
    taken = [loan.number.removesuffix(year) for loan in fund.loans(book) if loan.number.endswith(year)]
    highest = max((int(number) for number in taken if number.isascii() and number.isdigit()), default=0)
    return f"{highest + 1}{year}"


def _called(member: people.Member) -> Pair:
    said = f"{member.name or ''} {member.reference}".strip()
    return (said, said)


def _one_of(reading: Reading, name: str, codes: Iterable[str], usual: str = "") -> str:
    said = reading.text(name) or usual
    if said not in codes:
        reading.wrong[name] = ("เลือกหนึ่งอย่าง", "Choose one of these.")
        return usual
    return said


def _rounded(satang: int) -> Pair:
    sum_ = format_baht(satang)
    return (f"ให้ลงตัวทีละ {sum_} บาท", f"to {sum_} baht")


def _ceiling(rules: Bylaws) -> Pair:
    """Say what the group's rules allow: so many times the savings, and a sum."""
    most, sum_ = rules.savings_multiple, format_baht(rules.loan_ceiling)
    th = [f"ไม่เกิน {most} เท่าของเงินออม"] * bool(most) + [f"คนละไม่เกิน {sum_} บาท"] * bool(rules.loan_ceiling)
    en = [f"{most} times the savings at most"] * bool(most) + [f"{sum_} baht a member at most"] * bool(
        rules.loan_ceiling
    )
    return (
        (f"ตามระเบียบกลุ่ม {' และ'.join(th)}", f"By the group's rule, {' and '.join(en)}.") if th else ("", "")
    )


def _surety_rule(rules: Bylaws) -> Pair:
    if not rules.guarantors:
        return ("", "")
    return (
        f"ตามระเบียบกลุ่ม ต้องมีผู้ค้ำ {rules.guarantors} คน",
        f"By the group's rule, {rules.guarantors} guarantors.",
    )


def _rate_rule(rules: Bylaws) -> Pair:
    most = f"{rules.rate_ceiling / 100:g}"
    return (
        f"เกินร้อยละ {most} ต่อปี ต้องบอกข้อกฎหมาย",
        f"Above {most} per cent a year the law that allows it must be named.",
    )

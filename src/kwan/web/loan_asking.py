"""Asking for a loan: the boxes, and the command that what was typed makes."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, cast

from kwan.fund import queries as fund
from kwan.fund.commands import RequestLoan
from kwan.fund.rules.bylaws import Bylaws
from kwan.people import queries as people
from kwan.thai.date_styles import buddhist_year
from kwan.web.language import Pair
from kwan.web.loan_boxes import Box, Reading
from kwan.web.loan_steps import NOTE, on_box
from kwan.web.loan_words import METHODS, RHYTHMS

NOBODY: Final = ("", ("ไม่มี", "Nobody"))
GUARANTORS: Final = ("guarantor1", "guarantor2")


def boxes(book: int, today: date) -> tuple[Box, ...]:
    """Return the boxes of a request, with the group's own rules beside those that they bind."""
    members = [(m.reference, _called(m)) for m in people.members(book) if m.left is None]
    rules = fund.bylaws(book)
    return (
        Box("member", ("ใครขอกู้", "Who asks"), "choice", choices=tuple(members)),
        Box("number", ("เลขที่สัญญา", "Number on paper"), value=next_number(book, today)),
        on_box(today, ("วันที่ขอ", "Day it is asked for")),
        Box("principal", ("ขอกู้ บาท", "Sum, baht"), "money", hint=_ceiling(rules)),
        Box("rate", ("ดอกเบี้ยร้อยละต่อปี", "Per cent a year"), "number", hint=_rate_rule(rules)),
        Box("legal_basis", ("ข้อกฎหมายที่ให้เก็บเกินนั้น", "Which law allows more"), required=False,
            hint=("ว่างไว้ถ้าดอกเบี้ยไม่เกิน", "Leave empty if the rate is not above.")),
        Box("method", ("คิดดอกเบี้ยแบบ", "Interest is reckoned"), "choice", "declining", choices=tuple(METHODS.items())),
        Box("periods", ("ส่งคืนกี่งวด", "How many instalments"), "number"),
        Box("every", ("งวดละ", "One instalment"), "choice", "1month", choices=tuple(RHYTHMS.items())),
        *(Box(name, (f"ผู้ค้ำคนที่ {n}", f"Guarantor {n}"), "choice", required=False, choices=(NOBODY, *members))
          for n, name in enumerate(GUARANTORS, 1)),
        Box("purpose", ("เอาไปทำอะไร", "What for"), "textarea", hint=NOTE, required=False),
    )  # fmt: skip


def request_of(reading: Reading) -> RequestLoan:
    """Return the command that was typed. Raise Mistyped."""
    command = RequestLoan(
        on=reading.day("on"),
        number=reading.text("number", needed=True)[:40],
        member=reading.text("member", needed=True),
        principal=reading.some_baht("principal"),
        rate=reading.rate("rate"),
        method=cast("Any", _one_of(reading, "method", METHODS)),
        periods=reading.count("periods"),
        every=_one_of(reading, "every", RHYTHMS),
        guarantors=tuple(who for name in GUARANTORS if (who := reading.text(name))),
        legal_basis=reading.text("legal_basis")[:300] or None,
        purpose=reading.text("purpose") or None,
    )
    reading.check()
    return command


def next_number(book: int, today: date) -> str:
    """Return the number that comes after the loans of this year: "3/2569"."""
    year = f"/{buddhist_year(today)}"
    taken = [loan.number.removesuffix(year) for loan in fund.loans(book) if loan.number.endswith(year)]
    highest = max((int(number) for number in taken if number.isascii() and number.isdigit()), default=0)
    return f"{highest + 1}{year}"


def _called(member: people.Member) -> Pair:
    said = f"{member.name or ''} {member.reference}".strip()
    return (said, said)


def _one_of(reading: Reading, name: str, codes: Iterable[str]) -> str:
    said = reading.text(name)
    if said not in codes:
        reading.wrong[name] = ("เลือกหนึ่งอย่าง", "Choose one of these.")
    return said


def _ceiling(rules: Bylaws) -> Pair:
    if rules.savings_multiple is None:
        return ("", "")
    many = rules.savings_multiple
    return (
        f"ตามระเบียบกลุ่ม ไม่เกิน {many} เท่าของเงินออม",
        f"By the group's rule, {many} times the savings at most.",
    )


def _rate_rule(rules: Bylaws) -> Pair:
    most = f"{rules.rate_ceiling / 100:g}"
    return (
        f"เกินร้อยละ {most} ต่อปี ต้องบอกข้อกฎหมาย",
        f"Above {most} per cent a year the law that allows it must be named.",
    )

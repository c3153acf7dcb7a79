"""The steps of closing a cycle as forms: which boxes each has, and the command that what was typed makes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Final, cast

from django.urls import reverse

from kwan.fund import commands as fund
from kwan.fund.commands import ProposeCycle
from kwan.fund.commands.costs import PURSES
from kwan.fund.queries.cycle import CycleView
from kwan.fund.rules.cycle import Bucket, Closing, Terms, read_bucket
from kwan.fund.rules.cycle import terms as choices
from kwan.fund.rules.cycle.terms import BUCKETS, By, Way, good_buckets, read_cap, read_periods
from kwan.fund.rules.cycle.terms import written as bucket_text
from kwan.journal.rules import Command, canonical, to_plain
from kwan.thai import Refused
from kwan.web.forms.boxes import Box, Reading, written
from kwan.web.forms.form import Form
from kwan.web.forms.usual import kept_box, kept_of, on_box
from kwan.web.language import Pair
from kwan.web.policy import Visit

USUAL: Final = ("reserve", "dividend", "refund", "committee", "welfare", "public")
PART: Final = "part_"
PART_HINT: Final = ("เช่น 10% หรือ 1,500 หรือ ที่เหลือ", "10%, or 1500, or rest")
RATE_HINT: Final = (
    "เช่น 60% ของกำไร หรือ อัตรา 5 คือร้อยละ 5 ต่อปี หรือ ที่เหลือ",
    "60% of the profit; or rate 5, which is 5 per cent a year; or rest",
)
DAY_HINT: Final = ("เขียนแบบ 31 ธ.ค. 69 ก็ได้", "For example 31 Dec 2569")


def seen(closing: Closing) -> str:
    """Return what the page remembers of the closing that it showed: a digest of all of it."""
    said = to_plain(replace(closing, upto=0))
    return sha256(canonical(said).encode()).hexdigest()[:16]


# -- costs -------------------------------------------------------------------------------------------


def costs_form(visit: Visit, today: date, holding: frozenset[str]) -> Form:
    """Return the form of what is spent: out of the savings purse, or of one that a closing filled (`holding` money)."""
    names = {"savings": ("เงินออม", "Savings"), **BUCKETS}
    purses = tuple((name, names[name]) for name in PURSES if name == "savings" or name in holding)
    boxes = (
        Box("sum", ("จ่ายไป บาท", "Paid, baht"), "money"),
        Box("purse", ("จ่ายจาก", "Out of"), "choice", "savings", choices=purses),
        Box(
            "item",
            ("ค่าอะไร", "What for"),
            hint=("เช่น สมุดบัญชี ค่าเดินทาง", "For example: account books, a journey"),
        ),
        kept_box(),
        on_box(today, ("วันที่จ่าย", "Day it was paid")),
    )
    back = reverse("cycle", args=[visit.number])

    def build(reading: Reading) -> Command:
        return fund.PayCosts(
            on=reading.day("on"), purse=reading.text("purse") or "savings", satang=reading.some_baht("sum"),
            kept=kept_of(reading), item=reading.text("item", needed=True),
        )  # fmt: skip

    return Form(
        title=("จ่ายค่าใช้จ่าย", "Pay costs"),
        about=(
            "จ่ายจากเงินออมทำให้กำไรของรอบน้อยลง จ่ายจากเงินที่กันไว้ไม่กระทบกำไร",
            "Out of savings, the cycle's profit becomes smaller; out of what was set aside, it does not.",
        ),
        button=("ลงสมุด", "Write it down"), done=("ลงค่าใช้จ่ายแล้ว", "The costs are written"), boxes=boxes, build=build,
        back=(back, ("รอบ", "The cycle")), then=lambda _: back,
    )  # fmt: skip


# -- opening -----------------------------------------------------------------------------------------


def opening_boxes(today: date, after: date | None) -> tuple[Box, ...]:
    """Return the box of the day on which a cycle begins: the day after the last one's end, or this year's first."""
    first = date.fromordinal(after.toordinal() + 1) if after else date(today.year, 1, 1)
    return (Box("on", ("วันแรกของรอบ", "First day of the cycle"), "day", written(first), DAY_HINT),)


# -- proposing ---------------------------------------------------------------------------------------


def proposal_boxes(view: CycleView, terms: Terms, today: date) -> dict[str, tuple[Box, ...]]:
    """Return the boxes of a proposal, by the part of the form in which they stand; the group's own rules are in them."""
    until = min(today, last_day(view.since, terms.periods))
    parts = {bucket.name: bucket_text(bucket) for bucket in terms.buckets}
    boxes = {name: _part(name, parts.get(name, "")) for name in BUCKETS}
    return {
        "days": (
            Box("until", ("วันปิดรอบ", "Last day of the cycle"), "day", written(until), DAY_HINT),
            _choice("way", ("สิ้นรอบทำอย่างไร", "What happens"), choices.WAYS, terms.way),
        ),
        "parts": tuple(boxes[name] for name in USUAL),
        "more": tuple(boxes[name] for name in BUCKETS if name not in USUAL),
        "rules": _rule_boxes(terms),
    }  # fmt: skip


def _part(name: str, value: str) -> Box:
    return Box(
        PART + name,
        BUCKETS[name],
        "text",
        value,
        RATE_HINT if name in choices.PERSONAL else PART_HINT,
        required=False,
    )


def _rule_boxes(terms: Terms) -> tuple[Box, ...]:
    cap = "" if terms.cap is None else f"{terms.cap / 100:g}"
    return (
        _choice("by", ("ถ้าแบ่งคืนทั้งหมด แบ่งกำไรตาม", "If everything goes back, the gain goes"), choices.BYS, terms.by),
        _choice("loans", ("ถ้าแบ่งคืนทั้งหมด เงินกู้ที่เหลือ", "If everything goes back, loans left"), choices.LOANS, terms.loans),
        _choice("basis", ("ปันผลนับเวลา", "A dividend counts time"), choices.BASES, terms.basis),
        Box("periods", ("หนึ่งรอบมีกี่เดือน", "Months in a cycle"), "number", str(terms.periods)),
        Box(
            "cap", ("ปันผลไม่เกินร้อยละต่อปี", "Dividend at most, per cent a year"), "text", cap,
            ("เว้นว่างถ้าไม่มีเพดาน", "Empty where there is no ceiling"), required=False,
        ),
        _choice("eligible", ("ใครได้เฉลี่ยคืน", "Who has a refund"), choices.ELIGIBLE, terms.eligible),
        _choice("rounding", ("ปัดเศษ", "Rounding"), choices.ROUNDINGS, terms.rounding),
        _choice("remainder", ("เศษที่เหลือ", "What is over"), choices.REMAINDERS, terms.remainder),
    )  # fmt: skip


def _choice(name: str, label: Pair, known: Mapping[str, Pair], value: str) -> Box:
    return Box(name, label, "choice", value, choices=tuple(known.items()))


def last_day(since: date, months: int) -> date:
    """Return the last day of a cycle of so many months."""
    ahead = since.month - 1 + months
    first_after = date(since.year + ahead // 12, ahead % 12 + 1, min(since.day, 28))
    return date.fromordinal(first_after.toordinal() - 1)


def proposal_of(book: int, view: CycleView, reading: Reading) -> ProposeCycle:
    """Return the proposal that was typed. Raise Mistyped for what cannot be read, Refusal for what cannot be reckoned."""
    until, terms = reading.day("until"), terms_typed(reading)
    reading.check()
    return fund.proposing(book, view.cycle, until, reading.today, terms)


def terms_typed(reading: Reading) -> Terms:
    """Return the rules of a proposal as they were typed; what cannot be read is told by `reading.wrong`."""
    way = cast("Way", _coded(reading, "way", choices.WAYS))
    found = (_bucket_typed(reading, name) for name in BUCKETS)
    buckets = tuple(bucket for bucket in found if bucket)
    try:
        good_buckets(buckets)
    except Refused as refused:
        reading.wrong.setdefault(PART + "reserve", (refused.th, refused.en))
    return Terms(
        way, cast("By", _coded(reading, "by", choices.BYS)), _coded(reading, "loans", choices.LOANS), buckets,
        _coded(reading, "basis", choices.BASES), reading.read("periods", read_periods, 12),
        reading.read("cap", read_cap, None), _coded(reading, "eligible", choices.ELIGIBLE),
        _coded(reading, "rounding", choices.ROUNDINGS), _coded(reading, "remainder", choices.REMAINDERS),
    )  # fmt: skip


def _coded(reading: Reading, name: str, known: Mapping[str, Pair]) -> str:
    return reading.read(name, choices.one_of(known), next(iter(known)))


def _bucket_typed(reading: Reading, name: str) -> Bucket | None:
    if reading.text(PART + name) in ("", "-", "0", "๐"):
        return None
    return reading.read(PART + name, lambda text: read_bucket(name, text), None)


# -- the other steps ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class CycleForm:
    """One step after the proposal: what it is called, what is said about it, its boxes, the command that is typed."""

    title: Pair
    about: Pair
    button: Pair
    done: Pair
    stages: tuple[str, ...]
    boxes: Callable[[date], tuple[Box, ...]]
    build: Callable[[int, CycleView, Reading], Command]


def _nothing(today: date) -> tuple[Box, ...]:  # noqa: ARG001 - every form is asked this way
    return ()


def _reason(today: date) -> tuple[Box, ...]:  # noqa: ARG001
    return (
        Box(
            "reason",
            ("เพราะอะไร", "Why"),
            "text",
            hint=("เห็นเฉพาะกรรมการ", "Only officers read it."),
            required=False,
        ),
    )


def _meeting(today: date) -> tuple[Box, ...]:
    return (
        Box("meeting", ("วันประชุมที่รับรอง", "Day of the meeting"), "day", written(today), DAY_HINT),
        Box("minutes", ("อยู่ในบันทึกการประชุมข้อไหน", "Where it stands in the minutes"), "text", hint=("เช่น 1/2570 ข้อ 4", "For example 1/2570, item 4")),
        Box("note", ("บันทึกเพิ่มเติม", "What else was said"), "textarea", hint=("พิมพ์ในรายงานการประชุม", "Printed in the minutes."), required=False),
    )  # fmt: skip


def _withdraw(book: int, view: CycleView, reading: Reading) -> Command:  # noqa: ARG001
    return fund.WithdrawProposal(
        on=reading.today, cycle=view.cycle, proposal=view.proposal or 0, reason=reading.text("reason") or None
    )


def _check(book: int, view: CycleView, reading: Reading) -> Command:  # noqa: ARG001
    return fund.CheckCycle(on=reading.today, cycle=view.cycle, proposal=view.proposal or 0)


def _approve(book: int, view: CycleView, reading: Reading) -> Command:
    meeting, minutes = reading.day("meeting"), reading.text("minutes", needed=True)
    reading.check()
    return fund.approving(book, view.cycle, reading.today, meeting, minutes, reading.text("note") or None)


def _lock(book: int, view: CycleView, reading: Reading) -> Command:  # noqa: ARG001
    until = view.closing.until if view.closing else view.since
    return fund.LockCycle(on=reading.today, cycle=view.cycle, until=until)


STEPS: Final[Mapping[str, CycleForm]] = {
    "check": CycleForm(
        ("ตรวจยอด", "Check the sums"),
        (
            "กรรมการอีกคนที่ไม่ได้เสนอเป็นคนตรวจ ระบบคิดใหม่ทั้งหมดจากสมุดแล้วเทียบกับยอดที่เสนอ",
            "An officer who did not propose checks. Everything is reckoned again from the book and compared.",
        ),
        ("ตรวจแล้ว ยอดตรงกัน", "Checked: the sums agree"),
        ("ตรวจแล้ว รอที่ประชุมรับรอง", "Checked; it waits for the meeting"),
        ("proposed",), _nothing, _check,
    ),
    "withdraw": CycleForm(
        ("ถอนยอดที่เสนอ", "Take the proposal back"),
        ("ยอดที่เสนอไว้ยังเก็บให้ดู แล้วเสนอใหม่ได้", "What was proposed stays to be seen; a new one may follow."),
        ("ถอนยอดที่เสนอ", "Take it back"),
        ("ถอนแล้ว เสนอยอดใหม่ได้", "Taken back; propose anew"),
        ("proposed", "checked"), _reason, _withdraw,
    ),
    "approve": CycleForm(
        ("ที่ประชุมรับรอง", "The meeting approves"),
        (
            "เมื่อรับรองแล้ว ยอดของแต่ละคนตั้งเป็นเงินรอจ่าย และเงินที่กันไว้เข้ากระเป๋าของตัวเอง",
            "Once approved, each member's sum waits to be handed over, and what is set aside goes into its own purse.",
        ),
        ("ลงมติที่ประชุม", "Write the decision"),
        ("ลงมติแล้ว จ่ายให้สมาชิกได้", "Written; members can be paid"),
        ("checked",), _meeting, _approve,
    ),
    "lock": CycleForm(
        ("ปิดรอบ", "Lock the cycle"),
        (
            "ปิดแล้วลงรายการย้อนหลังในรอบนี้ไม่ได้อีก คนที่ยังไม่มารับ รับทีหลังได้",
            "Once locked, nothing more is written into the days of this cycle. Who has not come yet is paid later.",
        ),
        ("ปิดรอบนี้", "Lock this cycle"),
        ("ปิดรอบเรียบร้อย", "The cycle is closed"),
        ("approved",), _nothing, _lock,
    ),
}  # fmt: skip

"""The forms of welfare: what each asks, and the command that what was typed makes."""

from datetime import date
from typing import Any, Final

from django.urls import reverse

from kwan.fund import commands as fund
from kwan.fund.queries import welfare
from kwan.fund.queries.welfare import WelfareAsked, WelfarePaid, WelfareRuleView
from kwan.fund.rules.welfare import Due
from kwan.journal.rules import Command, Refusal, day_number
from kwan.quantities import format_baht
from kwan.thai import Refused
from kwan.web.forms.boxes import Box, Reading
from kwan.web.forms.form import Form, shown_sum
from kwan.web.forms.usual import CHOOSE, kept_box, kept_of, member_choices, members_box, on_box
from kwan.web.language import Pair, say
from kwan.web.policy import Visit, can_write_the_book

WELFARE: Final[Pair] = ("สวัสดิการ", "Welfare")
IN_CONFIDENCE: Final[Pair] = (
    "เก็บเป็นความลับ เหรัญญิกกับสมาชิกคนนั้นเท่านั้นที่เห็น",
    "Kept in confidence: only the treasurer and that member see it.",
)


def _to_book(visit: Visit) -> dict[str, Any]:
    address = reverse("welfare", args=[visit.number])
    return {"back": (address, WELFARE), "then": lambda _: address}


# -- paying in ---------------------------------------------------------------------------------------


def pay_in_form(visit: Visit, today: date) -> Form:
    """Return the form by which a member's contribution is written."""
    boxes = (
        members_box(visit.number, ("ใครจ่าย", "Who pays")),
        Box("sum", ("จำนวนเงิน บาท", "Sum, baht"), "money"),
        kept_box(),
        on_box(today, ("วันที่รับเงิน", "Day it came")),
    )
    folded = (
        Box("slip", ("เลขอ้างอิงบนสลิปโอน", "Reference on the transfer's slip"), required=False),
        Box("carried_by", ("ฝากเงินมากับใคร", "Who carried it"), "choice", required=False,
            choices=(("", ("มาเอง", "Nobody")), *member_choices(visit.number))),
    )  # fmt: skip
    return Form(
        ("รับเงินเข้าสวัสดิการ", "Paid into welfare"),
        ("เป็นเงินของกองทุน ไม่นับเป็นเงินออมของสมาชิก", "It belongs to the fund and is not the member's savings."),
        ("ลงสมุด", "Write it down"), ("เงินเข้าสวัสดิการลงสมุดแล้ว", "It is written"), boxes, _paid_in,
        folded=folded, folds=("โอนมา หรือฝากคนอื่นมา", "By transfer, or carried by another"), **_to_book(visit),
    )  # fmt: skip


def _paid_in(reading: Reading) -> Command:
    return fund.PayIntoWelfare(
        on=reading.day("on"), member=reading.text("member", needed=True), satang=reading.some_baht("sum"),
        kept=kept_of(reading), slip=reading.text("slip")[:60] or None, carried_by=reading.text("carried_by") or None,
    )  # fmt: skip


# -- asking ------------------------------------------------------------------------------------------


def ask_form(visit: Visit, today: date, back: tuple[str, Pair]) -> Form:
    """Return the form of a request: of the visitor's own, or of any member where the treasurer writes it down."""
    own = not can_write_the_book(visit)
    words = Box("words", ("เกิดเรื่องอะไร", "What happened"), "textarea", hint=IN_CONFIDENCE)
    who = () if own else (members_box(visit.number, ("ใครขอ", "Who asks")),)

    def build(reading: Reading) -> Command:
        member = str(visit.member) if own else reading.text("member", needed=True)
        return fund.AskWelfare(on=today, member=member, words=reading.text("words", needed=True))

    return Form(
        ("ขอรับสวัสดิการ", "Ask for welfare"),
        ("เหรัญญิกจะเห็นคำขอนี้ แล้วดูตามระเบียบของกลุ่ม", "The treasurer sees this and looks at the group's rules."),
        ("ส่งคำขอ", "Send the request"), ("ส่งคำขอแล้ว รอเหรัญญิกดู", "The request is sent; the treasurer will look at it"),
        (*who, words), build, back, lambda _: back[0],
    )  # fmt: skip


def decline_form(visit: Visit, asked: WelfareAsked, today: date) -> Form:
    """Return the form by which a request is answered without money."""
    reason = Box(
        "reason", ("เหตุผลที่จะบอกสมาชิก", "What the member will be told"), "textarea", hint=IN_CONFIDENCE
    )

    def build(reading: Reading) -> Command:
        said = reading.text("reason", needed=True)
        return fund.DeclineWelfare(on=today, member=asked.member, asked=asked.entry, reason=said)

    return Form(
        ("ตอบคำขอ โดยยังไม่จ่าย", "Answer without paying"), ("", ""), ("ลงคำตอบ", "Write the answer"),
        ("ลงคำตอบแล้ว", "The answer is written"), (reason,), build, **_to_book(visit),
    )  # fmt: skip


# -- giving ------------------------------------------------------------------------------------------


def give_form(
    visit: Visit, today: date, asked: WelfareAsked | None = None, mends: WelfarePaid | None = None
) -> Form:
    """Return the form of a benefit: who, what happened, how many nights; the sum is the rule's.

    `asked` is the request it answers, `mends` the payment that it corrects.
    """
    book = visit.number
    boxes, folded = _give_boxes(book, today, asked, mends)

    def build(reading: Reading) -> Command:
        answers = asked.entry if asked else mends.asked if mends else None
        return _given(book, reading, answers, mends.entry if mends else 0)

    also = (
        (reverse("welfare-decline", args=[book, asked.entry]), ("ตอบ โดยยังไม่จ่าย", "Answer without paying"))
        if asked
        else None
    )

    def seen(command: Command) -> dict[str, Any]:
        return _how(book, command, mends.entry if mends else 0)

    return Form(
        ("แก้รายการสวัสดิการ", "Mend what was given") if mends else ("จ่ายสวัสดิการ", "Give welfare"),
        (f"สมาชิกบอกว่า: {asked.words}", f"The member says: {asked.words}") if asked else ("", ""),
        ("จ่ายและลงสมุด", "Pay and write"), ("จ่ายสวัสดิการลงสมุดแล้ว", "It is written"), boxes, build,
        (reverse("welfare", args=[book]), WELFARE), lambda n: reverse("welfare-given", args=[book, n]), folded=folded,
        folds=("หลักฐาน บันทึกการประชุม หรือจ่ายไม่เต็ม", "Evidence, minutes, or paying less"), seen=seen, also=also,
        corrects=mends.entry if mends else None,
    )  # fmt: skip


def _give_boxes(
    book: int, today: date, asked: WelfareAsked | None, mends: WelfarePaid | None
) -> tuple[tuple[Box, ...], tuple[Box, ...]]:
    who = asked.member if asked else mends.member if mends else ""
    rules = [view for view in welfare.welfare_rules(book) if not view.rule.is_ended]
    choices = tuple(("/".join(view.rule.key), view.rule.words) for view in rules)
    before = "/".join(mends.rule.rule.key) if mends and mends.rule else ""
    boxes = (
        members_box(book, ("ให้ใคร", "For whom"), value=who),
        Box("event", ("เกิดเรื่องอะไร", "What happened"), "choice", before, choices=(CHOOSE, *choices)),
        Box("units", ("กี่คืน (หรือกี่วัน กี่คน)", "How many nights (or days, or people)"), "number",
            str(mends.units or 1) if mends else "1", ("เรื่องที่ให้เป็นครั้ง ใส่ 1", "1 for what is given once.")),
        on_box(mends.happened if mends and mends.happened else today, ("วันที่เกิดเรื่อง หรือคืนสุดท้าย", "Day it happened, or the last night"), "happened"),
        kept_box(),
        on_box(mends.on if mends else today, ("วันที่จ่าย", "Day it is paid")),
    )  # fmt: skip
    folded = (
        Box("evidence", ("หลักฐานที่เห็น", "Evidence seen"), hint=IN_CONFIDENCE, required=False),
        Box("minutes", ("อยู่ในบันทึกการประชุมข้อไหน", "Where in the minutes"), required=False),
        Box("sum", ("จ่ายน้อยกว่าระเบียบ บาท", "Pay less than the rule, baht"), "money", required=False,
            hint=("ว่างไว้ถ้าจ่ายตามระเบียบ", "Leave empty to pay what the rule gives.")),
        Box("reason", ("เพราะอะไรจึงจ่ายน้อยกว่า", "Why it is less"), hint=IN_CONFIDENCE, required=False),
    )  # fmt: skip
    return boxes, folded


def _given(book: int, reading: Reading, asked: int | None, corrects: int) -> Command:
    on, happened, units = reading.day("on"), reading.day("happened"), reading.count("units")
    member, key = reading.text("member", needed=True), reading.text("event", needed=True)
    less = reading.baht("sum")
    reading.check()
    view = rule_on(book, key, happened)
    satang = less or shown_sum(reading) or _gives(_due(book, member, view, units, happened, corrects))
    return fund.PayWelfare(
        on=on, member=member, satang=satang, kept=kept_of(reading), rule=view.entry, units=units,
        happened=day_number(happened), evidence=reading.text("evidence") or None, reason=reading.text("reason") or None,
        minutes=reading.text("minutes")[:120] or None, asked=asked,
    )  # fmt: skip


def _gives(due: Due) -> int:
    if not due.satang:
        why = due.lines[-1]
        raise Refusal("nothing_due", f"ระเบียบยังไม่ให้: {why.th}", f"The rule gives nothing yet: {why.en}")
    return due.satang


def rule_on(book: int, key: str, happened: date) -> WelfareRuleView:
    """Return the rule of this event ("hospital/") that held on a day. Raise Refusal if there was none."""
    for view in welfare.welfare_rules(book, happened):
        if "/".join(view.rule.key) == key:
            return view
    raise Refusal(
        "no_rule_then",
        "วันที่เกิดเรื่อง กลุ่มยังไม่มีระเบียบข้อนี้ ตรวจวันที่ หรือตั้งระเบียบก่อน",
        "On that day the group had no such rule yet. Look at the day, or set the rule first.",
    )


def _due(book: int, member: str, view: WelfareRuleView, units: int, happened: date, without: int) -> Due:
    try:
        return welfare.welfare_due(book, member, view, units, happened, without=without)
    except Refused as reason:
        raise Refusal("units", reason.th, reason.en) from reason


def _how(book: int, command: Command, without: int) -> dict[str, Any]:
    """Return how the sum of a benefit comes about, line by line."""
    if not isinstance(command, fund.PayWelfare) or command.rule is None:
        return {}
    view = welfare.welfare_rule(book, command.rule)
    if view is None:
        return {}
    happened = command.happened or day_number(command.on)
    day = date(happened // 10000, happened // 100 % 100, happened % 100)
    due = _due(book, command.member, view, command.units or 1, day, without)
    return how_told(due, command.satang)


def how_told(due: Due, satang: int) -> dict[str, Any]:
    """Return what a page shows of how a sum came about."""
    return {
        "lines_title": say(("ยอดนี้มาจากไหน", "How this sum comes about")),
        "lines": [
            (say((line.th, line.en)), "" if line.satang is None else format_baht(line.satang))
            for line in due.lines
        ],
        "sum_word": say(("จ่าย บาท", "To be paid, baht")),
        "sum": format_baht(satang),
    }


# -- striking ----------------------------------------------------------------------------------------


def strike_form(visit: Visit, paid: WelfarePaid, today: date) -> Form:
    """Return the form by which a payment that never was is struck out."""
    money = format_baht(paid.satang)
    return Form(
        ("ยกเลิกรายการสวัสดิการ", "Strike what was given"),
        (f"ใช้เมื่อลงผิดและไม่ได้จ่ายจริง เงิน {money} บาท กลับเข้ากองทุน รายการเดิมยังอ่านได้",
         f"For what was written wrongly and never paid. {money} baht are in the fund again; the entry stays to be read."),
        ("ยกเลิกรายการนี้", "Strike it out"), ("ยกเลิกแล้ว", "It is struck out"), (),
        lambda _: fund.StrikeWelfare(on=today, member=paid.member), corrects=paid.entry, **_to_book(visit),
    )  # fmt: skip

"""Kinds of entries on screen: the icon of each, and how much of it may be told to whom.

A kind that is not in these lists shows itself as it is: somebody wrote it, and it is better seen than lost.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from kwan.journal.rules import OWN_PAPER
from kwan.lessons.report.entry_words import entry_words
from kwan.web.language import Pair

Shown = Literal["open", "inside", "sealed"]


class KindOf(NamedTuple):
    """The icon of a kind of entry, and how much of it a screen may tell.

    `open` entries may be read by a funder too (without the names of people); `inside` are the group's own;
    of `sealed` ones a screen says only that they exist.
    """

    icon: str
    shown: Shown = "inside"


KINDS: Final[Mapping[str, KindOf]] = {
    "people.group_described": KindOf("people", "open"),
    "people.form_told": KindOf("pen", "open"),
    "people.account_told": KindOf("coins"),
    "people.joined": KindOf("people"),
    "people.member_described": KindOf("pen"),
    "people.told_apart": KindOf("people"),
    "people.left": KindOf("people"),
    "people.returned": KindOf("people"),
    "people.office_taken": KindOf("people"),
    "people.office_left": KindOf("people"),
    "people.erased": KindOf("people", "sealed"),
    "people.consent_given": KindOf("people", "sealed"),
    "people.consent_withdrawn": KindOf("people", "sealed"),
    "journal.brought_back": KindOf("box"),
    "fund.deposit": KindOf("savings"),
    "fund.withdrawal": KindOf("savings"),
    "fund.savings_day_held": KindOf("savings"),
    "fund.savings_day_added": KindOf("savings"),
    "fund.saving_struck": KindOf("savings"),
    "fund.transfer_counted": KindOf("savings"),
    "fund.fine_paid": KindOf("coins"),
    "fund.withdrawal_asked": KindOf("pen"),
    "fund.withdrawal_answered": KindOf("pen"),
    "fund.pay_noted": KindOf("coins"),
    "fund.received": KindOf("coins", "open"),
    "fund.spent": KindOf("coins", "open"),
    "fund.debt_told": KindOf("coins", "sealed"),
    "fund.household_noted": KindOf("pen", "sealed"),
    "fund.household_struck": KindOf("pen", "sealed"),
    "fund.household_debt_kept": KindOf("pen", "sealed"),
    "fund.household_debt_paid": KindOf("pen", "sealed"),
    "fund.household_plan_kept": KindOf("pen", "sealed"),
    "fund.household_opened": KindOf("pen", "sealed"),
    "fund.household_closed": KindOf("pen", "sealed"),
    "fund.loan_requested": KindOf("coins"),
    "fund.loan_approved": KindOf("coins"),
    "fund.loan_rejected": KindOf("coins"),
    "fund.loan_withdrawn": KindOf("coins"),
    "fund.loan_paid_out": KindOf("coins"),
    "fund.loan_repaid": KindOf("coins"),
    "fund.loan_rescheduled": KindOf("coins"),
    "fund.loan_written_off": KindOf("coins"),
    "fund.loan_recovered": KindOf("coins"),
    "fund.loan_brought": KindOf("coins"),
    "fund.loan_struck": KindOf("coins"),
    "fund.rule_set": KindOf("pen", "open"),
    "fund.costs_paid": KindOf("coins"),
    "fund.cycle_opened": KindOf("goal"),
    "fund.cycle_proposed": KindOf("goal"),
    "fund.cycle_withdrawn": KindOf("goal"),
    "fund.cycle_checked": KindOf("goal"),
    "fund.cycle_approved": KindOf("goal"),
    "fund.cycle_paid": KindOf("coins"),
    "fund.cycle_locked": KindOf("goal"),
    "fund.taken_to_bank": KindOf("coins"),
    "fund.taken_from_bank": KindOf("coins"),
    "fund.bank_line_noted": KindOf("list"),
    "fund.bank_line_matched": KindOf("list"),
    "fund.bank_interest": KindOf("coins"),
    "fund.bank_fee": KindOf("coins"),
    "fund.bank_entry_struck": KindOf("list"),
    "fund.bank_page_kept": KindOf("list"),
    "fund.opening_asked": KindOf("pen"),
    "fund.books_opened": KindOf("pen", "open"),
    "fund.savings_brought": KindOf("savings"),
    "fund.money_brought": KindOf("coins"),
    "fund.stock_brought": KindOf("box"),
    "fund.beneficiary_named": KindOf("savings", "sealed"),
    "fund.passbook_closed": KindOf("savings"),
    "fund.closing_struck": KindOf("savings"),
    "fund.welfare_received": KindOf("coins"),
    "fund.welfare_rule_set": KindOf("pen", "open"),
    "fund.welfare_asked": KindOf("coins", "sealed"),
    "fund.welfare_declined": KindOf("coins", "sealed"),
    "fund.welfare_paid": KindOf("coins", "sealed"),
    "fund.welfare_struck": KindOf("coins", "sealed"),
    "fund.purchase_planned": KindOf("box", "open"),
    "fund.plan_dropped": KindOf("box", "open"),
    "fund.equipment_bought": KindOf("box", "open"),
    "fund.equipment_given": KindOf("box", "open"),
    "fund.equipment_moved": KindOf("box"),
    "fund.equipment_retired": KindOf("box"),
    "fund.equipment_seen": KindOf("box"),
    "market.buyer_added": KindOf("orders"),
    "market.order_placed": KindOf("orders", "open"),
    "market.order_delivered": KindOf("truck", "open"),
    "market.order_paid": KindOf("coins", "open"),
    "production.parts_declared": KindOf("leaf", "open"),
    "production.material_bought": KindOf("box", "open"),
    "production.batch_made": KindOf("making", "open"),
    "production.supply_noted": KindOf("leaf", "open"),
    "wellbeing.answered": KindOf("flower", "sealed"),
    "programme.activity_held": KindOf("speech", "open"),
    "programme.indicator_set": KindOf("goal", "open"),
    "programme.indicator_mapped": KindOf("goal", "open"),
    "programme.event_noted": KindOf("clock", "open"),
    "lessons.note_pinned": KindOf("speech", "open"),
    "lessons.replied": KindOf("pen", "open"),
    "lessons.report_released": KindOf("report", "open"),
}


UNKNOWN: Final = KindOf("list")


# Whatever a member writes in their own household book reads alike to others: not even its kind is told.
IN_OWN_PAPER: Final = ("สมาชิกจดในสมุดของตนเอง", "A member wrote in their own book")


SEALED: Final[Mapping[str, Pair]] = {
    "people.erased": ("ลบข้อมูลส่วนตัวตามที่สมาชิกขอ", "Personal data erased as a member asked"),
    "people.consent_given": ("มีสมาชิกให้ความยินยอม", "A member gave consent"),
    "people.consent_withdrawn": ("มีสมาชิกไม่ยินยอม หรือถอนความยินยอม", "A member said no, or took consent back"),
    **{kind: IN_OWN_PAPER for kind in KINDS if kind.startswith(OWN_PAPER)},
    "fund.debt_told": ("มีสมาชิกเล่าเรื่องหนี้สินให้กลุ่มฟัง", "A member told of a debt"),
    "fund.beneficiary_named": ("สมาชิกบอกชื่อผู้รับเงินแทน", "A member named a beneficiary"),
    "fund.welfare_asked": ("มีสมาชิกขอรับสวัสดิการ", "A member asked for welfare"),
    "fund.welfare_declined": ("ตอบคำขอรับสวัสดิการ", "A request for welfare was answered"),
    "fund.welfare_paid": ("จ่ายสวัสดิการให้สมาชิก", "Welfare was given to a member"),
    "fund.welfare_struck": ("ยกเลิกรายการสวัสดิการ", "An entry of welfare was struck out"),
    "wellbeing.answered": ("มีสมาชิกตอบแบบประเมินความสุข", "A member answered about wellbeing"),
}


# What the report never tells of, and so has no line for.
INSIDE_ONLY: Final[Mapping[str, Pair]] = {
    "fund.loan_requested": ("ขอกู้", "A loan is asked for"),
    "fund.loan_approved": ("อนุมัติเงินกู้", "A loan is agreed to"),
    "fund.loan_rejected": ("ยังไม่ให้กู้", "A loan is not agreed to"),
    "fund.loan_withdrawn": ("ถอนคำขอกู้", "A request is taken back"),
    "fund.loan_paid_out": ("จ่ายเงินกู้", "A loan is paid out"),
    "fund.loan_repaid": ("ส่งคืนเงินกู้", "A loan is repaid"),
    "fund.loan_rescheduled": ("ตกลงงวดส่งคืนใหม่", "Instalments are agreed anew"),
    "fund.loan_written_off": ("ยกหนี้ให้", "A loan is given up"),
    "fund.loan_recovered": ("ได้คืนจากหนี้ที่ยกให้", "Something given up comes back"),
    "fund.loan_brought": ("เงินกู้ที่ยกมา", "A loan brought forward"),
    "fund.loan_struck": ("ยกเลิกรายการเงินกู้", "An entry of a loan struck out"),
    "fund.rule_set": ("ตั้งระเบียบการให้กู้", "A rule of lending is set"),
    "lessons.report_released": ("เปิดรายงานให้คนนอกอ่าน", "The report is opened to others"),
}


# To who sees no single loan every step of one reads alike: its kind would tell who is behind.
OF_A_LOAN: Final = ("รายการเงินกู้หรือค่าปรับ", "An entry of a loan or a fine")


def kind_of(kind: str) -> KindOf:
    """Return the icon of a kind of entry, and how much of it may be told."""
    return KINDS.get(kind, UNKNOWN)


def entry_title(kind: str, body: str, lang: str) -> tuple[str, str]:
    """Return what an entry is and what it comes to; of a sealed one, that it exists."""
    if kind in INSIDE_ONLY:
        return INSIDE_ONLY[kind][lang == "en"], ""
    words = None if is_sealed(kind) else entry_words(kind, body)
    if words is None:
        return SEALED.get(kind, ("รายการ", "An entry"))[lang == "en"], ""
    what, amount = words
    return (what.en, amount.en) if lang == "en" else (what.th, amount.th)


def is_sealed(kind: str) -> bool:
    """Return whether a screen may say of this kind only that it exists."""
    return kind_of(kind).shown == "sealed"


def is_about_a_person(kind: str) -> bool:
    """Return whether an entry of this kind is one single person's matter."""
    return kind_of(kind).shown != "open"


def is_of_a_loan(kind: str) -> bool:
    """Return whether an entry of this kind tells who borrowed, how they repay, or who was fined."""
    return kind.startswith("fund.loan_") or kind == "fund.fine_paid"


def is_in_own_book(kind: str) -> bool:
    """Return whether an entry of this kind is a page of a member's own household book."""
    return kind.startswith(OWN_PAPER)

"""What the books' own codes are called on screen, in Thai and English.

A code that is not in these lists is shown as it is: somebody wrote it, and it is better seen than lost.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from kwan.fund.rules.assets import GIVERS, GONE, STATES
from kwan.fund.rules.cycle.terms import WAYS as CLOSING_WAYS
from kwan.fund.rules.welfare import EVENTS, UNITS
from kwan.journal.rules import OWN_PAPER
from kwan.lessons.commands import SORTS
from kwan.lessons.report.entry_words import INSTRUMENTS, OFFICES, PURPOSES, entry_words, round_words
from kwan.market.commands import CHANNELS
from kwan.people.rules.forms import FORMS
from kwan.production.commands import CHECKS, PLACES, SUPPLY_EVENTS
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
SOURCES: Final[Mapping[str, Pair]] = {
    "live": ("จดในวันที่เกิดขึ้น", "Written as it happened"),
    "brought": ("นำเข้าจากสมุดเดิมของกลุ่ม", "Brought in from the group's older books"),
}
ROLES: Final[Mapping[str, Pair]] = {
    "treasurer": ("เหรัญญิก", "Treasurer"),
    "chair": ("ประธาน", "Chair"),
    "secretary": ("เลขานุการ", "Secretary"),
    "member": ("สมาชิก", "Member"),
    "facilitator": ("พี่เลี้ยง", "Facilitator"),
    "funder": ("ผู้ให้ทุน", "Funder"),
}
OWNERS: Final[Mapping[str, Pair]] = {
    "group": ("ชื่อกลุ่ม", "The group's own name"),
    "people": ("ชื่อคนในกลุ่ม", "Names of people of the group"),
}
ACCOUNTS: Final[Mapping[str, Pair]] = {
    "purse:savings": ("เงินออมที่เก็บไว้", "The savings purse"),
    "purse:fund": ("เงินกองทุนหมุนเวียน", "The fund's purse"),
    "purse:trade": ("เงินค้าขาย", "The trade purse"),
    "purse:welfare": ("เงินสวัสดิการ", "The welfare purse"),
    "bank:welfare": ("เงินสวัสดิการในธนาคาร", "Welfare money in the bank"),
    "bank:savings": ("เงินออมในธนาคาร", "Savings in the bank"),
    "bank:trade": ("เงินค้าขายในธนาคาร", "Trade money in the bank"),
    "bank-earnings": ("ดอกเบี้ยธนาคารหักค่าธรรมเนียม", "Bank interest less fees"),
    "bank-interest": ("ดอกเบี้ยจากธนาคาร", "The bank's interest"),
    "bank-fees": ("ค่าธรรมเนียมธนาคาร", "The bank's fees"),
    "costs": ("ค่าใช้จ่ายที่จ่ายไป", "Costs paid"),
    "shared-out": ("กำไรที่แบ่งให้สมาชิกแล้ว", "Profit shared among members"),
    "purse:reserve": ("ทุนสำรอง", "The reserve"),
    "bank:reserve": ("ทุนสำรองในธนาคาร", "The reserve in the bank"),
    "purse:committee": ("ค่าตอบแทนคณะทำงานที่กันไว้", "Set aside for the committee"),
    "bank:committee": ("ค่าตอบแทนคณะทำงานในธนาคาร", "The committee's share in the bank"),
    "purse:public": ("เงินสาธารณประโยชน์", "For public benefit"),
    "bank:public": ("เงินสาธารณประโยชน์ในธนาคาร", "For public benefit, in the bank"),
    "purse:education": ("เงินการศึกษาอบรม", "For learning"),
    "bank:education": ("เงินการศึกษาอบรมในธนาคาร", "For learning, in the bank"),
    "purse:fees": ("ค่าบำรุงเครือข่ายที่กันไว้", "Set aside for the network"),
    "bank:fees": ("ค่าบำรุงเครือข่ายในธนาคาร", "For the network, in the bank"),
    "purse:equalisation": ("สำรองรักษาระดับปันผล", "Reserve for even dividends"),
    "bank:equalisation": ("สำรองรักษาระดับปันผลในธนาคาร", "Reserve for even dividends, in the bank"),
    "brought-forward": ("ยกมาจากสมุดเดิม", "Brought forward"),
    "bank:fund": ("เงินกองทุนหมุนเวียนในธนาคาร", "The fund's money in the bank"),
    "loans": ("เงินที่ให้สมาชิกกู้", "Lent to members"),
    "loan-earnings": ("ดอกเบี้ยและค่าปรับที่รับแล้ว", "Interest and fines received"),
    "fines": ("ค่าปรับที่รับแล้ว", "Fines received"),
    "hands": ("เงินของสมาชิกเอง", "Members' own money"),
    "written-off": ("หนี้สูญ", "Written off"),
    "not-in-the-books": ("เงินที่ไม่ได้จดไว้ในสมุดเดิม", "Not in the older books"),
}
ACCOUNT_FAMILIES: Final[Mapping[str, Pair]] = {
    "passbook": ("สมุดออมของ", "Passbook of"),
    "loan": ("เงินกู้เลขที่", "Loan"),
    "special": ("ออมพิเศษของ", "Special savings of"),
    "shares": ("หุ้นของ", "Shares of"),
    "store": ("ในคลัง:", "In the store:"),
    "hand": ("เงินในมือของ", "In the hands of"),
    "cost": ("ค่าใช้จ่ายจาก", "Costs out of"),
    "payout": ("เงินสิ้นรอบที่รอจ่ายให้", "End of the cycle, to be handed to"),
    "giver": ("ผู้ให้:", "Given as:"),
    "paid": ("จ่ายเป็น:", "Paid for:"),
}
WAYS: Final[Mapping[str, Pair]] = {"phone": ("มือถือ", "a phone"), "paper": ("กระดาษ", "paper")}
KEPT: Final[Mapping[str, Pair]] = {"bank": ("ธนาคาร", "the bank")}
SORTS_OF_SAVING: Final[Mapping[str, Pair]] = {
    "special": ("ออมพิเศษ", "special savings"),
    "share": ("หุ้น", "shares"),
}
CLOSING_WORDS: Final[Mapping[str, Pair]] = {
    "left": ("ออกจากกลุ่ม", "left the group"),
    "died": ("เสียชีวิต", "died"),
    "hardship": ("งวดเดิมหนักไป", "the old instalments were too heavy"),
    "prepaid": ("ส่งคืนก่อนกำหนด", "repaid early"),
}
PAID_TO: Final[Mapping[str, Pair]] = {
    "member": ("สมาชิก", "the member"),
    "beneficiary": ("ผู้รับเงินแทน", "the beneficiary"),
}
BANKBOOKS: Final[Mapping[str, Pair]] = {
    "all": ("เล่มเดียวรวมทุกเงิน", "one book for all money"),
    "savings": ("เงินออม", "savings"),
    "welfare": ("สวัสดิการ", "welfare"),
    "fund": ("กองทุนหมุนเวียน", "the revolving fund"),
    "trade": ("ค้าขาย", "trade"),
}
DIRECTIONS: Final[Mapping[str, Pair]] = {"in": ("เข้า", "in"), "out": ("ออก", "out")}
HANDED_BY: Final[Mapping[str, Pair]] = {
    "cash": ("เงินสด", "Cash"),
    "transfer": ("โอนเข้าบัญชี", "Bank transfer"),
    "passbook": ("เข้าสมุดออม", "Into the passbook"),
}
CODES: Final[Mapping[str, Mapping[str, Pair]]] = {
    "closing_way": CLOSING_WAYS,
    "handed_by": HANDED_BY,
    "office": OFFICES,
    "form": {code: form.name for code, form in FORMS.items()},
    "owner": OWNERS,
    "purpose": PURPOSES,
    "channel": CHANNELS,
    "place": PLACES,
    "event": SUPPLY_EVENTS,
    "sort": {**SORTS, **SORTS_OF_SAVING},
    "instrument": INSTRUMENTS,
    "source": SOURCES,
    "role": ROLES,
    "check": CHECKS,
    "account": ACCOUNTS,
    "cause": CLOSING_WORDS,
    "paid_to": PAID_TO,
    "bankbook": BANKBOOKS,
    "direction": DIRECTIONS,
    "kept": KEPT,
    "way": WAYS,
    "welfare_event": EVENTS,
    "welfare_unit": UNITS,
    "giver_kind": GIVERS,
    "equipment_gone": GONE,
    "equipment_state": STATES,
}


def word(family: str, code: object, lang: str) -> str:
    """Return what a code of this family is called; the code itself if nobody named it."""
    pair = CODES[family].get(str(code))
    return str(code) if pair is None else pair[lang == "en"]


def account_name(code: str, lang: str) -> str:
    """Return what an account is called: a purse, or whose passbook it is."""
    family, _, rest = code.partition(":")
    if code in ACCOUNTS or family not in ACCOUNT_FAMILIES:
        return word("account", code, lang)
    name = word("purpose", rest, lang) if family not in ("passbook", "loan", "hand", "payout") else rest
    return f"{ACCOUNT_FAMILIES[family][lang == 'en']} {name}"


def round_name(number: object, lang: str) -> str:
    """Return what a round is called."""
    name = round_words(int(str(number)))
    return name.en if lang == "en" else name.th


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

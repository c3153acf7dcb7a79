"""What the books' own codes are called on screen, in Thai and English.

A code that is not in these lists is shown as it is: somebody wrote it, and it is better seen than lost.
"""

from collections.abc import Mapping
from typing import Final

from kwan.fund.rules.assets import GIVERS, GONE, STATES
from kwan.fund.rules.cycle.terms import WAYS as CLOSING_WAYS
from kwan.fund.rules.welfare import EVENTS, UNITS
from kwan.lessons.commands import SORTS
from kwan.lessons.report.entry_words import INSTRUMENTS, OFFICES, PURPOSES, round_words
from kwan.market.commands import CHANNELS
from kwan.people.rules.forms import FORMS
from kwan.production.commands import CHECKS, PLACES, SUPPLY_EVENTS
from kwan.web.language import Pair

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
    "loan-earnings": ("ได้จากการให้กู้", "Earned by lending"),
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

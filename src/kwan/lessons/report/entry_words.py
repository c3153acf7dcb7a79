"""What an entry of a book is, in words: one line for every kind of entry, in both languages.

A line names no person: who it was can be read in the book by those who may. What is sealed has no line at
all (`SEALED_KINDS`): answers are told by their whole round, and of debts and loans nothing is told.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kwan.lessons.commands import SORTS
from kwan.lessons.rules import Lang, Name
from kwan.market.rules import CHANNELS
from kwan.production.rules import SUPPLY_EVENTS
from kwan.quantities import format_baht, format_kilograms

ANSWERED: Final = "wellbeing.answered"
# A loan is one person's debt: its single steps are told no more than debts to others are.
SEALED_KINDS: Final = frozenset(
    {
        ANSWERED,
        "fund.debt_told",
        "fund.household_noted",
        "fund.household_struck",
        "fund.household_debt_kept",
        "fund.household_debt_paid",
        "fund.household_plan_kept",
        "fund.household_opened",
        "fund.household_closed",
        "fund.loan_requested",
        "fund.loan_approved",
        "fund.loan_rejected",
        "fund.loan_withdrawn",
        "fund.loan_paid_out",
        "fund.loan_repaid",
        "fund.loan_rescheduled",
        "fund.loan_written_off",
        "fund.loan_recovered",
        "fund.loan_brought",
        "fund.loan_struck",
        "fund.beneficiary_named",
        "fund.welfare_asked",
        "fund.welfare_declined",
        "fund.welfare_paid",
        "fund.welfare_struck",
        "people.erased",
        "people.consent_given",
        "people.consent_withdrawn",
    }
)

Body = Mapping[str, Any]
Amount = Callable[[Body, Lang], str]
_Pair = tuple[str, str]

PURPOSES: Final[Mapping[str, _Pair]] = {
    "grant": ("เงินสมทบ", "grant"),
    "raised": ("เงินระดมทุน", "raised"),
    "donation": ("เงินบริจาค", "donation"),
    "sales": ("ขายสินค้า", "sales"),
    "interest": ("ดอกเบี้ย", "interest"),
    "returned": ("รับคืน", "paid back"),
    "opening": ("ยอดยกมา", "brought forward"),
    "materials": ("วัตถุดิบ", "materials"),
    "equipment": ("อุปกรณ์", "equipment"),
    "welfare": ("สวัสดิการ", "welfare"),
    "transport": ("ค่าขนส่ง", "transport"),
    "wages": ("ค่าแรง", "wages"),
    "meeting": ("ค่าประชุม", "meeting"),
    "utilities": ("ค่าน้ำค่าไฟ", "utilities"),
    "lent": ("ให้ยืม", "lent"),
    "other_in": ("รับอื่น ๆ", "other"),
    "other_out": ("จ่ายอื่น ๆ", "other"),
}
OFFICES: Final[Mapping[str, _Pair]] = {
    "chair": ("ประธาน", "chair"),
    "vice_chair": ("รองประธาน", "vice chair"),
    "treasurer": ("เหรัญญิก", "treasurer"),
    "secretary": ("เลขานุการ", "secretary"),
    "committee": ("กรรมการ", "committee"),
    "adviser": ("ที่ปรึกษา", "adviser"),
    "member": ("สมาชิก", "member"),
}
ROUNDS: Final[Mapping[int, _Pair]] = {
    0: ("รอบก่อน", "Before"),
    1: ("รอบระหว่าง", "During"),
    2: ("รอบหลัง", "After"),
}
INSTRUMENTS: Final[Mapping[str, _Pair]] = {
    "happiness-0-10": ("ให้คะแนนความสุข–ทุกข์ 0 ถึง 10", "happiness from 0 to 10"),
}

# The fields whose values are codes, and what each code is called.
CODES: Final[Mapping[str, Mapping[str, _Pair]]] = {
    "purpose": PURPOSES,
    "office": OFFICES,
    "channel": CHANNELS,
    "event": SUPPLY_EVENTS,
    "sort": SORTS,
}


def baht(satang: int, lang: Lang) -> str:
    """Return a sum of satang in words: `1,600 บาท`, `1,600 baht`."""
    return f"{format_baht(satang)} {'baht' if lang == 'en' else 'บาท'}"


def kilograms(gram: int, lang: Lang) -> str:
    """Return a mass in gram in words: `2.5 กก.`, `2.5 kg`."""
    return f"{format_kilograms(gram)} {'kg' if lang == 'en' else 'กก.'}"


def _sum(body: Body, lang: Lang) -> str:
    return baht(body["satang"], lang) if "satang" in body else ""


def _closed(body: Body, lang: Lang) -> str:
    return baht(sum(body.get(sort, 0) for sort in ("regular", "special", "share")), lang)


def _cash(body: Body, lang: Lang) -> str:
    return baht(body["counted"], lang) if "counted" in body else ""


def _order(body: Body, lang: Lang) -> str:
    return baht(sum(item["quantity"] * item["unit_price"] for item in body.get("items", ())), lang)


def _batch(body: Body, lang: Lang) -> str:
    pieces = "pieces" if lang == "en" else "ชิ้น"
    return f"{body['good']:,} {pieces} · {kilograms(body['used'], lang)}"


def _came(body: Body, lang: Lang) -> str:
    return f"{len(body.get('attended', ())) + body.get('others', 0):,} {'people' if lang == 'en' else 'คน'}"


def _parts(body: Body, lang: Lang) -> str:
    return f"{len(body.get('parts', ())):,} {'parts' if lang == 'en' else 'ส่วน'}"


def _nothing(body: Body, lang: Lang) -> str:  # noqa: ARG001 - every amount is asked this way
    return ""


@dataclass(frozen=True)
class Words:
    """What a kind of entry is called, with the fields of its body in braces, and what it comes to."""

    th: str
    en: str
    amount: Amount = _nothing


KINDS: Final[Mapping[str, Words]] = {
    "journal.brought_back": Words("สมุดเอากลับมาจากไฟล์สำรอง", "The book was brought back from a copy"),
    "people.group_described": Words("กลุ่มบอกเรื่องของกลุ่ม", "The group describes itself"),
    "people.form_told": Words("รูปแบบของกลุ่มตามกฎหมาย", "What the group is before the law"),
    "people.account_told": Words("บัญชีธนาคารของกลุ่ม", "The group's bank account"),
    "people.joined": Words("สมาชิกเข้าใหม่", "A member joined"),
    "people.member_described": Words("ข้อมูลสมาชิกเปลี่ยน", "What is known of a member changed"),
    "people.told_apart": Words("ชื่อคล้ายกัน แต่เป็นคนละคน", "Two members of like names told apart"),
    "people.left": Words("สมาชิกออกจากกลุ่ม", "A member left"),
    "people.returned": Words("สมาชิกกลับเข้ากลุ่ม", "A member came back"),
    "people.office_taken": Words("รับตำแหน่ง{office}", "An office was taken: {office}"),
    "people.office_left": Words("ส่งต่อตำแหน่ง{office}", "An office was laid down: {office}"),
    "fund.deposit": Words("ออม", "Saved", _sum),
    "fund.withdrawal": Words("ถอนเงินออม", "Savings taken out", _sum),
    "fund.savings_day_held": Words("วันออม", "A savings day", _cash),
    "fund.savings_day_added": Words("มาทีหลังในวันออม", "A latecomer to a savings day", _cash),
    "fund.saving_struck": Words("ยกเลิกรายการในแผ่นวันออม", "A line of a savings sheet struck out"),
    "fund.transfer_counted": Words("นับสลิปโอนเงิน", "A transfer slip counted", _sum),
    "fund.fine_paid": Words("รับค่าปรับ", "A fine received", _sum),
    "fund.withdrawal_asked": Words(
        "ขอให้กรรมการอีกคนยืนยันการถอน", "A second officer is asked about a withdrawal", _sum
    ),
    "fund.withdrawal_answered": Words(
        "กรรมการอีกคนตอบเรื่องการถอน", "A second officer answered about a withdrawal"
    ),
    "fund.pay_noted": Words("รายได้จากกลุ่มของเดือนนี้", "Pay from the group in this month", _sum),
    "fund.received": Words("กองทุนรับเงิน · {purpose}", "Received into the fund · {purpose}", _sum),
    "fund.spent": Words("กองทุนจ่ายเงิน · {purpose}", "Spent from the fund · {purpose}", _sum),
    "fund.taken_to_bank": Words("นำเงินไปฝากธนาคาร", "Taken to the bank", _sum),
    "fund.taken_from_bank": Words("ถอนเงินจากธนาคารเข้ากล่อง", "Taken out of the bank", _sum),
    "fund.bank_line_noted": Words("จดบรรทัดในสมุดธนาคาร", "A line of the bank's book noted", _sum),
    "fund.bank_line_matched": Words("จับคู่กับสมุดธนาคาร", "Found in the bank's book"),
    "fund.bank_interest": Words("ดอกเบี้ยจากธนาคาร", "Interest from the bank", _sum),
    "fund.bank_fee": Words("ค่าธรรมเนียมธนาคาร", "A fee of the bank", _sum),
    "fund.bank_entry_struck": Words("ยกเลิกรายการธนาคาร", "An entry about the bank struck out"),
    "fund.bank_page_kept": Words("เก็บรูปหน้าสมุดธนาคาร", "A photo of the bank's book kept"),
    "fund.opening_asked": Words("จดยอดยกมา รอลงชื่อ", "Sums to bring forward, waiting for a signature"),
    "fund.books_opened": Words("เริ่มสมุดด้วยยอดยกมา", "The book begins with what is brought forward"),
    "fund.savings_brought": Words("เงินออมที่ยกมา", "Savings brought forward", _sum),
    "fund.money_brought": Words("เงินที่ยกมา", "Money brought forward", _sum),
    "fund.stock_brought": Words("ของที่ยกมา · {what}", "Goods brought forward · {what}"),
    "fund.passbook_closed": Words("ปิดสมุดออม", "A passbook closed", _closed),
    "fund.closing_struck": Words("ยกเลิกการปิดสมุดออม", "The closing of a passbook struck out"),
    "fund.costs_paid": Words("จ่ายค่าใช้จ่าย", "Costs paid", _sum),
    "fund.cycle_opened": Words("เปิดรอบที่ {cycle}", "Cycle {cycle} opened"),
    "fund.cycle_proposed": Words("เสนอยอดปิดรอบที่ {cycle}", "The closing of cycle {cycle} proposed"),
    "fund.cycle_withdrawn": Words("ถอนยอดที่เสนอของรอบที่ {cycle}", "The proposal for cycle {cycle} taken back"),
    "fund.cycle_checked": Words("ตรวจยอดปิดรอบที่ {cycle}", "The closing of cycle {cycle} checked"),
    "fund.cycle_approved": Words("ที่ประชุมรับรองการปิดรอบที่ {cycle}", "The closing of cycle {cycle} approved"),
    "fund.cycle_paid": Words("จ่ายเงินสิ้นรอบ", "End of a cycle handed over"),
    "fund.cycle_locked": Words("ปิดรอบที่ {cycle}", "Cycle {cycle} locked"),
    "fund.rule_set": Words("กลุ่มตั้งระเบียบการให้กู้", "The group set a rule of lending"),
    "fund.welfare_received": Words("จ่ายเงินเข้าสวัสดิการ", "Paid into welfare", _sum),
    "fund.welfare_rule_set": Words("กลุ่มตั้งระเบียบสวัสดิการ", "The group set a rule of welfare"),
    "fund.purchase_planned": Words("วางแผนซื้อ{what}", "Planned to buy: {what}", _sum),
    "fund.plan_dropped": Words("ยกเลิกแผนซื้อ", "A planned purchase was dropped"),
    "fund.equipment_bought": Words("ซื้ออุปกรณ์ · {what}", "Equipment bought · {what}", _sum),
    "fund.equipment_given": Words("รับมอบอุปกรณ์ · {what}", "Equipment given · {what}"),
    "fund.equipment_moved": Words("ย้ายหรือส่งต่ออุปกรณ์ {number}", "Equipment {number} moved or handed over"),
    "fund.equipment_retired": Words("เลิกใช้อุปกรณ์ {number}", "Equipment {number} no longer in use"),
    "fund.equipment_seen": Words("ตรวจนับอุปกรณ์ {number}", "Equipment {number} looked at"),
    "production.parts_declared": Words("บอกส่วนของ{material}", "The parts of {material}", _parts),
    "production.material_bought": Words("ซื้อวัตถุดิบ · {material}", "Material bought · {material}", _sum),
    "production.batch_made": Words("รอบผลิต {lot} · {product}", "Batch {lot} · {product}", _batch),
    "production.supply_noted": Words("{event} · {material}", "{event} · {material}"),
    "market.buyer_added": Words("ลูกค้าใหม่ · {channel}", "A new buyer · {channel}"),
    "market.order_placed": Words("ใบสั่งซื้อ {number}", "Order {number}", _order),
    "market.order_delivered": Words("ส่งของตามใบสั่งซื้อ {number}", "Order {number} delivered"),
    "market.order_paid": Words("รับเงินตามใบสั่งซื้อ {number}", "Order {number} paid", _sum),
    "programme.activity_held": Words("กิจกรรม · {topic}", "Activity · {topic}", _came),
    "programme.indicator_set": Words("ตัวชี้วัด · {name}", "Indicator · {name}"),
    "programme.indicator_mapped": Words("ตัวชี้วัดที่คิดจากสมุด · {indicator}", "Read from the books · {indicator}"),
    "programme.event_noted": Words("เหตุการณ์ · {what}", "Event · {what}"),
    "lessons.note_pinned": Words("บัตรคำของ {small_group} · {sort}", "Card of {small_group} · {sort}"),
    "lessons.replied": Words("กลุ่มเขียนตอบ", "The group replied"),
    "lessons.report_released": Words("กลุ่มให้ผู้อื่นอ่านรายงานได้", "The group let others read its report"),
}


def entry_words(kind: str, body: str) -> tuple[Name, Name] | None:
    """Return what an entry is and what it comes to, each in both languages; None for what is sealed.

    `body` is the entry's canonical text. A kind without a line here is told by its own name.
    """
    if kind in SEALED_KINDS:
        return None
    fields: Body = json.loads(body)
    words = KINDS.get(kind, Words(kind, kind))
    what = Name(words.th.format_map(_named(fields, 0)), words.en.format_map(_named(fields, 1)))
    return what, Name(words.amount(fields, "th"), words.amount(fields, "en"))


def _named(fields: Body, language: int) -> Mapping[str, object]:
    """Return the fields, codes in words (0 Thai, 1 English); a field that is not there is a dash."""
    named = dict(fields)
    for name in CODES.keys() & named.keys():
        code = str(named[name])
        named[name] = CODES[name].get(code, (code, code))[language]
    return defaultdict(lambda: "–", named)


def round_words(number: int) -> Name:
    """Return what a round is called, counted from 0."""
    th, en = ROUNDS.get(number, (f"รอบที่ {number + 1}", f"Round {number + 1}"))
    return Name(th, en)


def instrument_words(code: str) -> Name:
    """Return what an instrument is called."""
    return Name(*INSTRUMENTS.get(code, (code, code)))

"""What an entry says, told in plain words: its body field by field, its transfers."""

import json
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from kwan.journal.queries import EntryView
from kwan.web.words.codes import round_name
from kwan.web.words.figures import (
    Say,
    agreed,
    baht,
    boxes,
    closing_told,
    coded,
    counted,
    day,
    days,
    done,
    event,
    how_many,
    hundredths,
    items,
    kilograms,
    listed,
    many,
    one_of,
    outcome_told,
    place,
    plain,
    purse,
    rule_name,
    rule_value,
    steps,
    thousandths,
)
from kwan.web.words.loans import BASES, METHODS, RHYTHMS


class Fact(NamedTuple):
    """One line of what an entry says; `member` is set where it names one, so that a screen may link it."""

    label: str
    text: str
    member: str = ""


class Field(NamedTuple):
    """What a field of a body is called, and how its value is written."""

    th: str
    en: str
    say: Say = plain


FIELDS: Final[Mapping[str, Field]] = {
    "member": Field("สมาชิก", "Member"),
    "satang": Field("จำนวนเงิน", "Sum", baht),
    "deposits": Field("คนที่ออม", "Who saved", counted),
    "withdrawals": Field("คนที่ถอน", "Who took some out", counted),
    "opening": Field("เงินในกล่องก่อนเริ่ม", "In the box before", baht),
    "expected": Field("เงินที่จดไว้", "Written", baht),
    "counted": Field("เงินที่นับได้", "Counted", baht),
    "difference": Field("ส่วนต่าง", "Difference", baht),
    "further": Field("รายการอื่นของวัน", "Other lines of the day", counted),
    "purses": Field("เงินสดในแต่ละกล่อง", "Cash in each box", boxes),
    "savings_day": Field("ของวันออมรายการที่", "Of the savings day, entry", counted),
    "reference": Field("เลขอ้างอิง", "Reference"),
    "agreed": Field("คำตอบ", "Answer", agreed),
    "occupation": Field("อาชีพ", "Occupation"),
    "project": Field("โครงการ", "Project"),
    "subdistrict": Field("ตำบล", "Sub-district", place),
    "district": Field("อำเภอ", "District", place),
    "founded": Field("ตั้งกลุ่มเมื่อ", "Founded", day),
    "office": Field("ตำแหน่ง", "Office", coded("office")),
    "other": Field("อีกคน", "The other"),
    "form": Field("รูปแบบของกลุ่ม", "Legal form", coded("form")),
    "registration": Field("เลขทะเบียน", "Registration No."),
    "renew_by": Field("ต่อทะเบียนภายใน", "To be renewed by", day),
    "owner": Field("บัญชีเป็นชื่อ", "The account is in", coded("owner")),
    "bank": Field("ธนาคาร", "Bank"),
    "purpose": Field("เรื่อง", "For", coded("purpose")),
    "buyer": Field("ลูกค้า", "Buyer"),
    "channel": Field("ช่องทาง", "Channel", coded("channel")),
    "channel_text": Field("กลุ่มเรียกว่า", "In the group's words"),
    "number": Field("เลขที่", "Number"),
    "items": Field("สินค้า", "Products", items),
    "due": Field("กำหนดส่ง", "Wanted by", day),
    "material": Field("วัตถุดิบ", "Material"),
    "parts": Field("ส่วน", "Parts", listed),
    "quantity": Field("จำนวน", "Quantity", thousandths),
    "unit": Field("หน่วย", "Unit", coded("welfare_unit")),
    "unit_price": Field("ราคาต่อหน่วย", "Price each", baht),
    "lot": Field("เลขที่ผลิต", "Batch"),
    "product": Field("สินค้า", "Product"),
    "part": Field("ส่วนของวัตถุดิบ", "Part used"),
    "used": Field("ใช้วัตถุดิบ", "Material used", kilograms),
    "good": Field("ได้สินค้าดี", "Good pieces", counted),
    "waste": Field("เศษทิ้ง", "Thrown away", kilograms),
    "maker": Field("คนทำ", "Made by"),
    "place": Field("ทำที่ไหน", "Where", coded("place")),
    "cap": Field("หมวกคลุมผม", "Hair cap", done),
    "gloves": Field("ถุงมือ", "Gloves", done),
    "apron": Field("ผ้ากันเปื้อน", "Apron", done),
    "clean": Field("สถานที่สะอาด", "Clean place", done),
    "order": Field("ทำตามใบสั่งซื้อ", "For order"),
    "event": Field("เรื่อง", "What", event),
    "topic": Field("เรื่อง", "Topic"),
    "theme": Field("หมวด", "Theme"),
    "attended": Field("ผู้เข้าร่วม", "Who came", how_many),
    "others": Field("คนนอกกลุ่มที่มาด้วย", "Others who came", counted),
    "teacher": Field("คนสอน", "Taught by"),
    "objective": Field("วัตถุประสงค์", "Objective"),
    "name": Field("ชื่อ", "Name", rule_name),
    "baseline": Field("ค่าฐาน", "Baseline", hundredths),
    "target": Field("เป้าหมาย", "Target", hundredths),
    "source": Field("ที่มาของข้อมูล", "Source"),
    "measure": Field("นับจาก", "Counted from"),
    "indicator": Field("ตัวชี้วัด", "Indicator"),
    "what": Field("เรื่อง", "What"),
    "until": Field("ถึงวันที่", "Until", day),
    "small_group": Field("กลุ่มย่อย", "Small group"),
    "sort": Field("ประเภท", "Kind", coded("sort")),
    "votes": Field("คะแนน", "Votes", counted),
    "claim": Field("ข้อที่ตอบ", "Claim"),
    "about": Field("เรื่อง", "About"),
    "upto": Field("อ่านได้ถึงรายการที่", "Up to entry", counted),
    "principal": Field("เงินต้น", "Principal", baht),
    "interest": Field("ดอกเบี้ย", "Interest", baht),
    "fine": Field("ค่าปรับ", "Fine", baht),
    "rate": Field("ดอกเบี้ยร้อยละต่อปี", "Per cent a year", hundredths),
    "method": Field("วิธีคิดดอกเบี้ย", "How interest is reckoned", one_of(METHODS)),
    "basis": Field("นับวันแบบ", "How days count", one_of(BASES)),
    "periods": Field("จำนวนงวด", "Instalments", counted),
    "every": Field("งวดละ", "Every", one_of(RHYTHMS)),
    "first_due": Field("งวดแรก", "First instalment", day),
    "meetings": Field("วันประชุมที่ส่งคืน", "Meetings to repay at", days),
    "grace_principal": Field("งวดที่ยังไม่ส่งเงินต้น", "Instalments of interest alone", counted),
    "grace_interest": Field("งวดที่ยังไม่คิดดอกเบี้ย", "Instalments without interest", counted),
    "round_instalment": Field("ปัดงวดเป็นทีละ", "Instalments rounded to", baht),
    "guarantors": Field("ผู้ค้ำ", "Guarantors", listed),
    "legal_basis": Field("ข้อกฎหมาย", "Legal basis"),
    "meeting": Field("มติที่ประชุมวันที่", "Meeting of", day),
    "minutes": Field("บันทึกการประชุม", "Minutes"),
    "purse": Field("กระเป๋าเงิน", "Purse", purse),
    "rows": Field("งวด", "Instalments", many),
    "cause": Field("เพราะ", "Because of", coded("cause")),
    "paid_to": Field("จ่ายให้", "Paid to", coded("paid_to")),
    "regular": Field("สัจจะ", "Regular savings", baht),
    "special": Field("ออมพิเศษ", "Special savings", baht),
    "share": Field("หุ้น", "Shares", baht),
    "from_bank": Field("จ่ายจากธนาคาร", "Paid from the bank", baht),
    "repaid": Field("หักเงินกู้เลขที่", "Loans settled with it", listed),
    "carrier": Field("ผู้ถือเงินไป", "Carried by"),
    "bankbook": Field("สมุดธนาคาร", "Bank book", coded("bankbook")),
    "direction": Field("เข้าหรือออก", "In or out", coded("direction")),
    "balance": Field("คงเหลือในสมุดธนาคาร", "The bank's balance", baht),
    "bank_line": Field("บรรทัดธนาคาร รายการที่", "The bank's line, entry", counted),
    "ours": Field("ตรงกับรายการที่", "Is entry", listed),
    "picture": Field("รูป (SHA-256)", "Picture (SHA-256)"),
    "savings": Field("สมุดออมที่ยกมา", "Passbooks brought forward", many),
    "money": Field("เงินที่ยกมา", "Money brought forward", many),
    "loans": Field("เงินกู้ที่ยกมา", "Loans brought forward", many),
    "stock": Field("ของที่ยกมา", "Goods brought forward", many),
    "grams": Field("น้ำหนัก", "Weight", kilograms),
    "kept": Field("เก็บไว้ใน", "Kept in", coded("kept")),
    "slip": Field("เลขอ้างอิงสลิป", "Slip reference"),
    "carried_by": Field("ฝากมากับ", "Carried by"),
    "amount": Field("ให้", "Gives", baht),
    "event_most": Field("ครั้งหนึ่งไม่เกิน", "At most a time", baht),
    "year_most": Field("ปีหนึ่งไม่เกิน", "At most a year", baht),
    "waiting": Field("เป็นสมาชิกกี่เดือนก่อนรับ", "Months of membership before", counted),
    "steps": Field("ตามอายุสมาชิก", "By years of membership", steps),
    "evidence": Field("หลักฐาน", "Evidence"),
    "asked": Field("ตอบคำขอรายการที่", "Answers entry", counted),
    "giver_kind": Field("ผู้ให้เป็น", "Given by", coded("giver_kind")),
    "plan": Field("ตามแผนรายการที่", "Planned in entry", counted),
    "pieces": Field("จำนวนชิ้น", "Pieces", counted),
    "rule": Field("ระเบียบในรายการที่", "By the rule in entry", counted),
    "units": Field("กี่คืนหรือกี่ครั้ง", "Nights or times", counted),
    "happened": Field("วันที่เกิดเรื่อง", "Day it happened", day),
    "words": Field("ที่เล่าไว้", "In their own words"),
    "giver": Field("ผู้ให้", "Giver"),
    "spot": Field("ตั้งอยู่ที่", "Where it stands"),
    "keeper": Field("คนดูแล", "Looked after by"),
    "how": Field("เพราะ", "How", coded("equipment_gone")),
    "state": Field("สภาพ", "State", coded("equipment_state")),
    "receipt": Field("ใบเสร็จ", "Receipt"),
    "cycle": Field("รอบที่", "Cycle", counted),
    "proposal": Field("ยอดที่เสนอ รายการที่", "Proposed in entry", counted),
    "closing_way": Field("สิ้นรอบ", "At the end", coded("closing_way")),
    "since": Field("ตั้งแต่", "Since", day),
    "profit": Field("กำไร", "Profit", baht),
    "weighed": Field("เงินออมเฉลี่ยของรอบ", "Average savings of the cycle", baht),
    "closing": Field("ยอดที่เสนอ", "What is proposed", closing_told),
    "outcome": Field("แบ่ง", "Shared", outcome_told),
    "handed_by": Field("จ่ายอย่างไร", "Handed over", coded("handed_by")),
    "taken_off": Field("หักส่งคืนเงินกู้", "Repaid of a loan", baht),
    "value": Field("ตั้งไว้เป็น", "Set to", rule_value),
    "reason": Field("เหตุผล", "Reason"),
    "round": Field("รอบ", "Round", round_name),
    "instrument": Field("แบบประเมิน", "Questionnaire", coded("instrument")),
    "made": Field("สำเนาทำเมื่อ", "Copy made", day),
    "lang": Field("อ่านเป็นภาษา", "Read in"),
    "version": Field("ข้อความฉบับที่", "Version of the words", counted),
    "text": Field("รหัสของข้อความ (SHA-256)", "Mark of the words (SHA-256)"),
    "way": Field("บอกทาง", "Said on", coded("way")),
    "mentions": Field("คำผนึกอื่นที่มีชื่อนี้", "Other sealed words with the name", many),
}
MEMBERS: Final = ("member", "maker", "teacher", "carried_by", "carrier", "keeper")
OF_LOANS: Final = ("taken_off", "repaid")  # told to the treasurer and that member alone
PEOPLE: Final = (*MEMBERS, "buyer", "guarantors")  # never told to who only reads reports


def told(entry: EntryView, lang: str, *, with_people: bool, with_loans: bool = True) -> list[Fact]:
    """Return what an entry's body says, in the order of FIELDS. What nobody named yet comes last, as it is."""
    body = json.loads(entry.body)
    names_ = [name for name in FIELDS if name in body] + [name for name in body if name not in FIELDS]
    kept = (() if with_people else PEOPLE) + (() if with_loans else OF_LOANS)
    return [_fact(name, body[name], lang) for name in names_ if name not in kept]


def _fact(name: str, value: Any, lang: str) -> Fact:
    field = FIELDS.get(name, Field(name, name))
    said = field.say(value, lang)
    return Fact(field.en if lang == "en" else field.th, said, said if name in MEMBERS else "")

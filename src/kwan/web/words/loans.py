"""Loans in plain words: ways to reckon interest, rhythms, steps, how a sum came about."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from kwan.fund.rules.calendar import Basis
from kwan.fund.rules.loans import STAGES, STEPS, Stage, Step, Working
from kwan.quantities import format_baht
from kwan.web.language import Pair, say

METHODS: Final[Mapping[str, Pair]] = {
    "flat": ("คงที่ คิดจากเงินกู้เต็มก้อนทุกงวด", "flat: on the whole loan to the end"),
    "declining": ("ลดต้นลดดอก ส่งเท่ากันทุกงวด", "on what is still owed, equal instalments"),
    "equal-principal": ("ลดต้นลดดอก เงินต้นเท่ากันทุกงวด", "on what is still owed, equal parts of principal"),
}
RHYTHMS: Final[Mapping[str, Pair]] = {
    "1month": ("ทุกเดือน", "every month"),
    "2week": ("ทุก 2 สัปดาห์", "every two weeks"),
    "15day": ("ทุก 15 วัน", "every 15 days"),
    "1week": ("ทุกสัปดาห์", "every week"),
}
BASES: Final[Mapping[Basis, Pair]] = {
    "period": ("ตามงวด เดือนละ 1 ใน 12 ของปี", "by the instalment: a month is a twelfth of a year"),
    "act/365": ("นับวันจริง ปีละ 365 วัน", "by days, of 365 a year"),
    "act/act": ("นับวันจริง ปีอธิกสุรทินมี 366 วัน", "by days, of 366 in a leap year"),
    "30/360": ("เดือนละ 30 วัน ปีละ 360 วัน", "months of 30 days, years of 360"),
}
PARTS: Final[Mapping[str, Pair]] = {
    "fine": ("ค่าปรับ", "fine"),
    "interest": ("ดอกเบี้ย", "interest"),
    "principal": ("เงินต้น", "principal"),
}
RULE_WORDS: Final[Mapping[str, Pair]] = {
    **PARTS,
    "none": ("ไม่กำหนด", "none"),
    "regular": ("สัจจะ", "regular savings"),
    "special": ("ออมพิเศษ", "special savings"),
    "share": ("หุ้น", "shares"),
    "welfare": ("สวัสดิการ", "welfare"),
    "loan": ("คืนเงินกู้", "loan repayments"),
    "transfer": ("เงินโอน", "transfers"),
    "carried": ("ฝากมา", "carried by a neighbour"),
    "savings": ("เงินออม", "savings"),
    "fund": ("กองทุนหมุนเวียน", "the revolving fund"),
}
CAUSES: Final[Mapping[str, Pair]] = {
    "hardship": ("งวดเดิมหนักไป ขอผ่อนใหม่", "The old instalments were too heavy"),
    "prepaid": ("ส่งคืนก่อนกำหนด คิดดอกเบี้ยใหม่", "Repaid early, interest reckoned anew"),
}
TO_THE_SATANG: Final = "0"
UNITS: Final[Mapping[str, Pair]] = {
    TO_THE_SATANG: ("ไม่ปัด คิดถึงสตางค์", "not rounded: to the satang"),
    "100": ("ให้ลงตัวทีละ 1 บาท", "to a whole baht"),
    "500": ("ให้ลงตัวทีละ 5 บาท", "to 5 baht"),
    "1000": ("ให้ลงตัวทีละ 10 บาท", "to 10 baht"),
    "10000": ("ให้ลงตัวทีละ 100 บาท", "to 100 baht"),
}


def method(code: str) -> str:
    """Say how interest is reckoned."""
    return say(METHODS.get(code, (code, code)))


def rhythm(code: str) -> str:
    """Say how often an instalment falls due."""
    return say(RHYTHMS.get(code, (code, code)))


def basis(code: Basis) -> str:
    """Say how days make interest."""
    return say(BASES[code])


def unit(satang: int | None) -> str:
    """Say what instalments are rounded to, satang; None is to the satang."""
    plain = (f"ให้ลงตัวทีละ {format_baht(satang or 0)} บาท", f"to {format_baht(satang or 0)} baht")
    return say(UNITS.get(str(satang or 0), plain))


def stage(code: Stage) -> str:
    """Say where a loan stands in its life."""
    return say(STAGES[code])


def step(code: Step) -> str:
    """Say what happened."""
    return say(STEPS[code])


def told(working: Working) -> list[tuple[str, int]]:
    """Return how a sum came about, line by line (words, satang); lines of nothing are left out."""
    return [(say((th, en)), satang) for th, en, satang in working if satang]


def per_cent(rate: Decimal) -> str:
    """Write a per cent a year with two decimals, without idle zeros: 21.456… is 21.46, 12.00 is 12."""
    return f"{rate:.2f}".rstrip("0").rstrip(".")

"""Loans in plain words: ways to reckon interest, rhythms, steps, how a sum came about."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from kwan.fund.rules.loans import STAGES, Stage, Working
from kwan.web.language import Pair, say

METHODS: Final[Mapping[str, Pair]] = {
    "flat": ("คงที่ คิดจากเงินกู้เต็มก้อนทุกงวด", "flat: on the whole loan to the end"),
    "declining": ("ลดต้นลดดอก ส่งเท่ากันทุกงวด", "on what is still owed, equal instalments"),
    "equal-principal": ("ลดต้นลดดอก เงินต้นเท่ากันทุกงวด", "on what is still owed, equal parts of principal"),
}
RHYTHMS: Final[Mapping[str, Pair]] = {
    "1month": ("ทุกเดือน", "every month"),
    "2week": ("ทุก 2 สัปดาห์", "every two weeks"),
    "1week": ("ทุกสัปดาห์", "every week"),
}
STEPS: Final[Mapping[str, Pair]] = {
    "approved": ("ที่ประชุมอนุมัติ", "Agreed at a meeting"),
    "rejected": ("ที่ประชุมยังไม่อนุมัติ", "Not agreed"),
    "withdrawn": ("ผู้ขอถอนคำขอ", "Request taken back"),
    "paid_out": ("จ่ายเงินกู้", "Paid out"),
    "brought": ("ยกมาจากสมุดเดิม", "Brought forward"),
    "repaid": ("รับคืน", "Repaid"),
    "rescheduled": ("ตกลงงวดใหม่", "Agreed anew"),
    "written_off": ("ตัดเป็นหนี้สูญ", "Written off"),
    "recovered": ("ได้คืนหลังตัดหนี้สูญ", "Came back after all"),
}


def method(code: str) -> str:
    """Say how interest is reckoned."""
    return say(METHODS.get(code, (code, code)))


def rhythm(code: str) -> str:
    """Say how often an instalment falls due."""
    return say(RHYTHMS.get(code, (code, code)))


def stage(code: Stage) -> str:
    """Say where a loan stands in its life."""
    return say(STAGES[code])


def step(code: str) -> str:
    """Say what happened."""
    return say(STEPS[code])


def told(working: Working) -> list[tuple[str, int]]:
    """Return how a sum came about, line by line (words, satang); lines of nothing are left out."""
    return [(say((th, en)), satang) for th, en, satang in working if satang]


def per_cent(rate: Decimal) -> str:
    """Write a per cent a year with two decimals, without idle zeros: 21.456… is 21.46, 12.00 is 12."""
    return f"{rate:.2f}".rstrip("0").rstrip(".")

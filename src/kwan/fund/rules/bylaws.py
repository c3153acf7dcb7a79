"""The group's own rules about lending, as data: each has a name, a default and a way to be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from kwan.fund.rules.dues import ORDER, Part, read_order
from kwan.fund.rules.rounding import not_below_zero
from kwan.thai import Refused

NONE: Final = "none"


def read_rate(text: str) -> int:
    """Read a per cent a year ("15", "1.25") as hundredths of a percent.

    Raises:
        Refused: not a number, below zero, or finer than that.
    """
    hundredths = not_below_zero(text) * 100
    if hundredths != int(hundredths):
        raise Refused("อัตราเขียนได้ไม่เกินทศนิยมสองตำแหน่ง", "A rate has two decimal places at most.")
    return int(hundredths)


def read_multiple(text: str) -> Decimal | None:
    """Read how many times the savings a loan may be ("3", "2.5"); "none" is no ceiling.

    Raises:
        Refused: not a number, or not above zero.
    """
    if text.strip().casefold() == NONE:
        return None
    multiple = not_below_zero(text)
    if not multiple:
        raise Refused("จำนวนเท่าต้องมากกว่าศูนย์", "The multiple must be above zero.")
    return multiple


@dataclass(frozen=True, slots=True)
class Bylaw:
    """One rule a group may set: what it is called, what holds where nothing was set, how it is read."""

    th: str
    en: str
    default: str
    read: Callable[[str], Any]


BYLAWS: Final[Mapping[str, Bylaw]] = {
    # Thai Civil and Commercial Code, section 654: interest shall not exceed fifteen per cent a year.
    "loan_rate_ceiling": Bylaw(
        "ดอกเบี้ยสูงสุดต่อปี (ร้อยละ) ที่ไม่ต้องบอกข้อกฎหมาย",
        "Highest rate a year (per cent) that needs no legal basis",
        "15",
        read_rate,
    ),
    "loan_savings_multiple": Bylaw(
        "กู้ได้ไม่เกินกี่เท่าของเงินออม", "A loan is at most so many times the savings", NONE, read_multiple
    ),
    "loan_repayment_order": Bylaw(
        "เงินที่จ่ายคืนตัดอะไรก่อนหลัง", "What a repayment pays first", ",".join(ORDER), read_order
    ),
}


@dataclass(frozen=True, slots=True)
class Bylaws:
    """The rules in force. `rate_ceiling` in hundredths of a percent a year."""

    rate_ceiling: int
    savings_multiple: Decimal | None
    repayment_order: tuple[Part, ...]


def in_force(values: Mapping[str, str]) -> Bylaws:
    """Return the rules that hold where these were set; the others are at their defaults."""
    read = {name: law.read(values.get(name, law.default)) for name, law in BYLAWS.items()}
    return Bylaws(*read.values())

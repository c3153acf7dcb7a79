"""The group's own rules about lending, as data: each has a name, a default and a way to be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from kwan.fund.rules.cycle.terms import RULES as CYCLE_RULES
from kwan.fund.rules.dues import ORDER, Part, read_order
from kwan.fund.rules.rounding import not_below_zero
from kwan.quantities import parse_baht, parse_count
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


def read_sum(text: str) -> int:
    """Read a sum in baht as satang; "none" is 0: the group has no such sum.

    Raises:
        Refused: not a sum, or below zero.
    """
    return 0 if text.strip().casefold() == NONE else parse_baht(text)


LONGEST: Final = 80
MOST_GUARANTORS: Final = 2  # as many as the paper has room for


def read_unit(text: str) -> int | None:
    """Read what instalments are rounded to, in baht ("1", "5", "0.25"), as satang; "none" is to the satang.

    Raises:
        Refused: not a sum, or nothing.
    """
    if text.strip().casefold() == NONE:
        return None
    unit = int(parse_baht(text))
    if unit <= 0:
        raise Refused("หน่วยที่ปัดต้องมากกว่าศูนย์", "The unit to round to must be above zero.")
    return unit


def read_many(text: str) -> int:
    """Read a count; "none" is 0: the group has no such rule. Raise Refused for anything else."""
    return 0 if text.strip().casefold() == NONE else int(parse_count(text))


def read_guarantors(text: str) -> int:
    """Read how many guarantors a loan needs. Raise Refused for more than there is room for."""
    many = read_many(text)
    if many > MOST_GUARANTORS:
        raise Refused(
            f"ผู้ค้ำต่อสัญญามีได้ไม่เกิน {MOST_GUARANTORS} คน", f"A loan has {MOST_GUARANTORS} guarantors at the most."
        )
    return many


def read_words(text: str) -> str | None:
    """Read a few words; "none" is no words.

    Raises:
        Refused: more than there is room for.
    """
    said = text.strip()
    if len(said) > LONGEST:
        raise Refused(f"เขียนได้ไม่เกิน {LONGEST} ตัวอักษร", f"Write {LONGEST} characters at the most.")
    return None if not said or said.casefold() == NONE else said


COLUMNS: Final = ("regular", "special", "share", "welfare", "loan", "fine", "transfer", "carried")


def read_columns(text: str) -> tuple[str, ...]:
    """Read which columns a savings sheet has ("regular,welfare"), in the order of COLUMNS; regular always is one.

    Raises:
        Refused: a column that there is not.
    """
    named = {"regular", *(name.strip() for name in text.split(","))}
    if not named <= set(COLUMNS):
        raise Refused("ไม่มีช่องนี้ในแผ่นวันออม", "A savings sheet has no such column.")
    return tuple(name for name in COLUMNS if name in named)


PURSES_OF_FINES: Final = ("savings", "welfare", "fund")


def read_purse(text: str) -> str:
    """Read the purse that fines go into. Raise Refused for a purse that there is not."""
    if text.strip() not in PURSES_OF_FINES:
        raise Refused("ไม่มีกระเป๋าเงินนี้", "There is no such purse.")
    return text.strip()


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
    "loan_legal_basis": Bylaw(
        "ข้อกฎหมายที่ให้เก็บดอกเบี้ยเกินร้อยละ 15", "The law that allows more than 15 per cent", NONE, read_words
    ),
    "loan_savings_multiple": Bylaw(
        "กู้ได้ไม่เกินกี่เท่าของเงินออม", "A loan is at most so many times the savings", NONE, read_multiple
    ),
    "loan_ceiling": Bylaw("คนหนึ่งกู้ได้ไม่เกิน (บาท)", "One member may owe at most (baht)", NONE, read_sum),
    "loan_guarantors": Bylaw("ต้องมีผู้ค้ำกี่คน", "How many guarantors a loan needs", NONE, read_guarantors),
    "loan_guarantees": Bylaw(
        "คนหนึ่งค้ำได้พร้อมกันไม่เกินกี่สัญญา",
        "How many loans one member may stand surety for at a time",
        NONE,
        read_many,
    ),
    "loan_round_instalment": Bylaw(
        "ปัดงวดให้ลงตัวทีละ (บาท)", "Instalments are rounded to (baht)", NONE, read_unit
    ),
    "loan_repayment_order": Bylaw(
        "เงินที่จ่ายคืนตัดอะไรก่อนหลัง", "What a repayment pays first", ",".join(ORDER), read_order
    ),
    "savings_columns": Bylaw("ช่องในแผ่นวันออม", "Columns of the savings sheet", "regular", read_columns),
    "share_price": Bylaw("ราคาหุ้นละ (บาท)", "Price of a share (baht)", NONE, read_sum),
    "regular_sum": Bylaw("สัจจะเดือนละ (บาท)", "Regular savings a month (baht)", NONE, read_sum),
    "fines_into": Bylaw("ค่าปรับเข้ากระเป๋า", "Fines go into", "savings", read_purse),
    "two_signatures_above": Bylaw(
        "ถอนเกินเท่าไรต้องมีสองคนลงชื่อ (บาท)", "Withdrawals above this need two officers (baht)", NONE, read_sum
    ),
    **{name: Bylaw(rule.th, rule.en, rule.default, rule.read) for name, rule in CYCLE_RULES.items()},
}


@dataclass(frozen=True, slots=True)
class Bylaws:
    """The rules in force. `rate_ceiling` in hundredths of a percent a year; sums in satang, 0 where there is none.

    `round_instalment` in satang, None for to the satang.
    """

    rate_ceiling: int
    legal_basis: str | None
    savings_multiple: Decimal | None
    loan_ceiling: int
    guarantors: int
    guarantees: int
    round_instalment: int | None
    repayment_order: tuple[Part, ...]
    savings_columns: tuple[str, ...]
    share_price: int
    regular_sum: int
    fines_into: str
    two_signatures_above: int


def in_force(values: Mapping[str, str]) -> Bylaws:
    """Return the rules that hold where these were set; the others are at their defaults."""

    def read(name: str) -> Any:
        return BYLAWS[name].read(values.get(name, BYLAWS[name].default))

    return Bylaws(
        rate_ceiling=read("loan_rate_ceiling"),
        legal_basis=read("loan_legal_basis"),
        savings_multiple=read("loan_savings_multiple"),
        loan_ceiling=read("loan_ceiling"),
        guarantors=read("loan_guarantors"),
        guarantees=read("loan_guarantees"),
        round_instalment=read("loan_round_instalment"),
        repayment_order=read("loan_repayment_order"),
        savings_columns=read("savings_columns"),
        share_price=read("share_price"),
        regular_sum=read("regular_sum"),
        fines_into=read("fines_into"),
        two_signatures_above=read("two_signatures_above"),
    )

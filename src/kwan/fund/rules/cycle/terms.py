"""How a group closes its cycle: the rules it may set, and what a proposal freezes of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, cast

from kwan.fund.rules.rounding import not_below_zero
from kwan.thai import Refused, quoted, read_number, read_satang

Way: TypeAlias = Literal["yearly", "share_out"]
By: TypeAlias = Literal["shares", "share_days", "share_months", "equal", "interest_paid"]
How: TypeAlias = Literal["percent", "amount", "rate", "rest"]
Pair: TypeAlias = tuple[str, str]

WAYS: Final[Mapping[str, Pair]] = {
    "yearly": ("เงินออมอยู่ต่อ แบ่งเฉพาะกำไร", "savings stay, the profit is shared"),
    "share_out": ("แบ่งคืนทั้งหมด แล้วเริ่มรอบใหม่", "everything goes back, and a new cycle begins"),
}
BYS: Final[Mapping[str, Pair]] = {
    "shares": ("ตามเงินออมหรือหุ้นที่มี", "by savings or shares"),
    "share_days": ("ตามเงินออมคูณจำนวนวัน", "by savings and days"),
    "share_months": ("ตามเงินออมคูณจำนวนเดือน", "by savings and months"),
    "equal": ("คนละเท่ากัน", "the same to each"),
    "interest_paid": ("ตามดอกเบี้ยที่จ่าย", "by interest paid"),
}
BASES: Final[Mapping[str, Pair]] = {"months": ("นับเป็นเดือน", "by months"), "days": ("นับเป็นวัน", "by days")}
LOANS: Final[Mapping[str, Pair]] = {
    "net": ("หักเงินกู้ที่เหลือจากเงินที่ได้", "what is left of a loan is taken off"),
    "keep": ("เงินกู้อยู่ต่อ ไม่นำมาแบ่ง", "loans go on, and are not shared"),
}
ROUNDINGS: Final[Mapping[str, Pair]] = {
    "half_up": ("ปัดครึ่งสตางค์ขึ้น", "half a satang up"),
    "truncate": ("ตัดเศษสตางค์ทิ้ง", "cut off below a satang"),
    "down_to_baht": ("จ่ายเป็นบาทเต็ม", "whole baht"),
}
REMAINDERS: Final[Mapping[str, Pair]] = {
    "largest": ("เศษที่เหลือให้คนที่ถูกตัดเศษมากสุดก่อน", "what is over goes to those who lost most by rounding"),
    "carry": ("เศษที่เหลือยกไปรอบหน้า", "what is over is carried on"),
}
ELIGIBLE: Final[Mapping[str, Pair]] = {
    "all": ("ทุกคนที่จ่ายดอกเบี้ย", "everybody who paid interest"),
    "kept_up": ("คนที่ส่งตรงทุกงวด", "who kept every instalment"),
}
BUCKETS: Final[Mapping[str, Pair]] = {
    "reserve": ("ทุนสำรอง", "reserve"),
    "dividend": ("ปันผล", "dividend"),
    "refund": ("เฉลี่ยคืน", "refund on interest"),
    "committee": ("ค่าตอบแทนคณะทำงาน", "committee"),
    "welfare": ("สวัสดิการ", "welfare"),
    "public": ("สาธารณประโยชน์", "public benefit"),
    "education": ("การศึกษาอบรม", "education"),
    "fees": ("ค่าบำรุงเครือข่าย", "network fees"),
    "equalisation": ("สำรองรักษาระดับปันผล", "dividend equalisation"),
}
PERSONAL: Final = ("dividend", "refund")
PERCENT: Final = 10_000  # hundredths of a percent in the whole
SHORTEST, LONGEST = 1, 24


@dataclass(frozen=True, slots=True)
class Bucket:
    """One part of the profit.

    `figure`: hundredths of a percent, of the profit (percent), of savings a year or interest paid (rate); satang
    (amount); nothing (rest).
    """

    name: str
    how: How
    figure: int = 0


@dataclass(frozen=True, slots=True)
class Terms:
    """The rules of one closing, frozen. `cap`: most dividend in hundredths of a percent a year, None if there is none."""

    way: Way = "yearly"
    by: By = "shares"
    loans: str = "net"
    buckets: tuple[Bucket, ...] = ()
    basis: str = "months"
    periods: int = 12
    cap: int | None = None
    eligible: str = "all"
    rounding: str = "half_up"
    remainder: str = "largest"


def one_of(choices: Mapping[str, Pair]) -> Callable[[str], str]:
    """Return the reader of a rule that has these choices."""

    def read(text: str) -> str:
        code = text.strip().casefold()
        if code not in choices:
            known = ", ".join(choices)
            raise Refused(
                f"{quoted(text)} เลือกไม่ได้ ใช้ได้: {known}", f"{quoted(text)} is no choice. There are: {known}."
            )
        return code

    return read


def read_periods(text: str) -> int:
    """Read how many months a year of the group has (1 to 24).

    Raises:
        Refused: no whole number, or none of these.
    """
    number = read_number(text)
    if number != int(number) or not SHORTEST <= number <= LONGEST:
        raise Refused("จำนวนเดือนในรอบเป็นเลขเต็ม 1 ถึง 24", "A cycle has 1 to 24 whole months.")
    return int(number)


def read_percent(text: str) -> int:
    """Read a per cent ("10%", "1.25") as hundredths of a percent, 100 at most.

    Raises:
        Refused: not a number, below zero, above 100 or finer than that.
    """
    hundredths = not_below_zero(text.strip().removesuffix("%").strip()) * 100
    if hundredths != int(hundredths) or hundredths > PERCENT:
        raise Refused(
            "ร้อยละอยู่ระหว่าง 0 ถึง 100 ทศนิยมได้สองตำแหน่ง", "A per cent is 0 to 100, with two decimals at most."
        )
    return int(hundredths)


def read_cap(text: str) -> int | None:
    """Read the highest dividend in per cent a year; "none" is no ceiling. Raise Refused as `read_percent`."""
    return None if text.strip().casefold() == "none" else read_percent(text)


def read_bucket(name: str, text: str) -> Bucket:
    """Read one part of the profit: "10%", "1,500" (baht), "rate 5", "rest" (ที่เหลือ, อัตรา 5 in Thai).

    Raises:
        Refused: an unknown part, a rate of what has none, no figure.
    """
    if name not in BUCKETS:
        raise Refused(f"ไม่รู้จักส่วนแบ่ง {quoted(name)}", f"There is no part {quoted(name)}.")
    said = text.strip().casefold()
    if said in ("rest", "ที่เหลือ"):
        return Bucket(name, "rest")
    for word in ("rate", "อัตรา"):
        if said.startswith(word):
            if name not in PERSONAL:
                raise Refused("อัตราใช้ได้กับปันผลและเฉลี่ยคืนเท่านั้น", "Only a dividend or a refund has a rate.")
            return Bucket(name, "rate", read_percent(said.removeprefix(word)))
    if said.endswith("%"):
        return Bucket(name, "percent", read_percent(said))
    return Bucket(name, "amount", read_satang(not_below_zero(said)))


def read_buckets(text: str) -> tuple[Bucket, ...]:
    """Read the parts of the profit in their order: "reserve 10%, dividend rest".

    Raises:
        Refused: as `read_bucket`; a part named twice, two rests, more than the whole.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    return good_buckets(
        tuple(read_bucket(name, rest) for name, _, rest in (part.partition(" ") for part in parts))
    )


def good_buckets(buckets: tuple[Bucket, ...]) -> tuple[Bucket, ...]:
    """Return these parts of the profit. Raise Refused for a part named twice, two rests, or more than 100 per cent."""
    names = [bucket.name for bucket in buckets]
    if len(set(names)) < len(names) or sum(bucket.how == "rest" for bucket in buckets) > 1:
        raise Refused("ส่วนแบ่งซ้ำกัน หรือมี “ที่เหลือ” สองที่", "A part is named twice, or two take the rest.")
    if sum(bucket.figure for bucket in buckets if bucket.how == "percent") > PERCENT:
        raise Refused("ร้อยละรวมกันเกิน 100", "The per cents come to more than 100.")
    return buckets


@dataclass(frozen=True, slots=True)
class CycleRule:
    """One rule of closing: what it is called, what holds where nothing was set, how it is read, what may be chosen."""

    th: str
    en: str
    default: str
    choices: Mapping[str, Pair] | None = None
    reader: Callable[[str], object] | None = None

    def read(self, text: str) -> object:
        """Return the value that this text says. Raise Refused for what cannot be read."""
        reader = one_of(self.choices) if self.choices else cast("Callable[[str], object]", self.reader)
        return reader(text)


RULES: Final[Mapping[str, CycleRule]] = {
    "cycle_way": CycleRule("สิ้นรอบทำอย่างไร", "What happens at the end of a cycle", "yearly", WAYS),
    "share_out_by": CycleRule("แบ่งคืนทั้งหมดตามอะไร", "What a share-out goes by", "shares", BYS),
    "share_out_loans": CycleRule("เงินกู้ที่เหลือตอนแบ่งคืน", "Loans left at a share-out", "net", LOANS),
    "profit_buckets": CycleRule(
        "กำไรแบ่งเป็นอะไรบ้าง", "The parts of the profit", "reserve 10%, dividend rest", reader=read_buckets
    ),
    "dividend_basis": CycleRule("ปันผลนับเวลาอย่างไร", "How a dividend counts time", "months", BASES),
    "periods_in_year": CycleRule("หนึ่งรอบมีกี่เดือน", "Months in a cycle", "12", reader=read_periods),
    "dividend_cap": CycleRule(
        "ปันผลไม่เกินร้อยละต่อปี", "Highest dividend, per cent a year", "none", reader=read_cap
    ),
    "refund_eligibility": CycleRule("ใครได้เฉลี่ยคืน", "Who has a refund", "all", ELIGIBLE),
    "cycle_rounding": CycleRule("ปัดเศษอย่างไร", "How sums are rounded", "half_up", ROUNDINGS),
    "cycle_remainder": CycleRule("เศษที่เหลือไปไหน", "Where what is over goes", "largest", REMAINDERS),
}


def terms_in_force(values: Mapping[str, str]) -> Terms:
    """Return the terms where these rules were set; the others are at their defaults. Raise Refused.

    Where everything goes back, nothing is set aside unless the group said so.
    """
    read = {name: rule.read(values.get(name, rule.default)) for name, rule in RULES.items()}
    way, by, loans, buckets, basis, periods, cap, eligible, rounding, remainder = read.values()
    if way == "share_out" and "profit_buckets" not in values:
        buckets = ()
    return Terms(
        cast("Way", way), cast("By", by), str(loans), cast("tuple[Bucket, ...]", buckets), str(basis),
        cast("int", periods), cast("int | None", cap), str(eligible), str(rounding), str(remainder),
    )  # fmt: skip


def written(bucket: Bucket) -> str:
    """Return a part of the profit as `read_bucket` reads it."""
    if bucket.how == "rest":
        return "ที่เหลือ"
    figure = f"{bucket.figure // 100}.{bucket.figure % 100:02d}".removesuffix(".00")
    return {"percent": f"{figure}%", "rate": f"อัตรา {figure}", "amount": figure}[bucket.how]

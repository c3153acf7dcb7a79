"""Indicators: what each kind counts in the books, and how far the figure stands on its way to the target.

Which kind an indicator is of, a person confirms; `suggest` only proposes. What is on no line of this
table the books do not measure, and then nothing is said about it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from kwan.wellbeing.rules import FEWEST_PEOPLE

How = Literal["percent", "average", "count", "sum"]
Better = Literal["more", "less"]
Standing = Literal[
    "reached", "reached_from_above", "reached_unmeasured", "toward", "unmoved", "away", "short_unmeasured"
]


@dataclass(frozen=True)
class IndicatorKind:
    """What an indicator of this kind is in the books.

    percent: of `denominator`, how much is `numerator`. average: `numerator` (satang) for each of `denominator`.
    count: `numerator` as it is, or with `of_parts` how many of its parts are above zero. sum: `numerator` in satang.
    `sealed` kinds rest on answers given in confidence. Words complete "k of n …" (th, en).
    """

    code: str
    th: str
    en: str
    how: How
    numerator: str
    denominator: str | None = None
    of_parts: bool = False
    sealed: bool = False
    better: Better = "more"


KINDS: Final[Mapping[str, IndicatorKind]] = {
    kind.code: kind
    for kind in (
        IndicatorKind("members_saving", "สมาชิกที่มีเงินออม", "members with savings", "percent",
                      "savings.active_members_saving", "members.active"),
        IndicatorKind("members_happier", "คนที่ตอบทั้งก่อนและหลังและมีความสุขเพิ่มขึ้น",
                      "people who answered before and after and improved", "percent",
                      "wellbeing.improved", "wellbeing.pairs", sealed=True),
        IndicatorKind("members_trained", "สมาชิกที่เคยเข้าอบรม", "members who came to a training", "percent",
                      "programme.members_trained", "members.active"),
        IndicatorKind("batches_checked", "รอบผลิตที่ตรวจครบทุกข้อ", "batches with every check done", "percent",
                      "production.checked_in_full", "production.batches"),
        IndicatorKind("parts_used", "ส่วนของวัตถุดิบที่นำมาใช้", "parts of the material put to use", "percent",
                      "production.declared_parts_used", "production.declared_parts"),
        IndicatorKind("income_per_member_month", "รายได้เฉลี่ยต่อคนต่อเดือน", "average income per member and month",
                      "average", "income.paid", "income.member_months"),
        IndicatorKind("savings_balance", "เงินออมคงเหลือ", "savings held", "sum", "savings.balance"),
        IndicatorKind("sales", "มูลค่าคำสั่งซื้อ", "value of orders", "sum", "market.ordered"),
        IndicatorKind("agencies_ordering", "หน่วยงานที่สั่งซื้อ", "agencies that ordered", "count",
                      "market.agencies", of_parts=True),
        IndicatorKind("channels_ordering", "ช่องทางที่มีคำสั่งซื้อ", "channels with orders", "count",
                      "market.ordered_by_channel", of_parts=True),
        IndicatorKind("orders", "คำสั่งซื้อ", "orders", "count", "market.orders"),
        IndicatorKind("members", "สมาชิกปัจจุบัน", "members today", "count", "members.active"),
        IndicatorKind("districts", "อำเภอที่มีสมาชิก", "districts with members", "count",
                      "members.by_district", of_parts=True),
    )
}  # fmt: skip


# What people write, beside what it is. Every group of words must be met by one of its words.
_WORDS: Final[tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]] = (
    ("members_happier", (("สุข", "สุขภาวะ", "happi", "wellbeing", "well-being"),)),
    ("members_trained", (("อบรม", "train"), ("สมาชิก", "คน", "ผู้", "member", "people"))),
    ("members_saving", (("ออม", "saving", "save"), ("สมาชิก", "คน", "ผู้", "member", "people"))),
    ("batches_checked", (("รอบ", "ผลิต", "batch", "production"), ("ตรวจ", "ครบทุกข้อ", "สุขลักษณะ", "check", "hygiene"))),
    ("parts_used", (("ส่วน", "part"), ("พืช", "ผัก", "วัตถุดิบ", "ต้น", "plant", "material", "hyacinth"))),
    ("income_per_member_month", (("รายได้", "income", "earn"), ("เฉลี่ย", "ต่อคน", "average", "mean", "per "))),
    ("savings_balance", (("ออม", "saving"),)),
    ("sales", (("ยอดขาย", "มูลค่าคำสั่งซื้อ", "มูลค่าการสั่งซื้อ", "sales", "value of orders"),)),
    ("agencies_ordering", (("หน่วยงาน", "ราชการ", "โรงพยาบาล", "agenc", "hospital"), ("สั่ง", "ซื้อ", "order", "buy", "bought"))),
    ("channels_ordering", (("ช่องทาง", "channel"),)),
    ("orders", (("คำสั่งซื้อ", "ใบสั่งซื้อ", "ออเดอร์", "order"),)),
    ("districts", (("อำเภอ", "district"),)),
    ("members", (("จำนวนสมาชิก", "สมาชิกกลุ่ม", "สมาชิกทั้งหมด", "number of members", "membership"),)),
)  # fmt: skip

# No book measures what people know, feel sure of or are pleased with, nor what became less.
_NOT_IN_THE_BOOKS: Final = (
    "ความรู้", "เข้าใจ", "ตระหนัก", "ทักษะ", "พึงพอใจ", "พอใจ", "ลดลง", "หนี้",
    "knowledge", "understand", "aware", "skill", "satisf", "fewer", "reduc", "debt",
)  # fmt: skip
_PERCENT: Final = ("ร้อยละ", "%", "เปอร์เซ็นต์", "percent", "per cent", "share")
_BAHT: Final = ("บาท", "baht", "thb", "฿")


def suggest(name: str, unit: str, source: str = "") -> str | None:
    """Return the code of the kind that an indicator's own words point to, None where they point nowhere.

    The unit must fit: a share in percent, money in baht, all else counted. `source` helps only where the name is silent.
    """
    if any(word in name.lower() for word in _NOT_IN_THE_BOOKS):
        return None
    hows = _hows(unit.lower())
    for text in (name.lower(), f"{name} {source}".lower()):
        for code, groups in _WORDS:
            if KINDS[code].how in hows and all(any(word in text for word in group) for group in groups):
                return code
    return None


def _hows(unit: str) -> tuple[How, ...]:
    if any(word in unit for word in _PERCENT):
        return ("percent",)
    return ("average", "sum") if any(word in unit for word in _BAHT) else ("count",)


def actual(kind: IndicatorKind, numerator: int, denominator: int = 1) -> Fraction | None:
    """Return the figure as the indicator states it: percent, baht, or how many; None for nothing of nothing. Exact."""
    if kind.how == "count":
        return Fraction(numerator)
    if kind.how == "sum":
        return Fraction(numerator, 100)
    if not denominator:
        return None
    return Fraction(100 * numerator, denominator) if kind.how == "percent" else Fraction(numerator, 100 * denominator)


def gives_somebody_away(kind: IndicatorKind, numerator: int, denominator: int) -> bool:
    """Return whether a sealed count may not be shown: fewer than five people, or all of them, or none."""
    return kind.sealed and (denominator < FEWEST_PEOPLE or not 0 < numerator < denominator)


def standing(
    baseline: Decimal | Fraction | None,
    target: Decimal | Fraction,
    actual_figure: Fraction,
    better: Better = "more",
) -> Standing:
    """Say how an indicator stands, all three in its own unit and exact.

    A baseline that was not measured tells nothing of the way come: then the figure is only at the target or short of it.
    `reached_from_above` is at the target still, but worse than at the start.
    """
    sign = 1 if better == "more" else -1
    goal, now = sign * Fraction(target), sign * actual_figure
    if baseline is None:
        return "reached_unmeasured" if now >= goal else "short_unmeasured"
    start = sign * Fraction(baseline)
    if now >= goal:
        return "reached" if now >= start else "reached_from_above"
    if now == start:
        return "unmoved"
    return "toward" if now > start else "away"

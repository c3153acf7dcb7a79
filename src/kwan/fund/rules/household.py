"""A household's own book: kinds of income and expense, months, and what a month bears.

Nothing here judges: a share of income lies in a band that somebody named, and that is all that is said.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

from kwan.fund.rules.rounding import rounded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Way = Literal["in", "out"]
TENTH: Final = Decimal("0.1")
MONTHS_OF_A_MEAN: Final = 3


@dataclass(frozen=True, slots=True)
class Sort:
    """A kind of income or expense in village words. `number` is what a seal keeps of it: never given anew."""

    number: int
    way: Way
    th: str
    en: str


SORTS: Final[Mapping[int, Sort]] = {
    sort.number: sort
    for sort in (
        Sort(1, "in", "ค่าจ้าง เงินเดือน", "Wages"),
        Sort(2, "in", "ขายของ", "Things sold"),
        Sort(3, "in", "รับจ้าง", "Odd jobs"),
        Sort(4, "in", "รายได้จากกลุ่ม", "Pay from the group"),
        Sort(5, "in", "เงินช่วยเหลือ", "Support"),
        Sort(6, "in", "ลูกหลานส่งให้", "Sent by family"),
        Sort(29, "in", "รับอื่น ๆ", "Other income"),
        Sort(31, "out", "ข้าวปลาอาหาร", "Food"),
        Sort(32, "out", "ค่าเรียน", "School"),
        Sort(33, "out", "ค่ายา ค่าหมอ", "Medicine"),
        Sort(34, "out", "ค่ารถ ค่าน้ำมัน", "Travel"),
        Sort(35, "out", "ค่าน้ำ ค่าไฟ โทรศัพท์", "Water, power, phone"),
        Sort(36, "out", "ลงทุนทำกิน", "For work"),
        Sort(37, "out", "ผ่อนหนี้", "Paid on debts"),
        Sort(38, "out", "ของใช้ในบ้าน", "For the house"),
        Sort(39, "out", "ทำบุญ งานสังคม", "Merit and feasts"),
        Sort(40, "out", "หวย เหล้า บุหรี่", "Lottery, drink, tobacco"),
        Sort(59, "out", "จ่ายอื่น ๆ", "Other expense"),
    )
}

READERS: Final = ("facilitator", "treasurer", "chair", "secretary")
"""The roles to whom a member may open their book; a seal keeps the place in this list, so it only grows at its end."""


@dataclass(frozen=True, slots=True)
class Sum:
    """One line of the book as a month counts it: yyyymm, the kind's number, satang."""

    month: int
    sort: int
    satang: int


@dataclass(frozen=True, slots=True)
class Month:
    """One month (yyyymm): what came in and what went out, satang."""

    month: int
    came_in: int = 0
    went_out: int = 0

    @property
    def left(self) -> int:
        """What is left of it; below zero where more went out."""
        return self.came_in - self.went_out


@dataclass(frozen=True, slots=True)
class Mean:
    """A usual month: the mean of so many months, satang."""

    months: int
    came_in: int
    went_out: int


def months_of(sums: Iterable[Sum]) -> list[Month]:
    """Return each month in which anything was written, earliest first."""
    found: dict[int, list[int]] = {}
    for one in sums:
        found.setdefault(one.month, [0, 0])[SORTS[one.sort].way == "out"] += one.satang
    return [Month(month, *totals) for month, totals in sorted(found.items())]


def by_sort(sums: Iterable[Sum], month: int, way: Way) -> list[tuple[Sort, int]]:
    """Return what each kind came to in a month (satang), most first."""
    found: dict[int, int] = {}
    for one in sums:
        if one.month == month and SORTS[one.sort].way == way:
            found[one.sort] = found.get(one.sort, 0) + one.satang
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return [(SORTS[number], satang) for number, satang in ranked]


def usual_month(months: Sequence[Month], this_month: int) -> Mean | None:
    """Return the mean of the last three whole months that were written; the current one where there is no other.

    For whoever earns today and not tomorrow, one month says little. Rounded half up to the satang.
    """
    whole = [month for month in months if month.month < this_month][-MONTHS_OF_A_MEAN:]
    counted = whole or [month for month in months if month.month == this_month]
    if not counted:
        return None
    n = len(counted)
    came_in, went_out = (sum(m.came_in for m in counted), sum(m.went_out for m in counted))
    return Mean(n, _over(came_in, n), _over(went_out, n))


def _over(satang: int, by: int) -> int:
    return (2 * satang + by) // (2 * by)


# -- what a month bears ------------------------------------------------------------------------------

ADVISED: Final = 36
"""Per cent of income: what the Thai Financial Planners Association advises (Bangkok Post, 2013)."""
COMMON: Final = 40
"""Per cent of income: what lenders commonly name (Siam Commercial Bank). The central bank sets no limit (2024)."""

Band = Literal["to_36", "to_40", "over_40"]


def per_cent_of(part: int, whole: int) -> Decimal | None:
    """Return a part in per cent of a whole, to a tenth, half up; None of nothing. 20,000 of 60,000 is 33.3."""
    return rounded(Decimal(100 * part) / whole, unit=TENTH).quantize(TENTH) if whole > 0 else None


def band_of(part: int, whole: int) -> Band | None:
    """Return the band in which a share of income lies, judged before rounding; a bound belongs below. None of no income."""
    if whole <= 0:
        return None
    if 100 * part <= ADVISED * whole:
        return "to_36"
    return "to_40" if 100 * part <= COMMON * whole else "over_40"


def how_many_times(stock: int, flow: int) -> Decimal | None:
    """Return how many months a sum comes to at so much a month, to a tenth, half up; None at nothing a month."""
    return rounded(Decimal(stock) / flow, unit=TENTH).quantize(TENTH) if flow > 0 else None


def about(satang: int) -> int:
    """Return a sum to two figures of whole baht, half up: of 12,345.67 baht 12,000."""
    baht = (satang + 50) // 100
    unit: int = 10 ** max(0, len(str(baht)) - 2)
    return (baht + unit // 2) // unit * unit * 100

"""When instalments fall due, and what share of a year lies between them."""

from __future__ import annotations

import re
from calendar import isleap, monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from kwan.thai import Refused, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

Basis: TypeAlias = Literal["period", "act/365", "act/act", "30/360"]
Unit: TypeAlias = Literal["day", "week", "month"]

BASES: tuple[Basis, ...] = get_args(Basis)
MONTHS_A_YEAR = 12
# A year of interest by the period: 12 months, 52 weeks, or 360 days (15 days are half a month).
PERIODS_A_YEAR: dict[Unit, int] = {"month": MONTHS_A_YEAR, "week": 52, "day": 360}
DAYS: dict[Unit, int] = {"day": 1, "week": 7}
MOST_PERIODS = 1200


@dataclass(frozen=True, slots=True)
class Every:
    """How often an instalment falls due: `count` days, weeks or months apart."""

    count: int
    unit: Unit

    @classmethod
    def read(cls, text: str) -> Every:
        """Read "1month", "2week" or "15day", with or without a space or an s.

        Raises:
            Refused: anything else.
        """
        found = re.fullmatch(r"([1-9]\d{0,2})\s*(day|week|month)s?", text.strip().casefold())
        if not found:
            raise Refused(
                f"อ่านรอบผ่อน {quoted(text)} ไม่ออก ลองเขียนแบบ 1month, 2week หรือ 15day",
                f"{quoted(text)} could not be read. Try 1month, 2week or 15day.",
            )
        return cls(int(found[1]), _unit(found[2]))

    def years(self) -> Fraction:
        """The share of a year that one period stands for, by the period."""
        return Fraction(self.count, PERIODS_A_YEAR[self.unit])

    def after(self, start: date, periods: int) -> date:
        """The day that many periods after the start; months end on their last day at the latest."""
        if self.unit != "month":
            return start + timedelta(days=DAYS[self.unit] * self.count * periods)
        years, month = divmod(start.month - 1 + self.count * periods, MONTHS_A_YEAR)
        last = monthrange(start.year + years, month + 1)[1]
        return date(start.year + years, month + 1, min(start.day, last))


def _unit(word: str) -> Unit:
    return "month" if word == "month" else "week" if word == "week" else "day"


def due_dates(start: date, periods: int, every: Every) -> list[date]:
    """Return the days that instalments fall due, counted from the day the money was handed out.

    Raises:
        Refused: not one period, or more than 1,200.
    """
    if not 0 < periods <= MOST_PERIODS:
        raise Refused(
            f"จำนวนงวด {periods} ต้องอยู่ระหว่าง 1 ถึง {MOST_PERIODS}",
            f"The number of instalments, {periods}, must lie between 1 and {MOST_PERIODS}.",
        )
    return [every.after(start, number) for number in range(1, periods + 1)]


def meeting_dates(start: date, meetings: Sequence[date]) -> list[date]:
    """Return the group's own meeting days, checked to follow the loan and each other.

    Raises:
        Refused: no meeting, more than 1,200, or one that is not after the one before.
    """
    days = [start, *meetings]
    if not 0 < len(meetings) <= MOST_PERIODS or any(later <= earlier for earlier, later in pairwise(days)):
        raise Refused(
            "วันประชุมต้องเรียงจากก่อนไปหลัง และหลังวันรับเงินกู้",
            "Meetings must follow each other, and the day the loan was handed out.",
        )
    return list(meetings)


def year_fraction(basis: Basis, start: date, end: date, every: Every | None = None) -> Decimal:
    """Return the share of a year from start to end, for interest.

    period    as `every` says: a month is a twelfth of a year, a week a 52nd
    act/365   days counted, of 365
    act/act   days counted, each of the year that it ends in: 366 in a leap year
    30/360    months of 30 days; weeks and days as they are, of 360

    `every` is the rhythm of a regular schedule. Without it 30/360 goes by the two dates, and
    "period" cannot be told.

    Raises:
        Refused: an unknown basis, or "period" without a rhythm.
    """
    days = (end - start).days
    if basis == "act/365":
        return _decimal(Fraction(days, 365))
    if basis == "act/act":
        return _decimal(_by_year(start, end))
    if basis == "30/360":
        return _decimal(Fraction(_thirty(start, end) if every is None else _thirty_every(every), 360))
    if basis == "period" and every is not None:
        return _decimal(every.years())
    raise Refused(
        f"ไม่รู้จักวิธีนับวัน {quoted(basis)} ใช้ได้: {', '.join(BASES)}",
        f"{quoted(basis)} is no way to count days here. There are: {', '.join(BASES)}.",
    )


def _by_year(start: date, end: date) -> Fraction:
    """Count each day to the year of its end: 12 December to 12 January is 19 days and 12."""
    share = Fraction(0)
    for year in range(start.year, end.year + 1):
        last = min(end, date(year, 12, 31))
        before = max(start, date(year - 1, 12, 31))
        share += Fraction((last - before).days, 366 if isleap(year) else 365)
    return share


def _thirty(start: date, end: date) -> int:
    months = (end.year - start.year) * MONTHS_A_YEAR + end.month - start.month
    return months * 30 + min(end.day, 30) - min(start.day, 30)


def _thirty_every(every: Every) -> int:
    return every.count * (30 if every.unit == "month" else DAYS[every.unit])


def _decimal(share: Fraction) -> Decimal:
    return Decimal(share.numerator) / Decimal(share.denominator)

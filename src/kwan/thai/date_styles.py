"""Dates as people read them: one small function, one name for each style."""

from collections.abc import Callable
from datetime import date

from kwan.thai.digits import to_thai_digits
from kwan.thai.months import ENGLISH, ENGLISH_SHORT, THAI, THAI_SHORT
from kwan.thai.refused import Refused, quoted
from kwan.thai.weekdays import WEEKDAYS
from kwan.thai.years import BUDDHIST_AHEAD, BUDDHIST_CENTURY

CENTURY = 100


def format_date(day: date, style: str = "short") -> str:
    """Write a day in one of `DATE_STYLES`.

    Every style that names the day is read back by `parse_date` as the same day, from 1900 to 2199.

    Raises:
        Refused: there is no such style.
    """
    write = DATE_STYLES.get(style)
    if write is None:
        raise Refused(
            f"ไม่มีรูปแบบวันที่ชื่อ {quoted(style)}",
            f"There is no date style called {quoted(style)}. There are: {', '.join(DATE_STYLES)}.",
        )
    return write(day)


def buddhist_year(day: date) -> int:
    """Give the Buddhist year of a day: 2565 for 2022."""
    return day.year + BUDDHIST_AHEAD


def _brief_year(day: date) -> str:
    """Write 65 for 2565, and all four digits where two would mean another century."""
    year = buddhist_year(day)
    within = BUDDHIST_CENTURY <= year < BUDDHIST_CENTURY + CENTURY
    return f"{year % CENTURY:02d}" if within else str(year)


def _short(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{THAI_SHORT[day.month - 1]} {_brief_year(day)}"


def _month_long(day: date) -> str:
    return f"{THAI[day.month - 1]} {buddhist_year(day)}"


def _long(day: date) -> str:
    return f"{day.day} {_month_long(day)}"


def _full(day: date) -> str:
    month = f"{THAI[day.month - 1]} พ.ศ. {buddhist_year(day)}"
    return f"วัน{WEEKDAYS[day.weekday()]}ที่ {day.day} {month}"


def _numeric(day: date) -> str:
    return f"{day.day:02d}/{day.month:02d}/{buddhist_year(day)}"


def _thai(day: date) -> str:
    return to_thai_digits(_numeric(day))


def _iso(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"


def _english_month(day: date) -> str:
    return f"{ENGLISH_SHORT[day.month - 1]} {day.year}"


def _english_short(day: date) -> str:
    return f"{day.day} {_english_month(day)}"


def _english(day: date) -> str:
    return f"{day.day} {ENGLISH[day.month - 1]} {day.year}"


DATE_STYLES: dict[str, Callable[[date], str]] = {
    "short": _short,  # 12 ก.พ. 65
    "long": _long,  # 12 กุมภาพันธ์ 2565
    "full": _full,  # วันเสาร์ที่ 12 กุมภาพันธ์ พ.ศ. 2565
    "numeric": _numeric,  # 12/02/2565
    "thai": _thai,  # ๑๒/๐๒/๒๕๖๕
    "iso": _iso,  # 2022-02-12
    "month": _month,  # ก.พ. 65
    "month_long": _month_long,  # กุมภาพันธ์ 2565
    "en_short": _english_short,  # 12 Feb 2022
    "en": _english,  # 12 February 2022
    "en_month": _english_month,  # Feb 2022
}

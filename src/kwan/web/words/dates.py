"""Days on screen: the Buddhist era, in full for a headline, briefly for a line. They are filters of the templates too."""

from datetime import date, datetime
from typing import Final

from kwan.thai import format_date
from kwan.thai.date_styles import buddhist_year
from kwan.thai.months import ENGLISH, ENGLISH_SHORT
from kwan.thai.weekdays import WEEKDAYS
from kwan.web.language import lang_now

WEEKDAYS_EN: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def plain_day(day: date) -> date:
    """Drop the time of a moment."""
    return day.date() if isinstance(day, datetime) else day


def thaidate(day: date | None, lang: str = "") -> str:
    """Write a day in full: ``12 กุมภาพันธ์ 2565``, in English ``12 February 2565 BE``."""
    if day is None:
        return ""
    day = plain_day(day)
    if lang_now(lang) == "en":
        return f"{day.day} {ENGLISH[day.month - 1]} {buddhist_year(day)} BE"
    return format_date(day, "long")


def shortdate(day: date | None, lang: str = "") -> str:
    """Write a day briefly for lines and tables: ``12 ก.พ. 65``, in English ``12 Feb 2565``."""
    if day is None:
        return ""
    day = plain_day(day)
    if lang_now(lang) == "en":
        return f"{day.day} {ENGLISH_SHORT[day.month - 1]} {buddhist_year(day)}"
    return format_date(day, "short")


def weekdate(day: date | None, lang: str = "") -> str:
    """Write a day with its weekday for a headline: ``เสาร์ 5 มีนาคม 2565``."""
    if day is None:
        return ""
    name = (WEEKDAYS_EN if lang_now(lang) == "en" else WEEKDAYS)[day.weekday()]
    return f"{name} {thaidate(day, lang)}"


def monthyear(day: date | None, lang: str = "") -> str:
    """Write a month: ``ก.พ. 65``, in English ``Feb 2565``."""
    if day is None:
        return ""
    if lang_now(lang) == "en":
        return f"{ENGLISH_SHORT[day.month - 1]} {buddhist_year(day)}"
    return format_date(plain_day(day), "month")

"""Dates as people write them in Thailand, read.

Inside, a date is a `datetime.date` of the Christian era. On paper it is of the Buddhist era,
543 years ahead. The era is changed before the date is built: 29 ก.พ. 2567 is a real day
(2024-02-29), while a computer's own year 2567 has no 29 February.
"""

import re
from datetime import date, datetime, timedelta, timezone

from kwan.thai.collate import normalise
from kwan.thai.digits import from_thai_digits
from kwan.thai.months import ENGLISH, THAI, month_number
from kwan.thai.refused import Refused, quoted
from kwan.thai.weekdays import WEEKDAYS, take_weekday
from kwan.thai.years import (
    BUDDHIST_AHEAD,
    BUDDHIST_WORDS,
    CHRISTIAN_WORDS,
    Era,
    christian_year,
    christian_year_of_cell,
)

LONGEST_DATE = 80
THAILAND = timezone(timedelta(hours=7))

_ERA = rf"(?:(?P<be>{BUDDHIST_WORDS})|(?P<ce>{CHRISTIAN_WORDS}))"
_ERA_BEHIND = rf"(?:(?P<be_behind>{BUDDHIST_WORDS})|(?P<ce_behind>{CHRISTIAN_WORDS}))"
_YEAR = rf"(?:ปี\s*)?(?:{_ERA}\s*)?(?P<year>\d{{4}}|\d{{2}})(?:\s*{_ERA_BEHIND})?"
_DAY = r"(?P<day>\d{1,2})"
_NUMBER = r"(?P<number>\d{1,2})"
_NAME = r"(?:เดือน\s*)?(?P<name>[ก-ฮเ][ก-๎.\s]*?|[a-z]+)"
_STROKE = r"\s*[/.\-–]\s*"
_GAP = r"[\s.,/\-–]*"

_DATE_SHAPES = (
    re.compile(rf"{_DAY}(?:st|nd|rd|th)?{_GAP}{_NAME}{_GAP}{_YEAR}"),  # 12 ก.พ. 65
    re.compile(rf"{_DAY}{_STROKE}{_NUMBER}{_STROKE}{_YEAR}"),  # 12/2/2565
    re.compile(rf"(?P<year>\d{{4}}){_STROKE}{_NUMBER}{_STROKE}{_DAY}"),  # 2022-02-12
    re.compile(rf"(?P<name>[a-z]+)\.?\s*{_DAY}(?:st|nd|rd|th)?[\s,]+{_YEAR}"),  # Feb 12, 2022
)
_MONTH_SHAPES = (
    re.compile(rf"{_NAME}{_GAP}{_YEAR}"),  # ก.ค. 64
    re.compile(rf"{_NUMBER}{_STROKE}{_YEAR}"),  # 07/2564
    re.compile(rf"(?P<year>\d{{4}}){_STROKE}{_NUMBER}"),  # 2021-07
)

_CLOCK = r"(?:[01]?\d|2[0-3])"
_TIME_BEHIND = re.compile(
    rf"(?:(?<=\d)t|\s*,\s*|\s+|\s*เวลา\s*){_CLOCK}:[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:\s*น\.?)?$"
    rf"|\s*เวลา\s*{_CLOCK}\.[0-5]\d(?:\s*น\.?)?$"
)
_WITH_ZONE = re.compile(r"\d{4}-\d\d-\d\d[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:z|[+-]\d\d:?\d\d)")


def parse_date(written: str | date) -> date:
    """Read one day.

    Takes what groups write: `12 ก.พ. 65`, `12 กุมภาพันธ์ พ.ศ. 2565`, `๑๒/๐๒/๒๕๖๕`, `12-2-65`,
    `วันเสาร์ที่ 12 ก.พ. 2565`, `12 February 2022`, `Feb 12, 2022`, `2022-02-12`, with or without
    a time behind. Day before month, always. Two-digit years are Buddhist. A spreadsheet's own date
    is taken as it is; one with a year of 2400 or more was typed in the Buddhist era. A moment with
    a time zone is the day that it was in Thailand.

    Raises:
        Refused: unreadable, not in the calendar, incomplete, or on another weekday than it says.
    """
    if isinstance(written, date):
        return _from_cell(written)
    text = _tidy(written)
    if _WITH_ZONE.fullmatch(text):
        return _from_moment(text)
    weekday, text = take_weekday(_TIME_BEHIND.sub("", text))
    for shape in _DATE_SHAPES:
        found = shape.fullmatch(text)
        month = _month(found) if found else None
        if found and month is not None:
            return _on_weekday(weekday, _build(found["day"], month, _year(found)))
    raise _unreadable(written)


def parse_month(written: str | date) -> date:
    """Read one month and give its first day.

    `ก.ค. 64`, `เดือนกรกฎาคม 2564`, `07/2564`, `2021-07`, `July 2021`, or any whole date in it.

    Raises:
        Refused: unreadable, or no such month.
    """
    if isinstance(written, date):
        return _from_cell(written).replace(day=1)
    text = re.sub(r"^(?:ประจำ)?(?:เดือน)?\s*", "", _tidy(written))
    for shape in _MONTH_SHAPES:
        found = shape.fullmatch(text)
        month = _month(found) if found else None
        if found and month is not None:
            return _build("1", month, _year(found))
    return parse_date(written).replace(day=1)


def _tidy(written: object) -> str:
    if not isinstance(written, str):
        raise _unreadable(written)
    text = from_thai_digits(normalise(written)).casefold()
    if not text:
        raise Refused("ยังไม่ได้กรอกวันที่", "No date was written.")
    if len(text) > LONGEST_DATE or not re.sub(r"[^\d]", "", text).isascii():
        raise _unreadable(written)
    return text


def _month(found: re.Match[str]) -> int | None:
    """Give the month's number; a name that is no month is `None`, a number is judged later."""
    parts = found.groupdict()
    return month_number(parts["name"]) if parts.get("name") else int(parts["number"])


def _year(found: re.Match[str]) -> int:
    parts = found.groupdict()
    era: Era = None
    if parts.get("be") or parts.get("be_behind"):
        era = "be"
    if parts.get("ce") or parts.get("ce_behind"):
        era = "ce"
    in_english = (parts.get("name") or "").isascii() and bool(parts.get("name"))
    return christian_year(parts["year"], era, in_english=in_english)


def _build(day: str, month: int, year: int) -> date:
    if not 1 <= month <= len(THAI):
        raise Refused(
            f"ไม่มีเดือนที่ {month} ช่วยเขียนวันก่อนเดือน เช่น 31/12/2565",
            f"There is no month {month}. Please write the day before the month: 31/12/2565.",
        )
    try:
        return date(year, month, int(day))
    except ValueError:
        raise Refused(
            f"เดือน{THAI[month - 1]} {year + BUDDHIST_AHEAD} ไม่มีวันที่ {day}",
            f"{ENGLISH[month - 1]} {year} has no day {day}.",
        ) from None


def _on_weekday(weekday: int | None, day: date) -> date:
    if weekday not in (None, day.weekday()):
        raise Refused(
            f"วันที่นั้นเป็นวัน{WEEKDAYS[day.weekday()]} แต่เขียนไว้ว่าวัน{WEEKDAYS[weekday or 0]}",
            f"That day was a {day:%A}, which is not the weekday written.",
        )
    return day


def _from_cell(cell: date) -> date:
    if isinstance(cell, datetime) and cell.tzinfo:
        try:
            cell = cell.astimezone(THAILAND)
        except OverflowError:  # the first and the last day that a computer knows
            raise _unreadable(cell) from None
    return _build(str(cell.day), cell.month, christian_year_of_cell(cell.year))


def _from_moment(text: str) -> date:
    try:
        moment = datetime.fromisoformat(text.upper())
    except ValueError:
        raise _unreadable(text) from None
    return _from_cell(moment)


def _unreadable(written: object) -> Refused:
    return Refused(
        f"อ่านวันที่ {quoted(written)} ไม่ออก ลองเขียนแบบ 12 ก.พ. 2565 หรือ 12/2/2565",
        f"{quoted(written)} could not be read as a date. Try 12 Feb 2022 or 12/2/2565.",
    )

"""Days of cycles that were closed: nothing is written into them any more."""

from datetime import date

from kwan.journal.pen import Pen
from kwan.journal.rules import Refusal, day_number, day_of
from kwan.thai.date_styles import format_date


def closed_upto(book: int) -> date | None:
    """Return the last day of what was closed in a book, None where nothing was."""
    row = Pen().ask("SELECT MAX(upto) FROM kwan_closedperiod WHERE book = %s", book).fetchone()
    return day_of(row[0]) if row[0] else None


def open_day(book: int, on: date, today: date) -> date:
    """Return the day under which a correction of what happened on `on` is written: that day, or today where it is closed."""
    closed = closed_upto(book)
    return on if closed is None or on > closed else today


def refuse_closed(closed: int, on: date) -> None:
    """Refuse what happened on a closed day, whatever it was and wherever it comes from.

    `closed` is the last day (yyyymmdd) of what was closed, 0 for a book that never closed a cycle.
    """
    if day_number(on) > closed:
        return
    th, en = (format_date(day_of(closed), style) for style in ("long", "en"))
    raise Refusal(
        "closed_period",
        f"รอบถึงวันที่ {th} ปิดแล้ว ของเดิมอยู่ครบ เรื่องนี้ยังไม่ได้ลงสมุด ลงได้ด้วยวันที่หลังจากนั้น",
        f"The books are closed up to {en}. All that was written stands; this was not. Write it with a later day.",
    )

"""What moved between accounts, by the day on which it happened: the books as they stood on any day."""

from datetime import date

from kwan.journal.pen import Pen
from kwan.journal.rules import BAHT, Flow, day_number, day_of

MOST = 2**63 - 1  # no entry has a higher number


def flows(book: int, until: date, upto: int | None = None) -> list[Flow]:
    """Return what moved up to the end of a day, in the order of days, as the book stood at entry `upto` (default: now)."""
    sql = (
        "SELECT s.code, t.code, e.day, SUM(m.quantity) FROM kwan_transfer m "
        "JOIN kwan_entry e ON e.book = m.book AND e.number = m.entry "
        "JOIN kwan_account s ON s.book = m.book AND s.number = m.source "
        "JOIN kwan_account t ON t.book = m.book AND t.number = m.target "
        "WHERE m.book = %s AND m.commodity = %s AND e.day <= %s "
        "AND e.number <= %s GROUP BY e.day, s.code, t.code ORDER BY e.day, s.code, t.code"
    )
    rows = Pen().ask(sql, book, BAHT, day_number(until), MOST if upto is None else upto).fetchall()
    return [Flow(source, target, day_of(day), int(satang)) for source, target, day, satang in rows]

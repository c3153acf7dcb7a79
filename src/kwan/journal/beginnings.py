"""Books that begin in mid-life: the day from which money is kept in them."""

from datetime import date

from kwan.journal.models import Beginning
from kwan.journal.rules import day_of


def beginning(book: int, upto: int | None = None) -> date | None:
    """Return the day on which what the group had was brought forward, None for a book kept from its start.

    As the book stood at entry `upto` (default: now).
    """
    rows = Beginning.objects.filter(book=book)
    rows = rows if upto is None else rows.filter(entry__lte=upto)
    day = rows.values_list("day", flat=True).first()
    return day_of(day) if day else None

"""Turning the leaves of a book, past what does not open."""

from kwan.journal.models import Entry


def neighbours(book: int, number: int, but_not: str) -> tuple[int | None, int | None]:
    """Return the entries before and after one, leaving out kinds that begin so; None at an end of the book."""
    rows = Entry.objects.filter(book=book).exclude(kind__startswith=but_not).order_by("number")
    before = rows.filter(number__lt=number).values_list("number", flat=True).last()
    return before, rows.filter(number__gt=number).values_list("number", flat=True).first()

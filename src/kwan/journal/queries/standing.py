"""Questions about what still stands: what no later entry corrects."""

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import QuerySet

from kwan.journal.models import Entry, Row

R = TypeVar("R", bound=Row)


def corrected(book: int, upto: int | None = None) -> QuerySet[Entry, Any]:
    """Return the numbers of the entries that a later one (up to `upto`) corrects."""
    entries = Entry.objects.filter(book=book, corrects__isnull=False)
    if upto is not None:
        entries = entries.filter(number__lte=upto)
    return entries.values("corrects")


def standing_rows(model: type[R], book: int, upto: int | None = None) -> QuerySet[R]:
    """Return a room's rows that still stand: not corrected, and written by entry `upto` at the latest."""
    rows: QuerySet[R] = model._default_manager.filter(book=book).exclude(entry__in=corrected(book, upto))  # noqa: SLF001
    return rows.filter(entry__lte=upto) if upto is not None else rows


def standing_entries(book: int, numbers: Iterable[int]) -> set[int]:
    """Return those of these entries that no later entry corrects."""
    wanted = set(numbers)
    gone = set(Entry.objects.filter(book=book, corrects__in=wanted).values_list("corrects", flat=True))
    return wanted - gone


def corrected_pairs(books: Iterable[int]) -> set[tuple[int, int]]:
    """Return the (book, entry) of what a later entry corrects, in these books."""
    rows = Entry.objects.filter(book__in=list(books), corrects__isnull=False).values_list("book", "corrects")
    return {(book, int(entry)) for book, entry in rows if entry is not None}

"""Questions about entries: one, a page of them, the one under a key."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min

from kwan.journal.models import Entry
from kwan.journal.queries.standing import corrected, standing_entries
from kwan.journal.rules import OWN_PAPER, day_of


@dataclass(frozen=True)
class EntryView:
    """One entry as a screen shows it. The body has no personal value in it."""

    book: int
    number: int
    kind: str
    on: date
    recorded_at: str
    source: str
    key: str | None
    body: str
    hash: str
    corrects: int | None
    corrected_by: int | None


def entry(book: int, number: int) -> EntryView:
    """Return one entry. Raise Entry.DoesNotExist."""
    found = Entry.objects.get(book=book, number=number)
    return _view(found, _correctors(book, [number]))


def entries(book: int, before: int | None = None, size: int = 50) -> list[EntryView]:
    """Return a page of the book, newest first: those entries before `before`."""
    rows = Entry.objects.filter(book=book)
    page = list((rows.filter(number__lt=before) if before is not None else rows).order_by("-number")[:size])
    later = _correctors(book, [row.number for row in page])
    return [_view(row, later) for row in page]


def entries_numbered(book: int, numbers: Iterable[int]) -> list[EntryView]:
    """Return these entries, in the order of their numbers."""
    wanted = list(numbers)
    later = _correctors(book, wanted)
    return [
        _view(row, later) for row in Entry.objects.filter(book=book, number__in=wanted).order_by("number")
    ]


def kinds_of(book: int, numbers: Iterable[int]) -> dict[int, str]:
    """Return the kind of each of these entries, by number."""
    return dict(Entry.objects.filter(book=book, number__in=list(numbers)).values_list("number", "kind"))


def _correctors(book: int, numbers: list[int]) -> dict[int, int]:
    rows = Entry.objects.filter(book=book, corrects__in=numbers)
    return {
        int(corrects): number
        for corrects, number in rows.values_list("corrects", "number")
        if corrects is not None
    }


def _view(row: Entry, later: dict[int, int]) -> EntryView:
    return EntryView(
        row.book, row.number, row.kind, day_of(row.day), row.recorded_at, row.source, row.key, row.body, row.hash,
        row.corrects, later.get(row.number),
    )  # fmt: skip


def entry_of_key(book: int, key: str) -> int | None:
    """Return the entry that stands for this paper's own key, or None."""
    found = Entry.objects.filter(book=book, key=key).order_by("-number").values_list("number", flat=True)
    standing = standing_entries(book, found)
    return next((number for number in found if number in standing), None)


def entry_of_command(book: int, command: str) -> int | None:
    """Return the entry that the command of this id wrote, or None."""
    return Entry.objects.filter(book=book, command=command).values_list("number", flat=True).first()


def entries_by_key(book: int, prefix: str = "") -> dict[str, int]:
    """Return the standing entry of every key that begins so."""
    rows = (
        Entry.objects.filter(book=book, key__startswith=prefix)
        if prefix
        else Entry.objects.filter(book=book, key__isnull=False)
    )
    rows = rows.exclude(number__in=corrected(book))
    return {str(key): number for key, number in rows.order_by("number").values_list("key", "number")}


def entry_hash(book: int, number: int) -> str | None:
    """Return the hash of one entry, or None if there is no such entry."""
    return Entry.objects.filter(book=book, number=number).values_list("hash", flat=True).first()


def last_day(book: int, upto: int) -> date | None:
    """Return the latest day anything up to entry `upto` happened on: the book's "now"."""
    day = (
        Entry.objects.filter(book=book, number__lte=upto)
        .exclude(kind__startswith=OWN_PAPER)
        .order_by("-day")
        .values_list("day", flat=True)
        .first()
    )
    return day_of(day) if day else None


def span(book: int, upto: int) -> tuple[date, date] | None:
    """Return the first and the last day of what stands in the book up to an entry; None for an empty book."""
    rows = Entry.objects.filter(book=book, number__lte=upto).exclude(number__in=corrected(book, upto))
    rows = rows.exclude(kind__startswith=OWN_PAPER)
    days = rows.aggregate(first=Min("day"), last=Max("day"))
    return (day_of(days["first"]), day_of(days["last"])) if days["first"] else None

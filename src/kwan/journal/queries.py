"""Questions to the journal: books, entries, accounts, and what still stands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar, cast

from django.db.models import Max, Min, Q, QuerySet

from kwan.journal.keyring import keys_of, value_of
from kwan.journal.models import Account, AccountMonth, Book, Entry, Row, Seal, Transfer
from kwan.journal.rules import BAHT, Kind, day_of, first_hash

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class BookHead:
    """A book and how far it is written."""

    book: int
    uid: str
    kind: str
    name: str
    last_entry: int
    hash: str


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


@dataclass(frozen=True)
class PassbookLine:
    """One transfer seen from one account. Quantities and balance in the smallest unit, as stored (owed ≤ 0)."""

    entry: int
    line: int
    on: date
    came_in: int
    went_out: int
    balance: int


def head(book: int) -> BookHead:
    """Return the book of this number and its head. Raise Book.DoesNotExist."""
    return _head(Book.objects.get(pk=book))


def head_at(book: int, upto: int | None = None) -> BookHead:
    """Return the book as its head stood at entry `upto` (default: now). Raise Book.DoesNotExist or Entry.DoesNotExist."""
    now = head(book)
    if upto is None or upto == now.last_entry:
        return now
    digest = first_hash(now.uid) if upto == 0 else Entry.objects.get(book=book, number=upto).hash
    return replace(now, last_entry=upto, hash=digest)


def find_book(name: str, kind: str = "group") -> BookHead | None:
    """Return the book of this name and kind, or None."""
    book = Book.objects.filter(name=name, kind=kind).first()
    return _head(book) if book else None


def heads(kind: str | None = None) -> list[BookHead]:
    """Return all books, by name."""
    books = Book.objects.filter(kind=kind) if kind else Book.objects.all()
    return [_head(book) for book in books.order_by("name")]


def heads_of(books: Iterable[int]) -> list[BookHead]:
    """Return these books, by name."""
    return [_head(book) for book in Book.objects.filter(pk__in=list(books)).order_by("name")]


def _head(book: Book) -> BookHead:
    return BookHead(book.pk, book.uid, book.kind, book.name, book.head, book.head_hash)


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
        .order_by("-day")
        .values_list("day", flat=True)
        .first()
    )
    return day_of(day) if day else None


def span(book: int, upto: int) -> tuple[date, date] | None:
    """Return the first and the last day of what stands in the book up to an entry; None for an empty book."""
    rows = Entry.objects.filter(book=book, number__lte=upto).exclude(number__in=corrected(book, upto))
    days = rows.aggregate(first=Min("day"), last=Max("day"))
    return (day_of(days["first"]), day_of(days["last"])) if days["first"] else None


def numbers_in_seals(book: int, field: str) -> dict[int, int]:
    """Return the whole numbers sealed under this field, by entry."""
    rows = Seal.objects.filter(book=book, field=field, number__isnull=False)
    return {entry: number for entry, number in rows.values_list("entry", "number") if number is not None}


def names_in_seals(book: int, field: str) -> dict[int, str]:
    """Return the texts sealed under this field, by entry. An erased one is not there."""
    keys = keys_of(book)
    sealed = Seal.objects.filter(book=book, field=field, cipher__isnull=False)
    opened = {seal.entry: value_of(seal, keys) for seal in sealed if seal.member in keys}
    return {entry: text for entry, text in opened.items() if isinstance(text, str)}


def balance(book: int, code: str, commodity: str = "THB") -> int:
    """Return an account's balance as stored (satang; owed accounts are ≤ 0), 0 if it was never used."""
    found = (
        Account.objects.filter(book=book, code=code, commodity=commodity)
        .values_list("balance", flat=True)
        .first()
    )
    return found or 0


def balances(book: int) -> dict[str, int]:
    """Return every account's balance by its code, in satang."""
    return dict(Account.objects.filter(book=book, commodity="THB").values_list("code", "balance"))


@dataclass(frozen=True)
class AccountView:
    """An account and its balance in satang, as stored (owed ≤ 0)."""

    kind: Kind
    code: str
    balance: int


def accounts(book: int, *kinds: Kind) -> list[AccountView]:
    """Return the accounts of money of these kinds (default: all), in the order they were opened."""
    rows = Account.objects.filter(book=book, commodity=BAHT).order_by("number")
    rows = rows.filter(kind__in=kinds) if kinds else rows
    return [
        AccountView(cast("Kind", kind), code, balance)
        for kind, code, balance in rows.values_list("kind", "code", "balance")
    ]


def as_people_see(kind: Kind, quantity: int) -> int:
    """Return a stored balance with the sign that people expect: what the group owes a member is the member's, and above zero.

    The one place where signs turn. Moves follow the same turn: what goes out of an owed account came in for its member.
    """
    return -quantity if kind == "owed" else quantity


def month_totals(book: int, code: str) -> list[tuple[int, int, int]]:
    """Return (yyyymm, came in, went out) of an account by month, in satang."""
    account = Account.objects.filter(book=book, code=code).values_list("number", flat=True).first()
    rows = AccountMonth.objects.filter(book=book, account=account or 0).order_by("month")
    return list(rows.values_list("month", "came_in", "went_out"))


PAGE = 50


def statement(book: int, code: str, before: int | None = None, size: int = PAGE) -> list[PassbookLine]:
    """Return a page of one account's transfers, newest first, those of entries before `before`.

    Reads as many rows as it shows, however long the book is: both balances stand on the transfer.
    """
    number = Account.objects.filter(book=book, code=code).values_list("number", flat=True).first()
    if number is None:
        return []
    upto = Q(entry__lt=before) if before is not None else Q()
    rows = Transfer.objects.filter(upto, book=book)
    out = rows.filter(source=number).order_by("-book", "-source", "-entry", "-line")[:size]
    into = rows.filter(target=number).order_by("-book", "-target", "-entry", "-line")[:size]
    lines = [(t.entry, t.line, 0, t.quantity, t.source_after) for t in out]
    lines += [(t.entry, t.line, t.quantity, 0, t.target_after) for t in into]
    lines = sorted(lines, reverse=True)[:size]
    wanted = [line[0] for line in lines]
    days = dict(Entry.objects.filter(book=book, number__in=wanted).values_list("number", "day"))
    return [PassbookLine(e, li, day_of(days[e]), came, went, after) for e, li, came, went, after in lines]


def transfers_of(book: int, number: int) -> list[tuple[str, str, int, str]]:
    """Return the transfers of one entry: (source code, target code, quantity, commodity)."""
    codes = dict(Account.objects.filter(book=book).values_list("number", "code"))
    rows = Transfer.objects.filter(book=book, entry=number).order_by("line")
    return [(codes[r.source], codes[r.target], r.quantity, r.commodity) for r in rows]

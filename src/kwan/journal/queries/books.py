"""Questions about books: which there are, and how far each is written."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kwan.journal.models import Book, Entry
from kwan.journal.rules import first_hash


@dataclass(frozen=True)
class BookHead:
    """A book and how far it is written."""

    book: int
    uid: str
    kind: str
    name: str
    last_entry: int
    hash: str


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

"""Witnesses: every head that was printed or sent, written down outside the database.

A chain cannot show that its end was cut off; whoever kept an older head can.
The file has one line a head: book uid, entry number, hash, moment, and what it was printed on.

A book that was brought back from an older copy lacks what was written after the copy. It says so in an entry
of its own, and the head after that entry stands in the file as well: whatever was printed before that line and
lies beyond is explained, and told by `check`; nothing else is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from kwan.journal.models import Book, Entry
from kwan.journal.queries import BookHead

NAME: Final = "witnesses.txt"
COLUMNS: Final = 3
BROUGHT_BACK: Final = "journal.brought_back"
Witness = tuple[str, int, str]


@dataclass(frozen=True)
class Stray:
    """A head that was printed and is not in its book; `explained_by` is the entry that brought an older copy back."""

    uid: str
    book: int | None
    entry: int
    explained_by: int | None


def note(folder: Path, heads: Iterable[BookHead], at: datetime, what: str) -> None:
    """Write down that these heads left the house, on what, at this moment."""
    lines = [
        f"{head.uid} {head.last_entry} {head.hash} {at.isoformat()} {what}\n"
        for head in heads
        if head.last_entry
    ]
    with (folder / NAME).open("a", encoding="utf-8") as file:
        file.writelines(lines)


def seen(folder: Path) -> Iterator[Witness]:
    """Yield (book uid, entry, hash) of every head written down, oldest first."""
    path = folder / NAME
    if path.exists():
        yield from read(path.read_text(encoding="utf-8"))


def read(text: str) -> Iterator[Witness]:
    """Yield the heads that this file's text tells of."""
    for line in text.splitlines():
        words = line.split(" ", COLUMNS)
        if len(words) > COLUMNS:
            yield words[0], int(words[1]), words[2]


def strays(witnesses: Iterable[Witness]) -> Iterator[Stray]:
    """Yield every head that is not in its book as it was printed, newest first. In the order of the file, please."""
    books = dict(Book.objects.values_list("uid", "pk"))
    back: dict[str, int] = {}
    for uid, number, digest in reversed(list(witnesses)):
        book = books.get(uid)
        found = Entry.objects.filter(book=book, number=number).values_list("kind", "hash").first()
        kind, stands = found or ("", "")
        if book is None or stands != digest:
            returned = back.get(uid)
            is_explained = returned is not None and returned <= number
            yield Stray(uid, book, number, returned if is_explained else None)
        elif kind == BROUGHT_BACK:
            back[uid] = min(number, back.get(uid, number))

"""Witnesses: every head that was printed or sent, written down outside the database.

A chain cannot show that its end was cut off; whoever kept an older head can.
The file has one line a head: book uid, entry number, hash, moment, and what it was printed on.

A book that was brought back from an older copy lacks what was written after the copy. It says so in an entry
of its own, and the head after that entry stands in the file as well: whatever was printed before that line and
lies beyond is explained, and told by `check`; nothing else is. So is what was written after an earlier restore
that a later one, from another copy, left behind.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from kwan.journal.models import Book, Entry
from kwan.journal.queries import BookHead

NAME: Final = "witnesses.txt"
COLUMNS: Final = 3
BROUGHT_BACK: Final = "journal.brought_back"
BACK: Final = "brought back from a copy"


class Witness(NamedTuple):
    """A head as it was printed or sent: book uid, entry, hash, and on what."""

    uid: str
    entry: int
    hash: str
    what: str = ""


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
    """Yield every head written down, oldest first."""
    path = folder / NAME
    if path.exists():
        yield from read(path.read_text(encoding="utf-8"))


def read(text: str) -> Iterator[Witness]:
    """Yield the heads that this file's text tells of."""
    for line in text.splitlines():
        words = line.split(" ", COLUMNS + 1)
        if len(words) > COLUMNS:
            yield Witness(words[0], int(words[1]), words[2], words[4] if len(words) > COLUMNS + 1 else "")


def strays(witnesses: Iterable[Witness | tuple[str, int, str]]) -> list[Stray]:
    """Return every head that is not in its book as it was printed. The witnesses come in the order of the file."""
    books = dict(Book.objects.values_list("uid", "pk"))
    found: list[Stray] = []
    left_behind: dict[str, int] = {}
    told = [(Witness(*each), _entry(books.get(each[0]), each[1])) for each in witnesses]
    for place, (one, (_, stands)) in enumerate(told):
        if stands == one.hash:
            continue
        later = (
            w.entry
            for w, (kind, hash_) in told[place:]
            if w.uid == one.uid and (kind, hash_) == (BROUGHT_BACK, w.hash)
        )
        returned = min(later, default=None)
        if one.what == BACK and returned is not None:
            left_behind[one.uid] = min(one.entry, left_behind.get(one.uid, one.entry))
        is_beyond = returned is not None and one.entry >= min(returned, left_behind.get(one.uid, returned))
        found.append(Stray(one.uid, books.get(one.uid), one.entry, returned if is_beyond else None))
    return found


def _entry(book: int | None, number: int) -> tuple[str, str]:
    """Return kind and hash of an entry, two empty texts if there is none."""
    rows = Entry.objects.filter(book=-1 if book is None else book, number=number)
    return rows.values_list("kind", "hash").first() or ("", "")

"""The erasure journal: who asked to be forgotten, kept outside the database and outside its copies.

A copy made before an erasure still holds what was erased since. So every erasure also stands in a file of
the data folder, and is done again after each restore. A line names a member by reference alone.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from kwan.journal.models import Book, Entry, Erasure
from kwan.journal.rules import canonical

NAME = "erasures.jsonl"


@dataclass(frozen=True)
class Forgotten:
    """One erasure as its entry has it: book uid, the command's id, the day (yyyymmdd), kind and body."""

    uid: str
    command: str
    day: int
    kind: str
    body: str

    @property
    def id(self) -> tuple[str, str]:
        """By what an erasure is known again, on whatever day it is done anew."""
        return self.uid, self.command


def in_books() -> list[Forgotten]:
    """Return the erasures that stand in the books, by book and entry."""
    uids = dict(Book.objects.values_list("pk", "uid"))
    found = []
    for book, number in sorted(set(Erasure.objects.values_list("book", "entry"))):
        entry = Entry.objects.get(book=book, number=number)
        found.append(Forgotten(uids[book], entry.command, entry.day, entry.kind, entry.body))
    return found


def read(text: str) -> list[Forgotten]:
    """Return the erasures that this file's text tells of. Raise ValueError if it is none of ours."""
    try:
        return [Forgotten(**json.loads(line)) for line in text.splitlines() if line]
    except (TypeError, ValueError) as error:
        raise ValueError("this is no journal of erasures") from error


def known(folder: Path) -> list[Forgotten]:
    """Return the erasures written down in the data folder, oldest first."""
    path = folder / NAME
    return read(path.read_text(encoding="utf-8")) if path.exists() else []


def note(folder: Path, erasures: Iterable[Forgotten]) -> None:
    """Write down those of these erasures that do not stand in the folder's journal yet."""
    before = {each.id for each in known(folder)}
    fresh = [each for each in erasures if each.id not in before]
    if fresh:
        with (folder / NAME).open("a", encoding="utf-8") as file:
            file.writelines(canonical(asdict(each)) + "\n" for each in fresh)


def catch_up(folder: Path) -> None:
    """Write down what was erased in the books and does not stand in the journal yet.

    Called after each erasure, and again whenever the books are opened: a power cut between the two loses nothing.
    """
    note(folder, in_books())

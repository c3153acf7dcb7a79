"""Witnesses: every head that was printed or sent, written down outside the database.

A chain cannot show that its end was cut off; whoever kept an older head can.
The file has one line a head: book uid, entry number, hash, moment, and what it was printed on.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from kwan.journal.queries import BookHead

NAME = "witnesses.txt"
COLUMNS = 3


def note(folder: Path, heads: Iterable[BookHead], at: datetime, what: str) -> None:
    """Write down that these heads left the house, on what, at this moment."""
    lines = [
        f"{head.uid} {head.last_entry} {head.hash} {at.isoformat()} {what}\n"
        for head in heads
        if head.last_entry
    ]
    with (folder / NAME).open("a", encoding="utf-8") as file:
        file.writelines(lines)


def seen(folder: Path) -> Iterator[tuple[str, int, str]]:
    """Yield (book uid, entry, hash) of every head written down, oldest first."""
    path = folder / NAME
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            words = line.split(" ", COLUMNS)
            if len(words) > COLUMNS:
                yield words[0], int(words[1]), words[2]

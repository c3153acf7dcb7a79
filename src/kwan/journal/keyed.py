"""What the book says under the papers' own keys, read once for a whole file.

A file that comes again is compared row by row with the entries that stand under its keys. Two statements
answer for all of them, because a question a row would take minutes for a passbook of a hundred thousand.
"""

import json
from dataclasses import dataclass

from kwan.journal.pen import Pen
from kwan.journal.rules import Command, Sealed, canonical, day_number, seal_digest

NO_SEALS = "[]"
Salts = dict[tuple[int, str], str]


@dataclass(frozen=True, slots=True)
class Keyed:
    """An entry that stands under a key: `day` is yyyymmdd, `seals` the canonical list of (field, digest)."""

    number: int
    kind: str
    source: str
    day: int
    body: str
    seals: str


@dataclass(frozen=True, slots=True)
class KeyedEntries:
    """The standing entries of one book by their keys, with the salts of their seals."""

    by_key: dict[str, Keyed]
    salts: Salts

    def says(self, key: str, command: Command, *, any_day: bool = False) -> bool:
        """Return whether the entry under this key says what the command says, sealed values included.

        With `any_day` the day does not count: for what has none on its paper. What was erased says whatever
        it is asked, for a file that still has the words must not bring them back. Raise KeyError for a new key.
        """
        entry = self.by_key[key]
        same_day = any_day or entry.day == day_number(command.on)
        if not (same_day and entry.kind == command.kind and entry.body == canonical(command.body())):
            return False
        return self._same_seals(entry, command)

    def _same_seals(self, entry: Keyed, command: Command) -> bool:
        if entry.seals == NO_SEALS:
            return next(iter(command.seals()), None) is None
        kept: list[list[str]] = json.loads(entry.seals)
        if any((entry.number, field) not in self.salts for field, _ in kept):
            return True
        said = [[seal.field, self._digest(entry, Sealed(*seal))] for seal in command.seals()]
        return said == kept

    def _digest(self, entry: Keyed, seal: Sealed) -> str:
        return seal_digest(self.salts.get((entry.number, seal.field), ""), seal)


def entries_under_keys(book: int) -> KeyedEntries:
    """Return all standing entries of a book that have a key."""
    pen = Pen()
    sql = (
        "SELECT e.key, e.number, e.kind, e.source, e.day, e.body, e.seals FROM kwan_entry e "
        "WHERE e.book = %s AND e.key IS NOT NULL AND NOT EXISTS "
        "(SELECT 1 FROM kwan_entry c WHERE c.book = e.book AND c.corrects = e.number) ORDER BY e.number"
    )
    by_key = {str(row[0]): Keyed(*row[1:]) for row in pen.ask(sql, book).fetchall()}
    rows = pen.ask("SELECT entry, field, salt FROM kwan_seal WHERE book = %s", book).fetchall()
    return KeyedEntries(by_key, {(entry, field): salt for entry, field, salt in rows})

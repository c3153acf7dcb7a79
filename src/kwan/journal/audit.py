"""The audit: everything that is stored beside the entries is worked out again from them and compared.

One breach is enough to name: each says which law, where, and what was found.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from kwan.journal import laws
from kwan.journal.desk import ENTRY, TRANSFER, chained
from kwan.journal.keyring import keys_of, value_of
from kwan.journal.models import Account, AccountMonth, Book, Entry, Erasure, MentionErased, Seal, Transfer
from kwan.journal.purses import ACCOUNT
from kwan.journal.rules import (
    Command,
    Move,
    Place,
    Purse,
    Sealed,
    Step,
    carry_out,
    day_of,
    fill_up,
    first_hash,
    next_hash,
    seal_digest,
    shift,
    undoing,
)
from kwan.journal.witnesses import Witness, strays

Catalogue = Mapping[str, type[Command]]
ENTRIES_AT_A_TIME = 2000


@dataclass(frozen=True)
class Breach:
    """A law that does not hold: its number in the design, the place, and what was found."""

    law: int
    book: int
    entry: int | None
    th: str
    en: str


def check(catalogue: Catalogue, witnesses: Iterable[Witness | tuple[str, int, str]] = ()) -> Iterator[Breach]:
    """Yield every breach found, book by book. Nothing yielded means that all is as it was written.

    `catalogue` has every command class by its kind. `witnesses` are (book uid, entry, hash) of heads that
    were printed or sent: the only way to see that the end of a book was cut off.
    """
    for name in laws.missing():
        yield Breach(3, 0, None, f"กฎของฐานข้อมูลหายไป: {name}", f"A law of the database is missing: {name}")
    for book in Book.objects.order_by("pk"):
        yield from BookAudit(book, catalogue).breaches()
    for stray in strays(witnesses):
        if stray.book is None:
            yield Breach(3, 0, stray.entry, "สมุดที่เคยพิมพ์ลายไว้หายไป", "A book whose head was printed is gone.")
        elif stray.explained_by is None:
            yield Breach(
                3, stray.book, stray.entry,
                "รายการนี้ไม่ตรงกับลายที่เคยพิมพ์หรือส่งออกไป", "This entry is not the one whose mark was printed or sent.",
            )  # fmt: skip


class BookAudit:
    """One book, worked out again from its entries."""

    def __init__(self, book: Book, catalogue: Catalogue) -> None:
        self.book = book
        self.catalogue = catalogue
        self.head = 0
        self.head_hash = first_hash(book.uid)
        self.purses: dict[tuple[str, str], Purse] = {}
        self.months: dict[tuple[int, int], list[int]] = defaultdict(lambda: [0, 0])
        self.moved: dict[int, list[Step]] = {}
        self.erased = dict(Erasure.objects.filter(book=book.pk).values_list("member", "entry"))
        mentions = MentionErased.objects.filter(book=book.pk)
        self.mentions = {(m.seal_entry, m.field): m.entry for m in mentions}
        self.keys = keys_of(book.pk)
        self.corrected = set(
            Entry.objects.filter(book=book.pk, corrects__isnull=False).values_list("corrects", flat=True)
        )

    def breaches(self) -> Iterator[Breach]:
        """Yield what does not hold in this book, entries first."""
        numbers = range(
            1, 1 + max(self.book.head, Entry.objects.filter(book=self.book.pk).count()), ENTRIES_AT_A_TIME
        )
        for start in numbers:
            yield from self._stretch(start, start + ENTRIES_AT_A_TIME - 1)
        yield from self._head_holds()
        yield from self._accounts_hold()
        yield from self._months_hold()

    def _found(self, law: int, entry: int | None, th: str, en: str) -> Breach:
        return Breach(law, self.book.pk, entry, th, en)

    # -- a stretch of entries ---------------------------------------------------------------------

    def _stretch(self, first: int, last: int) -> Iterator[Breach]:
        within = {"book": self.book.pk, "number__gte": first, "number__lte": last}
        rows = list(Entry.objects.filter(**within).order_by("number").values_list(*ENTRY))
        span = {"book": self.book.pk, "entry__gte": first, "entry__lte": last}
        transfers: dict[int, list[tuple[Any, ...]]] = defaultdict(list)
        for row in Transfer.objects.filter(**span).order_by("entry", "line").values_list(*TRANSFER):
            transfers[row[1]].append(row)
        sealed: dict[int, dict[str, Seal]] = defaultdict(dict)
        for seal in Seal.objects.filter(**span):
            sealed[seal.entry][seal.field] = seal
        lines: dict[int, list[Any]] = defaultdict(list)
        for row in rows:
            yield from self._entry(
                dict(zip(ENTRY, row, strict=True)), row, transfers[row[1]], sealed[row[1]], lines
            )
        yield from self._rooms_hold(span, lines)

    def _entry(
        self, entry: dict[str, Any], row: tuple[Any, ...], transfers: list[tuple[Any, ...]], sealed: dict[str, Seal],
        lines: dict[int, list[Any]],
    ) -> Iterator[Breach]:  # fmt: skip
        number = entry["number"]
        self.head_hash = next_hash(self.head_hash, chained(row[:-1], transfers))
        if number != self.head + 1:
            yield self._found(1, number, "เลขรายการไม่ต่อกัน", "The entries are not numbered one after another.")
        if self.head_hash != entry["hash"]:
            yield self._found(
                3,
                number,
                "รายการนี้ถูกแก้หลังจากลงสมุดแล้ว",
                "This entry, or what it moved, was changed after it was written.",
            )
            self.head_hash = entry["hash"]
        self.head = number
        command = self._command(entry)
        yield from self._seals_hold(
            number, json.loads(entry["seals"]), sealed, command.subject() if command else ""
        )
        if command is None:
            yield self._found(
                8, number, f"ไม่รู้จักคำสั่ง {entry['kind']}", f"There is no command {entry['kind']}."
            )
            return
        yield from self._transfers_hold(entry, command, transfers)
        for position, line in enumerate(command.lines(), 1):
            lines[number].append((line.table, position, line.values))

    def _command(self, entry: dict[str, Any]) -> Command | None:
        known = self.catalogue.get(entry["kind"])
        with suppress(TypeError, ValueError, KeyError):
            return known.from_body(day_of(entry["day"]), json.loads(entry["body"]), {}) if known else None
        return None

    # -- law 4: transfers ---------------------------------------------------------------------------

    def _purse(self, place: Place, commodity: str) -> Purse:
        key = place.code, commodity
        if key not in self.purses:
            self.purses[key] = Purse(len(self.purses) + 1, place.kind, place.code, commodity, 0)
        return self.purses[key]

    def _transfers_hold(
        self, entry: dict[str, Any], command: Command, stored: list[tuple[Any, ...]]
    ) -> Iterator[Breach]:
        number = entry["number"]
        undone = undoing(self.moved.get(entry["corrects"], []))
        steps: list[Step] = []
        expected = []
        one_by_one = self._one_by_one(
            [*undone, *command.moves()], fill=entry["source"] == "brought", steps=steps
        )
        for line, (source, target, quantity) in enumerate(one_by_one, 1):
            self.months[source.number, entry["day"] // 100][1] += quantity
            self.months[target.number, entry["day"] // 100][0] += quantity
            expected.append((
                self.book.pk, number, line, source.number, target.number, source.commodity, quantity,
                source.balance, target.balance,
            ))  # fmt: skip
        if number in self.corrected:
            self.moved[number] = steps[len(undone) :]
        if expected != [tuple(row) for row in stored]:
            yield self._found(4, number, "เงินที่ย้ายไม่ตรงกับรายการ", "What was moved is not what the entry says.")

    def _one_by_one(self, moves: list[Move], *, fill: bool, steps: list[Step]) -> Iterator[Step]:
        """Make the moves of one entry, yielding at each step while the balances stand as they did after it."""
        for move in moves:
            steps += carry_out([move], self._purse)
            yield steps[-1]
        if fill:
            made = len(steps)
            fill_up(steps, self._purse)
            for source, target, quantity in reversed(steps[made:]):
                shift(target, source, quantity)
            for step in steps[made:]:
                shift(*step)
                yield step

    # -- law 7: seals ---------------------------------------------------------------------------------

    def _seals_hold(
        self, number: int, digests: list[list[str]], sealed: dict[str, Seal], subject: str
    ) -> Iterator[Breach]:
        for field, digest in digests:
            seal = sealed.pop(field, None)
            if seal is None:
                if max(self.erased.get(subject, 0), self.mentions.get((number, field), 0)) < number:
                    yield self._found(
                        7,
                        number,
                        "ข้อมูลที่ผนึกไว้หายไปโดยไม่มีรายการลบ",
                        "A seal is missing, and no erasure says so.",
                    )
            elif self._digest(seal) != digest:
                yield self._found(7, number, "ข้อมูลที่ผนึกไว้ถูกแก้", "A seal was changed.")
        if sealed:
            yield self._found(
                7, number, "มีข้อมูลผนึกที่รายการไม่ได้กล่าวถึง", "There is a seal that the entry does not name."
            )

    def _digest(self, seal: Seal) -> str | None:
        value = value_of(seal, self.keys)
        return None if value is None else seal_digest(seal.salt, Sealed(seal.field, seal.member, value))

    # -- law 8: the rooms ---------------------------------------------------------------------------

    def _rooms_hold(self, span: dict[str, Any], lines: dict[int, list[Any]]) -> Iterator[Breach]:
        for table in laws.rooms():
            names = [f.attname for f in table._meta.concrete_fields if f.column]
            stored = {tuple(row) for row in table._default_manager.filter(**span).values_list(*names)}  # noqa: SLF001
            expected = {
                tuple(
                    {"book": self.book.pk, "entry": number, "line": position, **values}.get(name)
                    for name in names
                )
                for number, found in lines.items()
                for model, position, values in found
                if model is table
            }
            for row in sorted(stored ^ expected, key=repr):
                entry = row[names.index("entry")]
                name = table._meta.db_table
                yield self._found(
                    8, entry, f"บรรทัดใน {name} ไม่ตรงกับรายการ", f"A row of {name} is not what its entry says."
                )

    # -- the ends --------------------------------------------------------------------------------------

    def _head_holds(self) -> Iterator[Breach]:
        if (self.head, self.head_hash) != (self.book.head, self.book.head_hash):
            yield self._found(
                1, self.book.head, "หัวสมุดไม่ตรงกับรายการสุดท้าย", "The head of the book is not its last entry."
            )

    def _accounts_hold(self) -> Iterator[Breach]:
        stored = set(Account.objects.filter(book=self.book.pk).values_list(*ACCOUNT))
        expected = {
            (self.book.pk, p.number, p.kind, p.code, p.commodity, p.balance) for p in self.purses.values()
        }
        for row in sorted(stored ^ expected):
            yield self._found(
                4,
                None,
                f"บัญชี {row[3]} ไม่ตรงกับผลรวมของการย้าย",
                f"Account {row[3]} is not the sum of its transfers.",
            )

    def _months_hold(self) -> Iterator[Breach]:
        stored = set(
            AccountMonth.objects.filter(book=self.book.pk).values_list(
                "account", "month", "came_in", "went_out"
            )
        )
        expected = {(*key, *sums) for key, sums in self.months.items()}
        for row in sorted(stored ^ expected):
            yield self._found(
                4,
                None,
                f"ยอดรวมเดือน {row[1]} ไม่ตรง",
                f"The totals of month {row[1]} are not the sum of its transfers.",
            )

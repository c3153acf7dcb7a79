"""The desk: one locked book, open for writing.

Everything is worked out in memory first and written at the end in few statements, so a savings
day of one line and an old passbook of a hundred thousand take the same way. Plain SQL, because
an object a row would cost more than the writing. Only the gate in `commands.py` opens a desk.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from kwan.journal import seals
from kwan.journal.fitting import refuse_what_does_not_fit
from kwan.journal.models import ClosedPeriod
from kwan.journal.pen import Pen, insert
from kwan.journal.purses import Purses
from kwan.journal.rules import (
    Command,
    Line,
    Move,
    Purse,
    Refusal,
    Sealed,
    Step,
    broken,
    canonical,
    carry_out,
    day_number,
    day_of,
    fill_up,
    next_hash,
    seal_digest,
    shift,
    undoing,
)
from kwan.thai.date_styles import format_date

ENTRY = [
    "book",
    "number",
    "command",
    "kind",
    "source",
    "day",
    "recorded_at",
    "actor",
    "key",
    "corrects",
    "body",
    "seals",
    "hash",
]
TRANSFER = [
    "book",
    "entry",
    "line",
    "source",
    "target",
    "commodity",
    "quantity",
    "source_after",
    "target_after",
]
SEAL = ["book", "entry", "field", "member", "salt", "number", "cipher"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the gate adds to a command: its id, who wrote it and when, where it came from."""

    command: str
    actor: str
    at: str
    source: str = "live"
    key: str | None = None
    corrects: int | None = None


def chained(entry: Sequence[Any], transfers: Iterable[Sequence[Any]]) -> list[Any]:
    """Return what the hash of an entry covers: all its columns but the hash, and its transfers."""
    return [*entry[1:], [list(row[2:]) for row in transfers]]


@dataclass(slots=True)
class Desk:
    """One book, locked until the transaction ends."""

    pen: Pen
    book: int
    uid: str
    head: int
    head_hash: str
    purses: Purses
    begins: int = 0  # the day (yyyymmdd) from which money is kept here; 0 for a book kept from its start
    closed: int = 0  # the last day (yyyymmdd) of what was closed; 0 for a book that never closed a cycle
    entries: list[tuple[Any, ...]] = field(default_factory=list)
    transfers: list[tuple[Any, ...]] = field(default_factory=list)
    sealed: list[tuple[Any, ...]] = field(default_factory=list)
    lines: dict[type[Any], list[dict[str, Any]]] = field(default_factory=dict)
    months: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    keys: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def open(cls, book: int) -> "Desk":
        """Lock this book and sit down to it. Must stand inside a transaction."""
        pen = Pen()
        lock = "" if pen.is_sqlite else " FOR UPDATE"
        sql = f"SELECT uid, head, head_hash FROM kwan_book WHERE id = %s{lock}"  # noqa: S608
        row = pen.ask(sql, book).fetchone()
        if row is None:
            raise Refusal("no_such_book", "ไม่มีสมุดเล่มนี้", "There is no such book.")
        # Asked once the book is locked: who waited for it must see what was closed meanwhile.
        sql = (
            "SELECT (SELECT COALESCE(MAX(day), 0) FROM kwan_beginning WHERE book = %s), "
            "(SELECT COALESCE(MAX(upto), 0) FROM kwan_closedperiod WHERE book = %s)"
        )
        begins, closed = pen.ask(sql, book, book).fetchone()
        uid, head, head_hash = row
        return cls(pen, book, uid, head, head_hash, Purses(pen, book), begins, closed)

    # -- working out one entry ----------------------------------------------------------------

    @staticmethod
    def _not_enough(purse: Purse) -> Refusal:
        return Refusal(
            "not_enough",
            f"เงินไม่พอ: {purse.code} มีไม่ถึงจำนวนนี้ ยังไม่ได้ลงรายการ",
            f"Not enough: {purse.code} does not hold this much. Nothing was written.",
        )

    def _before_it_begins(self) -> Refusal:
        th, en = (format_date(day_of(self.begins), style) for style in ("long", "en"))
        return Refusal(
            "before_opening",
            f"สมุดเล่มนี้เริ่มด้วยยอดยกมาวันที่ {th} เงินที่เข้าออกก่อนวันนั้นอยู่ในยอดยกมาแล้ว ยังไม่ได้ลงรายการ",
            f"This book begins with what was brought forward on {en}; money that moved before that day is in it already. "
            "Nothing was written.",
        )

    def write(self, command: Command, stamp: Stamp) -> int:
        """Work out one entry and keep it for `flush`; return its number. A refusal leaves the desk as it was."""
        body, sealed, lines = canonical(command.body()), list(command.seals()), list(command.lines())
        refuse_what_does_not_fit(body, sealed, lines, stamp.key)
        undone = self.reversal(stamp.corrects) if stamp.corrects else []
        opened = len(self.purses.fresh)
        moves = list(command.moves())
        if moves and day_number(command.on) < self.begins:
            raise self._before_it_begins()
        done = carry_out([*undone, *moves], self.purses.named)
        if stamp.source == "brought":
            fill_up(done, self.purses.named)
        elif short := broken(done):
            self._take_back(done, opened)
            raise self._not_enough(short[0])
        number = self.head + 1
        transfers = self._transfers(number, done, day_number(command.on))
        digests = [self._seal(number, seal) for seal in sealed]
        self._lines(number, lines)
        entry = [
            self.book, number, stamp.command, command.kind, stamp.source, day_number(command.on), stamp.at, stamp.actor,
            stamp.key, stamp.corrects, body, canonical(digests) if digests else "[]",
        ]  # fmt: skip
        self._chain(entry, transfers)
        return number

    def _take_back(self, done: list[Step], opened: int) -> None:
        for source, target, quantity in reversed(done):
            shift(target, source, quantity)
        self.purses.close_again(opened)

    def reversal(self, number: int) -> list[Move]:
        """Return the moves that undo what entry `number` itself moved, last first.

        A correction first takes back what it corrects; that part of it stays taken back.
        """
        self.flush()
        first = self._own_lines_from(number)
        sql = "SELECT source, target, quantity FROM kwan_transfer WHERE book = %s AND entry = %s AND line >= %s ORDER BY line"
        rows = self.pen.ask(sql, self.book, number, first).fetchall()
        return undoing([(self.purses.numbered(s), self.purses.numbered(t), q) for s, t, q in rows])

    def _own_lines_from(self, number: int) -> int:
        """Return the first line of entry `number` that does not take back an earlier entry."""
        row = self.pen.ask(
            "SELECT corrects FROM kwan_entry WHERE book = %s AND number = %s", self.book, number
        ).fetchone()
        if row is None or row[0] is None:
            return 1
        sql = "SELECT COUNT(*) FROM kwan_transfer WHERE book = %s AND entry = %s"
        total = self.pen.ask(sql, self.book, row[0]).fetchone()[0]
        return int(total) - self._own_lines_from(row[0]) + 2

    def _transfers(self, number: int, steps: list[Step], on: int) -> list[tuple[Any, ...]]:
        """Keep the transfers of one entry and its month totals.

        The balances after each transfer are found by walking back from the balances now.
        """
        after: dict[int, int] = {}
        rows: list[tuple[Any, ...]] = []
        for line, (source, target, quantity) in reversed(list(enumerate(steps, 1))):
            left, right = after.get(source.number, source.balance), after.get(target.number, target.balance)
            rows.append(
                (
                    self.book,
                    number,
                    line,
                    source.number,
                    target.number,
                    source.commodity,
                    quantity,
                    left,
                    right,
                )
            )
            after[source.number], after[target.number] = left + quantity, right - quantity
            self.months.setdefault((source.number, on // 100), [0, 0])[1] += quantity
            self.months.setdefault((target.number, on // 100), [0, 0])[0] += quantity
        rows.reverse()
        self.transfers += rows
        return rows

    def _seal(self, number: int, seal: Sealed) -> list[str]:
        salt = seals.new_salt()
        locked = (
            None if isinstance(seal.value, int) else seals.lock(self.key_of(seal.member), seal.value.encode())
        )
        plain = seal.value if isinstance(seal.value, int) else None
        self.sealed.append((self.book, number, seal.field, seal.member, salt, plain, locked))
        return [seal.field, seal_digest(salt, seal)]

    def key_of(self, member: str) -> bytes:
        """Return the member's key, made at their first sealed text."""
        if member not in self.keys:
            row = self.pen.ask(
                "SELECT locked FROM kwan_sealkey WHERE book = %s AND member = %s", self.book, member
            ).fetchone()
            if row is None:
                self.keys[member] = seals.new_key()
                locked = seals.lock(seals.installation_key(), self.keys[member])
                self.pen.put(
                    insert("kwan_sealkey", ("book", "member", "locked")), [(self.book, member, locked)]
                )
            else:
                self.keys[member] = seals.unlock(seals.installation_key(), row[0])
        return self.keys[member]

    def _lines(self, number: int, lines: Iterable[Line]) -> None:
        for position, line in enumerate(lines, 1):
            if line.table is ClosedPeriod:
                self.closed = max(self.closed, int(line.values["upto"] or 0))
            self.lines.setdefault(line.table, []).append(
                {"book": self.book, "entry": number, "line": position, **line.values}
            )

    def _chain(self, entry: list[Any], transfers: list[tuple[Any, ...]]) -> None:
        self.head_hash = next_hash(self.head_hash, chained(entry, transfers))
        self.head = entry[1]
        self.entries.append((*entry, self.head_hash))

    # -- writing it down ------------------------------------------------------------------------

    def flush(self) -> None:
        """Write all that was worked out, and forget it."""
        if not self.entries:
            return
        self.pen.put(insert("kwan_entry", tuple(ENTRY)), self.entries)
        self.purses.write({number for row in self.transfers for number in row[3:5]})
        if self.transfers:
            self.pen.put(insert("kwan_transfer", tuple(TRANSFER)), self.transfers)
        self._write_months()
        if self.sealed:
            self.pen.put(insert("kwan_seal", tuple(SEAL)), self.sealed)
        for table, rows in self.lines.items():
            columns = tuple(f.column for f in table._meta.concrete_fields if f.column)
            self.pen.put(
                insert(table._meta.db_table, columns), [[row.get(name) for name in columns] for row in rows]
            )
        self.pen.ask(
            "UPDATE kwan_book SET head = %s, head_hash = %s WHERE id = %s",
            self.head,
            self.head_hash,
            self.book,
        )
        for kept in (self.entries, self.transfers, self.sealed, self.lines, self.months):
            kept.clear()

    def _write_months(self) -> None:
        if self.months:
            sql = (
                "INSERT INTO kwan_accountmonth (book, account, month, came_in, went_out) VALUES (%s, %s, %s, %s, %s) "
                "ON CONFLICT (book, account, month) DO UPDATE SET came_in = kwan_accountmonth.came_in + excluded.came_in, "
                "went_out = kwan_accountmonth.went_out + excluded.went_out"
            )
            self.pen.put(sql, [(self.book, *key, *sums) for key, sums in sorted(self.months.items())])

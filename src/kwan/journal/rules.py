"""The journal's words and arithmetic, on plain values.

A *command* is what somebody did, as a frozen dataclass. What it moves and which lines it leaves
in the rooms follow from its body alone, so the whole book can be rebuilt and compared at any time.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from hashlib import sha256
from types import UnionType
from typing import Any, ClassVar, Literal, NamedTuple, Self, Union, get_args, get_origin, get_type_hints

Kind = Literal["held", "owed", "world"]
BAHT = "THB"  # the commodity of money; its smallest unit is the satang
NOT_IN_THE_BOOKS = "not-in-the-books"
OWN_PAPER = "fund.household_"  # kinds that begin so are a member's own paper: no date or count of the group rests on them


class Place(NamedTuple):
    """An account as a command names it: where something is kept, owed, or comes from."""

    kind: Kind
    code: str


def held(code: str) -> Place:
    """A purse, store or loan of the group's; never below zero."""
    return Place("held", code)


def owed(code: str) -> Place:
    """What belongs to a member and is kept by the group; never above zero."""
    return Place("owed", code)


def world(code: str) -> Place:
    """Hands, givers, buyers, suppliers: whatever lies outside the group."""
    return Place("world", code)


class Move(NamedTuple):
    """One transfer to be made: a positive integer of the smallest unit, from one place to another."""

    source: Place
    target: Place
    quantity: int
    commodity: str = BAHT


class Flow(NamedTuple):
    """All that moved from one account to another on one day, satang."""

    source: str
    target: str
    on: date
    satang: int


class Line(NamedTuple):
    """One row to be written in a room: its table's model and its values."""

    table: type[Any]
    values: dict[str, int | str | None]


class Sealed(NamedTuple):
    """One personal value, kept in a seal beside the entry and never in it."""

    field: str
    member: str
    value: int | str


class Refusal(Exception):
    """The books do not take this. Says why in both languages; nothing was written."""

    def __init__(self, code: str, th: str, en: str) -> None:
        super().__init__(f"{th} · {en}")
        self.code, self.th, self.en = code, th, en


@dataclass(frozen=True, kw_only=True)
class Command:
    """What happened, on which day. Subclasses add fields and say what moves and what is written."""

    kind: ClassVar[str]
    sealed_fields: ClassVar[tuple[str, ...]] = ()
    strikes: ClassVar[
        tuple[str, ...]
    ] = ()  # kinds that a correction of this kind undoes, leaving nothing in their place
    on: date

    def natural_key(self) -> str | None:
        """The paper's own identity (order number, member and day …), by which a file is known again."""
        return None

    def subject(self) -> str:
        """The member whom the sealed values are about."""
        return str(getattr(self, "member", ""))

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse (raise Refusal) what the book as it stands cannot take. `memo` lives as long as one batch."""

    def moves(self) -> Iterable[Move]:
        """Return what this transfers. From the body alone."""
        return ()

    def lines(self) -> Iterable[Line]:
        """Return the rooms' rows. From the body alone."""
        return ()

    def seals(self) -> Iterator[Sealed]:
        """Yield the personal values. One that is None leaves no seal."""
        for field in self.sealed_fields:
            value = getattr(self, field)
            if value is not None:
                yield Sealed(field, self.subject(), value)

    def body(self) -> dict[str, Any]:
        """Return the public fields as JSON values. None and empty are left out, so that a field added later changes no old body."""
        public = (f.name for f in fields(self) if f.name not in self.sealed_fields and f.name != "on")
        plain = {name: to_plain(getattr(self, name)) for name in public}
        return {name: value for name, value in plain.items() if value not in (None, [], "")}

    @classmethod
    def from_body(cls, on: date, body: Mapping[str, Any], seals: Mapping[str, int | str]) -> Self:
        """Return the command that this body and these seals came from. An erased seal reads as None."""
        hints = get_type_hints(cls)
        values: dict[str, Any] = dict.fromkeys(cls.sealed_fields)
        for field in fields(cls):
            if field.name in body:
                values[field.name] = from_plain(hints[field.name], body[field.name])
        return cls(on=on, **{**values, **seals})


def to_plain(value: Any) -> Any:
    """Return a field's value as JSON can hold it: dates as yyyymmdd, dataclasses as objects."""
    if isinstance(value, date):
        return day_number(value)
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if is_dataclass(value):
        plain = {f.name: to_plain(getattr(value, f.name)) for f in fields(value)}
        return {name: item for name, item in plain.items() if item not in (None, [], "")}
    return value


def from_plain(hint: Any, value: Any) -> Any:
    """Return the value that `to_plain` was given, for a field of this type."""
    if get_origin(hint) in (UnionType, Union):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if hint is date:
        return day_of(value)
    if get_origin(hint) is tuple:
        return tuple(from_plain(get_args(hint)[0], item) for item in value)
    if isinstance(hint, type) and is_dataclass(hint):
        hints = get_type_hints(hint)
        return hint(**{name: from_plain(hints[name], item) for name, item in value.items()})
    return value


def day_number(on: date) -> int:
    """Return a date as the integer yyyymmdd (Christian era), the same in every database."""
    return on.year * 10000 + on.month * 100 + on.day


def day_of(number: int) -> date:
    """Return the date of a yyyymmdd integer."""
    return date(number // 10000, number // 100 % 100, number % 100)


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def canonical(value: Any) -> str:
    """Return the one JSON text of a value: keys sorted, no spaces, Thai as it is."""
    return _encode(value)


def first_hash(book_uid: str) -> str:
    """Return the hash that stands before a book's first entry (64 hex digits)."""
    return sha256(f"kwan book {book_uid}".encode()).hexdigest()


def next_hash(before: str, content: list[Any]) -> str:
    """Return the hash of an entry whose content is given, covering the entry before it."""
    return sha256(f"{before}\n{canonical(content)}".encode()).hexdigest()


def seal_digest(salt: str, seal: Sealed) -> str:
    """Return the salted hash by which an entry holds a personal value without saying it."""
    return sha256(f"{salt}\n{canonical(list(seal))}".encode()).hexdigest()


def missing(kind: Kind, balance: int) -> int:
    """Return by how much a balance breaks the law of its kind (held ≥ 0, owed ≤ 0); 0 if it does not."""
    if kind == "held":
        return max(0, -balance)
    return max(0, balance) if kind == "owed" else 0


@dataclass(slots=True)
class Purse:
    """An account while an entry is worked out."""

    number: int
    kind: Kind
    code: str
    commodity: str
    balance: int

    @property
    def place(self) -> Place:
        """Its name, as a command would say it."""
        return Place(self.kind, self.code)


Step = tuple[Purse, Purse, int]
Open = Callable[[Place, str], Purse]


def shift(source: Purse, target: Purse, quantity: int) -> None:
    """Move a quantity; the other way round it is taken back."""
    source.balance -= quantity
    target.balance += quantity


def carry_out(moves: Iterable[Move], open_purse: Open) -> list[Step]:
    """Make the moves of one entry and return them as steps between accounts."""
    done: list[Step] = []
    for move in moves:
        step = open_purse(move.source, move.commodity), open_purse(move.target, move.commodity), move.quantity
        shift(*step)
        done.append(step)
    return done


def broken(done: Iterable[Step]) -> list[Purse]:
    """Return the accounts that stand on the wrong side after these steps, in the order they were touched."""
    touched = {purse.number: purse for step in done for purse in step[:2]}
    return [purse for purse in touched.values() if missing(purse.kind, purse.balance)]


def fill_up(done: list[Step], open_purse: Open) -> None:
    """Add the steps by which what the old books left out comes from, or goes, *not in the books*."""
    for purse in broken(done):
        outside = open_purse(world(NOT_IN_THE_BOOKS), purse.commodity)
        short = missing(purse.kind, purse.balance)
        step = (outside, purse, short) if purse.kind == "held" else (purse, outside, short)
        shift(*step)
        done.append(step)


def undoing(steps: Iterable[Step]) -> list[Move]:
    """Return the moves that undo these steps, last first."""
    return [
        Move(target.place, source.place, quantity, source.commodity)
        for source, target, quantity in reversed(list(steps))
    ]

"""Everything a book holds about one member: entries that name them, what is sealed for them, what moved for them."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from kwan.journal.keyring import keys_of, value_of
from kwan.journal.models import Account, Entry, Seal, Transfer
from kwan.journal.queries import EntryView, as_people_see, entries_numbered
from kwan.journal.rules import canonical

Body = dict[str, Any]


@dataclass(frozen=True)
class About:
    """An entry that names a member.

    `said` is the whole body where the entry is about them, and only the parts that name them where it is about
    something else. `sealed` are their personal values in it, opened; `moved` are what it moved on their own
    accounts: (account, quantity as people see it, balance after). Quantities in satang.
    """

    entry: EntryView
    is_own: bool
    said: Body
    sealed: tuple[tuple[str, int | str | None], ...]
    moved: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True)
class Words:
    """Words sealed beside another's entry, in which a text was found: the entry, the field, its day and what it says."""

    entry: int
    field: str
    kind: str
    on: date
    says: str


def about(book: int, member: str) -> list[About]:
    """Return every entry that names this member, holds a seal of theirs or moved something of theirs, oldest first."""
    sealed = _sealed_for(book, member)
    moved = _moved_for(book, member)
    own = Entry.objects.filter(book=book, body__contains=canonical(member)).values_list("number", flat=True)
    found = entries_numbered(book, {*own, *sealed, *moved})
    named = (
        _about(entry, member, sealed.get(entry.number, ()), moved.get(entry.number, ())) for entry in found
    )
    return [one for one in named if one.is_own or one.said or one.sealed or one.moved]


def parts_naming(said: Any, member: str) -> Any:
    """Return what in a value of a body names this member, None if nothing does.

    A record that names them is returned whole, of a list only what names them: one person of many is told no other.
    """
    if isinstance(said, dict):
        return (
            said if member in said.values() else _some(parts_naming(each, member) for each in said.values())
        )
    if isinstance(said, list):
        return [member] if member in said else _some(parts_naming(each, member) for each in said)
    return member if said == member else None


def seals_saying(book: int, text: str, member: str) -> list[Words]:
    """Return the words sealed for others, or for nobody, in which this text stands; the member's own are left out."""
    keys = keys_of(book)
    sealed = (
        Seal.objects.filter(book=book, cipher__isnull=False).exclude(member=member).order_by("entry", "field")
    )
    opened = ((seal, value_of(seal, keys)) for seal in sealed)
    found = [(seal, str(value)) for seal, value in opened if value is not None and text in str(value)]
    entries = {entry.number: entry for entry in entries_numbered(book, {seal.entry for seal, _ in found})}
    return [
        Words(seal.entry, seal.field, entries[seal.entry].kind, entries[seal.entry].on, value)
        for seal, value in found
    ]


def _about(
    entry: EntryView,
    member: str,
    sealed: Iterable[tuple[str, int | str | None]],
    moved: Iterable[tuple[str, int, int]],
) -> About:
    body: Body = json.loads(entry.body)
    is_own = body.get("member") == member
    parts = {name: parts_naming(value, member) for name, value in body.items()}
    said = body if is_own else {name: part for name, part in parts.items() if part is not None}
    return About(entry, is_own, said, tuple(sealed), tuple(moved))


def _some(parts: Iterator[Any]) -> list[Any] | None:
    found = [part for part in parts if part is not None]
    flat = [one for part in found for one in (part if isinstance(part, list) else [part])]
    return flat or None


def _sealed_for(book: int, member: str) -> dict[int, list[tuple[str, int | str | None]]]:
    keys = keys_of(book)
    found: dict[int, list[tuple[str, int | str | None]]] = {}
    for seal in Seal.objects.filter(book=book, member=member).order_by("entry", "field"):
        found.setdefault(seal.entry, []).append((seal.field, value_of(seal, keys)))
    return found


def _moved_for(book: int, member: str) -> dict[int, list[tuple[str, int, int]]]:
    """Return, by entry, what moved on the accounts that are called after the member and belong to them."""
    rows = Account.objects.filter(book=book, code__endswith=f":{member}", kind="owed")
    accounts = {row.number: row for row in rows}
    found: dict[int, list[tuple[str, int, int]]] = {}
    if not accounts:
        return found
    for side, sign in (("source", -1), ("target", 1)):
        for move in Transfer.objects.filter(book=book, **{f"{side}__in": list(accounts)}).order_by(
            "entry", "line"
        ):
            account = accounts[getattr(move, side)]
            after = as_people_see("owed", getattr(move, f"{side}_after"))
            quantity = as_people_see("owed", sign * move.quantity)
            found.setdefault(move.entry, []).append((account.code, quantity, after))
    return found


def balances_of(book: int, member: str) -> dict[str, int]:
    """Return what the group owes this member, by account, in satang as people see it."""
    rows = Account.objects.filter(book=book, code__endswith=f":{member}", kind="owed").order_by("number")
    return {row.code: as_people_see("owed", row.balance) for row in rows}

"""Questions about what members agreed to. The last thing a member said of a purpose stands."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kwan.journal.queries import names_in_seals, standing_rows
from kwan.journal.rules import day_of
from kwan.people.models import ConsentGiven, ConsentWithdrawn
from kwan.people.queries.members import member_references
from kwan.people.rules.consents import PURPOSES

State = Literal["given", "withdrawn", "not_asked"]


@dataclass(frozen=True)
class Said:
    """One thing a member said of a purpose: yes with a version of the words, or no."""

    entry: int
    member: str
    purpose: str
    on: date
    way: str
    is_yes: bool
    version: int | None = None
    lang: str | None = None
    text: str | None = None
    witness: str | None = None


@dataclass(frozen=True)
class Consent:
    """How one purpose stands for one member, and all they said of it, oldest first."""

    purpose: str
    state: State
    history: tuple[Said, ...]

    @property
    def last(self) -> Said | None:
        """What they said last."""
        return self.history[-1] if self.history else None


def consents(book: int, member: str, upto: int | None = None) -> list[Consent]:
    """Return how every purpose stands for this member, in the order in which they are asked."""
    said = [one for one in _said(book, upto) if one.member == member]
    return [_consent(purpose, tuple(one for one in said if one.purpose == purpose)) for purpose in PURPOSES]


def withdrawals(book: int, purpose: str, upto: int | None = None) -> dict[int, str]:
    """Return the member of every entry that said no to this purpose, or took it back, by entry."""
    return {one.entry: one.member for one in _said(book, upto) if one.purpose == purpose and not one.is_yes}


def not_asked(book: int) -> dict[str, tuple[str, ...]]:
    """Return the purposes of which a member said neither yes nor no, by member; who was asked everything is not there.

    Tells who is still to be asked, and never who said no.
    """
    said = {(one.member, one.purpose) for one in _said(book, None)}
    left = {
        member: tuple(purpose for purpose in PURPOSES if (member, purpose) not in said)
        for member in sorted(member_references(book))
    }
    return {member: purposes for member, purposes in left.items() if purposes}


def agreed_to(book: int, member: str) -> dict[str, int | None]:
    """Return the version a member agreed to, by purpose; what was taken back is not there."""
    standing = {one.purpose: one for one in _said(book, None) if one.member == member}
    return {purpose: one.version for purpose, one in standing.items() if one.is_yes}


def withdrawn(book: int, purpose: str, upto: int | None = None) -> set[str]:
    """Return who said no to this purpose, or took it back, as the book stood at entry `upto` (default: now)."""
    standing = {one.member: one.is_yes for one in _said(book, upto) if one.purpose == purpose}
    return {member for member, is_yes in standing.items() if not is_yes}


def _consent(purpose: str, history: tuple[Said, ...]) -> Consent:
    if not history:
        return Consent(purpose, "not_asked", ())
    return Consent(purpose, "given" if history[-1].is_yes else "withdrawn", history)


def _said(book: int, upto: int | None) -> list[Said]:
    """Return all that was said, in the order in which it was written."""
    witnesses = names_in_seals(book, "witness")
    yes = [
        Said(
            row.entry, row.member, row.purpose, day_of(row.day), row.way, is_yes=True, version=row.version,
            lang=row.lang, text=row.text, witness=witnesses.get(row.entry),
        )
        for row in standing_rows(ConsentGiven, book, upto)
    ]  # fmt: skip
    no = [
        Said(row.entry, row.member, row.purpose, day_of(row.day), row.way, is_yes=False)
        for row in standing_rows(ConsentWithdrawn, book, upto)
    ]
    return sorted([*yes, *no], key=lambda one: one.entry)

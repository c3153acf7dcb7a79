"""A member is forgotten: in the book, at the door, in the files beside the books, and on the disk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.conf import settings

from kwan.fund import queries as fund
from kwan.journal import erasures
from kwan.journal.about import Words, balances_of, seals_saying
from kwan.journal.commands import Envelope
from kwan.journal.sweeping import sweep
from kwan.people.commands import Erase, Mention, erase
from kwan.people.entrance.closing import close_doors
from kwan.people.queries import Member
from kwan.web.incoming import workbooks as incoming
from kwan.web.words.kinds import is_in_own_book
from kwan.workbook.mends import forget_person

FEWEST_LETTERS: Final = 4  # a first name that is shorter stands in too many words


@dataclass(frozen=True)
class Stakes:
    """What an erasure touches: `named` are words of others with the whole name, `maybe` with the first name alone."""

    balances: dict[str, int]
    loans: tuple[str, ...]
    offices: tuple[str, ...]
    named: tuple[Words, ...]
    maybe: tuple[Words, ...]

    @property
    def has_money(self) -> bool:
        """Whether anything is open between the member and the group."""
        return any(self.balances.values()) or bool(self.loans)


def stakes_of(book: int, person: Member) -> Stakes:
    """Return what is open, and where else the member is named."""
    loans = (loan.number for loan in fund.loans(book) if loan.member == person.reference and loan.balance)
    name = person.name or ""
    first = name.split(" ")[0]
    named = _said_openly(book, name, person.reference) if name else []
    maybe = _said_openly(book, first, person.reference) if len(first) >= FEWEST_LETTERS else []
    return Stakes(
        balances_of(book, person.reference),
        tuple(loans),
        tuple(term.office for term in person.offices if term.until is None and term.office != "member"),
        tuple(named),
        tuple(words for words in maybe if words not in named),
    )


def _said_openly(book: int, text: str, member: str) -> list[Words]:
    """Return others' words in which a text stands. What they write in their own household books is shown to nobody."""
    return [words for words in seals_saying(book, text, member) if not is_in_own_book(words.kind)]


@dataclass(frozen=True)
class Wish:
    """Who is to be forgotten, by which form, and which of the doubtful words go too ("entry/field")."""

    member: str
    form: str
    actor: str
    on: date
    at: datetime
    ticked: frozenset[str]


def forgotten(book: int, stakes: Stakes, wish: Wish) -> int:
    """Write the erasure and do all that follows from it; return the entry's number. Raise Refusal."""
    command = Erase(on=wish.on, member=wish.member, mentions=tuple(_mentions(stakes, wish.ticked)))
    number = erase(book, Envelope(command, wish.form, wish.actor, wish.at))
    erasures.catch_up(settings.KWAN_DATA)
    close_doors(book, wish.member, at=wish.at, by=wish.actor)
    incoming.throw_all_away()
    forget_person(settings.KWAN_DATA, wish.member)
    sweep()
    return number


def _mentions(stakes: Stakes, ticked: frozenset[str]) -> Iterable[Mention]:
    chosen = (words for words in stakes.maybe if f"{words.entry}/{words.field}" in ticked)
    return (Mention(entry=words.entry, field=words.field) for words in (*stakes.named, *chosen))

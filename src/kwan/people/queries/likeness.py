"""Questions about who may stand in the register twice."""

from collections.abc import Iterable
from dataclasses import dataclass

from kwan.journal.queries import standing_rows
from kwan.people.models import ToldApart
from kwan.people.queries.members import Member, members
from kwan.people.rules.likeness import Called, Why, alike, pairs


@dataclass(frozen=True)
class Pair:
    """Two members who may be one person, and why it looks so."""

    one: Member
    other: Member
    why: Why


def likely_the_same(book: int, name: str, nickname: str, house: str) -> list[tuple[Member, Why]]:
    """Return who of the register may be this person already, those who left among them."""
    person = Called("", name, nickname or None, house or None)
    known = ((member, alike(person, _called(member))) for member in members(book))
    return [(member, why) for member, why in known if why]


def likely_pairs(book: int, everybody: Iterable[Member]) -> list[Pair]:
    """Return who of these may be one person, two by two; whom the group told apart is left out."""
    by_reference = {member.reference: member for member in everybody}
    apart = set(standing_rows(ToldApart, book).values_list("member", "other"))
    found = pairs([_called(member) for member in by_reference.values()])
    return [
        Pair(by_reference[one.reference], by_reference[other.reference], why)
        for one, other, why in found
        if tuple(sorted((one.reference, other.reference))) not in apart
    ]


def _called(member: Member) -> Called:
    return Called(member.reference, member.name, member.nickname, member.house)

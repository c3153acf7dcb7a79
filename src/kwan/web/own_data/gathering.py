"""Everything the books hold about one member, gathered; of others, nothing."""

from dataclasses import dataclass

from kwan.journal.about import About, about, balances_of
from kwan.journal.queries import BookHead
from kwan.people.queries import Member, member
from kwan.people.queries.consents import Consent, consents
from kwan.people.queries.doors import Door, doors_of
from kwan.web.words.kinds import is_sealed


@dataclass(frozen=True)
class OwnData:
    """What is about one member as the book stood at its head. Balances in satang by account.

    `is_whole` is False where somebody else looks for them: then what was told in confidence is not in it.
    """

    head: BookHead
    member: Member
    balances: dict[str, int]
    entries: tuple[About, ...]
    consents: tuple[Consent, ...]
    doors: tuple[Door, ...]
    is_whole: bool

    @property
    def own(self) -> tuple[About, ...]:
        """The entries that are about the member."""
        return tuple(one for one in self.entries if one.is_own or one.moved)

    @property
    def elsewhere(self) -> tuple[About, ...]:
        """The entries that are about something else and name the member."""
        return tuple(one for one in self.entries if not (one.is_own or one.moved))


def gathered(head: BookHead, reference: str, *, is_whole: bool) -> OwnData | None:
    """Return what is about the member of this reference, None if there is no such member.

    Without `is_whole`, answers, debts told and whatever else is sealed by its kind are left out.
    """
    person = member(head.book, reference)
    if person is None:
        return None
    entries = about(head.book, reference)
    shown = [one for one in entries if is_whole or not is_sealed(one.entry.kind)]
    return OwnData(
        head, person, balances_of(head.book, reference), tuple(shown), tuple(consents(head.book, reference)),
        tuple(doors_of(head.book, reference)), is_whole,
    )  # fmt: skip

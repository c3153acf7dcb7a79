"""Who comes, who goes, who comes back, and what is known of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kwan.journal.commands import Envelope, forget
from kwan.journal.models import Erasure, MentionErased
from kwan.journal.rules import Command, Line, Refusal, day_number
from kwan.people import queries
from kwan.people.models import Joining, Leaving, MemberDescribed, Returning, ToldApart
from kwan.people.rules.spans import Span


@dataclass(frozen=True, kw_only=True)
class Join(Command):
    """A person becomes a member. A name is enough; where they live may be added.

    A nickname and a house number help to tell people of one name apart.
    """

    kind: ClassVar = "people.joined"
    sealed_fields: ClassVar = ("name", "nickname", "house")
    member: str
    name: str | None = None
    nickname: str | None = None
    house: str | None = None
    subdistrict: int | None = None
    district: int | None = None

    def natural_key(self) -> str:
        """The member's reference is the identity."""
        return f"member/{self.member}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a reference that another member has."""
        known = members_in(book, memo)
        if self.member in known and not memo.get("correcting"):
            raise Refusal(
                "member_known", f"มีสมาชิกรหัส {self.member} อยู่แล้ว", f"There is already a member {self.member}."
            )
        known.add(self.member)

    def lines(self) -> Iterator[Line]:
        """The joining."""
        yield Joining.of(
            member=self.member, day=day_number(self.on), subdistrict=self.subdistrict, district=self.district
        )


@dataclass(frozen=True, kw_only=True)
class OfMember(Command):
    """Something that concerns one member, who must be in the book."""

    member: str

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a member whom the book does not know."""
        known_member(book, memo, self.member)


@dataclass(frozen=True, kw_only=True)
class DescribeMember(OfMember):
    """What is known of a member has changed: a new name, another house. The newest description stands whole.

    A place that is left out stays as it was.
    """

    kind: ClassVar = "people.member_described"
    sealed_fields: ClassVar = ("name", "nickname", "house")
    name: str | None = None
    nickname: str | None = None
    house: str | None = None
    subdistrict: int | None = None
    district: int | None = None

    def lines(self) -> Iterator[Line]:
        """The description."""
        yield MemberDescribed.of(
            member=self.member, day=day_number(self.on), subdistrict=self.subdistrict, district=self.district
        )


@dataclass(frozen=True, kw_only=True)
class TellApart(OfMember):
    """Two members who look alike on paper are two people."""

    kind: ClassVar = "people.told_apart"
    other: str

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse somebody unknown, and a member told apart from themselves."""
        super().decide(book, memo)
        known_member(book, memo, self.other)
        if self.member == self.other:
            raise Refusal("the_same", "เป็นสมาชิกรหัสเดียวกัน", "This is one and the same member.")

    def lines(self) -> Iterator[Line]:
        """The two, in the order of their references."""
        member, other = sorted((self.member, self.other))
        yield ToldApart.of(member=member, other=other)


@dataclass(frozen=True, kw_only=True)
class Leave(OfMember):
    """A member leaves the group. Their savings stay in the book; offices end with it."""

    kind: ClassVar = "people.left"

    def natural_key(self) -> str:
        """A member leaves once in the papers; who left again after returning, left on another day."""
        return f"left/{self.member}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse, where it is told as it happens, somebody who is no member, or was none yet on this day."""
        super().decide(book, memo)
        if _is_told_live(memo):
            _refuse_before(book, self.member, self.on, is_member=True)

    def lines(self) -> Iterator[Line]:
        """The leaving."""
        yield Leaving.of(member=self.member, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class Return(OfMember):
    """Who left comes back, under the same reference: the passbook goes on."""

    kind: ClassVar = "people.returned"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse somebody who is a member, or had not left yet on this day."""
        super().decide(book, memo)
        if _is_told_live(memo):
            _refuse_before(book, self.member, self.on, is_member=False)

    def lines(self) -> Iterator[Line]:
        """The return."""
        yield Returning.of(member=self.member, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class Mention:
    """Words sealed beside another's entry that name somebody: its number, and the field they are sealed in."""

    entry: int
    field: str


@dataclass(frozen=True, kw_only=True)
class Erase(OfMember):
    """A member asks that what is about them be erased, with the words that name them elsewhere. The sums of the book stay."""

    kind: ClassVar = "people.erased"
    mentions: tuple[Mention, ...] = ()

    def lines(self) -> Iterator[Line]:
        """The permission for the seals to go."""
        yield Erasure.of(member=self.member)
        for mention in self.mentions:
            yield MentionErased.of(seal_entry=mention.entry, field=mention.field)


def erase(book: int, envelope: Envelope) -> int:
    """Write the erasure and remove the member's seals and key, in one transaction; return the entry's number."""
    if not isinstance(envelope.command, Erase):
        message = "only an Erase command erases"
        raise TypeError(message)
    command = envelope.command
    mentions = [(mention.entry, mention.field) for mention in command.mentions]
    return forget(book, envelope, command.member, mentions)


def members_in(book: int, memo: dict[str, Any]) -> set[str]:
    """Return the members' references, read once a batch."""
    if "members" not in memo:
        memo["members"] = queries.member_references(book)
    known: set[str] = memo["members"]
    return known


def known_member(book: int, memo: dict[str, Any], member: str) -> None:
    """Refuse a member whom the book does not know. Several may be asked for in one command."""
    if "members" not in memo and not memo.get("batch"):
        if queries.is_member(book, member):
            return
    elif member in members_in(book, memo):
        return
    raise Refusal(
        "unknown_member",
        f"ไม่รู้จักสมาชิกรหัส {member} ในทะเบียน",
        f"No member {member} in the register.",
    )


def _is_told_live(memo: dict[str, Any]) -> bool:
    return memo.get("source") == "live" and "correcting" not in memo


def _refuse_before(book: int, member: str, on: date, *, is_member: bool) -> None:
    """Refuse a step that the member's history does not have room for: the last span must be open, or closed, by then."""
    last = queries.memberships(book).get(member, (Span(on, None),))[-1]  # who joins in this very batch
    if is_member and last.until is not None:
        raise Refusal("has_left", "คนนี้ออกจากกลุ่มไปแล้ว", "This person has left the group already.")
    if not is_member and last.until is None:
        raise Refusal("is_member", "คนนี้เป็นสมาชิกอยู่แล้ว", "This person is a member already.")
    if on < (last.until or last.since):
        raise Refusal(
            "too_early",
            "วันนี้มาก่อนที่เข้าหรือออกครั้งก่อน ดูวันที่อีกครั้ง",
            "This day lies before they last came or went; look at the date again.",
        )

"""What can happen to a group's people."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from kwan.journal.commands import Envelope, forget
from kwan.journal.models import Erasure
from kwan.journal.rules import Command, Line, Refusal, day_number
from kwan.people import queries
from kwan.people.models import GroupDetails, Joining, Leaving, OfficeLeft, OfficeTaken


@dataclass(frozen=True, kw_only=True)
class DescribeGroup(Command):
    """The group says what it does, where, since when, and in which project."""

    kind: ClassVar = "people.group_described"
    occupation: str | None = None
    project: str | None = None
    subdistrict: int | None = None
    founded: date | None = None

    def natural_key(self) -> str:
        """A group describes itself once; what differs later is a correction."""
        return "group"

    def lines(self) -> Iterable[Line]:
        """One line of what the group says of itself."""
        founded = day_number(self.founded) if self.founded else None
        yield GroupDetails.of(
            occupation=self.occupation, project=self.project, subdistrict=self.subdistrict, founded=founded
        )


@dataclass(frozen=True, kw_only=True)
class Join(Command):
    """A person becomes a member. A name is enough; where they live may be added."""

    kind: ClassVar = "people.joined"
    sealed_fields: ClassVar = ("name",)
    member: str
    name: str | None = None
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
class Leave(OfMember):
    """A member leaves the group."""

    kind: ClassVar = "people.left"

    def natural_key(self) -> str:
        """A member leaves once (who returns, joins again)."""
        return f"left/{self.member}"

    def lines(self) -> Iterator[Line]:
        """The leaving."""
        yield Leaving.of(member=self.member, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class TakeOffice(OfMember):
    """A member takes an office."""

    kind: ClassVar = "people.office_taken"
    office: str

    def natural_key(self) -> str:
        """Who took which office."""
        return f"office/{self.member}/{self.office}"

    def lines(self) -> Iterator[Line]:
        """The beginning of the term."""
        yield OfficeTaken.of(member=self.member, office=self.office, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class LeaveOffice(OfMember):
    """A member lays an office down."""

    kind: ClassVar = "people.office_left"
    office: str

    def natural_key(self) -> str:
        """Who laid which office down."""
        return f"office-left/{self.member}/{self.office}"

    def lines(self) -> Iterator[Line]:
        """The end of the term."""
        yield OfficeLeft.of(member=self.member, office=self.office, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class Erase(OfMember):
    """A member asks that what is about them be erased. The sums of the book stay."""

    kind: ClassVar = "people.erased"

    def lines(self) -> Iterator[Line]:
        """The permission for the seals to go."""
        yield Erasure.of(member=self.member)


def erase(book: int, envelope: Envelope) -> int:
    """Write the erasure and remove the member's seals and key, in one transaction; return the entry's number."""
    if not isinstance(envelope.command, Erase):
        message = "only an Erase command erases"
        raise TypeError(message)
    return forget(book, envelope, envelope.command.member)


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


COMMANDS: tuple[type[Command], ...] = (DescribeGroup, Join, Leave, TakeOffice, LeaveOffice, Erase)

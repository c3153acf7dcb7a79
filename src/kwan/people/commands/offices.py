"""Offices taken and laid down; one of each, for the offices that one person holds."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.journal.rules import Line, Refusal, day_number
from kwan.people import queries
from kwan.people.commands.members import OfMember
from kwan.people.models import OfficeLeft, OfficeTaken
from kwan.people.rules.offices import HELD_BY_ONE


@dataclass(frozen=True, kw_only=True)
class OfOffice(OfMember):
    """A member begins or ends a term in an office."""

    office: str

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse, where it is told as it happens, what the present holders leave no room for."""
        super().decide(book, memo)
        if memo.get("source") != "live" or "correcting" in memo:
            return
        if "holders" not in memo:
            memo["holders"] = queries.holders(book)
        self.decide_among(book, memo["holders"].setdefault(self.office, set()))

    def decide_among(self, book: int, holders: set[str]) -> None:
        """Refuse what these holders leave no room for; note in them what will be."""


@dataclass(frozen=True, kw_only=True)
class TakeOffice(OfOffice):
    """A member takes an office."""

    kind: ClassVar = "people.office_taken"

    def natural_key(self) -> str:
        """Who took which office."""
        return f"office/{self.member}/{self.office}"

    def decide_among(self, book: int, holders: set[str]) -> None:
        """Refuse who holds it already, who is no member today, and a second holder where there is one."""
        if self.member in holders:
            raise Refusal("holds_it", "คนนี้อยู่ในตำแหน่งนี้แล้ว", "This person holds the office already.")
        if queries.has_left(book, self.member):
            raise Refusal("has_left", "คนนี้ออกจากกลุ่มไปแล้ว", "This person has left the group already.")
        if holders and self.office in HELD_BY_ONE:
            raise Refusal(
                "one_holder",
                "ตำแหน่งนี้มีคนอยู่แล้ว ส่งต่อให้คนใหม่ที่หน้า “ส่งต่อตำแหน่ง”",
                "Somebody holds this office; hand it over on the page “Hand offices over”.",
            )
        holders.add(self.member)

    def lines(self) -> Iterator[Line]:
        """The beginning of the term."""
        yield OfficeTaken.of(member=self.member, office=self.office, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class LeaveOffice(OfOffice):
    """A member lays an office down."""

    kind: ClassVar = "people.office_left"

    def natural_key(self) -> str:
        """Who laid which office down."""
        return f"office-left/{self.member}/{self.office}"

    def decide_among(self, book: int, holders: set[str]) -> None:  # noqa: ARG002 - asked as its sister is
        """Refuse who does not hold it."""
        if self.member not in holders:
            raise Refusal("not_holding", "คนนี้ไม่ได้อยู่ในตำแหน่งนี้", "This person does not hold the office.")
        holders.discard(self.member)

    def lines(self) -> Iterator[Line]:
        """The end of the term."""
        yield OfficeLeft.of(member=self.member, office=self.office, day=day_number(self.on))

"""A savings day as the sheet of paper has it: who brought what, who took some out, what the cash came to. Satang."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Final, Literal, NamedTuple
from uuid import UUID, uuid5

Direction = Literal["in", "out"]
Sort = Literal["special", "share"] | None
PASSBOOKS: Final[Mapping[str | None, str]] = {None: "passbook:", "special": "special:", "share": "shares:"}


class Brought(NamedTuple):
    """One member's line: what came in and what was taken out, satang; nothing of both is absent."""

    member: str
    into: int = 0
    out: int = 0


class Slip(NamedTuple):
    """One sum of the sheet, as it becomes an entry of the book."""

    member: str
    direction: Direction
    satang: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole day. `counted` is the cash in the box at its end, `opening` what lay in it before anybody came."""

    on: date
    brought: tuple[Brought, ...]
    counted: int
    opening: int = 0

    @property
    def slips(self) -> tuple[Slip, ...]:
        """The sums in the order in which they are written: all that comes in before anything goes out."""
        into = (Slip(line.member, "in", line.into) for line in self.brought if line.into)
        out = (Slip(line.member, "out", line.out) for line in self.brought if line.out)
        return tuple(chain(into, out))

    @property
    def expected(self) -> int:
        """What the box should hold."""
        return expected(self.brought, self.opening)

    @property
    def difference(self) -> int:
        """What the box holds more (or, below zero, less) than was written."""
        return self.counted - self.expected


def expected(brought: Iterable[Brought], opening: int = 0) -> int:
    """Return what the box should hold after these lines. Below zero, more was paid out than there was."""
    return opening + sum(line.into - line.out for line in brought)


def beyond_the_passbook(brought: Iterable[Brought], balances: Mapping[str, int]) -> dict[str, int]:
    """Return the members who would take out more than they have, and what they have with today's saving."""
    have = {line: balances.get(line.member, 0) + line.into for line in brought if line.out}
    return {line.member: most for line, most in have.items() if line.out > most}


def likely_forgotten(difference: int, usual: Mapping[str, int], present: Iterable[str]) -> str | None:
    """Return the one absent member whose usual sum is just what there is too much; None if none, or several."""
    there = set(present)
    found = [
        member
        for member, satang in usual.items()
        if difference > 0 and satang == difference and member not in there
    ]
    return found[0] if len(found) == 1 else None


def slip_id(form: UUID, slip: Slip) -> str:
    """Return the id of one slip's command: the same form gives the same id, however often it is sent."""
    return str(uuid5(form, f"{slip.member}/{slip.direction}"))

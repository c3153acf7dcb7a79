"""A savings day as the sheet of paper has it: who brought what, who took some out, what the cash came to. Satang."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple
from uuid import UUID, uuid5

Direction = Literal["in", "out"]
Sort = Literal["special", "share"] | None
PASSBOOKS: Final[Mapping[Sort, str]] = {None: "passbook:", "special": "special:", "share": "shares:"}

Column = Literal["in", "special", "share", "welfare", "loan", "fine", "out", "out-special", "out-share"]
SAVED: Final[Mapping[Column, Sort]] = {"in": None, "special": "special", "share": "share"}
TAKEN: Final[Mapping[Column, Sort]] = {"out": None, "out-special": "special", "out-share": "share"}
SAVINGS: Final = "savings"


class Slip(NamedTuple):
    """One sum of the sheet, as it becomes an entry of the book.

    `purse` is the fund whose money it is, `number` the loan that is repaid, `asked` the entry that asked another
    officer for what is taken out, `cause` what a fine is for. What was sent to the bank has the `transfer`'s reference on it, and is no cash.
    """

    member: str
    column: Column
    satang: int
    purse: str = SAVINGS
    number: str = ""
    asked: int = 0
    cause: str = ""
    transfer: str = ""
    carried_by: str = ""

    @property
    def direction(self) -> Direction:
        """Into the group's keeping, or out of it."""
        return "out" if self.column in TAKEN else "in"

    @property
    def signed(self) -> int:
        """What the group's money grows by."""
        return -self.satang if self.column in TAKEN else self.satang

    @property
    def cash(self) -> int:
        """What the box grows by."""
        return 0 if self.transfer else self.signed


class Part(NamedTuple):
    """One sum of a member's line beside what is saved and taken out as a rule; the fields are a Slip's."""

    column: Column
    satang: int
    purse: str = SAVINGS
    number: str = ""
    asked: int = 0
    cause: str = ""


class Brought(NamedTuple):
    """One member's line: what came in and what was taken out, satang; nothing at all is absent.

    `into` and `out` are regular savings, `more` everything else. With a `transfer` all that came in came by the bank.
    """

    member: str
    into: int = 0
    out: int = 0
    more: tuple[Part, ...] = ()
    transfer: str = ""
    carried_by: str = ""

    @property
    def slips(self) -> tuple[Slip, ...]:
        """The line's sums."""
        parts = (Part("in", self.into), Part("out", self.out), *self.more)
        return tuple(self._slip(part) for part in parts if part.satang)

    def _slip(self, part: Part) -> Slip:
        if part.column in TAKEN:
            return Slip(self.member, *part)
        return Slip(self.member, *part, self.transfer, self.carried_by)


class Transfer(NamedTuple):
    """What a member sent to the bank, by the reference on the slip."""

    member: str
    reference: str
    satang: int


@dataclass(frozen=True)
class PurseCount:
    """The cash of one purse at the end of a day: what it should be, what was counted, what lay in it before."""

    purse: str
    expected: int
    counted: int
    opening: int = 0

    @property
    def difference(self) -> int:
        """What was counted more (or, below zero, less) than was written."""
        return self.counted - self.expected


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole day. `counted` is the cash in the savings box at its end, `opening` what lay in it before.

    `others` says what was counted in the boxes of other purses. `added_to` is the day's entry, if these slips
    come after the day was written.
    """

    on: date
    brought: tuple[Brought, ...]
    counted: int
    opening: int = 0
    others: tuple[tuple[str, int], ...] = ()
    added_to: int | None = None

    @property
    def slips(self) -> tuple[Slip, ...]:
        """The sums in the order in which they are written: all that comes in before anything goes out."""
        return in_order(self.brought)

    @property
    def transfers(self) -> tuple[Transfer, ...]:
        """The transfers that were sent, one a member."""
        sums = ((line, sum(slip.satang for slip in line.slips if slip.transfer)) for line in self.brought)
        return tuple(Transfer(line.member, line.transfer, satang) for line, satang in sums if satang)

    @property
    def counts(self) -> tuple[PurseCount, ...]:
        """The cash of each purse that the day has to do with, the savings first."""
        cash, counted = cash_by_purse(self.brought, self.opening), dict(self.others)
        first = PurseCount(SAVINGS, cash.pop(SAVINGS), self.counted, self.opening)
        rest = sorted({*cash, *counted})
        return (first, *(PurseCount(purse, cash.get(purse, 0), counted.get(purse, 0)) for purse in rest))

    @property
    def expected(self) -> int:
        """What all boxes should hold together."""
        return sum(count.expected for count in self.counts)

    @property
    def all_counted(self) -> int:
        """What all boxes hold together."""
        return sum(count.counted for count in self.counts)

    @property
    def difference(self) -> int:
        """What the boxes hold more (or, below zero, less) than was written."""
        return self.all_counted - self.expected


def in_order(brought: Iterable[Brought]) -> tuple[Slip, ...]:
    """Return all sums of these lines: what comes in, then what goes out."""
    slips = [slip for line in brought for slip in line.slips]
    return tuple(sorted(slips, key=lambda slip: slip.direction == "out"))


def cash_by_purse(brought: Iterable[Brought], opening: int = 0) -> dict[str, int]:
    """Return the cash that should be in the box of each purse; the savings' always, others where there is any."""
    cash = {SAVINGS: opening}
    for slip in in_order(brought):
        if slip.cash:
            cash[slip.purse] = cash.get(slip.purse, 0) + slip.cash
    return cash


def expected(brought: Iterable[Brought], opening: int = 0) -> int:
    """Return what the boxes should hold after these lines. Below zero, more was paid out than there was."""
    return sum(cash_by_purse(brought, opening).values())


def beyond_the_passbook(
    brought: Iterable[Brought], balances: Mapping[str, int], sort: Sort = None
) -> dict[str, int]:
    """Return the members who would take out more of a sort than they have, and what they have with today's saving."""
    beyond = {}
    for line in brought:
        slips = line.slips
        into = sum(slip.satang for slip in slips if slip.column in SAVED and SAVED[slip.column] == sort)
        out = sum(slip.satang for slip in slips if slip.column in TAKEN and TAKEN[slip.column] == sort)
        most = balances.get(line.member, 0) + into
        if out > most:
            beyond[line.member] = most
    return beyond


def likely_forgotten(difference: int, usual: Mapping[str, int], present: Iterable[str]) -> str | None:
    """Return the one absent member whose usual sum is just what there is too much; None if none, or several."""
    there = set(present)
    found = [
        member
        for member, satang in usual.items()
        if difference > 0 and satang == difference and member not in there
    ]
    return found[0] if len(found) == 1 else None


def whole_shares(satang: int, price: int) -> tuple[int, int]:
    """Return how many shares a sum buys, and what is left over (satang): 23 baht at 5 are 4 shares and 3 baht."""
    return divmod(satang, price) if price else (0, satang)


def slip_id(form: UUID, slip: Slip) -> str:
    """Return the id of one slip's command: the same form gives the same id, however often it is sent."""
    return str(uuid5(form, "/".join(filter(None, (slip.member, slip.column, slip.number)))))


def transfer_id(form: UUID, transfer: Transfer) -> str:
    """Return the id under which a transfer is counted."""
    return str(uuid5(form, f"{transfer.member}/transfer"))

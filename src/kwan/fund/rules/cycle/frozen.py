"""What a proposal freezes: the sums of the books on the closing day, each member's part, and what comes of them.

Sums are satang. A field that is nought may be left out of the entry, so all have a default.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from kwan.fund.rules.cycle.terms import PERSONAL, Terms
from kwan.thai import Refused


@dataclass(frozen=True, slots=True)
class Stake:
    """One member on the closing day.

    `regular`, `special`, `shares` are their savings; `opening` all of these as the cycle began, `net` what came in
    less what went out in each month since; `days` satang times days. `interest` is what they paid on loans in the
    cycle, `loan` the principal they still owe, `kept_up` whether every instalment of the cycle was kept.
    """

    member: str
    regular: int = 0
    special: int = 0
    shares: int = 0
    opening: int = 0
    net: tuple[int, ...] = ()
    days: int = 0
    interest: int = 0
    loan: int = 0
    kept_up: bool = True

    @property
    def savings(self) -> int:
        """All that belongs to this member."""
        return self.regular + self.special + self.shares

    def months(self, periods: int) -> int:
        """Return satang times months: what stood in the passbook as each month began, together.

        Raises:
            Refused: the cycle has more months than that.
        """
        if len(self.net) > periods:
            raise Refused(
                f"รอบนี้ยาว {len(self.net)} เดือน แต่ระเบียบให้รอบละ {periods} เดือน",
                f"This cycle has {len(self.net)} months; by the group's rule a cycle has {periods}.",
            )
        return self.opening * periods + sum(
            satang * (periods - month) for month, satang in enumerate(self.net, start=1)
        )


@dataclass(frozen=True, slots=True)
class Sums:
    """The savings fund on the closing day, and what the cycle brought.

    `cash`, `bank`, `lent` are what there is, `owed` what belongs to members, `waiting` what an earlier closing still
    owes them. `interest`, `fines`, `expenses` were received and spent in the cycle; `losses` are loans given up less
    what came back of them. `other` came in without being earned (gifts, what was brought forward).
    """

    cash: int = 0
    bank: int = 0
    lent: int = 0
    owed: int = 0
    waiting: int = 0
    interest: int = 0
    fines: int = 0
    earned: int = 0
    expenses: int = 0
    losses: int = 0
    other: int = 0

    @property
    def assets(self) -> int:
        """All that the fund has."""
        return self.cash + self.bank + self.lent

    @property
    def profit(self) -> int:
        """What the cycle earned, as money received: interest counts on the day it is paid."""
        return self.interest + self.fines + self.earned - self.expenses - self.losses

    @property
    def own(self) -> int:
        """What the fund has beyond what it owes."""
        return self.assets - self.owed - self.waiting

    @property
    def before(self) -> int:
        """What of that was there before this cycle's profit and what else came in."""
        return self.own - self.profit - self.other


@dataclass(frozen=True, slots=True)
class Amount:
    """One part of the profit, satang. `bank`: how much of it stays where it lies, in the bank."""

    name: str
    satang: int = 0
    bank: int = 0

    @property
    def is_personal(self) -> bool:
        """Does it go to members?"""
        return self.name in PERSONAL

    @property
    def cash(self) -> int:
        """The part that is taken out of the box."""
        return self.satang - self.bank


@dataclass(frozen=True, slots=True)
class Portion:
    """What one member gets: the savings that go back, and what is added to them (below zero: a loss)."""

    member: str
    regular: int = 0
    special: int = 0
    shares: int = 0
    dividend: int = 0
    refund: int = 0

    @property
    def savings(self) -> int:
        """The member's own money that goes back."""
        return self.regular + self.special + self.shares

    @property
    def gain(self) -> int:
        """What is added to it."""
        return self.dividend + self.refund

    @property
    def total(self) -> int:
        """All that the member is handed."""
        return self.savings + self.gain


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a closing comes to. `pool` is what was divided; it is all in `buckets` and `portions`, or `carried` on."""

    pool: int = 0
    buckets: tuple[Amount, ...] = ()
    portions: tuple[Portion, ...] = ()
    carried: int = 0

    @property
    def paid(self) -> int:
        """All that members are handed."""
        return sum(portion.total for portion in self.portions)

    @property
    def set_aside(self) -> int:
        """All that goes into purses of its own."""
        return sum(bucket.satang for bucket in self.buckets if not bucket.is_personal)

    @property
    def difference(self) -> int:
        """What the pool is more than what became of it: always nought."""
        return self.pool - self.paid - self.set_aside - self.carried


TERMS: Final = Terms()


@dataclass(frozen=True, slots=True)
class Closing:
    """One closing, frozen: the cycle's first and last day, the rules, what went in, what came of it.

    `upto` is the last entry that was read.
    """

    since: date
    until: date
    upto: int
    terms: Terms = TERMS
    sums: Sums = Sums()
    stakes: tuple[Stake, ...] = ()
    outcome: Outcome = Outcome()

    @property
    def days(self) -> int:
        """How long the cycle was, both ends counted."""
        return (self.until - self.since).days + 1

    @property
    def weighed(self) -> int:
        """What members had saved on average, day by day."""
        return sum(stake.days for stake in self.stakes) // self.days

    def stake(self, member: str) -> Stake:
        """Return a member's part. Raise LookupError."""
        return next(stake for stake in self.stakes if stake.member == member)

    def portion(self, member: str) -> Portion | None:
        """Return what a member gets, None for nothing."""
        return next((portion for portion in self.outcome.portions if portion.member == member), None)

"""What a group brings forward when its book begins in mid-life: one sheet, added up. Satang, grams, pieces."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from kwan.fund.rules.agreement import Agreement, Instalment, frozen, reckon
from kwan.fund.rules.calendar import Every
from kwan.fund.rules.instalments import Kind
from kwan.thai import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

StockUnit: TypeAlias = Literal["g", "piece"]
UNITS: Final[tuple[StockUnit, ...]] = ("g", "piece")
Opinion: TypeAlias = Literal["own", "missing", "even"]


@dataclass(frozen=True, slots=True)
class BroughtSavings:
    """What stands in a member's passbooks on the opening day."""

    member: str
    regular: int = 0
    special: int = 0
    share: int = 0

    @property
    def sorts(self) -> Iterator[tuple[Literal["special", "share"] | None, int]]:
        """The sorts that hold anything."""
        for sort, satang in ((None, self.regular), ("special", self.special), ("share", self.share)):
            if satang:
                yield sort, satang  # type: ignore[misc]

    @property
    def total(self) -> int:
        """All sorts together."""
        return self.regular + self.special + self.share


@dataclass(frozen=True, slots=True)
class BroughtMoney:
    """What a fund has on the opening day, in the box and in the bank."""

    purse: str
    cash: int = 0
    bank: int = 0


@dataclass(frozen=True, slots=True)
class BroughtLoan:
    """A loan that runs on the opening day: what is left of the principal, and the terms of the rest.

    `rate` in hundredths of a percent a year. `first_due` is the oldest instalment that is not paid; it may have
    passed. `original` is what was lent, on which a flat rate is reckoned; None where it is what is left.
    """

    number: str
    member: str
    left: int
    rate: int
    periods: int
    first_due: date
    method: Kind = "declining"
    every: str = "1month"
    original: int | None = None
    guarantors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BroughtStock:
    """Goods in the store on the opening day: grams ("g") or pieces ("piece")."""

    what: str
    quantity: int
    unit: StockUnit = "piece"


@dataclass(frozen=True, slots=True)
class OpeningSheet:
    """The whole sheet of one day."""

    on: date
    savings: tuple[BroughtSavings, ...] = ()
    money: tuple[BroughtMoney, ...] = ()
    loans: tuple[BroughtLoan, ...] = ()
    stock: tuple[BroughtStock, ...] = ()

    @property
    def owed(self) -> int:
        """What the group owes its members."""
        return sum(line.total for line in self.savings)

    @property
    def cash(self) -> int:
        """What lies in the boxes."""
        return sum(line.cash for line in self.money)

    @property
    def bank(self) -> int:
        """What lies in the bank."""
        return sum(line.bank for line in self.money)

    @property
    def lent(self) -> int:
        """What borrowers still have."""
        return sum(loan.left for loan in self.loans)

    @property
    def has(self) -> int:
        """Everything the group has in money."""
        return self.cash + self.bank + self.lent

    @property
    def own(self) -> int:
        """The group's own funds: what it has above what it owes its members. Below zero, so much is missing."""
        return self.has - self.owed

    @property
    def opinion(self) -> Opinion:
        """What the difference is called: the group's own funds, money that is missing, or none."""
        return "own" if self.own > 0 else "missing" if self.own < 0 else "even"


def rest_of(loan: BroughtLoan) -> tuple[Instalment, ...]:
    """Return the instalments that are still to come of a loan brought forward, from its oldest unpaid one on.

    A flat loan's interest goes on being reckoned on what was lent, in parts as before; another's on what is left.

    Raises:
        Refused: terms that make no loan, or less lent than is left.
    """
    if loan.original is not None and loan.original < loan.left:
        raise Refused("เงินต้นที่เหลือมากกว่าเงินที่กู้ไป", "More is left than was lent.")
    start = Every.read(loan.every).after(loan.first_due, -1)
    rows = frozen(reckon(agreement(loan), start))
    if loan.method != "flat" or loan.original in (None, loan.left):
        return rows
    whole = frozen(reckon(replace(agreement(loan), principal=loan.original or loan.left), start))
    return tuple(
        Instalment(row.due, row.principal, was.interest) for row, was in zip(rows, whole, strict=True)
    )


def agreement(loan: BroughtLoan) -> Agreement:
    """Return the terms that what is left is repaid by."""
    return Agreement(
        principal=loan.left, rate=loan.rate, periods=loan.periods, method=loan.method, every=loan.every,
        first_due=loan.first_due,
    )  # fmt: skip

"""When a passbook is closed: what is paid out, and what is kept back for a loan. Satang."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias, get_args

Cause: TypeAlias = Literal["left", "died"]
PaidTo: TypeAlias = Literal["member", "beneficiary"]
CAUSES: Final[tuple[Cause, ...]] = get_args(Cause)
PAID_TO: Final[tuple[PaidTo, ...]] = get_args(PaidTo)


@dataclass(frozen=True, slots=True)
class Ending:
    """What stands in a member's passbooks by sort, and what settles each loan of theirs that still runs, by number."""

    savings: Mapping[str | None, int]
    loans: Mapping[str, int]

    @property
    def saved(self) -> int:
        """All sorts together."""
        return sum(self.savings.values())

    @property
    def owing(self) -> int:
        """All that the loans still ask for."""
        return sum(self.loans.values())

    @property
    def handed_over(self) -> int:
        """What is counted into somebody's hand. Below zero, the savings do not cover the loans."""
        return self.saved - self.owing

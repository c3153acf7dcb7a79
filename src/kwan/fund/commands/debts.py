"""Debts outside the group, told in confidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kwan.fund.models import Debt
from kwan.journal.rules import Line, day_number
from kwan.people.commands import OfMember


@dataclass(frozen=True, kw_only=True)
class TellDebt(OfMember):
    """A member tells of a debt outside the group. All about it is sealed.

    `principal` and `instalment` (a month) in satang, `rate` in hundredths of a percent a year.
    """

    kind: ClassVar = "fund.debt_told"
    sealed_fields: ClassVar = ("creditor", "nature", "principal", "rate", "instalment")
    creditor: str | None = None
    nature: str | None = None
    principal: int | None = None
    rate: int | None = None
    instalment: int | None = None

    def lines(self) -> Iterator[Line]:
        """That there is a debt; nothing more."""
        yield Debt.of(member=self.member, day=day_number(self.on))

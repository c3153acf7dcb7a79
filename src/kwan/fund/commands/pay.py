"""What members earned from the group."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kwan.fund.models import Pay
from kwan.journal.rules import Line, day_number
from kwan.people.commands import OfMember


@dataclass(frozen=True, kw_only=True)
class NotePay(OfMember):
    """What a member earned from the group in a month. `on` is the first of that month; a fact without a transfer."""

    kind: ClassVar = "fund.pay_noted"
    satang: int

    def natural_key(self) -> str:
        """Member and month."""
        return f"pay/{self.member}/{day_number(self.on) // 100}"

    def lines(self) -> Iterator[Line]:
        """One month's pay."""
        yield Pay.of(member=self.member, month=day_number(self.on) // 100, satang=self.satang)

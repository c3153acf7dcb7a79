"""Dividing a pool among members so that every unit of it is accounted for."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from decimal import Decimal  # noqa: TC003 - the named tuple keeps its types
from fractions import Fraction
from typing import Any, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from kwan.fund.rules.rounding import SATANG, not_below_zero, rounded
from kwan.thai import Number, Refused, read_number

Remainder: TypeAlias = Literal["largest", "carry"]
Member = TypeVar("Member", bound=Hashable)


class ShareOut(NamedTuple, Generic[Member]):
    """What each member gets, and what is left for welfare or the next cycle; baht."""

    payouts: dict[Member, Decimal]
    carried: Decimal


def share_out(
    pool: Number,
    weights: Mapping[Member, Number],
    unit: Decimal = SATANG,
    remainder: Remainder = "largest",
) -> ShareOut[Member]:
    """Divide a pool by weight: shares, share-months, interest paid, or one each.

    Everybody gets whole units (a satang, a baht, a banknote), at first rounded down. What is
    over goes, by `remainder`:

    largest  a unit each to those who lost most by rounding (the method of largest remainders);
             among equals to the greater weight, then to the lower member number
    carry    to nobody: it is `carried`, for the meeting to place

    Payouts and what is carried add up to the pool; nobody is a whole unit off the exact share;
    the order in which members are listed changes nothing. Less than one unit is always carried.

    Raises:
        Refused: no weight, one below zero, a pool below zero, a unit not above zero, or an
            unknown remainder.
    """
    if remainder not in {"largest", "carry"}:
        raise Refused("เศษที่เหลือเลือกได้ largest หรือ carry", "What is left over is either largest or carry.")
    sum_to_share = not_below_zero(pool)
    whole = rounded(sum_to_share, "down", unit)
    units = int(whole / unit)
    heavy = {member: Fraction(not_below_zero(weight)) for member, weight in weights.items()}
    total = sum(heavy.values())
    if not total:
        raise Refused("ยังไม่มีหุ้นหรือน้ำหนักให้แบ่ง", "There is no share to divide by.")
    exact = {member: units * weight / total for member, weight in heavy.items()}
    given = {member: int(share) for member, share in exact.items()}
    if remainder == "largest":
        over = units - sum(given.values())

        def most_lost_first(member: Member) -> tuple[Fraction, Fraction, Any]:
            return given[member] - exact[member], -heavy[member], member

        for member in sorted(heavy, key=most_lost_first)[:over]:
            given[member] += 1
    payouts = {member: count * unit for member, count in given.items()}
    return ShareOut(payouts, sum_to_share - sum(payouts.values()))


def shares_bought(paid: Number, price: Number) -> tuple[int, Decimal]:
    """Return how many whole shares a sum buys, and what is over (baht), which needs a place too.

    23 at a price of 5 is 4 shares, and 3 over.

    Raises:
        Refused: a sum below zero, or a price that is not above zero.
    """
    cost = read_number(price)
    if cost <= 0:
        raise Refused("ราคาหุ้นต้องมากกว่าศูนย์", "The price of a share must be above zero.")
    shares, over = divmod(not_below_zero(paid), cost)
    return int(shares), over

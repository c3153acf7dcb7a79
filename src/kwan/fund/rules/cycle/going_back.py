"""Everything goes back: savings, and a part of the gain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kwan.fund.rules.cycle.frozen import Amount, Closing, Outcome, Portion, Stake
from kwan.fund.rules.cycle.terms import PERSONAL
from kwan.fund.rules.cycle.weighing import (
    divided,
    per_cents,
    weight_of,
)
from kwan.thai import Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def all_of_it(closing: Closing) -> Outcome:
    """Return what each member gets back, own savings and a part of the gain, after what is set aside.

    Raises:
        Refused: more is set aside than there is; nothing to divide by; loans that stand in the way.
    """
    terms, sums = closing.terms, closing.sums
    is_net = terms.loans == "net"
    pool = sums.cash + sums.bank - sums.waiting + (sums.lent if is_net else 0)
    asides = _asides(closing)
    shared = pool - sum(aside.satang for aside in asides)
    if shared < 0:
        raise Refused("กันเงินไว้มากกว่าเงินที่มี", "More is set aside than there is.")
    payouts = divided(terms, shared, _shares(closing, shared))
    portions = tuple(_going_back(stake, payouts.get(stake.member, 0)) for stake in closing.stakes)
    if is_net:
        _loans_are_covered(closing.stakes, payouts)
    kept = tuple(portion for portion in portions if portion.total or portion.savings)
    return Outcome(pool, asides, kept, shared - sum(payouts.values()))


def _asides(closing: Closing) -> tuple[Amount, ...]:
    """Return what is set aside before anything is shared: sums, and per cents of the profit."""
    buckets = [bucket for bucket in closing.terms.buckets if bucket.name not in PERSONAL]
    if any(bucket.how == "rest" for bucket in buckets):
        raise Refused("แบ่งคืนทั้งหมดแล้ว ไม่มี “ที่เหลือ”", "Where everything goes back, nothing takes the rest.")
    planned = per_cents(buckets, max(0, closing.sums.profit))
    return tuple(Amount(bucket.name, planned.get(bucket.name, bucket.figure)) for bucket in buckets)


def _shares(closing: Closing, shared: int) -> dict[str, int]:
    """Return the exact share of each: own savings and a part of the gain, as weights that add up to the pool.

    Where the fund lost, the loss is borne by savings, whatever a gain would have gone by.
    """
    stakes, own = closing.stakes, sum(stake.savings for stake in closing.stakes)
    gain = shared - own
    weights = {stake.member: weight_of(closing, stake) for stake in stakes}
    total = sum(weights.values())
    if gain < 0 and closing.terms.loans == "keep" and closing.sums.lent:
        raise Refused(
            "เงินในกองไม่พอคืนเงินออม เพราะบางส่วนยังให้กู้อยู่ ให้ส่งคืนก่อน หรือเลือกหักเงินกู้จากเงินที่ได้",
            "The fund cannot give the savings back while a part of them is lent. Loans come back first, or are taken off.",
        )
    if gain <= 0 or closing.terms.by == "shares":
        return {stake.member: stake.savings for stake in stakes}
    if not total:
        raise Refused("ยังไม่มีหุ้นหรือน้ำหนักให้แบ่ง", "There is nothing to divide by.")
    return {stake.member: stake.savings * total + gain * weights[stake.member] for stake in stakes}


def _going_back(stake: Stake, payout: int) -> Portion:
    return Portion(stake.member, stake.regular, stake.special, stake.shares, payout - stake.savings)


def _loans_are_covered(stakes: Iterable[Stake], payouts: Mapping[str, int]) -> None:
    short = [stake for stake in stakes if stake.loan > payouts.get(stake.member, 0)]
    if short:
        raise Refused(
            f"เงินกู้ที่เหลือ {len(short)} ราย มากกว่าเงินที่ผู้กู้จะได้ ให้ส่งคืนก่อน หรือเลือกให้เงินกู้อยู่ต่อ",
            f"{len(short)} loans are more than their borrowers would get. They come back first, or choose to let loans go on.",
        )

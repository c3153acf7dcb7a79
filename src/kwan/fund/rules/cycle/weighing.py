"""By what a sum is divided, and into which whole units."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from kwan.fund.rules.cycle.terms import PERCENT, Bucket, Terms
from kwan.fund.rules.shareout import Remainder, share_out
from kwan.thai import read_satang

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kwan.fund.rules.cycle.frozen import Closing, Stake

BAHT_IN_SATANG = 100
YEAR, LEAP_YEAR = 365, 366


def weights_of(closing: Closing) -> dict[str, int]:
    """Return what a dividend goes by: satang times months, or times days."""
    if closing.terms.basis == "days":
        return {stake.member: stake.days for stake in closing.stakes}
    return {stake.member: stake.months(closing.terms.periods) for stake in closing.stakes}


def year_of(closing: Closing) -> int:
    """Return how many months or days a whole year of savings weighs."""
    if closing.terms.basis == "months":
        return closing.terms.periods
    return closing.days if closing.days in (YEAR, LEAP_YEAR) else YEAR


def interest_of(closing: Closing) -> dict[str, int]:
    """Return what members paid in interest, those who have a refund by the group's rule."""
    everybody = closing.terms.eligible == "all"
    return {s.member: s.interest for s in closing.stakes if s.interest > 0 and (everybody or s.kept_up)}


def weight_of(closing: Closing, stake: Stake) -> int:
    """Return what a gain goes by; without a stake in the cycle there is none."""
    if not (stake.savings or stake.opening or any(stake.net) or stake.interest):
        return 0
    if closing.terms.by == "share_months":
        return stake.months(closing.terms.periods)
    weights = {
        "shares": stake.savings,
        "share_days": stake.days,
        "equal": 1,
        "interest_paid": max(0, stake.interest),
    }
    return weights[closing.terms.by]


def per_cents(buckets: Sequence[Bucket], profit: int) -> dict[str, int]:
    """Return the parts that are per cents of the profit, satang; together with what is left they are the profit."""
    heavy = {bucket.name: bucket.figure for bucket in buckets if bucket.how == "percent"}
    others = {"": PERCENT - sum(heavy.values())}
    parts = share_out(Decimal(profit), {**heavy, **others}, Decimal(1)).payouts
    return {name: int(parts[name]) for name in heavy}


def divided(terms: Terms, satang: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Divide a sum by weight; nothing where there is nothing to divide, or nobody to divide it by."""
    if not satang or not sum(weights.values()):
        return {}
    remainder: Remainder = "carry" if terms.remainder == "carry" else "largest"
    payouts = share_out(Decimal(satang), weights, Decimal(unit_of(terms)), remainder).payouts
    return {member: int(sum_) for member, sum_ in payouts.items()}


def unit_of(terms: Terms) -> int:
    """Return the least that is handed over: a satang, or a baht (in satang)."""
    return BAHT_IN_SATANG if terms.rounding == "down_to_baht" else 1


def rounded_alone(terms: Terms) -> str:
    """Return how a sum is rounded that is reckoned by itself."""
    return "half_up" if terms.rounding == "half_up" else "truncate"


def in_whole_units(baht: Decimal, terms: Terms) -> int:
    """Return a sum that was reckoned by itself as satang; where whole baht are handed over, cut down to these."""
    return read_satang(baht) // unit_of(terms) * unit_of(terms)


def in_baht(satang: int) -> Decimal:
    """Return satang as baht."""
    return Decimal(satang) / BAHT_IN_SATANG

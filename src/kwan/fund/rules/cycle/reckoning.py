"""The arithmetic of a closing. Whatever way a group chose, all that is divided can be found again.

Everything is whole satang and exact fractions; a sum is rounded where it is handed over and nowhere before.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from kwan.fund.rules.cycle.frozen import Amount, Closing, Outcome, Portion, Stake
from kwan.fund.rules.cycle.terms import BYS, PERCENT, PERSONAL, Bucket, Terms
from kwan.fund.rules.dividends import dividend_parts, patronage_refund
from kwan.fund.rules.rounding import rounded
from kwan.fund.rules.shareout import Remainder, share_out
from kwan.quantities import format_baht
from kwan.thai import Refused, read_satang

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

BAHT_IN_SATANG = 100
YEAR, LEAP_YEAR = 365, 366


def close(closing: Closing) -> Closing:
    """Return this closing with its outcome. Raise Refused as `reckon`."""
    return replace(closing, outcome=reckon(closing))


def reckon(closing: Closing) -> Outcome:
    """Return what a closing comes to.

    Nothing of it depends on the order of members. `outcome.difference` is nought.

    Raises:
        Refused: more is to be given than there is; nothing to divide by; a loan above what its borrower gets.
    """
    terms, sums = closing.terms, closing.sums
    outcome = _all_of_it(closing) if terms.way == "share_out" else _the_profit(closing)
    if outcome.paid - sum(p.savings for p in outcome.portions) + outcome.set_aside > max(0, sums.own):
        raise Refused(
            f"กองเงินออมมีเกินกว่าเงินของสมาชิกแค่ {format_baht(max(0, sums.own))} บาท แบ่งมากกว่านั้นไม่ได้",
            f"The fund has {format_baht(max(0, sums.own))} baht beyond what is the members' own; it cannot share more.",
        )
    return replace(outcome, buckets=_where_it_lies(outcome.buckets, sums.bank))


def rate_of(closing: Closing) -> Fraction:
    """Return the dividend as a per cent a year of what was saved, 0 where nothing was."""
    weight = sum(_weights(closing).values())
    given = sum(portion.dividend for portion in closing.outcome.portions)
    return Fraction(100 * given * _year(closing), weight) if weight else Fraction(0)


# -- savings stay: the profit in its parts -----------------------------------------------------------


def _the_profit(closing: Closing) -> Outcome:
    terms, profit = closing.terms, closing.sums.profit
    if profit <= 0:
        return Outcome(profit, tuple(Amount(b.name) for b in terms.buckets), (), profit)
    shares = _planned(closing, profit)
    dividends = _dividends(closing, shares.get("dividend", 0))
    refunds = _refunds(closing, shares.get("refund", 0))
    shares |= {"dividend": sum(dividends.values()), "refund": sum(refunds.values())}
    portions = (
        Portion(stake.member, dividend=dividends.get(stake.member, 0), refund=refunds.get(stake.member, 0))
        for stake in closing.stakes
    )
    buckets = tuple(Amount(bucket.name, shares[bucket.name]) for bucket in terms.buckets)
    given = sum(bucket.satang for bucket in buckets)
    return Outcome(profit, buckets, tuple(p for p in portions if p.total), profit - given)


def _planned(closing: Closing, profit: int) -> dict[str, int]:
    """Return what each part of the profit gets, satang; the per cents together never miss a satang."""
    buckets = closing.terms.buckets
    planned = _per_cents(buckets, profit)
    planned |= {bucket.name: bucket.figure for bucket in buckets if bucket.how == "amount"}
    for bucket in buckets:
        if bucket.how == "rate":
            planned[bucket.name] = sum(_by_rate(closing, bucket).values())
    left = profit - sum(planned.values())
    if left < 0:
        raise Refused(
            f"แบ่งเกินกำไรไป {format_baht(-left)} บาท กำไรของรอบนี้ {format_baht(profit)} บาท",
            f"The parts come to {format_baht(-left)} baht more than the profit, which is {format_baht(profit)} baht.",
        )
    rest = next((bucket.name for bucket in buckets if bucket.how == "rest"), None)
    return planned if rest is None else {**planned, rest: left}


def _per_cents(buckets: Sequence[Bucket], profit: int) -> dict[str, int]:
    heavy = {bucket.name: bucket.figure for bucket in buckets if bucket.how == "percent"}
    others = {"": PERCENT - sum(heavy.values())}
    parts = share_out(Decimal(profit), {**heavy, **others}, Decimal(1)).payouts
    return {name: int(parts[name]) for name in heavy}


def _dividends(closing: Closing, planned: int) -> dict[str, int]:
    bucket = _named(closing.terms, "dividend")
    if bucket is None or not planned:
        return {}
    if bucket.how == "rate":
        return _by_rate(closing, bucket)
    weights = _weights(closing)
    return _divided(closing.terms, _capped(closing, planned, sum(weights.values())), weights)


def _refunds(closing: Closing, planned: int) -> dict[str, int]:
    bucket = _named(closing.terms, "refund")
    if bucket is None or not planned:
        return {}
    if bucket.how == "rate":
        return _by_rate(closing, bucket)
    return _divided(closing.terms, planned, _interest(closing))


def _named(terms: Terms, name: str) -> Bucket | None:
    return next((bucket for bucket in terms.buckets if bucket.name == name), None)


def _capped(closing: Closing, planned: int, weight: int) -> int:
    cap = closing.terms.cap
    return planned if cap is None else min(planned, weight * cap // (PERCENT * _year(closing)))


def _by_rate(closing: Closing, bucket: Bucket) -> dict[str, int]:
    """Return what this rate gives to each member, each rounded by itself as it is printed in the passbook."""
    if bucket.name == "refund":
        rate = Decimal(bucket.figure) / 100
        return {
            member: _satang(patronage_refund(_baht(paid), rate, _alone(closing.terms)), closing.terms)
            for member, paid in _interest(closing).items()
        }
    rate = Decimal(_rate(closing.terms, bucket)) / 100
    return {
        stake.member: _satang(_dividend_of(closing, stake, rate), closing.terms) for stake in closing.stakes
    }


def _dividend_of(closing: Closing, stake: Stake, rate: Decimal) -> Decimal:
    """Return a member's dividend at a rate (per cent a year), in baht; by months each month is rounded by itself."""
    terms, way = closing.terms, _alone(closing.terms)
    if terms.basis == "days":
        return rounded(_baht(stake.days) * rate / 100 / _year(closing), way)
    return _baht(sum(dividend_in_parts(closing, stake)))


def dividend_in_parts(closing: Closing, stake: Stake) -> tuple[int, ...]:
    """Return a dividend at a rate by months: on what stood there, then on each month's money; empty for another way."""
    terms, bucket = closing.terms, _named(closing.terms, "dividend")
    if terms.way != "yearly" or bucket is None or bucket.how != "rate" or terms.basis != "months":
        return ()
    months = [_baht(satang) for satang in stake.net]
    rate = Decimal(_rate(terms, bucket)) / 100
    parts = dividend_parts(_baht(stake.opening), months, rate, terms.periods, _alone(terms))
    return tuple(read_satang(part) for part in parts)


def divides_by(closing: Closing) -> tuple[dict[str, int], tuple[str, str], int]:
    """Return the weights by which savings have their part, what they are called, and the sum that is divided (satang)."""
    outcome, terms = closing.outcome, closing.terms
    if terms.way == "yearly":
        days = ("เงินออม × วัน", "savings × days"), ("เงินออม × เดือน", "savings × months")
        return _weights(closing), days[terms.basis == "months"], sum(p.dividend for p in outcome.portions)
    gain = sum(portion.dividend for portion in outcome.portions)
    if gain <= 0 or terms.by == "shares":
        return {s.member: s.savings for s in closing.stakes}, ("เงินออมหรือหุ้น", "savings or shares"), gain
    return {s.member: _weight(closing, s) for s in closing.stakes}, BYS[terms.by], gain


def refund_by(closing: Closing) -> tuple[dict[str, int], tuple[str, str], int]:
    """Return the interest by which refunds are given, what it is called, and the sum that is divided (satang)."""
    given = sum(portion.refund for portion in closing.outcome.portions)
    return _interest(closing), ("ดอกเบี้ยที่จ่าย", "interest paid"), given


def _rate(terms: Terms, bucket: Bucket) -> int:
    return bucket.figure if terms.cap is None else min(bucket.figure, terms.cap)


def _interest(closing: Closing) -> dict[str, int]:
    """Return what members paid in interest, those who have a refund by the group's rule."""
    everybody = closing.terms.eligible == "all"
    return {s.member: s.interest for s in closing.stakes if s.interest and (everybody or s.kept_up)}


def _weights(closing: Closing) -> dict[str, int]:
    """Return what a dividend goes by: satang times months, or times days."""
    if closing.terms.basis == "days":
        return {stake.member: stake.days for stake in closing.stakes}
    return {stake.member: stake.months(closing.terms.periods) for stake in closing.stakes}


def _year(closing: Closing) -> int:
    """Return how many months or days a whole year of savings weighs."""
    if closing.terms.basis == "months":
        return closing.terms.periods
    return closing.days if closing.days in (YEAR, LEAP_YEAR) else YEAR


# -- everything goes back ----------------------------------------------------------------------------


def _all_of_it(closing: Closing) -> Outcome:
    terms, sums = closing.terms, closing.sums
    is_net = terms.loans == "net"
    pool = sums.cash + sums.bank - sums.waiting + (sums.lent if is_net else 0)
    asides = _asides(closing)
    shared = pool - sum(aside.satang for aside in asides)
    if shared < 0:
        raise Refused("กันเงินไว้มากกว่าเงินที่มี", "More is set aside than there is.")
    payouts = _divided(terms, shared, _shares(closing, shared))
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
    planned = _per_cents(buckets, max(0, closing.sums.profit))
    return tuple(Amount(bucket.name, planned.get(bucket.name, bucket.figure)) for bucket in buckets)


def _shares(closing: Closing, shared: int) -> dict[str, int]:
    """Return the exact share of each: own savings and a part of the gain, as weights that add up to the pool.

    Where the fund lost, the loss is borne by savings, whatever a gain would have gone by.
    """
    stakes, own = closing.stakes, sum(stake.savings for stake in closing.stakes)
    gain = shared - own
    weights = {stake.member: _weight(closing, stake) for stake in stakes}
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


def _weight(closing: Closing, stake: Stake) -> int:
    """Return what a gain goes by; without a stake in the cycle there is none."""
    if not (stake.savings or stake.opening or any(stake.net) or stake.interest):
        return 0
    return {
        "shares": stake.savings,
        "share_days": stake.days,
        "share_months": stake.months(closing.terms.periods),
        "equal": 1,
        "interest_paid": stake.interest,
    }[closing.terms.by]


def _going_back(stake: Stake, payout: int) -> Portion:
    return Portion(stake.member, stake.regular, stake.special, stake.shares, payout - stake.savings)


def _loans_are_covered(stakes: Iterable[Stake], payouts: Mapping[str, int]) -> None:
    short = [stake for stake in stakes if stake.loan > payouts.get(stake.member, 0)]
    if short:
        raise Refused(
            f"เงินกู้ที่เหลือ {len(short)} ราย มากกว่าเงินที่ผู้กู้จะได้ ให้ส่งคืนก่อน หรือเลือกให้เงินกู้อยู่ต่อ",
            f"{len(short)} loans are more than their borrowers would get. They come back first, or choose to let loans go on.",
        )


# -- whole units -------------------------------------------------------------------------------------


def _divided(terms: Terms, satang: int, weights: Mapping[str, int]) -> dict[str, int]:
    """Divide a sum by weight; nothing where there is nothing to divide, or nobody to divide it by."""
    if not satang or not sum(weights.values()):
        return {}
    remainder: Remainder = "carry" if terms.remainder == "carry" else "largest"
    payouts = share_out(Decimal(satang), weights, Decimal(_unit(terms)), remainder).payouts
    return {member: int(sum_) for member, sum_ in payouts.items()}


def _unit(terms: Terms) -> int:
    return BAHT_IN_SATANG if terms.rounding == "down_to_baht" else 1


def _alone(terms: Terms) -> str:
    """Return how a sum is rounded that is reckoned by itself."""
    return "half_up" if terms.rounding == "half_up" else "truncate"


def _satang(baht: Decimal, terms: Terms) -> int:
    return read_satang(baht) // _unit(terms) * _unit(terms)


def _baht(satang: int) -> Decimal:
    return Decimal(satang) / BAHT_IN_SATANG


def _where_it_lies(buckets: Sequence[Amount], bank: int) -> tuple[Amount, ...]:
    """Return the parts with what of each lies in the bank: what goes into a purse stays there first, for cash is for hands."""
    found = []
    for bucket in buckets:
        from_bank = 0 if bucket.is_personal else min(max(0, bank), bucket.satang)
        bank -= from_bank
        found.append(replace(bucket, bank=from_bank))
    return tuple(found)

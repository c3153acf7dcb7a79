"""Savings stay, and the profit is split into its parts."""

from __future__ import annotations

from decimal import Decimal

from kwan.fund.rules.cycle.frozen import Amount, Closing, Outcome, Portion, Stake
from kwan.fund.rules.cycle.terms import PERCENT, Bucket, Terms
from kwan.fund.rules.cycle.weighing import (
    divided,
    in_baht,
    in_whole_units,
    interest_of,
    per_cents,
    rounded_alone,
    weights_of,
    year_of,
)
from kwan.fund.rules.dividends import dividend_parts, patronage_refund
from kwan.fund.rules.rounding import rounded
from kwan.quantities import format_baht
from kwan.thai import Refused, read_satang


def the_profit(closing: Closing) -> Outcome:
    """Return what becomes of the profit: its parts, each member's dividend and refund, and what is carried on.

    Raises:
        Refused: the parts are more than the profit; the cycle is longer than the group's year.
    """
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
    planned = per_cents(buckets, profit)
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


def _dividends(closing: Closing, planned: int) -> dict[str, int]:
    bucket = named(closing.terms, "dividend")
    if bucket is None or not planned:
        return {}
    if bucket.how == "rate":
        return _by_rate(closing, bucket)
    weights = weights_of(closing)
    return divided(closing.terms, _capped(closing, planned, sum(weights.values())), weights)


def _refunds(closing: Closing, planned: int) -> dict[str, int]:
    bucket = named(closing.terms, "refund")
    if bucket is None or not planned:
        return {}
    if bucket.how == "rate":
        return _by_rate(closing, bucket)
    return divided(closing.terms, planned, interest_of(closing))


def _capped(closing: Closing, planned: int, weight: int) -> int:
    cap = closing.terms.cap
    return planned if cap is None else min(planned, weight * cap // (PERCENT * year_of(closing)))


def _by_rate(closing: Closing, bucket: Bucket) -> dict[str, int]:
    """Return what this rate gives to each member, each rounded by itself as it is printed in the passbook."""
    if bucket.name == "refund":
        rate = Decimal(bucket.figure) / 100
        return {
            member: in_whole_units(
                patronage_refund(in_baht(paid), rate, rounded_alone(closing.terms)), closing.terms
            )
            for member, paid in interest_of(closing).items()
        }
    rate = Decimal(_rate(closing.terms, bucket)) / 100
    return {
        stake.member: in_whole_units(_dividend_of(closing, stake, rate), closing.terms)
        for stake in closing.stakes
    }


def _dividend_of(closing: Closing, stake: Stake, rate: Decimal) -> Decimal:
    """Return a member's dividend at a rate (per cent a year), in baht; by months each month is rounded by itself."""
    terms, way = closing.terms, rounded_alone(closing.terms)
    if terms.basis == "days":
        return rounded(in_baht(stake.days) * rate / 100 / year_of(closing), way)
    return in_baht(sum(dividend_in_parts(closing, stake)))


def dividend_in_parts(closing: Closing, stake: Stake) -> tuple[int, ...]:
    """Return a dividend at a rate by months: on what stood there, then on each month's money; empty for another way."""
    terms, bucket = closing.terms, named(closing.terms, "dividend")
    if terms.way != "yearly" or bucket is None or bucket.how != "rate" or terms.basis != "months":
        return ()
    months = [in_baht(satang) for satang in stake.net]
    rate = Decimal(_rate(terms, bucket)) / 100
    parts = dividend_parts(in_baht(stake.opening), months, rate, terms.periods, rounded_alone(terms))
    return tuple(read_satang(part) for part in parts)


def named(terms: Terms, name: str) -> Bucket | None:
    """Return the part of this name, None if the group has none."""
    return next((bucket for bucket in terms.buckets if bucket.name == name), None)


def _rate(terms: Terms, bucket: Bucket) -> int:
    return bucket.figure if terms.cap is None else min(bucket.figure, terms.cap)

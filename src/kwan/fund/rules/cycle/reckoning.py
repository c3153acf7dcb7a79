"""The arithmetic of a closing. Whatever way a group chose, all that is divided can be found again.

Everything is whole satang and exact fractions; a sum is rounded where it is handed over and nowhere before.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from kwan.fund.rules.cycle.going_back import all_of_it
from kwan.fund.rules.cycle.terms import BYS
from kwan.fund.rules.cycle.weighing import (
    interest_of,
    weight_of,
    weights_of,
    year_of,
)
from kwan.fund.rules.cycle.yearly import the_profit
from kwan.quantities import format_baht
from kwan.thai import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kwan.fund.rules.cycle.frozen import Amount, Closing, Outcome


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
    outcome = all_of_it(closing) if terms.way == "share_out" else the_profit(closing)
    if outcome.paid - sum(p.savings for p in outcome.portions) + outcome.set_aside > max(0, sums.own):
        raise Refused(
            f"กองเงินออมมีเกินกว่าเงินของสมาชิกแค่ {format_baht(max(0, sums.own))} บาท แบ่งมากกว่านั้นไม่ได้",
            f"The fund has {format_baht(max(0, sums.own))} baht beyond what is the members' own; it cannot share more.",
        )
    return replace(outcome, buckets=_where_it_lies(outcome.buckets, sums.bank))


def rate_of(closing: Closing) -> Fraction:
    """Return the dividend as a per cent a year of what was saved, 0 where nothing was."""
    weight = sum(weights_of(closing).values())
    given = sum(portion.dividend for portion in closing.outcome.portions)
    return Fraction(100 * given * year_of(closing), weight) if weight else Fraction(0)


def divides_by(closing: Closing) -> tuple[dict[str, int], tuple[str, str], int]:
    """Return the weights by which savings have their part, what they are called, and the sum that is divided (satang)."""
    outcome, terms = closing.outcome, closing.terms
    if terms.way == "yearly":
        days = ("เงินออม × วัน", "savings × days"), ("เงินออม × เดือน", "savings × months")
        return weights_of(closing), days[terms.basis == "months"], sum(p.dividend for p in outcome.portions)
    gain = sum(portion.dividend for portion in outcome.portions)
    if gain <= 0 or terms.by == "shares":
        return {s.member: s.savings for s in closing.stakes}, ("เงินออมหรือหุ้น", "savings or shares"), gain
    return {s.member: weight_of(closing, s) for s in closing.stakes}, BYS[terms.by], gain


def refund_by(closing: Closing) -> tuple[dict[str, int], tuple[str, str], int]:
    """Return the interest by which refunds are given, what it is called, and the sum that is divided (satang)."""
    given = sum(portion.refund for portion in closing.outcome.portions)
    return interest_of(closing), ("ดอกเบี้ยที่จ่าย", "interest paid"), given


def _where_it_lies(buckets: Sequence[Amount], bank: int) -> tuple[Amount, ...]:
    """Return the parts with what of each lies in the bank: what goes into a purse stays there first, for cash is for hands."""
    found = []
    for bucket in buckets:
        from_bank = 0 if bucket.is_personal else min(max(0, bank), bucket.satang)
        bank -= from_bank
        found.append(replace(bucket, bank=from_bank))
    return tuple(found)

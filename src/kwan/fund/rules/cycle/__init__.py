"""Closing a cycle: everything goes back, or the year's profit is shared while savings stay.

What went in is frozen beside what came of it, so that later settings and late entries change nothing.
"""

from kwan.fund.rules.cycle.frozen import Amount, Closing, Outcome, Portion, Stake, Sums
from kwan.fund.rules.cycle.reckoning import close, rate_of, reckon
from kwan.fund.rules.cycle.steps import STAGES, Stage, stage_after
from kwan.fund.rules.cycle.terms import (
    BUCKETS,
    RULES,
    Bucket,
    Terms,
    read_bucket,
    read_buckets,
    terms_in_force,
)

__all__ = [
    "BUCKETS",
    "RULES",
    "STAGES",
    "Amount",
    "Bucket",
    "Closing",
    "Outcome",
    "Portion",
    "Stage",
    "Stake",
    "Sums",
    "Terms",
    "close",
    "rate_of",
    "read_bucket",
    "read_buckets",
    "reckon",
    "stage_after",
    "terms_in_force",
]

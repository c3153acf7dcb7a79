"""The tests a before, during and after study needs, exact where exact is possible.

Twenty people on a scale of 0 to 10 tie with themselves and with each other all the time.
The textbook approximations are weakest just there, so every p here comes from counting all
arrangements of the very ranks observed, as far as counting is quick, and the result says so
(``exact``). Only the standard library is used, and whole numbers up to the last division.

All functions take ints, Decimals, Fractions or floats, and refuse None, NaN and infinity
with a ValueError. Where a sample has nothing to tell (every difference zero, every row tied)
the answer is p = 1. An empty sample is an error, since no test was made.
"""

from kwan.wellbeing.statistics.blocks import Friedman, friedman
from kwan.wellbeing.statistics.differences import (
    HodgesLehmann,
    SignedRank,
    SignTest,
    hodges_lehmann,
    rank_biserial,
    sign_test,
    signed_rank,
)
from kwan.wellbeing.statistics.numbers import Number
from kwan.wellbeing.statistics.sensitivity import Page, SkillingsMack, page, skillings_mack
from kwan.wellbeing.statistics.shares import Interval, holm, wilson
from kwan.wellbeing.statistics.trend import MannKendall, mann_kendall

__all__ = [
    "Friedman",
    "HodgesLehmann",
    "Interval",
    "MannKendall",
    "Number",
    "Page",
    "SignTest",
    "SignedRank",
    "SkillingsMack",
    "friedman",
    "hodges_lehmann",
    "holm",
    "mann_kendall",
    "page",
    "rank_biserial",
    "sign_test",
    "signed_rank",
    "skillings_mack",
    "wilson",
]

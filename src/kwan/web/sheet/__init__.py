"""A savings day as it is typed: one row a member, read back whole, so that nothing typed is ever lost.

A tick takes the usual sums; a sum in a box stands instead of it. An empty row is somebody who did not bring any.
"""

from kwan.web.language import Pair
from kwan.web.sheet.columns import LABELS
from kwan.web.sheet.judging import judged
from kwan.web.sheet.rows import Row, SumBox
from kwan.web.sheet.typing import YEARS_BACK, PurseBox, Typing, all_as_usual, late_typing, typing

__all__ = [
    "LABELS",
    "YEARS_BACK",
    "Pair",
    "PurseBox",
    "Row",
    "SumBox",
    "Typing",
    "all_as_usual",
    "judged",
    "late_typing",
    "typing",
]

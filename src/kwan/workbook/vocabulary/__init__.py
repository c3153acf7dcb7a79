"""The words of people's workbooks, Thai and English: explicit tables, no guessing in here.

`KINDS` says what a sheet can be about and what its columns mean; `codes` what words in cells mean.
A name is compared after `plain`, so spaces, dots, case and Thai digits never need listing.
"""

from kwan.workbook.vocabulary.about_goods import BATCHES, BUYERS, MATERIALS, ORDERS
from kwan.workbook.vocabulary.about_lessons import ACTIVITIES, INDICATORS, NOTES, ROUNDS
from kwan.workbook.vocabulary.about_people import DEBTS, FUND, GROUP, INCOME, MEMBERS, PASSBOOK
from kwan.workbook.vocabulary.terms import Column, Kind, Reads, hint, plain

KINDS: dict[str, Kind] = {
    kind.code: kind
    for kind in (
        GROUP, MEMBERS, PASSBOOK, INCOME, ROUNDS, BUYERS, ORDERS,
        MATERIALS, BATCHES, ACTIVITIES, FUND, DEBTS, INDICATORS, NOTES,
    )
}  # fmt: skip

__all__ = ["KINDS", "Column", "Kind", "Reads", "hint", "plain"]

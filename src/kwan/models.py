"""The table of contents: every room's nouns, for Django to find."""

from kwan.fund.models import Debt, FundLine, Pay, Saving  # noqa: F401
from kwan.journal.models import (  # noqa: F401
    Account,
    AccountMonth,
    Book,
    Entry,
    Erasure,
    Refused,
    Seal,
    SealKey,
    Transfer,
)
from kwan.people.models import GroupDetails, Joining, Leaving, OfficeLeft, OfficeTaken, Seat  # noqa: F401

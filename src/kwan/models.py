"""The table of contents: every room's nouns, for Django to find."""

from kwan.fund.models import (  # noqa: F401
    BankEarning,
    BankLine,
    BankMatch,
    BankMove,
    BankPage,
    BeneficiaryNamed,
    Debt,
    Fine,
    FundLine,
    FundRule,
    Loan,
    LoanGuarantor,
    LoanInstalment,
    LoanMeeting,
    LoanStep,
    OpeningAsked,
    OpeningMoney,
    OpeningPassbook,
    OpeningStock,
    PassbookClosed,
    Pay,
    Saving,
    SavingsDay,
    SavingsDayPurse,
    TransferCounted,
    WelfareLine,
    WelfareRule,
    WelfareStep,
    WithdrawalAnswered,
    WithdrawalAsked,
)
from kwan.journal.models import (  # noqa: F401
    Account,
    AccountMonth,
    Beginning,
    Book,
    Entry,
    Erasure,
    Refused,
    Seal,
    SealKey,
    Transfer,
)
from kwan.lessons.models import Note, Release, Reply  # noqa: F401
from kwan.market.models import Buyer, Delivery, OrderHead, OrderLine, Payment  # noqa: F401
from kwan.people.models import GroupDetails, Joining, Leaving, OfficeLeft, OfficeTaken, Seat  # noqa: F401
from kwan.production.models import Batch, Part, Purchase, SupplyEvent  # noqa: F401
from kwan.programme.models import Activity, Attendance, Event, Indicator, IndicatorMapping  # noqa: F401
from kwan.wellbeing.models import WellbeingAnswer  # noqa: F401

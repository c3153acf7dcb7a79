"""The arithmetic of a group's fund: schedules, true rates, dividends, share-outs, debts.

Sums here are baht as exact Decimals, as people reckon them; a command turns the result into
satang. Whatever is typed (`12,000`, `๑๒`, 0.5) is read as it prints. Rates are per cent. Each
result is rounded where money is handed over, and nowhere before. What cannot be reckoned is
refused with a sentence in Thai and English (`kwan.thai.Refused`, a ValueError).
"""

from kwan.fund.rules.calendar import BASES, Basis, Every, due_dates, year_fraction
from kwan.fund.rules.debts import Debt, Payoff, payoff
from kwan.fund.rules.dividends import dividend, dividend_parts, patronage_refund
from kwan.fund.rules.instalments import KINDS, Kind, Row, Schedule, Terms, schedule, schedule_as_json
from kwan.fund.rules.rates import effective_rate, yearly_rate
from kwan.fund.rules.rounding import ROUNDINGS, Rounding, rounded
from kwan.fund.rules.shareout import ShareOut, share_out, shares_bought

__all__ = [
    "BASES",
    "KINDS",
    "ROUNDINGS",
    "Basis",
    "Debt",
    "Every",
    "Kind",
    "Payoff",
    "Rounding",
    "Row",
    "Schedule",
    "ShareOut",
    "Terms",
    "dividend",
    "dividend_parts",
    "due_dates",
    "effective_rate",
    "patronage_refund",
    "payoff",
    "rounded",
    "schedule",
    "schedule_as_json",
    "share_out",
    "shares_bought",
    "year_fraction",
    "yearly_rate",
]

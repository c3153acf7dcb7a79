"""Months in a row: no month left out, sums carried forward where a balance is meant."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from statistics import median

from kwan.wellbeing.rules import Direction, Trend
from kwan.wellbeing.statistics import Number


def next_month(month: int) -> int:
    """Return the month (yyyymm) after this one."""
    return month + 1 if month % 100 < 12 else month + 89  # noqa: PLR2004 - December


def every_month(parts: Mapping[str, int], until: int = 0) -> dict[int, int]:
    """Return a measure's parts by month (yyyymm), every month from the first to the last (or to `until`), 0 where nothing was."""
    if not parts:
        return {}
    months = {int(month): amount for month, amount in parts.items()}
    month, last, whole = min(months), max(*months, until), {}
    while month <= last:
        whole[month] = months.get(month, 0)
        month = next_month(month)
    return whole


def running(parts: Mapping[str, int], until: int = 0) -> dict[int, int]:
    """Return the balance at the end of every month (to `until` at least), from the net of each month."""
    balance, balances = 0, {}
    for month, net in every_month(parts, until).items():
        balance += net
        balances[month] = balance
    return balances


def trend_statistics(trend: Trend) -> dict[str, int | Decimal | str | bool | None]:
    """Return a trend as a claim keeps it among its statistics."""
    test = trend.mann_kendall
    return {
        "months": trend.n,
        "direction": trend.direction,
        "p": Decimal(str(test.p)) if test else None,
        "test": "Mann-Kendall, exact"
        if test and test.exact
        else "Mann-Kendall, normal approximation"
        if test
        else None,
    }


def middle(values: Iterable[int]) -> Decimal:
    """Return the median, exact. Raise StatisticsError for no values."""
    return Decimal(median(Decimal(value) for value in values))


def told_direction(trend: Trend, values: Sequence[Number]) -> Direction:
    """Return the direction a sentence from the first to the last value may tell.

    A trend that rose over all, with a last value no higher than the first, is told as no clear trend:
    “rose from a hundred to ninety” would be false. The same for falling.
    """
    if trend.direction == "rising" and values[-1] <= values[0]:
        return "flat"
    if trend.direction == "falling" and values[-1] >= values[0]:
        return "flat"
    return trend.direction


def ends_agree(trend: Trend, first: int, last: int) -> bool:
    """Return whether the first and the last period alone show the way the whole trend goes."""
    return (last - first) * ((trend.last_third or 0) - (trend.first_third or 0)) > 0


def early_and_late(trend: Trend) -> tuple[Decimal, Decimal]:
    """Return the medians of the first and of the last third of the periods."""
    return Decimal(str(trend.first_third or 0)), Decimal(str(trend.last_third or 0))

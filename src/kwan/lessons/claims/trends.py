"""Months in a row: no month left out, sums carried forward where a balance is meant."""

from collections.abc import Mapping
from decimal import Decimal

from kwan.wellbeing.rules import Trend


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
        "test": "Mann-Kendall, exact" if test and test.exact else "Mann-Kendall, normal approximation" if test else None,
    }

"""Rounding, which every group decides for itself and writes into its rules."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal
from typing import TYPE_CHECKING, Literal, TypeAlias

from kwan.thai import Number, Refused, quoted, read_number

if TYPE_CHECKING:
    from collections.abc import Mapping

Rounding: TypeAlias = Literal["half_even", "half_up", "down", "up"]

ROUNDINGS: Mapping[str, str] = {
    "half_even": ROUND_HALF_EVEN,
    "half_up": ROUND_HALF_UP,
    "down": ROUND_DOWN,
    "up": ROUND_UP,
    # The names other people's rules use for the same.
    "truncate": ROUND_DOWN,
    "floor": ROUND_DOWN,
    "ceiling": ROUND_UP,
}

SATANG = Decimal("0.01")
NOUGHT = Decimal("0.00")
"""Added to a sum, it shows the satang of whole baht, and takes the sign off -0."""


def rounded(value: Decimal, rounding: str = "half_up", unit: Decimal = SATANG) -> Decimal:
    """Round to a multiple of `unit` (baht; a satang unless told otherwise).

    Raises:
        Refused: an unknown way to round, or a unit that is not above zero.
    """
    way = ROUNDINGS.get(rounding.replace("-", "_"))
    if way is None:
        raise Refused(
            f"ไม่รู้จักวิธีปัดเศษ {quoted(rounding)} ใช้ได้: {', '.join(ROUNDINGS)}",
            f"{quoted(rounding)} is no way to round. There are: {', '.join(ROUNDINGS)}.",
        )
    if unit <= 0:
        raise Refused("หน่วยที่ปัดต้องมากกว่าศูนย์", "The unit to round to must be above zero.")
    return (value / unit).to_integral_value(way) * unit + NOUGHT


def not_below_zero(value: Number) -> Decimal:
    """Read a number that may be zero but not below.

    Raises:
        Refused: not a number, or below zero.
    """
    number = read_number(value)
    if number < 0:
        raise Refused(f"{quoted(value)} ติดลบ ช่องนี้รับเฉพาะศูนย์ขึ้นไป", f"{quoted(value)} is below zero.")
    return number

"""Numbers as people write them: `1,200`, `๑๕๐`, `0.5`. Exact, never guessed."""

import re
from decimal import Decimal

from kwan.thai.collate import normalise
from kwan.thai.digits import from_thai_digits
from kwan.thai.refused import Refused, quoted

LARGEST_EXPONENT = 36
SMALLEST_EXPONENT = -36
SATANG_IN_BAHT = 100
LONGEST = 72  # figures; a float prints 17 at the most

_PLAIN = re.compile(r"(?P<sign>[-+]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d*)(?P<rest>\.\d+)?\.?")

Number = Decimal | int | float | str


def read_number(value: Number) -> Decimal:
    """Read one number exactly.

    Thai digits and thousands commas at their proper places are fine; `12,00`, `1e3`, `1_000` and
    words are not, for they can be meant in two ways. A float is taken as the digits it prints.

    Raises:
        Refused: nothing written, not a number, not finite, 10^36 or more, or endless decimals.
    """
    number = _from_text(value) if isinstance(value, str) else _from_figure(value)
    if number and number.adjusted() >= LARGEST_EXPONENT:
        raise Refused(
            f"จำนวน {quoted(value)} ใหญ่เกินกว่าจะเป็นไปได้",
            f"{quoted(value)} is too large to be real.",
        )
    if number and (number.adjusted() < SMALLEST_EXPONENT or len(number.as_tuple().digits) > LONGEST):
        raise Refused(
            f"จำนวน {quoted(value)} มีทศนิยมละเอียดเกินไป",
            f"{quoted(value)} has too many decimals.",
        )
    return number


def read_satang(amount: Number) -> int:
    """Read a sum of baht as whole satang; `amount` may be below zero.

    Raises:
        Refused: as `read_number`, or finer than a satang.
    """
    # Integers, not Decimal arithmetic: that would round at 28 figures without a word.
    numerator, denominator = read_number(amount).as_integer_ratio()
    satang, rest = divmod(numerator * SATANG_IN_BAHT, denominator)
    if rest:
        raise Refused(
            f"จำนวนเงิน {quoted(amount)} ละเอียดกว่าหนึ่งสตางค์ ใส่ทศนิยมได้สองตำแหน่ง",
            f"{quoted(amount)} is finer than one satang. Two decimals are the most.",
        )
    return satang


def _from_figure(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, Decimal | int | float):
        raise _not_a_number(value)
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if not number.is_finite():
        raise _not_a_number(value)
    return number


def _from_text(value: str) -> Decimal:
    text = from_thai_digits(normalise(value)).replace("−", "-")
    if not text:
        raise Refused("ยังไม่ได้กรอกจำนวน", "No number was written.")
    match = _PLAIN.fullmatch(text)
    if match is None or not text.isascii() or not (match["whole"] or match["rest"]):
        raise _not_a_number(value)
    whole = match["whole"].replace(",", "") or "0"
    return Decimal(f"{match['sign']}{whole}{match['rest'] or ''}")


def _not_a_number(value: object) -> Refused:
    return Refused(
        f"อ่าน {quoted(value)} เป็นตัวเลขไม่ออก ลองเขียนแบบ 1,200.50",
        f"{quoted(value)} could not be read as a number. Try 1,200.50.",
    )

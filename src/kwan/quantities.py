"""Money, mass and counts, exact: satang, grams and pieces are whole numbers from here upwards.

What people and spreadsheets write is read once, at the door, and refused rather than guessed.
"""

import re
from decimal import Decimal
from typing import Literal, NewType

from kwan.thai import Number, Refused, from_thai_digits, normalise, quoted, read_number, read_satang

__all__ = [
    "Gram",
    "Number",
    "Refused",
    "Satang",
    "format_baht",
    "format_kilograms",
    "parse_baht",
    "parse_count",
    "parse_grams",
    "parse_number",
]

Satang = NewType("Satang", int)
Gram = NewType("Gram", int)

# Limits keep every sum of a book within 64 bits, and within what a browser counts exactly (2^53).
MOST_SATANG = 10**15
MOST_GRAMS = 10**12
MOST_PIECES = 10**9

# A spreadsheet computes 0.1 + 0.2 as 0.30000000000000004: noise below a millionth is not a figure.
_NOISE = Decimal("0.000001")

_NUMBER = r"[-+−]?[\d,]*\.?\d+\.?"
_BAHT_WORD = r"(?:บาทถ้วน|บาท|บ\.|บ|฿|thb|baht)"
_BAHT = re.compile(rf"(?:฿|thb)?\s*(?P<number>{_NUMBER})\s*(?:[.,/][-–—=]+)?\s*{_BAHT_WORD}?")
_BAHT_AND_SATANG = re.compile(
    rf"(?:(?P<baht>[\d,]+)\s*{_BAHT_WORD}\s*)?(?P<satang>\d{{1,2}})\s*(?:สตางค์|สต\.?)"
)

_GRAMS_IN = {
    "กก": 1000, "กิโล": 1000, "กิโลกรัม": 1000, "โล": 1000,
    "kg": 1000, "kgs": 1000, "kilo": 1000, "kilogram": 1000, "kilograms": 1000,
    "กรัม": 1, "ก": 1, "g": 1, "gram": 1, "grams": 1,
    "ขีด": 100,
    "ตัน": 1_000_000, "ton": 1_000_000, "tonne": 1_000_000, "tonnes": 1_000_000, "tons": 1_000_000,
}  # fmt: skip
_UNIT = "|".join(sorted(_GRAMS_IN, key=len, reverse=True))
_MASS_PART = re.compile(rf"(?P<number>{_NUMBER})\s*(?P<unit>{_UNIT})(?![a-zก-๎])\.?\s*")

# Words that stand behind a count without changing it. โหล (12) and คู่ (2) do change it: refused.
_COUNTERS = "คน|ราย|ชิ้น|ใบ|ชุด|แพ็ค|แพค|ถุง|ตัว|อัน|กล่อง|ขวด|ม้วน|ลูก|ครั้ง|แห่ง|กระถาง|ผืน|ต้น|เล่ม"
_COUNT = re.compile(rf"(?P<number>{_NUMBER})\s*(?:{_COUNTERS})?")


def parse_number(value: Number) -> Decimal:
    """Read a plain number exactly: 7.5, `1,200`, `๑๕๐`.

    Raises:
        Refused: not a number; see `kwan.thai.read_number`.
    """
    return read_number(value)


def parse_baht(value: Number, *, allow_negative: bool = False) -> Satang:
    """Read a sum of baht as satang: 200, 6058.8, `1,200.-`, `๑๕๐`, `6,270.00.-`, `฿100`, `50 สตางค์`.

    A float may carry the noise of a spreadsheet's arithmetic, a text may not. `(200)` is refused:
    some write a minus so, others a remark.

    Raises:
        Refused: not a sum of money, finer than a satang, beyond 10^13 baht, or below zero where
            that is not allowed.
    """
    plain = _plain_baht(value) if isinstance(value, str) else _without_noise(value, places=2)
    satang = read_satang(plain)
    if satang < 0 and not allow_negative:
        raise Refused(
            f"จำนวนเงิน {quoted(value)} ติดลบ ช่องนี้รับเฉพาะศูนย์ขึ้นไป",
            f"{quoted(value)} is below zero. This box takes zero and above.",
        )
    return Satang(_within(satang, MOST_SATANG, value))


def format_baht(satang: int, decimals: Literal["auto", 2] = "auto") -> str:
    """Write satang as baht: 1350350 is `13,503.50`. `auto` leaves `.00` off whole baht."""
    baht, rest = divmod(abs(satang), 100)
    sign = "-" if satang < 0 else ""
    return f"{sign}{baht:,}" + (f".{rest:02d}" if rest or decimals != "auto" else "")


def parse_grams(value: Number) -> Gram:
    """Read a mass as grams; a bare number is kilograms.

    2.5, `๒.๕ กก.`, `500 กรัม`, `3 ขีด` (of 100 g), `1 กก. 2 ขีด`, `1.5 ตัน`, `250 g`.

    Raises:
        Refused: not a mass, below zero, finer than a gram, or beyond a million tonnes.
    """
    grams = _mass_of(value) if isinstance(value, str) else _without_noise(value, places=3) * 1000
    if grams != int(grams):
        raise Refused(
            f"น้ำหนัก {quoted(value)} ละเอียดกว่าหนึ่งกรัม",
            f"{quoted(value)} is finer than one gram.",
        )
    return Gram(_within(_not_below_zero(int(grams), value), MOST_GRAMS, value))


def format_kilograms(gram: int) -> str:
    """Write grams as kilograms without idle zeros: 2500 is `2.5`, 1000000 is `1,000`."""
    kilograms, rest = divmod(abs(gram), 1000)
    sign = "-" if gram < 0 else ""
    return f"{sign}{kilograms:,}" + f".{rest:03d}".rstrip("0").rstrip(".")


def parse_count(value: Number) -> int:
    """Read a whole number of things, zero or more: 6, 6.0, `๖`, `1,200`, `6 แพ็ค`.

    Raises:
        Refused: not a number, not whole, below zero, above a thousand million, or with a word
            behind it that might change it (`2 โหล`).
    """
    count = _plain_count(value) if isinstance(value, str) else _without_noise(value, places=0)
    if count != int(count):
        raise Refused(f"จำนวน {quoted(value)} ต้องเป็นจำนวนเต็ม", f"{quoted(value)} must be a whole number.")
    return _within(_not_below_zero(int(count), value), MOST_PIECES, value)


def _tidy(text: str) -> str:
    return from_thai_digits(normalise(text)).casefold()


def _plain_baht(text: str) -> str:
    """Strip what surrounds a sum of money; what is left is judged as a number."""
    tidy = _tidy(text)
    both = _BAHT_AND_SATANG.fullmatch(tidy)
    if both:
        return f"{both['baht'] or 0}.{int(both['satang']):02d}"
    found = _BAHT.fullmatch(tidy)
    return found["number"] if found else text


def _plain_count(text: str) -> Decimal:
    found = _COUNT.fullmatch(_tidy(text))
    return read_number(found["number"] if found else text)


def _mass_of(text: str) -> Decimal:
    """Add up the parts of `1 กก. 2 ขีด` in grams."""
    tidy, total, end = _tidy(text), Decimal(0), 0
    while part := _MASS_PART.match(tidy, end):
        total += read_number(part["number"]) * _GRAMS_IN[part["unit"]]
        end = part.end()
    if end == 0:
        return read_number(text) * 1000
    if end < len(tidy):
        raise Refused(
            f"อ่านน้ำหนัก {quoted(text)} ไม่ออก ลองเขียนแบบ 2.5 กก. หรือ 500 กรัม",
            f"{quoted(text)} could not be read as a mass. Try 2.5 kg or 500 g.",
        )
    return total


def _without_noise(value: Number, places: int) -> Decimal:
    """Give the number, a float freed of binary noise below a millionth."""
    number = read_number(value)
    if not isinstance(value, float):
        return number
    near = Decimal(str(round(value, places)))
    return near if abs(near - number) < _NOISE else number


def _not_below_zero(number: int, value: Number) -> int:
    if number < 0:
        raise Refused(f"จำนวน {quoted(value)} ติดลบ", f"{quoted(value)} is below zero.")
    return number


def _within(number: int, most: int, value: Number) -> int:
    if abs(number) > most:
        raise Refused(
            f"จำนวน {quoted(value)} ใหญ่เกินกว่าจะเป็นไปได้", f"{quoted(value)} is too large to be real."
        )
    return number

"""One cell read as what its column means. `None` is an empty cell; what cannot be read is refused.

Money comes out as whole satang, mass as whole grams, a day or month as `date`, a plain number as
`Decimal`, words with a code as that code. Readings are remembered, for a column repeats itself.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final

from kwan.quantities import parse_baht, parse_count, parse_grams, parse_number
from kwan.thai import Refused, from_thai_digits, normalise, parse_date, parse_month, quoted
from kwan.workbook.sheetxml import UNCALCULATED, Cell
from kwan.workbook.vocabulary import Reads, codes

Value = str | int | bool | date | Decimal | tuple[str, ...] | None

_DASHES: Final = frozenset({"-", "–", "—", "--", "---", "n/a", "na", "ไม่มี", "ไม่มีข้อมูล", "nil"})
_ERROR: Final = re.compile(r"#(?:REF|VALUE|N/A|NAME|DIV/0|NULL|NUM|SPILL|CALC|GETTING_DATA|FORMULA)[!?]?")
_NUMBER_WITH_WORD: Final = re.compile(r"(?:ร้อยละ\s*)?([-+]?[\d,]*\.?\d+)\s*(?:%|[^\d\s.,%][^\d.,]*)?")
_GRAMS_IN: Final = {
    "กรัม": 1,
    "ก": 1,
    "g": 1,
    "gram": 1,
    "grams": 1,
    "ขีด": 100,
    "ตัน": 1_000_000,
    "ton": 1_000_000,
}
_SERIAL_ZERO: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's day has no zone
# Serial days from 1954 to 2100, and the same when the year was typed in the Buddhist era.
_SERIALS: Final = (range(20_000, 73_051), range(218_000, 271_400))
_ROUND_NUMBER: Final = re.compile(r"(?:ครั้งที่|ครั้ง|รอบที่|รอบ|ระยะที่|ระยะ|round|wave|phase|no|t)*\s*(\d)")
_BETWEEN_REFS: Final = re.compile(r"[,;/、\n\r]+|\s+และ\s*|\s+and\s+|\s{2,}")
MOST_POINTS: Final = 10


class Empty(Refused):
    """A cell that a formula or an error left without a value."""


def blank(cell: Cell) -> bool:
    """Whether there is nothing in the cell, not even a dash."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


@lru_cache(maxsize=65_536, typed=True)
def read_cell(reads: Reads, cell: Cell, unit: str = "") -> Value:
    """Read `cell` as `reads` says; `unit` is the heading's hint, such as กก.

    Raises `kwan.thai.Refused` with a sentence in Thai and English.
    """
    if isinstance(cell, str):
        _refuse_error(cell)
        if (
            reads not in {"text", "tick", "payment", "direction", "office"}
            and cell.strip().lower() in _DASHES
        ):
            return None
    if blank(cell):
        return False if reads == "tick" else None
    if reads == "grams":
        return _grams(cell, unit)
    return _READERS[reads](cell)


def _refuse_error(text: str) -> None:
    if text == UNCALCULATED:
        raise Empty(
            "ช่องนี้เป็นสูตรที่ยังไม่ได้คำนวณ เปิดไฟล์ใน Excel แล้วบันทึกใหม่",
            "This cell is a formula without a value. Open the file in Excel and save it again.",
        )
    if text.startswith("#") and _ERROR.fullmatch(text):
        raise Empty(
            f"สูตรในช่องนี้ผิด ({text}) แก้สูตรหรือพิมพ์ตัวเลขแทน",
            f"The formula in this cell fails ({text}). Mend it or type the value.",
        )


def _text(cell: Cell) -> str:
    if isinstance(cell, datetime | date):
        return cell.strftime("%Y-%m-%d")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return normalise(str(cell))


def _ref(cell: Cell) -> str:
    if isinstance(cell, datetime | date):
        raise Refused(
            "โปรแกรมเปลี่ยนเลขที่นี้เป็นวันที่ พิมพ์ใหม่โดยใส่ ' ไว้ข้างหน้า",
            "The program turned this number into a date. Type it again with ' in front.",
        )
    return from_thai_digits(_text(cell))


def _refs(cell: Cell) -> tuple[str, ...]:
    text = str(cell) if isinstance(cell, str) else _text(cell)
    split = _BETWEEN_REFS.split(text)
    if len(split) == 1 and all(any(map(str.isdigit, word)) for word in text.split()):
        split = text.split()  # ก01 ก02 ก03; names are not cut at their spaces
    parts = (from_thai_digits(normalise(part)) for part in split)
    return tuple(dict.fromkeys(part for part in parts if part and part not in _DASHES))


def _written(cell: Cell) -> str | date:
    """Give what `parse_date` takes: text or a date, a bare serial number turned into one."""
    if isinstance(cell, str | date):
        return cell
    if isinstance(cell, int | float) and any(int(cell) in serials for serials in _SERIALS):
        return _SERIAL_ZERO + timedelta(days=int(cell))
    raise Refused(
        f"{quoted(cell)} ไม่ใช่วันที่ ลองเขียนแบบ 12 ก.พ. 2565",
        f"{quoted(cell)} is not a date. Try 12 Feb 2022.",
    )


def _figure(cell: Cell) -> str | int | float:
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise Refused(
            f"อ่าน {quoted(cell)} เป็นตัวเลขไม่ออก ลองเขียนแบบ 1,200.50",
            f"{quoted(cell)} could not be read as a number. Try 1,200.50.",
        )
    return cell


def _satang(cell: Cell) -> int:
    return int(parse_baht(_figure(cell)))


def _signed(cell: Cell) -> int:
    return int(parse_baht(_figure(cell), allow_negative=True))


def _price(cell: Cell) -> int:
    """Read a price; one divided by a spreadsheet (100/3) is rounded to the satang."""
    figure = _figure(cell)
    if isinstance(figure, str):
        return _satang(figure)
    return _satang(float(Decimal(repr(figure)).quantize(Decimal("0.01"), ROUND_HALF_UP)))


def _number(cell: Cell) -> Decimal:
    figure = _figure(cell)
    if isinstance(figure, float):
        return parse_number(round(figure, 6)).normalize() + 0
    if isinstance(figure, int):
        return Decimal(figure)
    found = _NUMBER_WITH_WORD.fullmatch(from_thai_digits(normalise(figure)))
    return parse_number(found[1] if found else figure)


def _count(cell: Cell) -> int:
    return parse_count(_figure(cell))


def _grams(cell: Cell, unit: str) -> int:
    figure = _figure(cell)
    factor = _GRAMS_IN.get(unit, 1000)
    if factor == 1000 or (isinstance(figure, str) and re.search(r"[^\d.,\s]", from_thai_digits(figure))):  # noqa: PLR2004
        return int(parse_grams(figure))
    return int(parse_grams(float(parse_number(figure) * factor / 1000)))


def _score(cell: Cell) -> int:
    number = _number(cell)
    if not 0 <= number <= MOST_POINTS or number != int(number):
        raise Refused(
            f"ระดับ {quoted(cell)} ไม่อยู่ใน 0 ถึง 10",
            f"{quoted(cell)} is not a whole number from 0 to 10.",
        )
    return int(number)


def _tick(cell: Cell) -> bool:
    if isinstance(cell, bool):
        return cell
    text = _text(cell).casefold()
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise Refused(
        f"ไม่แน่ใจว่า {quoted(cell)} คือทำหรือไม่ได้ทำ ใส่ / ถ้าทำ เว้นว่างถ้าไม่ได้ทำ",
        f"It is not clear whether {quoted(cell)} means yes. Write / for yes, nothing for no.",
    )


_YES: Final = frozenset(word.casefold() for word in codes.YES)
_NO: Final = frozenset(word.casefold() for word in codes.NO)


def _round(cell: Cell) -> int:
    text = from_thai_digits(_text(cell)).casefold().replace(".", "")
    found = codes.lookup(codes.ROUNDS, text)
    if found is not None:
        return int(found)
    number = _ROUND_NUMBER.fullmatch(text)
    if number is None:
        raise Refused(
            f"ไม่รู้จักระยะ {quoted(cell)} เขียน ก่อน ระหว่าง หรือ หลัง",
            f"{quoted(cell)} is no known round. Write before, during or after.",
        )
    # ครั้งที่ 1 is the first, so 0; T0 and a bare 0 count from nought already.
    counts_from_nought = text.startswith("t") or number[1] == "0"
    return int(number[1]) - (0 if counts_from_nought else 1)


def _coded(words: codes.Words, other: str | None, th: str, en: str) -> Callable[[Cell], str]:
    """Make a reader of words: an unknown word becomes `other`, or is refused without one."""

    def read(cell: Cell) -> str:
        code = codes.lookup(words, _text(cell)) or other
        if code is None:
            raise Refused(f"ไม่รู้ว่า {quoted(cell)} คือ{th}", f"{quoted(cell)} does not say {en}.")
        return code

    return read


def _payment(cell: Cell) -> str:
    """Read paid or unpaid. The day of payment in this column says paid as well."""
    if isinstance(cell, datetime | date):
        return "paid"
    code = codes.lookup(codes.PAYMENTS, _text(cell))
    if code:
        return code
    try:
        parse_date(_text(cell))
    except Refused:
        raise Refused(
            f"ไม่แน่ใจว่า {quoted(cell)} คือจ่ายแล้วหรือค้างจ่าย",
            f"{quoted(cell)} does not say whether it was paid.",
        ) from None
    return "paid"


_FUND_KINDS: Final = {**codes.FUND_IN, **codes.FUND_OUT}

_READERS: Final[dict[Reads, Callable[[Cell], Value]]] = {
    "text": _text,
    "ref": _ref,
    "refs": _refs,
    "date": lambda cell: parse_date(_written(cell)),
    "month": lambda cell: parse_month(_written(cell)),
    "satang": _satang,
    "signed": _signed,
    "price": _price,
    "count": _count,
    "number": _number,
    "score": _score,
    "tick": _tick,
    "round": _round,
    "place": _coded(codes.PLACES, "other", "", ""),
    "payment": _payment,
    "channel": _coded(codes.CHANNELS, "other", "", ""),
    "fund_kind": _coded(_FUND_KINDS, "other", "", ""),
    "note_kind": _coded(
        codes.NOTE_KINDS,
        None,
        "ปัญหา การปรับตัว แนวทางแก้ไข หรือองค์ความรู้",
        "problem, adaptation, solution or knowledge",
    ),
    "office": _coded(codes.OFFICES, "other", "", ""),
    "direction": _coded(codes.DIRECTIONS, None, "ฝากหรือถอน", "deposit or withdrawal"),
    "debt_kind": _coded(codes.DEBT_KINDS, "other", "", ""),
    "unused": lambda _: None,
}
CODED: Final[frozenset[Reads]] = frozenset(
    {"place", "channel", "fund_kind", "note_kind", "office", "debt_kind"}
)


def readable(reads: Reads, cell: Cell, unit: str = "") -> bool:
    """Whether the cell can be read so. Words that become "other" do not count as read."""
    try:
        return read_cell(reads, cell, unit) != "other"
    except Refused:
        return False

"""What no database would keep is refused before anything is written, and by every database alike."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from kwan.journal.rules import Line, Refusal, Sealed

LONGEST_KEY = 300
MOST = (
    10**15
)  # of satang, grams or pieces in one line: a book of thousands such lines still fits into 64 bits

HALF_A_LETTER = re.compile("[\ud800-\udfff]")  # a surrogate without its other half is no UTF-8

_rooms: dict[type[Any], dict[str, int]] = {}


def room_for(table: type[Any]) -> dict[str, int]:
    """Return how many letters each text column of a room (a model) holds. Worked out once a room."""
    if table not in _rooms:
        _rooms[table] = {
            f.column: f.max_length for f in table._meta.concrete_fields if f.column and f.max_length
        }
    return _rooms[table]


def refuse_what_does_not_fit(
    body: str, seals: Sequence[Sealed], lines: Iterable[Line], key: str | None
) -> None:
    """Refuse texts that are longer than their column, letters that no database takes, and sums beyond reckoning."""
    for seal in seals:
        _refuse_too_large(seal.value)
    for line in lines:
        most = room_for(line.table)
        for name, value in line.values.items():
            _refuse_too_large(value)
            if isinstance(value, str) and len(value) > most.get(name, len(value)):
                raise Refusal(
                    "too_long",
                    f"ข้อความยาวเกินไป ({len(value)} ตัวอักษร ได้ไม่เกิน {most[name]}) ยังไม่ได้ลงรายการ",
                    f"The text is too long ({len(value)} letters, {most[name]} at most). Nothing was written.",
                )
    if len(key or "") > LONGEST_KEY:
        raise Refusal(
            "too_long", "ข้อความยาวเกินไป ยังไม่ได้ลงรายการ", "The text is too long. Nothing was written."
        )
    texts = [body, key or "", *(seal.value for seal in seals if isinstance(seal.value, str))]
    if "\\u0000" in body or any("\0" in text or HALF_A_LETTER.search(text) for text in texts):
        raise Refusal("unreadable", "มีตัวอักษรที่เก็บไม่ได้", "There is a letter in it that cannot be kept.")


def _refuse_too_large(value: int | str | None) -> None:
    if isinstance(value, int) and abs(value) > MOST:
        raise Refusal(
            "too_large",
            "จำนวนนี้มากเกินกว่าจะเป็นจริง ดูเลขอีกครั้ง ยังไม่ได้ลงรายการ",
            "This is more than can be true; look at the figure again. Nothing was written.",
        )

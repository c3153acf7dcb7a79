"""What no database would keep is refused before anything is written, and by every database alike."""

from collections.abc import Iterable
from typing import Any

from kwan.journal.rules import Line, Refusal, Sealed

LONGEST_KEY = 300


_rooms: dict[type[Any], dict[str, int]] = {}


def room_for(table: type[Any]) -> dict[str, int]:
    """Return how many letters each text column of a room (a model) holds. Worked out once a room."""
    if table not in _rooms:
        _rooms[table] = {
            f.column: f.max_length for f in table._meta.concrete_fields if f.column and f.max_length
        }
    return _rooms[table]


def refuse_what_does_not_fit(
    body: str, seals: Iterable[Sealed], lines: Iterable[Line], key: str | None
) -> None:
    """Refuse texts that are longer than their column, and the one letter that no database takes."""
    for line in lines:
        most = room_for(line.table)
        for name, value in line.values.items():
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
    if "\\u0000" in body or any("\0" in seal.value for seal in seals if isinstance(seal.value, str)):
        raise Refusal("unreadable", "มีตัวอักษรที่เก็บไม่ได้", "There is a letter in it that cannot be kept.")

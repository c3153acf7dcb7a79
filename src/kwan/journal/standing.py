"""What stands in the book at the moment a command is decided.

A batch is written at its end, so what came earlier in the same batch is not in the database yet:
`will_stand` says it, `stands` remembers it. A correction does not stumble over the entry it answers.
"""

from typing import Any

from kwan.journal.models import Row
from kwan.journal.queries import standing_rows

Memo = dict[str, Any]


def stands(room: type[Row], book: int, memo: Memo, **values: int | str | None) -> bool:
    """Return whether a row with these values stands, those of the batch at hand included."""
    if not memo.get("batch") or "correcting" in memo:
        rows = standing_rows(room, book).filter(**values)
        return rows.exclude(entry=memo.get("correcting", 0)).exists()
    return tuple(values.values()) in _seen(room, book, memo, tuple(values))


def will_stand(room: type[Row], book: int, memo: Memo, **values: int | str | None) -> None:
    """Remember, until the batch ends, that a row with these values is about to be written."""
    if memo.get("batch"):
        _seen(room, book, memo, tuple(values)).add(tuple(values.values()))


def _seen(room: type[Row], book: int, memo: Memo, fields: tuple[str, ...]) -> set[tuple[Any, ...]]:
    key = f"standing {room.__name__} {' '.join(fields)}"
    if key not in memo:
        memo[key] = set(standing_rows(room, book).values_list(*fields))
    seen: set[tuple[Any, ...]] = memo[key]
    return seen

"""The pen: plain SQL on Django's own connection, past its cursor.

A savings day writes a dozen statements an entry; Django's wrapping of each would cost more than the writing.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any

from django.db import connection


@cache
def insert(table: str, columns: tuple[str, ...]) -> str:
    """Return the INSERT of these columns."""
    names = ", ".join(f'"{name}"' for name in columns)
    return f'INSERT INTO "{table}" ({names}) VALUES ({", ".join(["%s"] * len(columns))})'  # noqa: S608


@cache
def in_sqlite(sql: str) -> str:
    """Return the statement with the placeholders of SQLite's driver."""
    return sql.replace("%s", "?")


class Pen:
    """The driver's connection, taken up once for one piece of writing."""

    __slots__ = ("is_sqlite", "raw")

    def __init__(self) -> None:
        connection.ensure_connection()
        self.raw: Any = connection.connection
        self.is_sqlite = connection.vendor == "sqlite"

    def ask(self, sql: str, *values: Any) -> Any:
        """Run one statement and return the driver's cursor."""
        return self.raw.execute(in_sqlite(sql) if self.is_sqlite else sql, values)

    def put(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Run one writing statement for each of these rows."""
        text = in_sqlite(sql) if self.is_sqlite else sql
        if len(rows) == 1:
            self.raw.execute(text, rows[0])
        elif rows:
            self.raw.cursor().executemany(text, rows)

"""Facts: plain tables of what happened, one row an event, integers and codes only.

Each is one `.sql` file with one SELECT, laid as the view `fact_<name>` after every migrate.
Every fact has book, entry and line; days are yyyymmdd, months yyyymm, money satang, mass gram.
"""

from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection

from kwan.journal.laws import are_all_tables_there

HERE = Path(__file__).parent


@cache
def definitions() -> dict[str, str]:
    """Return the SELECT of every fact, by its name."""
    return {path.stem: path.read_text(encoding="utf-8").strip() for path in sorted(HERE.glob("*.sql"))}


def lay(**_: Any) -> None:
    """Lay every fact as a view, unless a table is not there yet."""
    if not are_all_tables_there():
        return
    with connection.cursor() as cursor:
        for name, select in definitions().items():
            cursor.execute(f"DROP VIEW IF EXISTS fact_{name}")
            cursor.execute(f"CREATE VIEW fact_{name} AS {select}")


def take_down(**_: Any) -> None:
    """Take the views down, so that a migration may rebuild the tables under them."""
    with connection.cursor() as cursor:
        for name in definitions():
            cursor.execute(f"DROP VIEW IF EXISTS fact_{name}")

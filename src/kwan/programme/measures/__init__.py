"""Measures: one `.sql` file each, run as it stands on SQLite, PostgreSQL, DuckDB and Spark.

A measure has no parameters and one SELECT that returns rows (book, entry, line, part, amount), amount an
integer. It reads facts by their bare names (`saving`, `batch`, …), which the runner defines for the wanted
books up to the wanted entries; what was corrected by then is left out, and so is what its member took back. What
several measures ask in the same way stands in `kwan.programme.derived`. The value is the sum of the amounts; the
same rows are its evidence. `today` has one row a book: (book, day, month) of the last thing that happened.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection

from kwan.journal.rules import OWN_PAPER
from kwan.programme.derived import definitions as derived
from kwan.programme.facts import definitions as facts

HERE = Path(__file__).parent
# Facts that are read only as long as their member agrees, by the purpose that they agree to.
PURPOSES = {
    "answer": "wellbeing",
    "debt": "debts",
    "household": "debts",
    "household_debt": "debts",
    "household_plan": "debts",
}
TAKEN_BACK = (
    "taken_back AS (SELECT c.book, c.member, c.purpose FROM consent c WHERE c.given = 0 AND NOT EXISTS "
    "(SELECT 1 FROM consent l WHERE l.book = c.book AND l.member = c.member AND l.purpose = c.purpose "
    "AND l.entry > c.entry))"
)
Rows = list[tuple[int, int, int, str | None, int]]


@dataclass(frozen=True)
class Measure:
    """A measure as its file describes it."""

    id: str
    th: str
    en: str
    unit: str
    direction: str
    over_time: str
    over_groups: str
    sql: str


@dataclass(frozen=True)
class Reading:
    """What a measure gave: its rows, and from them the value, the parts and the evidence."""

    measure: Measure
    rows: tuple[tuple[int, int, int, str | None, int], ...]

    @property
    def value(self) -> int:
        """The sum of all amounts; 0 where nothing happened."""
        return sum(row[4] for row in self.rows)

    @property
    def parts(self) -> dict[str, int]:
        """The sum of the amounts by part, in the order of the parts' names."""
        sums: dict[str, int] = {}
        for row in self.rows:
            sums[str(row[3])] = sums.get(str(row[3]), 0) + row[4]
        return dict(sorted(sums.items()))

    @property
    def evidence(self) -> tuple[tuple[int, int], ...]:
        """The (book, entry) of every row, each once, in order."""
        return tuple(sorted({(row[0], row[1]) for row in self.rows}))


@cache
def definitions() -> dict[str, Measure]:
    """Return every measure by its id."""
    found = [read(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("*.sql"))]
    return {measure.id: measure for measure in found}


def read(text: str) -> Measure:
    """Return the measure that this file's text describes. Raise KeyError if its header lacks a line."""
    lines = text.splitlines()
    header = dict(line[3:].split(": ", 1) for line in lines if line.startswith("-- "))
    sql = "\n".join(line for line in lines if not line.startswith("--")).strip()
    return Measure(
        header["id"], header["th"], header["en"], header["unit"], header["direction"], header["over time"],
        header["over groups"], sql,
    )  # fmt: skip


def prelude(heads: Iterable[tuple[int, int]], *, has_views: bool = True) -> str:
    """Return the common table expressions that bound every fact to these (book, last entry) pairs."""
    bounds = " UNION ALL ".join(f"SELECT {int(b)} AS book, {int(n)} AS last_entry" for b, n in heads)
    parts = [
        f"head AS ({bounds})",
        "gone AS (SELECT e.book, e.corrects AS entry FROM kwan_entry e JOIN head h ON h.book = e.book "
        "WHERE e.number <= h.last_entry AND e.corrects IS NOT NULL)",
        "today AS (SELECT e.book, MAX(e.day) AS day, CAST((MAX(e.day) - MAX(e.day) % 100) / 100 AS INTEGER) AS month "  # noqa: S608
        "FROM kwan_entry e "
        f"JOIN head h ON h.book = e.book WHERE e.number <= h.last_entry AND e.kind NOT LIKE '{OWN_PAPER}%' "
        "GROUP BY e.book)",
    ]
    prefix = "fact_" if has_views else "table_"
    names = sorted(
        facts(), key=lambda name: (name != "consent", name)
    )  # what others are read through comes first
    parts += [_bounded(name, prefix) for name in names]
    parts.insert(parts.index(_bounded("consent", prefix)) + 1, TAKEN_BACK)
    parts += [f"{name} AS (\n{select}\n)" for name, select in derived().items()]
    return "WITH " + ",\n".join(parts)


def _bounded(name: str, prefix: str) -> str:
    """Return a fact up to the wanted entries, without what was corrected, and without what its member took back."""
    said_no = ""
    if name in PURPOSES:
        same = f"t.book = f.book AND t.member = f.member AND t.purpose = '{PURPOSES[name]}'"
        said_no = f" AND NOT EXISTS (SELECT 1 FROM taken_back t WHERE {same})"  # noqa: S608
    return (
        f"{name} AS (SELECT f.* FROM {prefix}{name} f JOIN head h ON h.book = f.book AND f.entry <= h.last_entry "  # noqa: S608
        f"WHERE NOT EXISTS (SELECT 1 FROM gone g WHERE g.book = f.book AND g.entry = f.entry){said_no})"
    )


def statement(measure: Measure, heads: Iterable[tuple[int, int]]) -> str:
    """Return the whole statement of a measure over these books."""
    return f"{prelude(heads)}\n{measure.sql}"


Ask = Callable[[str], Iterable[tuple[Any, ...]]]


def ask_database(sql: str) -> Iterable[tuple[Any, ...]]:
    """Run a statement on Kwan's own database."""
    with connection.cursor() as cursor:
        cursor.execute(sql)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def take(id_: str, heads: Iterable[tuple[int, int]], ask: Ask = ask_database) -> Reading:
    """Return the reading of one measure over these (book, last entry) pairs. Raise KeyError for an unknown id."""
    measure = definitions()[id_]
    rows = sorted(
        (int(b), int(e), int(n), None if part is None else str(part), int(amount))
        for b, e, n, part, amount in ask(statement(measure, heads))
    )
    return Reading(measure, tuple(rows))


def take_all(heads: Iterable[tuple[int, int]], ask: Ask = ask_database) -> Mapping[str, Reading]:
    """Return the readings of every measure over these (book, last entry) pairs."""
    pairs = list(heads)
    return {id_: take(id_, pairs, ask) for id_ in definitions()}

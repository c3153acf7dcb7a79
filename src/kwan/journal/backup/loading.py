"""A copy becomes books: its rows are laid into an empty database, under all of its laws."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from django.core.management.color import no_style
from django.db import connection

from kwan.journal.backup.reading import Copy
from kwan.journal.backup.tables import Table, fields_of, tables
from kwan.journal.models import Book
from kwan.journal.pen import Pen, insert

AT_A_TIME: Final = 2000


def is_empty() -> bool:
    """Return whether no book stands in this database."""
    return not Book.objects.exists()


def load(copy: Copy) -> None:
    """Lay the copy's rows into an empty database. Must stand inside a transaction; the laws refuse what does not fit."""
    pen = Pen()
    for table in tables():
        _load_one(pen, copy, table)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), tables()):
            cursor.execute(statement)


def _load_one(pen: Pen, copy: Copy, table: Table) -> None:
    fields = {field.column: field for field in fields_of(table)}
    rows = copy.rows(table)
    while block := list(islice(rows, AT_A_TIME)):
        columns = block[0][0]
        used = [fields[name] for name in columns]
        values = [list(_stored(used, row)) for _, row in block]
        pen.put(insert(table._meta.db_table, columns), values)


def _stored(fields: list[Any], row: list[Any]) -> Iterator[Any]:
    for field, value in zip(fields, row, strict=True):
        yield field.get_db_prep_save(field.to_python(value), connection)

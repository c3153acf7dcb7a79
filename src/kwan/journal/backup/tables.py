"""Which tables a copy holds, and how a value stands in it."""

from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models

from kwan.journal import laws
from kwan.journal.models import Account, AccountMonth, Book, Entry, Refused, Seal, SealKey, Transfer

Table = type[models.Model]
BY_THE_LAWS: tuple[Table, ...] = (Book, Entry, Account, Transfer, AccountMonth, Refused)


def tables() -> list[Table]:
    """Return every table that is kept: first what others hang on, then the rest by name."""
    first: list[Table] = [*BY_THE_LAWS, *laws.rooms(), SealKey, Seal, get_user_model()]
    ours = apps.get_app_config("kwan").get_models(include_auto_created=True)
    second_steps = apps.get_app_config("mfa").get_models()
    rest = sorted(
        (m for m in (*ours, *second_steps) if m not in first and m._meta.managed),
        key=lambda m: m._meta.db_table,
    )
    return [*first, *rest]


def is_personal(table: Table) -> bool:
    """Return whether a table is about persons: all are, but the books themselves and the rooms' rows."""
    return table not in BY_THE_LAWS and table not in laws.rooms()


def columns_of(table: Table) -> list[str]:
    """Return the names of a table's columns, as its rows are written."""
    return [field.column for field in fields_of(table)]


def fields_of(table: Table) -> list[Any]:
    """Return the fields that are columns. A key made of several is none."""
    return [field for field in table._meta.concrete_fields if field.column]


def rows_of(table: Table, database: str) -> Iterator[list[Any]]:
    """Yield a table's rows in the order of its key, as JSON can hold them."""
    fields = fields_of(table)
    key = [f.attname for f in getattr(table._meta.pk, "fields", [table._meta.pk])]
    everything = table._base_manager.using(database)  # noqa: SLF001 - whatever a table's own manager leaves out
    rows = everything.order_by(*key).values_list(*[f.attname for f in fields])
    for row in rows.iterator(chunk_size=2000):
        yield [plain(field, value) for field, value in zip(fields, row, strict=True)]


def plain(field: Any, value: Any) -> Any:
    """Return a column's value as JSON can hold it; `field.to_python` reads it again."""
    if value is None or isinstance(value, bool | int | float | str | list | dict):
        return value
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(field, models.BinaryField):
        return field.value_to_string(field.model(**{field.attname: value}))
    return str(value)

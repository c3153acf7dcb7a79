"""A copy of 20,000 entries written and read again, and its drill, against a plain copy of the same database file.

.venv/bin/python bench/copies.py
"""

import os
import shutil
import sqlite3
import time
from itertools import islice
from uuid import uuid4

from desk import DAY, NOW, a_group, empty_books

ENTRIES, BATCH, ROUNDS = 20_000, 5_000, 3


def fill(book):
    """Write so many deposits of twenty members."""
    from kwan.fund.commands import Deposit
    from kwan.journal.commands import Envelope, record_all

    deposits = (Deposit(on=DAY, member=f"m{n % 20:03}", satang=100) for n in range(ENTRIES))
    while some := [Envelope(one, str(uuid4()), "bench", NOW, "brought") for one in islice(deposits, BATCH)]:
        record_all(book, some)


def plain(place):
    """Copy the database as SQLite copies it, onto the disk."""
    with sqlite3.connect(place / "kwan.sqlite3") as books, sqlite3.connect(place / "plain.sqlite3") as copy:
        books.backup(copy)
    with (place / "plain.sqlite3").open("rb") as copied:
        os.fsync(copied.fileno())


def main():
    """Take turns; print the least of each, and the ratios."""
    place = empty_books()
    from kwan.management.commands.backup import drilled, written

    fill(a_group(20))
    spent = {"plain copy": [], "backup, read again": [], "drill": []}
    for turn in range(ROUNDS):
        path = place / f"{turn}.kwan"
        steps = (
            lambda: plain(place),
            lambda path=path: written(path, NOW),
            lambda path=path: drilled(path, NOW),
        )
        for name, step in zip(spent, steps, strict=True):
            begun = time.perf_counter()
            step()
            spent[name].append(time.perf_counter() - begun)
    least = {name: min(seconds) for name, seconds in spent.items()}
    for name, seconds in least.items():
        print(f"{name:20}{seconds:8.2f} s  {seconds / least['plain copy']:8.0f} × a plain copy")
    print(f"file {path.stat().st_size:,} bytes, database {(place / 'kwan.sqlite3').stat().st_size:,}")
    shutil.rmtree(place)


if __name__ == "__main__":
    main()

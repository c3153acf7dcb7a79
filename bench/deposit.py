"""One deposit through the gate against a raw sqlite3 commit of the same rows, in turn, in one process.

    .venv/bin/python bench/deposit.py

Raw: the same INSERTs and UPDATEs that the gate leaves behind, prepared, one durable commit each
(write-ahead log, synchronous=FULL). The ratio is the gate's speed as a share of the raw speed.
"""

import shutil
import sqlite3
import time
from statistics import median
from uuid import uuid4

from desk import DAY, NOW, a_group, empty_books

ROUNDS, IN_A_ROUND = 30, 40


def raw_rows(raw, number):
    """Write by hand what a deposit leaves: entry, transfer, line, two balances, two month totals, the head."""
    raw.execute("BEGIN IMMEDIATE")
    raw.execute(
        "INSERT INTO kwan_entry (book, number, command, kind, source, day, recorded_at, actor, key, corrects, body, seals, hash) "
        "VALUES (1, ?, ?, 'fund.deposit', 'live', 20220205, '2022-02-12T00:00:00.000000Z', 'bench', NULL, NULL, ?, '[]', ?)",
        (number, str(uuid4()), '{"member":"m000","satang":10000}', "0" * 64),
    )
    raw.execute(
        "INSERT INTO kwan_transfer VALUES (1, ?, 1, 1, 2, 'THB', 10000, ?, ?)", (number, -number, number)
    )
    raw.execute(
        "INSERT INTO kwan_saving (book, entry, line, member, direction, satang, day) VALUES (1, ?, 1, 'm000', 'in', 10000, 20220205)",
        (number,),
    )
    raw.execute("UPDATE kwan_account SET balance = balance - 10000 WHERE book = 1 AND number = 1")
    raw.execute("UPDATE kwan_account SET balance = balance + 10000 WHERE book = 1 AND number = 2")
    for account in (1, 2):
        raw.execute(
            "INSERT INTO kwan_accountmonth VALUES (1, ?, 202202, 10000, 0) ON CONFLICT (book, account, month) "
            "DO UPDATE SET came_in = came_in + 10000",
            (account,),
        )
    raw.execute("UPDATE kwan_book SET head = ?, head_hash = ? WHERE id = 1", (number, "0" * 64))
    raw.execute("COMMIT")


def raw_books(place):
    """Return a plain connection to a copy of the tables, without the laws."""
    copy = place / "raw.sqlite3"
    shutil.copyfile(place / "kwan.sqlite3", copy)
    raw = sqlite3.connect(copy, isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        raw.execute(f"DROP TRIGGER {name}")
    return raw


def main():
    """Take turns and print the median of the ratios."""
    place = empty_books()
    from django.db import connection

    from kwan.fund.commands import Deposit
    from kwan.journal.commands import Envelope, record

    book = a_group(1)
    record(book, Envelope(Deposit(on=DAY, member="m000", satang=10000), str(uuid4()), "bench", NOW))
    connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = raw_books(place)
    number, ratios, ours, theirs = 10, [], [], []
    for turn in range(ROUNDS):
        begun = time.perf_counter()
        for _ in range(IN_A_ROUND):
            number += 1
            raw_rows(raw, number)
        between = time.perf_counter()
        for _ in range(IN_A_ROUND):
            record(book, Envelope(Deposit(on=DAY, member="m000", satang=10000), str(uuid4()), "bench", NOW))
        ended = time.perf_counter()
        if turn > 2:  # the logs are warm now
            theirs.append((between - begun) / IN_A_ROUND * 1e6)
            ours.append((ended - between) / IN_A_ROUND * 1e6)
            ratios.append((between - begun) / (ended - between))
    print(f"raw commit      {median(theirs):8.0f} µs (median of {len(theirs)} rounds)")
    print(f"through the gate{median(ours):8.0f} µs")
    print(f"ratio           {median(ratios):8.2f}   (target ≥ 0.35; {min(ratios):.2f} to {max(ratios):.2f})")
    shutil.rmtree(place)


if __name__ == "__main__":
    main()

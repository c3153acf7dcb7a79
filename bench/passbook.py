"""A page of a passbook costs the same however long the book is: SQLite's own steps at 10⁴ and 10⁶ transfers.

    .venv/bin/python bench/passbook.py

Steps of SQLite's virtual machine are counted by its progress handler, so the figure does not depend on the machine.
"""

import shutil
import time
from uuid import uuid4

from desk import DAY, NOW, a_group, empty_books

SIZES = (10_000, 1_000_000)
BATCH = 50_000


def steps(book, code):
    """Count the steps of one page of a passbook: the member's newest fifty lines."""
    from django.db import connection

    from kwan.journal.queries import statement

    counted = 0

    def tick():
        nonlocal counted
        counted += 1

    connection.ensure_connection()
    connection.connection.set_progress_handler(tick, 1)
    page = statement(book, code)
    connection.connection.set_progress_handler(None, 0)
    assert len(page) == 50
    return counted


def main():
    """Fill a book and count."""
    place = empty_books()
    from kwan.fund.commands import Deposit
    from kwan.journal.commands import Envelope, record_all

    book, members = a_group(20), 20
    counted, written, begun = {}, 0, time.perf_counter()
    for size in SIZES:
        while written < size:
            many = min(BATCH, size - written)
            deposits = (Deposit(on=DAY, member=f"m{n % members:03}", satang=100) for n in range(many))
            record_all(book, [Envelope(one, str(uuid4()), "bench", NOW, "brought") for one in deposits])
            written += many
        counted[size] = {code: steps(book, code) for code in ("passbook:m003", "purse:savings")}
        print(f"{size:>9,} transfers: {counted[size]}  ({time.perf_counter() - begun:.0f} s)")
    for code in counted[SIZES[0]]:
        print(f"ratio {code}: {counted[SIZES[1]][code] / counted[SIZES[0]][code]:.2f}   (target ≤ 1.10)")
    shutil.rmtree(place)


if __name__ == "__main__":
    main()

"""After an erasure: what was deleted leaves the disk as well, not the tables alone.

SQLite overwrites what it deletes (`secure_delete`), but its write-ahead log keeps older pages until it is emptied;
PostgreSQL keeps dead rows until it tidies up. Neither can be done inside a transaction.
"""

from django.db import connection

TABLES = ("kwan_seal", "kwan_sealkey")


def sweep() -> None:
    """Empty SQLite's log, or let PostgreSQL tidy the two tables of seals. Does nothing inside a transaction."""
    if connection.in_atomic_block:
        return
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        else:
            for table in TABLES:
                cursor.execute(f"VACUUM {table}")

"""What the benchmarks share: a throwaway folder with empty books, opened once."""

import os
import sys
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME / "src"))
NOW = datetime(2022, 2, 12, tzinfo=UTC)
DAY = date(2022, 2, 5)


def empty_books(folder: str | None = None) -> Path:
    """Make books in a throwaway folder on this disk and set Django up on them."""
    place = Path(tempfile.mkdtemp(prefix="kwan-bench-", dir=folder))
    os.environ["KWAN_DATA"] = str(place)
    os.environ["DJANGO_SETTINGS_MODULE"] = "kwan.settings"
    os.environ.pop("DATABASE_URL", None)
    import django

    import kwan  # noqa: F401 - before Django

    django.setup()
    from kwan.management.opening import open_books

    open_books()
    return place


def a_group(members: int):
    """Open a book with this many members; return its number."""
    from kwan.journal.commands import Envelope, open_book, record_all
    from kwan.people.commands import Join

    book = open_book(str(uuid4()), "group", f"bench {uuid4()}")
    joins = [Join(on=DAY, member=f"m{n:03}") for n in range(members)]
    record_all(book, [Envelope(join, str(uuid4()), "bench", NOW, "brought") for join in joins])
    return book

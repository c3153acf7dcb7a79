"""The papers' own keys: what an entry is known by when the same papers are brought into another book."""

from collections import Counter

from kwan.journal.models import Entry


def paper_keys(book: int, upto: int) -> dict[int, str]:
    """Return the key of every entry up to `upto` that has one, and how often it was written before: `key#0`.

    A number shifts when an earlier row is held or dated anew; the key does not. With its count it tells
    a correction from what it corrects.
    """
    rows = Entry.objects.filter(book=book, number__lte=upto, key__isnull=False).order_by("number")
    written: Counter[str] = Counter()
    names: dict[int, str] = {}
    for number, key in rows.values_list("number", "key"):
        names[number] = f"{key}#{written[str(key)]}"
        written[str(key)] += 1
    return names

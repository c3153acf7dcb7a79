"""Questions to the seals, for those who hold the keys."""

from kwan.journal.keyring import keys_of, value_of
from kwan.journal.models import Seal


def numbers_in_seals(book: int, field: str) -> dict[int, int]:
    """Return the whole numbers sealed under this field, by entry."""
    rows = Seal.objects.filter(book=book, field=field, number__isnull=False)
    return {entry: number for entry, number in rows.values_list("entry", "number") if number is not None}


def names_in_seals(book: int, field: str) -> dict[int, str]:
    """Return the texts sealed under this field, by entry. An erased one is not there."""
    return texts_in_seals(book, field)[field]


def texts_in_seals(book: int, *fields: str) -> dict[str, dict[int, str]]:
    """Return the texts sealed under each of these fields, by entry. An erased one is not there."""
    keys = keys_of(book)
    found: dict[str, dict[int, str]] = {field: {} for field in fields}
    for seal in Seal.objects.filter(book=book, field__in=fields, cipher__isnull=False):
        text = value_of(seal, keys) if seal.member in keys else None
        if isinstance(text, str):
            found[seal.field][seal.entry] = text
    return found

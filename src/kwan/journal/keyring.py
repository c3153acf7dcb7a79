"""The keys of a book's members, and what their seals hold."""

from kwan.journal import seals
from kwan.journal.models import Seal, SealKey


def keys_of(book: int, member: str | None = None) -> dict[str, bytes]:
    """Return the members' keys (or one member's), opened with the installation's key. One that does not open is left out."""
    keys = {}
    rows = (
        SealKey.objects.filter(book=book)
        if member is None
        else SealKey.objects.filter(book=book, member=member)
    )
    for whose, locked in rows.values_list("member", "locked"):
        try:
            keys[whose] = seals.unlock(seals.installation_key(), locked)
        except ValueError:
            continue
    return keys


def value_of(seal: Seal, keys: dict[str, bytes]) -> int | str | None:
    """Return what a seal holds: a number as it stands, a text opened. None if its key is gone or does not open it."""
    if seal.number is not None:
        return seal.number
    key = keys.get(seal.member)
    try:
        return seals.unlock(key, str(seal.cipher)).decode() if key else None
    except ValueError:
        return None


def sealed_of(book: int, member: str) -> dict[int, dict[str, int | str]]:
    """Return all that is sealed of one member and still opens, by entry and field. Erased entries are not there."""
    keys = keys_of(book, member)
    found: dict[int, dict[str, int | str]] = {}
    for seal in Seal.objects.filter(book=book, member=member):
        value = value_of(seal, keys)
        if value is not None:
            found.setdefault(seal.entry, {})[seal.field] = value
    return found

"""Ids that are minted where a thing begins and sort by when that was."""

from uuid import UUID

from uuid_utils import compat

NANOSECONDS_IN_MS = 1_000_000
SHORT_LENGTH = 8


def uuid7(at_ms: int | None = None) -> UUID:
    """Mint a UUID of version 7 (RFC 9562).

    `at_ms` is the time to put in front, in milliseconds since 1970; without one it is now. Ids
    minted one after another in a process ascend; the rest of an id is random.
    """
    return compat.uuid7(nanoseconds=None if at_ms is None else at_ms * NANOSECONDS_IN_MS)


def short(identifier: UUID) -> str:
    """Give the last eight hexadecimal digits, for a person to compare two papers by.

    They are the random end: the front of two ids of one day looks alike.
    """
    return identifier.hex[-SHORT_LENGTH:]

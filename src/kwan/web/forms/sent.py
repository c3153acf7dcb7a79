"""A form as it comes in: the id under which it writes, and what the answer to it is called in HTTP."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from kwan.ids import uuid7

WRITES: Final = ("GET", "HEAD", "POST")  # the methods of a page with a form
WRONG: Final = 422  # something typed is in the way
TAKEN: Final = 409  # this id was used before, for something else


def id_of(typed: Mapping[str, str]) -> UUID:
    """Return the id under which this form writes; a new one where none came with it."""
    try:
        return UUID(typed.get("form_id", ""))
    except ValueError:
        return uuid7()

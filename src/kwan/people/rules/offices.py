"""Offices of a group, in the order in which people name them."""

from typing import Final

OFFICES: Final = ("chair", "vice_chair", "treasurer", "secretary", "committee", "adviser")
HELD_BY_ONE: Final = ("chair", "treasurer")
CHOSEN_SINGLY: Final = ("chair", "vice_chair", "treasurer", "secretary")
SIGNING_IN: Final = ("chair", "treasurer", "secretary")  # whose holders write or read the book with a login


def place_of(office: str) -> int:
    """Return where an office stands in the list; one that nobody named stands last."""
    return OFFICES.index(office) if office in OFFICES else len(OFFICES)

"""Members' references: which one comes next in the group's own way of writing them."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from kwan.thai import from_thai_digits, to_thai_digits

THE_FIRST: Final = "ก01"
A_REFERENCE: Final = re.compile(r"(?P<before>.*?)(?P<digits>[0-9]+)(?P<after>\D*)", re.DOTALL)
MOST_DIGITS: Final = 9  # a longer number counts nothing


def following(known: Sequence[str]) -> str:
    """Return the reference after those known (the newest last): ก01, ก02 → ก03; M-009 → M-010.

    Of several ways of writing the commonest is followed, of equals the newest. It is never one that is known.
    """
    read = [match for reference in known if (match := A_REFERENCE.fullmatch(from_thai_digits(reference)))]
    ways = Counter(_way(match) for match in reversed(read) if len(match["digits"]) <= MOST_DIGITS)
    if not ways:
        return THE_FIRST if THE_FIRST not in known else f"{THE_FIRST}-{len(known) + 1}"
    before, after = ways.most_common(1)[0][0]
    digits = [match["digits"] for match in read if _way(match) == (before, after)]
    width = min(len(number) for number in digits)
    number = max(int(number) for number in digits if len(number) <= MOST_DIGITS)
    is_thai = any(reference != from_thai_digits(reference) for reference in known[-1:])
    taken = set(map(from_thai_digits, known))
    while (found := f"{before}{number + 1:0{width}d}{after}") in taken:
        number += 1
    return to_thai_digits(found) if is_thai else found


def _way(match: re.Match[str]) -> tuple[str, str]:
    return match["before"], match["after"]

"""The twelve months: their names, and the many ways in which people spell them."""

import re

THAI = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
THAI_SHORT = (
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
)  # fmt: skip
ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
ENGLISH_SHORT = tuple(name[:3] for name in ENGLISH)

# Spoken forms (มกรา, กุมภา, …) and spellings further from the right one than a single slip.
_ALSO = {
    "มกรา": 1, "กุมภา": 2, "กุมพา": 2, "กุมภาพัน": 2, "กุมพาพัน": 2, "กุมภาพันธุ์": 2,
    "มีนา": 3, "เมษา": 4, "เมสา": 4, "พฤษภา": 5, "พฤศภา": 5, "พฤ.ค.": 5, "มิถุนา": 6,
    "กรกฎา": 7, "กรกฏา": 7, "กรกดา": 7, "สิงหา": 8, "สิงห์หา": 8, "สิงห์หาคม": 8, "กันยา": 9,
    "ตุลา": 10, "พฤศจิกา": 11, "พฤษจิกา": 11, "พฤศจิ": 11, "พฤ.ย.": 11, "ธันวา": 12, "sept": 9,
}  # fmt: skip

_FILLING = re.compile(r"[.\s]+")


def _bare(name: str) -> str:
    return _FILLING.sub("", name).casefold()


_NUMBER_OF = {
    _bare(name): number
    for names in (THAI, THAI_SHORT, ENGLISH, ENGLISH_SHORT)
    for number, name in enumerate(names, start=1)
} | {_bare(name): number for name, number in _ALSO.items()}

# Short names differ by one letter among themselves, so a slip is forgiven in long ones only.
_SHORTEST_WITH_SLIP = 5
_LONG_NAMES = {name: n for name, n in _NUMBER_OF.items() if len(name) >= _SHORTEST_WITH_SLIP}


def month_number(name: str) -> int | None:
    """Give 1–12 for a month's name in Thai or English, `None` when it is not one.

    Dots and spaces do not matter. One wrong, missing or extra letter in a full name is forgiven
    where only one month is that near: กุมพาพันธ์, กรกฏาคม, พฤษจิกายน, Febuary.
    """
    bare = _bare(name)
    if bare in _NUMBER_OF:
        return _NUMBER_OF[bare]
    near = {number for right, number in _LONG_NAMES.items() if _one_slip_apart(bare, right)}
    return near.pop() if len(near) == 1 else None


def _one_slip_apart(one: str, other: str) -> bool:
    """Say whether one letter changed, dropped or added makes `one` into `other`."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = 0
    while same < min(len(one), len(other)) and one[same] == other[same]:
        same += 1
    rest_one, rest_other = one[same:], other[same:]
    return rest_one[1:] == rest_other[1:] or rest_one[1:] == rest_other or rest_one == rest_other[1:]

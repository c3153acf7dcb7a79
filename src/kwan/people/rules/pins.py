"""Six digits: which of them are too easily guessed."""

from typing import Final

from kwan.thai import from_thai_digits

DIGITS: Final = 6
ROUND_THE_CLOCK: Final = "01234567890123456789"
ON_THE_KEYPAD: Final = frozenset({"147258", "258369", "369258", "258147", "159753", "753159", "147369", "789456", "456123", "789123"})  # fmt: skip
YEARS: Final = (range(1920, 2040), range(2460, 2580))  # in which people were born, of either era


def digits_of(typed: str) -> str | None:
    """Return six digits as they were typed, Thai ones too, spaces left out; None for anything else."""
    pin = from_thai_digits("".join(typed.split()))
    return pin if len(pin) == DIGITS and pin.isascii() and pin.isdigit() else None


def is_easily_guessed(pin: str) -> bool:
    """Return whether these six digits are among the first that somebody would try."""
    return (
        len(set(pin)) <= 2  # noqa: PLR2004 - 111111, 121212, 445544
        or pin in ROUND_THE_CLOCK
        or pin[::-1] in ROUND_THE_CLOCK
        or pin[:3] == pin[3:]
        or pin[::2] == pin[1::2]  # 112233
        or pin in ON_THE_KEYPAD
        or _is_like_a_birthday(pin)
    )


def _is_like_a_birthday(pin: str) -> bool:
    """Return whether a year of birth stands in it, or it is a day, a month and two figures of a year."""
    if any(int(pin[at : at + 4]) in years for at in range(DIGITS - 3) for years in YEARS):
        return True
    return 1 <= int(pin[:2]) <= 31 and 1 <= int(pin[2:4]) <= 12  # noqa: PLR2004 - days and months

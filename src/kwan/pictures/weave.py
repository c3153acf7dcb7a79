"""The woven head mark: the digest of a book's last entry as a mat that eyes can compare.

Eleven strips cross eleven strips. Sixty-six bits say which strip lies on top on
the left half and the middle; the right half mirrors it, as a mat is woven. Two
digests that differ in those bits give two mats that differ.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import canvas, colours, element, points, shape

if TYPE_CHECKING:
    from kwan.pictures.drawing import Lang, Palette, Svg

STRIPS: Final = 11
HALF: Final = 6
BITS: Final = STRIPS * HALF
CELL: Final = 10
STRIP: Final = 6.8

SENTENCES: Final = {"th": "ลายสานประจำสมุด", "en": "The woven mark of this book"}


def mat(hash_hex: str) -> tuple[tuple[bool, ...], ...]:
    """Return the mat, row by row: True where the strip that runs across lies on top.

    ``hash_hex`` is at least 17 hexadecimal digits (a SHA-256 has 64); ValueError otherwise.
    """
    digits = hash_hex.strip()
    if len(digits) * 4 < BITS:
        raise ValueError(f"the mark needs {BITS} bits, {len(digits)} hexadecimal digits are too few")
    number = int(digits, 16) >> (len(digits) * 4 - BITS)
    bits = [bool(number >> place & 1) for place in reversed(range(BITS))]
    halves = (bits[row * HALF : (row + 1) * HALF] for row in range(STRIPS))
    return tuple((*half, *reversed(half[:-1])) for half in halves)


def in_digits(hash_hex: str) -> str:
    """Return the mark for the tongue: eight decimal digits in two fours, from the digest's first 32 bits.

    >>> in_digits("3e01d36e" + "0" * 56)
    '4041 4830'
    """
    number = int(hash_hex.strip()[:8], 16) % 10**8
    return f"{number // 10**4:04d} {number % 10**4:04d}"


def weave(hash_hex: str, lang: Lang = "th", palette: Palette = "screen") -> Svg:
    """Draw the mark of a digest. Its sentence also says the eight digits."""
    c = colours(palette)
    down: list[str] = []
    across: list[str] = []
    for row, strips in enumerate(mat(hash_hex)):
        for column, on_top in enumerate(strips):
            (across if on_top else down).append(strip(row, column, across=on_top))
    size = STRIPS * CELL + 2
    frame = element(
        "rect",
        x=0.75,
        y=0.75,
        width=size - 1.5,
        height=size - 1.5,
        fill=c.sheet,
        stroke=c.lake,
        stroke_width="1.5",
    )
    return canvas(
        (size, size),
        f"{SENTENCES[lang]} {in_digits(hash_hex)}",
        [frame, shape("".join(down), c.rule_firm, fill_opacity=".5"), shape("".join(across), c.lake)],
        palette=palette,
        name="mark",
    )


def strip(row: int, column: int, *, across: bool) -> str:
    """Return the path of one strip where it lies on top of its crossing."""
    edge = (CELL - STRIP) / 2
    x, y = 1 + column * CELL, 1 + row * CELL
    if across:
        return f"M{points((x - 0.4, y + edge))}h{CELL + 0.8}v{STRIP}h-{CELL + 0.8}z"
    return f"M{points((x + edge, y - 0.4))}h{STRIP}v{CELL + 0.8}h-{STRIP}z"

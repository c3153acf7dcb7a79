"""Water hyacinth flowers and buds, drawn small: they stand for people and for where the book is now.

A drawing's foot is at (0, 0) and it grows upwards. A bud stands as straight as a
flower: it has not opened yet, nothing more is said about it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import at, element, group, line, shape

if TYPE_CHECKING:
    from kwan.pictures.drawing import Colours

PETAL: Final = "M0 0C-5.5-3-7.5-12 0-18.5C7.5-12 5.5-3 0 0z"
TURNS: Final = (180, 119, 241, 60, 300, 0)


def bloom(c: Colours, *, stalk: float = 22) -> str:
    """Draw an open flower on its stalk: six petals, the upper one with its golden eye."""
    petals = [at(0, 0, shape(PETAL, c.violet_wash), turn=turn) for turn in TURNS]
    eye = [
        shape("M0-6C-3-8-3-12.5 0-15C3-12.5 3-8 0-6z", c.violet, fill_opacity=".5"),
        shape("M0-8C-1.5-9.5-1.5-11.5 0-13C1.5-11.5 1.5-9.5 0-8z", c.amber_fill),
    ]
    head = at(
        0,
        -stalk - 15,
        group(*petals, stroke=c.violet, stroke_width="1.3", stroke_linejoin="round"),
        *eye,
        element("circle", r=2, fill=c.violet),
    )
    return line(f"M0 0V{-stalk:g}", c.lake, stroke_width="1.8", stroke_linecap="round") + head


def bud(c: Colours, *, stalk: float = 22) -> str:
    """Draw a closed bud on its stalk, upright, with its sheath."""
    return "".join(
        (
            line(f"M0 0V{-stalk:g}", c.lake, stroke_width="1.8", stroke_linecap="round"),
            at(
                0,
                -stalk,
                shape(
                    "M0 0C-7-4-7-16 0-24C7-16 7-4 0 0z",
                    c.sheet,
                    stroke=c.violet,
                    stroke_width="1.3",
                    stroke_linejoin="round",
                ),
                line("M0-3C-2.5-9-2-15 0-20M0-3C2.5-9 2-15 0-20", c.violet, stroke_width=".8"),
                line(
                    "M0 2C-5 0-6.5-4-6-8M0 2C5 0 6.5-4 6-8",
                    c.lake,
                    stroke_width="1.5",
                    stroke_linecap="round",
                ),
            ),
        )
    )

"""The flower spike of the water hyacinth, as the engraving shows it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import element, group, line, points, shape, toned

if TYPE_CHECKING:
    from kwan.pictures.drawing import Colours

    XY = tuple[float, float]

# Where the florets of the spike stand: x, y, size, turn, breadth. The last are nearest.
FLORETS: Final = (
    (204, 92, 0.52, -34, 0.8),
    (230, 94, 0.54, 36, 0.8),
    (216, 108, 0.62, 6, 1),
    (190, 122, 0.68, -52, 0.75),
    (244, 124, 0.7, 54, 0.75),
    (178, 158, 0.78, -64, 0.8),
    (256, 160, 0.8, 62, 0.8),
    (203, 140, 0.76, -18, 0.95),
    (232, 146, 0.76, 20, 0.95),
    (184, 196, 0.82, -74, 0.85),
    (250, 198, 0.82, 72, 0.85),
    (217, 178, 0.9, -4, 1),
    (206, 216, 0.84, -28, 0.9),
    (234, 220, 0.84, 30, 0.9),
)
LOBE: Final = (
    (0, 0),
    (-6, -4),
    (-13, -18),
    (-7, -27),
    (-4, -31),
    (4, -31),
    (7, -27),
    (13, -18),
    (6, -4),
    (0, 0),
)


def spike(strength: float, c: Colours) -> str:
    """Draw the flower spike: florets round a stalk, the lower ones larger, the nearest last."""
    stalk = "M211 372C209 300 213 220 214 96L218 96C219 220 218 300 219 372z"
    tip = (
        "M216 58C208 68 208 82 216 92C224 82 224 68 216 58zM205 74C200 82 202 90 208 94C212 88 211 80 205 74z"
        "M227 74C232 82 230 90 224 94C220 88 221 80 227 74z"
    )
    florets = (
        element(
            "g",
            *floret(strength, c),
            transform=f"translate({x} {y}) rotate({turn}) scale({size * breadth:.3g} {size})",
        )
        for x, y, size, turn, breadth in FLORETS
    )
    return (
        toned(stalk, strength * 0.5, c)
        + line(stalk, c.ink, stroke_width="1.3")
        + shape(tip, c.violet_wash, stroke=c.violet, stroke_width="1.2")
        + group(*florets, stroke=c.violet, stroke_linejoin="round", stroke_linecap="round")
    )


def floret(strength: float, c: Colours) -> list[str]:
    """Draw one floret: six lobes with a fold in each, the flag lobe with its halo and golden eye."""
    lobes = "".join(turned_lobe(turn) for turn in range(0, 360, 60))
    folds = "".join(
        f"M{points(turned((0, -8), turn))}L{points(turned((0, -22), turn))}" for turn in range(60, 360, 60)
    )
    deep = [shape(lobes, c.violet, fill_opacity=f"{strength * 0.6:.2f}", stroke="none")] if strength else []
    return [
        shape(lobes, c.violet_wash, stroke_width="1.3"),
        *deep,
        line(folds, c.violet, stroke_width=".7"),
        shape("M0-7C-6-13-5-23 0-27C5-23 6-13 0-7z", c.violet, fill_opacity=".45", stroke="none"),
        shape("M0-11C-3-14-2.5-20 0-23C2.5-20 3-14 0-11z", c.amber_fill, stroke="none"),
        element("circle", r=3, fill=c.violet, stroke="none"),
    ]


def turned(point: XY, degrees: float) -> XY:
    """Return a point turned clockwise round the origin."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    return point[0] * cosine - point[1] * sine, point[0] * sine + point[1] * cosine


def turned_lobe(degrees: float) -> str:
    """Return one lobe of a floret as a path, turned round the floret's middle."""
    start, *guides = (turned(point, degrees) for point in LOBE)
    return f"M{points(start)}C{points(*guides)}z"

"""The water hyacinth as an engraving: leaf, stem, flower, root, and the fibre in a cut stem.

Drawn by rule, not by hand: a blade is a rounded kite with parallel veins, a stem
a tube that swells where it holds its air, a root a hair with rootlets on both
sides. The sheet is 440 wide and 600 high, the water stands at 368.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import at, element, group, line, points, toned
from kwan.pictures.spike import spike

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kwan.pictures.drawing import Colours

    Tint = Mapping[str, float]
    XY = tuple[float, float]

SIZE: Final = (440, 600)
WATER: Final = 368
CROWN: Final = (214.0, 372.0)

# Each leaf: where its blade begins, what bends its stem, the blade's turn and size, the stem's breadth.
LEAVES: Final = (
    ((104.0, 262.0), (168.0, 330.0), -44.0, 0.92, 13.0),
    ((326.0, 264.0), (258.0, 330.0), 44.0, 0.92, 13.0),
    ((150.0, 208.0), (192.0, 300.0), -20.0, 1.02, 14.0),
    ((284.0, 204.0), (238.0, 300.0), 22.0, 1.0, 14.0),
    ((172.0, 318.0), (196.0, 346.0), -30.0, 0.52, 9.0),
    ((262.0, 316.0), (236.0, 346.0), 34.0, 0.56, 9.0),
)
BLADE: Final = "M0 4C-16 5-52-8-57-44C-62-78-34-104 0-107C34-104 62-78 57-44C52-8 16 5 0 4z"


def hyacinth(tint: Tint, c: Colours) -> list[str]:
    """Draw the whole plant. ``tint`` gives each part's strength from 0 (only outlined) to 1."""
    back, front = LEAVES[:4], LEAVES[4:]
    return [
        water(c),
        roots(tint.get("root", 0), c),
        *(stem(leaf, tint.get("stem", 0), c) + blade(leaf, tint.get("leaf", 0), c) for leaf in back),
        spike(tint.get("flower", 0), c),
        *(stem(leaf, tint.get("stem", 0), c) + blade(leaf, tint.get("leaf", 0), c) for leaf in front),
        crown(c),
        cut_stem((356, 486), tint.get("fibre", 0), c),
    ]


def water(c: Colours) -> str:
    """Draw the surface of the lake: lines that grow short with their depth."""
    waves = []
    for row in range(5):
        start, count = 14 + row * 30, 23 - row * 3
        path = f"M{start} {WATER + row * 13}" + "q9 -4 18 0" + "t18 0" * (count - 1)
        waves.append(line(path, c.rule_firm, stroke_opacity=f"{0.95 - row * 0.17:.2f}"))
    return group(*waves, stroke_width="1.1", stroke_linecap="round")


def wobble(seed: float) -> float:
    """Return the same number from -1 to 1 for the same seed: a hand's unsteadiness without chance."""
    return math.sin(seed * 12.9898) * math.cos(seed * 4.1414)


def bend(start: XY, middle: XY, end: XY, along: float) -> XY:
    """Return the point at ``along`` (0 to 1) of a curve through three guide points."""
    rest = 1 - along
    return (
        rest * rest * start[0] + 2 * rest * along * middle[0] + along * along * end[0],
        rest * rest * start[1] + 2 * rest * along * middle[1] + along * along * end[1],
    )


def offset(start: XY, middle: XY, end: XY, along: float, aside: float) -> XY:
    """Return the point ``aside`` to the right of the curve at ``along``."""
    x, y = bend(start, middle, end, along)
    ahead = bend(start, middle, end, along + 0.01)
    dx, dy = ahead[0] - x, ahead[1] - y
    length = math.hypot(dx, dy)
    return x - dy / length * aside, y + dx / length * aside


def smooth(through: list[XY]) -> str:
    """Return a soft curve through points: each is the guide, the middles are the stations."""
    path = f"M{points(through[0])}"
    for here, there in pairwise(through[1:]):
        path += f"Q{points(here, ((here[0] + there[0]) / 2, (here[1] + there[1]) / 2))}"
    return path + f"L{points(through[-1])}"


def stem(leaf: tuple[XY, XY, float, float, float], strength: float, c: Colours) -> str:
    """Draw a leaf's stem, swollen at the water line, with the engraver's lines along its shaded side."""
    end, middle, _, _, breadth = leaf

    def half(along: float) -> float:
        swell = math.exp(-(((along - 0.36) / 0.22) ** 2))
        return breadth * (0.30 + 0.62 * swell) * (1 - 0.25 * along)

    def edge(share: float, start: float = 0, stop: float = 1) -> list[XY]:
        steps = 9
        places = [start + (stop - start) * step / steps for step in range(steps + 1)]
        return [offset(CROWN, middle, end, along, half(along) * share) for along in places]

    outline = smooth(edge(-1)) + smooth(list(reversed(edge(1)))).replace("M", "L", 1) + "z"
    shade = "".join(
        smooth(edge(share, 0.04, 0.96 - abs(share) * 0.3)) for share in (-0.62, -0.3, 0.05, 0.4, 0.7, 0.86)
    )
    return (
        toned(outline, strength, c)
        + line(shade, c.ink, stroke_width=".6", stroke_opacity=".55")
        + line(outline, c.ink, stroke_width="1.5", stroke_linejoin="round")
    )


def blade(leaf: tuple[XY, XY, float, float, float], strength: float, c: Colours) -> str:
    """Draw a leaf's blade: veins fan out from the stem and close at the tip, a lighter gleam on one side."""
    (x, y), _, turn, size, _ = leaf
    veins = ""
    for vein in range(-6, 7):
        spread = vein / 6.6
        veins += (
            f"M{points((spread * 5, 2))}C{points((spread * 60, -4), (spread * 68, -74), (spread * 17, -102))}"
        )
    shaded = 1 if turn > 0 else -1
    hatching = ""
    for stroke in range(15):
        high = -12 - stroke * 5
        reach = 0.97 * math.sqrt(57**2 - (high + 51) ** 2)
        inwards = reach - 8 - stroke % 3 * 4
        hatching += f"M{points((shaded * reach, high), (shaded * inwards, high - 6))}"
    return at(
        x,
        y,
        toned(BLADE, strength, c),
        line(veins, c.ink, stroke_width=".6", stroke_opacity=".5"),
        line(hatching, c.ink, stroke_width=".7", stroke_opacity=".6"),
        line(BLADE, c.ink, stroke_width="1.5", stroke_linejoin="round"),
        scale=size,
        turn=turn,
    )


def crown(c: Colours) -> str:
    """Draw the crown, where stems and roots meet."""
    body = "M186 380C186 358 198 350 215 350C232 350 244 358 244 380C238 392 192 392 186 380z"
    ribs = (
        "M197 386C197 368 201 358 207 352M208 389C208 372 211 360 213 351"
        "M222 389C222 372 219 360 217 351M233 386C233 368 229 358 223 352"
    )
    return (
        toned(body, 0.16, c)
        + line(ribs, c.ink, stroke_width=".7", stroke_opacity=".6")
        + line(body, c.ink, stroke_width="1.5")
    )


def roots(strength: float, c: Colours) -> str:
    """Draw the roots as hairs with rootlets; the more was used, the darker the ink."""
    hairs, rootlets = "", ""
    for hair in range(17):
        fan = (hair - 8) / 8
        start = (CROWN[0] + 1 + fan * 23, 384.0)
        end = (CROWN[0] + fan * 112 + wobble(hair) * 4, 384.0 + 176 - abs(fan) * 46 + wobble(hair + 40) * 18)
        middle = (start[0] + fan * 26, start[1] + 70 + wobble(hair + 9) * 12)
        hairs += f"M{points(start)}Q{points(middle, end)}"
        rootlets += rootlets_of((start, middle, end), hair)
    hand = c.lake if strength else c.ink
    faint = f"{0.45 + strength * 0.55:.2f}"
    return line(
        rootlets, hand, stroke_width=0.6 + strength * 0.5, stroke_opacity=faint, stroke_linecap="round"
    ) + line(hairs, c.ink, stroke_width="1.1", stroke_linecap="round")


def rootlets_of(root: tuple[XY, XY, XY], hair: int) -> str:
    """Return the path of one root's rootlets: short strokes on both sides, shorter towards the tip."""
    path = ""
    for rootlet in range(20):
        along = 0.10 + rootlet * 0.044
        x, y = bend(*root, along)
        long = 11 * math.sin(math.pi * min(1.0, along * 0.8 + 0.18)) + wobble(hair * 31 + rootlet) * 2
        aside, down = long * 0.8, long * 0.75
        path += f"M{points((x - aside, y + down))}l{points((aside, -down))} {points((aside, down))}"
    return path


def cut_stem(middle: XY, strength: float, c: Colours) -> str:
    """Draw the stem cut across: the airy cells between which the fibre runs."""
    x, y = middle
    cells = []
    for ring_, (count, away, size) in enumerate(((1, 0, 7.5), (6, 16.5, 7), (12, 32, 6.4), (18, 46, 5.4))):
        for cell in range(count):
            angle = math.radians(360 * cell / count + ring_ * 17)
            cells.append(
                element(
                    "circle",
                    cx=x + away * math.cos(angle),
                    cy=y + away * math.sin(angle),
                    r=size + wobble(cell) * 0.5,
                )
            )
    rim = f"M{x - 56} {y}a56 56 0 1 1 112 0a56 56 0 1 1-112 0z"
    bark = element("circle", cx=x, cy=y, r=53, fill="none", stroke=c.ink, stroke_width=".6")
    return (
        toned(rim, strength, c)
        + group(*cells, fill=c.sheet, stroke=c.ink, stroke_width=".8")
        + bark
        + line(rim, c.ink, stroke_width="1.5")
    )

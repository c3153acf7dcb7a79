"""The pen: SVG as text, colours by name, numbers short enough to read.

A picture is drawn for one of two palettes. On *screen* every colour is a CSS
variable of the stylesheet (with the light colour behind it), so a picture turns
dark together with its page. On *paper* the colours are written out, so the same
picture stands alone in a PDF. Text stays text in both.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Literal

from kwan.thai.collate import sara_am_for_resvg

if TYPE_CHECKING:
    from collections.abc import Iterable

Lang = Literal["th", "en"]
Palette = Literal["screen", "paper"]

FONT = "Sarabun, 'Noto Sans Thai', Thonburi, sans-serif"

# A picture of this width fills a phone's leaf; drawn 1:1, its text keeps its size.
WIDTH = 340


class Svg(str):
    """Finished SVG. Every text in it was escaped when it was drawn, so a template may print it as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Say to the template engine that this is markup already."""
        return str(self)


@dataclass(frozen=True)
class Colours:
    """The inks of the stylesheet: lake is what is, violet what you may do, amber what needs a look."""

    sheet: str = "#fdfcf6"
    bar: str = "#eff3ec"
    rule: str = "#c9d9d2"
    rule_firm: str = "#6b988d"
    ink: str = "#14262a"
    ink_2: str = "#47595d"
    pencil: str = "#5f7074"
    lake: str = "#0a645e"
    lake_wash: str = "#dcebe5"
    violet: str = "#573a9c"
    violet_wash: str = "#ece7f7"
    amber: str = "#824d00"
    amber_fill: str = "#f2bd55"
    skin: str = "#efd2b0"


ON_PAPER = Colours()
ON_SCREEN = Colours(
    **{name: f"var(--{name.replace('_', '-')}, {colour})" for name, colour in vars(ON_PAPER).items()}
)


def colours(palette: Palette) -> Colours:
    """Return the inks of a palette."""
    return ON_PAPER if palette == "paper" else ON_SCREEN


def short(value: float) -> str:
    """Write a coordinate with one decimal at the most: ``12.0`` is ``12``, ``-0.04`` is ``0``."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def points(*pairs: tuple[float, float]) -> str:
    """Join points to the text a path takes: ``(1, 2), (3, 4)`` is ``1 2 3 4``."""
    return " ".join(f"{short(x)} {short(y)}" for x, y in pairs)


def element(tag: str, *children: str, **attributes: str | float | None) -> str:
    """Write one element. ``stroke_width=2`` is ``stroke-width="2"``; None is left out.

    Children are markup already; attribute values are escaped here.
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value if isinstance(value, str) else short(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    inside = "".join(children)
    return f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>"


def text(x: float, y: float, words: str, fill: str, **attributes: str | float | None) -> str:
    """Write words at a point; 13 units high if no ``font_size`` is given."""
    return element("text", escape(words), **{"x": x, "y": y, "fill": fill, "font_size": 13.0, **attributes})


def line(path: str, stroke: str, **attributes: str | float | None) -> str:
    """Draw an open path."""
    return element("path", **{"d": path, "fill": "none", "stroke": stroke, **attributes})


def shape(path: str, fill: str, **attributes: str | float | None) -> str:
    """Draw a filled path."""
    return element("path", **{"d": path, "fill": fill, **attributes})


def toned(path: str, strength: float, c: Colours) -> str:
    """Fill a path with the paper first, then with the ink, the stronger the more was used."""
    body = shape(path, c.sheet)
    return body + shape(path, c.lake, fill_opacity=f"{strength:.2f}") if strength else body


def group(*children: str, **attributes: str | float | None) -> str:
    """Hold several elements together; an empty group is nothing."""
    return element("g", *children, **attributes) if any(children) else ""


def at(x: float, y: float, *children: str, scale: float = 1, turn: float = 0) -> str:
    """Set a drawing down at a point, made larger and turned (degrees, clockwise)."""
    move = f"translate({short(x)} {short(y)})"
    turned = f" rotate({short(turn)})" if turn else ""
    scaled = f" scale({scale:.3g})" if scale != 1 else ""
    return group(*children, transform=move + turned + scaled)


def hatch(x: float, y: float, width: float, height: float, gap: float = 5) -> str:
    """Return the path of diagonal strokes that fill a box: a pattern without an id to clash with."""
    strokes = []
    start = gap / 2
    while start < width + height:
        from_x, from_y = (start, 0.0) if start <= width else (width, start - width)
        to_x, to_y = (0.0, start) if start <= height else (start - height, height)
        strokes.append(f"M{points((x + from_x, y + from_y))}L{points((x + to_x, y + to_y))}")
        start += gap
    return "".join(strokes)


def canvas(
    size: tuple[float, float],
    sentence: str,
    parts: Iterable[str],
    *,
    palette: Palette = "screen",
    name: str = "",
) -> Svg:
    """Close a picture: its size, its sentence for those who cannot see it, its parts.

    On paper the size is written out as well, since no stylesheet will give one, and ำ is
    written in its two parts, since the PDF maker's renderer overprints what follows it.
    """
    width, height = size
    on_paper = palette == "paper"
    drawn = "".join(parts)
    return Svg(
        element(
            "svg",
            element("title", escape(sentence)),
            sara_am_for_resvg(drawn) if on_paper else drawn,
            xmlns="http://www.w3.org/2000/svg",
            class_=f"picture {name}".strip(),
            viewBox=f"0 0 {short(width)} {short(height)}",
            width=width if on_paper else None,
            height=height if on_paper else None,
            role="img",
            aria_label=sentence,
            font_family=FONT,
        )
    )

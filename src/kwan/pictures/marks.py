"""The four verdict marks: shape first, colour second, and always with their word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from kwan.pictures.drawing import at, canvas, colours, element, line, shape

if TYPE_CHECKING:
    from kwan.pictures.drawing import Colours, Lang, Palette, Svg

Verdict = Literal["supported", "partly", "not_supported", "not_enough"]

WORDS: Final[dict[Verdict, dict[str, str]]] = {
    "supported": {"th": "มีหลักฐานรองรับ", "en": "Supported"},
    "partly": {"th": "รองรับบางส่วน", "en": "Partly supported"},
    "not_supported": {"th": "หลักฐานยังไม่รองรับ", "en": "Not yet supported"},
    "not_enough": {"th": "ข้อมูลยังไม่พอสรุป", "en": "Not enough data"},
}


def verdict(kind: Verdict, lang: Lang = "th", palette: Palette = "screen") -> Svg:
    """Draw a verdict's mark, 30 units wide; its word is its sentence."""
    return canvas(
        (30, 30), WORDS[kind][lang], [mark(kind, colours(palette))], palette=palette, name="verdict"
    )


def mark(kind: Verdict, c: Colours) -> str:
    """Draw the bare mark: full disc and tick, half disc, ring and bar, dotted ring."""
    if kind == "supported":
        return at(
            15,
            15,
            element("circle", r=13, fill=c.lake),
            line(
                "m-6.5.5 4.5 4.5 8.5-9.5",
                c.sheet,
                stroke_width=3,
                stroke_linecap="round",
                stroke_linejoin="round",
            ),
        )
    if kind == "partly":
        return at(15, 15, ring(c.lake), shape("M0-12A12 12 0 0 0 0 12z", c.lake))
    if kind == "not_supported":
        return at(15, 15, ring(c.amber), line("M-6 0H6", c.amber, stroke_width="3.5", stroke_linecap="round"))
    return at(
        15,
        15,
        ring(c.pencil, stroke_dasharray="2.6 4.2"),
        line("M-5.5 0h.1M0 0h.1M5.5 0h.1", c.pencil, stroke_width="3.2", stroke_linecap="round"),
    )


def ring(stroke: str, **attributes: str) -> str:
    """Draw the open ring three of the marks share."""
    return element(
        "circle",
        r=12,
        fill="none",
        stroke=stroke,
        stroke_width="2.2",
        stroke_linecap="round",
        **attributes,
    )

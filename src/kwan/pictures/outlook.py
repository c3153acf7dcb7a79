"""What is left week by week: columns on the line of nothing, and hollow ones under it where there is not enough."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import WIDTH, canvas, colours, element, line, text
from kwan.pictures.picture import Picture
from kwan.pictures.scale import BAHT, gapless
from kwan.pictures.steps import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kwan.pictures.drawing import Colours, Lang, Palette
    from kwan.pictures.picture import Table
    from kwan.pictures.steps import Point

HEIGHT: Final = 220
TOP: Final = 24
FOOT: Final = HEIGHT - 30
SIDE: Final = 4
UNDER: Final = 18  # room for a figure under a column
FIGURE: Final = 6.5  # width of a digit


def outlook(
    series: Sequence[Point],
    *,
    table: Table,
    th: str = "เงินที่เหลือเมื่อสิ้นสัปดาห์",
    en: str = "What is left at the end of each week",
    lang: Lang = "th",
    palette: Palette = "screen",
) -> Picture:
    """Draw a column a week (satang), below the line where it is short. ValueError if there is no week."""
    if not series:
        raise ValueError("an outlook needs one week at least")
    c = colours(palette)
    sentence = {code: ends_sentence(series, name, BAHT, code) for code, name in (("th", th), ("en", en))}
    parts = _columns(series, c)
    return Picture(
        canvas((WIDTH, HEIGHT), sentence[lang], parts, palette=palette, name="chart"),
        sentence["th"],
        sentence["en"],
        table,
    )


def _columns(series: Sequence[Point], c: Colours) -> list[str]:
    highest, lowest = (
        max(0, *(point.value for point in series)),
        min(0, *(point.value for point in series)),
    )
    floor = FOOT - (UNDER if lowest else 0)
    room = (floor - TOP) / ((highest - lowest) or 1)
    nothing = TOP + highest * room
    width = (WIDTH - 2 * SIDE) / len(series)
    widest = max(len(BAHT.write_short(point.value)) for point in series) * FIGURE
    every = gapless(len(series), WIDTH - 2 * SIDE, widest)
    drawn = []
    for place, point in enumerate(series):
        middle = SIDE + (place + 0.5) * width
        drawn.append(_column(point.value, (middle, nothing, width * 0.8), room, c))
        if (len(series) - 1 - place) % every == 0:
            drawn.append(_figure(point.value, (middle, nothing), room, c))
        drawn.append(text(middle, HEIGHT - 10, point.label, c.ink_2, text_anchor="middle", font_size=12))
    return [*drawn, line(f"M{SIDE} {nothing:g}H{WIDTH - SIDE}", c.rule_firm)]


def _column(value: int, place: tuple[float, float, float], room: float, c: Colours) -> str:
    middle, nothing, width = place
    tall = abs(value) * room
    left = middle - width / 2
    if value >= 0:
        return element("rect", x=left, y=nothing - tall, width=width, height=tall, fill=c.lake)
    return element(
        "rect", x=left, y=nothing, width=width, height=tall, fill=c.sheet, stroke=c.amber, stroke_width=2,
        stroke_dasharray="5 3",
    )  # fmt: skip


def _figure(value: int, place: tuple[float, float], room: float, c: Colours) -> str:
    middle, nothing = place
    y = nothing - value * room + (-6 if value >= 0 else 15)
    ink = c.lake if value >= 0 else c.amber
    return text(middle, y, BAHT.write_short(value), ink, text_anchor="middle", font_weight=600, font_size=12)

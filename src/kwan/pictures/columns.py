"""Counts month by month, as columns that stand on the ledger's rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import WIDTH, canvas, colours, element, line, text
from kwan.pictures.picture import Picture
from kwan.pictures.scale import Unit, counted, gapless
from kwan.pictures.steps import ends_sentence, series_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kwan.pictures.drawing import Colours, Lang, Palette
    from kwan.pictures.steps import Point

HEIGHT: Final = 180
FLOOR: Final = HEIGHT - 28
CEILING: Final = 22
SIDE: Final = 4
ORDERS: Final = counted("ใบสั่งซื้อ", "orders")


def columns(
    series: Sequence[Point],
    *,
    th: str = "ใบสั่งซื้อแต่ละเดือน",
    en: str = "Orders each month",
    unit: Unit = ORDERS,
    lang: Lang = "th",
    palette: Palette = "screen",
) -> Picture:
    """Draw one column a month from 0, each with its figure on top while there is room.

    ``value`` is in the unit's smallest piece. ValueError if there is no month.
    """
    if not series:
        raise ValueError("columns need one month at least")
    c = colours(palette)
    sentence = {code: ends_sentence(series, name, unit, code) for code, name in (("th", th), ("en", en))}
    floor = line(f"M{SIDE} {FLOOR}H{WIDTH - SIDE}", c.rule_firm)
    return Picture(
        canvas(
            (WIDTH, HEIGHT), sentence[lang], [*stand(series, unit, c), floor], palette=palette, name="chart"
        ),
        sentence["th"],
        sentence["en"],
        series_table(series, unit, lang),
    )


def stand(series: Sequence[Point], unit: Unit, c: Colours) -> list[str]:
    """Draw the columns; both ends in full ink, what lies between lighter."""
    room = WIDTH - 2 * SIDE
    width = room / len(series)
    top = max(1, *(point.value for point in series))
    widest = max(len(unit.write_short(point.value)) for point in series) * 8
    every_label, every_figure = gapless(len(series), room, 34), gapless(len(series), room, widest)
    drawn = []
    for place, point in enumerate(series):
        is_end, from_end = place in {0, len(series) - 1}, len(series) - 1 - place
        middle, tall = SIDE + (place + 0.5) * width, (FLOOR - CEILING) * point.value / top
        drawn.append(
            element(
                "rect",
                x=middle - width * 0.4,
                y=FLOOR - tall,
                width=width * 0.8,
                height=tall,
                fill=c.lake,
                fill_opacity=None if is_end else ".55",
            )
        )
        if from_end % every_figure == 0:
            drawn.append(
                text(
                    middle,
                    FLOOR - tall - 6,
                    unit.write_short(point.value),
                    c.lake if is_end else c.ink_2,
                    text_anchor="middle",
                    font_weight=600 if is_end else None,
                )
            )
        if from_end % every_label == 0:
            drawn.append(text(middle, FLOOR + 20, point.label, c.ink_2, text_anchor="middle", font_size=12))
    return drawn

"""Things laid beside each other by one figure, the greatest first. Nothing is added up: rates have no sum."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kwan.pictures.channels import ROW, filled, fitted
from kwan.pictures.drawing import WIDTH, canvas, colours, line, text
from kwan.pictures.picture import Cell, Picture, Table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kwan.pictures.drawing import Colours, Lang, Palette

LEAST: Final = 2


@dataclass(frozen=True)
class Ranked:
    """One thing: its name, its figure and how that is written; hatched where `is_other`."""

    name: str
    value: Decimal
    written: str
    is_other: bool = False
    href: str = ""


Pair = tuple[str, str]


def ranking(
    bars: Sequence[Ranked], title: Pair, what: Pair, *, lang: Lang = "th", palette: Palette = "screen"
) -> Picture:
    """Draw the bars from 0, each under its name with its figure. `title` and `what` in Thai and English."""
    c, is_english = colours(palette), lang == "en"
    ranked = sorted(bars, key=lambda bar: -bar.value)
    top = max((bar.value for bar in ranked), default=1) or 1
    parts = [
        mark for place, bar in enumerate(ranked) for mark in _row(bar, place * ROW, float(bar.value / top), c)
    ]
    sentences = [
        f"{title[code]}: " + ", ".join(f"{bar.name} {bar.written}" for bar in ranked) for code in (0, 1)
    ]
    rows = tuple((Cell(bar.name), Cell(bar.written, bar.href, is_number=True)) for bar in ranked)
    size = (WIDTH, max(1, len(ranked)) * ROW + 4)
    return Picture(
        canvas(size, sentences[is_english], parts, palette=palette, name="chart"), sentences[0], sentences[1],
        Table(words(what[is_english], title[is_english]), rows),
    )  # fmt: skip


def _row(bar: Ranked, y: float, share: float, c: Colours) -> list[str]:
    return [
        text(2, y + 20, fitted(bar.name, WIDTH - 16 - len(bar.written) * 7.4), c.ink, font_size=15),
        text(WIDTH - 2, y + 20, bar.written, c.lake, font_size=15, font_weight=600, text_anchor="end"),
        line(f"M2 {y + 41}H{WIDTH - 2}", c.rule),
        *filled(2, y + 29, max(LEAST, (WIDTH - 4) * share), c, solid=not bar.is_other),
    ]

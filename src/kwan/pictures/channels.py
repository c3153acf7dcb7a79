"""Who orders from the group: one line of the ledger a channel, its bar beneath."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from unicodedata import combining

from kwan.pictures.drawing import WIDTH, canvas, colours, element, hatch, line, text
from kwan.pictures.picture import Cell, Picture, Table, words
from kwan.pictures.scale import BAHT, Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kwan.pictures.drawing import Colours, Lang, Palette

ROW: Final = 50
BAR: Final = 12
LATIN_ENDS: Final = "\u0250"
ABOVE_AND_BELOW: Final = "ัิีึืฺุู็่้๊๋์ํ๎"


@dataclass(frozen=True)
class Channel:
    """One channel: its name, what it bought, whether an agency stands behind it."""

    name: str
    value: int
    is_agency: bool
    href: str = ""


def channels(
    bars: Sequence[Channel],
    *,
    th: str = "ยอดสั่งซื้อแยกตามช่องทาง",
    en: str = "Orders by channel",
    unit: Unit = BAHT,
    lang: Lang = "th",
    palette: Palette = "screen",
) -> Picture:
    """Draw the channels, most first: agencies solid, shops and people hatched.

    The name stands over its bar, so a long English name costs no room.
    ``value`` is in the unit's smallest piece (satang for money).
    """
    c = colours(palette)
    ranked = sorted(bars, key=lambda bar: -bar.value)
    top = max((bar.value for bar in ranked), default=0) or 1
    parts = [mark for place, bar in enumerate(ranked) for mark in row(bar, place * ROW, top, unit, c)]
    sentence = {code: sums_sentence(ranked, name, unit, code) for code, name in (("th", th), ("en", en))}
    size = (WIDTH, max(1, len(ranked)) * ROW + 4)
    return Picture(
        canvas(size, sentence[lang], parts, palette=palette, name="chart"),
        sentence["th"],
        sentence["en"],
        channels_table(ranked, unit, lang),
    )


def row(bar: Channel, y: float, top: int, unit: Unit, c: Colours) -> list[str]:
    """Draw one channel: name, leader dots, figure; then the bar on its rule."""
    width = (WIDTH - 4) * bar.value / top
    figure = unit.write(bar.value)
    return [
        text(2, y + 20, fitted(bar.name, WIDTH - 16 - len(figure) * 7.4), c.ink, font_size=15),
        text(WIDTH - 2, y + 20, figure, c.lake, font_size=15, font_weight=600, text_anchor="end"),
        line(f"M2 {y + 41}H{WIDTH - 2}", c.rule),
        *filled(2, y + 29, width, c, solid=bar.is_agency),
    ]


def fitted(name: str, room: float, em: float = 15) -> str:
    """Cut a name that would run into its figure; vowels and tones that stand above or below take no room."""
    width = 0.0
    for place, letter in enumerate(name):
        broad = 0.44 if letter < LATIN_ENDS else 0.53
        width += 0 if combining(letter) or letter in ABOVE_AND_BELOW else em * broad
        if width > room:
            return name[: max(1, place - 2)].rstrip() + "…"
    return name


def filled(x: float, y: float, width: float, c: Colours, *, solid: bool) -> list[str]:
    """Draw a bar, solid or hatched: the shape tells them apart, not the colour."""
    if solid:
        return [element("rect", x=x, y=y, width=width, height=BAR, fill=c.lake)]
    return [
        line(hatch(x, y, width, BAR), c.lake, stroke_width="1.4"),
        element("rect", x=x, y=y, width=width, height=BAR, fill="none", stroke=c.lake),
    ]


def sums_sentence(ranked: Sequence[Channel], name: str, unit: Unit, lang: str) -> str:
    """Say every channel with its figure, and their sum."""
    each = ", ".join(f"{bar.name} {unit.write(bar.value)}" for bar in ranked)
    total = unit.write(sum(bar.value for bar in ranked))
    return f"{name}: {each}; {'total' if lang == 'en' else 'รวม'} {total} {unit.word(lang)}"


def channels_table(ranked: Sequence[Channel], unit: Unit, lang: Lang) -> Table:
    """Return the channels with their sum as the last row."""
    is_english = lang == "en"
    total = unit.write(sum(bar.value for bar in ranked))
    return Table(
        words("Channel" if is_english else "ช่องทาง", unit.word(lang)),
        (
            *((Cell(bar.name), Cell(unit.write(bar.value), bar.href, is_number=True)) for bar in ranked),
            words("Total" if is_english else "รวม", total),
        ),
    )

"""Two figures a month side by side, as what came in and what went out: one column solid, one hatched."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import WIDTH, canvas, colours, element, hatch, line, text
from kwan.pictures.picture import Cell, Picture, Table, words
from kwan.pictures.scale import BAHT, Unit, gapless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kwan.pictures.drawing import Colours, Lang, Palette

HEIGHT: Final = 190
KEY: Final = 24
FLOOR: Final = HEIGHT - 28
CEILING: Final = KEY + 22
SIDE: Final = 4


@dataclass(frozen=True)
class Twin:
    """One period: its short label, its full name, its two figures in the unit's smallest piece."""

    label: str
    full: str
    first: int
    second: int


Pair = tuple[str, str]


def twins(
    series: Sequence[Twin],
    first: Pair,
    second: Pair,
    *,
    unit: Unit = BAHT,
    lang: Lang = "th",
    palette: Palette = "screen",
) -> Picture:
    """Draw two columns a period from 0; `first` and `second` say what they are, in Thai and English.

    ValueError if there is no period.
    """
    if not series:
        raise ValueError("twins need one period at least")
    c, is_english = colours(palette), lang == "en"
    names = (first[is_english], second[is_english])
    sentences = [_sentence(series[-1], unit, first[code], second[code], code) for code in (False, True)]
    floor = line(f"M{SIDE} {FLOOR}H{WIDTH - SIDE}", c.rule_firm)
    parts = [*_key(names, c), *_stand(series, unit, c), floor]
    rows = tuple(
        (Cell(twin.full), *(Cell(unit.write(value), is_number=True) for value in (twin.first, twin.second)))
        for twin in series
    )
    return Picture(
        canvas((WIDTH, HEIGHT), sentences[is_english], parts, palette=palette, name="chart"), sentences[0], sentences[1],
        Table(words("Month" if is_english else "เดือน", *names), rows),
    )  # fmt: skip


def _key(names: Pair, c: Colours) -> list[str]:
    """Say which column is which, by its shape."""
    half = WIDTH / 2
    return [
        element("rect", x=SIDE, y=4, width=14, height=14, fill=c.lake),
        text(SIDE + 20, 16, names[0], c.ink),
        *_hatched(half, 4, 14, 14, c),
        text(half + 20, 16, names[1], c.ink),
    ]


def _hatched(x: float, y: float, width: float, height: float, c: Colours) -> list[str]:
    box = element("rect", x=x, y=y, width=width, height=height, fill="none", stroke=c.lake)
    return [line(hatch(x, y, width, height), c.lake, stroke_width="1.2"), box] if height else []


def _stand(series: Sequence[Twin], unit: Unit, c: Colours) -> list[str]:
    room = WIDTH - 2 * SIDE
    width = min(110.0, room / len(series))
    top = max(1, *(max(twin.first, twin.second) for twin in series))
    every = gapless(len(series), width * len(series), 34)
    drawn = []
    for place, twin in enumerate(series):
        left, wide = SIDE + place * width + width * 0.08, width * 0.4
        tall, other = ((FLOOR - CEILING) * value / top for value in (twin.first, twin.second))
        drawn += [
            element("rect", x=left, y=FLOOR - tall, width=wide, height=tall, fill=c.lake),
            *_hatched(left + wide + 2, FLOOR - other, wide, other, c),
        ]
        if (len(series) - 1 - place) % every == 0:
            drawn.append(
                text(left + wide, FLOOR + 20, twin.label, c.ink_2, text_anchor="middle", font_size=12)
            )
    highest = next(twin for twin in series if top in (twin.first, twin.second, 1))
    place = series.index(highest)
    anchor, x = (
        ("start", SIDE + place * width) if place < len(series) / 2 else ("end", SIDE + (place + 1) * width)
    )
    drawn.append(text(x, CEILING - 7, unit.write_short(top), c.lake, text_anchor=anchor, font_weight=600))
    return drawn


def _sentence(twin: Twin, unit: Unit, first: str, second: str, is_english: bool) -> str:  # noqa: FBT001 - a language
    word = unit.word("en" if is_english else "th")
    joint = ", " if is_english else " "
    return f"{twin.full}: {first} {unit.write(twin.first)} {word}{joint}{second} {unit.write(twin.second)} {word}"

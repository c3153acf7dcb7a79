"""The savings steps: what has been saved up, month on month, as stairs out of the lake."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import WIDTH, at, canvas, colours, line, points, shape, short, text
from kwan.pictures.flower import bloom
from kwan.pictures.picture import Cell, Picture, Table, words
from kwan.pictures.scale import BAHT, Unit, gapless, rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kwan.pictures.drawing import Colours, Lang, Palette

LEFT: Final = 50
RIGHT: Final = WIDTH - 4
HEIGHT: Final = 250
FLOOR: Final = HEIGHT - 32
CEILING: Final = 44
LABEL_WIDTH: Final = 34
RIPPLE: Final = 12
CLEAR: Final = 40


@dataclass(frozen=True)
class Point:
    """One period: its short label under the axis, its figure, its full name, where its rows are."""

    label: str
    value: int
    full: str = ""
    href: str = ""

    @property
    def name(self) -> str:
        """The full name of the period, its label if it has none."""
        return self.full or self.label


def steps(
    series: Sequence[Point],
    *,
    th: str = "เงินออมสะสม",
    en: str = "Savings to date",
    unit: Unit = BAHT,
    lang: Lang = "th",
    palette: Palette = "screen",
) -> Picture:
    """Draw stairs from 0; both ends carry their figure and a flower stands where the book is now.

    ``value`` is in the unit's smallest piece (satang for money). ValueError if there is no point.
    """
    if not series:
        raise ValueError("stairs need one point at least")
    c = colours(palette)
    stairs = Stairs(series, unit)
    sentence = {code: ends_sentence(series, name, unit, code) for code, name in (("th", th), ("en", en))}
    parts = [*stairs.grid(c), *stairs.flight(c), *labels(series, stairs.width, c), *stairs.ends(c)]
    return Picture(
        canvas((WIDTH, HEIGHT), sentence[lang], parts, palette=palette, name="chart"),
        sentence["th"],
        sentence["en"],
        series_table(series, unit, lang),
    )


class Stairs:
    """Where each figure of a series stands on the sheet."""

    def __init__(self, series: Sequence[Point], unit: Unit) -> None:
        self.series = series
        self.unit = unit
        self.rules = [
            value * unit.per for value in rules(-(-max(point.value for point in series) // unit.per))
        ]
        self.width = (RIGHT - LEFT) / len(series)

    def height_of(self, value: int) -> float:
        """Return the height on the sheet of a value."""
        return FLOOR - (FLOOR - CEILING) * value / self.rules[-1]

    def grid(self, c: Colours) -> list[str]:
        """Draw the rules of the ledger, each with its figure."""
        drawn = []
        for value in self.rules:
            y = self.height_of(value)
            drawn += [
                line(f"M{points((LEFT, y))}H{RIGHT}", c.rule if value else c.rule_firm),
                text(LEFT - 8, y + 4.5, self.unit.write_short(value), c.ink_2, text_anchor="end"),
            ]
        return drawn

    def flight(self, c: Colours) -> list[str]:
        """Draw the stairs and the water they rise from."""
        path = f"M{LEFT} {FLOOR}"
        for place, point in enumerate(self.series):
            path += f"V{short(self.height_of(point.value))}H{short(LEFT + (place + 1) * self.width)}"
        return [
            shape(f"{path}V{FLOOR}z", c.lake_wash),
            *self.water(c),
            line(path, c.lake, stroke_width="2.5", stroke_linejoin="round"),
        ]

    def water(self, c: Colours) -> list[str]:
        """Draw the ripple the stairs rise from, where the first stair is high enough to hold it."""
        if FLOOR - self.height_of(self.series[0].value) < RIPPLE:
            return []
        waves = int((RIGHT - LEFT) // 20)
        return [
            line(f"M{LEFT + 3} {FLOOR - 6}" + "q5 -3 10 0t10 0" * waves, c.rule_firm, stroke_opacity=".6")
        ]

    def ends(self, c: Colours) -> list[str]:
        """Write the first and the last figure at their stairs; the flower stands on the last."""
        first, last = self.series[0], self.series[-1]
        x_last, y_last = RIGHT - self.width / 2, self.height_of(last.value)
        drawn = [
            at(x_last, y_last, bloom(c, stalk=8), scale=0.8),
            text(
                x_last - 18,
                y_last - 12,
                self.unit.write(last.value),
                c.lake,
                font_weight=600,
                font_size=15,
                text_anchor="end",
            ),
        ]
        if len(self.series) > 1 and self.height_of(first.value) - y_last > CLEAR:
            figure = self.unit.write(first.value)
            under = int(len(figure) * 7.5 / self.width) + 1
            clear = min(self.height_of(point.value) for point in self.series[:under])
            drawn.append(text(LEFT + 4, clear - 8, figure, c.lake, font_weight=600))
        return drawn


def labels(series: Sequence[Point], width: float, c: Colours) -> list[str]:
    """Write the periods under their stairs; where they would touch, every second or third, and the last."""
    every = gapless(len(series), RIGHT - LEFT, LABEL_WIDTH)
    return [
        text(
            LEFT + (place + 0.5) * width, FLOOR + 20, point.label, c.ink_2, text_anchor="middle", font_size=12
        )
        for place, point in enumerate(series)
        if (len(series) - 1 - place) % every == 0
    ]


def ends_sentence(series: Sequence[Point], name: str, unit: Unit, lang: str) -> str:
    """Say the first and the last figure; whether that is a rise is for a claim to say."""
    first, last = series[0], series[-1]
    ends = [f"{point.name} {unit.write(point.value)} {unit.word(lang)}" for point in (first, last)]
    if len(series) == 1:
        return f"{name}: {ends[0]}"
    return f"{name}: {ends[0]}, {ends[1]}" if lang == "en" else f"{name} {ends[0]} ถึง {ends[1]}"


def series_table(series: Sequence[Point], unit: Unit, lang: Lang) -> Table:
    """Return the figures of a series, period by period."""
    return Table(
        words("Month" if lang == "en" else "เดือน", unit.word(lang)),
        tuple(
            (Cell(point.name), Cell(unit.write(point.value), point.href, is_number=True)) for point in series
        ),
    )

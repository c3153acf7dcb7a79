"""How something grew in several places: one low flight of stairs for each, all to one scale, ends written beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import WIDTH, canvas, colours, line, shape, short, text
from kwan.pictures.picture import Cell, Picture, Table
from kwan.pictures.scale import Unit, counted, gapless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kwan.pictures.drawing import Colours, Lang, Palette

ROW: Final = 62
TALL: Final = 32
LEFT: Final = 4
RIGHT: Final = WIDTH - 44
FOOT: Final = 26
LABEL_WIDTH: Final = 40
MEMBERS: Final = counted("คน", "people")


@dataclass(frozen=True)
class Place:
    """One place and its figure at the end of each period."""

    name: str
    counts: tuple[int, ...]


def growth(
    places: Sequence[Place],
    periods: Sequence[str],
    *,
    th: str = "สมาชิกแต่ละอำเภอ",
    en: str = "Members in each district",
    unit: Unit = MEMBERS,
    lang: Lang = "th",
    palette: Palette = "screen",
) -> Picture:
    """Draw one flight of stairs a place, from 0, with its first and last figure. ValueError if there is nothing to draw."""
    if not places or not periods:
        raise ValueError("growth needs one place and one period at least")
    c = colours(palette)
    top = max(1, *(count for place in places for count in place.counts))
    drawn = [part for row, place in enumerate(places) for part in flight(place, row * ROW, top, unit, c)]
    drawn += axis(periods, len(places) * ROW + 16, c)
    sentence = {"th": f"{th} {ends(places, unit, 'th')}", "en": f"{en}: {ends(places, unit, 'en')}"}
    size = (WIDTH, len(places) * ROW + FOOT)
    svg = canvas(size, sentence[lang], drawn, palette=palette, name="chart")
    return Picture(svg, sentence["th"], sentence["en"], table(places, periods, lang))


def flight(place: Place, above: float, top: int, unit: Unit, c: Colours) -> list[str]:
    """Draw the stairs of one place under its name."""
    floor, width = above + ROW - 6, (RIGHT - LEFT) / len(place.counts)
    path = f"M{LEFT} {short(floor)}"
    for step, count in enumerate(place.counts, 1):
        path += f"V{short(floor - TALL * count / top)}H{short(LEFT + step * width)}"
    last = place.counts[-1]
    return [
        text(LEFT, above + 16, place.name, c.ink, font_size=14),
        shape(f"{path}V{short(floor)}z", c.lake_wash),
        line(f"M{LEFT} {short(floor)}H{WIDTH - LEFT}", c.rule_firm),
        line(path, c.lake, stroke_width="2.5", stroke_linejoin="round"),
        text(
            WIDTH - LEFT,
            floor - 8,
            unit.write_short(last),
            c.lake,
            text_anchor="end",
            font_weight=600,
            font_size=17,
        ),
    ]


def axis(periods: Sequence[str], y: float, c: Colours) -> list[str]:
    """Write the periods under the last flight; where they would touch, every second or third, and the last."""
    width = (RIGHT - LEFT) / len(periods)
    every = gapless(len(periods), RIGHT - LEFT, LABEL_WIDTH)
    return [
        text(LEFT + (place + 0.5) * width, y, label, c.ink_2, text_anchor="middle", font_size=12)
        for place, label in enumerate(periods)
        if (len(periods) - 1 - place) % every == 0
    ]


def ends(places: Sequence[Place], unit: Unit, lang: str) -> str:
    """Say where each place began and where it stands."""
    to = " to " if lang == "en" else " ถึง "
    return ", ".join(
        f"{place.name} {unit.write(place.counts[0])}{to}{unit.write(place.counts[-1])} {unit.word(lang)}"
        for place in places
    )


def table(places: Sequence[Place], periods: Sequence[str], lang: Lang) -> Table:
    """Return the figures, a period a row and a place a column."""
    headings = (
        Cell("Until the end of" if lang == "en" else "ถึงสิ้น"),
        *(Cell(place.name, is_number=True) for place in places),
    )
    rows = (
        (Cell(period), *(Cell(f"{place.counts[at]:,}", is_number=True) for place in places))
        for at, period in enumerate(periods)
    )
    return Table(headings, tuple(rows))

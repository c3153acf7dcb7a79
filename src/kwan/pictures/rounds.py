"""Wellbeing rounds before, during and after: medians, and how many people opened like flowers.

Answers are sealed. This file is handed counts and medians only, and still holds
back what would give a person away: a round of fewer than five people, the count
where nobody or everybody improved, a bundle of lines with fewer than five people
or one that would tell how the others split.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import WIDTH, at, canvas, colours, element, line, points, text
from kwan.pictures.flower import bloom, bud
from kwan.pictures.picture import Cell, Picture, Table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kwan.pictures.drawing import Colours, Lang, Palette

FEWEST: Final = 5
LEFT: Final = 66
RIGHT: Final = WIDTH - 48
TOP: Final = 20
BOTTOM: Final = 190
FEET: Final = BOTTOM + 66


@dataclass(frozen=True)
class Round:
    """One round: its name, its date as written, how many answered, their median."""

    name: str
    on: str
    answered: int
    median: Decimal | None


@dataclass(frozen=True)
class Bundle:
    """People who went the same way from the first round to the last: never fewer than five are drawn."""

    before: Decimal
    after: Decimal
    people: int


@dataclass(frozen=True)
class Improved:
    """``count`` of ``compared`` people answered higher in the last round than in the first."""

    count: int
    compared: int

    @property
    def may_be_shown(self) -> bool:
        """Whether the count gives nobody away: five people or more, neither none nor all of them."""
        return self.compared >= FEWEST and 0 < self.count < self.compared


def rounds(
    series: Sequence[Round],
    improved: Improved | None = None,
    bundles: Sequence[Bundle] = (),
    *,
    top: int = 10,
    lang: Lang = "th",
    palette: Palette = "screen",
) -> Picture:
    """Draw the medians of the rounds from 0 to ``top``, and the people as flowers beneath.

    What may not be shown is left out of drawing, sentence and table alike.
    """
    c = colours(palette)
    shown = improved if improved and improved.may_be_shown else None
    open_rounds = [(place, each) for place, each in enumerate(series) if median_of(each) is not None]
    parts = [
        *scale(top, lang, c),
        *ribbons(safe_bundles(bundles, shown), top, lang, c),
        *medians(open_rounds, len(series), top, c),
        *names(series, lang, c),
    ]
    height = float(FEET)
    if shown:
        parts.append(at(0, FEET + 8, *garden(shown, c)))
        height += 8 + garden_height(shown)
    sentence = {code: rounds_sentence(series, shown, code) for code in ("th", "en")}
    return Picture(
        canvas((WIDTH, height), sentence[lang], parts, palette=palette, name="chart"),
        sentence["th"],
        sentence["en"],
        rounds_table(series, shown, lang),
    )


def flowers(improved: Improved, *, lang: Lang = "th", palette: Palette = "screen") -> Picture:
    """Draw only the people: open flowers for those who improved, buds for the others.

    Where the count would give somebody away the meadow is empty and the sentence says why.
    """
    shown = improved if improved.may_be_shown else None
    parts = garden(shown, colours(palette)) if shown else []
    sentence = {code: improved_sentence(shown, code) for code in ("th", "en")}
    return Picture(
        canvas(
            (WIDTH, garden_height(shown) if shown else 1),
            sentence[lang],
            parts,
            palette=palette,
            name="chart",
        ),
        sentence["th"],
        sentence["en"],
        rounds_table((), shown, lang),
    )


def median_of(each: Round) -> Decimal | None:
    """Return the median of a round if five people or more answered it."""
    return each.median if each.answered >= FEWEST else None


def safe_bundles(bundles: Sequence[Bundle], shown: Improved | None) -> list[Bundle]:
    """Return the bundles that may be drawn: rising ones of five or more, within a count that is shown.

    A level or falling bundle is never drawn: beside "k of n improved" it would split the rest.
    """
    rising = [each for each in bundles if each.people >= FEWEST and each.after > each.before]
    return rising if shown and sum(each.people for each in rising) <= shown.count else []


def height_of(value: Decimal, top: int) -> float:
    """Return the height on the sheet of a value from 0 to ``top``."""
    return BOTTOM - (BOTTOM - TOP) * float(value) / top


def place_of(place: int, count: int) -> float:
    """Return where the round of that place stands from left to right."""
    return (LEFT + RIGHT) / 2 if count == 1 else LEFT + 20 + (RIGHT - LEFT - 40) * place / (count - 1)


def scale(top: int, lang: Lang, c: Colours) -> list[str]:
    """Draw the full scale, its ends named in words."""
    ends = ("lowest", "highest") if lang == "en" else ("ต่ำสุด", "สูงสุด")
    step = max(1, top // 10)
    grid = "".join(
        f"M{points((LEFT, height_of(Decimal(value), top)))}H{RIGHT}" for value in range(step, top + 1, step)
    )
    return [
        line(grid, c.rule),
        line(f"M{LEFT} {BOTTOM}H{RIGHT}", c.rule_firm),
        text(LEFT - 8, TOP + 4.5, f"{ends[1]} {top}", c.ink_2, text_anchor="end", font_size=12),
        text(LEFT - 8, BOTTOM + 4.5, f"{ends[0]} 0", c.ink_2, text_anchor="end", font_size=12),
    ]


def ribbons(safe: Sequence[Bundle], top: int, lang: Lang, c: Colours) -> list[str]:
    """Draw each bundle as a ribbon, the broader the more people, with their number at its end."""
    drawn = []
    start, end = LEFT + 20, RIGHT - 20
    for each in safe:
        low, high = height_of(each.before, top), height_of(each.after, top)
        drawn += [
            line(
                f"M{points((start, low))}C{points((start + 70, low), (end - 70, high), (end, high))}",
                c.lake,
                stroke_width=each.people * 1.6,
                stroke_opacity=".2",
            ),
            text(
                end + 14,
                high + 4.5,
                f"{each.people} {'people' if lang == 'en' else 'คน'}",
                c.lake,
                font_size=12,
            ),
        ]
    return drawn


def medians(shown: Sequence[tuple[int, Round]], count: int, top: int, c: Colours) -> list[str]:
    """Draw the medians as beads on a string, each with its figure above."""
    beads = [
        (place_of(place, count), height_of(middle, top), middle)
        for place, each in shown
        if (middle := median_of(each)) is not None
    ]
    string = "L".join(points((x, y)) for x, y, _ in beads)
    drawn = [line(f"M{string}", c.lake, stroke_width="2.5")] if len(beads) > 1 else []
    for x, y, middle in beads:
        drawn += [
            element("circle", cx=x, cy=y, r=6.5, fill=c.sheet, stroke=c.lake, stroke_width="2.5"),
            text(
                x,
                y - 14,
                f"{middle.normalize():f}",
                c.lake,
                text_anchor="middle",
                font_size=17,
                font_weight=600,
            ),
        ]
    return drawn


def names(series: Sequence[Round], lang: Lang, c: Colours) -> list[str]:
    """Write under each round its name, its date, and how many answered."""
    drawn = []
    for place, each in enumerate(series):
        x = place_of(place, len(series))
        people = f"{each.answered} people" if lang == "en" else f"{each.answered} คน"
        if each.answered < FEWEST:
            people = "fewer than 5" if lang == "en" else "ไม่ถึง 5 คน"
        drawn += [
            text(x, BOTTOM + 22, each.name, c.ink, text_anchor="middle", font_weight=600),
            text(x, BOTTOM + 39, each.on, c.ink_2, text_anchor="middle", font_size=12),
            text(x, BOTTOM + 56, people, c.ink_2, text_anchor="middle", font_size=12),
        ]
    return drawn


def bed(count: int) -> tuple[int, float]:
    """Return how many flowers stand in a row, and how large each is drawn."""
    in_row = next((most for limit, most in ((8, 8), (20, 10), (60, 15)) if count <= limit), 20)
    return in_row, min(1.0, (WIDTH - 8) / in_row / 40)


def garden_height(improved: Improved) -> float:
    """Return how high the rows of flowers stand."""
    in_row, size = bed(improved.compared)
    return -(-improved.compared // in_row) * 64 * size + 6


def garden(improved: Improved, c: Colours) -> list[str]:
    """Draw the people, open flowers first, so that no place belongs to anybody."""
    in_row, size = bed(improved.compared)
    width = (WIDTH - 8) / in_row
    drawn = []
    for place in range(improved.compared):
        row, column = divmod(place, in_row)
        plant = bloom(c) if place < improved.count else bud(c)
        drawn.append(at(4 + (column + 0.5) * width, (row + 1) * 64 * size, plant, scale=size))
    return drawn


def improved_sentence(shown: Improved | None, lang: str) -> str:
    """Say how many improved, or why that is not said."""
    if shown is None:
        return (
            "How many improved is not shown, so that answers stay private"
            if lang == "en"
            else "ไม่แสดงจำนวนคนที่คะแนนเพิ่มขึ้น เพื่อรักษาความลับของผู้ตอบ"
        )
    if lang == "en":
        return f"{shown.count} of {shown.compared} people improved"
    return f"{shown.count} จาก {shown.compared} คน คะแนนเพิ่มขึ้น"


def rounds_sentence(series: Sequence[Round], shown: Improved | None, lang: str) -> str:
    """Say each round's median and how many answered, then how many improved."""
    is_english = lang == "en"
    said = []
    for each in series:
        middle = median_of(each)
        if middle is None:
            said.append(f"{each.name}: fewer than 5 answered" if is_english else f"{each.name} ตอบไม่ถึง 5 คน")
        elif is_english:
            said.append(f"{each.name}: median {middle.normalize():f}, {each.answered} people")
        else:
            said.append(f"{each.name} ค่ากลาง {middle.normalize():f} ตอบ {each.answered} คน")
    return "; ".join([*said, improved_sentence(shown, lang)])


def rounds_table(series: Sequence[Round], shown: Improved | None, lang: Lang) -> Table:
    """Return the rounds with their medians, and the one count that may be shown."""
    is_english = lang == "en"
    few = "fewer than 5" if is_english else "ไม่ถึง 5 คน"
    rows = [
        words(each.name, each.on, few, "–")
        if (middle := median_of(each)) is None
        else words(each.name, each.on, str(each.answered), f"{middle.normalize():f}")
        for each in series
    ]
    rows.append((Cell(improved_sentence(shown, lang)),))
    headings = ("Round", "Date", "Answered", "Median") if is_english else ("รอบ", "วันที่", "คนตอบ", "ค่ากลาง")
    return Table(words(*headings), tuple(rows))

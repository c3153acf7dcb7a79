"""Several ways to the same end, month by month: what is still owed, each line by its own stroke, its end named."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import WIDTH, canvas, colours, element, line, points, text
from kwan.pictures.picture import Cell, Picture, Table, words
from kwan.pictures.scale import BAHT, Unit, rules

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kwan.pictures.drawing import Colours, Lang, Palette

LEFT: Final = 56
RIGHT: Final = WIDTH - 8
ROW: Final = 44
PLOT: Final = 170
STROKES: Final = ("", "7 4", "2 3", "12 3 2 3")


@dataclass(frozen=True)
class Course:
    """One way: its name, what is owed at the start and after each month (empty where it never ends), what it comes to."""

    name: str
    owed: tuple[int, ...]
    said: str


Pair = tuple[str, str]


def ways(
    courses: Sequence[Course],
    title: Pair,
    *,
    unit: Unit = BAHT,
    lang: Lang = "th",
    palette: Palette = "screen",
) -> Picture:
    """Draw each way as a falling line from the same start to its last month; under them which stroke is which."""
    c, is_english = colours(palette), lang == "en"
    months = max((len(course.owed) - 1 for course in courses), default=0) or 1
    top = max((max(course.owed) for course in courses if course.owed), default=0)
    height = PLOT + 34 + ROW * len(courses)
    parts = [*_grid(months, top, unit, c, is_english=is_english)]
    for place, course in enumerate(courses):
        parts += [*_course(course, place, months, _top(top, unit), c), *_key(course, place, c)]
    sentences = [
        f"{title[code]}: " + "; ".join(f"{one.name} {one.said}" for one in courses) for code in (0, 1)
    ]
    head = ("Way", "Comes to") if is_english else ("ทาง", "เป็นอย่างไร")
    rows = tuple((Cell(one.name), Cell(one.said)) for one in courses)
    return Picture(
        canvas((WIDTH, height), sentences[is_english], parts, palette=palette, name="chart"), sentences[0], sentences[1],
        Table(words(*head), rows),
    )  # fmt: skip


def _top(top: int, unit: Unit) -> int:
    return rules(-(-top // unit.per))[-1] * unit.per


def _place(month: float, value: float, months: int, top: int) -> tuple[float, float]:
    floor, ceiling = PLOT, 14
    return LEFT + (RIGHT - LEFT) * month / months, floor - (floor - ceiling) * value / (top or 1)


def _grid(months: int, top: int, unit: Unit, c: Colours, *, is_english: bool) -> list[str]:
    highest = _top(top, unit)
    drawn = []
    for value in rules(-(-top // unit.per)):
        _, y = _place(0, value * unit.per, months, highest)
        drawn += [
            line(f"M{points((LEFT, y))}H{RIGHT}", c.rule if value else c.rule_firm),
            text(LEFT - 6, y + 4.5, f"{value:,}", c.ink_2, text_anchor="end", font_size=12),
        ]
    for month in rules(months)[1:]:
        if month <= months:
            x, _ = _place(month, 0, months, highest)
            drawn.append(text(x, PLOT + 18, str(month), c.ink_2, text_anchor="middle", font_size=12))
    drawn.append(
        text(LEFT, PLOT + 18, "months" if is_english else "เดือน", c.ink_2, text_anchor="end", font_size=12)
    )
    return drawn


def _course(course: Course, place: int, months: int, top: int, c: Colours) -> list[str]:
    if not course.owed:
        return []
    pairs = [_place(month, value, months, top) for month, value in enumerate(course.owed)]
    x, y = pairs[-1]
    return [
        line(f"M{points(pairs[0])}L{points(*pairs[1:])}" if len(pairs) > 1 else "M0 0", c.lake, stroke_width="2.4",
             stroke_dasharray=STROKES[place % len(STROKES)] or None),
        element("circle", cx=x, cy=y, r=4, fill=c.lake),
    ]  # fmt: skip


def _key(course: Course, place: int, c: Colours) -> list[str]:
    y = PLOT + 34 + ROW * place + 14
    return [
        line(
            f"M2 {y - 4}H38",
            c.lake,
            stroke_width="2.4",
            stroke_dasharray=STROKES[place % len(STROKES)] or None,
        ),
        text(46, y, course.name, c.ink),
        text(46, y + 18, course.said, c.lake, font_weight=600),
    ]

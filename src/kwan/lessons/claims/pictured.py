"""The pictures that go with claims, ready to be drawn in either language, for screen or paper."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from kwan.lessons.rules import Draw, Lang
from kwan.pictures import BAHT, Picture, Point, Unit, columns, counted, steps
from kwan.thai import format_date


def months(series: Mapping[int, int], lang: Lang) -> list[Point]:
    """Return months (yyyymm) and their figures as points, each with its short and its full name."""
    points = []
    for month, value in series.items():
        first = date(month // 100, month % 100, 1)
        short = format_date(first, "month" if lang == "th" else "en_month").split(" ")[0][:4 if lang == "th" else 3]
        points.append(Point(short, value, format_date(first, "month_long" if lang == "th" else "en_month")))
    return points


def steps_by_month(series: Mapping[int, int], th: str, en: str, unit: Unit = BAHT) -> Draw:
    """Return stairs over months, for what adds up."""
    held = dict(series)

    def draw(lang: Lang, palette: Literal["screen", "paper"]) -> Picture:
        return steps(months(held, lang), th=th, en=en, unit=unit, lang=lang, palette=palette)

    return draw


def columns_by_month(series: Mapping[int, int], th: str, en: str, unit: Unit | None = None) -> Draw:
    """Return columns over months, for what is counted or earned in each."""
    held = dict(series)

    def draw(lang: Lang, palette: Literal["screen", "paper"]) -> Picture:
        return columns(months(held, lang), th=th, en=en, unit=unit or counted("ครั้ง", "times"), lang=lang, palette=palette)

    return draw

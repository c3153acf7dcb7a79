"""The pictures that go with claims, ready to be drawn in either language, for screen or paper."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from kwan.lessons.rules import Draw, Lang, Name
from kwan.market.rules import AGENCIES, CHANNELS
from kwan.pictures import (
    BAHT,
    Channel,
    Improved,
    Indicator,
    Part,
    Picture,
    Place,
    Point,
    Round,
    Unit,
    bullet,
    channels,
    check_dots,
    columns,
    counted,
    growth,
    plant,
    rounds,
    steps,
)
from kwan.thai import format_date


def months(series: Mapping[int, int], lang: Lang) -> list[Point]:
    """Return months (yyyymm) and their figures as points, each with its short and its full name."""
    points = []
    for month, value in series.items():
        first = date(month // 100, month % 100, 1)
        short = format_date(first, "month" if lang == "th" else "en_month").split(" ")[0][
            : 4 if lang == "th" else 3
        ]
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
        return columns(
            months(held, lang), th=th, en=en, unit=unit or counted("ครั้ง", "times"), lang=lang, palette=palette
        )

    return draw


def growth_of(places: Mapping[Name, tuple[int, ...]], ends: Sequence[int]) -> Draw:
    """Return a flight of stairs for each place, over the ends of these months (yyyymm)."""
    held, drawn_at = dict(places), tuple(ends)

    def draw(lang: Lang, palette: Literal["screen", "paper"]) -> Picture:
        drawn = [Place(name.en if lang == "en" else name.th, counts) for name, counts in held.items()]
        periods = [
            format_date(date(month // 100, month % 100, 1), "en_month" if lang == "en" else "month")
            for month in drawn_at
        ]
        return growth(drawn, periods, lang=lang, palette=palette)

    return draw


def channel_bars(satang: Mapping[str, int]) -> Draw:
    """Return a bar for each channel (code) and what was ordered through it, agencies solid."""
    held = dict(satang)

    def draw(lang: Lang, palette: Literal["screen", "paper"]) -> Picture:
        bars = [
            Channel(CHANNELS[code][lang == "en"], value, code in AGENCIES) for code, value in held.items()
        ]
        return channels(bars, lang=lang, palette=palette)

    return draw


def dots_of(full: int, of: int) -> Draw:
    """Return a dot for each batch, full where nothing was missing."""

    def draw(lang: Lang, palette: Literal["screen", "paper"]) -> Picture:
        return check_dots(full, of, lang=lang, palette=palette)

    return draw


def plant_of(grams: Mapping[str, int]) -> Draw:
    """Return the plant, its parts tinted by how much of each was used."""
    parts = [Part(name, used) for name, used in grams.items()]

    def draw(lang: Lang, palette: Literal["screen", "paper"]) -> Picture:
        return plant(parts, material_th="วัตถุดิบ", material_en="material", lang=lang, palette=palette)

    return draw


def bullet_of(indicator: Indicator, name: str, unit: Unit) -> Draw:
    """Return an indicator's three figures on one line."""

    def draw(lang: Lang, palette: Literal["screen", "paper"]) -> Picture:
        return bullet(indicator, name=name, unit=unit, lang=lang, palette=palette)

    return draw


@dataclass(frozen=True)
class RoundOfPeople:
    """One wellbeing round as it may be drawn: its place in time, its first day, how many answered, their median."""

    sort: Literal["before", "during", "after"]
    on: date
    answered: int
    median: float | None


ROUND_NAMES = {"before": ("ก่อน", "Before"), "during": ("ระหว่าง", "During"), "after": ("หลัง", "After")}


def rounds_of_people(series: Sequence[RoundOfPeople], improved: int | None, compared: int) -> Draw:
    """Return the medians of rounds on the scale of 0 to 10, and the people as flowers where `improved` may be told."""

    def draw(lang: Lang, palette: Literal["screen", "paper"]) -> Picture:
        drawn = [
            Round(
                ROUND_NAMES[each.sort][lang == "en"],
                format_date(each.on, "short" if lang == "th" else "en"),
                each.answered,
                None if each.median is None else Decimal(str(each.median)),
            )
            for each in series
        ]
        flowers = Improved(improved, compared) if improved is not None else None
        return rounds(drawn, flowers, lang=lang, palette=palette)

    return draw

"""One indicator as a line of the ledger: where it stood, where it should be, where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from kwan.pictures.channels import filled
from kwan.pictures.drawing import WIDTH, at, canvas, colours, line, shape, text
from kwan.pictures.marks import mark
from kwan.pictures.picture import Picture, Table, words
from kwan.pictures.scale import Unit, counted

if TYPE_CHECKING:
    from kwan.pictures.drawing import Colours, Lang, Palette

HEIGHT: Final = 88
LEFT: Final = 4
RIGHT: Final = WIDTH - 44
BAR_TOP: Final = 34
BAR_FOOT: Final = BAR_TOP + 12
PIECES: Final = counted("", "")


@dataclass(frozen=True)
class Indicator:
    """The three figures of an indicator in its smallest unit; ``better`` says which way is good."""

    baseline: int | None
    target: int
    actual: int
    better: Literal["more", "less"] = "more"

    @property
    def is_reached(self) -> bool:
        """Whether the actual figure stands at the target or beyond it."""
        return self.actual >= self.target if self.better == "more" else self.actual <= self.target


def bullet(
    indicator: Indicator,
    *,
    name: str = "",
    unit: Unit = PIECES,
    lang: Lang = "th",
    palette: Palette = "screen",
) -> Picture:
    """Draw the figure as a bar from 0: solid with a tick where it reaches the double rule, else hatched."""
    c = colours(palette)
    sentence = {code: indicator_sentence(indicator, name, unit, code) for code in ("th", "en")}
    figures = (indicator.actual, indicator.target, indicator.baseline or 0)
    parts = bar(indicator, max(1, *figures), unit, lang, c)
    return Picture(
        canvas((WIDTH, HEIGHT), sentence[lang], parts, palette=palette, name="chart"),
        sentence["th"],
        sentence["en"],
        indicator_table(indicator, unit, lang),
    )


def bar(indicator: Indicator, top: int, unit: Unit, lang: Lang, c: Colours) -> list[str]:
    """Draw the bar on its rule, the target as a double rule through it, the baseline as a peg under it."""

    def along(value: int) -> float:
        return LEFT + (RIGHT - LEFT) * value / top

    is_english = lang == "en"
    target, actual = along(indicator.target), along(indicator.actual)
    now = "now" if is_english else "ตอนนี้"
    goal = "target" if is_english else "เป้า"
    drawn = [
        line(f"M{LEFT} {BAR_FOOT}H{RIGHT}", c.rule_firm),
        *filled(LEFT, BAR_TOP, max(1.0, actual - LEFT), c, solid=indicator.is_reached),
        line(
            f"M{target - 2:.1f} 24V{BAR_FOOT + 8}M{target + 2:.1f} 24V{BAR_FOOT + 8}",
            c.ink,
            stroke_width="1.4",
        ),
        beside(target, 17, f"{goal} {unit.write_short(indicator.target)}", c.ink_2),
        at(WIDTH - 34, BAR_TOP - 9, mark("supported" if indicator.is_reached else "not_supported", c)),
        text(
            LEFT,
            HEIGHT - 6,
            f"{now} {unit.write_short(indicator.actual)} {unit.word(lang)}".strip(),
            c.lake,
            font_weight=600,
            font_size=15,
        ),
    ]
    if indicator.baseline is not None:
        before = along(indicator.baseline)
        label = f"{'before' if is_english else 'ก่อน'} {unit.write_short(indicator.baseline)}"
        drawn += [
            shape(f"M{before - 5:.1f} {BAR_FOOT + 11}h10l-5 -9z", c.ink_2),
            shape(f"M{RIGHT - len(label) * 7.4 - 14:.1f} {HEIGHT - 6}h10l-5 -9z", c.ink_2),
            text(RIGHT, HEIGHT - 6, label, c.ink_2, text_anchor="end"),
        ]
    return drawn


def beside(x: float, y: float, words_: str, fill: str) -> str:
    """Write over a rule, turned inward where the sheet ends."""
    anchor = "end" if x > WIDTH * 0.6 else "start" if x < WIDTH * 0.2 else "middle"
    return text(x, y, words_, fill, text_anchor=anchor)


def indicator_sentence(indicator: Indicator, name: str, unit: Unit, lang: str) -> str:
    """Say the three figures and whether the target is reached."""
    write = unit.write_short
    if lang == "en":
        before = "" if indicator.baseline is None else f"before {write(indicator.baseline)}, "
        ending = "target reached" if indicator.is_reached else "target not yet reached"
        said = f"{before}target {write(indicator.target)}, now {write(indicator.actual)}"
    else:
        before = "" if indicator.baseline is None else f"ก่อน {write(indicator.baseline)} "
        ending = "ถึงเป้าแล้ว" if indicator.is_reached else "ยังไม่ถึงเป้า"
        said = f"{before}เป้า {write(indicator.target)} ตอนนี้ {write(indicator.actual)}"
    figures = f"{said} {unit.word(lang)}".strip()
    return f"{name}: {figures}; {ending}" if name else f"{figures}; {ending}"


def indicator_table(indicator: Indicator, unit: Unit, lang: Lang) -> Table:
    """Return the three figures, one a row."""
    is_english = lang == "en"
    rows = [
        ("Before" if is_english else "ก่อน", indicator.baseline),
        ("Target" if is_english else "เป้า", indicator.target),
        ("Now" if is_english else "ตอนนี้", indicator.actual),
    ]
    return Table(
        words("", unit.word(lang)),
        tuple(words(label, unit.write_short(value)) for label, value in rows if value is not None),
    )

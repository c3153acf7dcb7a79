"""A share on a rule with the bounds that somebody named: where it lies, and nothing about whether that is good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import WIDTH, canvas, colours, element, line, shape, text
from kwan.pictures.picture import Picture, Table, words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from kwan.pictures.drawing import Colours, Lang, Palette

HEIGHT: Final = 96
BAR_TOP: Final = 44
BAR: Final = 18
SIDE: Final = 4
TOP: Final = 100
Pair = tuple[str, str]


def gauge(
    share: Decimal, bounds: Sequence[int], title: Pair, *, lang: Lang = "th", palette: Palette = "screen"
) -> Picture:
    """Draw a share in per cent on a rule of 0 to 100; one beyond it fills the rule, and its figure says how much it is."""
    c, is_english = colours(palette), lang == "en"
    sentences = [f"{title[code]}: {share}%" for code in (0, 1)]
    table = Table(
        words(title[is_english], "%"),
        (
            words("Now" if is_english else "ตอนนี้", f"{share}"),
            *(words("Bound" if is_english else "เส้นที่มีผู้แนะนำ", str(bound)) for bound in bounds),
        ),
    )
    return Picture(
        canvas((WIDTH, HEIGHT), sentences[is_english], _drawn(share, bounds, c), palette=palette, name="chart"),
        sentences[0], sentences[1], table,
    )  # fmt: skip


def _drawn(share: Decimal, bounds: Sequence[int], c: Colours) -> list[str]:
    def along(value: float) -> float:
        return SIDE + (WIDTH - 2 * SIDE) * value / TOP

    x = along(min(float(share), TOP))
    drawn = [
        element(
            "rect", x=SIDE, y=BAR_TOP, width=WIDTH - 2 * SIDE, height=BAR, fill=c.bar, stroke=c.rule_firm
        ),
        element("rect", x=SIDE, y=BAR_TOP, width=max(0, x - SIDE), height=BAR, fill=c.lake),
        shape(f"M{x - 6:.1f} {BAR_TOP - 10}h12l-6 9z", c.lake),
        text(
            min(max(x, 30), WIDTH - 34),
            BAR_TOP - 16,
            f"{share}%",
            c.lake,
            text_anchor="middle",
            font_weight=600,
            font_size=18,
        ),
    ]
    for place, bound in enumerate(bounds):
        edge = along(bound)
        anchor = "end" if place == 0 else "start"
        drawn += [
            line(f"M{edge:.1f} {BAR_TOP - 3}V{BAR_TOP + BAR + 8}", c.ink, stroke_width="2"),
            text(
                edge + (3 if place == 0 else -3), BAR_TOP + BAR + 24, f"{bound}%", c.ink, text_anchor=anchor
            ),
        ]
    drawn.append(text(SIDE, BAR_TOP + BAR + 24, "0", c.ink_2))
    drawn.append(text(WIDTH - SIDE, BAR_TOP + BAR + 24, f"{TOP}%", c.ink_2, text_anchor="end"))
    return drawn

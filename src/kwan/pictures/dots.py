"""Batches as dots: full where every check was done, an open ring where one is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import WIDTH, canvas, colours, element
from kwan.pictures.picture import Picture, Table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kwan.pictures.drawing import Colours, Lang, Palette

IN_ROW: Final = 14
DENSE_IN_ROW: Final = 28
DENSE_FROM: Final = 14 * 8


def check_dots(
    full: int,
    of: int,
    *,
    in_order: Sequence[bool] = (),
    lang: Lang = "th",
    palette: Palette = "screen",
) -> Picture:
    """Draw ``of`` batches, ``full`` of them complete. ``in_order`` gives their order if it is known.

    ValueError if the two disagree, or if more are full than there are.
    """
    order = list(in_order) or [place < full for place in range(of)]
    if not 0 <= full <= of or len(order) != of or sum(order) != full:
        raise ValueError(f"{full} of {of} is not what the dots say")
    c = colours(palette)
    in_row = DENSE_IN_ROW if of > DENSE_FROM else IN_ROW
    step = WIDTH / in_row
    parts = [dot(place, in_row, step, c, full=done) for place, done in enumerate(order)]
    sentence = {
        "th": f"ตรวจครบ {full} จาก {of} รอบผลิต",
        "en": f"Every check done in {full} of {of} batches",
    }
    return Picture(
        canvas(
            (WIDTH, max(1, -(-of // in_row)) * step), sentence[lang], parts, palette=palette, name="chart"
        ),
        sentence["th"],
        sentence["en"],
        dots_table(full, of, lang),
    )


def dot(place: int, in_row: int, step: float, c: Colours, *, full: bool) -> str:
    """Draw one batch."""
    row, column = divmod(place, in_row)
    x, y, radius = (column + 0.5) * step, (row + 0.5) * step, step * 0.4
    if full:
        return element("circle", cx=x, cy=y, r=radius, fill=c.lake)
    width = step * 0.1
    return element(
        "circle", cx=x, cy=y, r=radius - width / 2, fill="none", stroke=c.amber, stroke_width=width
    )


def dots_table(full: int, of: int, lang: Lang) -> Table:
    """Return the two counts and their sum."""
    if lang == "en":
        return Table(
            words("Batches", "How many"),
            (
                words("Every check done", str(full)),
                words("A check missing", str(of - full)),
                words("Total", str(of)),
            ),
        )
    return Table(
        words("รอบผลิต", "จำนวน"),
        (
            words("ตรวจครบทุกข้อ", str(full)),
            words("ขาดบางข้อ", str(of - full)),
            words("รวม", str(of)),
        ),
    )

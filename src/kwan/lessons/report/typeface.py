"""The typeface of printed reports, Sarabun, and the one engine that sets it."""

import re
from base64 import b64encode
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

import fontpkg_sarabun
import typst
from fontTools.ttLib import TTFont

from kwan.journal import queries as journal
from kwan.lessons.report.document import Report
from kwan.thai import sara_am_for_resvg

SARABUN: Final = "Sarabun"
BOX: Final = "\N{WHITE SQUARE}"
PIXELS_PER_INCH: Final = 288.0  # of the printed page; a picture's unit is a quarter of a millimetre and a bit
_SIZE: Final = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_PICTURE: Final = b"""#set page(width: auto, height: auto, margin: 0pt, fill: white)
#set text(font: "Sarabun")
#image(bytes(sys.inputs.svg), format: "svg")
"""
NO_DAY: Final = date(2022, 1, 1)  # of a report on empty books


@cache
def characters() -> frozenset[int]:
    """Return the code points that Sarabun can draw."""
    with TTFont(font_dir() / f"{SARABUN}-Regular.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())


def printable(value: Any) -> Any:
    """Return a JSON value with every character that cannot be printed as an empty box: 😀 becomes □.

    An archive PDF may hold no character without a shape, and one note with a smile must not stop a report.
    """
    if isinstance(value, str):
        known = characters()
        return "".join(char if ord(char) in known or char in "\n\t" else BOX for char in value)
    if isinstance(value, dict):
        return {name: printable(one) for name, one in value.items()}
    return [printable(one) for one in value] if isinstance(value, list) else value


def font_dir() -> Path:
    """Return the folder of the whole TTF files."""
    return Path(fontpkg_sarabun.ROOT) / "files"


def typeset(source: bytes, given: dict[str, str], form: Literal["pdf", "png"], **options: Any) -> bytes:
    """Return a Typst document set with Sarabun alone, whatever fonts the machine has.

    What people wrote comes in `given` (as `sys.inputs`), never in the source: there it would be read as markup.
    """
    made = typst.compile(
        source,
        font_paths=[font_dir()],
        ignore_system_fonts=True,
        sys_inputs=given,
        format=form,
        **options,
    )
    if not isinstance(made, bytes):
        message = f"a {form} of one file was expected"
        raise TypeError(message)
    return made


def png(svg: str) -> bytes:
    """Return a picture as PNG, three pixels for each of its units."""
    return typeset(_PICTURE, {"svg": sara_am_for_resvg(svg)}, "png", ppi=PIXELS_PER_INCH)


def as_pixels(svg: str) -> str:
    """Return a picture as an SVG that holds it in pixels.

    Typst draws the text of a picture, but loses which letters its marks stand for, and an archive PDF may hold
    no shape of unknown meaning. In pixels nothing is text: the picture's sentence and its table are.
    """
    size = _SIZE.search(svg)
    if size is None:
        raise ValueError("a picture without its size")
    width, height = size.groups()
    data = b64encode(png(svg)).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" href="data:image/png;base64,{data}"/></svg>'
    )


def document_day(report: Report) -> date:
    """Return the day a report is dated: the last day that its books know of, never the clock's."""
    days = (journal.last_day(head.book, head.last_entry) for head in report.heads)
    return max((day for day in days if day is not None), default=NO_DAY)

"""The one typeface, Sarabun, from its own package: files for the PDF maker, small subsets for the web.

Nothing of the typeface lies in this repository. The subsets are cut at first use
into a cache folder, always to the same bytes, and served from there.
"""

from __future__ import annotations

import os
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Final

import fontpkg_sarabun
from fontTools import subset

# The name in the address, and the file of the package it is cut from.
WEIGHTS: Final = {
    "sarabun-regular": "Sarabun-Regular.ttf",
    "sarabun-semibold": "Sarabun-SemiBold.ttf",
    "sarabun-extrabold": "Sarabun-ExtraBold.ttf",
}

# Latin with its accents, Thai, the punctuation of both, arrows, marks and the signs of the tables.
RANGES: Final = (
    (0x0020, 0x007E),
    (0x00A0, 0x00FF),
    (0x0E01, 0x0E3A),
    (0x0E3F, 0x0E5B),
    (0x200B, 0x200D),
    (0x2010, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2026),
    (0x2030, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2044, 0x2044),
    (0x20AC, 0x20AC),
    (0x2122, 0x2122),
    (0x2190, 0x2193),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2260, 0x2260),
    (0x2264, 0x2265),
    (0x25CC, 0x25CC),
)


class NoSuchFontError(LookupError):
    """There is no font of that name."""


def font_dir() -> Path:
    """Return the folder of the whole TTF files, for the PDF maker."""
    return Path(fontpkg_sarabun.ROOT) / "files"


def web_font(name: str, cache_dir: Path) -> Path:
    """Return the WOFF2 subset of a weight (``sarabun-regular`` …), cut first if the cache has none.

    Two processes that cut at once write the same bytes; each moves its own file into place whole.
    Raises NoSuchFontError for a name that is not in WEIGHTS.
    """
    if name not in WEIGHTS:
        raise NoSuchFontError(name)
    ready = cache_dir / f"{name}.woff2"
    if not ready.exists():
        cache_dir.mkdir(parents=True, exist_ok=True)
        part = cache_dir / f".{name}.{os.getpid()}.part"
        part.write_bytes(cut(name))
        part.replace(ready)
    return ready


@cache
def cut(name: str) -> bytes:
    """Cut one weight down to the characters we write, keeping the rules that set Thai vowels and tones."""
    options = subset.Options(
        flavor="woff2",
        layout_features=["*"],
        hinting=False,
        desubroutinize=True,
        notdef_outline=True,
        recalc_timestamp=False,
        with_zopfli=False,
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    out = BytesIO()
    with subset.load_font(str(font_dir() / WEIGHTS[name]), options) as font:
        cutter.subset(font)
        subset.save_font(font, out, options)
    return out.getvalue()

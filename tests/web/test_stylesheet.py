"""The stylesheet: readable in both schemes, one colour with the pictures, needing nothing from elsewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kwan.web
from kwan.pictures.drawing import ON_PAPER
from kwan.web.fonts import WEIGHTS

SHEET = (Path(kwan.web.__file__).parent / "static" / "kwan" / "kwan.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"--([a-z0-9-]+): (#[0-9a-f]{3,6});")


def tokens(start, end="}"):
    """The colours named between two marks of the sheet."""
    body = SHEET.split(start, 1)[1].split(end, 1)[0]
    return {name: full(colour) for name, colour in COLOUR.findall(body)}


def full(colour):
    return colour if len(colour) == 7 else "#" + "".join(digit * 2 for digit in colour[1:])


LIGHT = tokens("color-scheme: light dark;")
DARK = LIGHT | tokens("@media (prefers-color-scheme: dark) {\n  :root {")
PRINT = LIGHT | tokens("@media print {\n  :root {")
SCHEMES = {"light": LIGHT, "dark": DARK, "print": PRINT}

# What is written on what. WCAG 2.2 AA asks 4.5 of words, 3 of the edges of things that are pressed.
WORDS = [
    *(
        (ink, paper)
        for ink in ("ink", "ink-2", "pencil", "lake", "violet", "amber")
        for paper in ("sheet", "bar")
    ),
    *((ink, "desk") for ink in ("ink", "ink-2", "lake")),
    *((ink, "lake-wash") for ink in ("ink", "ink-2", "lake")),
    *((ink, "violet-wash") for ink in ("ink", "ink-2", "violet")),
    *((ink, "amber-wash") for ink in ("ink", "amber")),
    ("on-violet", "violet"),
    ("on-violet", "violet-press"),
    ("on-cloth", "cloth"),
    ("on-cloth-2", "cloth"),
]
EDGES = [
    ("rule-firm", "sheet"),
    ("focus", "sheet"),
    ("focus", "desk"),
    ("lake", "sheet"),
    ("violet", "sheet"),
]


def luminance(colour):
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_twenty_one_to_one():
    assert round(contrast("#000000", "#ffffff"), 6) == 21


@pytest.mark.parametrize("scheme", SCHEMES)
def test_all_words_can_be_read(scheme):
    colours = SCHEMES[scheme]
    faint = {pair: contrast(*(colours[name] for name in pair)) for pair in WORDS}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 4.5} == {}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_all_edges_of_what_is_pressed_can_be_seen(scheme):
    colours = SCHEMES[scheme]
    faint = {pair: contrast(*(colours[name] for name in pair)) for pair in EDGES}
    assert {pair: ratio for pair, ratio in faint.items() if ratio < 3} == {}


def test_pictures_on_paper_have_the_colours_of_the_sheet():
    assert {name.replace("_", "-"): colour for name, colour in vars(ON_PAPER).items()} == {
        name: LIGHT[name] for name in LIGHT if name.replace("-", "_") in vars(ON_PAPER)
    }


def test_every_colour_that_is_used_is_named():
    used = set(re.findall(r"var\(--([a-z0-9-]+)\)", SHEET))
    named = set(re.findall(r"--([a-z0-9-]+):", SHEET))
    assert used - named == set()


def test_the_sheet_fetches_only_our_own_fonts():
    fetched = [url for url in re.findall(r'url\("([^"]+)"\)', SHEET) if not url.startswith("data:")]
    assert fetched == [f"/fonts/{name}.woff2" for name in WEIGHTS]


def test_nothing_depends_on_has_alone():
    outside = re.sub(r"@supports selector\(:has\(\*\)\) \{.*?\n\}", "", SHEET, flags=re.DOTALL)
    comments_aside = re.sub(r"/\*.*?\*/", "", outside, flags=re.DOTALL)
    assert ":has(" not in comments_aside


def test_running_text_stands_a_line_and_seven_tenths_apart():
    assert "font: 400 var(--t-body) / 1.7 Sarabun" in SHEET

"""Somebody who gets dressed for the batch as the checks pass: cap, gloves, apron, clean place.

What is not on yet is drawn as a dotted outline where it will sit. Every garment
is a group of its own (``wear-cap`` and so on), so the stylesheet can put it on
the moment its box is ticked, without a script; without that the server draws it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kwan.pictures.drawing import canvas, colours, element, group, line, shape
from kwan.pictures.picture import Picture, Table, words

if TYPE_CHECKING:
    from collections.abc import Collection

    from kwan.pictures.drawing import Colours, Lang, Palette

CHECKS: Final = {
    "cap": {"th": "หมวกคลุมผม", "en": "hair-net"},
    "gloves": {"th": "ถุงมือ", "en": "gloves"},
    "apron": {"th": "ผ้ากันเปื้อน", "en": "apron"},
    "clean": {"th": "สถานที่สะอาด", "en": "clean place"},
}
SIZE: Final = (340, 250)

CAP: Final = "M118 92C112 46 138 22 170 22S228 46 222 92C196 80 144 80 118 92z"
BAND: Final = "M114 88C142 74 198 74 226 88C228 94 227 99 224 102C198 90 142 90 116 102C113 99 112 94 114 88z"
BIB: Final = (
    "M146 152C154 160 186 160 194 152L197 176C204 184 214 186 224 188"
    "L222 214H118L116 188C126 186 136 184 143 176z"
)
GLOVES: Final = (
    "M104 196C112 184 132 186 146 196C152 201 150 210 143 211C128 216 110 216 100 210z",
    "M236 196C228 184 208 186 194 196C188 201 190 210 197 211C212 216 230 216 240 210z",
)
STARS: Final = ((60, 74, 12), (286, 66, 14), (40, 150, 8), (304, 142, 8), (258, 30, 7), (88, 30, 7))


def dressed(passed: Collection[str], *, lang: Lang = "th", palette: Palette = "screen") -> Picture:
    """Draw the figure with the garments of the checks that passed. KeyError for a check it does not know."""
    on = set(passed)
    if unknown := on - CHECKS.keys():
        raise KeyError(*sorted(unknown))
    c = colours(palette)
    parts = [
        *person(c),
        *(garment(check, c, is_on=check in on) for check in ("apron", "clean", "gloves", "cap")),
    ]
    sentence = {code: checks_sentence(on, code) for code in ("th", "en")}
    return Picture(
        canvas(SIZE, sentence[lang], parts, palette=palette, name="dressed"),
        sentence["th"],
        sentence["en"],
        checks_table(on, lang),
    )


def pen(c: Colours) -> dict[str, str]:
    """Return the stroke everything of the figure is drawn with."""
    return {"stroke": c.ink, "stroke_width": "2.2", "stroke_linejoin": "round"}


def person(c: Colours) -> list[str]:
    """Draw the person behind the table: shirt, neck, face, hair, and a smile from the start."""
    shirt = "M92 214C88 172 112 154 146 148H194C228 154 252 172 248 214z"
    face = "M126 86C124 126 144 148 170 148S216 126 214 86C206 66 134 66 126 86z"
    hair = (
        "M122 100C112 48 138 28 170 28S228 48 218 100"
        "C214 84 204 74 194 70C176 82 148 82 132 78C126 84 124 92 122 100z"
    )
    look = "M146 108q7-8 14 0M180 108q7-8 14 0M158 124q12 11 24 0"
    ink = pen(c)
    return [
        shape(shirt, c.violet_wash, **ink),
        shape("M156 140V152C160 160 180 160 184 152V140z", c.skin, **ink),
        shape("M124 100C114 96 112 114 124 118zM216 100C226 96 228 114 216 118z", c.skin, **ink),
        shape(face, c.skin, **ink),
        shape(hair, c.ink_2, **ink),
        line(look, c.ink, stroke_width="2.4", stroke_linecap="round"),
        *arms(c, ink),
    ]


def arms(c: Colours, ink: dict[str, str]) -> list[str]:
    """Draw the sleeves and the bare hands, resting before the body."""
    hands = (
        "M108 198C114 188 132 190 143 198C148 202 147 208 141 209C128 213 114 213 105 208z"
        "M232 198C226 188 208 190 197 198C192 202 193 208 199 209C212 213 226 213 235 208z"
    )
    return [
        shape(hands, c.skin, **ink),
        shape(
            "M92 214C86 190 92 168 106 162C122 160 126 172 121 190L110 204C106 210 98 214 92 214z",
            c.violet_wash,
            **ink,
        ),
        shape(
            "M248 214C254 190 248 168 234 162C218 160 214 172 219 190L230 204C234 210 242 214 248 214z",
            c.violet_wash,
            **ink,
        ),
    ]


def garment(check: str, c: Colours, *, is_on: bool) -> str:
    """Draw one garment twice, worn and waiting; the stylesheet and ``is_on`` say which is seen."""
    state = "on" if is_on else "off"
    worn = group(*WORN[check](c), class_="worn", visibility=None if is_on else "hidden")
    waiting = group(
        *outline(check, c),
        class_="waiting",
        visibility="hidden" if is_on else None,
    )
    return group(waiting, worn, class_=f"wear wear-{check} {state}")


def cap(c: Colours) -> list[str]:
    """Draw the hair cap."""
    ink = pen(c)
    folds = "M144 80C140 58 144 40 152 28M170 78V24M196 80C200 58 196 40 188 28"
    return [
        shape(CAP, c.lake_wash, **ink),
        line(folds, c.lake, stroke_width="1.6"),
        shape(BAND, c.lake_wash, **ink),
    ]


def apron(c: Colours) -> list[str]:
    """Draw the apron with its straps."""
    ink = pen(c)
    straps = "M147 154C144 148 148 142 152 146M193 154C196 148 192 142 188 146"
    return [
        line(straps, c.lake, stroke_width=5),
        shape(BIB, c.lake_wash, **ink),
        line("M152 170H188", c.lake),
    ]


def gloves(c: Colours) -> list[str]:
    """Draw both gloves over the hands."""
    ink = pen(c)
    cuffs = "M108 190L116 208M232 190L224 208"
    return [*(shape(glove, c.sheet, **ink) for glove in GLOVES), line(cuffs, c.lake, stroke_width="1.6")]


def clean(c: Colours) -> list[str]:
    """Draw the wiped table and the gleam of a clean room."""
    gleam = "".join(
        f"M{x} {y - r}Q{x} {y} {x + r} {y}Q{x} {y} {x} {y + r}Q{x} {y} {x - r} {y}Q{x} {y} {x} {y - r}z"
        for x, y, r in STARS
    )
    return [
        shape(gleam, c.amber_fill),
        element("rect", x=8, y=214, width=324, height=18, fill=c.lake_wash, stroke=c.ink, stroke_width="2.2"),
        line("M28 223H92M108 223H120", c.lake, stroke_width="1.6", stroke_linecap="round"),
        line("M52 232V249M288 232V249", c.ink, stroke_width="2.2"),
    ]


WORN: Final = {"cap": cap, "gloves": gloves, "apron": apron, "clean": clean}


def outline(check: str, c: Colours) -> list[str]:
    """Draw where a garment will sit, in dotted pencil."""
    pencil = {
        "stroke": c.pencil,
        "stroke_width": "2",
        "stroke_dasharray": "1 6",
        "stroke_linecap": "round",
    }
    paths = {
        "cap": [CAP, BAND],
        "gloves": list(GLOVES),
        "apron": [BIB],
        "clean": ["M8 214H332V232H8z", "M52 232V249M288 232V249"],
    }
    return [line(path, **pencil) for path in paths[check]]


def checks_sentence(on: set[str], lang: str) -> str:
    """Say how many checks passed and which are left."""
    left = [names[lang] for check, names in CHECKS.items() if check not in on]
    if lang == "en":
        said = f"{len(on)} of {len(CHECKS)} checks done"
        return f"{said}; left: {', '.join(left)}" if left else said
    said = f"ตรวจแล้ว {len(on)} จาก {len(CHECKS)} ข้อ"
    return f"{said} เหลือ {' '.join(left)}" if left else said


def checks_table(on: set[str], lang: Lang) -> Table:
    """Return every check and whether it is done."""
    done, not_yet = ("done", "not yet") if lang == "en" else ("ครบ", "ยังไม่ครบ")
    headings = words("Check", "State") if lang == "en" else words("ข้อ", "ผล")
    rows = (words(names[lang], done if check in on else not_yet) for check, names in CHECKS.items())
    return Table(headings, tuple(rows))

"""The plant and how much of each part was used: an engraving, tinted by kilograms.

A material whose parts the engraving does not know (squid, shrimp, bamboo) is
drawn as labelled strips instead: no picture of a plant it is not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from kwan.pictures.channels import filled
from kwan.pictures.drawing import WIDTH, at, canvas, colours, group, line, text
from kwan.pictures.engraving import SIZE, hyacinth
from kwan.pictures.picture import Cell, Picture, Table, words
from kwan.pictures.scale import KILOGRAM

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kwan.pictures.drawing import Colours, Lang, Palette

# What people write for the parts the engraving knows.
NAMES: Final = {
    "flower": ("ดอก", "flower"),
    "leaf": ("ใบ", "leaf", "leaves"),
    "stem": ("ก้าน", "ก้านใบ", "ลำต้น", "ต้น", "stem", "stalk", "petiole"),
    "root": ("ราก", "root", "roots"),
    "fibre": ("เยื่อ", "ใย", "เส้นใย", "fibre", "fiber", "pulp"),
}
KEYS: Final = {name: key for key, names in NAMES.items() for name in names}

# Where each label stands (x, y, anchor) and the thread from it to its part.
LABELS: Final = {
    "flower": (330, 60, "start", "M322 64C300 70 276 84 254 104"),
    "leaf": (8, 92, "start", "M44 118C56 136 66 150 80 178"),
    "stem": (432, 352, "end", "M374 348C346 356 304 352 266 328"),
    "root": (8, 462, "start", "M70 470C90 474 108 478 130 486"),
    "fibre": (432, 564, "end", "M398 548C392 546 388 542 385 538M320 444C296 416 276 374 262 334"),
}
SKY: Final = 36
ROW: Final = 52


@dataclass(frozen=True)
class Part:
    """One part of a material: its name as people write it, the grams used, where its rows are."""

    name: str
    grams: int
    href: str = ""


def plant(
    parts: Sequence[Part],
    *,
    material_th: str = "ผักตบชวา",
    material_en: str = "water hyacinth",
    lang: Lang = "th",
    palette: Palette = "screen",
) -> Picture:
    """Draw the parts of a material, the stronger the tint the more kilograms were used.

    The engraving is drawn when every part is one of the water hyacinth's, else strips.
    """
    c = colours(palette)
    sentence = {
        "th": parts_sentence(parts, f"ส่วนของ{material_th}ที่ใช้", "th"),
        "en": parts_sentence(parts, f"Parts of the {material_en} used", "en"),
    }
    keyed = {KEYS[part.name.strip().lower()]: part for part in parts if part.name.strip().lower() in KEYS}
    is_hyacinth = bool(parts) and len(keyed) == len(parts)
    size, drawn = engraving(keyed, lang, c) if is_hyacinth else strips(parts, lang, c)
    name = "chart plant" if is_hyacinth else "chart"
    return Picture(
        canvas(size, sentence[lang], drawn, palette=palette, name=name),
        sentence["th"],
        sentence["en"],
        parts_table(parts, lang),
    )


def engraving(keyed: dict[str, Part], lang: Lang, c: Colours) -> tuple[tuple[float, float], list[str]]:
    """Draw the tinted plant, a violet thread from each label to its part, without the empty sky above it."""
    most = max(part.grams for part in keyed.values()) or 1
    tint = {key: 0.1 + 0.6 * part.grams / most if part.grams else 0.0 for key, part in keyed.items()}
    drawn = hyacinth(tint, c)
    for key, part in keyed.items():
        x, y, anchor, thread = LABELS[key]
        drawn += [
            line(thread, c.violet, stroke_width="1.4", stroke_dasharray="1.5 4", stroke_linecap="round"),
            group(
                text(x, y, part.name, c.ink, text_anchor=anchor, font_size=21, font_weight=800),
                text(
                    x,
                    y + 28,
                    f"{KILOGRAM.write_short(part.grams)} {KILOGRAM.word(lang)}",
                    c.lake,
                    text_anchor=anchor,
                    font_size=22,
                    font_weight=600,
                ),
                stroke=c.sheet,
                stroke_width=5,
                stroke_linejoin="round",
                paint_order="stroke",
            ),
        ]
    return (SIZE[0], SIZE[1] - SKY), [at(0, -SKY, *drawn)]


def strips(parts: Sequence[Part], lang: Lang, c: Colours) -> tuple[tuple[float, float], list[str]]:
    """Draw one strip a part, as long as its kilograms, in the order given."""
    most = max((part.grams for part in parts), default=0) or 1
    drawn = []
    for place, part in enumerate(parts):
        y = place * ROW
        figure = f"{KILOGRAM.write_short(part.grams)} {KILOGRAM.word(lang)}"
        drawn += [
            text(2, y + 20, part.name, c.ink, font_size=15, font_weight=600),
            text(WIDTH - 2, y + 20, figure, c.lake, font_size=15, font_weight=600, text_anchor="end"),
            *filled(2, y + 29, (WIDTH - 4) * part.grams / most, c, solid=True),
            line(f"M2 {y + 41}H{WIDTH - 2}", c.rule),
        ]
    return (WIDTH, max(1, len(parts)) * ROW), drawn


def parts_sentence(parts: Sequence[Part], opening: str, lang: str) -> str:
    """Say every part with its kilograms, and their sum."""
    each = ", ".join(f"{part.name} {KILOGRAM.write_short(part.grams)}" for part in parts)
    total = KILOGRAM.write_short(sum(part.grams for part in parts))
    return f"{opening}: {each}; {'total' if lang == 'en' else 'รวม'} {total} {KILOGRAM.word(lang)}"


def parts_table(parts: Sequence[Part], lang: Lang) -> Table:
    """Return the parts with their kilograms and the sum."""
    is_english = lang == "en"
    total = KILOGRAM.write_short(sum(part.grams for part in parts))
    return Table(
        words("Part" if is_english else "ส่วน", KILOGRAM.word(lang)),
        (
            *(
                (Cell(part.name), Cell(KILOGRAM.write_short(part.grams), part.href, is_number=True))
                for part in parts
            ),
            words("Total" if is_english else "รวม", total),
        ),
    )

"""What a picture hands over: the drawing, its sentence in both languages, its table."""

from __future__ import annotations

from dataclasses import dataclass

from kwan.pictures.drawing import Lang, Svg


@dataclass(frozen=True)
class Cell:
    """One cell of a table; with an ``href`` it opens what it is made of."""

    text: str
    href: str = ""
    is_number: bool = False


@dataclass(frozen=True)
class Table:
    """The same figures for those who cannot see the picture: headings and rows in the picture's language."""

    headings: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Picture:
    """A finished picture. ``svg`` carries its own sentence, in the language it was drawn in."""

    svg: Svg
    sentence_th: str
    sentence_en: str
    table: Table

    def sentence(self, lang: Lang) -> str:
        """Return the sentence in one language."""
        return self.sentence_en if lang == "en" else self.sentence_th


def words(*texts: str) -> tuple[Cell, ...]:
    """Make a row of plain cells; the first names the row, the rest are figures."""
    return tuple(Cell(text, is_number=place > 0) for place, text in enumerate(texts))

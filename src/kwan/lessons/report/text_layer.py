"""Mends the text layer of a PDF by Typst, so that what is copied out of it is what was written.

Typst draws a Thai cluster whose mark is raised or lowered (ขึ้น, ตั้ง) in several text objects, and lets each
of them say the whole cluster: copied out it reads ขึ้ขึ้น. Here the pieces of one cluster share its text: each
later piece says one letter from the end, the first piece says the rest.

A piece is a later one when it begins a text object, in the same font says what its cluster says, and starts
with another glyph: a cluster that is really written twice starts twice with its base letter.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import pikepdf
from pikepdf import ContentStreamInstruction as Instruction
from pikepdf import Operator

_CHARACTERS: Final = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_RANGES: Final = re.compile(rb"beginbfrange(.*?)endbfrange", re.DOTALL)
_HEX: Final = re.compile(rb"<([0-9A-Fa-f]+)>")
_GLYPH: Final = 2  # bytes


def mend(pdf: pikepdf.Pdf) -> int:
    """Mend every page in place; return how many clusters were mended. Pictures (form XObjects) stay as they are."""
    mended = 0
    for page in pdf.pages:
        lines = list(pikepdf.parse_content_stream(page))
        broken = [cluster for cluster in clusters(_pieces(lines, page_texts(page))) if len(cluster) > 1]
        says = {piece.where: text for cluster in broken for piece, text in shares(cluster)}
        if says:
            page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(list(_rewritten(lines, says))))
        mended += len(broken)
    return mended


def page_texts(page: pikepdf.Page) -> dict[str, dict[int, str]]:
    """Return what each glyph of each font of a page stands for."""
    fonts = page.resources.get("/Font", {}).items()
    return {name: glyph_texts(font.ToUnicode.read_bytes()) for name, font in fonts if "/ToUnicode" in font}


def glyph_texts(cmap: bytes) -> dict[int, str]:
    """Return what each glyph stands for, from a font's ToUnicode table (PDF 32000-1, 9.10.3)."""
    texts: dict[int, str] = {}
    for block in _CHARACTERS.findall(cmap):
        codes = _HEX.findall(block)
        texts |= {int(glyph, 16): _utf16(text) for glyph, text in zip(codes[::2], codes[1::2], strict=True)}
    for block in _RANGES.findall(cmap):
        codes = _HEX.findall(block)
        for first, last, text in zip(codes[::3], codes[1::3], codes[2::3], strict=True):
            start, after = _utf16(text)[:-1], ord(_utf16(text)[-1])
            span = range(int(first, 16), int(last, 16) + 1)
            texts |= {glyph: start + chr(after + place) for place, glyph in enumerate(span)}
    return texts


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")


Spot = tuple[int, Literal["stretch", "first", "last"]]


@dataclass(frozen=True)
class Piece:
    """A stretch with a text of its own, or a glyph that speaks for itself.

    What it says, the glyph it starts with, its font, whether it begins a text object, and where it stands:
    the place of its instruction, and whether it is the whole stretch or the first or last glyph shown there.
    """

    says: str
    glyph: int | None
    font: str
    begins: bool
    where: Spot


def clusters(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return the pieces, those of one cluster together."""
    found: list[list[Piece]] = []
    for piece in pieces:
        if found and _goes_on(found[-1][0], piece):
            found[-1].append(piece)
        else:
            found.append([piece])
    return found


def _goes_on(first: Piece, piece: Piece) -> bool:
    same = (piece.says, piece.font) == (first.says, first.font)
    return piece.begins and same and len(piece.says) > 1 and piece.glyph != first.glyph


def shares(cluster: list[Piece]) -> Iterator[tuple[Piece, str]]:
    """Yield each piece of a cluster with its share of the cluster's text."""
    text, later = cluster[0].says, cluster[1:]
    whole = max(len(text) - len(later), 1)
    yield cluster[0], text[:whole]
    for place, piece in enumerate(later, start=whole):
        yield piece, text[place : place + 1]


def _pieces(lines: list[Any], texts: Mapping[str, Mapping[int, str]]) -> Iterator[Piece]:
    """Yield the pieces of a page in the order they are drawn."""
    font, begins, own = (
        "",
        False,
        [False],
    )  # of each marked stretch we are in, whether it has a text of its own
    for place, line in enumerate(lines):
        match str(line.operator):
            case "BT":
                begins = True
            case "Tf":
                font = str(line.operands[0])
            case "BDC" | "BMC":
                own.append(own[-1] or _has_text(line))
                if _has_text(line):
                    text = str(line.operands[1].ActualText)
                    glyph, font = _next_glyph(lines[place + 1 :], font)
                    yield Piece(text, glyph, font, begins, (place, "stretch"))
                    begins = False
            case "EMC":
                own.pop()
            case "Tj" | "TJ" if not own[-1] and (glyphs := _glyphs(line)):
                says = texts.get(font, {})
                yield Piece(says.get(glyphs[0], ""), glyphs[0], font, begins, (place, "first"))
                if len(glyphs) > 1:
                    yield Piece(
                        says.get(glyphs[-1], ""), glyphs[-1], font, begins=False, where=(place, "last")
                    )
                begins = False


def _has_text(line: Any) -> bool:
    properties = line.operands[1] if len(line.operands) > 1 else None
    return isinstance(properties, pikepdf.Dictionary) and "/ActualText" in properties


def _next_glyph(lines: list[Any], font: str) -> tuple[int | None, str]:
    """Return the first glyph shown in these lines, and the font that is chosen by then."""
    for line in lines:
        operator = str(line.operator)
        if operator == "Tf":
            font = str(line.operands[0])
        if operator in ("Tj", "TJ", "EMC"):
            return next(iter(_glyphs(line)), None) if operator != "EMC" else None, font
    return None, font


def _rewritten(lines: list[Any], says: Mapping[Spot, str]) -> Iterator[Any]:
    """Yield the instructions, the pieces of broken clusters saying their share."""
    for place, line in enumerate(lines):
        first, last = says.get((place, "first")), says.get((place, "last"))
        if (place, "stretch") in says:
            yield _saying(says[place, "stretch"])
        elif first is None and last is None:
            yield line
        else:
            for shown, text in _apart(line, first, last):
                yield from [shown] if text is None else [_saying(text), shown, _END]


def _apart(line: Any, first: str | None, last: str | None) -> Iterator[tuple[Any, str | None]]:
    """Yield what an instruction shows, its first and last glyph apart where they are to say something."""
    parts = _by_glyph(line)
    if first is not None:
        start = next(place for place, part in enumerate(parts) if isinstance(part, pikepdf.String)) + 1
        yield _shown(parts[:start]), first
        parts = parts[start:]
    if last is not None:
        end = max(place for place, part in enumerate(parts) if isinstance(part, pikepdf.String))
        yield _shown(parts[:end]), None
        yield _shown(parts[end:]), last
    elif parts:
        yield _shown(parts), None


_END: Final = Instruction([], Operator("EMC"))


def _saying(text: str) -> Any:
    """Return the beginning of a stretch that says this."""
    return Instruction(
        [pikepdf.Name("/Span"), pikepdf.Dictionary(ActualText=pikepdf.String(text))], Operator("BDC")
    )


def _parts(line: Any) -> list[Any]:
    """Return the strings and shifts that an instruction shows."""
    return list(line.operands[0]) if str(line.operator) == "TJ" else list(line.operands)


def _by_glyph(line: Any) -> list[Any]:
    """Return what an instruction shows with one string for each glyph."""
    parts: list[Any] = []
    for part in _parts(line):
        if isinstance(part, pikepdf.String):
            shown = bytes(part)
            parts += [pikepdf.String(shown[at : at + _GLYPH]) for at in range(0, len(shown), _GLYPH)]
        else:
            parts.append(part)
    return parts


def _glyphs(line: Any) -> list[int]:
    """Return the glyphs that an instruction shows."""
    shown = b"".join(bytes(part) for part in _parts(line) if isinstance(part, pikepdf.String))
    return [int.from_bytes(shown[at : at + _GLYPH]) for at in range(0, len(shown), _GLYPH)]


def _shown(parts: list[Any]) -> Any:
    return Instruction([pikepdf.Array(parts)], Operator("TJ"))

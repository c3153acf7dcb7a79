"""A square of dots that a phone's camera reads (ISO/IEC 18004)."""

from __future__ import annotations

from html import escape

import segno

from kwan.pictures.drawing import Svg

QUIET_ZONE = 4  # modules of white that the standard asks for


def qr(text: str, said: str) -> Svg:
    """Draw a text as a QR code of medium correction; `said` is its sentence for those who cannot see it.

    It is black on white in every scheme: cameras read nothing else as well.
    """
    code = segno.make(text, micro=False, error="m")
    side = code.symbol_size(border=QUIET_ZONE)[0]
    dark = "".join(_runs(y + QUIET_ZONE, row) for y, row in enumerate(code.matrix))
    return Svg(
        f'<svg class="qr" viewBox="0 0 {side} {side}" role="img" aria-label="{escape(said)}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{dark}"/></svg>'
    )


def _runs(y: int, row: bytearray) -> str:
    """Return a row's dark modules as rectangles, neighbours joined."""
    path, x = [], 0
    while x < len(row):
        length = 0
        while x + length < len(row) and row[x + length]:
            length += 1
        if length:
            path.append(f"M{x + QUIET_ZONE} {y}h{length}v1h-{length}z")
        x += length or 1
    return "".join(path)

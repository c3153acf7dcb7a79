"""The register of equipment, worked out from what happened to each piece. Pieces are counted, sums are satang."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Pair = tuple[str, str]
Happening: TypeAlias = Literal["bought", "given", "kept", "gone", "seen"]

GONE: Final[Mapping[str, Pair]] = {
    "worn_out": ("ใช้จนชำรุด", "Worn out"),
    "broken": ("เสีย ซ่อมไม่ได้", "Broken beyond repair"),
    "sold": ("ขายไป", "Sold"),
    "not_found": ("หาไม่พบ", "Not found"),
    "passed_on": ("มอบให้ผู้อื่น", "Passed on"),
}
STATES: Final[Mapping[str, Pair]] = {
    "good": ("ใช้ได้ดี", "In good order"),
    "needs_care": ("ใช้ได้ แต่ควรซ่อม", "Usable, needs care"),
    "not_usable": ("ยังใช้ไม่ได้", "Not usable now"),
}
GIVERS: Final[Mapping[str, Pair]] = {
    "person": ("บุคคล", "A person"),
    "members": ("สมาชิกลงขันกัน", "The members together"),
    "community": ("ชุมชน วัด โรงเรียน", "Community, temple, school"),
    "local_government": ("อปท.", "Local government"),
    "agency": ("หน่วยงานรัฐ", "A public agency"),
    "foundation": ("มูลนิธิ โครงการ", "A foundation or project"),
    "company": ("ร้านค้า บริษัท", "A shop or company"),
}


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that happened to a piece of equipment, in the order of the book."""

    entry: int
    on: date
    what: Happening
    pieces: int = 0
    place: str | None = None
    keeper: str | None = None
    code: str | None = None
    satang: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of the register as it stands: how many are in use, where, with whom, and when they were last seen."""

    number: str
    what: str
    origin: str
    satang: int | None
    pieces: int
    place: str | None
    keeper: str | None
    seen_on: date | None
    seen: int | None
    state: str | None

    @property
    def is_gone(self) -> bool:
        """Whether none of it is in use any more."""
        return self.pieces == 0

    @property
    def differs(self) -> int:
        """How many more (below zero: fewer) were seen than should be there; 0 before anybody looked."""
        return 0 if self.seen is None else self.seen - self.pieces


def stand(number: str, what: str, history: Iterable[Happened]) -> Piece:
    """Return how a piece of equipment stands after what happened to it, the oldest first.

    What was seen is compared with what is in use, so pieces that went after a look are taken from that look too.
    """
    origin, satang, pieces = "", None, 0
    place = keeper = state = None
    seen_on, seen = None, None
    for each in history:
        place, keeper = each.place or place, each.keeper or keeper
        if each.what in ("bought", "given"):
            origin, satang, pieces = each.what, each.satang, each.pieces
        elif each.what == "gone":
            seen = None if seen is None else max(0, seen - max(0, each.pieces - max(0, pieces - seen)))
            pieces -= each.pieces
        elif each.what == "seen":
            seen_on, seen, state = each.on, each.pieces, each.code
    return Piece(number, what, origin, satang, pieces, place, keeper, seen_on, seen, state)

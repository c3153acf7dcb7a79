"""Boxes that forms of money share: who, where the money lies, which day."""

from datetime import date

from kwan.people import queries as people
from kwan.web.forms.boxes import Box, Reading, written
from kwan.web.language import Pair

CHOOSE: tuple[str, Pair] = ("", ("เลือก", "Choose"))


def member_choices(book: int) -> tuple[tuple[str, Pair], ...]:
    """Return who may be chosen: those who belong, then those who left."""
    everybody = sorted(people.members(book), key=lambda m: (m.left is not None, m.reference))
    called = ((m.reference, f"{m.name or ''} {m.reference}".strip()) for m in everybody)
    return tuple((code, (said, said)) for code, said in called)


def members_box(book: int, label: Pair, value: str = "") -> Box:
    """Return the choice of a member. Nobody is chosen beforehand, so that nobody is chosen by mistake."""
    return Box("member", label, "choice", value, choices=(CHOOSE, *member_choices(book)))


def kept_box(purse: Pair = ("กล่องเงินสด", "The cash box")) -> Box:
    """Return the choice of where the money lies."""
    bank: Pair = ("บัญชีธนาคาร", "The bank account")
    return Box("kept", ("เงินอยู่ที่", "The money is in"), "choice", choices=(("", purse), ("bank", bank)))


def on_box(today: date, label: Pair = ("วันที่", "Day"), name: str = "on") -> Box:
    """Return the box of a day, today's beforehand."""
    return Box(name, label, "day", written(today), ("เขียนแบบ 5 มี.ค. 69 ก็ได้", "For example 5 Mar 2569"))


def kept_of(reading: Reading) -> str | None:
    """Return where the money lies: None for the box, or "bank"."""
    return reading.text("kept") or None

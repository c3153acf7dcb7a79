"""Boxes to write in, and what was typed into them, read one by one; nothing typed is ever lost."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeVar

from kwan.fund.rules.bylaws import read_rate
from kwan.quantities import format_baht, parse_baht, parse_count
from kwan.thai import Refused, parse_date
from kwan.web.language import Pair, say
from kwan.web.words.dates import thaidate

T = TypeVar("T")
E = TypeVar("E")

MISSING: Final = ("ช่องนี้ยังว่าง ใส่ก่อน", "This is still empty.")
NOT_YET: Final = ("วันนี้ยังมาไม่ถึง ใส่วันใหม่", "This day has not come yet: choose another.")
NOUGHT: Final = ("ต้องมากกว่าศูนย์", "This must be above zero.")
LONGEST: Final = 600
MOST_DAYS: Final = 120


def written(day: date) -> str:
    """Write a day as a box shows it, and as `Reading.day` reads it."""
    return thaidate(day).removesuffix(" BE")


def plain_baht(satang: int) -> str:
    """Write a sum as a box shows it."""
    return format_baht(satang).replace(",", "")


@dataclass(frozen=True)
class Box:
    """One box of a form. `value` is what stands in it before anybody typed; `choices` are codes and what they are called."""

    name: str
    label: Pair
    kind: Literal["text", "money", "number", "day", "textarea", "choice", "hidden"] = "text"
    value: str = ""
    hint: Pair = ("", "")
    required: bool = True
    choices: tuple[tuple[str, Pair], ...] = ()


@dataclass(frozen=True)
class Drawn:
    """A box as it stands on the page."""

    box: Box
    value: str
    wrong: str

    @property
    def label(self) -> str:
        """What to write here."""
        return say(self.box.label)

    @property
    def hint(self) -> str:
        """How to write it."""
        return say(self.box.hint)

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What may be chosen."""
        return [(code, say(words)) for code, words in self.box.choices]


class Mistyped(Exception):
    """Something typed could not be read; the reading knows what."""


class Reading:
    """What was typed. Each question returns a value; what could not be read is told by `wrong`, name by name."""

    def __init__(self, typed: Mapping[str, str], today: date) -> None:
        self.typed = typed
        self.today = today
        self.wrong: dict[str, Pair] = {}

    def text(self, name: str, *, needed: bool = False) -> str:
        """Return words, without the space around them."""
        said = self.typed.get(name, "").strip()[:LONGEST]
        if needed and not said:
            self.wrong[name] = MISSING
        return said

    def baht(self, name: str) -> int:
        """Return a sum as satang; an empty box is nothing."""
        return self.read(name, lambda text: int(parse_baht(text)), 0)

    def some_baht(self, name: str) -> int:
        """Return a sum as satang that must be there."""
        self.text(name, needed=True)
        satang = self.baht(name)
        if not satang:
            self.wrong.setdefault(name, NOUGHT)
        return satang

    def count(self, name: str) -> int:
        """Return a count of one or more."""
        self.text(name, needed=True)
        found = self.read(name, lambda text: int(parse_count(text)), 0)
        if not found:
            self.wrong.setdefault(name, NOUGHT)
        return found

    def rate(self, name: str) -> int:
        """Return a per cent a year in hundredths."""
        self.text(name, needed=True)
        return self.read(name, lambda text: read_rate(text.removesuffix("%")), 0)

    def day(self, name: str) -> date:
        """Return a day that has come; an empty box is today."""
        found = self.read(name, parse_date, self.today)
        if found > self.today:
            self.wrong[name] = NOT_YET
        return found

    def some_count(self, name: str) -> int:
        """Return a count; an empty box is 0."""
        return self.read(name, lambda text: int(parse_count(text)), 0)

    def days(self, name: str) -> tuple[date, ...]:
        """Return several days, written with commas or each on a line of its own."""
        text = self.typed.get(name, "").replace("\n", ",").replace(";", ",")
        words = [word.strip() for word in text.split(",") if word.strip()]
        if len(words) > MOST_DAYS:
            self.wrong[name] = (f"ใส่ได้ไม่เกิน {MOST_DAYS} วัน", f"{MOST_DAYS} days at the most.")
            return ()
        try:
            return tuple(parse_date(word) for word in words)
        except Refused as refused:
            self.wrong[name] = (refused.th, refused.en)
            return ()

    def any_day(self, name: str) -> date | None:
        """Return a day that may be still to come; an empty box is none."""
        return self.read(name, parse_date, None)

    def coming_day(self, name: str) -> date:
        """Return a day that may lie ahead; an empty box is today."""
        return self.read(name, parse_date, self.today)

    def check(self) -> None:
        """Raise Mistyped if anything so far could not be read."""
        if self.wrong:
            raise Mistyped

    def read(self, name: str, read: Callable[[str], T], empty: E) -> T | E:
        """Return what `read` makes of a box, `empty` of an empty one; what it refuses is told by `wrong`."""
        text = self.text(name)
        if not text:
            return empty
        try:
            return read(text)
        except Refused as refused:
            self.wrong[name] = (refused.th, refused.en)
            return empty


def drawn(boxes: tuple[Box, ...], typed: Mapping[str, str], wrong: Mapping[str, Pair]) -> list[Drawn]:
    """Return the boxes with what was typed in them, and what there is to mend."""
    return [
        Drawn(box, typed.get(box.name, box.value), say(wrong[box.name]) if box.name in wrong else "")
        for box in boxes
    ]

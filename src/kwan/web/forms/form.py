"""A form as data: what a page asks, the command that it makes, and what is shown of it before it may be written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, NamedTuple

from kwan.journal.rules import Command, canonical, day_number
from kwan.web.forms.boxes import Box, Reading
from kwan.web.language import Pair

MOST_DIGITS = 15  # of a sum in satang


class Planned(NamedTuple):
    """One of several commands that are written together, and the entry that it answers."""

    command: Command
    corrects: int | None = None


class LookFirst(Exception):
    """There is something to be seen before this is written: what the page is drawn with."""

    def __init__(self, **shown: Any) -> None:
        super().__init__()
        self.shown = shown


@dataclass(frozen=True)
class Form:
    """What a page asks, and what it makes of it: one command, or several that are written together.

    `build` may raise Mistyped, Refusal or LookFirst. `then` gives the address after entry n was written. `folded`
    boxes lie under `folds`. `seen` returns what the page shows of a command before it may be written, empty for
    nothing; such a form takes a sum that it works out from `shown_sum`, where there is one. `corrects` is the entry
    that the command answers, `also` the address and the name of another way on, `more` what the template reads besides.
    """

    title: Pair
    about: Pair
    button: Pair
    done: Pair
    boxes: tuple[Box, ...]
    build: Callable[[Reading], Command | Sequence[Planned]]
    back: tuple[str, Pair]
    then: Callable[[int], str]
    folded: tuple[Box, ...] = ()
    folds: Pair = ("เพิ่มเติม", "More")
    seen: Callable[[Command], dict[str, Any]] | None = None
    corrects: int | None = None
    also: tuple[str, Pair] | None = None
    more: Mapping[str, Any] = field(default_factory=dict)
    template: str = "kwan/write.html"


def as_it_stands(boxes: Sequence[Box], **values: str | None) -> tuple[Box, ...]:
    """Return the boxes with what the book says in them."""
    return tuple(replace(box, value=values.get(box.name) or box.value) for box in boxes)


def digest(command: Command) -> str:
    """Return what the page remembers of the command that it showed: a hash of all of it, and its sum."""
    said = [command.kind, day_number(command.on), command.body(), [list(seal) for seal in command.seals()]]
    return f"{sha256(canonical(said).encode()).hexdigest()[:16]}-{getattr(command, 'satang', 0)}"


def shown_sum(reading: Reading) -> int:
    """Return the sum that the page showed before it was sent (satang), 0 for none.

    Sent a second time, a form is known by it: what is due was worked out when the page was drawn.
    """
    sum_ = reading.text("seen").rpartition("-")[2]
    return int(sum_) if sum_.isascii() and sum_.isdigit() and len(sum_) < MOST_DIGITS else 0

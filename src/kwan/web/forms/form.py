"""A form as data: what a page asks, the command that it makes, and what is shown of it before it may be written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from kwan.journal.rules import Command, canonical, day_number
from kwan.web.language import Pair
from kwan.web.loan_boxes import Box, Reading

MOST_DIGITS = 15  # of a sum in satang


@dataclass(frozen=True)
class Form:
    """What a page asks, and the command it makes.

    `build` may raise Mistyped or Refusal. `then` gives the address after entry n was written. `folded` boxes lie
    under `folds`. `seen` returns what the page shows of a command before it may be written, empty for nothing.
    `also` is the address and the name of another way on. `corrects` is the entry that the command answers. A form that is seen first takes a sum that it works out from
    `shown_sum`, where there is one.
    """

    title: Pair
    about: Pair
    button: Pair
    done: Pair
    boxes: tuple[Box, ...]
    build: Callable[[Reading], Command]
    back: tuple[str, Pair]
    then: Callable[[int], str]
    folded: tuple[Box, ...] = ()
    folds: Pair = ("เพิ่มเติม", "More")
    seen: Callable[[Command], dict[str, Any]] | None = None
    corrects: int | None = None
    also: tuple[str, Pair] | None = None
    more: Mapping[str, Any] = field(default_factory=dict)


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

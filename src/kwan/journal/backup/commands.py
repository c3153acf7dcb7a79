"""That a book was brought back from a copy is itself an entry: nobody goes back in time unseen."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kwan.journal.rules import Command
from kwan.journal.witnesses import BROUGHT_BACK


@dataclass(frozen=True, kw_only=True)
class BringBack(Command):
    """The book was brought back from a copy, as it stood at entry `upto`; the copy was made on day `made`.

    What had been written after it is no longer here.
    """

    kind: ClassVar = BROUGHT_BACK
    upto: int
    made: date


COMMANDS: tuple[type[Command], ...] = (BringBack,)

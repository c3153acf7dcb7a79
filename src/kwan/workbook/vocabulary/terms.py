"""What a word list is made of, and how two headings are made comparable."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from kwan.thai import from_thai_digits, normalise

Reads = Literal[
    "text", "ref", "refs", "date", "month", "satang", "signed", "price", "grams", "count",
    "number", "score", "tick", "round", "place", "payment", "channel", "fund_kind",
    "note_kind", "office", "direction", "debt_kind", "unused",
]  # fmt: skip

_BRACKETS: Final = re.compile(r"[(（\[{]([^)）\]}]*)[)）\]}]?")
_FILLING: Final = re.compile(r"[\s.,:;/\\\-–—_'\"“”‘’*#+|&?!]+")


@dataclass(frozen=True, slots=True)
class Column:
    """A column that a sheet may have.

    `names` mean this and nothing else within the sheet's kind; `weak` ones could mean more, so
    they count for less. `reads` is how its cells are read. `note` explains it on the template.
    """

    meaning: str
    reads: Reads
    names: tuple[str, ...]
    weak: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """What a sheet can be about.

    `needs`: of each set at least one column must be there. `spread` is (what the headings say,
    what the cells hold) where such a sheet may run across, as months across a passbook.
    """

    code: str
    th: str
    en: str
    titles: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    columns: tuple[Column, ...]
    spread: tuple[str, str] | None = None

    def column(self, meaning: str) -> Column:
        """Give the column that means `meaning`. Raises KeyError for a stranger."""
        return _by_meaning(self)[meaning]


@lru_cache(maxsize=64)
def _by_meaning(kind: Kind) -> dict[str, Column]:
    return {column.meaning: column for column in kind.columns}


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """Make a heading comparable: `วัน เดือน ปี` is `วันเดือนปี`, `Order No.` is `orderno`.

    What stands in brackets is left out, unless nothing else is there.
    """
    tidy = from_thai_digits(normalise(text)).casefold()
    outside = _FILLING.sub("", _BRACKETS.sub("", tidy))
    return outside or _FILLING.sub("", re.sub(r"[()\[\]{}（）]", "", tidy))


def hint(text: str) -> str:
    """Give what a heading says in brackets: `กก` for `ใช้ (กก.)`, empty without brackets."""
    found = _BRACKETS.search(from_thai_digits(normalise(text)).casefold())
    return _FILLING.sub("", found[1]) if found else ""

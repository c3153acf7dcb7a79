"""How well a heading fits a meaning: the word itself, then a word inside it, then a look-alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from kwan.workbook.vocabulary import KINDS, Kind, plain

EXACT: Final = 1.0
WEAK: Final = 0.7
LEAST: Final = 0.5
# A column that is thrown away must be named as such without doubt.
SURE: Final = 0.85
_LOOK_ALIKE: Final = 0.8
_SHORTEST_INSIDE: Final = 3
# A heading is a label. Longer than this it is a sentence, in which any word may stand.
LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Fit:
    """A heading's fit to a meaning: `score` from `LEAST` to `EXACT`."""

    meaning: str
    score: float


@lru_cache(maxsize=16_384)
def fits(kind: str, heading: str) -> tuple[Fit, ...]:
    """Give the meanings that `heading` may have in a sheet of `kind`, best first."""
    text = plain(heading)
    if not text or len(text) > LONGEST:
        return ()
    best: dict[str, float] = {}
    unused = {column.meaning for column in KINDS[kind].columns if column.reads == "unused"}
    for name, meaning, weight in _names(kind):
        likeness = _alike(text, name)
        score = likeness * weight
        if score >= LEAST and (meaning not in unused or likeness >= SURE) and score > best.get(meaning, 0):
            best[meaning] = score
    return tuple(Fit(m, s) for m, s in sorted(best.items(), key=lambda item: -item[1]))


@lru_cache(maxsize=32)
def _names(kind: str) -> tuple[tuple[str, str, float], ...]:
    return tuple(
        (plain(name), column.meaning, weight)
        for column in KINDS[kind].columns
        for names, weight in ((column.names, EXACT), (column.weak, WEAK))
        for name in names
    )


@lru_cache(maxsize=65_536)
def _alike(text: str, name: str) -> float:
    """Compare two plain texts: 1 for equal, up to 0.95 for one inside the other."""
    if text == name:
        return 1.0
    shorter, longer = sorted((text, name), key=len)
    share = len(shorter) / len(longer)
    if len(name) >= _SHORTEST_INSIDE and name in text:
        # At an end of the heading a word is its subject; amid other words less surely so.
        edge = 0.1 if text.startswith(name) or text.endswith(name) else 0.0
        return 0.5 + edge + 0.35 * share
    if len(text) > _SHORTEST_INSIDE and text in name and share >= 0.5:  # noqa: PLR2004
        return 0.45 + 0.25 * share  # the heading is short for a longer name: a guess
    # Cheap refusals first: most pairs share too few letters to be slips of one another.
    if len(shorter) < _LOOK_ALIKE * len(longer) or len(set(text) & set(name)) < len(set(longer)) // 2:
        return 0.0
    matcher = SequenceMatcher(None, text, name, autojunk=False)
    if matcher.quick_ratio() < _LOOK_ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio * 0.9 if ratio >= _LOOK_ALIKE else 0.0


def assign(kind: Kind, headings: Sequence[str]) -> dict[str, tuple[int, float]]:
    """Give each meaning its column: meaning → (index, score).

    The best fits choose first; among equals, meanings that the sheet cannot do without.
    """
    needed = frozenset().union(*kind.needs)
    offers = sorted(
        (
            (fit.score, fit.meaning in needed, -index, fit.meaning)
            for index, heading in enumerate(headings)
            if heading
            for fit in fits(kind.code, heading)
        ),
        reverse=True,
    )
    taken: set[int] = set()
    chosen: dict[str, tuple[int, float]] = {}
    for score, _, minus_index, meaning in offers:
        if meaning not in chosen and -minus_index not in taken:
            chosen[meaning] = (-minus_index, score)
            taken.add(-minus_index)
    return chosen


def title_fit(kind: Kind, titles: Sequence[str]) -> float:
    """Say how well the sheet's name or the words above its table name the kind, 0 to 1."""
    best = 0.0
    for title in titles:
        text = plain(title)
        for name in _titles(kind.code):
            if text == name:
                return 1.0
            if len(name) >= _SHORTEST_INSIDE and name in text:
                best = max(best, 0.6 + 0.3 * len(name) / len(text))
    return best


@lru_cache(maxsize=32)
def _titles(kind: str) -> tuple[str, ...]:
    return tuple(plain(title) for title in KINDS[kind].titles)

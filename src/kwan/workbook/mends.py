"""What people answered about held rows, remembered: asked once, mended wherever it stands again.

Kept in one JSON file of the data folder. A row is known by its content and never by its place, and
neither a row nor a name can be read there: both are kept as keyed hashes.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from kwan.journal.commands import sealed_name
from kwan.journal.rules import canonical
from kwan.thai import normalise
from kwan.workbook.outcomes import Outcome, Skipped

NAME = "mends.json"
DIGITS = 32
Choice = Literal["leave_out", "keep"]
NOBODY = ""


@dataclass(frozen=True)
class Mends:
    """`persons`: what was written of somebody → their reference, or NOBODY for who is no member.

    `rows`: the digest of a row → what to do with it: `leave_out`, or `keep` as an event of its own.
    """

    persons: dict[str, str] = field(default_factory=dict)
    rows: dict[str, Choice] = field(default_factory=dict)

    def person(self, group: str, written: str) -> str | None:
        """Return whose reference this group meant by these words; None if nobody ever said."""
        return self.persons.get(person_digest(group, written)) if self.persons else None

    def joined_with(self, other: "Mends") -> "Mends":
        """Return both; what `other` says is newer and wins."""
        return Mends(self.persons | other.persons, self.rows | other.rows)


def person_digest(group: str, written: str) -> str:
    """Return the keyed hash of the words by which a group calls somebody."""
    return sealed_name(f"person\n{group}\n{normalise(written)}")[:DIGITS]


def row_digests(group: str, outcomes: Iterable[Outcome]) -> Iterator[tuple[str, Outcome]]:
    """Yield each row with a keyed hash of what stands in it. Rows that are all alike are told apart by their turn."""
    turns: Counter[str] = Counter()
    for outcome in outcomes:
        said = canonical([outcome.sheet, outcome.column, *map(str, outcome.raw)])
        turns[said] += 1
        yield sealed_name(f"row\n{group}\n{turns[said]}\n{said}")[:DIGITS], outcome


def without_left_out(group: str, outcomes: tuple[Outcome, ...], mends: Mends) -> tuple[Outcome, ...]:
    """Return the outcomes with those rows skipped that somebody said to leave out."""
    if "leave_out" not in mends.rows.values():
        return outcomes
    return tuple(
        Skipped(one.sheet, one.number, "left_out", one.raw, one.column, one.file)
        if mends.rows.get(digest) == "leave_out"
        else one
        for digest, one in row_digests(group, outcomes)
    )


def mends_kept_in(folder: Path) -> Mends:
    """Return what was answered before; nothing where nobody answered yet. A damaged file raises ValueError."""
    path = folder / NAME
    if not path.exists():
        return Mends()
    kept = json.loads(path.read_text(encoding="utf-8"))
    return Mends(dict(kept.get("persons", {})), dict(kept.get("rows", {})))


def keep_mends(folder: Path, mends: Mends) -> None:
    """Add these answers to those remembered."""
    _write(folder, mends_kept_in(folder).joined_with(mends))


def _write(folder: Path, whole: Mends) -> None:
    path = folder / NAME
    fresh = path.with_suffix(".new")
    body = {"persons": whole.persons, "rows": whole.rows}
    fresh.write_text(json.dumps(body, indent=1, sort_keys=True), encoding="utf-8")
    fresh.chmod(0o600)
    fresh.replace(path)


def forget_person(folder: Path, reference: str) -> None:
    """Forget by which words a member was called. Which group meant whom cannot be read here, so a like number elsewhere is asked again."""
    kept = mends_kept_in(folder)
    persons = {digest: whose for digest, whose in kept.persons.items() if whose != reference}
    if persons != kept.persons:
        _write(folder, Mends(persons, kept.rows))

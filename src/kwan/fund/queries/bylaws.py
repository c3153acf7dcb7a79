"""The group's own rules of lending, as they hold now."""

from dataclasses import dataclass

from kwan.fund.models import FundRule
from kwan.fund.rules.bylaws import BYLAWS, Bylaws, in_force
from kwan.journal.queries import standing_rows


@dataclass(frozen=True)
class BylawLine:
    """One rule as a screen shows it. `entry` and `reason` are None where the group never set it."""

    name: str
    th: str
    en: str
    value: str
    entry: int | None
    reason: str | None


def bylaws(book: int) -> Bylaws:
    """Return the rules in force."""
    return in_force({row.name: row.value for row in standing_rows(FundRule, book).order_by("entry")})


def bylaw_lines(book: int) -> list[BylawLine]:
    """Return every rule there is, set by the group or not."""
    rows = {row.name: row for row in standing_rows(FundRule, book).order_by("entry")}
    return [
        BylawLine(name, law.th, law.en, rows[name].value, rows[name].entry, rows[name].reason)
        if name in rows
        else BylawLine(name, law.th, law.en, law.default, None, None)
        for name, law in BYLAWS.items()
    ]

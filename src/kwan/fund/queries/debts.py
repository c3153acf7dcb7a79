"""Debts outside the group, seen of five members or more."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from statistics import median

from kwan.fund.models import Debt
from kwan.journal import queries as journal
from kwan.people.queries.consents import withdrawn

FEWEST_PEOPLE = 5  # fewer who told could be told apart


@dataclass(frozen=True)
class DebtsOverview:
    """Debts that five members or more told of: medians in satang, `rate` in hundredths of a percent a year."""

    people: int
    debts: int
    principal: float | None
    rate: float | None
    instalment: float | None


def debts_overview(book: int, upto: int | None = None) -> DebtsOverview | None:
    """Return what may be seen of debts, None where fewer than five members told. So each median by itself.

    What somebody told and took back is left out.
    """
    rows = list(journal.standing_rows(Debt, book, upto).values_list("entry", "member"))
    fields = ("principal", "rate", "instalment")
    sealed = {field: journal.numbers_in_seals(book, field) for field in fields}
    taken_back = withdrawn(book, "debts", upto)
    told = [
        (entry, member)
        for entry, member in rows
        if member not in taken_back and any(entry in sealed[field] for field in fields)
    ]
    people = {member for _, member in told}
    if len(people) < FEWEST_PEOPLE:
        return None
    principal, rate, instalment = (_median(told, sealed[field]) for field in fields)
    return DebtsOverview(len(people), len(told), principal, rate, instalment)


def _median(told: Iterable[tuple[int, str]], sealed: Mapping[int, int]) -> float | None:
    figures = {entry: member for entry, member in told if entry in sealed}
    enough = len(set(figures.values())) >= FEWEST_PEOPLE
    return float(median(sealed[entry] for entry in figures)) if enough else None

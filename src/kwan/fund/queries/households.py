"""What may be seen of all household books together: counts and medians of five or more, and never what one entry changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

from kwan.fund.models import HouseholdPage
from kwan.fund.queries.debts import FEWEST_PEOPLE
from kwan.fund.rules.household import about
from kwan.journal import queries as journal
from kwan.journal.models import Erasure, Row
from kwan.people import queries as people
from kwan.people.queries.consents import withdrawals, withdrawn

R = TypeVar("R", bound=Row)
WRITTEN = ("line", "debt", "payment", "plan")


@dataclass(frozen=True)
class HouseholdsOverview:
    """The households of a group as anybody inside may see them; satang, to two figures.

    Each is None unless five members or more are behind it. `keeping` and `planning` are (k, n) of today's members
    with k of five or more and below n; `cheaper` is (k, n): of n who told of their debts on two days or more,
    the debts of k cost less a year than at first, 0 < k < n. `upto` is the entry up to which all this is told.
    """

    upto: int
    keeping: tuple[int, int] | None
    planning: tuple[int, int] | None
    owed: int | None
    cost: int | None
    cheaper: tuple[int, int] | None


def settled_upto(book: int, upto: int | None = None) -> int:
    """Return the entry up to which households may be told of: 0 before there is any.

    The mark moves only when five members or more wrote since it stood last, so that what changed between two looks
    is never one member's doing. Once somebody of those it covers was erased, or took back the agreement to the use of
    what was told of debts, it waits for the next five.
    """
    mark, writers, covered = 0, set[str](), set[str]()
    gone = {row.entry: row.member for row in _upto(Erasure, book, upto)} | withdrawals(book, "debts", upto)
    pages = [(row.entry, row.member) for row in _upto(HouseholdPage, book, upto) if row.what in WRITTEN]
    for entry, member in sorted([*pages, *gone.items()]):
        if entry in gone:
            mark = 0 if member in covered else mark
            continue
        writers.add(member)
        if len(writers) >= FEWEST_PEOPLE:
            mark, covered, writers = entry, covered | writers, set()
    return mark


def _upto(room: type[R], book: int, upto: int | None) -> list[R]:
    rows = room._default_manager.filter(book=book)  # noqa: SLF001 - the one name of it that every model has
    return list(rows if upto is None else rows.filter(entry__lte=upto))


def households_overview(book: int, upto: int | None = None) -> HouseholdsOverview:
    """Return what may be seen of all household books together."""
    mark = settled_upto(book, upto)
    today = {member.reference for member in people.members(book, mark) if member.left is None}
    told = _Told(book, mark, today - withdrawn(book, "debts", mark))
    return HouseholdsOverview(
        upto=mark,
        keeping=_some_of(told.keeping, today),
        planning=_some_of(told.planning, today),
        owed=_middle(told.owed()),
        cost=_middle(told.cost()),
        cheaper=_cheaper(told.costs()),
    )


def _some_of(members: set[str], all_of_them: set[str]) -> tuple[int, int] | None:
    k, n = len(members), len(all_of_them)
    return (k, n) if FEWEST_PEOPLE <= k < n else None


def _middle(sums: Mapping[str, int]) -> int | None:
    return about(int(median(sums.values()))) if len(sums) >= FEWEST_PEOPLE else None


def _cheaper(costs: Mapping[str, tuple[int, int]]) -> tuple[int, int] | None:
    k, n = sum(last < first for first, last in costs.values()), len(costs)
    return (k, n) if n >= FEWEST_PEOPLE and 0 < k < n else None


class _Told:
    """What the books of these members hold at an entry. Never shown: it goes into counts and medians."""

    def __init__(self, book: int, upto: int, members: set[str]) -> None:
        rows = journal.standing_rows(HouseholdPage, book, upto).filter(member__in=members, what__in=WRITTEN)
        numbers = {
            field: journal.numbers_in_seals(book, field)
            for field in ("debt", "day", "since", "balance", "cost", "satang", "route")
        }
        sealed = {entry for found in numbers.values() for entry in found}
        self.pages = [row for row in rows.order_by("entry") if row.entry in sealed]
        self.numbers = numbers
        self.keeping = {row.member for row in self.pages if row.what != "plan"}
        self.planning = {row.member for row in self.pages if row.what == "plan"}

    def _statements(self) -> dict[str, dict[int, list[tuple[int, int]]]]:
        """Return (day, entry) of what was told of each debt, in order, by member and debt."""
        found: dict[str, dict[int, list[tuple[int, int]]]] = {}
        for row in self.pages:
            if row.what in ("debt", "payment") and row.entry in self.numbers["balance"]:
                debt = self.numbers["debt"].get(row.entry, row.entry)
                day = self.numbers["day"].get(row.entry, row.day)
                found.setdefault(row.member, {}).setdefault(debt, []).append((day, row.entry))
        for debts in found.values():
            for told in debts.values():
                told.sort()
        return found

    def owed(self) -> dict[str, int]:
        """Return what each member with debts owes in all, satang."""
        balance = self.numbers["balance"]
        return {
            who: sum(balance[told[-1][1]] for told in debts.values())
            for who, debts in self._statements().items()
        }

    def cost(self) -> dict[str, int]:
        """Return what the debts of each member cost a year, satang; those whose price nobody knows left out."""
        cost = self.numbers["cost"]
        found = {
            who: [cost[told[-1][1]] for told in debts.values() if told[-1][1] in cost]
            for who, debts in self._statements().items()
        }
        return {who: sum(costs) for who, costs in found.items() if costs}

    def costs(self) -> dict[str, tuple[int, int]]:
        """Return what debts cost a year at first and now, by member, for who told on two days or more.

        A debt taken after the first day costs nothing at first; one whose price is not known at both ends is left
        out. As the measure `household.cheaper_debts` has it.
        """
        found = {}
        for who, debts in self._statements().items():
            days = [day for told in debts.values() for day, _ in told]
            if min(days) < max(days):
                ends = [self._ends(told[0][1], told[-1][1], min(days)) for told in debts.values()]
                found[who] = (sum(first for first, _ in ends), sum(last for _, last in ends))
        return found

    def _ends(self, first: int, last: int, first_day: int) -> tuple[int, int]:
        cost = self.numbers["cost"]
        if first not in cost or last not in cost:
            return (0, 0)
        is_new = self.numbers["since"].get(first, 0) > first_day
        return (0 if is_new else cost[first], cost[last])

"""Questions about the group's money: what it keeps and for whom, passbooks, the fund's own book."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import F, Sum

from kwan.fund.models import Debt, FundLine, Pay, Saving
from kwan.journal import queries as journal
from kwan.journal.rules import NOT_IN_THE_BOOKS, day_of

PASSBOOK = "passbook:"


@dataclass(frozen=True)
class Share:
    """A part of the money: its account's code, or "members" for all passbooks together; satang."""

    code: str
    satang: int

    @property
    def name(self) -> str:
        """The purse's name, as addresses have it."""
        return self.code.removeprefix("purse:")


@dataclass(frozen=True)
class Money:
    """The money a group keeps, told twice: where it lies and whose it is. Both sides come from different pages."""

    where: tuple[Share, ...]
    whose: tuple[Share, ...]

    @property
    def kept(self) -> int:
        """All that lies in the purses, satang."""
        return sum(share.satang for share in self.where)

    @property
    def blank_where(self) -> range:
        """The blank lines by which the left side is shorter, so that both sums stand on one line."""
        return range(len(self.whose) - len(self.where))

    @property
    def blank_whose(self) -> range:
        """The blank lines by which the right side is shorter."""
        return range(len(self.where) - len(self.whose))

    @property
    def owned(self) -> int:
        """All that somebody has in them, satang."""
        return sum(share.satang for share in self.whose)


@dataclass(frozen=True)
class PassbookLine:
    """A line of a passbook as its member reads it: what came in, what went out, what is left (satang, ≥ 0)."""

    entry: int
    line: int
    on: date
    out: int
    into: int
    balance: int
    is_mended: bool


@dataclass(frozen=True)
class FundEntry:
    """A line of the fund's book; satang."""

    entry: int
    direction: str
    purpose: str
    item: str | None
    satang: int
    on: date


def money(book: int) -> Money:
    """Return the money that the group keeps: the purses, and beside them passbooks, fund and what the books left out."""
    accounts = journal.accounts(book)
    purses = tuple(Share(a.code, a.balance) for a in accounts if a.kind == "held")
    members = sum(journal.as_people_see(a.kind, a.balance) for a in accounts if a.kind == "owed")
    unknown = sum(-a.balance for a in accounts if a.code == NOT_IN_THE_BOOKS)
    whose = (Share("members", members), Share("fund", _fund_balance(book)), Share(NOT_IN_THE_BOOKS, unknown))
    return Money(purses, tuple(share for share in whose if share.satang))


def _fund_balance(book: int) -> int:
    sums: dict[str, int] = dict(journal.standing_rows(FundLine, book).values_list("direction").annotate(sum=Sum("satang")))
    return sums.get("in", 0) - sums.get("out", 0)


def balances(book: int) -> dict[str, int]:
    """Return what stands in each member's passbook (satang, ≥ 0), by member."""
    owed = (a for a in journal.accounts(book, "owed") if a.code.startswith(PASSBOOK))
    return {a.code.removeprefix(PASSBOOK): journal.as_people_see(a.kind, a.balance) for a in owed}


def passbook(
    book: int, member: str, before: int | None = None, size: int = journal.PAGE
) -> list[PassbookLine]:
    """Return a page of a member's passbook, newest line first: the lines of entries before `before`."""
    lines = journal.statement(book, f"{PASSBOOK}{member}", before, size)
    standing = journal.standing_entries(book, {line.entry for line in lines})
    return [
        PassbookLine(
            line.entry, line.line, line.on, line.came_in, line.went_out, journal.as_people_see("owed", line.balance),
            line.entry not in standing,
        )
        for line in lines
    ]  # fmt: skip


def savings_by_month(book: int) -> dict[int, int]:
    """Return the net of each month (yyyymm) in which anybody saved or withdrew, satang."""
    rows = journal.standing_rows(Saving, book).annotate(month=F("day") / 100)
    net: dict[int, int] = {}
    for month, direction, satang in (
        rows.values_list("month", "direction").annotate(sum=Sum("satang")).order_by("month")
    ):
        net[month] = net.get(month, 0) + (satang if direction == "in" else -satang)
    return net


def pay_by_month(book: int) -> dict[int, int]:
    """Return what the group paid its members in each month (yyyymm), satang."""
    rows = journal.standing_rows(Pay, book).values_list("month").annotate(sum=Sum("satang")).order_by("month")
    return dict(rows)


def fund_book(book: int) -> list[FundEntry]:
    """Return the standing lines of the fund's book, newest first, with what they were for in the group's words."""
    items: Mapping[int, str] = journal.names_in_seals(book, "item")
    rows = journal.standing_rows(FundLine, book).order_by("-day", "-entry")
    return [
        FundEntry(row.entry, row.direction, row.purpose, items.get(row.entry), row.satang, day_of(row.day))
        for row in rows
    ]


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
    """Return what may be seen of debts, None where fewer than five members told. So each median by itself."""
    rows = list(journal.standing_rows(Debt, book, upto).values_list("entry", "member"))
    fields = ("principal", "rate", "instalment")
    sealed = {field: journal.numbers_in_seals(book, field) for field in fields}
    told = [(entry, member) for entry, member in rows if any(entry in sealed[field] for field in fields)]
    people = {member for _, member in told}
    if len(people) < FEWEST_PEOPLE:
        return None
    principal, rate, instalment = (_median(told, sealed[field]) for field in fields)
    return DebtsOverview(len(people), len(told), principal, rate, instalment)


def _median(told: Iterable[tuple[int, str]], sealed: Mapping[int, int]) -> float | None:
    figures = {entry: member for entry, member in told if entry in sealed}
    enough = len(set(figures.values())) >= FEWEST_PEOPLE
    return float(median(sealed[entry] for entry in figures)) if enough else None

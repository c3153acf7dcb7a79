"""A member's own household book, read back from its seals. Whoever asks must be let in first: see the door's policy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from kwan.fund.models import HouseholdPage
from kwan.fund.queries.savings import balances
from kwan.fund.rules import household as rules
from kwan.fund.rules import outside_debts
from kwan.fund.rules.outside_debts import EVERY, KNOWN, NATURES, Period, Price
from kwan.journal import queries as journal
from kwan.journal.keyring import sealed_of
from kwan.journal.rules import day_of

Seals = Mapping[str, int | str]


@dataclass(frozen=True)
class HouseholdLine:
    """One line: `day` is yyyymmdd, yyyymm00 where it stands for a whole month; satang."""

    entry: int
    day: int
    sort: rules.Sort
    satang: int
    words: str

    @property
    def month(self) -> int:
        """The month (yyyymm) in which it counts."""
        return self.day // 100

    @property
    def on(self) -> date | None:
        """The day, None for a whole month."""
        return day_of(self.day) if self.day % 100 else None


@dataclass(frozen=True)
class DebtPage:
    """One page of a debt: told ("debt") or paid ("payment"), and what was owed after it. Satang; `cost` a year."""

    entry: int
    what: str
    on: date
    paid: int
    balance: int
    cost: int | None


@dataclass(frozen=True)
class OutsideDebt:
    """A debt as it stands. `number` is the entry that first told of it; satang; `yearly` nominal per cent a year.

    `latest` is the page that told its terms last, and that a correction of them answers.
    """

    number: int
    latest: int
    creditor: str
    nature: str
    balance: int
    price: Price
    yearly: Decimal | None
    pays: int
    pays_every: Period
    due: str
    collateral: str
    guarantor: str
    purpose: str
    since: int | None
    pages: tuple[DebtPage, ...]

    @property
    def a_month(self) -> int:
        """What must be paid of it this month, satang; nothing once it is over."""
        return outside_debts.this_month(self.balance, self.yearly, self.pays, self.pays_every)

    @property
    def cost(self) -> int | None:
        """What it costs a year as it stands, satang; None where the price is not known."""
        return outside_debts.a_year_of(self.balance, self.yearly)

    @property
    def if_not_paid(self) -> Decimal | None:
        """The per cent a year with interest on interest; None where the price is not known."""
        if self.yearly is None:
            return None
        return outside_debts.with_interest_on_interest(self.yearly, outside_debts.period_of(self.price))


@dataclass(frozen=True)
class HouseholdPlan:
    """The way out that the household chose; `extra` satang a month."""

    entry: int
    on: date
    route: outside_debts.Route
    extra: int
    own: tuple[str, ...]
    with_group: bool


@dataclass(frozen=True)
class Opening:
    """By whose leave a role reads along, since when and until when."""

    entry: int
    role: str
    since: date
    until: date


@dataclass(frozen=True)
class Household:
    """One member's book whole. Struck and corrected pages are not in it."""

    member: str
    lines: tuple[HouseholdLine, ...]
    debts: tuple[OutsideDebt, ...]
    plan: HouseholdPlan | None
    openings: tuple[Opening, ...]

    @cached_property
    def sums(self) -> list[rules.Sum]:
        """The lines as months count them."""
        return [rules.Sum(line.month, line.sort.number, line.satang) for line in self.lines]

    @property
    def months(self) -> list[rules.Month]:
        """Every month in which something was written."""
        return rules.months_of(self.sums)

    @property
    def running(self) -> list[OutsideDebt]:
        """Debts that are still owed, the dearest first; those of unknown price last, the larger first."""
        return sorted(
            (debt for debt in self.debts if debt.balance),
            key=lambda debt: (debt.yearly is None, -(debt.yearly or 0), -debt.balance, debt.number),
        )

    def open_to(self, role: str, today: date) -> Opening | None:
        """Return by which leave this role may read along today, None if it may not."""
        return next((each for each in self.openings if each.role == role and each.until >= today), None)


@dataclass(frozen=True)
class _Page:
    entry: int
    what: str
    day: int
    seals: Seals

    def number(self, field: str) -> int:
        return int(self.seals.get(field, 0))

    def text(self, field: str) -> str:
        return str(self.seals.get(field, ""))

    @property
    def about(self) -> int:
        """The day that a debt's page is about."""
        return self.number("day") or self.day


def household(book: int, member: str, upto: int | None = None) -> Household:
    """Return one member's own book."""
    sealed = sealed_of(book, member)
    rows = journal.standing_rows(HouseholdPage, book, upto).filter(member=member).order_by("entry")
    pages = [_Page(row.entry, row.what, row.day, sealed.get(row.entry, {})) for row in rows]
    return Household(
        member,
        tuple(sorted(_lines(pages), key=lambda line: (-line.day, -line.entry))),
        tuple(_debts(pages)),
        next((_plan(page) for page in reversed(pages) if page.what == "plan" and page.seals), None),
        tuple(_openings(pages)),
    )


def open_households(book: int, role: str, today: date) -> dict[str, Opening]:
    """Return the members who opened their books to this role, and by which leave, by reference."""
    writers = set(
        journal.standing_rows(HouseholdPage, book).filter(what="opened").values_list("member", flat=True)
    )
    found = {member: household_opening(book, member, role, today) for member in sorted(writers)}
    return {member: opening for member, opening in found.items() if opening}


def household_opening(book: int, member: str, role: str, today: date) -> Opening | None:
    """Return by which leave this role may read a member's book today, None if it may not."""
    return household(book, member).open_to(role, today)


def is_household_page_of(book: int, entry: int, member: str | None) -> bool:
    """Return whether an entry is a page of this member's own book, or what struck one out."""
    if member is None:
        return False
    return HouseholdPage.objects.filter(book=book, entry=entry, member=member).exists()


def liquid_savings(book: int, member: str) -> int:
    """Return what stands in a member's own passbook, satang."""
    return balances(book).get(member, 0)


def _lines(pages: Iterable[_Page]) -> Iterable[HouseholdLine]:
    for page in pages:
        if page.what == "line" and page.number("sort") in rules.SORTS:
            sort = rules.SORTS[page.number("sort")]
            yield HouseholdLine(
                page.entry, page.number("day"), sort, page.number("satang"), page.text("words")
            )


def _debts(pages: Iterable[_Page]) -> Iterable[OutsideDebt]:
    by_debt: dict[int, list[_Page]] = {}
    for page in pages:
        if page.what in ("debt", "payment") and "balance" in page.seals:
            by_debt.setdefault(page.number("debt") or page.entry, []).append(page)
    for number, found in sorted(by_debt.items()):
        found.sort(key=lambda page: (page.about, page.entry))
        if any(page.what == "debt" for page in found):
            yield _debt(number, found)


def _debt(number: int, pages: list[_Page]) -> OutsideDebt:
    told = [page for page in pages if page.what == "debt"][-1]
    yearly = told.seals.get("yearly")
    return OutsideDebt(
        number=number,
        latest=told.entry,
        creditor=told.text("creditor"),
        nature=NATURES[told.number("nature")],
        balance=pages[-1].number("balance"),
        price=Price(
            KNOWN[told.number("known")], told.number("rate"), EVERY[told.number("per")], told.number("received"),
            told.number("times"), told.number("each"), EVERY[told.number("every")],
        ),
        yearly=None if yearly is None else Decimal(int(yearly)) / 100,
        pays=told.number("pays"),
        pays_every=EVERY[told.number("pays_every")],
        due=told.text("due"),
        collateral=told.text("collateral"),
        guarantor=told.text("guarantor"),
        purpose=told.text("purpose"),
        since=told.number("since") or None,
        pages=tuple(_debt_page(page) for page in pages),
    )  # fmt: skip


def _debt_page(page: _Page) -> DebtPage:
    cost = page.seals.get("cost")
    return DebtPage(
        page.entry, page.what, day_of(page.about), page.number("paid"), page.number("balance"),
        None if cost is None else int(cost),
    )  # fmt: skip


def _plan(page: _Page) -> HouseholdPlan:
    own = tuple(page.text("own").split(",")) if page.text("own") else ()
    route = outside_debts.ROUTES[page.number("route")]
    return HouseholdPlan(
        page.entry, day_of(page.day), route, page.number("extra"), own, bool(page.number("with_group"))
    )


def _openings(pages: Iterable[_Page]) -> list[Opening]:
    """Return what was opened and not closed again, the newest of each role."""
    found: dict[str, Opening] = {}
    for page in pages:
        if page.what == "closed":
            found = {}
        elif page.what == "opened" and page.seals:
            role = rules.READERS[page.number("role")]
            found[role] = Opening(page.entry, role, day_of(page.day), day_of(page.number("until")))
    return list(found.values())

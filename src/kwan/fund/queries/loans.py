"""Loans as people look at them: one with its schedule, all of them, what to collect, how much is at risk."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kwan.fund.models import LoanStep
from kwan.fund.queries.loan_files import LOAN, LoanFile, loan_files
from kwan.fund.rules import dues
from kwan.fund.rules.agreement import Agreement, Instalment, true_cost
from kwan.fund.rules.cycle.books import own_loans, sums_of
from kwan.fund.rules.dues import Due, Parts
from kwan.fund.rules.loans import Stage, Standing, Step, Working, balance_working, paid_parts
from kwan.fund.rules.portfolio import Portfolio, portfolio
from kwan.journal import queries as journal
from kwan.journal.flows import flows
from kwan.journal.models import Entry
from kwan.journal.rules import day_of


@dataclass(frozen=True)
class ScheduleLine:
    """One instalment and what was paid of it; `balance` is the principal still owed after it. Satang."""

    due: date
    principal: int
    interest: int
    principal_paid: int
    interest_paid: int
    balance: int

    @property
    def total(self) -> int:
        """Principal and interest together."""
        return self.principal + self.interest

    @property
    def is_paid(self) -> bool:
        """Was all of it paid?"""
        return (self.principal, self.interest) == (self.principal_paid, self.interest_paid)


@dataclass(frozen=True)
class StepLine:
    """One step: what happened, when, who wrote it in which entry. `note` is what was sealed with it."""

    entry: int
    step: Step
    on: date
    actor: str
    principal: int
    interest: int
    fine: int
    meeting: date | None
    minutes: str | None
    note: str | None

    @property
    def total(self) -> int:
        """What moved, all parts together."""
        return self.principal + self.interest + self.fine


@dataclass(frozen=True)
class LoanLine:
    """A loan in a list; satang. `entry` is its request's."""

    number: str
    member: str
    requested_on: date
    agreed: Agreement
    standing: Standing
    entry: int

    @property
    def state(self) -> Stage:
        """Where it stands in its life."""
        return self.standing.state

    @property
    def balance(self) -> int:
        """The principal still owed."""
        return self.standing.left


@dataclass(frozen=True)
class LoanView(LoanLine):
    """One loan whole. `true_yearly_rate` is what it really costs, per cent a year; None before it is paid out."""

    legal_basis: str | None
    guarantors: tuple[str, ...]
    purpose: str | None
    schedule: tuple[ScheduleLine, ...]
    history: tuple[StepLine, ...]
    true_yearly_rate: Decimal | None

    @property
    def steps(self) -> Working:
        """How the balance came about."""
        return balance_working(self.standing)

    def due(self, day: date) -> Due:
        """Return what is due by a day, and how that came about."""
        return dues.due_on(self.standing, day)

    def days_late(self, day: date) -> int:
        """Return how many days the oldest unpaid instalment is late."""
        return dues.days_late(self.standing, day)

    def next(self, day: date) -> Instalment | None:
        """Return what is left of the next instalment."""
        return dues.next_instalment(self.standing, day)

    def settled_by(self, day: date) -> Parts:
        """Return what would end the loan on a day."""
        return dues.to_settle(self.standing, day)

    def settling_steps(self, day: date) -> Working:
        """Return how that sum came about."""
        return dues.settling_working(self.standing, day)


@dataclass(frozen=True)
class Collection:
    """What one loan has to bring by a day; satang. `late` is that part of it which fell due before."""

    number: str
    member: str
    principal: int
    interest: int
    late: int
    days_late: int


def loan(book: int, number: str) -> LoanView | None:
    """Return one loan with all that belongs to it, or None."""
    file = loan_files(book, number).get(number)
    if file is None:
        return None
    standing = file.standing()
    return LoanView(
        file.number, file.member, file.requested_on, file.agreed, standing, file.entry,
        legal_basis=file.legal_basis, guarantors=file.guarantors,
        purpose=journal.names_in_seals(book, "purpose").get(file.entry),
        schedule=tuple(_schedule(standing)), history=tuple(_history(book, file)),
        true_yearly_rate=_true_rate(file),
    )  # fmt: skip


def loans(book: int) -> list[LoanLine]:
    """Return every loan that was ever asked for, oldest first."""
    return [_line(file) for file in loan_files(book).values()]


def member_loans(book: int, member: str) -> list[LoanLine]:
    """Return the loans that a member asked for, oldest first."""
    return [_line(file) for file in loan_files(book, member=member).values()]


def due_on(book: int, day: date) -> list[Collection]:
    """Return what each running loan has to bring by the end of a day, those longest late first."""
    found = [_collection(file, day) for file in loan_files(book).values()]
    wanted = [one for one in found if one.principal or one.interest]
    return sorted(wanted, key=lambda one: (-one.days_late, one.number))


def par(book: int, day: date) -> Portfolio:
    """Return the portfolio at risk at the end of a day: sums of the whole group, nobody's name."""
    return portfolio((file.standing(day) for file in loan_files(book).values()), day)


@dataclass(frozen=True)
class Lending:
    """What a group lends on a day, all together; satang, nobody's name.

    `given` counts the members whom this book shows a loan paid out to, `owing` those who owe on one, `owing_savings`
    those of them who owe the savings fund, `owing_others` those who owe another. `lent`, `cash` and `bank` are the
    savings fund's money: with borrowers, in the box, in the bank.
    """

    day: date
    given: int
    owing: int
    owing_savings: int
    owing_others: int
    portfolio: Portfolio
    lent: int
    cash: int
    bank: int


def lending(book: int, day: date, upto: int | None = None) -> Lending:
    """Return what the group lends at the end of a day, as the book stood at entry `upto` (default: now)."""
    stands = [(file, file.standing(day)) for file in loan_files(book, upto=upto).values()]
    moved = flows(book, day, upto)
    ours, kept = own_loans(moved), sums_of(moved, day, ())
    owing = [
        (file.member, f"{LOAN}{file.number}" in ours)
        for file, loan in stands
        if loan.is_running and loan.left
    ]
    return Lending(
        day,
        given=len({file.member for file, loan in stands if loan.paid_out and not loan.is_brought}),
        owing=len({member for member, _ in owing}),
        owing_savings=len({member for member, is_ours in owing if is_ours}),
        owing_others=len({member for member, is_ours in owing if not is_ours}),
        portfolio=portfolio((loan for _, loan in stands), day),
        lent=kept.lent, cash=kept.cash, bank=kept.bank,
    )  # fmt: skip


def _line(file: LoanFile) -> LoanLine:
    return LoanLine(file.number, file.member, file.requested_on, file.agreed, file.standing(), file.entry)


def _collection(file: LoanFile, day: date) -> Collection:
    standing = file.standing(day)
    due = dues.due_on(standing, day)
    late = dues.due_on(standing, date.fromordinal(day.toordinal() - 1))
    return Collection(file.number, file.member, due.principal, due.interest, late.total, due.days_late)


def _schedule(standing: Standing) -> Iterable[ScheduleLine]:
    balance = sum(row.principal for row in standing.rows)
    for row, paid in zip(standing.rows, paid_parts(standing), strict=True):
        balance -= row.principal
        yield ScheduleLine(row.due, row.principal, row.interest, paid.principal, paid.interest, balance)


def _history(book: int, file: LoanFile) -> Iterable[StepLine]:
    numbers = [page.entry for page in file.pages]
    actors = dict(Entry.objects.filter(book=book, number__in=numbers).values_list("number", "actor"))
    rows = {row.entry: row for row in LoanStep.objects.filter(book=book, entry__in=numbers)}
    notes = _notes(book)
    for page in file.pages:
        row, step = rows[page.entry], page.happened
        meeting = day_of(row.meeting) if row.meeting else None
        yield StepLine(
            page.entry, step.step, step.on, actors[page.entry], step.principal, step.interest, step.fine,
            meeting, row.minutes, notes.get(page.entry),
        )  # fmt: skip


def _notes(book: int) -> Mapping[int, str]:
    return journal.names_in_seals(book, "conditions") | journal.names_in_seals(book, "reason")


def _true_rate(file: LoanFile) -> Decimal | None:
    paid_out = next((page.happened for page in file.pages if page.happened.step == "paid_out"), None)
    if paid_out is None:
        return None
    return true_cost(file.agreed, paid_out.on, paid_out.rows)

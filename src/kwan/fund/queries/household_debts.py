"""What lies beside a member's own household book: the group's loans of theirs, and debts they once told the group of."""

from dataclasses import dataclass
from decimal import Decimal

from kwan.fund.models import Debt
from kwan.fund.queries.loans import LoanView, loan, member_loans
from kwan.fund.rules.rates import DAYS_A_MONTH
from kwan.fund.rules.rounding import rounded
from kwan.journal import queries as journal
from kwan.journal.keyring import sealed_of


@dataclass(frozen=True)
class GroupLoan:
    """The group's own loan as one of the debts; satang, `yearly` nominal per cent a year. `entry` is its request's."""

    number: str
    balance: int
    yearly: Decimal
    a_month: int
    entry: int


def group_loans(book: int, member: str) -> list[GroupLoan]:
    """Return the loans of this group that a member still owes on, as debts to be laid beside the others."""
    found = (loan(book, line.number) for line in member_loans(book, member) if line.standing.is_running)
    return [_group_loan(one) for one in found if one and one.balance]


def _group_loan(one: LoanView) -> GroupLoan:
    rate = one.true_yearly_rate
    yearly = Decimal(one.agreed.rate) / 100 if rate is None else rounded(rate)
    rows, start = one.standing.rows, one.standing.since or one.requested_on
    days = max(1, (rows[-1].due - start).days)
    all_of_it = sum(row.total for row in rows)
    months = max(days / DAYS_A_MONTH, Decimal(1))
    a_month = int(rounded(all_of_it / months, unit=Decimal(1)))
    return GroupLoan(one.number, one.balance, yearly, a_month, one.entry)


@dataclass(frozen=True)
class ToldDebt:
    """A debt that the member once told the group of, as its older papers had it; satang, `rate` in hundredths of a per cent a year."""

    entry: int
    creditor: str
    principal: int
    rate: int | None
    instalment: int


def debts_told_by(book: int, member: str) -> list[ToldDebt]:
    """Return the debts that a member once told the group of, for that member alone."""
    sealed = sealed_of(book, member)
    rows = journal.standing_rows(Debt, book).filter(member=member).order_by("entry")
    found = [(row.entry, sealed.get(row.entry, {})) for row in rows]
    return [
        ToldDebt(
            entry, str(told.get("creditor", "")), int(told.get("principal", 0)),
            int(told["rate"]) if "rate" in told else None, int(told.get("instalment", 0)),
        )
        for entry, told in found
        if told
    ]  # fmt: skip

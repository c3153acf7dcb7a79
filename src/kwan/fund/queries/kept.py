"""The money that a group keeps, told twice."""

from dataclasses import dataclass

from django.db.models import F, Sum

from kwan.fund.models import Fine, FundLine, LoanStep, WelfareLine
from kwan.fund.queries.bank import bank_earnings
from kwan.fund.queries.loan_files import LOAN
from kwan.fund.queries.opening import opening
from kwan.fund.rules.cycle.books import COST, SHARED_OUT
from kwan.journal import queries as journal
from kwan.journal.rules import NOT_IN_THE_BOOKS


@dataclass(frozen=True)
class Share:
    """A part of the money, satang.

    `code` is an account's, or "members" for all passbooks together, "loans" for all that is lent, and
    "loan-earnings" for what lending brought: interest and fines received, less what was given up;
    "brought-forward" for the group's own funds when its book began in mid-life (below zero: so much was missing).
    """

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


def money(book: int) -> Money:
    """Return the money that the group keeps: purses and what is lent, and beside them whose it is."""
    accounts = journal.accounts(book)
    held = [a for a in accounts if a.kind == "held"]
    purses = [Share(a.code, a.balance) for a in held if not a.code.startswith(LOAN)]
    lent = Share("loans", sum(a.balance for a in held if a.code.startswith(LOAN)))
    members = sum(journal.as_people_see(a.kind, a.balance) for a in accounts if a.kind == "owed")
    unknown = sum(-a.balance for a in accounts if a.code == NOT_IN_THE_BOOKS)
    began = opening(book)
    whose = (
        Share("members", members),
        Share("fund", _in_less_out(FundLine, book)),
        Share("welfare", _in_less_out(WelfareLine, book)),
        Share("loan-earnings", _loan_earnings(book)),
        Share("fines", journal.standing_rows(Fine, book).aggregate(sum=Sum("satang"))["sum"] or 0),
        Share("bank-earnings", bank_earnings(book)),
        Share("costs", -sum(a.balance for a in accounts if a.code.startswith(COST))),
        Share(SHARED_OUT, -sum(a.balance for a in accounts if a.code == SHARED_OUT)),
        Share("brought-forward", began.own if began else 0),
        Share(NOT_IN_THE_BOOKS, unknown),
    )
    where = (*purses, lent) if lent.satang else tuple(purses)
    return Money(where, tuple(share for share in whose if share.satang))


def _in_less_out(room: type[FundLine] | type[WelfareLine], book: int) -> int:
    sums: dict[str, int] = dict(
        journal.standing_rows(room, book).values_list("direction").annotate(sum=Sum("satang"))
    )
    return sums.get("in", 0) - sums.get("out", 0)


def _loan_earnings(book: int) -> int:
    steps = journal.standing_rows(LoanStep, book)
    received = steps.filter(step="repaid").aggregate(sum=Sum(F("interest") + F("fine")))["sum"] or 0
    lost: dict[str, int] = dict(steps.values_list("step").annotate(sum=Sum("principal")))
    return int(received) + lost.get("recovered", 0) - lost.get("written_off", 0)

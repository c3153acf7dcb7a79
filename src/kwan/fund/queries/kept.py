"""The money that a group keeps, told twice."""

from dataclasses import dataclass

from django.db.models import Sum

from kwan.fund.models import FundLine
from kwan.journal import queries as journal
from kwan.journal.rules import NOT_IN_THE_BOOKS


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


def money(book: int) -> Money:
    """Return the money that the group keeps: the purses, and beside them passbooks, fund and what the books left out."""
    accounts = journal.accounts(book)
    purses = tuple(Share(a.code, a.balance) for a in accounts if a.kind == "held")
    members = sum(journal.as_people_see(a.kind, a.balance) for a in accounts if a.kind == "owed")
    unknown = sum(-a.balance for a in accounts if a.code == NOT_IN_THE_BOOKS)
    whose = (Share("members", members), Share("fund", _fund_balance(book)), Share(NOT_IN_THE_BOOKS, unknown))
    return Money(purses, tuple(share for share in whose if share.satang))


def _fund_balance(book: int) -> int:
    sums: dict[str, int] = dict(
        journal.standing_rows(FundLine, book).values_list("direction").annotate(sum=Sum("satang"))
    )
    return sums.get("in", 0) - sums.get("out", 0)

"""The columns of a savings sheet: what they are called, whose money they are, what is suggested in them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from kwan.fund import queries as fund
from kwan.fund.queries import Asked, ToRepay
from kwan.fund.rules.bylaws import Bylaws
from kwan.fund.rules.savings_day import SAVED, SAVINGS, TAKEN, Column, Sort
from kwan.web.language import Pair

LABELS: Final[Mapping[Column, Pair]] = {
    "in": ("ออม", "Saves"),
    "special": ("ออมพิเศษ", "Special"),
    "share": ("หุ้น", "Shares"),
    "welfare": ("สวัสดิการ", "Welfare"),
    "loan": ("คืนเงินกู้", "Repays"),
    "fine": ("ค่าปรับ", "Fine"),
    "out": ("ถอน", "Takes out"),
    "out-special": ("ถอนออมพิเศษ", "Out of special"),
    "out-share": ("ถอนหุ้น", "Out of shares"),
}
FIELDS: Final[Mapping[str, Column]] = {"regular": "in"}  # what a bylaw calls a column, where it differs


@dataclass(frozen=True)
class Suggested:
    """All that a sheet's boxes are drawn from: the group's rules, the usual sums, balances by sort, loans, agreements."""

    laws: Bylaws
    usual: Mapping[Column, Mapping[str, int]]
    balances: Mapping[Sort, Mapping[str, int]]
    loans: Mapping[str, list[ToRepay]]
    agreed: tuple[Asked, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of money that comes in, in their order."""
        named = {FIELDS.get(name, name) for name in self.laws.savings_columns}
        return tuple(column for column in LABELS if column in named)

    def has(self, member: str, sort: Sort = None) -> int:
        """What a member has in savings of a sort, satang."""
        return self.balances[sort].get(member, 0)

    def agreed_for(self, member: str, sort: Sort, satang: int) -> int:
        """Return the entry by which officers agreed to at least this sum, 0 if none."""
        fitting = (a for a in self.agreed if (a.member, a.sort) == (member, sort) and satang <= a.satang)
        return next((asked.entry for asked in fitting), 0)

    def boxes_of(self, member: str) -> Iterator[tuple[Column, str, str, int]]:
        """Yield a member's boxes: the column, the loan's number, the purse and the suggested sum."""
        for column in self.columns:
            if column == "loan":
                yield from (
                    ("loan", loan.number, loan.purse, loan.due) for loan in self.loans.get(member, ())
                )
            else:
                yield column, "", self.purse_of(column), self.usual_of(column, member)
        for column, sort in TAKEN.items():
            if sort is None or self.has(member, sort):
                yield column, "", SAVINGS, 0

    def usual_of(self, column: Column, member: str) -> int:
        """What a member brought last in a column; of regular savings at first what the group agreed on, satang."""
        first = self.laws.regular_sum if column == "in" else 0
        return self.usual.get(column, {}).get(member, first)

    def purse_of(self, column: Column) -> str:
        """The fund whose money a column is."""
        return {"welfare": "welfare", "fine": self.laws.fines_into}.get(column, SAVINGS)


def suggested(book: int, on: date) -> Suggested:
    """Return what a sheet of this day is drawn from."""
    laws = fund.bylaws(book)
    usual: dict[Column, dict[str, int]] = {}
    for column, sort in SAVED.items():
        usual[column] = {who: sums.satang for who, sums in fund.usual_savings(book, on, sort).items()}
    if "welfare" in laws.savings_columns:
        usual["welfare"] = {who: sums.satang for who, sums in fund.usual_welfare(book, on).items()}
    loans = fund.loans_to_repay(book, on) if "loan" in laws.savings_columns else {}
    agreed = tuple(fund.open_withdrawals(book, "agreed"))
    return Suggested(laws, usual, fund.all_balances(book), loans, agreed)

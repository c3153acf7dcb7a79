"""A group's year worked out again on its own: nothing here comes from Kwan, only from what was done on which day.

Sums are baht as exact Decimals. The arithmetic is what a careful person does on paper: a passbook is what went in
less what came out, a level instalment is P*r / (1 - (1 + r)^-n) with the last one taking the rest,
and everything that the group has at the end goes back by what each had saved.
"""

from collections import defaultdict
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

SATANG = Decimal("0.01")


def level(principal, yearly, periods):
    """The rows (principal, interest, left) of a loan repaid in level monthly in level monthly parts."""
    rate = Decimal(yearly) / 1200
    left = Decimal(principal)
    instalment = (left * rate / (1 - (1 + rate) ** -periods)).quantize(SATANG, ROUND_HALF_UP)
    rows = []
    for period in range(1, periods + 1):
        interest = (left * rate).quantize(SATANG, ROUND_HALF_UP)
        part = left if period == periods else instalment - interest
        left -= part
        rows.append((part, interest, left))
    return rows


def flat(principal, yearly, periods):
    """The rows of a loan whose interest is taken on all of it to the end; in level monthly parts."""
    whole = Decimal(principal)
    interest_of_all = (whole * Decimal(yearly) / 1200 * periods).quantize(SATANG, ROUND_HALF_UP)
    instalment = ((whole + interest_of_all) / periods).quantize(SATANG, ROUND_HALF_UP)
    each = (interest_of_all / periods).quantize(SATANG, ROUND_HALF_UP)
    left, rows = whole, []
    for period in range(1, periods + 1):
        interest = interest_of_all - each * (periods - 1) if period == periods else each
        part = left if period == periods else instalment - interest
        left -= part
        rows.append((part, interest, left))
    return rows


class Year:
    """The group's box and papers."""

    def __init__(self):
        self.passbooks = defaultdict(Decimal)
        self.box = self.welfare = self.interest = self.fines = Decimal(0)
        self.left = {}

    def saves(self, member, baht):
        """Into a passbook, or out of it with a minus."""
        self.passbooks[member] += baht
        self.box += baht

    def pays_for_welfare(self, baht):
        self.welfare += baht

    def is_helped(self, baht):
        self.welfare -= baht

    def is_fined(self, baht):
        self.fines += baht
        self.box += baht

    def borrows(self, loan, baht):
        self.left[loan] = Decimal(baht)
        self.box -= Decimal(baht)

    def repays(self, loan, row):
        principal, interest, left = row
        self.box += principal + interest
        self.interest += interest
        self.left[loan] -= principal
        assert self.left[loan] == left

    @property
    def saved(self):
        return sum(self.passbooks.values())

    @property
    def lent(self):
        return sum(self.left.values())

    @property
    def profit(self):
        return self.interest + self.fines

    def everything_back(self):
        """What each gets when all goes back by savings: whole satang, and the last ones to who lost most by rounding."""
        pool = self.box + self.lent
        assert pool == self.saved + self.profit
        exact = {member: pool * part / self.saved for member, part in self.passbooks.items() if part}
        given = {member: share.quantize(SATANG, ROUND_DOWN) for member, share in exact.items()}
        over = int((pool - sum(given.values())) / SATANG)
        most_lost = sorted(given, key=lambda m: (given[m] - exact[m], -self.passbooks[m], m))
        for member in most_lost[:over]:
            given[member] += SATANG
        return given

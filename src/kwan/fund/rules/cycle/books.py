"""From what moved between accounts to what a closing is reckoned from. Pure."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from kwan.fund.rules.cycle.frozen import Stake, Sums

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from kwan.journal.rules import Flow

PURSE, BANK = "purse:savings", "bank:savings"
FUND: Final = (PURSE, BANK)
OTHER_LENDERS: Final = ("purse:fund", "bank:fund")
LOAN, PAYOUT = "loan:", "payout:"
SORTS: Final[Mapping[str, str]] = {"passbook:": "regular", "special:": "special", "shares:": "shares"}
BROUGHT_FORWARD = "brought-forward"
GIVEN_UP = "written-off"
EARNED: Final = ("bank-interest",)
SPENT: Final = ("bank-fees",)
COST: Final = "cost:"
FROM_MEMBERS: Final = ("hands",)  # interest and fines of loans: told by the loans' own steps
SHARED_OUT: Final = "shared-out"


class Borrowed(NamedTuple):
    """What a cycle's loans say of one member, satang: interest and fines paid, principal left, and whether all was kept."""

    interest: int = 0
    fines: int = 0
    left: int = 0
    kept_up: bool = True


def month_of(since: date, on: date) -> int:
    """Return which month of a cycle a day is in, the first is 1."""
    months = (on.year - since.year) * 12 + on.month - since.month
    return months + (on.day >= since.day)


def own_loans(flows: Iterable[Flow]) -> set[str]:
    """Return the accounts of the loans that the savings fund gave: all that no other fund did."""
    all_, others = set(), set()
    for source, target, _, _ in flows:
        if target.startswith(LOAN):
            all_.add(target)
            if source in OTHER_LENDERS:
                others.add(target)
    return all_ - others


def sums_of(flows: Iterable[Flow], since: date, borrowed: Iterable[Borrowed]) -> Sums:
    """Return the sums of the savings fund at the end of these flows, and what came in and went out since a day."""
    flows = list(flows)
    loans, stands = own_loans(flows), _balances(flows)
    brought: defaultdict[str, int] = defaultdict(int)
    for code, satang in _earned(flows, since, loans):
        brought[code] += satang
    paid = list(borrowed)
    losses = -brought.pop(GIVEN_UP, 0)
    interest = sum(one.interest for one in paid) + brought.pop("interest", 0)
    fines = sum(one.fines for one in paid) + brought.pop("fines", 0)
    earned = sum(brought.pop(code, 0) for code in EARNED)
    spent = [code for code in brought if code in SPENT or code.startswith((COST, "paid:"))]
    expenses = -sum(brought.pop(code) for code in spent)
    for code in (*FROM_MEMBERS, SHARED_OUT):
        brought.pop(code, None)
    return Sums(
        cash=stands[PURSE], bank=stands[BANK], lent=sum(stands[code] for code in loans),
        owed=-sum(stands[code] for code in stands if _sort(code)),
        waiting=-sum(stands[code] for code in stands if code.startswith(PAYOUT)),
        interest=interest, fines=fines, earned=earned, expenses=expenses, losses=losses, other=sum(brought.values()),
    )  # fmt: skip


def _earned(flows: Iterable[Flow], since: date, loans: set[str]) -> Iterable[tuple[str, int]]:
    """Yield what came into the fund (below zero: went out) from outside since a day, by where from."""
    for source, target, on, satang in flows:
        inside = source in FUND or source in loans, target in FUND or target in loans
        if on < since or inside[0] == inside[1]:
            continue
        outside, sign = (source, 1) if inside[1] else (target, -1)
        if not (_sort(outside) or outside.startswith((PAYOUT, "purse:", "bank:", LOAN))):
            yield outside, sign * satang


def _balances(flows: Iterable[Flow]) -> defaultdict[str, int]:
    stands: defaultdict[str, int] = defaultdict(int)
    for source, target, _, satang in flows:
        stands[source] -= satang
        stands[target] += satang
    return stands


def _sort(code: str) -> str:
    """Return which sort of savings an account is, empty for none."""
    return next((sort for prefix, sort in SORTS.items() if code.startswith(prefix)), "")


def stakes_of(
    flows: Iterable[Flow], since: date, until: date, borrowed: Mapping[str, Borrowed]
) -> tuple[Stake, ...]:
    """Return each member's part at the end of these flows, by member; who had no part in the cycle is left out."""
    lines: dict[str, list[tuple[date | None, str, int]]] = defaultdict(list)
    for source, target, on, satang in flows:
        for account, other, sign in ((source, target, 1), (target, source, -1)):
            if sort := _sort(account):
                member = account.partition(":")[2]
                before = on < since or other.startswith(BROUGHT_FORWARD)
                lines[member].append((None if before else on, sort, sign * satang))
    members = sorted({*lines, *borrowed})
    found = (
        _stake(member, lines[member], since, until, borrowed.get(member, Borrowed())) for member in members
    )
    return tuple(one for one in found if one.savings or one.days or any(one.net) or one.interest or one.loan)


def _stake(
    member: str, lines: Iterable[tuple[date | None, str, int]], since: date, until: date, loan: Borrowed
) -> Stake:
    have: defaultdict[str, int] = defaultdict(int)
    net = [0] * month_of(since, until)
    opening, whole = 0, (until - since).days + 1
    days = 0
    for on, sort, satang in lines:
        have[sort] += satang
        if on is None:
            opening += satang
            days += satang * whole
        else:
            net[month_of(since, on) - 1] += satang
            days += satang * (until - on).days
    return Stake(
        member, have["regular"], have["special"], have["shares"], opening, tuple(net), days,
        loan.interest, loan.left, loan.kept_up,
    )  # fmt: skip

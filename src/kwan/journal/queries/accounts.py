"""Questions about accounts: balances, months, a page of a passbook."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.models import Q

from kwan.journal.models import Account, AccountMonth, Entry, Transfer
from kwan.journal.rules import BAHT, Kind, day_of


@dataclass(frozen=True)
class PassbookLine:
    """One transfer seen from one account. Quantities and balance in the smallest unit, as stored (owed ≤ 0)."""

    entry: int
    line: int
    on: date
    came_in: int
    went_out: int
    balance: int


def balance(book: int, code: str, commodity: str = "THB") -> int:
    """Return an account's balance as stored (satang; owed accounts are ≤ 0), 0 if it was never used."""
    found = (
        Account.objects.filter(book=book, code=code, commodity=commodity)
        .values_list("balance", flat=True)
        .first()
    )
    return found or 0


def balances(book: int) -> dict[str, int]:
    """Return every account's balance by its code, in satang."""
    return dict(Account.objects.filter(book=book, commodity="THB").values_list("code", "balance"))


@dataclass(frozen=True)
class AccountView:
    """An account and its balance in satang, as stored (owed ≤ 0)."""

    kind: Kind
    code: str
    balance: int


def accounts(book: int, *kinds: Kind) -> list[AccountView]:
    """Return the accounts of money of these kinds (default: all), in the order they were opened."""
    rows = Account.objects.filter(book=book, commodity=BAHT).order_by("number")
    rows = rows.filter(kind__in=kinds) if kinds else rows
    return [
        AccountView(cast("Kind", kind), code, balance)
        for kind, code, balance in rows.values_list("kind", "code", "balance")
    ]


def as_people_see(kind: Kind, quantity: int) -> int:
    """Return a stored balance with the sign that people expect: what the group owes a member is the member's, and above zero.

    The one place where signs turn. Moves follow the same turn: what goes out of an owed account came in for its member.
    """
    return -quantity if kind == "owed" else quantity


def month_totals(book: int, code: str) -> list[tuple[int, int, int]]:
    """Return (yyyymm, came in, went out) of an account by month, in satang."""
    account = Account.objects.filter(book=book, code=code).values_list("number", flat=True).first()
    rows = AccountMonth.objects.filter(book=book, account=account or 0).order_by("month")
    return list(rows.values_list("month", "came_in", "went_out"))


PAGE = 50


def statement(book: int, code: str, before: int | None = None, size: int = PAGE) -> list[PassbookLine]:
    """Return a page of one account's transfers, newest first, those of entries before `before`.

    Reads as many rows as it shows, however long the book is: both balances stand on the transfer.
    """
    number = Account.objects.filter(book=book, code=code).values_list("number", flat=True).first()
    if number is None:
        return []
    upto = Q(entry__lt=before) if before is not None else Q()
    rows = Transfer.objects.filter(upto, book=book)
    out = rows.filter(source=number).order_by("-book", "-source", "-entry", "-line")[:size]
    into = rows.filter(target=number).order_by("-book", "-target", "-entry", "-line")[:size]
    lines = [(t.entry, t.line, 0, t.quantity, t.source_after) for t in out]
    lines += [(t.entry, t.line, t.quantity, 0, t.target_after) for t in into]
    lines = sorted(lines, reverse=True)[:size]
    wanted = [line[0] for line in lines]
    days = dict(Entry.objects.filter(book=book, number__in=wanted).values_list("number", "day"))
    return [PassbookLine(e, li, day_of(days[e]), came, went, after) for e, li, came, went, after in lines]


def transfers_of(book: int, number: int) -> list[tuple[str, str, int, str]]:
    """Return the transfers of one entry: (source code, target code, quantity, commodity)."""
    codes = dict(Account.objects.filter(book=book).values_list("number", "code"))
    rows = Transfer.objects.filter(book=book, entry=number).order_by("line")
    return [(codes[r.source], codes[r.target], r.quantity, r.commodity) for r in rows]

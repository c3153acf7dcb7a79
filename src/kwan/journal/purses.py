"""The accounts of one book while its desk is open: read when first named, opened when first used."""

from dataclasses import dataclass, field
from typing import Any

from kwan.journal.pen import Pen, insert
from kwan.journal.rules import Place, Purse

ACCOUNT = ["book", "number", "kind", "code", "commodity", "balance"]


@dataclass(slots=True)
class Purses:
    """Balances in memory. The book must be locked."""

    pen: Pen
    book: int
    by_name: dict[tuple[str, str], Purse] = field(default_factory=dict)
    by_number: dict[int, Purse] = field(default_factory=dict)
    fresh: list[Purse] = field(default_factory=list)
    last: int = -1

    def named(self, place: Place, commodity: str) -> Purse:
        """Return the account of this name, opening it at its first use. Raise ValueError if it is of another kind."""
        known = self.by_name.get((place.code, commodity))
        if known is None:
            known = self._fetch("code = %s AND commodity = %s", place.code, commodity)
        if known is None:
            known = self._keep(Purse(self._next(), place.kind, place.code, commodity, 0))
            self.fresh.append(known)
        if known.kind != place.kind:
            message = f"account {place.code} is {known.kind}, not {place.kind}"
            raise ValueError(message)
        return known

    def numbered(self, number: int) -> Purse:
        """Return the account of this number. Raise LookupError if there is none."""
        known = self.by_number.get(number) or self._fetch("number = %s", number)
        if known is None:
            message = f"no account {number}"
            raise LookupError(message)
        return known

    def _fetch(self, where: str, *values: Any) -> Purse | None:
        sql = f"SELECT number, kind, code, commodity, balance FROM kwan_account WHERE book = %s AND {where}"  # noqa: S608
        row = self.pen.ask(sql, self.book, *values).fetchone()
        return self._keep(Purse(*row)) if row else None

    def _keep(self, purse: Purse) -> Purse:
        self.by_name[purse.code, purse.commodity] = self.by_number[purse.number] = purse
        return purse

    def _next(self) -> int:
        if self.last < 0:
            sql = "SELECT COALESCE(MAX(number), 0) FROM kwan_account WHERE book = %s"
            self.last = int(self.pen.ask(sql, self.book).fetchone()[0])
        self.last += 1
        return self.last

    def close_again(self, kept: int) -> None:
        """Forget the accounts that were opened after the first `kept` of the fresh ones: nothing came of them."""
        for purse in self.fresh[kept:]:
            del self.by_number[purse.number], self.by_name[purse.code, purse.commodity]
            self.last -= 1
        del self.fresh[kept:]

    def write(self, touched: set[int]) -> None:
        """Write the new accounts, and the balances of those touched."""
        new = {purse.number for purse in self.fresh}
        rows = [(self.book, p.number, p.kind, p.code, p.commodity, p.balance) for p in self.fresh]
        self.pen.put(insert("kwan_account", tuple(ACCOUNT)), rows)
        moved = [self.by_number[number] for number in sorted(touched - new)]
        sql = "UPDATE kwan_account SET balance = %s WHERE book = %s AND number = %s"
        self.pen.put(sql, [(purse.balance, self.book, purse.number) for purse in moved])
        self.fresh.clear()

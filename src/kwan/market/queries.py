"""Questions about buyers and their orders."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from kwan.journal.queries import standing_rows
from kwan.journal.rules import day_of
from kwan.market import models
from kwan.market.rules import amount


@dataclass(frozen=True)
class Buyer:
    """Somebody who buys, through a channel of CHANNELS (and the group's own word for it)."""

    name: str
    channel: str
    channel_text: str | None
    district: int | None
    entry: int


@dataclass(frozen=True)
class OrderLine:
    """One product of an order; prices and sums in satang."""

    product: str
    quantity: int
    unit: str | None
    unit_price: int

    @property
    def satang(self) -> int:
        """What this line comes to."""
        return amount(self.quantity, self.unit_price)


@dataclass(frozen=True)
class Order:
    """An order as its paper shows it, with what became of it; `paid` in satang."""

    number: str
    entry: int
    on: date
    buyer: str
    channel: str
    due: date | None
    lines: tuple[OrderLine, ...]
    delivered: date | None
    paid: int
    paid_on: date | None

    @property
    def satang(self) -> int:
        """What the order comes to."""
        return sum(line.satang for line in self.lines)

    @property
    def owed(self) -> int:
        """What is still to be paid, satang."""
        return self.satang - self.paid


def buyers(book: int, upto: int | None = None) -> list[Buyer]:
    """Return the buyers by name, as the book stood at entry `upto` (default: now)."""
    return [
        Buyer(row.name, row.channel, row.channel_text, row.district, row.entry)
        for row in standing_rows(models.Buyer, book, upto).order_by("name", "entry")
    ]


def orders(book: int, upto: int | None = None) -> list[Order]:
    """Return all orders, newest first, as the book stood at entry `upto` (default: now)."""
    return _orders(book, upto, {})


def order(book: int, number: str, upto: int | None = None) -> Order:
    """Return the order of this number. Raise LookupError if there is none."""
    found = _orders(book, upto, {"number": number})
    if not found:
        raise LookupError(number)
    return found[0]


def _orders(book: int, upto: int | None, wanted: dict[str, str]) -> list[Order]:
    heads = list(standing_rows(models.OrderHead, book, upto).filter(**wanted).order_by("-day", "-entry"))
    channels = dict(standing_rows(models.Buyer, book, upto).values_list("name", "channel"))
    delivered = standing_rows(models.Delivery, book, upto).filter(**wanted)
    days = {row.number: day_of(row.day) for row in delivered}
    payments: dict[str, list[models.Payment]] = defaultdict(list)
    for payment in standing_rows(models.Payment, book, upto).filter(**wanted).order_by("day", "entry"):
        payments[payment.number].append(payment)
    lines = _lines(book, upto, [head.entry for head in heads] if wanted else None)
    return [
        _order(head, channels.get(head.buyer, "other"), lines[head.entry], days, payments[head.number])
        for head in heads
    ]


def _lines(book: int, upto: int | None, entries: list[int] | None) -> dict[int, tuple[OrderLine, ...]]:
    rows = standing_rows(models.OrderLine, book, upto).order_by("entry", "line")
    found: dict[int, tuple[OrderLine, ...]] = defaultdict(tuple)
    for row in rows if entries is None else rows.filter(entry__in=entries):
        found[row.entry] += (OrderLine(row.product, row.quantity, row.unit, row.unit_price),)
    return found


def _order(
    head: models.OrderHead,
    channel: str,
    lines: tuple[OrderLine, ...],
    delivered: dict[str, date],
    payments: list[models.Payment],
) -> Order:
    whole = sum(line.satang for line in lines)
    return Order(
        number=head.number,
        entry=head.entry,
        on=day_of(head.day),
        buyer=head.buyer,
        channel=channel,
        due=day_of(head.due) if head.due else None,
        lines=lines,
        delivered=delivered.get(head.number),
        paid=sum(whole if payment.satang is None else payment.satang for payment in payments),
        paid_on=day_of(payments[-1].day) if payments else None,
    )

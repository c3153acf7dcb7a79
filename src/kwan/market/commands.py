"""What can happen between the group and its buyers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kwan.journal.rules import Command, Line, Refusal, day_number
from kwan.journal.standing import Memo, stands, will_stand
from kwan.market import models
from kwan.market.rules import AGENCIES, CHANNELS

__all__ = [
    "AGENCIES",
    "CHANNELS",
    "COMMANDS",
    "AddBuyer",
    "DeliverOrder",
    "OrderLine",
    "PayOrder",
    "PlaceOrder",
]


@dataclass(frozen=True, kw_only=True)
class AddBuyer(Command):
    """The group gets to know a buyer. `channel` is a code of CHANNELS, `channel_text` the group's own word.

    `district` has four digits.
    """

    kind: ClassVar = "market.buyer_added"
    buyer: str
    channel: str
    channel_text: str | None = None
    district: int | None = None

    def natural_key(self) -> str:
        """The buyer's name is the identity."""
        return f"buyer/{self.buyer}"

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse a buyer known already, and a channel that is none."""
        if self.channel not in CHANNELS:
            raise Refusal(
                "unknown_channel",
                f"ไม่รู้จักช่องทาง {self.channel} เลือกช่องทางที่มี หรือเลือก “ช่องทางอื่น”",
                f"There is no channel {self.channel}. Choose one of those there are, or “Other”.",
            )
        if stands(models.Buyer, book, memo, name=self.buyer):
            raise Refusal(
                "buyer_known", f"มีลูกค้าชื่อ {self.buyer} อยู่แล้ว", f"There is already a buyer {self.buyer}."
            )
        will_stand(models.Buyer, book, memo, name=self.buyer)

    def lines(self) -> Iterator[Line]:
        """The buyer."""
        yield models.Buyer.of(
            name=self.buyer, channel=self.channel, channel_text=self.channel_text, district=self.district
        )


@dataclass(frozen=True, kw_only=True)
class OrderLine:
    """One product of an order: how many, of what unit, at how many satang each."""

    product: str
    quantity: int
    unit: str | None = None
    unit_price: int


@dataclass(frozen=True, kw_only=True)
class PlaceOrder(Command):
    """A buyer orders. `on` is the day of the order, `due` the day it is wanted."""

    kind: ClassVar = "market.order_placed"
    number: str
    buyer: str
    items: tuple[OrderLine, ...] = ()
    due: date | None = None

    def natural_key(self) -> str:
        """The number on the order's paper."""
        return f"order/{self.number}"

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse an unknown buyer, a number used before, an empty order and quantities below one."""
        if not stands(models.Buyer, book, memo, name=self.buyer):
            raise Refusal(
                "unknown_buyer",
                f"ยังไม่มีลูกค้าชื่อ {self.buyer} เพิ่มลูกค้าก่อน แล้วจดใบสั่งซื้อนี้อีกครั้ง",
                f"There is no buyer {self.buyer} yet. Add the buyer, then write the order again.",
            )
        if stands(models.OrderHead, book, memo, number=self.number):
            raise Refusal(
                "order_known",
                f"มีใบสั่งซื้อเลขที่ {self.number} อยู่แล้ว",
                f"There is already an order {self.number}.",
            )
        if not self.items or any(item.quantity < 1 or item.unit_price < 0 for item in self.items):
            raise Refusal(
                "empty_order",
                "ใบสั่งซื้อต้องมีสินค้าอย่างน้อยหนึ่งอย่าง จำนวนตั้งแต่หนึ่งขึ้นไป",
                "An order has at least one product, and at least one of each.",
            )
        will_stand(models.OrderHead, book, memo, number=self.number)

    def lines(self) -> Iterator[Line]:
        """The order, then its products."""
        due = day_number(self.due) if self.due else None
        yield models.OrderHead.of(number=self.number, buyer=self.buyer, day=day_number(self.on), due=due)
        for item in self.items:
            yield models.OrderLine.of(
                product=item.product, quantity=item.quantity, unit=item.unit, unit_price=item.unit_price
            )


@dataclass(frozen=True, kw_only=True)
class _OfOrder(Command):
    """Something that happens to one order, which must be in the book."""

    number: str

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse an order that the book does not know."""
        if not stands(models.OrderHead, book, memo, number=self.number):
            raise Refusal(
                "unknown_order",
                f"ไม่มีใบสั่งซื้อเลขที่ {self.number} ในสมุด",
                f"There is no order {self.number} in the book.",
            )


@dataclass(frozen=True, kw_only=True)
class DeliverOrder(_OfOrder):
    """An order is delivered, on the day `on`."""

    kind: ClassVar = "market.order_delivered"

    def natural_key(self) -> str:
        """An order is delivered once."""
        return f"delivered/{self.number}"

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse an unknown order, and one delivered already."""
        super().decide(book, memo)
        if stands(models.Delivery, book, memo, number=self.number):
            raise Refusal(
                "delivered_already",
                f"ใบสั่งซื้อเลขที่ {self.number} ส่งของแล้ว",
                f"Order {self.number} was delivered already.",
            )
        will_stand(models.Delivery, book, memo, number=self.number)

    def lines(self) -> Iterator[Line]:
        """The delivery."""
        yield models.Delivery.of(number=self.number, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class PayOrder(_OfOrder):
    """The buyer pays an order: the whole of it, or this many satang."""

    kind: ClassVar = "market.order_paid"
    satang: int | None = None

    def natural_key(self) -> str:
        """What is known of an order's payment in older books is that it was paid."""
        return f"paid/{self.number}"

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse an unknown order, a sum that is none, and a payment of what is paid already."""
        super().decide(book, memo)
        if self.satang is not None and self.satang <= 0:
            raise Refusal("not_positive", "จำนวนเงินต้องมากกว่าศูนย์", "The sum must be above zero.")
        # A part may follow a part. The whole is paid once, and only when no part of it was.
        paid: dict[str, str | None] = {"number": self.number}
        if self.satang is not None:
            paid["satang"] = None
        if stands(models.Payment, book, memo, **paid):
            raise Refusal(
                "paid_already",
                f"ใบสั่งซื้อเลขที่ {self.number} มีการจ่ายเงินแล้ว ถ้าจ่ายเพิ่ม ให้ใส่จำนวนเงิน",
                f"Order {self.number} was paid for already. If more was paid, say how much.",
            )
        will_stand(models.Payment, book, memo, number=self.number)
        will_stand(models.Payment, book, memo, number=self.number, satang=self.satang)

    def lines(self) -> Iterator[Line]:
        """The payment."""
        yield models.Payment.of(number=self.number, satang=self.satang, day=day_number(self.on))


COMMANDS: tuple[type[Command], ...] = (AddBuyer, PlaceOrder, DeliverOrder, PayOrder)

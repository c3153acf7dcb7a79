"""Who buys, what was ordered, what was delivered and paid. Sums are satang, days yyyymmdd."""

from django.db import models

from kwan.journal.models import Row


class Buyer(Row):
    """Somebody who buys from the group, and through which channel."""

    name = models.CharField(max_length=200)
    channel = models.CharField(max_length=20)
    channel_text = models.CharField(max_length=200, null=True)
    district = models.IntegerField(null=True)


class OrderHead(Row):
    """An order, by the number on its paper."""

    number = models.CharField(max_length=80)
    buyer = models.CharField(max_length=200)
    day = models.IntegerField()
    due = models.IntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["book", "number"], name="order_number")]


class OrderLine(Row):
    """One product of an order; `unit_price` in satang."""

    product = models.CharField(max_length=200)
    quantity = models.BigIntegerField()
    unit = models.CharField(max_length=80, null=True)
    unit_price = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="order_line_positive"),
            models.CheckConstraint(condition=models.Q(unit_price__gte=0), name="order_line_price"),
        ]


class Delivery(Row):
    """An order was delivered."""

    number = models.CharField(max_length=80)
    day = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["book", "number"], name="delivery_number")]


class Payment(Row):
    """An order was paid: this many satang, or the whole order where none are named."""

    number = models.CharField(max_length=80)
    satang = models.BigIntegerField(null=True)
    day = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(satang__gt=0), name="payment_positive")]
        indexes = [models.Index(fields=["book", "number"], name="payment_number")]

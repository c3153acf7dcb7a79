"""Materials and their parts, what was bought and what was made.

Sums are satang, masses gram, quantities of other units thousandths, days yyyymmdd.
"""

from django.db import models

from kwan.journal.models import Row


class Part(Row):
    """A part of a material that the group says can be used (leaf, stem, root, pulp)."""

    material = models.CharField(max_length=200)
    part = models.CharField(max_length=200)


class Purchase(Row):
    """Material bought: thousandths of a unit, satang a unit, satang in all (what was paid)."""

    material = models.CharField(max_length=200)
    quantity = models.BigIntegerField()
    unit = models.CharField(max_length=80, null=True)
    unit_price = models.BigIntegerField(null=True)
    satang = models.BigIntegerField()
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(quantity__gt=0, satang__gte=0), name="purchase_positive"
            )
        ]


class Batch(Row):
    """A batch: what was used and made, by whom, where, for which order; its four checks are 1 or 0."""

    lot = models.CharField(max_length=80)
    product = models.CharField(max_length=200)
    part = models.CharField(max_length=200, null=True)
    used = models.BigIntegerField()
    good = models.BigIntegerField()
    waste = models.BigIntegerField()
    maker = models.CharField(max_length=80)
    place = models.CharField(max_length=20)
    cap = models.SmallIntegerField()
    gloves = models.SmallIntegerField()
    apron = models.SmallIntegerField()
    clean_place = models.SmallIntegerField()
    for_order = models.CharField(max_length=80, null=True)
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(used__gte=0, good__gte=0, waste__gte=0), name="batch_not_below_zero"
            )
        ]
        indexes = [models.Index(fields=["book", "lot"], name="batch_lot")]


class SupplyEvent(Row):
    """A material became scarce, ran out, or came back."""

    event = models.CharField(max_length=20)
    material = models.CharField(max_length=200)
    day = models.IntegerField()

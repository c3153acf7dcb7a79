"""Cycles of the fund: how each began, the steps by which it was closed, and what was paid of it.

Sums are satang, days yyyymmdd. What a proposal froze stands in its entry; here is what a meeting approved.
"""

from django.db import models

from kwan.journal.models import Row


class Cycle(Row):
    """A cycle began on a day. Cycles are numbered 1, 2, 3 …"""

    cycle = models.IntegerField()
    day = models.IntegerField()


class CycleStep(Row):
    """One step towards closing a cycle; who wrote it and when stands on the entry. `proposal` is the entry it is about."""

    cycle = models.IntegerField()
    step = models.CharField(max_length=12)
    proposal = models.BigIntegerField(null=True)
    meeting = models.IntegerField(null=True)
    minutes = models.CharField(max_length=120, null=True)
    day = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["book", "cycle", "entry"], name="cycle_step_cycle")]


class CycleResult(Row):
    """What a meeting approved, in all: the profit, what was divided, and what is carried on.

    `weighed` is what the savings were on average over the cycle.
    """

    cycle = models.IntegerField()
    way = models.CharField(max_length=12)
    since = models.IntegerField()
    until = models.IntegerField()
    members = models.IntegerField()
    profit = models.BigIntegerField()
    pool = models.BigIntegerField()
    carried = models.BigIntegerField()
    weighed = models.BigIntegerField()
    day = models.IntegerField()


class CycleBucket(Row):
    """One part of what was divided ("reserve", "dividend" …)."""

    cycle = models.IntegerField()
    bucket = models.CharField(max_length=16)
    satang = models.BigIntegerField()
    day = models.IntegerField()


class CyclePortion(Row):
    """What a member is to be handed: own savings, and what is added (below zero: a loss)."""

    cycle = models.IntegerField()
    member = models.CharField(max_length=80)
    savings = models.BigIntegerField()
    gain = models.BigIntegerField()
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(savings__gte=0) & models.Q(savings__gte=0 - models.F("gain")),
                name="cycle_portion_not_below_zero",
            )
        ]
        indexes = [models.Index(fields=["book", "cycle", "member"], name="cycle_portion_member")]


class CyclePaid(Row):
    """A member has what the meeting approved: in cash, by transfer, or in the passbook. `repaid` of it went for a loan."""

    cycle = models.IntegerField()
    member = models.CharField(max_length=80)
    satang = models.BigIntegerField()
    repaid = models.BigIntegerField()
    how = models.CharField(max_length=12)
    receipt = models.CharField(max_length=120, null=True)
    day = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(satang__gt=0), name="cycle_paid_positive")]
        indexes = [models.Index(fields=["book", "cycle", "member"], name="cycle_paid_member")]

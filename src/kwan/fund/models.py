"""Savings, pay, the revolving fund, and the debts that members chose to tell.

Sums are satang, days yyyymmdd. What somebody owes elsewhere stands in seals, not here.
"""

from django.db import models

from kwan.journal.models import Row


class Saving(Row):
    """A line of a passbook: money in ("in") or out ("out")."""

    member = models.CharField(max_length=80)
    direction = models.CharField(max_length=3)
    satang = models.BigIntegerField()
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(satang__gt=0), name="saving_positive"),
            models.CheckConstraint(condition=models.Q(direction__in=["in", "out"]), name="saving_direction"),
        ]
        indexes = [models.Index(fields=["book", "member", "entry"], name="saving_member")]


class Pay(Row):
    """What a member earned from the group's work in one month (yyyymm)."""

    member = models.CharField(max_length=80)
    month = models.IntegerField()
    satang = models.BigIntegerField()


class FundLine(Row):
    """The revolving fund: money in (grant, raised …) or out (materials, equipment, welfare …)."""

    direction = models.CharField(max_length=3)
    purpose = models.CharField(max_length=20)
    satang = models.BigIntegerField()
    day = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(satang__gt=0), name="fund_line_positive")]


class Debt(Row):
    """A member told of one debt outside the group. How much, to whom and at what price is sealed."""

    member = models.CharField(max_length=80)
    day = models.IntegerField()

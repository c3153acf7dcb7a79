"""The revolving fund, line by line, and what the group plans to buy with it."""

from django.db import models

from kwan.journal.models import Row


class FundLine(Row):
    """The revolving fund: money in (grant, raised …) or out (materials, equipment, welfare …), satang.

    `giver_kind` says what sort of giver it came from, never who; `kept` is None for cash or "bank"; `plan` the
    entry that planned what was bought.
    """

    direction = models.CharField(max_length=3)
    purpose = models.CharField(max_length=20)
    satang = models.BigIntegerField()
    day = models.IntegerField()
    giver_kind = models.CharField(max_length=20, null=True)
    kept = models.CharField(max_length=8, null=True)
    plan = models.BigIntegerField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(satang__gt=0), name="fund_line_positive")]


class PurchasePlanned(Row):
    """The group means to buy something by a day (`due`), for about so much (satang)."""

    what = models.CharField(max_length=120)
    satang = models.BigIntegerField()
    due = models.IntegerField()
    day = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(satang__gt=0), name="plan_positive")]


class PlanDropped(Row):
    """A planned purchase (`plan`, its entry) is not needed any more."""

    plan = models.BigIntegerField()
    day = models.IntegerField()

"""The revolving fund, line by line."""

from django.db import models

from kwan.journal.models import Row


class FundLine(Row):
    """The revolving fund: money in (grant, raised …) or out (materials, equipment, welfare …)."""

    direction = models.CharField(max_length=3)
    purpose = models.CharField(max_length=20)
    satang = models.BigIntegerField()
    day = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(satang__gt=0), name="fund_line_positive")]

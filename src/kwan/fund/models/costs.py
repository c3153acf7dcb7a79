"""What the savings fund spends, and what is spent of the money that a closing set aside."""

from django.db import models

from kwan.journal.models import Row


class Cost(Row):
    """Money went out of the savings purse, or of a purse that a closing filled (satang); `kept` is "bank" or None."""

    purse = models.CharField(max_length=16)
    satang = models.BigIntegerField()
    kept = models.CharField(max_length=8, null=True)
    day = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(satang__gt=0), name="cost_positive")]

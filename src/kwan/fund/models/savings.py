"""Passbooks, line by line."""

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

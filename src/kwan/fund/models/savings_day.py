"""Savings days: what the whole meeting came to."""

from django.db import models

from kwan.journal.models import Row


class SavingsDay(Row):
    """A day on which members brought savings: how many slips, what the cash should be, what it was (satang)."""

    day = models.IntegerField()
    deposits = models.IntegerField()
    withdrawals = models.IntegerField()
    opening = models.BigIntegerField()
    expected = models.BigIntegerField()
    counted = models.BigIntegerField()
    difference = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(difference=models.F("counted") - models.F("expected")),
                name="savings_day_adds_up",
            ),
        ]
        indexes = [models.Index(fields=["book", "day"], name="savings_day_day")]

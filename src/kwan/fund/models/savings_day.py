"""Savings days: what the whole meeting came to."""

from django.db import models

from kwan.journal.models import Row


class SavingsDay(Row):
    """A day on which members brought savings: how many slips, what the cash should be, what it was (satang).

    `further` counts the slips that are neither saved nor taken out. `added_to` is set for what came after the day
    was written: the entry of that day.
    """

    day = models.IntegerField()
    deposits = models.IntegerField()
    withdrawals = models.IntegerField()
    opening = models.BigIntegerField()
    expected = models.BigIntegerField()
    counted = models.BigIntegerField()
    difference = models.BigIntegerField()
    further = models.IntegerField(null=True)
    added_to = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(difference=models.F("counted") - models.F("expected")),
                name="savings_day_adds_up",
            ),
        ]
        indexes = [models.Index(fields=["book", "day"], name="savings_day_day")]


class SavingsDayPurse(Row):
    """The cash of one purse on a savings day that has several: expected, counted, and what lay in it before (satang)."""

    purse = models.CharField(max_length=12)
    opening = models.BigIntegerField()
    expected = models.BigIntegerField()
    counted = models.BigIntegerField()

"""Debts told of. What somebody owes elsewhere stands in seals, not here."""

from django.db import models

from kwan.journal.models import Row


class Debt(Row):
    """A member told of one debt outside the group. How much, to whom and at what price is sealed."""

    member = models.CharField(max_length=80)
    day = models.IntegerField()

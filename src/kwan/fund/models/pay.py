"""What members earned."""

from django.db import models

from kwan.journal.models import Row


class Pay(Row):
    """What a member earned from the group's work in one month (yyyymm)."""

    member = models.CharField(max_length=80)
    month = models.IntegerField()
    satang = models.BigIntegerField()

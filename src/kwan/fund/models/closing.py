"""Passbooks that end, and who is to have what stands in them. Names are in seals, never here."""

from django.db import models

from kwan.journal.models import Row


class BeneficiaryNamed(Row):
    """A member named who is to have the savings if they die; the newest line holds."""

    member = models.CharField(max_length=80)
    day = models.IntegerField()


class PassbookClosed(Row):
    """All that stood in a member's passbook was paid out (satang), and it takes no more."""

    member = models.CharField(max_length=80)
    cause = models.CharField(max_length=8)
    paid_to = models.CharField(max_length=12)
    satang = models.BigIntegerField()
    day = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["book", "member"], name="passbook_closed_member")]

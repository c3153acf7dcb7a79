"""Who belongs, since when, in which office. Names are in seals, never here."""

from django.conf import settings
from django.db import models

from kwan.journal.models import Row


class GroupDetails(Row):
    """What a group says of itself; the newest line stands."""

    occupation = models.CharField(max_length=200, null=True)
    project = models.CharField(max_length=200, null=True)
    subdistrict = models.IntegerField(null=True)
    founded = models.IntegerField(null=True)


class Joining(Row):
    """A member came in. The sub-district (6 digits) and district (4 digits) are where they live."""

    member = models.CharField(max_length=80)
    day = models.IntegerField()
    subdistrict = models.IntegerField(null=True)
    district = models.IntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["book", "member"], name="joining_member")]


class Leaving(Row):
    """A member left."""

    member = models.CharField(max_length=80)
    day = models.IntegerField()


class OfficeTaken(Row):
    """A member took an office (chair, treasurer, secretary …)."""

    member = models.CharField(max_length=80)
    office = models.CharField(max_length=40)
    day = models.IntegerField()


class OfficeLeft(Row):
    """A member laid an office down."""

    member = models.CharField(max_length=80)
    office = models.CharField(max_length=40)
    day = models.IntegerField()


class Seat(models.Model):
    """What a signed-in person may see: one book, in one role. Ended, never edited away."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="seats")
    book = models.BigIntegerField()
    role = models.CharField(
        max_length=12,
        choices=[("treasurer", "treasurer"), ("facilitator", "facilitator"), ("funder", "funder")],
    )
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=80)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "user", "book", "role", condition=models.Q(ended_at__isnull=True), name="seat_held_once"
            )
        ]

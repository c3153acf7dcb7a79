"""Seats: who may sign in, to which book, in which role. They are about logins, so they are no entries."""

from django.conf import settings
from django.db import models

OFFICERS = ("treasurer", "chair", "secretary")
ROLES = (*OFFICERS, "member", "facilitator", "funder")


class Seat(models.Model):
    """What a signed-in person may see: one book, in one role. Ended, never edited away.

    `member` is who of the register sits here: always on a member's seat, on an officer's where it is known.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="seats")
    book = models.BigIntegerField()
    role = models.CharField(max_length=12, choices=[(role, role) for role in ROLES])
    member = models.CharField(max_length=80, null=True)
    given_at = models.DateTimeField()
    given_by = models.CharField(max_length=80)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "user", "book", "role", condition=models.Q(ended_at__isnull=True), name="seat_held_once"
            )
        ]

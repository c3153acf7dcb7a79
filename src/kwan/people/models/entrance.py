"""What opens the door without a password: an officer's paired phone, a member's card. About logins, so no entries."""

from django.conf import settings
from django.db import models


class DoorKey(models.Model):
    """A paired phone or a member's card: something that one person has. Ended, never edited away.

    The token is in the phone or on the card and nowhere else; here is its SHA-256. `pin_chosen_at` is empty
    while the PIN is none, or one that somebody else gave. Wrong tries count from `tries_from` on.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="door_keys")
    kind = models.CharField(max_length=5, choices=[("phone", "phone"), ("card", "card")])
    book = models.BigIntegerField()
    token = models.CharField(max_length=64, unique=True)
    pin = models.CharField(max_length=200, null=True)
    pin_chosen_at = models.DateTimeField(null=True)
    form = models.CharField(max_length=36, null=True)
    made_at = models.DateTimeField()
    made_by = models.CharField(max_length=150)
    opened_at = models.DateTimeField(null=True)
    tries_from = models.DateTimeField()
    strike_asked_at = models.DateTimeField(null=True)
    strike_asked_by = models.CharField(max_length=150, null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.CharField(max_length=150, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                "user", condition=models.Q(kind="card", ended_at__isnull=True), name="one_card_a_member"
            ),
            models.UniqueConstraint("user", "form", name="card_form_once"),
        ]


class Pairing(models.Model):
    """A code that pairs one phone, once, within minutes. Only its SHA-256 is here."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pairings")
    book = models.BigIntegerField()
    code = models.CharField(max_length=64, unique=True)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=150)
    used_at = models.DateTimeField(null=True)


class WrongTry(models.Model):
    """A wrong PIN, code or card. The address is a keyed hash, so that nobody reads from here who was where."""

    key = models.ForeignKey(DoorKey, null=True, on_delete=models.CASCADE, related_name="wrong_tries")
    address = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["address", "at"], name="wrong_tries_of_an_address")]

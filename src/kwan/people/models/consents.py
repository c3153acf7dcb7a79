"""What a member agreed to, by purpose, and what they took back. Who witnessed a paper is sealed."""

from django.db import models

from kwan.journal.models import Row


class ConsentGiven(Row):
    """A member agreed to one purpose, having read this version of its words in this language.

    `text` is the SHA-256 of the very words; `way` is "phone" or "paper".
    """

    member = models.CharField(max_length=80)
    purpose = models.CharField(max_length=20)
    version = models.IntegerField()
    lang = models.CharField(max_length=2)
    text = models.CharField(max_length=64)
    way = models.CharField(max_length=5)
    day = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["book", "member", "purpose"], name="consent_given_member")]


class ConsentWithdrawn(Row):
    """A member took their agreement back."""

    member = models.CharField(max_length=80)
    purpose = models.CharField(max_length=20)
    way = models.CharField(max_length=5)
    day = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["book", "member", "purpose"], name="consent_withdrawn_member")]

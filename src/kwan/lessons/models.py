"""What was pinned to the wall at the workshop, and what the group answers to its report. Words are sealed."""

from django.db import models

from kwan.journal.models import Row


class Note(Row):
    """A card: which small group pinned it, under which heading, with how many votes."""

    small_group = models.CharField(max_length=80)
    sort = models.CharField(max_length=20)
    votes = models.IntegerField()
    day = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(votes__gte=0), name="note_votes")]


class Reply(Row):
    """The group answers a claim of its report; the newest line stands."""

    claim = models.CharField(max_length=80)
    about = models.CharField(max_length=200)
    day = models.IntegerField()


class Release(Row):
    """The group lets readers from outside see its report, up to an entry; the newest line stands."""

    upto = models.BigIntegerField()
    day = models.IntegerField()

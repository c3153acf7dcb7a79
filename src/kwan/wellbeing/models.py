"""That somebody answered, in which round and with which instrument. The answer itself is sealed."""

from django.db import models

from kwan.journal.models import Row


class WellbeingAnswer(Row):
    """A member answered in one round (0 before, 1 during, 2 after, and so on)."""

    member = models.CharField(max_length=80)
    round = models.IntegerField()
    instrument = models.CharField(max_length=80)
    day = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(round__gte=0), name="answer_round")]
        indexes = [models.Index(fields=["book", "member", "round"], name="answer_member")]

"""A member's own household book. That somebody wrote in it stands here; all that was written is sealed."""

from django.db import models

from kwan.journal.models import Row


class HouseholdPage(Row):
    """A member wrote in their own book: `what` is "line", "debt", "payment", "plan", "opened" or "closed".

    `day` (yyyymmdd) is when it was written. Sums, kinds, words and the days they are about lie in seals.
    """

    member = models.CharField(max_length=80)
    what = models.CharField(max_length=8)
    day = models.IntegerField()

    class Meta:
        indexes = [models.Index(fields=["book", "member"], name="household_member")]

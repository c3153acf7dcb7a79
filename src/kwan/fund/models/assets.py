"""The register of equipment: what the group owns, where it stands, what became of it. Days yyyymmdd, sums satang."""

from django.db import models

from kwan.journal.models import Row

NUMBER, WHAT, PLACE = 40, 120, 120


class Equipment(Row):
    """Equipment under the number written on it: so many `pieces`, bought for or worth `satang` in all.

    `origin` is "bought" or "given", then `giver_kind` says what sort of giver, never who.
    """

    number = models.CharField(max_length=NUMBER)
    what = models.CharField(max_length=WHAT)
    pieces = models.IntegerField()
    origin = models.CharField(max_length=8)
    satang = models.BigIntegerField(null=True)
    giver_kind = models.CharField(max_length=20, null=True)
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pieces__gt=0), name="equipment_pieces"),
            models.CheckConstraint(
                condition=models.Q(origin="bought", satang__gt=0) | models.Q(origin="given"),
                name="equipment_origin",
            ),
        ]
        indexes = [models.Index(fields=["book", "number"], name="equipment_number")]


class EquipmentKept(Row):
    """From this day on it stands there, or this member looks after it; None where that did not change."""

    number = models.CharField(max_length=NUMBER)
    place = models.CharField(max_length=PLACE, null=True)
    keeper = models.CharField(max_length=80, null=True)
    day = models.IntegerField()


class EquipmentGone(Row):
    """So many pieces are no longer in use, and how that came: a code of fund.rules.assets.GONE; `satang` if sold."""

    number = models.CharField(max_length=NUMBER)
    pieces = models.IntegerField()
    how = models.CharField(max_length=12)
    satang = models.BigIntegerField(null=True)
    day = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pieces__gt=0), name="equipment_gone_pieces")]


class EquipmentSeen(Row):
    """Somebody looked: so many pieces are there, in this state (a code of fund.rules.assets.STATES)."""

    number = models.CharField(max_length=NUMBER)
    pieces = models.IntegerField()
    state = models.CharField(max_length=12)
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(pieces__gte=0), name="equipment_seen_pieces")
        ]

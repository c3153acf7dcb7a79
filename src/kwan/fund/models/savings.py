"""Passbooks, line by line; fines; and what must be asked before it is taken out."""

from django.db import models

from kwan.journal.models import Row

SORT, REFERENCE = 12, 60


class Saving(Row):
    """A line of a passbook: money in ("in") or out ("out").

    `sort` is None for regular savings, "special", or "share". `asked` is the entry that asked for it, where the
    group wants a second officer to agree.
    """

    member = models.CharField(max_length=80)
    direction = models.CharField(max_length=3)
    satang = models.BigIntegerField()
    day = models.IntegerField()
    sort = models.CharField(max_length=SORT, null=True)
    asked = models.BigIntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(satang__gt=0), name="saving_positive"),
            models.CheckConstraint(condition=models.Q(direction__in=["in", "out"]), name="saving_direction"),
        ]
        indexes = [models.Index(fields=["book", "member", "entry"], name="saving_member")]


class TransferCounted(Row):
    """A member's transfer to the group's bank, satang: known by the reference on its slip, and counted once."""

    member = models.CharField(max_length=80)
    reference = models.CharField(max_length=REFERENCE)
    satang = models.BigIntegerField()
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(satang__gt=0), name="transfer_counted_positive")
        ]
        indexes = [models.Index(fields=["book", "reference"], name="transfer_counted_slip")]


class Fine(Row):
    """A fine that a member paid into a purse, satang. What for is sealed."""

    member = models.CharField(max_length=80)
    satang = models.BigIntegerField()
    purse = models.CharField(max_length=12)
    day = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(satang__gt=0), name="fine_positive")]


class WithdrawalAsked(Row):
    """The treasurer asks another officer to agree that a member takes so much out (satang)."""

    member = models.CharField(max_length=80)
    satang = models.BigIntegerField()
    sort = models.CharField(max_length=SORT, null=True)
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(satang__gt=0), name="withdrawal_asked_positive")
        ]


class WithdrawalAnswered(Row):
    """Another officer's answer to what was asked in entry `asked`: 1 agreed, 0 not."""

    asked = models.BigIntegerField()
    agreed = models.IntegerField()
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(agreed__in=[0, 1]), name="withdrawal_answered_yes_or_no"
            )
        ]
        indexes = [models.Index(fields=["book", "asked"], name="withdrawal_answered_asked")]

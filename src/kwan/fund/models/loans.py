"""Loans to members: what was asked for, each step since, the schedules, and the group's own rules of lending.

Sums are satang, rates hundredths of a percent a year, days yyyymmdd. What a loan is for stands in a seal.
"""

from django.db import models

from kwan.journal.models import Row

NUMBER = 40


class Loan(Row):
    """A member asked for a loan on these terms."""

    number = models.CharField(max_length=NUMBER)
    member = models.CharField(max_length=80)
    principal = models.BigIntegerField()
    method = models.CharField(max_length=16)
    basis = models.CharField(max_length=8)
    rate = models.IntegerField()
    periods = models.IntegerField()
    every = models.CharField(max_length=12)
    first_due = models.IntegerField(null=True)
    grace_principal = models.IntegerField()
    grace_interest = models.IntegerField()
    round_instalment = models.BigIntegerField(null=True)
    legal_basis = models.CharField(max_length=300, null=True)
    day = models.IntegerField()

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(principal__gt=0), name="loan_positive")]
        indexes = [
            models.Index(fields=["book", "number"], name="loan_number"),
            models.Index(fields=["book", "member"], name="loan_member"),
        ]


class LoanGuarantor(Row):
    """A member stands surety for a loan."""

    number = models.CharField(max_length=NUMBER)
    member = models.CharField(max_length=80)


class LoanMeeting(Row):
    """A day of the group's own on which a loan is to be repaid, in place of a regular calendar."""

    number = models.CharField(max_length=NUMBER)
    day = models.IntegerField()


class LoanStep(Row):
    """Something happened to a loan. Its state follows from these; who wrote it and when stands on the entry.

    `meeting` (a day) and `minutes` say where it was agreed; `cause` why a new schedule was made.
    """

    number = models.CharField(max_length=NUMBER)
    step = models.CharField(max_length=12)
    principal = models.BigIntegerField()
    interest = models.BigIntegerField()
    fine = models.BigIntegerField()
    cause = models.CharField(max_length=12, null=True)
    meeting = models.IntegerField(null=True)
    minutes = models.CharField(max_length=120, null=True)
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(principal__gte=0, interest__gte=0, fine__gte=0),
                name="loan_step_not_below_zero",
            )
        ]
        indexes = [models.Index(fields=["book", "number", "entry"], name="loan_step_number")]


class LoanInstalment(Row):
    """One row of the schedule that an entry froze."""

    number = models.CharField(max_length=NUMBER)
    due = models.IntegerField()
    principal = models.BigIntegerField()
    interest = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(principal__gte=0, interest__gte=0), name="instalment_not_below_zero"
            )
        ]
        indexes = [models.Index(fields=["book", "number"], name="loan_instalment_number")]


class FundRule(Row):
    """The group set one of its own rules; the newest line of a name holds."""

    name = models.CharField(max_length=40)
    value = models.CharField(max_length=80)
    reason = models.CharField(max_length=300)
    day = models.IntegerField()

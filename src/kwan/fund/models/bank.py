"""The bank: money that was taken there and back, and the bank's own book beside ours. Sums satang, days yyyymmdd."""

from django.db import models

from kwan.journal.models import Row


class BankMove(Row):
    """Money of one fund went from the box to the bank ("in"), or from there into the box ("out")."""

    direction = models.CharField(max_length=3)
    purse = models.CharField(max_length=20)
    satang = models.BigIntegerField()
    reference = models.CharField(max_length=40, null=True)
    carrier = models.CharField(max_length=80, null=True)
    day = models.IntegerField()


class BankLine(Row):
    """One line as the bank printed it: in or out, and the balance after it. `bankbook` is what lies in that book."""

    bankbook = models.CharField(max_length=20)
    direction = models.CharField(max_length=3)
    satang = models.BigIntegerField()
    balance = models.BigIntegerField()
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(satang__gt=0, balance__gte=0), name="bank_line_not_below_zero"
            )
        ]


class BankMatch(Row):
    """A person saw that a line of the bank's is this entry of ours. Without `ours` it is the entry that says so."""

    bank_line = models.BigIntegerField()
    ours = models.BigIntegerField(null=True)


class BankEarning(Row):
    """What the bank added ("in": interest) or took ("out": a fee) by itself."""

    direction = models.CharField(max_length=3)
    purse = models.CharField(max_length=20)
    satang = models.BigIntegerField()
    day = models.IntegerField()


class BankPage(Row):
    """A picture of a page of the bank's book, by the SHA-256 of its file."""

    bankbook = models.CharField(max_length=20)
    picture = models.CharField(max_length=64)
    day = models.IntegerField()

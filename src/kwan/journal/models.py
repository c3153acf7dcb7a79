"""Book, Entry, Account, Transfer, and what stands beside them.

Every key leads with the book: that is the shard key, the lock and the chain.
Days are integers yyyymmdd and moments ISO texts, so that they read the same in every database.
Composite foreign keys and the append-only triggers are laid by `laws.py`.
"""

from typing import Any

from django.db import models

from kwan.journal.rules import Line


class Book(models.Model):
    """One serial history: of a group, or of a project."""

    uid = models.CharField(max_length=36, unique=True)
    kind = models.CharField(max_length=8, choices=[("group", "group"), ("project", "project")])
    name = models.CharField(max_length=200, unique=True)
    head = models.BigIntegerField(default=0)
    head_hash = models.CharField(max_length=64)


class InBook(models.Model):
    """A row of one book."""

    book = models.BigIntegerField()

    class Meta:
        abstract = True


class Entry(InBook):
    """One accepted command. Its hash covers the entry before it and every transfer it made."""

    pk = models.CompositePrimaryKey("book", "number")
    number = models.BigIntegerField()
    command = models.CharField(max_length=36)
    kind = models.CharField(max_length=60)
    source = models.CharField(max_length=8)  # "live", or "brought" from older books
    day = models.IntegerField()
    recorded_at = models.CharField(max_length=32)
    actor = models.CharField(max_length=80)
    key = models.CharField(max_length=300, null=True)
    corrects = models.BigIntegerField(null=True)
    body = models.TextField()
    seals = models.TextField()
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint("book", "command", name="entry_command_once"),
            models.UniqueConstraint("book", "corrects", name="entry_corrected_once"),
            models.CheckConstraint(condition=models.Q(number__gt=0), name="entry_numbered_from_one"),
            models.CheckConstraint(condition=models.Q(source__in=["live", "brought"]), name="entry_source"),
            models.CheckConstraint(
                condition=models.Q(corrects__lt=models.F("number")), name="entry_corrects_earlier"
            ),
        ]
        indexes = [
            models.Index(fields=["book", "key"], name="entry_key"),
            models.Index(fields=["book", "day"], name="entry_day"),
        ]


class Account(InBook):
    """Where one commodity is kept, owed, or comes from. The balance moves with its transfers."""

    pk = models.CompositePrimaryKey("book", "number")
    number = models.IntegerField()
    kind = models.CharField(max_length=5)
    code = models.CharField(max_length=120)
    commodity = models.CharField(max_length=20)
    balance = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint("book", "code", "commodity", name="account_code_once"),
            models.CheckConstraint(
                condition=models.Q(kind="world")
                | models.Q(kind="held", balance__gte=0)
                | models.Q(kind="owed", balance__lte=0),
                name="account_keeps_its_side",
            ),
        ]


class Transfer(InBook):
    """One source, one target, one commodity, a positive integer; both balances after it."""

    pk = models.CompositePrimaryKey("book", "entry", "line")
    entry = models.BigIntegerField()
    line = models.IntegerField()
    source = models.IntegerField()
    target = models.IntegerField()
    commodity = models.CharField(max_length=20)
    quantity = models.BigIntegerField()
    source_after = models.BigIntegerField()
    target_after = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(quantity__gt=0), name="transfer_positive"),
            models.CheckConstraint(
                condition=~models.Q(source=models.F("target")), name="transfer_goes_somewhere"
            ),
        ]
        indexes = [
            models.Index(fields=["book", "source", "entry", "line"], name="transfer_out"),
            models.Index(fields=["book", "target", "entry", "line"], name="transfer_in"),
        ]


class AccountMonth(InBook):
    """What came into and went out of an account in one month (yyyymm), by the day it happened."""

    pk = models.CompositePrimaryKey("book", "account", "month")
    account = models.IntegerField()
    month = models.IntegerField()
    came_in = models.BigIntegerField()
    went_out = models.BigIntegerField()


class Seal(InBook):
    """One personal value beside its entry: a whole number as it is, a text encrypted."""

    pk = models.CompositePrimaryKey("book", "entry", "field")
    entry = models.BigIntegerField()
    field = models.CharField(max_length=40)
    member = models.CharField(max_length=80)
    salt = models.CharField(max_length=32)
    number = models.BigIntegerField(null=True)
    cipher = models.TextField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(number__isnull=True) ^ models.Q(cipher__isnull=True),
                name="seal_holds_one_value",
            )
        ]
        indexes = [models.Index(fields=["book", "member"], name="seal_member")]


class SealKey(InBook):
    """The key of one member's texts, itself locked with the key of this installation."""

    pk = models.CompositePrimaryKey("book", "member")
    member = models.CharField(max_length=80)
    locked = models.CharField(max_length=200)


class Refused(InBook):
    """A refusal is an answer too: the same command gets it again."""

    pk = models.CompositePrimaryKey("book", "command")
    command = models.CharField(max_length=36)
    digest = models.CharField(max_length=64)
    code = models.CharField(max_length=60)
    th = models.TextField()
    en = models.TextField()
    at = models.CharField(max_length=32)


class Row(InBook):
    """A line that an entry left in a room: append-only, and a pure function of the entry's body."""

    pk = models.CompositePrimaryKey("book", "entry", "line")
    entry = models.BigIntegerField()
    line = models.IntegerField()

    class Meta:
        abstract = True

    @classmethod
    def of(cls, **values: Any) -> Line:
        """Return a line to be written in this table."""
        return Line(cls, values)


class Beginning(Row):
    """The book begins in mid-life: what the group had on this day was brought forward. Nothing moves before it."""

    day = models.IntegerField()


class ClosedPeriod(Row):
    """A cycle was closed: nothing that happened on or before this day (yyyymmdd) is written any more."""

    upto = models.IntegerField()


class Erasure(Row):
    """A member asked to be forgotten: their seals and key may go, and went."""

    member = models.CharField(max_length=80)


class MentionErased(Row):
    """With an erasure: words sealed beside another entry name the same person, and may go too."""

    seal_entry = models.BigIntegerField()
    field = models.CharField(max_length=40)

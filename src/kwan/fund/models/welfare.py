"""The welfare fund: the group's own rules of it, what members pay in, what is paid to whom something happened.

What happened to whom is nobody else's matter: it stands in seals, not here.
"""

from django.db import models

from kwan.journal.models import Row


class WelfareRule(Row):
    """What the group gives when something happens; the newest line of an event and name holds. Sums in satang.

    `event` is a code of `fund.rules.welfare.EVENTS`; `name` the group's own words where it is "other". `amount`
    is for each `unit` (a code of UNITS); `event_most` and `year_most` are ceilings, None where there is none.
    """

    event = models.CharField(max_length=12)
    name = models.CharField(max_length=80, null=True)
    amount = models.BigIntegerField()
    unit = models.CharField(max_length=8)
    event_most = models.BigIntegerField(null=True)
    year_most = models.BigIntegerField(null=True)
    waiting = models.IntegerField()
    evidence = models.CharField(max_length=200, null=True)
    reason = models.CharField(max_length=300)
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(amount__gte=0, waiting__gte=0), name="welfare_rule_not_below_zero"
            )
        ]


class WelfareStep(Row):
    """From so many full years of membership on, a rule gives this much in place of its first sum (satang)."""

    years = models.IntegerField()
    amount = models.BigIntegerField()


class WelfareLine(Row):
    """Money into the welfare fund ("in") or paid to a member ("out"), satang; `kept` None in the purse, or "bank".

    `asked` is the entry of the request that this answers.
    """

    member = models.CharField(max_length=80)
    direction = models.CharField(max_length=3)
    satang = models.BigIntegerField()
    kept = models.CharField(max_length=8, null=True)
    asked = models.BigIntegerField(null=True)
    day = models.IntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(satang__gt=0), name="welfare_line_positive"),
            models.CheckConstraint(
                condition=models.Q(direction__in=["in", "out"]), name="welfare_line_direction"
            ),
        ]
        indexes = [models.Index(fields=["book", "member"], name="welfare_line_member")]


class WelfareAsk(Row):
    """A member asks for welfare. What happened is sealed."""

    member = models.CharField(max_length=80)
    day = models.IntegerField()


class WelfareDeclined(Row):
    """A request (`asked`, its entry) is answered without money. Why is sealed."""

    asked = models.BigIntegerField()
    member = models.CharField(max_length=80)
    day = models.IntegerField()

"""Activities and who came, indicators and which measure answers them, events that fell into the time."""

from django.db import models

from kwan.journal.models import Row


class Activity(Row):
    """A meeting or training; `others` counts those who came and are no members."""

    topic = models.CharField(max_length=300)
    theme = models.CharField(max_length=80, null=True)
    teacher = models.CharField(max_length=80, null=True)
    others = models.IntegerField()
    day = models.IntegerField()


class Attendance(Row):
    """A member came to the activity of the same entry."""

    member = models.CharField(max_length=80)


class Indicator(Row):
    """What the project promised: baseline and target in hundredths of the unit."""

    objective = models.CharField(max_length=300)
    name = models.CharField(max_length=200)
    unit = models.CharField(max_length=80)
    baseline = models.BigIntegerField(null=True)
    target = models.BigIntegerField()
    source = models.CharField(max_length=300, null=True)
    measure = models.CharField(max_length=200, null=True)
    day = models.IntegerField()


class IndicatorMapping(Row):
    """A person said which measure answers an indicator; the newest line stands."""

    name = models.CharField(max_length=200)
    measure = models.CharField(max_length=200)
    day = models.IntegerField()


class Event(Row):
    """Something outside the group, dated: a lockdown, a flood. `until` is its last day, if known."""

    what = models.CharField(max_length=200)
    day = models.IntegerField()
    until = models.IntegerField(null=True)

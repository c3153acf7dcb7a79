"""Who belongs, since when, in which office. Names are in seals, never here."""

from django.db import models

from kwan.journal.models import Row


class GroupDetails(Row):
    """What a group says of itself; the newest line stands."""

    occupation = models.CharField(max_length=200, null=True)
    project = models.CharField(max_length=200, null=True)
    subdistrict = models.IntegerField(null=True)
    founded = models.IntegerField(null=True)


class Joining(Row):
    """A member came in. The sub-district (6 digits) and district (4 digits) are where they live."""

    member = models.CharField(max_length=80)
    day = models.IntegerField()
    subdistrict = models.IntegerField(null=True)
    district = models.IntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["book", "member"], name="joining_member")]


class Leaving(Row):
    """A member left."""

    member = models.CharField(max_length=80)
    day = models.IntegerField()


class OfficeTaken(Row):
    """A member took an office (chair, treasurer, secretary …)."""

    member = models.CharField(max_length=80)
    office = models.CharField(max_length=40)
    day = models.IntegerField()


class OfficeLeft(Row):
    """A member laid an office down."""

    member = models.CharField(max_length=80)
    office = models.CharField(max_length=40)
    day = models.IntegerField()


class Returning(Row):
    """A member who had left came back."""

    member = models.CharField(max_length=80)
    day = models.IntegerField()


class MemberDescribed(Row):
    """A member's name, nickname or house was told anew; the place where it is told changed, else it is null."""

    member = models.CharField(max_length=80)
    day = models.IntegerField()
    subdistrict = models.IntegerField(null=True)
    district = models.IntegerField(null=True)


class ToldApart(Row):
    """Two members who look alike on paper are two people; the lesser reference first."""

    member = models.CharField(max_length=80)
    other = models.CharField(max_length=80)


class LegalForm(Row):
    """What the group is before the law, its number there, and by when that is to be renewed; the newest stands."""

    day = models.IntegerField()
    form = models.CharField(max_length=40)
    registration = models.CharField(max_length=80, null=True)
    renew_by = models.IntegerField(null=True)


class BankAccount(Row):
    """At which bank the group's money lies, and whether in its own name; names and numbers are sealed."""

    day = models.IntegerField()
    bank = models.CharField(max_length=80, null=True)
    owner = models.CharField(max_length=12)

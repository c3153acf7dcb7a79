"""What a group brought forward when it began this book in mid-life. Sums satang, days yyyymmdd."""

from django.db import models

from kwan.journal.models import Row


class OpeningAsked(Row):
    """One officer wrote the sheet of what is brought forward; it waits for a second one."""

    day = models.IntegerField()


class OpeningPassbook(Row):
    """What stood in a member's passbook on the opening day. No deposit: it was saved before this book began."""

    member = models.CharField(max_length=80)
    sort = models.CharField(max_length=12, null=True)
    satang = models.BigIntegerField()
    day = models.IntegerField()


class OpeningMoney(Row):
    """What a fund held on the opening day, in its box (`kept` is None) or in the bank ("bank")."""

    purse = models.CharField(max_length=20)
    kept = models.CharField(max_length=8, null=True)
    satang = models.BigIntegerField()
    day = models.IntegerField()


class OpeningStock(Row):
    """Goods that lay in the store on the opening day: grams ("g") or pieces ("piece")."""

    what = models.CharField(max_length=80)
    quantity = models.BigIntegerField()
    unit = models.CharField(max_length=20)
    day = models.IntegerField()

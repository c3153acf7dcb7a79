"""Wrong tries, counted for a phone or card and for the address they come from."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, Literal

from django.db.models import Count, F, Max

from kwan.people.entrance import hashing
from kwan.people.models import DoorKey, WrongTry

PAUSE: Final = timedelta(minutes=15)
FEW: Final = 5  # then a phone rests for a quarter of an hour, and a card until an officer opens it
MANY: Final = 10  # then a phone rests until an officer opens it
MOST_OF_AN_ADDRESS: Final = 20  # in a quarter of an hour; a whole village may share one
KEPT: Final = timedelta(days=1)  # tries without a phone or card are of no use after that

Rest = Literal["", "pause", "shut"]


def address_rests(address: str, at: datetime) -> bool:
    """Return whether so much went wrong from this address lately that nothing more is taken from it."""
    lately = WrongTry.objects.filter(address=hashing.of_address(address), at__gt=at - PAUSE)
    return lately.count() >= MOST_OF_AN_ADDRESS


def note_wrong(address: str, at: datetime, key: DoorKey | None = None) -> None:
    """Count a wrong try. What nobody asks for any more goes."""
    WrongTry.objects.filter(key=None, at__lt=at - KEPT).delete()
    WrongTry.objects.create(key=key, address=hashing.of_address(address), at=at)


def rest_of(key: DoorKey, at: datetime) -> tuple[Rest, int]:
    """Return whether a phone or card rests, and how many tries are left until it does."""
    return rests([key], at)[key.pk]


def rests(keys: Sequence[DoorKey], at: datetime) -> dict[int, tuple[Rest, int]]:
    """Return the same of several, by key."""
    wrong = WrongTry.objects.filter(key__in=keys, at__gte=F("key__tries_from"))
    last = {
        key: (count, latest)
        for key, count, latest in wrong.values_list("key").annotate(Count("pk"), Max("at"))
    }
    return {key.pk: _rest(key.kind, *last.get(key.pk, (0, at)), at) for key in keys}


def _rest(kind: str, wrong: int, latest: datetime, at: datetime) -> tuple[Rest, int]:
    if wrong >= (FEW if kind == "card" else MANY):
        return "shut", 0
    if wrong == FEW and latest > at - PAUSE:
        return "pause", 0
    return "", (FEW if wrong < FEW else MANY) - wrong

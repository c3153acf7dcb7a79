"""Officers' phones: paired once by a code, struck off when they are lost."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from kwan.people.entrance import hashing
from kwan.people.entrance.opening import LONGEST_TOKEN
from kwan.people.entrance.tries import Rest, rests
from kwan.people.models import OFFICERS, DoorKey, Pairing, Seat

GOOD_FOR: Final = timedelta(minutes=10)
Struck = Literal["struck", "asked", "already_asked", "gone"]


@dataclass(frozen=True)
class Officer:
    """Who sits as an officer of a group; `member` is their number in its register where it is known."""

    user: int
    name: str
    role: str
    member: str | None


@dataclass(frozen=True)
class Phone:
    """A paired phone: whose, since when, by whom, when it last opened the book, and who asked to strike it off."""

    key: int
    user: int
    name: str
    made_at: datetime
    made_by: str
    opened_at: datetime | None
    rest: Rest
    strike_asked_at: datetime | None
    strike_asked_by: str | None
    ended_at: datetime | None
    ended_by: str | None


def officers(book: int) -> list[Officer]:
    """Return who sits as treasurer, chair, secretary of a group, in this order."""
    held = Seat.objects.filter(book=book, role__in=OFFICERS, ended_at__isnull=True).select_related("user")
    found = [Officer(seat.user_id, named(seat.user), seat.role, seat.member) for seat in held]
    return sorted(found, key=lambda one: (OFFICERS.index(one.role), one.name))


def named(user: User) -> str:
    """Return what a person is called on screen."""
    return user.get_full_name() or user.get_username()


def phones(book: int, at: datetime) -> list[Phone]:
    """Return the phones of a group's officers wherever they were paired, and those struck off here; newest first."""
    held = DoorKey.objects.filter(kind="phone").select_related("user").order_by("-made_at", "-pk")
    here = held.filter(user__in=[one.user for one in officers(book)]) | held.filter(book=book)
    rest = rests(found := list(here.distinct()), at)
    return [
        Phone(
            key.pk, key.user_id, named(key.user), key.made_at, key.made_by, key.opened_at, rest[key.pk][0],
            key.strike_asked_at, key.strike_asked_by, key.ended_at, key.ended_by,
        )
        for key in found
    ]  # fmt: skip


# -- pairing ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Offer:
    """A code that still pairs a phone: for whom, of which group."""

    user: int
    name: str
    book: int


def open_pairing(user: int, book: int, *, at: datetime, by: str) -> str:
    """Return a code that pairs one phone with this officer within ten minutes. One opened before is worth nothing now."""
    code = hashing.new_token()
    with transaction.atomic():
        Pairing.objects.filter(user=user, used_at__isnull=True).delete()
        Pairing.objects.create(
            user_id=user, book=book, code=hashing.of_token(code), opened_at=at, opened_by=by
        )
    return code


def offer_of(code: str, at: datetime) -> Offer | None:
    """Return whom a code would pair a phone with, None for one that is used, old or unknown. Looking uses nothing up."""
    found = _open(code, at).select_related("user").first()
    return None if found is None else Offer(found.user_id, named(found.user), found.book)


def pair(code: str, at: datetime) -> str | None:
    """Use a code up: return the token for the phone, None for a code that is used, old or unknown.

    Of two phones at once one gets it: the row is changed from unused to used in one statement.
    """
    with transaction.atomic():
        if _open(code, at).update(used_at=at) != 1:
            return None
        offer = Pairing.objects.get(code=hashing.of_token(code[:LONGEST_TOKEN]))
        token = hashing.new_token()
        DoorKey.objects.create(
            user=offer.user, kind="phone", book=offer.book, token=hashing.of_token(token),
            made_at=at, made_by=offer.opened_by, tries_from=at,
        )  # fmt: skip
    return token


def _open(code: str, at: datetime) -> QuerySet[Pairing]:
    hashed = hashing.of_token(code[:LONGEST_TOKEN])
    return Pairing.objects.filter(code=hashed, used_at__isnull=True, opened_at__gt=at - GOOD_FOR)


# -- striking off ---------------------------------------------------------------------------------------


def strike(key: int, *, at: datetime, by: str, alone: bool) -> Struck:
    """Strike a phone off: at once when somebody may do so alone, else the first officer asks and another confirms."""
    with transaction.atomic():
        live = DoorKey.objects.select_for_update().filter(pk=key, kind="phone", ended_at__isnull=True)
        phone = live.first()
        if phone is None:
            return "gone"
        asked_by = phone.strike_asked_by
        if alone or asked_by not in (None, by):
            live.update(ended_at=at, ended_by=by)
            return "struck"
        if asked_by == by:
            return "already_asked"
        live.update(strike_asked_at=at, strike_asked_by=by)
        return "asked"


def take_back(key: int, *, by: str) -> bool:
    """The phone was found: who asked to strike it off takes that back. Return whether they had asked."""
    asked = DoorKey.objects.filter(pk=key, ended_at__isnull=True, strike_asked_by=by)
    return asked.update(strike_asked_at=None, strike_asked_by=None) == 1

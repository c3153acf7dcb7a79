"""Seats: who may sign in, and to see what. They are about logins, not about the group, so they are no entries."""

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from django.contrib.auth.models import User
from django.db import transaction

from kwan.people.models import OFFICERS, Seat


@dataclass(frozen=True)
class Place:
    """One book, one role in it, and who of its register sits there: a reference, None for who is no member."""

    book: int
    role: str
    member: str | None = None


def give_seat(username: str, password: str, place: Place, *, at: datetime, by: str) -> None:
    """Let this person sign in with this password and sit in this place."""
    with transaction.atomic():
        user, _ = User.objects.get_or_create(username=username)
        user.set_password(password)
        user.save()
        sit_down(user, place, at=at, by=by)


def sit_down(user: User, place: Place, *, at: datetime, by: str) -> None:
    """Give this person the seat, once. A seat that named another member ends; one that named nobody is named now."""
    held = Seat.objects.filter(user=user, book=place.book, role=place.role, ended_at__isnull=True)
    if place.member is not None:
        held.exclude(member=place.member).update(ended_at=at)
    if not held.exists():
        Seat.objects.create(
            user=user, book=place.book, role=place.role, member=place.member, given_at=at, given_by=by
        )


def seat_of_member(place: Place, *, at: datetime, by: str) -> int:
    """Let a member sit as an officer, under a login called by number and group; return its number."""
    return seat_without_password(f"{place.member}@{place.book}", place, at=at, by=by)


def seat_without_password(username: str, place: Place, *, at: datetime, by: str) -> int:
    """Let this person sit in this place, to come in with a phone; return the number of their login."""
    with transaction.atomic():
        user, is_new = User.objects.get_or_create(
            username=username, defaults={"first_name": place.member or ""}
        )
        if is_new:
            user.set_unusable_password()
            user.save(update_fields=["password"])
        sit_down(user, place, at=at, by=by)
        return int(user.pk)


def rise(book: int, user: str, *, at: datetime) -> int:
    """End an officer's seats at a group, by the number of their login; return how many."""
    held = Seat.objects.filter(book=book, role__in=OFFICERS, ended_at__isnull=True)
    return held.filter(user=int(user)).update(ended_at=at) if user.isascii() and user.isdigit() else 0


def end_seats(username: str, book: int, *, at: datetime) -> int:
    """End this person's seats at a book; return how many. What they wrote stays."""
    return Seat.objects.filter(user__username=username, book=book, ended_at__isnull=True).update(ended_at=at)


def drop_second_step(username: str) -> int:
    """Forget this person's passkeys, code app and spare codes; return how many. At the next sign-in they set one up anew."""
    dropped, _ = Authenticator.objects.filter(user__username=username).delete()
    return int(dropped)

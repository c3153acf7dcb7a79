"""Seats: who may sign in, and to see what. They are about logins, not about the group, so they are no entries."""

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction

from kwan.people.models import Seat


def give_seat(username: str, password: str, book: int, role: str, *, at: datetime, by: str) -> None:
    """Let this person sign in with this password and see this book in this role."""
    with transaction.atomic():
        user, _ = User.objects.get_or_create(username=username)
        user.set_password(password)
        user.save()
        Seat.objects.get_or_create(
            user=user, book=book, role=role, ended_at=None, defaults={"given_at": at, "given_by": by}
        )


def end_seats(username: str, book: int, *, at: datetime) -> int:
    """End this person's seats at a book; return how many. What they wrote stays."""
    return Seat.objects.filter(user__username=username, book=book, ended_at__isnull=True).update(ended_at=at)

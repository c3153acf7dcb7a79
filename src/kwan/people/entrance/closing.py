"""Every door of a member is closed, as when they asked to be forgotten; what they were called goes with it."""

from datetime import datetime

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q

from kwan.people.models import DoorKey, Seat
from kwan.people.seats import drop_second_step


def close_doors(book: int, member: str, *, at: datetime, by: str) -> int:
    """End this member's seats, phones and cards at a group; return how many seats. Logins that sit nowhere else lose their name."""
    with transaction.atomic():
        seats = Seat.objects.filter(book=book, member=member)
        users = set(seats.values_list("user", flat=True))
        ended = seats.filter(ended_at__isnull=True).update(ended_at=at)
        sitting = set(
            Seat.objects.filter(user__in=users, ended_at__isnull=True).values_list("user", flat=True)
        )
        gone = users - sitting
        keys = DoorKey.objects.filter(Q(user__in=gone) | Q(user__in=users, book=book), ended_at__isnull=True)
        keys.update(ended_at=at, ended_by=by)
        for user in User.objects.filter(pk__in=gone):
            _forget_login(user)
    return ended


def _forget_login(user: User) -> None:
    """Take a login's name, password and second step, and what is kept of its tries; it opens nothing any more."""
    drop_second_step(user.username)
    for tries in (AccessAttempt, AccessFailureLog, AccessLog):
        tries.objects.filter(username=user.username).delete()
    user.username, user.first_name, user.last_name, user.email = f"forgotten-{user.pk}", "", "", ""
    user.is_active = False
    user.set_unusable_password()
    user.save()

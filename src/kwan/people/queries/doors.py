"""Questions about how a member comes in: seats, phones and cards."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kwan.people.models import DoorKey, Seat


@dataclass(frozen=True)
class Door:
    """One way in: a seat in a role, or a phone or card. `opened` is when it last opened the book, where that is kept."""

    kind: Literal["seat", "phone", "card"]
    role: str
    made: datetime
    opened: datetime | None
    ended: datetime | None


def doors_of(book: int, member: str) -> list[Door]:
    """Return every way in that this member has or had, oldest first."""
    seats = Seat.objects.filter(book=book, member=member).order_by("given_at", "pk")
    found = [Door("seat", seat.role, seat.given_at, None, seat.ended_at) for seat in seats]
    keys = DoorKey.objects.filter(user__in={seat.user_id for seat in seats}).order_by("made_at", "pk")
    found += [Door(key.kind, "", key.made_at, key.opened_at, key.ended_at) for key in keys]  # type: ignore[arg-type]
    return found

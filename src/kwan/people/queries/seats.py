"""Questions about seats: what a signed-in person may see."""

from dataclasses import dataclass

from kwan.people.models import Seat


@dataclass(frozen=True)
class SeatView:
    """What a signed-in person may see: one book, in one role, and who of its register that person is."""

    book: int
    role: str
    member: str | None


def seats(user: int) -> list[SeatView]:
    """Return the seats that this person holds today, by book."""
    held = Seat.objects.filter(user=user, ended_at__isnull=True).order_by("book", "role")
    return [SeatView(*seat) for seat in held.values_list("book", "role", "member")]


def member_of_login(book: int, username: str) -> str | None:
    """Return who of a group's register writes under this login, also once they gave up the seat; None for who is none of it."""
    held = Seat.objects.filter(book=book, user__username=username, member__isnull=False).order_by("-given_at")
    return held.values_list("member", flat=True).first()

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

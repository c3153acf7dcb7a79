"""Members' cards: a square for the camera and six digits, to read one's own page."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from kwan.ids import uuid7
from kwan.people.entrance import hashing
from kwan.people.entrance.tries import Rest, rests
from kwan.people.models import DoorKey, Seat
from kwan.people.seats import Place, sit_down


@dataclass(frozen=True)
class Card:
    """A member's card that is in use."""

    key: int
    member: str
    made_at: datetime
    opened_at: datetime | None
    has_own_pin: bool
    rest: Rest


@dataclass(frozen=True)
class NewCard:
    """A card at the one moment when its secrets are known: what the square says, and the PIN for the first opening."""

    member: str
    token: str
    start_pin: str


def cards(book: int, at: datetime) -> dict[str, Card]:
    """Return the cards in use of a group, by member."""
    holders = dict(_seats(book).values_list("user", "member"))
    live = list(DoorKey.objects.filter(kind="card", book=book, ended_at__isnull=True, user__in=holders))
    rest = rests(live, at)
    found = [
        Card(key.pk, str(holders[key.user_id]), key.made_at, key.opened_at, key.pin_chosen_at is not None, rest[key.pk][0])
        for key in live
    ]  # fmt: skip
    return {card.member: card for card in found}


def make_card(book: int, member: str, form: str, *, at: datetime, by: str) -> NewCard | None:
    """Make a member's card; the one before ends. None when this form made one already: its secrets are not kept.

    A PIN of the old card is forgotten with it: the new one starts with six digits by chance, to be changed.
    """
    token, pin = hashing.new_token(), hashing.start_pin()
    kept = hashing.of_pin(pin)  # slow, so before the rows are locked
    with transaction.atomic():
        holder = User.objects.select_for_update().get(pk=_holder(book, member, at, by).pk)
        if DoorKey.objects.filter(user=holder, form=form).exists():
            return None
        end_card(book, member, at=at, by=by)
        DoorKey.objects.create(
            user=holder, kind="card", book=book, token=hashing.of_token(token), pin=kept, form=form,
            made_at=at, made_by=by, tries_from=at,
        )  # fmt: skip
    return NewCard(member, token, pin)


def end_card(book: int, member: str, *, at: datetime, by: str) -> bool:
    """End a member's card, as when it was lost. Return whether there was one."""
    mine = DoorKey.objects.filter(
        kind="card", book=book, user__in=_seats(book).filter(member=member).values("user")
    )
    return mine.filter(ended_at__isnull=True).update(ended_at=at, ended_by=by) > 0


def _holder(book: int, member: str, at: datetime, by: str) -> User:
    """Return the login behind a member's cards, made with the first one. It has no password and says no name."""
    seat = _seats(book).filter(member=member).select_related("user").first()
    if seat is not None:
        return seat.user
    user = User.objects.create(username=f"card-{uuid7()}", first_name=member)
    user.set_unusable_password()
    user.save(update_fields=["password"])
    sit_down(user, Place(book, "member", member), at=at, by=by)
    return user


def _seats(book: int) -> QuerySet[Seat]:
    return Seat.objects.filter(
        book=book, role="member", member__isnull=False, ended_at__isnull=True
    ).order_by("pk")

"""Coming in with a phone or a card and six digits."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from kwan.people.entrance import hashing
from kwan.people.entrance.tries import address_rests, note_wrong, rest_of
from kwan.people.models import DoorKey
from kwan.people.rules.pins import digits_of, is_easily_guessed

Kind = Literal["phone", "card"]
Answer = Literal["right", "wrong", "pause", "shut", "address", "gone"]
Wish = Literal["", "not_six", "easily_guessed", "not_the_same", "same_as_before"]
LONGEST_TOKEN: Final = 64


@dataclass(frozen=True)
class Holder:
    """A phone or card that opens a door, whose it is, and whether its PIN is their own already."""

    key: int
    kind: str
    user: int
    name: str
    book: int
    has_pin: bool
    has_own_pin: bool


@dataclass(frozen=True)
class Tried:
    """What became of a try. `left` is how many more there are; `user` is set when it was right."""

    answer: Answer
    left: int = 0
    user: User | None = None
    key: int = 0


def holder_of(token: str, kind: Kind) -> Holder | None:
    """Return whom this token lets in, None for one that is nobody's or was ended."""
    key = _live(token, kind).select_related("user").first() if token else None
    if key is None:
        return None
    name = key.user.get_full_name() or key.user.get_username()
    return Holder(
        key.pk, key.kind, key.user_id, name, key.book, key.pin is not None, key.pin_chosen_at is not None
    )


def is_live(key: int) -> bool:
    """Return whether a phone or card still opens the door. Asked at every page."""
    return DoorKey.objects.filter(pk=key, ended_at__isnull=True).exists()


def try_pin(token: str, kind: Kind, typed: str, address: str, at: datetime) -> Tried:
    """Try six digits. The phone's or card's row is locked meanwhile, so that many at once count as many."""
    with transaction.atomic():
        if address_rests(address, at):
            return Tried("address")
        key = _live(token, kind).select_for_update(of=("self",)).select_related("user").first()
        if key is None:
            note_wrong(address, at)
            return Tried("gone")
        rest, left = rest_of(key, at)
        if rest:
            return Tried(rest, key=key.pk)
        if key.pin is None or not hashing.is_pin(digits_of(typed) or "", key.pin):
            return _wrong(key, address, at)
        DoorKey.objects.filter(pk=key.pk).update(opened_at=at, tries_from=at)
        return Tried("right", left, key.user, key.pk)


def _wrong(key: DoorKey, address: str, at: datetime) -> Tried:
    note_wrong(address, at, key)
    rest, left = rest_of(key, at)
    return Tried(rest or "wrong", left, key=key.pk)


def wish_refused(pin: str, again: str, before: str = "") -> Wish:
    """Return what is wrong with the PIN that somebody wishes for, nothing if it will do."""
    digits = digits_of(pin)
    if digits is None:
        return "not_six"
    if is_easily_guessed(digits):
        return "easily_guessed"
    if digits != digits_of(again):
        return "not_the_same"
    return "same_as_before" if digits == digits_of(before) else ""


def choose_pin(key: int, pin: str, at: datetime, *, first: bool) -> bool:
    """Keep a PIN that its owner chose. With `first`, only while there is none: of two at once one is kept."""
    rows = DoorKey.objects.filter(pk=key, ended_at__isnull=True)
    if first:
        rows = rows.filter(pin__isnull=True)
    kept = hashing.of_pin(digits_of(pin) or "")
    return rows.update(pin=kept, pin_chosen_at=at, opened_at=at, tries_from=at) == 1


def unlock(key: int, at: datetime) -> bool:
    """Let a phone or card try again; somebody has seen its owner. Return whether there is one."""
    return DoorKey.objects.filter(pk=key, ended_at__isnull=True).update(tries_from=at) == 1


def _live(token: str, kind: Kind) -> QuerySet[DoorKey]:
    return DoorKey.objects.filter(
        token=hashing.of_token(token[:LONGEST_TOKEN]), kind=kind, user__is_active=True, ended_at__isnull=True
    )

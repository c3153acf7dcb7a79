"""The register of equipment: what there is, and the history of each piece."""

from collections import defaultdict
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import QuerySet

from kwan.fund.models import Equipment, EquipmentGone, EquipmentKept, EquipmentSeen
from kwan.fund.rules.assets import Happened, Happening, Piece, stand
from kwan.journal import queries as journal
from kwan.journal.models import Row
from kwan.journal.rules import day_of

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class EquipmentView:
    """A piece of equipment: the entry that brought it, how it stands, and all that happened to it, the oldest first."""

    entry: int
    piece: Piece
    history: tuple[Happened, ...]


def register(book: int) -> list[EquipmentView]:
    """Return the register, by number."""
    return _views(book, None, 0)


def equipment(book: int, number: str, without: int = 0) -> EquipmentView | None:
    """Return one piece of equipment, as if entry `without` were not there; None if it is not in the register."""
    return next(iter(_views(book, number, without)), None)


def _views(book: int, number: str | None, without: int) -> list[EquipmentView]:
    def rows(model: type[R]) -> QuerySet[R]:
        found = journal.standing_rows(model, book).exclude(entry=without)
        return found.filter(number=number) if number is not None else found

    heads = list(rows(Equipment).order_by("number", "entry"))
    happened: dict[str, list[Happened]] = defaultdict(list)
    for head in heads:
        happened[head.number].append(_came(head))
    for kept in rows(EquipmentKept):
        happened[kept.number].append(
            Happened(kept.entry, day_of(kept.day), "kept", place=kept.place, keeper=kept.keeper)
        )
    for gone in rows(EquipmentGone):
        happened[gone.number].append(
            Happened(gone.entry, day_of(gone.day), "gone", gone.pieces, code=gone.how, satang=gone.satang)
        )
    for seen in rows(EquipmentSeen):
        happened[seen.number].append(
            Happened(seen.entry, day_of(seen.day), "seen", seen.pieces, code=seen.state)
        )
    return [_view(head, happened[head.number]) for head in heads]


def _came(head: Equipment) -> Happened:
    what: Happening = "bought" if head.origin == "bought" else "given"
    return Happened(head.entry, day_of(head.day), what, head.pieces, code=head.giver_kind, satang=head.satang)


def _view(head: Equipment, happened: list[Happened]) -> EquipmentView:
    history = tuple(sorted(happened, key=lambda each: (each.on, each.entry)))
    return EquipmentView(head.entry, stand(head.number, head.what, history), history)


def equipment_words(book: int) -> dict[int, str]:
    """Return what was noted in confidence beside equipment: who gave it, what was seen; by entry."""
    return journal.names_in_seals(book, "giver") | journal.names_in_seals(book, "note")

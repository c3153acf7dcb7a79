"""The register of equipment: what there is, and the history of each piece."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import QuerySet

from kwan.fund.models import Equipment, EquipmentGone, EquipmentKept, EquipmentSeen
from kwan.fund.rules.assets import Happened, Piece, stand
from kwan.journal import queries as journal
from kwan.journal.models import Row
from kwan.journal.rules import day_of


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
    def rows(model: type[Row]) -> QuerySet[Row]:
        found = journal.standing_rows(model, book).exclude(entry=without)
        return found.filter(number=number) if number is not None else found

    heads = list(rows(Equipment).order_by("number", "entry"))
    happened: dict[str, list[Happened]] = defaultdict(list)
    for row in (*heads, *rows(EquipmentKept), *rows(EquipmentGone), *rows(EquipmentSeen)):
        happened[row.number].append(_happened(row))
    return [_view(head, happened[head.number]) for head in heads]


def _view(head: Equipment, happened: list[Happened]) -> EquipmentView:
    history = tuple(sorted(happened, key=lambda each: (each.on, each.entry)))
    return EquipmentView(head.entry, stand(head.number, head.what, history), history)


def _happened(row: Row) -> Happened:
    entry, on = row.entry, day_of(row.day)
    if isinstance(row, Equipment):
        what = "bought" if row.origin == "bought" else "given"
        return Happened(entry, on, what, row.pieces, code=row.giver_kind, satang=row.satang)
    if isinstance(row, EquipmentKept):
        return Happened(entry, on, "kept", place=row.place, keeper=row.keeper)
    if isinstance(row, EquipmentGone):
        return Happened(entry, on, "gone", row.pieces, code=row.how, satang=row.satang)
    return Happened(entry, on, "seen", row.pieces, code=row.state)


def equipment_words(book: int) -> dict[int, str]:
    """Return what was noted in confidence beside equipment: who gave it, what was seen; by entry."""
    return journal.names_in_seals(book, "giver") | journal.names_in_seals(book, "note")

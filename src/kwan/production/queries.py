"""Questions about materials, batches and their checks."""

from dataclasses import dataclass
from datetime import date

from kwan.journal.queries import standing_rows
from kwan.journal.rules import day_of
from kwan.production import models
from kwan.production.rules import CHECKS


@dataclass(frozen=True)
class Batch:
    """A batch: `used` and `waste` in gram, `good` in pieces, `checks` by their codes in CHECKS."""

    lot: str
    entry: int
    on: date
    product: str
    part: str | None
    used: int
    good: int
    waste: int
    maker: str
    place: str
    checks: dict[str, bool]
    order: str | None

    @property
    def is_checked(self) -> bool:
        """Whether every check was done."""
        return all(self.checks.values())


@dataclass(frozen=True)
class Purchase:
    """Material bought: `quantity` in thousandths of the unit, `unit_price` satang a unit, `satang` in all."""

    entry: int
    on: date
    material: str
    quantity: int
    unit: str | None
    unit_price: int | None
    satang: int


@dataclass(frozen=True)
class Supply:
    """A material became scarce, ran out, or came back."""

    entry: int
    on: date
    event: str
    material: str


def batches(book: int, upto: int | None = None) -> list[Batch]:
    """Return all batches, newest first, as the book stood at entry `upto` (default: now)."""
    return [_batch(row) for row in standing_rows(models.Batch, book, upto).order_by("-day", "-entry")]


def batch(book: int, lot: str, upto: int | None = None) -> Batch:
    """Return the batch of this lot. Raise LookupError if there is none."""
    found = standing_rows(models.Batch, book, upto).filter(lot=lot).last()
    if found is None:
        raise LookupError(lot)
    return _batch(found)


def _batch(row: models.Batch) -> Batch:
    done = dict(zip(CHECKS, map(bool, (row.cap, row.gloves, row.apron, row.clean_place)), strict=True))
    return Batch(
        row.lot, row.entry, day_of(row.day), row.product, row.part, row.used, row.good, row.waste, row.maker,
        row.place, done, row.for_order,
    )  # fmt: skip


def purchases(book: int, upto: int | None = None) -> list[Purchase]:
    """Return what was bought, newest first."""
    return [
        Purchase(row.entry, day_of(row.day), row.material, row.quantity, row.unit, row.unit_price, row.satang)
        for row in standing_rows(models.Purchase, book, upto).order_by("-day", "-entry")
    ]


def parts(book: int, upto: int | None = None) -> dict[str, tuple[str, ...]]:
    """Return the declared parts by material, in the order they were named."""
    found: dict[str, tuple[str, ...]] = {}
    for row in standing_rows(models.Part, book, upto).order_by("entry", "line"):
        found[row.material] = (*found.get(row.material, ()), row.part)
    return found


def supply(book: int, upto: int | None = None) -> list[Supply]:
    """Return what befell the materials, oldest first."""
    return [
        Supply(row.entry, day_of(row.day), row.event, row.material)
        for row in standing_rows(models.SupplyEvent, book, upto).order_by("day", "entry")
    ]

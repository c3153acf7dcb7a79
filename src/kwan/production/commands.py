"""What can happen from material to finished goods."""

from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import ClassVar

from kwan.journal.rules import Command, Line, Refusal, day_number
from kwan.journal.standing import Memo, stands, will_stand
from kwan.people.commands import known_member
from kwan.production.models import Batch, Part, Purchase, SupplyEvent
from kwan.production.rules import CHECKS, PLACES, SUPPLY_EVENTS

__all__ = [
    "CHECKS",
    "COMMANDS",
    "PLACES",
    "SUPPLY_EVENTS",
    "BuyMaterial",
    "DeclareParts",
    "MakeBatch",
    "NoteSupply",
]


def known_code(code: str, codes: Container[str], th: str, en: str) -> None:
    """Refuse a code that is none of these."""
    if code not in codes:
        raise Refusal("unknown_code", f"{th} {code}", f"{en} {code}.")


@dataclass(frozen=True, kw_only=True)
class DeclareParts(Command):
    """The group says of which parts a material consists, before it counts which of them are used."""

    kind: ClassVar = "production.parts_declared"
    material: str
    parts: tuple[str, ...] = ()

    def natural_key(self) -> str:
        """A material is taken apart once; what differs later is a correction."""
        return f"parts/{self.material}"

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse a material declared before, no parts, and a part named twice."""
        if not self.parts or len(set(self.parts)) < len(self.parts):
            raise Refusal(
                "no_parts",
                "บอกส่วนของวัตถุดิบอย่างน้อยหนึ่งส่วน และไม่ซ้ำกัน",
                "Name at least one part, and each part once.",
            )
        if stands(Part, book, memo, material=self.material):
            raise Refusal(
                "parts_known",
                f"บอกส่วนของ{self.material}ไว้แล้ว ถ้าเปลี่ยน ให้แก้รายการเดิม",
                f"The parts of {self.material} are declared already. To change them, correct that entry.",
            )
        will_stand(Part, book, memo, material=self.material)

    def lines(self) -> Iterator[Line]:
        """One line a part."""
        for part in self.parts:
            yield Part.of(material=self.material, part=part)


@dataclass(frozen=True, kw_only=True)
class BuyMaterial(Command):
    """The group buys material.

    `quantity` in thousandths of the unit (12.5 kg is 12500), `unit_price` in satang a unit, `satang` what
    was paid in all: that is the sum that counts. A fact without a transfer.
    """

    kind: ClassVar = "production.material_bought"
    material: str
    quantity: int
    unit: str | None = None
    unit_price: int | None = None
    satang: int

    def natural_key(self) -> str:
        """Day and material."""
        return f"purchase/{day_number(self.on)}/{self.material}"

    def decide(self, book: int, memo: Memo) -> None:  # noqa: ARG002 - every command is asked this way
        """Refuse a quantity of nothing and sums below zero."""
        if self.quantity <= 0 or self.satang < 0 or (self.unit_price or 0) < 0:
            raise Refusal(
                "not_positive",
                "จำนวนที่ซื้อต้องมากกว่าศูนย์ และราคาต้องไม่ติดลบ",
                "What is bought is more than nothing, and no price is below zero.",
            )

    def lines(self) -> Iterator[Line]:
        """The purchase."""
        yield Purchase.of(
            material=self.material, quantity=self.quantity, unit=self.unit, unit_price=self.unit_price,
            satang=self.satang, day=day_number(self.on),
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class MakeBatch(Command):
    """A member makes a batch: `used` and `waste` in gram, `good` in pieces, the four checks as they were.

    `place` is a code of PLACES, `order` the number of the order it was made for.
    """

    kind: ClassVar = "production.batch_made"
    lot: str
    product: str
    part: str | None = None
    used: int
    good: int
    waste: int = 0
    maker: str
    place: str = "group"
    cap: bool = False
    gloves: bool = False
    apron: bool = False
    clean: bool = False
    order: str | None = None

    def natural_key(self) -> str:
        """The lot's number."""
        return f"lot/{self.lot}"

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse a lot known already, an unknown maker or place, and more waste than material."""
        known_member(book, memo, self.maker)
        known_code(self.place, PLACES, "ไม่รู้จักสถานที่", "There is no place")
        if min(self.used, self.good, self.waste) < 0 or self.waste > self.used:
            raise Refusal(
                "waste_over_used",
                "ตัวเลขของรอบผลิตต้องไม่ติดลบ และเศษทิ้งต้องไม่มากกว่าวัตถุดิบที่ใช้",
                "No figure of a batch is below zero, and no more is thrown away than was used.",
            )
        if stands(Batch, book, memo, lot=self.lot):
            raise Refusal(
                "lot_known", f"มีรอบผลิตเลขที่ {self.lot} อยู่แล้ว", f"There is already a batch {self.lot}."
            )
        will_stand(Batch, book, memo, lot=self.lot)

    def lines(self) -> Iterator[Line]:
        """The batch with its checks."""
        yield Batch.of(
            lot=self.lot, product=self.product, part=self.part, used=self.used, good=self.good,
            waste=self.waste, maker=self.maker, place=self.place, cap=int(self.cap), gloves=int(self.gloves),
            apron=int(self.apron), clean_place=int(self.clean), for_order=self.order, day=day_number(self.on),
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class NoteSupply(Command):
    """A material became scarce, ran out, or came back (a code of SUPPLY_EVENTS), on the day `on`."""

    kind: ClassVar = "production.supply_noted"
    event: str
    material: str

    def natural_key(self) -> str:
        """Day, event and material."""
        return f"supply/{day_number(self.on)}/{self.event}/{self.material}"

    def decide(self, book: int, memo: Memo) -> None:  # noqa: ARG002 - every command is asked this way
        """Refuse an event that is none of those known."""
        known_code(self.event, SUPPLY_EVENTS, "ไม่รู้จักเหตุการณ์", "There is no event")

    def lines(self) -> Iterator[Line]:
        """The event."""
        yield SupplyEvent.of(event=self.event, material=self.material, day=day_number(self.on))


COMMANDS: tuple[type[Command], ...] = (DeclareParts, BuyMaterial, MakeBatch, NoteSupply)

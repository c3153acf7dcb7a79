"""Equipment: bought or given, handed over, looked at, and what becomes of it in the end. Words accuse nobody."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.fund.commands.revolving import fund_place, known_giver_kind
from kwan.fund.commands.sums import positive
from kwan.fund.models import Equipment, EquipmentGone, EquipmentKept, EquipmentSeen, FundLine
from kwan.fund.queries.assets import equipment
from kwan.fund.rules.assets import GONE, STATES
from kwan.journal.rules import Command, Line, Move, Refusal, day_number, world
from kwan.journal.standing import stands, will_stand
from kwan.people.commands import known_member


@dataclass(frozen=True, kw_only=True)
class _NewEquipment(Command):
    """`number` is what is written on it; `pieces` how many; `spot` where it stands; `keeper` a member."""

    number: str
    what: str
    pieces: int = 1
    spot: str | None = None
    keeper: str | None = None

    def natural_key(self) -> str:
        """The number written on it."""
        return f"equipment/{self.number}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a number that is taken, no name, less than one piece, and an unknown keeper."""
        if not self.number.strip() or not self.what.strip():
            raise Refusal("nothing_named", "ใส่เลขครุภัณฑ์และชื่อของ", "Give it a number and say what it is.")
        if self.pieces < 1:
            raise Refusal("no_pieces", "จำนวนต้องเป็นหนึ่งขึ้นไป", "There must be one piece at least.")
        if self.keeper:
            known_member(book, memo, self.keeper)
        if stands(Equipment, book, memo, number=self.number):
            raise Refusal(
                "number_taken",
                f"มีของเลขที่ {self.number} อยู่แล้ว ใช้เลขอื่น",
                f"Number {self.number} is taken; choose another.",
            )
        will_stand(Equipment, book, memo, number=self.number)
        keep(memo, self.number, self.pieces)

    def register(self, **values: int | str | None) -> Iterator[Line]:
        """The line of the register, and where it stands if that was said."""
        day = day_number(self.on)
        yield Equipment.of(number=self.number, what=self.what, pieces=self.pieces, day=day, **values)
        if self.spot or self.keeper:
            yield EquipmentKept.of(number=self.number, place=self.spot, keeper=self.keeper, day=day)


@dataclass(frozen=True, kw_only=True)
class BuyEquipment(_NewEquipment):
    """The fund buys equipment (satang for all the pieces). `kept` is None for cash, or "bank"."""

    kind: ClassVar = "fund.equipment_bought"
    satang: int
    kept: str | None = None
    receipt: str | None = None

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a sum that is none, and a place where no money is kept."""
        positive(self.satang)
        fund_place(self.kept)
        super().decide(book, memo)

    def moves(self) -> Iterator[Move]:
        """From the fund to whoever was paid."""
        yield Move(fund_place(self.kept), world("paid:equipment"), self.satang)

    def lines(self) -> Iterator[Line]:
        """One line of the fund's book, and the register."""
        day = day_number(self.on)
        yield FundLine.of(direction="out", purpose="equipment", satang=self.satang, day=day, kept=self.kept)
        yield from self.register(origin="bought", satang=self.satang)


@dataclass(frozen=True, kw_only=True)
class ReceiveEquipment(_NewEquipment):
    """Equipment is given in kind. `giver` is sealed; `satang` what it may be worth, where somebody knows."""

    kind: ClassVar = "fund.equipment_given"
    sealed_fields: ClassVar = ("giver",)
    satang: int | None = None
    giver: str | None = None
    giver_kind: str | None = None

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a worth that is none, and a sort of giver that there is not."""
        if self.satang is not None:
            positive(self.satang)
        known_giver_kind(self.giver_kind)
        super().decide(book, memo)

    def lines(self) -> Iterator[Line]:
        """The register. No money moved."""
        yield from self.register(origin="given", satang=self.satang, giver_kind=self.giver_kind)


@dataclass(frozen=True, kw_only=True)
class _OfEquipment(Command):
    """Something that happens to equipment in the register."""

    number: str

    def in_use(self, book: int, memo: dict[str, Any]) -> int:
        """Return how many pieces are in use, without the entry being corrected. Raise Refusal for what is not in the register."""
        kept: dict[str, int] = memo.get("equipment", {})
        if self.number in kept and "correcting" not in memo:
            return kept[self.number]
        found = equipment(book, self.number, without=memo.get("correcting", 0))
        if found is None:
            raise Refusal(
                "no_equipment", f"ไม่มีของเลขที่ {self.number}", f"There is nothing numbered {self.number}."
            )
        return found.piece.pieces


def keep(memo: dict[str, Any], number: str, pieces: int) -> None:
    """Remember how many are in use, until the batch ends."""
    if memo.get("batch"):
        memo.setdefault("equipment", {})[number] = pieces


@dataclass(frozen=True, kw_only=True)
class MoveEquipment(_OfEquipment):
    """It stands elsewhere (`spot`), or is handed over to another member who looks after it (`keeper`)."""

    kind: ClassVar = "fund.equipment_moved"
    spot: str | None = None
    keeper: str | None = None

    def natural_key(self) -> str:
        """The number and the day."""
        return f"equipment/{self.number}/kept/{day_number(self.on)}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a move to nowhere and to nobody, and an unknown keeper."""
        self.in_use(book, memo)
        if not self.spot and not self.keeper:
            raise Refusal(
                "nothing_changed", "บอกที่ใหม่ หรือคนดูแลคนใหม่", "Say the new place, or who looks after it now."
            )
        if self.keeper:
            known_member(book, memo, self.keeper)

    def lines(self) -> Iterator[Line]:
        """Where it stands from now on."""
        yield EquipmentKept.of(
            number=self.number, place=self.spot, keeper=self.keeper, day=day_number(self.on)
        )


@dataclass(frozen=True, kw_only=True)
class RetireEquipment(_OfEquipment):
    """So many pieces are not in use any more; `how` is a code of GONE. What it was sold for goes into the fund (satang)."""

    kind: ClassVar = "fund.equipment_retired"
    how: str
    pieces: int = 1
    satang: int | None = None
    kept: str | None = None

    def natural_key(self) -> str:
        """The number, the day and how."""
        return f"equipment/{self.number}/gone/{day_number(self.on)}/{self.how}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse more pieces than there are, a way that is none, and a price where nothing was sold."""
        left = self.in_use(book, memo)
        if self.how not in GONE:
            raise Refusal("unknown_way", "เลือกว่าของเป็นอย่างไร", "Choose what became of it.")
        if not 0 < self.pieces <= left:
            raise Refusal(
                "pieces_left",
                f"ของเลขที่ {self.number} มีใช้อยู่ {left} ชิ้น",
                f"{left} of number {self.number} are in use.",
            )
        if (self.how == "sold") != (self.satang is not None):
            raise Refusal(
                "price_when_sold",
                "ใส่ราคาเมื่อขาย และเฉพาะเมื่อขาย",
                "Say the price when it was sold, and only then.",
            )
        if self.satang is not None:
            positive(self.satang)
        fund_place(self.kept)
        keep(memo, self.number, left - self.pieces)

    def moves(self) -> Iterator[Move]:
        """What it was sold for, into the fund."""
        if self.satang:
            yield Move(world("giver:sales"), fund_place(self.kept), self.satang)

    def lines(self) -> Iterator[Line]:
        """The end of these pieces, and a line of the fund's book if they were sold."""
        day = day_number(self.on)
        yield EquipmentGone.of(
            number=self.number, pieces=self.pieces, how=self.how, satang=self.satang, day=day
        )
        if self.satang:
            yield FundLine.of(direction="in", purpose="sales", satang=self.satang, day=day, kept=self.kept)


@dataclass(frozen=True, kw_only=True)
class InspectEquipment(_OfEquipment):
    """Somebody looked: so many pieces are there, in this `state` (a code of STATES). What was noted is sealed."""

    kind: ClassVar = "fund.equipment_seen"
    sealed_fields: ClassVar = ("note",)
    pieces: int
    state: str = "good"
    note: str | None = None

    def natural_key(self) -> str:
        """The number and the day."""
        return f"equipment/{self.number}/seen/{day_number(self.on)}"

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a state that there is not, and less than nothing."""
        self.in_use(book, memo)
        if self.state not in STATES or self.pieces < 0:
            raise Refusal(
                "unknown_state", "นับจำนวนและเลือกสภาพของ", "Count the pieces and choose their state."
            )

    def lines(self) -> Iterator[Line]:
        """What was seen."""
        yield EquipmentSeen.of(
            number=self.number, pieces=self.pieces, state=self.state, day=day_number(self.on)
        )

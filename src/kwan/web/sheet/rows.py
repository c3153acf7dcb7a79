"""One member's line of the sheet: boxes with what was typed in them, and what that comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from kwan.fund.rules.savings_day import SAVINGS, TAKEN, Brought, Column, Part, whole_shares
from kwan.quantities import format_baht, parse_baht
from kwan.thai import Refused
from kwan.web.language import Pair
from kwan.web.sheet.columns import LABELS, Suggested

Typed = Mapping[str, str]
KEEP, BACK = "keep", "back"


@dataclass(frozen=True)
class SumBox:
    """One box: what was typed in it, and the `satang` that stands for it. `usual` is what the tick takes.

    `needs_two`: it is wrong because a second officer has to agree first.
    """

    column: Column
    name: str
    number: str = ""
    purse: str = SAVINGS
    usual: int = 0
    typed: str = ""
    satang: int = 0
    wrong: Pair | None = None
    needs_two: bool = False

    @property
    def label(self) -> Pair:
        """What the box is for."""
        th, en = LABELS[self.column]
        return (f"{th} {self.number}", f"{en} {self.number}") if self.number else (th, en)

    @property
    def is_out(self) -> bool:
        """Does money go out by it?"""
        return self.column in TAKEN

    @property
    def key(self) -> str:
        """Where the box stands: its column, or the one cell that all sums taken out share."""
        return "out" if self.is_out else self.column


@dataclass(frozen=True)
class Row:
    """One member's line as it stands on the screen; sums satang, `wrong` what to mend beside the boxes.

    `left_over` is what of the share money buys no whole share, and `rest` where it goes: "keep" or "back".
    """

    member: str
    name: str
    balance: int
    boxes: tuple[SumBox, ...] = ()
    same: bool = False
    slip: str = ""
    carried: str = ""
    cause: str = ""
    rest: str = ""
    left_over: int = 0
    keeps_in: Column = "in"
    asked: Mapping[str, int] = field(default_factory=dict)
    agreed: int = 0
    wrong: Mapping[str, Pair] = field(default_factory=dict)

    @property
    def usual(self) -> int:
        """What the tick takes, all boxes together."""
        return sum(box.usual for box in self.boxes)

    @property
    def usual_cash(self) -> int:
        """What of it is savings."""
        return sum(box.usual for box in self.boxes if box.purse == SAVINGS)

    @property
    def into(self) -> int:
        """What came in, all boxes together."""
        return sum(part.satang for part in self._parts() if part.column not in TAKEN)

    @property
    def out(self) -> int:
        """What was taken out."""
        return sum(part.satang for part in self._parts() if part.column in TAKEN)

    @property
    def is_there(self) -> bool:
        """Did they bring or take anything?"""
        return any(part.satang for part in self._parts())

    @property
    def is_open(self) -> bool:
        """Is there anything in the boxes behind the line that must be seen?"""
        typed = any(box.typed or box.wrong for box in self.boxes)
        return bool(typed or self.wrong or self.slip or self.carried or self.left_over)

    @property
    def is_wrong(self) -> bool:
        """Is there anything to mend?"""
        return bool(self.wrong) or any(box.wrong for box in self.boxes)

    @property
    def brought(self) -> Brought:
        """The line as the books take it."""
        parts = tuple(part for part in self._parts() if part.satang)
        plain = {part.column: part.satang for part in parts if not (part.asked or part.number)}
        more = tuple(part for part in parts if part.column not in ("in", "out") or part.asked)
        out = 0 if self.asked.get("out") else plain.get("out", 0)
        return Brought(self.member, plain.get("in", 0), out, more, self.slip, self.carried)

    @property
    def first(self) -> str:
        """How one calls them at the table."""
        return self.name.split(" ")[0]

    def box(self, column: str) -> SumBox | None:
        """Return the first box of a column."""
        return next((box for box in self.boxes if box.column == column), None)

    @property
    def regular(self) -> SumBox:
        """The box of the regular savings."""
        return next(box for box in self.boxes if box.column == "in")

    @property
    def takes(self) -> SumBox:
        """The box of what is taken out of them."""
        return next(box for box in self.boxes if box.column == "out")

    def _parts(self) -> list[Part]:
        kept = self.left_over if self.rest == KEEP else 0
        parts = []
        for box in self.boxes:
            satang = box.satang - self.left_over if box.column == "share" else box.satang
            satang += kept if box.column == self.keeps_in else 0
            cause = self.cause if box.column == "fine" else ""
            parts.append(
                Part(box.column, satang, box.purse, box.number, self.asked.get(box.column, 0), cause)
            )
        return parts


def row_of(member: str, name: str, typed: Typed, known: Suggested) -> Row:
    """Return a member's line as it was typed. A sum in a box stands before the tick."""
    ticked = bool(typed.get(f"same-{member}"))
    boxes = tuple(
        _read(SumBox(column, _name(column, member, number), number, purse, usual), typed, ticked=ticked)
        for column, number, purse, usual in known.boxes_of(member)
    )
    row = Row(
        member, name, known.has(member), boxes, ticked and any(box.usual and not box.typed for box in boxes),
        typed.get(f"slip-{member}", "").strip()[:60], typed.get(f"carried-{member}", "").strip()[:80],
        typed.get(f"cause-{member}", "").strip()[:200], typed.get(f"rest-{member}", ""),
        keeps_in="special" if "special" in known.columns else "in",
        agreed=sum(asked.satang for asked in known.agreed if asked.member == member),
    )  # fmt: skip
    return _agreed(_with_shares(row, known.laws.share_price), known)


def _name(column: Column, member: str, number: str) -> str:
    return f"{column}-{member}/{number}" if number else f"{column}-{member}"


def _read(box: SumBox, typed: Typed, *, ticked: bool) -> SumBox:
    text = typed.get(box.name, "").strip()
    if not text:
        return replace(box, satang=box.usual if ticked else 0)
    satang, wrong = read_sum(text)
    return replace(box, typed=text, satang=satang or 0, wrong=wrong)


def _with_shares(row: Row, price: int) -> Row:
    """Return the row with what its share money leaves over, and the question where that goes."""
    box = row.box("share")
    if box is None or not box.satang:
        return row
    if not price:
        wrong = ("กลุ่มยังไม่ได้ตั้งราคาหุ้น", "The group has set no price of a share yet.")
        return replace(row, wrong={**row.wrong, "share": wrong})
    shares, left = whole_shares(box.satang, price)
    row = replace(row, left_over=left)
    if not left or row.rest in (KEEP, BACK):
        return row
    asks = (
        f"ได้ {shares:,} หุ้น เหลือ {format_baht(left)} บาท จะเก็บไว้ไหน",
        f"That is {shares:,} shares; {format_baht(left)} baht are left. Where do they go?",
    )
    return replace(row, wrong={**row.wrong, "rest": asks})


def _agreed(row: Row, known: Suggested) -> Row:
    found = {
        box.column: known.agreed_for(row.member, TAKEN[box.column], box.satang)
        for box in row.boxes
        if box.column in TAKEN and box.satang
    }
    return replace(row, asked={column: entry for column, entry in found.items() if entry})


def read_sum(text: str) -> tuple[int | None, Pair | None]:
    """Return what was typed as satang (None for nothing), or what is wrong with it."""
    if not text.strip():
        return None, None
    try:
        return parse_baht(text), None
    except Refused as refused:
        return None, (refused.th, refused.en)

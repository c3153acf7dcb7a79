"""What a group brings forward, as it is typed: one sheet, read back whole, so that nothing typed is ever lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, cast

from kwan.fund import queries as fund
from kwan.fund.rules.bank import PURSES
from kwan.fund.rules.opening import (
    UNITS,
    BroughtLoan,
    BroughtMoney,
    BroughtSavings,
    BroughtStock,
    OpeningSheet,
)
from kwan.people import queries as people
from kwan.quantities import parse_count, parse_grams
from kwan.thai import Refused
from kwan.web.forms.boxes import Box, Drawn, Reading, drawn, plain_baht, written
from kwan.web.forms.usual import on_box
from kwan.web.language import Pair
from kwan.web.words.codes import ACCOUNTS
from kwan.web.words.loans import METHODS, RHYTHMS

SORTS: Final = ("regular", "special", "share")
BLANK: Final = 2  # empty places for loans and for goods, when the sheet is drawn or more are asked for
MOST: Final = 60
NOBODY: Final = ("", ("เลือกสมาชิก", "Choose a member"))
NO_GUARANTOR: Final = ("", ("ไม่มี", "Nobody"))
UNIT_WORDS: Final[Mapping[str, Pair]] = {"piece": ("ชิ้น", "pieces"), "g": ("กิโลกรัม", "kilograms")}
MEMBER_NEEDED: Final[Pair] = ("เลือกว่าเงินกู้ของใคร", "Choose whose loan this is.")


@dataclass(frozen=True)
class MemberRow:
    """One member's line, with a box for each sort of savings."""

    member: str
    name: str
    boxes: tuple[Drawn, ...]

    @property
    def more(self) -> bool:
        """Did somebody type special savings or shares?"""
        return any(box.value for box in self.boxes[1:])


@dataclass(frozen=True)
class Sheet:
    """The sheet as it stands on the screen."""

    day: Drawn
    rows: tuple[MemberRow, ...]
    money: tuple[tuple[str, Pair, tuple[Drawn, ...]], ...]
    loans: tuple[tuple[int, tuple[Drawn, ...], tuple[Drawn, ...]], ...]
    stock: tuple[tuple[int, tuple[Drawn, ...]], ...]


def has_sorts(book: int, typed: Mapping[str, str]) -> bool:
    """Return whether the sheet has boxes for special savings and shares: the group's rule says so, or somebody asked."""
    columns = fund.bylaws(book).savings_columns
    return "sorts" in typed or "special" in columns or "share" in columns


# -- reading -----------------------------------------------------------------------------------------


def sheet_of(book: int, reading: Reading) -> OpeningSheet:
    """Return the sheet that was typed. Raise Mistyped where a box could not be read."""
    sheet = OpeningSheet(
        reading.day("on"),
        tuple(_savings(book, reading)),
        tuple(_money(reading)),
        tuple(_loans(reading)),
        tuple(_stock(reading)),
    )
    reading.check()
    return sheet


def _savings(book: int, reading: Reading) -> Iterable[BroughtSavings]:
    for member in _members(book):
        sums = {sort: reading.baht(f"{sort}{member.entry}") for sort in SORTS}
        if any(sums.values()):
            yield BroughtSavings(member.reference, **sums)


def _money(reading: Reading) -> Iterable[BroughtMoney]:
    for purse in PURSES:
        cash, inside = reading.baht(f"cash-{purse}"), reading.baht(f"bank-{purse}")
        if cash or inside:
            yield BroughtMoney(purse, cash, inside)


def _loans(reading: Reading) -> Iterable[BroughtLoan]:
    for place in range(1, places(reading.typed, "loan") + 1):
        name = f"loan{place}-".__add__
        if not (reading.text(name("number")) or reading.text(name("left"))):
            continue
        if not reading.text(name("member")):
            reading.wrong[name("member")] = MEMBER_NEEDED
        guarantor = reading.text(name("guarantor"))
        yield BroughtLoan(
            number=reading.text(name("number"), needed=True)[:40],
            member=reading.text(name("member")),
            left=reading.some_baht(name("left")),
            rate=reading.rate(name("rate")),
            periods=reading.count(name("periods")),
            first_due=_due(reading, name("due")),
            method=cast("Any", _one_of(reading, name("method"), METHODS, "declining")),
            every=_one_of(reading, name("every"), RHYTHMS, "1month"),
            original=reading.baht(name("original")) or None,
            guarantors=(guarantor,) if guarantor else (),
        )


def _due(reading: Reading, name: str) -> date:
    reading.text(name, needed=True)
    return reading.coming_day(name)


def _one_of(reading: Reading, name: str, codes: Iterable[str], usual: str) -> str:
    said = reading.text(name)
    return said if said in codes else usual


def _stock(reading: Reading) -> Iterable[BroughtStock]:
    for place in range(1, places(reading.typed, "stock") + 1):
        what, text = reading.text(f"stock{place}-what")[:80], reading.text(f"stock{place}-many")
        unit = _one_of(reading, f"stock{place}-unit", UNITS, "piece")
        if not what and not text:
            continue
        reading.text(f"stock{place}-what", needed=True)
        reading.text(f"stock{place}-many", needed=True)
        try:
            many = parse_grams(text) if unit == "g" else parse_count(text)
        except Refused as refused:
            reading.wrong.setdefault(f"stock{place}-many", (refused.th, refused.en))
        else:
            yield BroughtStock(what, int(many), cast("Any", unit))


def places(typed: Mapping[str, str], what: str) -> int:
    """Return how many places for loans (or goods) the sheet has."""
    many = typed.get(f"many-{what}", "")
    return min(MOST, int(many)) if many.isascii() and many.isdigit() else BLANK


# -- drawing -----------------------------------------------------------------------------------------


def typed_of(sheet: OpeningSheet, book: int) -> dict[str, str]:
    """Return a sheet as somebody would have typed it, so that it can be changed."""
    typed = {"on": written(sheet.on)}
    had = {line.member: line for line in sheet.savings}
    for member in _members(book):
        line = had.get(member.reference)
        typed |= {f"{sort}{member.entry}": _sum(getattr(line, sort)) for sort in SORTS if line}
    for money in sheet.money:
        typed |= {f"cash-{money.purse}": _sum(money.cash), f"bank-{money.purse}": _sum(money.bank)}
    for place, loan in enumerate(sheet.loans, 1):
        said = {
            "number": loan.number, "member": loan.member, "left": _sum(loan.left), "rate": f"{loan.rate / 100:g}",
            "periods": str(loan.periods), "due": written(loan.first_due), "method": loan.method, "every": loan.every,
            "original": _sum(loan.original or 0), "guarantor": next(iter(loan.guarantors), ""),
        }  # fmt: skip
        typed |= {f"loan{place}-{name}": value for name, value in said.items()}
    for place, goods in enumerate(sheet.stock, 1):
        many = f"{goods.quantity / 1000:g}" if goods.unit == "g" else str(goods.quantity)
        typed |= {
            f"stock{place}-what": goods.what,
            f"stock{place}-many": many,
            f"stock{place}-unit": goods.unit,
        }
    if any(line.special or line.share for line in sheet.savings):
        typed["sorts"] = "1"
    return typed | {"many-loan": str(len(sheet.loans) + 1), "many-stock": str(len(sheet.stock) + 1)}


def _sum(satang: int) -> str:
    return plain_baht(satang) if satang else ""


def drawn_sheet(book: int, typed: Mapping[str, str], wrong: Mapping[str, Pair], today: date) -> Sheet:
    """Return the sheet with what was typed in it, and what there is to mend."""
    members = _members(book)

    def draw(*boxes: Box) -> tuple[Drawn, ...]:
        return tuple(drawn(boxes, typed, wrong))

    choices = tuple((m.reference, _called(m)) for m in members)
    return Sheet(
        draw(on_box(today, ("ยอดของวันไหน", "The sums of which day")))[0],
        tuple(
            MemberRow(m.reference, m.name or m.reference, draw(*_sums(m.entry, _called(m)))) for m in members
        ),
        tuple((purse, ACCOUNTS[f"purse:{purse}"], draw(*_money_boxes(purse))) for purse in PURSES),
        tuple(
            (place, draw(*_loan_boxes(place, choices)), draw(*_more_of_a_loan(place, choices)))
            for place in range(1, places(typed, "loan") + 1)
        ),
        tuple((place, draw(*_stock_boxes(place))) for place in range(1, places(typed, "stock") + 1)),
    )


def _members(book: int) -> list[people.Member]:
    balances = fund.balances(book)
    return [m for m in people.members(book) if m.left is None or balances.get(m.reference)]


def _called(member: people.Member) -> Pair:
    said = f"{member.name or ''} {member.reference}".strip()
    return said, said


def _sums(entry: int, who: Pair) -> tuple[Box, ...]:
    words = {
        "regular": ("สัจจะของ", "Regular savings of"),
        "special": ("ออมพิเศษของ", "Special savings of"),
        "share": ("หุ้นของ", "Shares of"),
    }
    return tuple(
        Box(f"{sort}{entry}", (f"{th} {who[0]}", f"{en} {who[1]}"), "money", required=False)
        for sort, (th, en) in words.items()
    )  # fmt: skip


def _money_boxes(purse: str) -> tuple[Box, ...]:
    th, en = ACCOUNTS[f"purse:{purse}"]
    return (
        Box(f"cash-{purse}", (f"{th} ในกล่อง", f"{en}, in the box"), "money", required=False),
        Box(f"bank-{purse}", (f"{th} ในธนาคาร", f"{en}, in the bank"), "money", required=False),
    )


def _loan_boxes(place: int, members: tuple[tuple[str, Pair], ...]) -> tuple[Box, ...]:
    name = f"loan{place}-".__add__
    return (
        Box(name("member"), ("เงินกู้ของ", "Whose loan"), "choice", choices=(NOBODY, *members), required=False),
        Box(name("number"), ("เลขที่สัญญา", "Number on paper"), required=False),
        Box(name("left"), ("เงินต้นที่เหลือ บาท", "Principal left, baht"), "money", required=False),
        Box(name("rate"), ("ดอกเบี้ยร้อยละต่อปี", "Per cent a year"), "number", required=False),
        Box(name("due"), ("งวดหน้าครบกำหนด", "Next instalment due"), "day", required=False,
            hint=("ถ้าค้างอยู่ ใส่วันของงวดแรกที่ยังไม่ได้จ่าย", "If some is late, the day of the oldest that is unpaid.")),
        Box(name("periods"), ("เหลืออีกกี่งวด", "Instalments left"), "number", required=False),
    )  # fmt: skip


def _more_of_a_loan(place: int, members: tuple[tuple[str, Pair], ...]) -> tuple[Box, ...]:
    name = f"loan{place}-".__add__
    return (
        Box(name("method"), ("คิดดอกเบี้ยแบบ", "Interest is reckoned"), "choice", "declining", choices=tuple(METHODS.items())),
        Box(name("every"), ("งวดละ", "One instalment"), "choice", "1month", choices=tuple(RHYTHMS.items())),
        Box(name("original"), ("กู้ไปทั้งหมด บาท", "Lent in all, baht"), "money", required=False,
            hint=("ใส่เมื่อดอกเบี้ยคงที่ เพราะคิดจากเงินที่กู้ไปทั้งก้อน", "For a flat rate, which is taken on all that was lent.")),
        Box(name("guarantor"), ("ผู้ค้ำ", "Guarantor"), "choice", required=False, choices=(NO_GUARANTOR, *members)),
    )  # fmt: skip


def _stock_boxes(place: int) -> tuple[Box, ...]:
    name = f"stock{place}-".__add__
    return (
        Box(name("what"), ("ของอะไร", "What"), required=False),
        Box(name("many"), ("เท่าไร", "How much"), "number", required=False),
        Box(name("unit"), ("หน่วย", "Unit"), "choice", "piece", choices=tuple(UNIT_WORDS.items())),
    )

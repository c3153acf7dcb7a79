"""The forms of the register of equipment."""

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from django.urls import reverse

from kwan.fund import commands as fund
from kwan.fund.queries.assets import EquipmentView, register
from kwan.fund.rules.assets import GONE, STATES
from kwan.journal.rules import Command
from kwan.web.forms.boxes import Box, Reading
from kwan.web.forms.form import Form
from kwan.web.forms.fund import giver_boxes, giver_of
from kwan.web.forms.usual import kept_box, kept_of, member_choices, on_box
from kwan.web.language import Pair
from kwan.web.policy import Visit

REGISTER: Final[Pair] = ("ทะเบียนอุปกรณ์", "Equipment")
NOBODY: Final[tuple[str, Pair]] = ("", ("ไม่เปลี่ยน หรือยังไม่มี", "No change, or nobody yet"))


def next_number(book: int) -> str:
    """Return the number that comes next in the register: "อ3"."""
    taken = [view.piece.number.removeprefix("อ") for view in register(book)]
    return f"อ{max((int(n) for n in taken if n.isascii() and n.isdigit()), default=0) + 1}"


def keeper_box(book: int) -> Box:
    """Return the choice of who looks after it, if anybody."""
    choices = (NOBODY, *member_choices(book))
    return Box("keeper", ("ใครดูแล", "Who looks after it"), "choice", required=False, choices=choices)


def _where(book: int) -> tuple[Box, Box]:
    return Box("spot", ("ตั้งอยู่ที่", "Where it stands"), required=False), keeper_box(book)


def new_form(visit: Visit, today: date, *, is_given: bool) -> Form:
    """Return the form of equipment that is new: bought from the fund, or given in kind."""
    book = visit.number
    head = (
        Box("what", ("ของอะไร", "What it is")),
        Box("number", ("เลขที่เขียนบนของ", "Number written on it"), value=next_number(book)),
        Box("pieces", ("กี่ชิ้น", "How many pieces"), "number", "1"),
    )
    worth = Box("sum", ("ถ้ารู้ มีค่าประมาณ บาท", "Worth about, baht, if known"), "money", required=False)
    paid = Box("sum", ("รวมจ่ายกี่บาท", "Paid for all, baht"), "money")
    receipt = Box("receipt", ("เลขที่ใบเสร็จ หรือจดว่าไม่มี", "Receipt No., or that there is none"), required=False)
    day = on_box(today, ("วันที่ได้มา", "Day it came"))
    boxes = (
        (*head, *giver_boxes(required=True), worth, *_where(book), day)
        if is_given
        else (*head, paid, kept_box(), *_where(book), day, receipt)
    )
    title: Pair = ("รับมอบอุปกรณ์", "Equipment given") if is_given else ("ซื้ออุปกรณ์", "Equipment bought")
    about: Pair = (
        ("ได้ของมาเปล่า ไม่มีเงินออกจากกองทุน", "Given in kind: no money leaves the fund.")
        if is_given
        else ("เงินออกจากกองทุน และของเข้าทะเบียน", "Money leaves the fund, and it enters the register.")
    )
    return Form(
        title, about, ("ลงทะเบียน", "Enter it"), ("ลงทะเบียนแล้ว", "It is in the register"), boxes,
        _given if is_given else _bought, (reverse("equipment", args=[book]), REGISTER),
        lambda n: reverse("equipment-one", args=[book, n]),
    )  # fmt: skip


def _of(reading: Reading) -> dict[str, Any]:
    return {
        "on": reading.day("on"), "what": reading.text("what", needed=True)[:120], "number": reading.text("number", needed=True)[:40],
        "pieces": reading.count("pieces"), "spot": reading.text("spot")[:120] or None, "keeper": reading.text("keeper") or None,
    }  # fmt: skip


def _bought(reading: Reading) -> Command:
    return fund.BuyEquipment(
        **_of(reading), satang=reading.some_baht("sum"), kept=kept_of(reading), receipt=reading.text("receipt")[:40] or None
    )  # fmt: skip


def _given(reading: Reading) -> Command:
    return fund.ReceiveEquipment(**_of(reading), satang=reading.baht("sum") or None, **giver_of(reading))


# -- steps -------------------------------------------------------------------------------------------


def _to_one(visit: Visit, view: EquipmentView) -> dict[str, Any]:
    address = reverse("equipment-one", args=[visit.number, view.entry])
    return {"back": (address, (view.piece.what, view.piece.what)), "then": lambda _: address}


def move_form(visit: Visit, view: EquipmentView, today: date) -> Form:
    """Return the form by which it is moved, or handed over to another keeper."""
    day = on_box(today, ("วันที่ย้ายหรือส่งต่อ", "Day it was moved or handed over"))

    def build(reading: Reading) -> Command:
        spot, keeper = reading.text("spot")[:120] or None, reading.text("keeper") or None
        return fund.MoveEquipment(on=reading.day("on"), number=view.piece.number, spot=spot, keeper=keeper)

    return Form(
        ("ย้ายที่ หรือส่งต่อ", "Move it, or hand it over"), (view.piece.what, view.piece.what), ("ลงสมุด", "Write it down"),
        ("ลงสมุดแล้ว", "It is written"), (*_where(visit.number), day), build, **_to_one(visit, view),
    )  # fmt: skip


def look_form(visit: Visit, view: EquipmentView, today: date) -> Form:
    """Return the form of a count: how many are there, and in what state."""
    boxes = (
        Box("pieces", ("นับได้กี่ชิ้น", "How many are there"), "number", str(view.piece.pieces),
            ("ไม่พบเลยใส่ 0 ของอาจอยู่ที่อื่น ยังไม่ตัดออกจากทะเบียน", "0 if none was found: it may be elsewhere, and stays in the register.")),
        Box("state", ("สภาพ", "State"), "choice", "good", choices=tuple(STATES.items())),
        Box("note", ("จดไว้", "Note"), required=False),
        on_box(today, ("วันที่ตรวจนับ", "Day of the count")),
    )  # fmt: skip

    def build(reading: Reading) -> Command:
        none = reading.text("pieces") in ("0", "๐")
        return fund.InspectEquipment(
            on=reading.day("on"), number=view.piece.number, pieces=0 if none else reading.count("pieces"),
            state=reading.text("state"), note=reading.text("note") or None,
        )  # fmt: skip

    return Form(
        ("ตรวจนับ", "Count and look"), (view.piece.what, view.piece.what), ("ลงผลตรวจนับ", "Write what was seen"),
        ("ผลตรวจนับลงสมุดแล้ว", "It is written"), boxes, build, **_to_one(visit, view),
    )  # fmt: skip


def retire_form(visit: Visit, view: EquipmentView, today: date) -> Form:
    """Return the form by which pieces leave the register."""
    boxes = (
        Box("how", ("ของเป็นอย่างไร", "What became of it"), "choice", choices=tuple(GONE.items())),
        Box("pieces", ("กี่ชิ้น", "How many pieces"), "number", str(view.piece.pieces)),
        Box("sum", ("ถ้าขาย ได้เงินกี่บาท", "If sold, for how many baht"), "money", required=False),
        kept_box(),
        on_box(today, ("วันที่เลิกใช้", "Day it went out of use")),
    )

    def build(reading: Reading) -> Command:
        return fund.RetireEquipment(
            on=reading.day("on"), number=view.piece.number, how=reading.text("how", needed=True), pieces=reading.count("pieces"),
            satang=reading.baht("sum") or None, kept=kept_of(reading),
        )  # fmt: skip

    return Form(
        ("เลิกใช้", "No longer in use"), (view.piece.what, view.piece.what), ("ลงสมุด", "Write it down"),
        ("ลงสมุดแล้ว", "It is written"), boxes, build, **_to_one(visit, view),
    )  # fmt: skip


STEPS: Final[dict[str, tuple[Callable[[Visit, EquipmentView, date], Form], str, Pair]]] = {
    "look": (look_form, "tick", ("ตรวจนับ", "Count and look")),
    "move": (move_form, "truck", ("ย้ายที่ หรือส่งต่อ", "Move or hand over")),
    "retire": (retire_form, "cross", ("เลิกใช้", "No longer in use")),
}

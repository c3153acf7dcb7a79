"""The forms about the bank: money on its way there or back, and a line of the bank's own book."""

from datetime import date

from django.urls import reverse

from kwan.fund import queries as fund
from kwan.fund.commands import NoteBankLine, TakeFromBank, TakeToBank
from kwan.fund.rules.bank import ALL, BANKBOOKS, PURSES
from kwan.journal.rules import Command
from kwan.people import queries as people
from kwan.quantities import format_baht
from kwan.web.forms.boxes import Box, Reading
from kwan.web.forms.form import Form
from kwan.web.forms.usual import on_box
from kwan.web.language import Pair
from kwan.web.policy import Visit
from kwan.web.words.codes import ACCOUNTS, DIRECTIONS
from kwan.web.words.codes import BANKBOOKS as BOOK_WORDS

BANK: Pair = ("ธนาคาร", "The bank")
NOBODY = ("", ("ไม่ได้จด", "Not noted"))


def moving(visit: Visit, today: date) -> Form:
    """Money goes to the bank, or comes back from it."""
    back = reverse("bank", args=[visit.number])
    return Form(
        title=("เงินไปหรือกลับจากธนาคาร", "Money to the bank, or back"),
        about=("ยอดรวมของกลุ่มไม่เปลี่ยน เปลี่ยนที่อยู่ของเงิน", "The group has as much as before; only the place changes."),
        button=("ลงสมุด", "Write it down"),
        done=("ลงสมุดแล้ว", "It is written"),
        boxes=(
            Box("way", ("ไปทางไหน", "Which way"), "choice", "to", choices=(
                ("to", ("จากกล่องไปธนาคาร", "From the box to the bank")),
                ("from", ("จากธนาคารเข้ากล่อง", "From the bank into the box")),
            )),
            Box("purse", ("เงินของ", "Money of"), "choice", "savings", choices=_purses(visit.number)),
            Box("sum", ("จำนวนเงิน บาท", "Sum, baht"), "money"),
            on_box(today),
        ),
        folded=(
            Box("reference", ("เลขในสมุดธนาคารหรือสลิป", "The bank's reference"), required=False),
            Box("carrier", ("ใครถือเงินไป", "Who carried it"), "choice", required=False, choices=(NOBODY, *_members(visit.number))),
        ),
        folds=("ใครถือไป เลขอะไร", "Who carried it, which reference"),
        build=_moved, back=(back, BANK), then=lambda _: back,
    )  # fmt: skip


def _moved(reading: Reading) -> Command:
    kind = TakeFromBank if reading.text("way") == "from" else TakeToBank
    moved = kind(
        on=reading.day("on"), purse=reading.text("purse"), satang=reading.some_baht("sum"),
        reference=reading.text("reference")[:40] or None, carrier=reading.text("carrier") or None,
    )  # fmt: skip
    reading.check()
    return moved


def _purses(book: int) -> tuple[tuple[str, Pair], ...]:
    """Return the funds with what each has in the box and in the bank."""
    inside, boxes = fund.in_the_bank(book), fund.money(book).where
    box = {share.name: share.satang for share in boxes}
    found = []
    for purse in PURSES:
        th, en = ACCOUNTS[f"purse:{purse}"]
        had = f"{format_baht(box.get(purse, 0))} · {format_baht(inside.get(purse, 0))}"
        found.append((purse, (f"{th} (กล่อง · ธนาคาร {had})", f"{en} (box · bank {had})")))
    return tuple(found)


def _members(book: int) -> list[tuple[str, Pair]]:
    called = (
        (m.reference, f"{m.name or ''} {m.reference}".strip()) for m in people.members(book) if m.left is None
    )
    return [(code, (said, said)) for code, said in called]


def noting(visit: Visit, today: date) -> Form:
    """One line of the bank's book."""
    back = reverse("bank", args=[visit.number])
    books = fund.bankbooks(visit.number)
    known = [one.name for one in books if one.lines]
    names = [name for name in BANKBOOKS if not known or (name == ALL) == (known[0] == ALL)]
    return Form(
        title=("จดบรรทัดจากสมุดธนาคาร", "A line of the bank's book"),
        about=(
            "จดตามที่ธนาคารพิมพ์ ทีละบรรทัด แล้วค่อยดูว่าตรงกับรายการไหนของกลุ่ม",
            "Write it as the bank printed it, line by line; then see which entry of ours it is.",
        ),
        button=("จดบรรทัดนี้", "Write this line"),
        done=("จดแล้ว จดบรรทัดต่อไปได้เลย", "Written. The next line can follow."),
        boxes=(
            Box("bankbook", ("สมุดธนาคารเล่มไหน", "Which bank book"), "choice", known[0] if known else ALL,
                choices=tuple((name, BOOK_WORDS[name]) for name in names)),
            on_box(today, ("วันที่ในสมุดธนาคาร", "Day in the bank's book")),
            Box("direction", ("ฝากเข้าหรือถอนออก", "In or out"), "choice", "in", choices=(
                ("in", ("ฝากเข้า", "Paid in")), ("out", ("ถอนออก", "Taken out")),
            )),
            Box("sum", ("จำนวนเงิน บาท", "Sum, baht"), "money"),
            Box("balance", ("คงเหลือในสมุดธนาคาร บาท", "The bank's balance, baht"), "money",
                hint=("ตัวเลขช่องสุดท้ายของบรรทัด", "The last figure of the line.")),
        ),
        build=_noted, back=(back, BANK), then=lambda _: back,
    )  # fmt: skip


def _noted(reading: Reading) -> Command:
    satang, direction = reading.some_baht("sum"), reading.text("direction")
    reading.text("balance", needed=True)
    line = NoteBankLine(
        on=reading.day("on"), bankbook=reading.text("bankbook"), satang=satang, balance=reading.baht("balance"),
        direction=direction if direction in DIRECTIONS else "in",
    )  # fmt: skip
    reading.check()
    return line

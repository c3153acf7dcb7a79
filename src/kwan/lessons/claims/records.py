"""What stands before every claim: how much the group has kept in its books, and since when."""

from collections.abc import Iterable

from kwan.journal import queries as journal
from kwan.journal.beginnings import beginning
from kwan.lessons.claims.judging import Books, Claim
from kwan.lessons.rules import Day, Figure, Finding, Name, Slot, Slots, found
from kwan.wellbeing import queries as wellbeing
from kwan.wellbeing.rules import FEWEST_PEOPLE

ANSWERED = "wellbeing.answered"
MONEY = {"fund.deposit", "fund.withdrawal", "fund.received", "fund.spent"}
# What each sheet of a group's records is called, and the kinds of entry it becomes.
SHEETS: tuple[tuple[Name, tuple[str, ...]], ...] = (
    (Name("ทะเบียนสมาชิก", "Register of members"), ("people.joined",)),
    (Name("สมุดออม", "Passbooks"), ("fund.deposit", "fund.withdrawal")),
    (Name("รายได้จากกลุ่ม", "Pay from the group"), ("fund.pay_noted",)),
    (Name("กองทุนหมุนเวียน", "Revolving fund"), ("fund.received", "fund.spent")),
    (Name("ใบสั่งซื้อ", "Orders"), ("market.order_placed",)),
    (Name("ซื้อวัตถุดิบ", "Materials bought"), ("production.material_bought",)),
    (Name("รอบผลิต", "Batches"), ("production.batch_made",)),
    (Name("แบบประเมินความสุข–ทุกข์", "Wellbeing answers"), (ANSWERED,)),
    (Name("กิจกรรมและการอบรม", "Activities and trainings"), ("programme.activity_held",)),
    (Name("ตัวชี้วัด", "Indicators"), ("programme.indicator_set",)),
    (Name("บัตรคำจากวงสรุปบทเรียน", "Notes of the workshop"), ("lessons.note_pinned",)),
)


def kept(books: Books) -> Finding:
    """Say how many entries the books hold and over which days, and how many of each kind."""
    days = journal.span(books.book, books.last_entry)
    if days is None:
        return found(
            "not_enough_data",
            "สมุดของ{group}ยังว่างอยู่",
            "The books of {group} are still empty.",
            {"group": books.group()},
        )
    slots: Slots = {
        "group": books.group(),
        "entries": books.figure("records.kept"),
        "from": Day(days[0]),
        "to": Day(days[1]),
    }
    began = beginning(books.book, books.last_entry)
    if began:
        return found(
            "supported",
            "สมุดของ{group}มี {entries} รายการ ถึงวันที่ {to} เรื่องเงินเริ่มจากยอดยกมาวันที่ {from} ก่อนหน้านั้นไม่ได้อยู่ในสมุดเล่มนี้",
            "The books of {group} hold {entries} entries, to {to}. Money begins with what was brought forward on {from}; "
            "what was before is not in them.",
            {**slots, "from": Day(began)},
            table=tuple(_rows(books)),
        )
    return found(
        "supported",
        "สมุดของ{group}มี {entries} รายการ ตั้งแต่วันที่ {from} ถึงวันที่ {to}",
        "The books of {group} hold {entries} entries, from {from} to {to}.",
        slots,
        table=tuple(_rows(books)),
    )


def _rows(books: Books) -> Iterable[tuple[Slot, ...]]:
    parts = books.parts("records.kept")
    untold = () if _enough_answered(books) else (ANSWERED,)
    for name, kinds in SHEETS:
        figures = [
            books.figure("records.kept", kind) for kind in kinds if parts.get(kind) and kind not in untold
        ]
        if len(figures) == 1:
            yield (name, figures[0])
        elif figures:
            for kind, figure in zip(kinds, figures, strict=False):
                yield (
                    Name(f"{name.th} ({KIND_WORDS[kind][0]})", f"{name.en} ({KIND_WORDS[kind][1]})"),
                    figure,
                )


def _enough_answered(books: Books) -> bool:
    """Return whether five or more answered each round; else not even their number is told."""
    return all(each.answered >= FEWEST_PEOPLE for each in wellbeing.rounds(books.book, books.last_entry))


KIND_WORDS = {
    "fund.deposit": ("ออม", "in"),
    "fund.withdrawal": ("ถอน", "out"),
    "fund.received": ("รับ", "received"),
    "fund.spent": ("จ่าย", "spent"),
}


def outside(books: Books) -> Finding:
    """Say how much money the old books left out; nothing where they left out none."""
    total: Figure = books.figure("records.outside")
    if not MONEY & books.in_confidence("records.kept").parts.keys():
        return found(
            "not_enough_data",
            "สมุดของ{group}ยังไม่มีเงินเข้าหรือออก",
            "The books of {group} hold no money coming in or going out yet.",
            {"group": books.group()},
        )
    if not total.value:
        return found(
            "supported",
            "เงินทุกบาทในสมุดที่นำเข้ามามีที่มาและที่ไปครบ",
            "Every baht in the books that were brought in has its coming and its going.",
        )
    return found(
        "partly",
        "สมุดเก่าไม่ได้จดที่มาหรือที่ไปของเงินรวม {total} บาท ยอดนี้ลงไว้ว่า “ไม่มีในสมุด”",
        "The old books leave out where {total} baht came from or went; it stands as “not in the books”.",
        {"total": total},
    )


CLAIMS = (
    Claim(
        "records.kept", "records", "สมุดมีอะไรบ้าง ตั้งแต่เมื่อไร", "What do the books hold, and since when?", kept
    ),
    Claim("records.outside", "records", "เงินมีที่มาที่ไปครบหรือไม่", "Is all money accounted for?", outside),
)

"""What the book would not take, said beside the line that it is about, before anything is sent."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from kwan.fund import queries as fund
from kwan.fund.commands import needs_two
from kwan.fund.queries.withdrawals import taken_alone
from kwan.fund.rules.savings_day import TAKEN, Column, beyond_the_passbook
from kwan.people import queries as people
from kwan.quantities import format_baht
from kwan.thai import format_date
from kwan.web.language import Pair
from kwan.web.sheet.rows import Row, SumBox
from kwan.web.sheet.typing import Typing
from kwan.web.words.codes import ACCOUNTS


@dataclass(frozen=True)
class _Known:
    """What the book knows that a line may run into."""

    book: int
    sheet: Typing
    most: Mapping[Column, Mapping[str, int]]
    there: Mapping[tuple[str, str, str], int]
    slips: Mapping[str, int]
    members: frozenset[str]


def judged(book: int, sheet: Typing) -> Typing:
    """Return the sheet with what the book would not take said beside the line that it is about."""
    balances = sheet.known.balances
    most = {
        column: beyond_the_passbook(sheet.brought, balances[sort], sort) for column, sort in TAKEN.items()
    }
    slips = Counter(row.slip for row in sheet.rows if row.slip)
    members = frozenset(member.reference for member in people.members(book))
    known = _Known(book, sheet, most, fund.on_the_day(book, sheet.on), slips, members)
    rows = tuple(_judged(row, known) for row in sheet.rows)
    wrong = dict(sheet.wrong)
    if not sheet.people and not any(row.is_wrong for row in rows):
        wrong["sheet"] = ("ยังไม่มีใครออมหรือถอน ติ๊กหรือใส่ยอดก่อน", "Nobody brought or took anything yet.")
    else:
        wrong = {**_not_counted(sheet), **wrong}
    if any(purse.expected < 0 for purse in sheet.purses) and not sheet.added_to:
        wrong["opening"] = (
            "เงินจ่ายถอนมากกว่าเงินที่รับ ใส่เงินที่มีในกล่องก่อนเริ่มด้วย",
            "More was paid out than came in: say what lay in the box before.",
        )
    return replace(sheet, rows=rows, wrong=wrong)


def _not_counted(sheet: Typing) -> dict[str, Pair]:
    uncounted = [purse for purse in sheet.purses if purse.counted is None]
    if len(sheet.purses) == 1:
        said: Pair = ("นับเงินในกล่องแล้วใส่ยอดที่นับได้", "Count the cash and write what it came to.")
        return {purse.name: said for purse in uncounted}
    return {purse.name: _count_this(purse.purse) for purse in uncounted}


def _count_this(purse: str) -> Pair:
    th, en = ACCOUNTS[f"purse:{purse}"]
    return (f"นับเงินกล่อง{th} แล้วใส่ยอดที่นับได้", f"Count this box and write what it came to: {en}.")


def _judged(row: Row, known: _Known) -> Row:
    boxes = tuple(box if box.wrong or not box.satang else _box(row, box, known) for box in row.boxes)
    wrong = dict(row.wrong)
    if row.slip and (said := _slip(row, known)):
        wrong["slip"] = said
    if row.carried and (row.carried not in known.members or row.carried == row.member):
        wrong["carried"] = ("เลือกเพื่อนสมาชิกที่ถือเงินมา", "Choose the member who brought it.")
    return replace(row, boxes=boxes, wrong=wrong)


def _box(row: Row, box: SumBox, known: _Known) -> SumBox:
    """Return the box with what is in its way, if anything is."""
    most = known.most.get(box.column, {})
    entry = known.there.get((row.member, box.column, box.number))
    if entry:
        said = f"วันนี้จดไว้แล้ว รายการที่ {entry:,}", f"Already written for this day, entry {entry:,}."
        return replace(box, wrong=said)
    if row.member in most and box.is_out:
        have = format_baht(most[row.member])
        return replace(box, wrong=(f"ถอนได้ไม่เกิน {have} บาท", f"At most {have} baht can be taken out."))
    if box.is_out and not row.asked.get(box.column) and _is_too_much_alone(row, known):
        refusal = needs_two(known.sheet.known.laws.two_signatures_above)
        return replace(box, wrong=(refusal.th, refusal.en), needs_two=True)
    if box.column == "loan":
        return _repaid(row, box, known)
    return box


def _repaid(row: Row, box: SumBox, known: _Known) -> SumBox:
    left = next(
        (loan.left for loan in known.sheet.known.loans.get(row.member, ()) if loan.number == box.number), 0
    )
    if box.satang <= left:
        return box
    most = format_baht(left)
    said = f"เงินกู้นี้เหลือ {most} บาท รับคืนเกินไม่ได้", f"{most} baht of this loan are left; more cannot come back."
    return replace(box, wrong=said)


def _is_too_much_alone(row: Row, known: _Known) -> bool:
    limit = known.sheet.known.laws.two_signatures_above
    alone = sum(box.satang for box in row.boxes if box.is_out and not row.asked.get(box.column))
    return bool(limit) and alone + taken_alone(known.book, row.member, known.sheet.on) > limit


def _slip(row: Row, known: _Known) -> Pair | None:
    """Return what is wrong with a transfer's slip: it was counted, it is there twice, nothing came by it."""
    counted = fund.counted_transfer(known.book, row.slip)
    if counted:
        day = format_date(counted.on, "short")
        return (
            f"สลิปนี้นับไปแล้ววันที่ {day} รายการที่ {counted.entry:,}",
            f"This slip was counted on {day}, entry {counted.entry:,}.",
        )
    if known.slips[row.slip] > 1:
        return ("สลิปนี้อยู่ในแผ่นนี้สองที่ สลิปหนึ่งใบนับครั้งเดียว", "This slip is on the sheet twice; a slip counts once.")
    if not row.into:
        return ("ใส่ยอดที่โอนมาด้วย", "Write what came by this transfer.")
    return None

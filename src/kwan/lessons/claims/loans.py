"""Claims about lending: how much was lent, how much of the savings is out, how much of it is behind.

A loan is its member's own matter. Sums of fewer than five borrowers are nobody's to read, nor what subtraction would
give, and no single step of a loan is evidence. Where nothing was ever lent there is no claim.
"""

from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Final

from kwan.fund import queries as fund
from kwan.fund.queries import Lending
from kwan.fund.rules.portfolio import BANDS
from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.rules import Day, Figure, Finding, Name, Slots, found, percent
from kwan.wellbeing.rules import FEWEST_PEOPLE

MOST_TOLD: Final = 90  # percent; that all of it is behind would tell it of each
BAND_NAMES: Final = (
    Name("เลยกำหนดหนึ่งวันขึ้นไป", "One day late or more"),
    Name("เลยกำหนดเกินสามสิบวัน", "More than thirty days late"),
    Name("เลยกำหนดเกินหกสิบวัน", "More than sixty days late"),
    Name("เลยกำหนดเกินเก้าสิบวัน", "More than ninety days late"),
)


def lent(lending: Lending, books: Books) -> Finding:
    """Answer "how much was lent, and how much of it is out": each where five members or more had it.

    What came back is not told: less what is out it would give what was given up, or brought forward, of one member.
    """
    if lending.given < FEWEST_PEOPLE:
        return _brought(books) if lending.owing >= FEWEST_PEOPLE else _too_few(books, *NOT_LENT)
    slots: Slots = {
        "group": books.group(),
        "loans": books.figure("loans.count"),
        "lent": books.figure("loans.paid_out"),
    }
    said = (
        "{group}ให้สมาชิกกู้ไปแล้ว {loans} สัญญา รวม {lent} บาท",
        "{group} has lent its members {lent} baht in all (loans: {loans})",
    )
    if not lending.owing:
        return found("supported", said[0] + " ขณะนี้ไม่มีเงินกู้ค้างรับ", said[1] + "; nothing is out now.", slots)
    if lending.owing < FEWEST_PEOPLE:
        why = (
            "ผู้ที่ยังผ่อนอยู่มีน้อยกว่าห้าคน จึงไม่บอกว่ายังไม่ได้รับคืนเท่าใด",
            "Fewer than five still repay, so what is out is not told.",
        )
        return found("partly", said[0], said[1] + ".", slots, why=why)
    slots = {**slots, "out": books.figure("loans.outstanding")}
    return found(
        "supported",
        said[0] + " ยังไม่ได้รับคืน {out} บาท",
        said[1] + "; {out} baht are still out.",
        slots,
    )


def _brought(books: Books) -> Finding:
    return found(
        "partly",
        "สมาชิกของ{group}มีเงินกู้ที่ยังไม่ได้คืนรวม {out} บาท",
        "Members of {group} have {out} baht on loan.",
        {"group": books.group(), "out": books.figure("loans.outstanding")},
        why=(
            "ผู้ที่รับเงินกู้ในสมุดเล่มนี้มีน้อยกว่าห้าคน จึงไม่บอกว่าให้กู้ไปเท่าใด",
            "Fewer than five had a loan paid out in this book, so what was lent is not told.",
        ),
    )


def use(lending: Lending, books: Books) -> Finding:
    """Answer "do the savings go round": what is lent of the savings fund, over that and its cash in box and bank.

    Beside all that is out it would tell what other funds lent, so that too must be nobody's or that of five or more.
    """
    if lending.owing_savings < FEWEST_PEOPLE or 0 < lending.owing_others < FEWEST_PEOPLE:
        return _too_few(books, "เงินออมออกไปเป็นเงินกู้เท่าใด", "how much of the savings is lent.")
    kept = lending.cash + lending.bank
    share = _whole(percent(lending.lent, lending.lent + kept))
    return found(
        "supported",
        "เมื่อวันที่ {day} เงินของกองออมทรัพย์ออกไปเป็นเงินกู้ {lent} บาท อยู่ในกล่องและธนาคาร {kept} บาท คือให้กู้อยู่ร้อยละ {share}",
        "On {day}, {lent} baht of the savings fund were out on loan and {kept} baht lay in the box and the bank: "
        "{share} percent were lent.",
        {
            "day": Day(lending.day),
            "lent": calculated("lent", lending.lent, "satang"),
            "kept": calculated("kept", kept, "satang"),
            "share": calculated("share", share, "percent"),
        },
        statistics={"lent": lending.lent, "kept": kept, "share": share},
    )


def at_risk(lending: Lending, books: Books) -> Finding:
    """Answer "how much of what is lent is behind", by balance, on the last day in the book.

    Whole balances of loans with an instalment that is late, or whose schedule was eased because it could not be kept
    (`fund.rules.portfolio`). That some are late is as well borne out by the book as that none is.
    """
    if lending.owing < FEWEST_PEOPLE:
        return _too_few(books, "เงินกู้ที่เลยกำหนดมีเท่าใด", "how much of it is behind.")
    shares = [_share(lending, band) for band in BANDS]
    slots: Slots = {"day": Day(lending.day), "behind": shares[0], "long": shares[1]}
    if not shares[0].value:
        return found(
            "supported",
            "เมื่อวันที่ {day} เงินกู้ที่ยังไม่ได้รับคืนไม่มีงวดใดเลยกำหนด",
            "On {day} no instalment of what was lent was late.",
            slots,
        )
    th, en = zip(
        *((" ขึ้นไป", " or more") if share.value == MOST_TOLD else ("", "") for share in shares),
        strict=True,
    )
    return found(
        "supported",
        f"เมื่อวันที่ {{day}} เงินกู้ที่ยังไม่ได้รับคืนร้อยละ {{behind}}{th[0]} อยู่ในสัญญาที่มีงวดเลยกำหนดหรือได้ผ่อนผันกำหนด "
        f"และร้อยละ {{long}}{th[1]} อยู่ในสัญญาที่เลยเกินสามสิบวันหรือได้ผ่อนผัน",
        f"On {{day}}, {{behind}} percent{en[0]} of what is lent was in loans with an instalment late or a schedule eased, "
        f"and {{long}} percent{en[1]} in loans more than thirty days late or eased.",
        slots,
        statistics={str(share.name): share.value for share in shares},
        table=tuple((_at_least(name, share), share) for name, share in zip(BAND_NAMES, shares, strict=True)),
    )  # fmt: skip


def _at_least(name: Name, share: Figure) -> Name:
    """Return what a line of the table is called; where the share is told no further, it is at least that."""
    return Name(f"{name.th} อย่างน้อย", f"{name.en}, at least") if share.value == MOST_TOLD else name


def _share(lending: Lending, band: int) -> Figure:
    """Return the share at risk in whole percent; of anything at least one, and never more than MOST_TOLD."""
    share = lending.portfolio.share(band) or 0
    told = min(
        max(_whole(Decimal(100 * share.numerator) / share.denominator), Decimal(1)), Decimal(MOST_TOLD)
    )
    return calculated(f"par_{band}", told if share else Decimal(0), "percent")


def _whole(share: Decimal) -> Decimal:
    return share.quantize(Decimal(1), ROUND_HALF_UP)


NOT_LENT: Final = ("ให้กู้ไปเท่าใด", "how much was lent.")


def _too_few(books: Books, th: str, en: str) -> Finding:
    """Return the one answer where fewer than five borrow, whatever stands in their loans."""
    return found(
        "not_enough_data",
        "เงินกู้เป็นเรื่องของสมาชิกแต่ละคน สมุดของ{group}จะพูดถึงเมื่อมีผู้กู้ตั้งแต่ห้าคนขึ้นไป จึงไม่บอกว่า" + th,
        "A loan is its member's own matter. The books of {group} speak of loans when five or more borrow, so they do not say " + en,
        {"group": books.group()},
    )  # fmt: skip


def claims(books: Books) -> list[Claim]:
    """Return the claims about lending; none where nothing was ever lent."""
    today = books.today()
    if today is None or not books.in_confidence("loans.outstanding").rows:
        return []
    lending = fund.lending(books.book, today, books.last_entry)
    asked = [
        Claim(
            "loans.lent", "lending", "กลุ่มให้สมาชิกกู้ไปเท่าใด", "How much did the group lend its members?",
            partial(lent, lending), sealed=True,
        ),
        Claim(
            "loans.use", "lending", "เงินออมหมุนเวียนให้สมาชิกกู้เท่าใด", "How much of the savings is out on loan?",
            partial(use, lending), sealed=True,
        ),
        Claim(
            "loans.at_risk", "lending", "เงินกู้ที่เลยกำหนดมีเท่าใด", "How much of what is lent is behind?",
            partial(at_risk, lending), sealed=True,
        ),
    ]  # fmt: skip
    return asked if lending.owing else asked[:1]


CLAIMS = (claims,)

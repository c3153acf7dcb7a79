"""How the figures of a closing came about, line by line; each list of lines adds up to its sum (satang)."""

from fractions import Fraction
from typing import Final, NamedTuple

from kwan.fund.rules.cycle.frozen import Closing, Portion, Stake
from kwan.fund.rules.cycle.reckoning import divides_by, refund_by
from kwan.fund.rules.cycle.terms import BASES, BYS, ELIGIBLE, LOANS, REMAINDERS, ROUNDINGS, WAYS, Pair
from kwan.fund.rules.cycle.yearly import dividend_in_parts
from kwan.fund.rules.loans import Working

SORTS: Final = {
    "regular": ("เงินออม (สัจจะ)", "Regular savings"),
    "special": ("เงินออมพิเศษ", "Special savings"),
    "shares": ("หุ้น", "Shares"),
}


class Share(NamedTuple):
    """A part of a sum: `whole` (satang) times `weight` over `total`. What the weight is, is in the words."""

    words: Pair
    whole: int
    weight: int
    total: int


def profit_working(closing: Closing) -> Working:
    """Return how the profit came about."""
    sums = closing.sums
    lines = (
        ("ดอกเบี้ยเงินกู้ที่รับแล้ว", "Interest on loans, received", sums.interest),
        ("ค่าปรับที่รับแล้ว", "Fines, received", sums.fines),
        ("ดอกเบี้ยธนาคาร", "The bank's interest", sums.earned),
        ("ค่าใช้จ่าย", "Expenses", -sums.expenses),
        ("หนี้ที่ยกให้ หักที่ได้คืน", "Loans given up, less what came back", -sums.losses),
    )
    return tuple(line for line in lines if line[2])


def assets_working(closing: Closing) -> Working:
    """Return where the money of the savings fund is."""
    sums = closing.sums
    lines = (
        ("เงินสดในกล่อง", "Cash in the box", sums.cash),
        ("เงินในธนาคาร", "In the bank", sums.bank),
        ("เงินที่ให้สมาชิกกู้", "Lent to members", sums.lent),
    )
    return tuple(line for line in lines if line[2])


def owners_working(closing: Closing) -> Working:
    """Return whose that money is."""
    sums = closing.sums
    lines = (
        ("เงินออมและหุ้นของสมาชิก", "Members' savings and shares", sums.owed),
        ("เงินรอบก่อนที่ยังรอจ่าย", "Of earlier cycles, still to be paid", sums.waiting),
        ("กำไรของรอบนี้", "This cycle's profit", sums.profit),
        ("เงินเข้าอื่นในรอบนี้", "Other money that came in", sums.other),
        ("ยกมาจากรอบก่อน", "From earlier cycles", sums.before),
    )
    return tuple(line for line in lines if line[2])


def pool_working(closing: Closing) -> Working:
    """Return what becomes of what is divided."""
    outcome = closing.outcome
    lines = (
        ("คืนเงินออม", "Savings that go back", sum(portion.savings for portion in outcome.portions)),
        ("แบ่งให้สมาชิก", "Shared among members", sum(portion.gain for portion in outcome.portions)),
        ("กันไว้", "Set aside", outcome.set_aside),
        ("ยกไปรอบหน้า", "Carried on", outcome.carried),
    )
    return tuple(line for line in lines if line[2])


def portion_working(portion: Portion) -> Working:
    """Return what one member's sum is made of."""
    is_back = bool(portion.savings)
    gained = ("ส่วนแบ่ง", "Share of the gain") if is_back else ("ปันผล", "Dividend")
    lines = [(*words, getattr(portion, sort)) for sort, words in SORTS.items()]
    lines += [(*gained, portion.dividend), ("เฉลี่ยคืน", "Refund on interest", portion.refund)]
    return tuple(line for line in lines if line[2])


def dividend_working(closing: Closing, stake: Stake) -> Working:
    """Return a dividend at a rate month by month, as it is printed; nothing where it is not reckoned so."""
    parts = dividend_in_parts(closing, stake)
    opening, *months = parts or (0,)
    lines = [("ยอดยกมา", "What stood there", opening)]
    lines += [(f"เดือนที่ {month}", f"Month {month}", satang) for month, satang in enumerate(months, start=1)]
    return tuple(line for line in lines if line[2])


def shares_of(closing: Closing, stake: Stake) -> list[Share]:
    """Return by which part of the whole a member's sum was reckoned."""
    portion = closing.portion(stake.member)
    if portion is None:
        return []
    found = []
    if portion.dividend and not dividend_in_parts(closing, stake):
        weights, words, whole = divides_by(closing)
        found.append(Share(words, whole, weights.get(stake.member, 0), sum(weights.values())))
    if portion.refund:
        weights, words, whole = refund_by(closing)
        found.append(Share(words, whole, weights.get(stake.member, 0), sum(weights.values())))
    return found


def rules_told(closing: Closing) -> list[tuple[Pair, Pair]]:
    """Return the rules of this closing as they are printed: (what, how)."""
    terms = closing.terms
    told = [(("สิ้นรอบ", "At the end"), WAYS[terms.way])]
    if terms.way == "share_out":
        told += [
            (("แบ่งกำไร", "The gain goes"), BYS[terms.by]),
            (("เงินกู้ที่เหลือ", "Loans left"), LOANS[terms.loans]),
        ]
    else:
        told += [(("ปันผล", "Dividend"), BASES[terms.basis]), (("เฉลี่ยคืน", "Refund"), ELIGIBLE[terms.eligible])]
        if terms.cap is not None:
            most = f"{terms.cap // 100}.{terms.cap % 100:02d}".removesuffix(".00")
            told.append((("ปันผลไม่เกิน", "Dividend at most"), (f"ร้อยละ {most} ต่อปี", f"{most} per cent a year")))
    return [
        *told,
        (("ปัดเศษ", "Rounding"), ROUNDINGS[terms.rounding]),
        (("เศษ", "What is over"), REMAINDERS[terms.remainder]),
    ]


def return_on_savings(closing: Closing) -> Fraction:
    """Return the profit as a per cent of what was saved on average in the cycle, 0 where nothing was."""
    weighed = closing.weighed
    return Fraction(100 * closing.sums.profit, weighed) if weighed else Fraction(0)


def value_of_a_share(closing: Closing, price: int) -> Fraction | None:
    """Return what a share that cost `price` (satang) brings back at a share-out; None where it is not by shares."""
    if closing.terms.way != "share_out" or closing.terms.by != "shares" or not closing.sums.owed or not price:
        return None
    return Fraction(closing.outcome.paid * price, closing.sums.owed)

"""What a group is before the law, and which words its papers may therefore use.

A bank and a co-operative take deposits (เงินฝาก); a group of neighbours keeps what its own members save
(เงินออม, เงินสัจจะ). A paper that says "deposit" claims a licence that a group does not have.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

Pair = tuple[str, str]  # Thai, English


@dataclass(frozen=True)
class Form:
    """A legal form. `is_registered`: it has a number; `renews`: the number is told again from time to time."""

    name: Pair
    is_registered: bool = True
    renews: bool = False


@dataclass(frozen=True)
class Words:
    """What the papers of a group say, each in Thai and English."""

    saving: Pair = ("เงินออม", "Savings")
    regular: Pair = ("เงินสัจจะ", "Regular savings")
    paid_in: Pair = ("ออม", "Paid in")
    taken_out: Pair = ("ถอน", "Taken out")
    receipt: Pair = ("ใบรับเงินออม", "Receipt for savings")
    slip_out: Pair = ("ใบถอนเงินออม", "Savings taken out")
    passbook: Pair = ("สมุดออม", "Savings passbook")
    members_only: Pair = (
        "กลุ่มรับเงินออมจากสมาชิกเท่านั้น ไม่รับจากคนทั่วไป และไม่ใช่ธนาคาร",
        "The group keeps its own members' savings, never the public's. It is not a bank.",
    )
    whose_money: Pair = (
        "เงินก้อนนี้เป็นเงินที่สมาชิกออมร่วมกัน กลุ่มดูแลแทนสมาชิกทุกคน กลุ่มไม่ใช่ธนาคาร",
        "This is money that the members saved together and the group keeps for them all. The group is not a bank.",
    )


FORMS: Final[Mapping[str, Form]] = {
    "informal": Form(("กลุ่มชาวบ้าน ยังไม่จดทะเบียน", "Village group, not registered"), is_registered=False),
    "savings_group": Form(("กลุ่มออมทรัพย์", "Savings group"), is_registered=False),
    "community_enterprise": Form(("วิสาหกิจชุมชน", "Community enterprise"), renews=True),
    "village_fund": Form(("กองทุนหมู่บ้าน", "Village fund")),
    "cooperative": Form(("สหกรณ์", "Co-operative")),
    "association": Form(("สมาคม", "Association")),
    "foundation": Form(("มูลนิธิ", "Foundation")),
    "social_enterprise": Form(("วิสาหกิจเพื่อสังคม", "Social enterprise"), renews=True),
    "company": Form(("บริษัทจำกัด", "Limited company")),
}
OF_A_GROUP: Final = Words()
OF_A_COOPERATIVE: Final = Words(
    saving=("เงินฝาก", "Deposits"),
    regular=("เงินรับฝาก", "Regular deposits"),
    paid_in=("ฝาก", "Paid in"),
    receipt=("ใบรับฝาก", "Deposit receipt"),
    slip_out=("ใบถอนเงินฝาก", "Deposit taken out"),
    passbook=("สมุดเงินฝาก", "Deposit passbook"),
    members_only=(
        "สหกรณ์รับฝากเงินจากสมาชิกเท่านั้น ไม่รับจากคนทั่วไป",
        "The co-operative takes deposits from its members, never from the public.",
    ),
    whose_money=(
        "เงินก้อนนี้เป็นเงินของสมาชิกที่สหกรณ์ดูแลแทนสมาชิกทุกคน",
        "This is the members' money, which the co-operative keeps for them all.",
    ),
)
SOON: Final = timedelta(days=60)


def words_of(form: str | None) -> Words:
    """Return the words for the papers of a group of this form; a form that nobody told has a group's own."""
    return OF_A_COOPERATIVE if form == "cooperative" else OF_A_GROUP


def is_near(renew_by: date | None, today: date) -> bool:
    """Return whether a registration wants to be renewed within sixty days, or did before today."""
    return renew_by is not None and today >= renew_by - SOON

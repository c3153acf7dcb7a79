"""Which claim of the books speaks of the same thing as a note of the workshop: an explicit table, nothing guessed.

A note whose words are in no line of it is a quotation and no more. Happiness is never in it: what makes people
happier the books cannot know.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kwan.lessons.claims import capital, fund, market, materials, production
from kwan.lessons.claims.judging import Books
from kwan.lessons.rules import Finding

Rule = Callable[[Books], Finding]


@dataclass(frozen=True)
class Link:
    """A note with one of each group of words speaks of what `rule` answers; of all of it, or only in part."""

    words: tuple[tuple[str, ...], ...]
    rule: Rule
    covers_all: bool = False


LINKS: Final = (
    Link((("ทุกส่วน", "every part", "all parts"),), production.every_part_used),
    Link((("หมวก", "ถุงมือ", "ผ้ากันเปื้อน", "hair-net", "gloves", "apron"),), production.every_batch_checked),
    Link((("ที่บ้าน", "at home"),), production.home_work, covers_all=True),
    Link((("ต้นทุน", "ราคาวัตถุดิบ", "input cost", "input price"), ("สูง", "แพง", "ขึ้น", "high", "rose", "rise")), materials.input_prices_rose),
    Link((("วัตถุดิบมีน้อย", "วัตถุดิบหายาก", "ขาดวัตถุดิบ", "material is scarce", "scarce material"),), materials.supply),
    Link((("ไม่มีเงินหมุน", "เงินหมุนเวียน", "working capital"),), capital.working_capital),
    Link((("ระดมทุน", "raised money", "money raised"), ("วัตถุดิบ", "material")), fund.raised_for_materials, covers_all=True),
    Link((("หน่วยงาน", "agencies"), ("ส่งถึง", "ขายให้", "สั่งซื้อ", "sell to", "deliver to", "order")), market.agencies_buy),
    Link((("ร้านประจำ", "ลูกค้าประจำ", "สั่งประจำ", "regular"),), market.regular_buyers, covers_all=True),
    Link((("คำสั่งซื้อ", "ออเดอร์", "orders"), ("เพิ่ม", "มากขึ้น", "rose", "more")), market.orders_rose, covers_all=True),
)  # fmt: skip

_HAPPINESS: Final = ("สุข", "happ")
_CAUSES: Final = ("เพราะ", "เนื่องจาก", "ทำให้", "ส่งผล", "because", "due to")


def links_of(words: str) -> list[Link]:
    """Return the links of a note with these words, none if it speaks of happiness."""
    text = words.lower()
    if any(word in text for word in _HAPPINESS):
        return []
    return [link for link in LINKS if all(any(word in text for word in group) for group in link.words)]


def names_a_cause(words: str) -> bool:
    """Return whether a note says why; that the books never bear out."""
    return any(word in words.lower() for word in _CAUSES)

"""What is different between what was frozen and what the books say now."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

from kwan.fund.rules.cycle.frozen import Closing, Sums
from kwan.quantities import format_baht

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NAMES: Final[Mapping[str, tuple[str, str]]] = {
    "cash": ("เงินสดในกล่อง", "cash in the box"),
    "bank": ("เงินในธนาคาร", "money in the bank"),
    "lent": ("เงินที่ให้กู้อยู่", "money lent"),
    "owed": ("เงินออมของสมาชิก", "members' savings"),
    "waiting": ("เงินรอบก่อนที่ยังไม่ได้จ่าย", "still owed from before"),
    "interest": ("ดอกเบี้ยรับ", "interest received"),
    "fines": ("ค่าปรับรับ", "fines received"),
    "earned": ("ดอกเบี้ยธนาคาร", "the bank's interest"),
    "expenses": ("ค่าใช้จ่าย", "expenses"),
    "losses": ("หนี้สูญสุทธิ", "loans given up"),
    "other": ("เงินเข้าอื่น", "other money in"),
}


def changes(frozen: Closing, now: Closing) -> list[tuple[str, str]]:
    """Return what is different, in words; nothing where the books still say what was frozen."""
    found = list(_of_sums(frozen.sums, now.sums))
    if frozen.stakes != now.stakes and not found:
        found.append(("เงินออมหรือเงินกู้ของสมาชิกบางคน", "savings or loans of some members"))
    return found


def _of_sums(before: Sums, after: Sums) -> Iterator[tuple[str, str]]:
    for field in fields(Sums):
        old, new = getattr(before, field.name), getattr(after, field.name)
        if old != new:
            th, en = NAMES[field.name]
            sums = f"{format_baht(old)} → {format_baht(new)}"
            yield f"{th} {sums} บาท", f"{en} {sums} baht"

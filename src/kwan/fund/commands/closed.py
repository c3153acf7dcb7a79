"""What a closed passbook takes no more."""

from typing import Any

from kwan.fund.queries.closing import closed_passbooks, is_closed
from kwan.journal.rules import Refusal


def refuse_closed(book: int, memo: dict[str, Any], member: str) -> None:
    """Refuse to save into a passbook that was closed, until the member comes back. What old books say is not asked."""
    if memo.get("source") == "brought":
        return
    if memo.get("batch"):
        closed = member in memo.setdefault("closed passbooks", closed_passbooks(book))
    else:
        closed = is_closed(book, member)
    if closed:
        raise Refusal(
            "passbook_closed",
            f"สมุดออมของ {member} ปิดแล้ว ถ้ากลับมาเป็นสมาชิก ให้ลงในทะเบียนก่อน แล้วค่อยออม",
            f"The passbook of {member} is closed. Who comes back is written into the register first, and saves then.",
        )

"""What the columns of one row mean together: deposit or withdrawal, in or out, present or missing."""

from collections.abc import Callable
from typing import Any, Final

from kwan.workbook.outcomes import Problem
from kwan.workbook.vocabulary import Kind, codes

Values = dict[str, Any]


def judge(kind: Kind, values: Values) -> None:
    """Complete `values` in place. Raises `Problem` when the row cannot be booked as it stands."""
    _name(values)
    finish = _FINISH.get(kind.code)
    if finish:
        finish(values)
    for need in kind.needs:
        if not any(values.get(meaning) not in {None, ""} for meaning in need):
            raise _missing(kind, need)


def _missing(kind: Kind, need: frozenset[str]) -> Problem:
    """Name the column as our template does."""
    column = next(column for column in kind.columns if column.meaning in need)
    english = next((name for name in column.names if name.isascii()), column.meaning)
    return Problem(
        f"missing_{column.meaning}",
        (f"แถวนี้ไม่มี{column.names[0]}", f"This row has no {english}."),
        (f"เติม{column.names[0]}แล้วนำเข้าใหม่", f"Fill in the {english} and import again."),
        column.meaning,
    )


def negative(meaning: str, suggestion: tuple[str, str] | None = None) -> Problem:
    """Say that a figure is below zero where only zero and above make sense."""
    return Problem(
        "negative",
        ("จำนวนในแถวนี้ติดลบ", "A figure in this row is below zero."),
        suggestion or ("ตรวจดูว่าพิมพ์ถูกหรือไม่", "Check whether it was typed right."),
        meaning,
    )


def _passbook(values: Values) -> None:
    """Settle on `deposit` and `withdrawal`, whichever way the book is kept."""
    amount = values.pop("amount", None)
    direction = values.pop("direction", None)
    if amount is not None and not values.get("deposit") and not values.get("withdrawal"):
        if direction is None:
            direction = "deposit" if amount >= 0 else "withdrawal"
        elif amount < 0 and direction == "deposit":
            raise negative(
                "amount",
                ("ถ้าเป็นการถอน แก้ประเภทเป็น ถอน", "If money was taken out, change the type to withdrawal."),
            )
        values[direction] = abs(amount)
    for meaning in ("deposit", "withdrawal"):
        if not values.get(meaning):
            values.pop(meaning, None)
    if "deposit" not in values and "withdrawal" not in values:
        raise Problem(
            "no_amount",
            ("แถวนี้ไม่มีทั้งเงินฝากและเงินถอน", "This row has neither a deposit nor a withdrawal."),
            (
                "ถ้าเดือนนี้ไม่ได้ออม ปล่อยไว้ได้เลย ถ้าออม เติมจำนวนเงิน",
                "If nothing was saved, leave it. If something was, fill in the sum.",
            ),
            "deposit",
        )


def _fund(values: Values) -> None:
    """Settle on `amount` above zero and `direction` in or out."""
    paid_in, paid_out = values.pop("in", 0) or 0, values.pop("out", 0) or 0
    amount = values.pop("amount", 0) or 0
    kind = values.get("kind")
    if paid_in and paid_out:
        raise Problem(
            "both_ways",
            ("แถวนี้มีทั้งเงินรับและเงินจ่าย", "This row has money both in and out."),
            ("แยกเป็นสองแถว", "Split it into two rows."),
            "in",
        )
    if not (paid_in or paid_out or amount):
        raise Problem(
            "no_amount",
            ("แถวนี้ไม่มีจำนวนเงิน", "This row has no sum of money."),
            ("เติมจำนวนเงิน", "Fill in the sum."),
            "amount",
        )
    values["direction"] = _way(kind, paid_in, paid_out, amount)
    values["amount"] = abs(paid_in or paid_out or amount)
    if kind in {None, "other"} or values["direction"] != ("in" if kind in codes.FUND_IN else "out"):
        values["kind"] = f"other_{values['direction']}"


def _way(kind: str | None, paid_in: int, paid_out: int, amount: int) -> str:
    """Tell in from out: by the column it stands in, else by a minus, else by its word."""
    if paid_in or paid_out:
        return "in" if paid_in > 0 or paid_out < 0 else "out"
    if amount < 0 or kind in codes.FUND_OUT:
        return "out"
    if kind in codes.FUND_IN:
        return "in"
    raise Problem(
        "in_or_out",
        ("ไม่รู้ว่ารายการนี้เป็นเงินรับหรือเงินจ่าย", "It is not clear whether this is money in or out."),
        (
            "เขียนรายการเป็น รับสมทบ ระดมทุน ซื้อวัตถุดิบ ซื้ออุปกรณ์ หรือ สวัสดิการ",
            "Write the entry as grant, raised, materials, equipment or welfare.",
        ),
        "kind",
    )


def _quantity(values: Values) -> None:
    for meaning in ("quantity", "unit_price", "total"):
        if values.get(meaning, 0) is not None and values.get(meaning, 0) < 0:
            raise negative(meaning)
    if values.get("quantity") == 0:
        raise Problem(
            "zero_quantity",
            ("จำนวนเป็นศูนย์", "The quantity is zero."),
            ("ถ้ายกเลิก ลบแถวนี้ ถ้าไม่ เติมจำนวน", "If it was cancelled, delete the row; else fill it in."),
            "quantity",
        )


def _income(values: Values) -> None:
    if "month" not in values and "date" in values:
        values["month"] = values["date"].replace(day=1)


def _name(values: Values) -> None:
    """Join a first and a last name that stand in two columns; a title before them stays apart."""
    first, last = values.pop("first_name", None), values.pop("last_name", None)
    name = " ".join(part for part in (first or values.get("name"), last) if part)
    if name:
        values["name"] = name


_FINISH: Final[dict[str, Callable[[Values], None]]] = {
    "passbook": _passbook,
    "fund": _fund,
    "orders": _quantity,
    "materials": _quantity,
    "income": _income,
}

"""Buyers, orders, materials bought, batches."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import Any

from kwan.journal.rules import canonical, to_plain
from kwan.market.commands import AddBuyer, DeliverOrder, OrderLine, PayOrder, PlaceOrder
from kwan.production.commands import BuyMaterial, MakeBatch
from kwan.workbook.outcomes import Held, Row
from kwan.workbook.translate.intents import Context, Hold, Intent, each, held, intent, needed
from kwan.workbook.translate.money import SAME_TWICE

THOUSANDTHS = 1000
CHECKS = {"cap": "cap", "gloves": "gloves", "apron": "apron", "clean_place": "clean"}


def buyers(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """Who buys, and through which channel."""
    yield from each(rows, context, _buyer)


def _buyer(row: Row, context: Context) -> Iterator[Intent]:
    values: dict[str, Any] = row.values
    _, district = context.place(row)
    channel = values.get("channel") or "other"
    yield intent(
        AddBuyer(
            on=context.start,
            buyer=needed(row, "buyer"),
            channel=channel,
            channel_text=values.get("channel_text"),
            district=district,
        ),
        row,
        undated=True,
    )


def orders(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """Orders: rows with one number are one order with several products."""
    by_number: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_number[_order_number(row)].append(row)
    if not context.has_buyers:
        yield from _buyers_of(rows, context)
    for number, lines in by_number.items():
        yield from _order(number, lines, context)


def _buyers_of(rows: Sequence[Row], context: Context) -> Iterator[Intent]:
    first: dict[str, Row] = {}
    for row in rows:
        if isinstance(row.values.get("buyer"), str):
            first.setdefault(str(row.values["buyer"]), row)
    for name, row in first.items():
        channel, text = row.values.get("channel"), row.values.get("channel_text")
        yield intent(
            AddBuyer(
                on=context.start,
                buyer=name,
                channel=str(channel or "other"),
                channel_text=text if isinstance(text, str) else None,
            ),
            undated=True,
        )


def _order_number(row: Row) -> str:
    """Return the number on the paper; where there is none, one made of what the row says."""
    written = row.values.get("order_no")
    return str(written) if written else made_up(row, "date", "buyer", "product", "quantity")


def made_up(row: Row, *meanings: str) -> str:
    """Return a number for what has none on paper: the same words give the same number."""
    said = canonical([str(to_plain(row.values.get(meaning))) for meaning in meanings])
    return f"~{sha256(said.encode()).hexdigest()[:10]}"


def _order(number: str, rows: list[Row], context: Context) -> Iterator[Intent | Held]:
    """One order of all rows with its number. A row that another file of the group has as well counts once."""
    once: dict[object, Row] = {}
    kept, again = [], []
    for row in rows:
        first = once.setdefault(_item(row), row)
        if first is row or context.is_kept(row):
            kept.append(row)
        elif first.file != row.file:
            again.append(row)
        else:
            yield held(row, SAME_TWICE)
    lines: dict[str, list[tuple[Row, OrderLine]]] = defaultdict(list)
    for row in kept:
        other = _of_another(row, kept[0])
        try:
            line = _line(row)
        except Hold as hold:
            yield held(row, hold.problem)
            continue
        if other and not context.is_kept(row):
            yield held(row, _other_order(number, kept[0]))
        else:
            lines[_renumbered(number, row, kept[0]) if other else number].append((row, line))
    for own_number, items in lines.items():
        yield from _placed(own_number, items, again if own_number == number else [])
    if number not in lines:
        yield from (held(row, SAME_TWICE) for row in again)


def _placed(number: str, lines: list[tuple[Row, OrderLine]], again: list[Row]) -> Iterator[Intent | Held]:
    rows = [row for row, _ in lines]
    try:
        yield from list(_whole_order(number, lines, again))
    except Hold as hold:
        for row in (*rows, *again):
            yield held(row, hold.problem)


def _renumbered(number: str, row: Row, first: Row) -> str:
    """Return a number for an order that somebody said is another than the first one of its number."""
    by = "date" if row.values.get("date") not in {None, first.values.get("date")} else "buyer"
    return f"{number} ({row.values.get(by)})"


def _of_another(row: Row, first: Row) -> bool:
    """Whether a row names another buyer or day than the first one of its number."""
    return any(row.values.get(m) not in {None, first.values.get(m)} for m in ("buyer", "date"))


def _item(row: Row) -> object:
    return tuple(
        str(row.values.get(meaning))
        for meaning in ("buyer", "date", "product", "quantity", "unit_price", "total")
    )


def _other_order(number: str, first: Row) -> tuple[str, str, str, str, str]:
    return (
        "number_used",
        f"เลขที่ {number} เป็นใบสั่งซื้อของแถวที่ {first.number} อยู่แล้ว แต่ลูกค้าหรือวันที่ไม่ตรงกัน",
        f"The number {number} is already that of the order in row {first.number}, of another buyer or day.",
        "แก้เลขที่ใบสั่งซื้อของแถวใดแถวหนึ่ง แล้วนำเข้าใหม่",
        "Change the number of one of the two and import again.",
    )


def _line(row: Row) -> OrderLine:
    """Return one product. What is not sold in whole pieces stands as one lot with its measure in the unit."""
    values: dict[str, Any] = row.values
    quantity, unit = Decimal(values.get("quantity") or 1), values.get("unit")
    price, total = values.get("unit_price"), values.get("total")
    if price is None:
        total = needed(row, "unit_price") if total is None else total
        price = Decimal(total) / quantity if quantity else Decimal(0)
    price = Decimal(price)
    if quantity == int(quantity) and price == int(price):
        return OrderLine(
            product=needed(row, "product"), quantity=int(quantity), unit=unit, unit_price=int(price)
        )
    whole = int((total if total is not None else price * quantity).__round__())
    return OrderLine(
        product=needed(row, "product"),
        quantity=1,
        unit=f"{quantity.normalize():f} {unit or ''}".strip(),
        unit_price=whole,
    )


def _whole_order(number: str, lines: list[tuple[Row, OrderLine]], again: list[Row]) -> Iterator[Intent]:
    rows = [*(row for row, _ in lines), *again]
    values: dict[str, Any] = {}
    for row in reversed(rows):
        values |= row.values
    on, items = needed(rows[0], "date"), tuple(item for _, item in lines)
    order = PlaceOrder(
        on=on, number=number, buyer=needed(rows[0], "buyer"), items=items, due=values.get("due")
    )
    yield intent(order, *rows)
    delivered, paid_on = values.get("delivered"), values.get("paid_on")
    if isinstance(delivered, date):
        yield intent(DeliverOrder(on=delivered, number=number), *rows, after=on)
    dated = isinstance(paid_on, date)
    paid, satang = _paid(lines, again)
    if dated or paid:
        pay = PayOrder(on=paid_on if isinstance(paid_on, date) else on, number=number, satang=satang)
        yield intent(pay, *rows, undated=not dated, after=on)


def _paid(lines: list[tuple[Row, OrderLine]], again: list[Row]) -> tuple[bool, int | None]:
    """Return whether an order was paid, and how much (satang) if only some of its products were."""
    if any(row.values.get("payment") == "paid" for row in again):
        return True, None
    said = {row.values.get("payment") for row, _ in lines}
    if said >= {"paid", "unpaid"}:
        settled = (
            item.quantity * item.unit_price for row, item in lines if row.values.get("payment") == "paid"
        )
        satang = sum(settled)
        return satang > 0, satang
    return "paid" in said, None


def materials(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """What was bought, how much, at what price."""
    yield from each(rows, context, _purchase)


def _purchase(row: Row, context: Context) -> Iterator[Intent]:  # noqa: ARG001 - every row is asked this way
    values: dict[str, Any] = row.values
    quantity, price, total = values.get("quantity"), values.get("unit_price"), values.get("total")
    if total is None:
        total = int((Decimal(needed(row, "unit_price")) * Decimal(needed(row, "quantity"))).__round__())
    yield intent(
        BuyMaterial(
            on=needed(row, "date"),
            material=needed(row, "material"),
            quantity=int(Decimal(quantity if quantity is not None else 1) * THOUSANDTHS),
            unit=values.get("unit"),
            unit_price=int(Decimal(price)) if price is not None else None,
            satang=total,
        ),
        row,
    )


def batches(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """Batches with the part used, what came of it, and the four checks."""
    yield from each(rows, context, _batch)


def _batch(row: Row, context: Context) -> Iterator[Intent]:
    values: dict[str, Any] = row.values
    lot = values.get("lot") or made_up(row, "date", "product", "part", "maker", "used", "made")
    ticked = values.get("checks") or {}
    yield intent(
        MakeBatch(
            on=needed(row, "date"),
            lot=str(lot),
            product=needed(row, "product"),
            part=values.get("part"),
            used=values.get("used") or 0,
            good=values.get("made") or 0,
            waste=values.get("waste") or 0,
            maker=context.person(row, "maker", "member", "name"),
            place=values.get("place") or "group",
            order=values.get("order_no"),
            **{ours: bool(ticked.get(theirs)) for theirs, ours in CHECKS.items()},
        ),
        row,
    )

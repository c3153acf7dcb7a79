"""Claims about the market: did orders rise, who buys, who comes back, and what is still to be paid?"""

from datetime import date, timedelta
from decimal import Decimal

from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.claims.pictured import channel_bars, columns_by_month
from kwan.lessons.claims.trends import early_and_late, ends_agree, every_month, trend_statistics
from kwan.lessons.claims.wording import listed
from kwan.lessons.rules import Finding, Month, Name, Slot, Verdict, found
from kwan.market import queries as market
from kwan.market.rules import AGENCIES, CHANNELS
from kwan.wellbeing.rules import Direction, rises

FEWEST_MONTHS = 3  # fewer are no row of months
KINDS_OF_AGENCIES = 2  # agencies of one kind are no network
REGULAR_ORDERS, REGULAR_DAYS = 3, 90

Slots = dict[str, Slot | tuple[Slot, ...]]
Statistics = dict[str, int | Decimal | str | bool | None]


def orders_rose(books: Books) -> Finding:
    """Answer "orders rose": orders counted month by month, six months or more (see `rises`)."""
    by_month = every_month(books.parts("orders.by_month"), books.this_month())
    if len(by_month) < FEWEST_MONTHS:
        return found(
            "not_enough_data",
            "ใบสั่งซื้อของ{group}มีบันทึกไม่ถึงสามเดือน จึงยังบอกไม่ได้ว่าคำสั่งซื้อเพิ่มขึ้นหรือไม่",
            "The orders of {group} cover less than three months, so they cannot say whether orders rose.",
            {"group": books.group()},
        )
    trend = rises(by_month.values())
    first, last = min(by_month), max(by_month)
    slots: Slots = {
        "first": books.figure("orders.by_month", str(first)),
        "last": books.figure("orders.by_month", str(last)),
        "from": Month(first),
        "to": Month(last),
        "months": calculated("months", len(by_month), "count"),
        "all": books.figure("orders.by_month"),
        "p": calculated("p", Decimal(str(trend.mann_kendall.p)) if trend.mann_kendall else Decimal(1), "p"),
    }
    early, late = early_and_late(trend)
    slots |= {"early": calculated("early", early, "points"), "late": calculated("late", late, "points")}
    statistics = {**trend_statistics(trend), "early": early, "late": late}
    th, en = _ends(
        agree=trend.direction in ("flat", "too_few") or ends_agree(trend, by_month[first], by_month[last])
    )
    picture = columns_by_month(by_month, "ใบสั่งซื้อแต่ละเดือน", "Orders each month")
    verdict, said_th, said_en, why = _TREND_SAID[trend.direction]
    return found(
        verdict, said_th.replace("…", th), said_en.replace("…", en), slots,
        statistics=statistics, picture=picture, why=why,
    )  # fmt: skip


_TREND_SAID: dict[Direction, tuple[Verdict, str, str, tuple[str, str]]] = {
    "rising": (
        "supported",
        "คำสั่งซื้อแต่ละเดือนเพิ่มขึ้น … (ดู {months} เดือน รวม {all} ใบ)",
        "Orders a month rose: … ({months} months, {all} orders in all).",
        ("", ""),
    ),
    "falling": (
        "not_supported",
        "คำสั่งซื้อแต่ละเดือนลดลง … (ดู {months} เดือน รวม {all} ใบ)",
        "Orders a month fell: … ({months} months, {all} orders in all).",
        ("ข้อมูลชี้ไปอีกทางหนึ่ง", "The books point the other way."),
    ),
    "flat": (
        "not_supported",
        "ใบสั่งซื้อ… (ดู {months} เดือน รวม {all} ใบ)",
        "Orders a month: … ({months} months, {all} orders in all).",
        (
            "ดูทั้ง {months} เดือนแล้ว ยังไม่เห็นแนวโน้มที่ชัด (p = {p})",
            "Over all {months} months there is no clear trend (p = {p}).",
        ),
    ),
    "too_few": (
        "not_enough_data",
        "มีใบสั่งซื้อ {all} ใบใน {months} เดือน … ยังสั้นเกินกว่าจะบอกว่าเพิ่มขึ้น",
        "There were {all} orders in {months} months: …; too few months to call it a rise.",
        ("", ""),
    ),
}
"""What each direction is told as; the ellipsis is where both ends stand."""


def _ends(*, agree: bool) -> tuple[str, str]:
    """Return the words for both ends: the months themselves, or the middle of the first and last third where they mislead."""
    if agree:
        return "{from} มี {first} ใบ {to} มี {last} ใบ", "{first} in {from}, {last} in {to}"
    return (
        "ช่วงแรกเดือนละ {early} ใบ ช่วงหลังเดือนละ {late} ใบ",
        "about {early} a month at first, about {late} of late",
    )


def agencies_buy(books: Books) -> Finding:
    """Answer "agencies buy": agencies of two kinds or more among those who ordered."""
    ordered, agencies = books.parts("orders.value_by_channel"), books.parts("agencies.ordering")
    kinds = [channel for channel in AGENCIES if channel in ordered]
    slots: Slots = {
        "group": books.group(),
        "agencies": books.figure("agencies.ordering"),
        "kinds": calculated("kinds", len(kinds), "count"),
        "names": tuple(Name(name, name) for name in agencies),
    }
    if not ordered:
        return found(
            "not_enough_data",
            "สมุดของ{group}ยังไม่มีใบสั่งซื้อ จึงยังบอกไม่ได้ว่าหน่วยงานสั่งซื้อหรือไม่",
            "The books of {group} hold no orders yet, so they cannot say whether agencies buy.",
            slots,
        )
    rows = [(Name(*CHANNELS[kind]), books.figure("orders.value_by_channel", kind)) for kind in kinds]
    th, en = listed(slots, rows, "{a} {b} บาท", "{a} {b} baht")
    statistics, picture = {"kinds": len(kinds)}, channel_bars(ordered)
    table = tuple(rows)
    if len(kinds) >= KINDS_OF_AGENCIES:
        return found(
            "supported",
            f"หน่วยงานที่สั่งซื้อกับ{{group}}มี {{agencies}} แห่ง จาก {{kinds}} ประเภท คือ {th} (ได้แก่ {{names}})",
            f"{{agencies}} agencies of {{kinds}} kinds ordered from {{group}}: {en} ({{names}}).",
            slots, statistics=statistics, picture=picture, table=table,
        )  # fmt: skip
    if kinds:
        return found(
            "not_supported",
            f"หน่วยงานที่สั่งซื้อกับ{{group}}มีประเภทเดียว คือ {th} (ได้แก่ {{names}})",
            f"Agencies of one kind ordered from {{group}}: {en} ({{names}}).",
            slots, statistics=statistics, picture=picture, table=table,
            why=("ยังไม่ถึงสองประเภท จึงยังไม่เรียกว่าเครือข่ายหน่วยงาน", "These are fewer than two kinds, so it is not called a network of agencies."),
        )  # fmt: skip
    return found(
        "not_supported",
        "ใบสั่งซื้อของ{group}มาจากร้านค้าและลูกค้าทั่วไป ยังไม่มีจากหน่วยงาน",
        "The orders of {group} came from shops and other customers; none came from an agency yet.",
        slots, statistics=statistics, picture=picture,
        why=("ต้องมีหน่วยงานอย่างน้อยสองประเภท", "It takes agencies of two kinds at least."),
    )  # fmt: skip


def is_regular(days: list[date], today: date) -> bool:
    """Return whether somebody with orders on these days is a regular buyer today: three or more in the last 90 days."""
    return sum(today - timedelta(days=REGULAR_DAYS) < day <= today for day in days) >= REGULAR_ORDERS


def regular(books: Books) -> dict[str, list[str]]:
    """Return the regular buyers by name: those of the agencies, and the shops."""
    days: dict[tuple[str, str], list[date]] = {}
    for order in market.orders(books.book, books.last_entry):
        days.setdefault((order.channel, order.buyer), []).append(order.on)
    today = books.today() or date.min
    names: dict[str, list[str]] = {"agencies": [], "shops": []}
    for (channel, buyer), on in sorted(days.items()):
        if channel in (*AGENCIES, "shop") and is_regular(on, today):
            names["shops" if channel == "shop" else "agencies"].append(buyer)
    return names


def regular_buyers(books: Books) -> Finding:
    """Answer "agencies and regular shops order": three orders or more in the last ninety days, declared beforehand."""
    if not books.parts("orders.by_month"):
        return found(
            "not_enough_data",
            "สมุดของ{group}ยังไม่มีใบสั่งซื้อ จึงยังบอกไม่ได้ว่ามีผู้สั่งซื้อประจำหรือไม่",
            "The books of {group} hold no orders yet, so they cannot say whether anybody orders regularly.",
            {"group": books.group()},
        )
    names = regular(books)
    agencies, shops = (names[kind] for kind in ("agencies", "shops"))
    slots: Slots = {
        "group": books.group(),
        "agencies": calculated("regular_agencies", len(agencies), "count"),
        "shops": calculated("regular_shops", len(shops), "count"),
        "who": tuple(Name(name, name) for name in (*agencies, *shops)),
        "orders": calculated("orders_needed", REGULAR_ORDERS, "count"),
        "days": calculated("days_looked_at", REGULAR_DAYS, "count"),
    }
    statistics = {
        "regular_agencies": len(agencies), "regular_shops": len(shops),
        "orders_needed": REGULAR_ORDERS, "days_looked_at": REGULAR_DAYS,
    }  # fmt: skip
    rule = (
        "นับว่าสั่งประจำเมื่อสั่งตั้งแต่ {orders} ใบขึ้นไปในช่วง {days} วันล่าสุด",
        "A regular buyer placed {orders} orders or more in the last {days} days.",
    )
    if not agencies and not shops:
        return found(
            "not_supported",
            "ในช่วง {days} วันล่าสุด ยังไม่มีหน่วยงานหรือร้านค้าที่สั่งซื้อกับ{group}ตั้งแต่ {orders} ใบขึ้นไป",
            "In the last {days} days no agency or shop placed {orders} orders or more with {group}.",
            slots, statistics=statistics, why=rule,
        )  # fmt: skip
    verdict, missing = (
        ("supported", ("", "")) if agencies and shops else ("partly", _missing(shops=bool(shops)))
    )
    return found(
        "supported" if verdict == "supported" else "partly",
        "ผู้สั่งซื้อประจำของ{group}มีหน่วยงาน {agencies} แห่ง และร้านค้า {shops} แห่ง คือ {who}",
        "The regular buyers of {group} are {agencies} of the agencies and {shops} of the shops: {who}.",
        slots, statistics=statistics, why=(f"{missing[0]}{rule[0]}", f"{missing[1]}{rule[1]}"),
    )  # fmt: skip


def _missing(*, shops: bool) -> tuple[str, str]:
    if shops:
        return "ยังไม่มีหน่วยงานที่สั่งประจำ ", "No agency orders regularly yet. "
    return "ยังไม่มีร้านค้าที่สั่งประจำ ", "No shop orders regularly yet. "


def receivable(books: Books) -> Finding:
    """Answer "what was ordered is paid": money still to come, for which nobody is blamed."""
    ordered, to_come = books.value("orders.value"), books.value("orders.receivable")
    slots: Slots = {
        "group": books.group(),
        "ordered": books.figure("orders.value"),
        "to_come": books.figure("orders.receivable"),
        "paid": books.figure("orders.paid"),
    }
    if not ordered:
        return found(
            "not_enough_data",
            "สมุดของ{group}ยังไม่มีใบสั่งซื้อ จึงยังไม่มีเงินที่รอรับ",
            "The books of {group} hold no orders yet, so no money is awaited.",
            slots,
        )
    if not to_come:
        return found(
            "supported",
            "ได้รับเงินตามใบสั่งซื้อครบทั้ง {ordered} บาท",
            "All orders are paid: {ordered} baht.",
            slots,
        )
    verdict, why = (
        ("partly", ("ยังรอรับเงินบางใบ", "Some orders are still to be paid."))
        if books.value("orders.paid")
        else ("not_supported", ("ยังรอรับเงินทุกใบ", "Every order is still to be paid."))
    )
    return found(
        "partly" if verdict == "partly" else "not_supported",
        "ใบสั่งซื้อรวม {ordered} บาท รับเงินแล้ว {paid} บาท รอรับเงินอีก {to_come} บาท",
        "Orders come to {ordered} baht; {paid} baht are paid, {to_come} baht are still to come.",
        slots, why=why,
    )  # fmt: skip


CLAIMS = (
    Claim("market.orders_rose", "market", "คำสั่งซื้อเพิ่มขึ้นหรือไม่", "Did orders rise?", orders_rose),
    Claim(
        "market.agencies_buy",
        "market",
        "มีหน่วยงานหลายประเภทสั่งซื้อหรือไม่",
        "Do agencies of several kinds buy?",
        agencies_buy,
    ),
    Claim(
        "market.regular_buyers",
        "market",
        "มีหน่วยงานและร้านค้าที่สั่งประจำหรือไม่",
        "Do agencies and shops order regularly?",
        regular_buyers,
    ),
    Claim("orders.receivable", "market", "ได้รับเงินตามใบสั่งซื้อครบหรือยัง", "Are the orders paid?", receivable),
)

"""Claims that hold orders against dated events: were there fewer, and did new ways of selling begin?"""

from decimal import Decimal

from kwan.lessons.claims.events import Dated, for_each_event
from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.claims.market import FEWEST_MONTHS
from kwan.lessons.claims.pictured import columns_by_month
from kwan.lessons.claims.trends import every_month, middle
from kwan.lessons.claims.wording import listed
from kwan.lessons.rules import Finding, Month, Name, Slot, found
from kwan.market import queries as market
from kwan.market.rules import CHANNELS

Slots = dict[str, Slot | tuple[Slot, ...]]
Statistics = dict[str, int | Decimal | str | bool | None]


def shock(books: Books, event: Dated | None) -> Finding:
    """Answer "fewer orders in that time": each month of a dated event against the usual month before it."""
    if event is None:
        return found(
            "not_enough_data",
            "สมุดของ{group}ไม่มีเหตุการณ์ที่จดวันที่ไว้ จึงเทียบไม่ได้ว่าช่วงใดมีคำสั่งซื้อน้อยลง",
            "The books of {group} note no event with its date, so no months can be compared with it.",
            {"group": books.group()},
        )
    by_month = every_month(books.parts("orders.by_month"), books.this_month())
    before = [orders for month, orders in by_month.items() if month < event.first_month]
    during = {
        month: orders for month, orders in by_month.items() if event.first_month <= month <= event.last_month
    }
    slots: Slots = {"event": event.name, "from": Month(event.first_month), "group": books.group()}
    if len(before) < FEWEST_MONTHS or not during:
        return found(
            "not_enough_data",
            "สมุดมีใบสั่งซื้อก่อนช่วง “{event}” ({from}) ไม่ถึงสามเดือน หรือไม่มีในช่วงนั้น จึงเทียบไม่ได้",
            "The books hold less than three months of orders before “{event}” ({from}), or none since, so nothing can be compared.",
            slots,
        )
    usual, fewer = middle(before), sum(orders < middle(before) for orders in during.values())
    slots |= {
        "to": Month(max(during)),
        "fewer": calculated("fewer", fewer, "count"),
        "months": calculated("months", len(during), "count"),
        "usual": calculated("usual", usual, "points"),
    }
    statistics: Statistics = {
        "fewer": fewer,
        "months": len(during),
        "usual": usual,
        "months_before": len(before),
    }
    picture = columns_by_month(by_month, "ใบสั่งซื้อแต่ละเดือน", "Orders each month")
    th = "ช่วง “{event}” ({from} ถึง {to}) มี {fewer} จาก {months} เดือนที่คำสั่งซื้อน้อยกว่าเดือนกลาง ๆ ก่อนหน้านั้น ({usual} ใบ)"
    en = "During “{event}” ({from} to {to}) {fewer} of {months} months had fewer orders than the middle month before ({usual})."
    if fewer == len(during):
        return found("supported", th, en, slots, statistics=statistics, picture=picture)
    if 2 * fewer > len(during):
        why = ("ไม่ใช่ทุกเดือนของช่วงนั้น", "It was not so in every month of that time.")
        return found("partly", th, en, slots, statistics=statistics, picture=picture, why=why)
    why = ("คำสั่งซื้อในช่วงนั้นไม่ได้น้อยลงเป็นส่วนมาก", "In half of those months or more, orders were not fewer.")
    return found("not_supported", th, en, slots, statistics=statistics, picture=picture, why=why)


def ways_tried(books: Books, event: Dated | None) -> Finding:
    """Answer "new ways of selling": channels first ordered through since a dated event, and what each brought."""
    slots: Slots = {"group": books.group()}
    if event is None:
        return found(
            "not_enough_data",
            "สมุดของ{group}ไม่มีเหตุการณ์ที่จดวันที่ไว้ จึงบอกไม่ได้ว่าช่องทางขายใดเป็นทางใหม่หลังจากนั้น",
            "The books of {group} note no event with its date, so they cannot say which ways of selling were new since.",
            slots,
        )
    # Newest first, so that each channel's earliest order is what stays.
    first = {order.channel: order.on for order in market.orders(books.book, books.last_entry)}
    slots |= {"event": event.name}
    if not first or min(first.values()) >= event.on:
        return found(
            "not_enough_data",
            "สมุดไม่มีใบสั่งซื้อก่อนช่วง “{event}” จึงบอกไม่ได้ว่าช่องทางขายใดเป็นทางใหม่",
            "The books hold no orders from before “{event}”, so they cannot say which ways of selling were new.",
            slots,
        )
    books.take("orders.value_by_channel")
    new = [channel for channel in CHANNELS if channel in first and first[channel] >= event.on]
    if not new:
        return found(
            "not_supported",
            "ตั้งแต่ “{event}” ใบสั่งซื้อยังมาทางช่องทางที่มีอยู่เดิม",
            "Since “{event}” orders have come through the channels there were before.",
            slots,
            why=("ยังไม่มีช่องทางที่เริ่มมีคำสั่งซื้อหลังวันนั้น", "No channel brought its first order after that day."),
        )
    rows = [(Name(*CHANNELS[one]), books.figure("orders.value_by_channel", one)) for one in new]
    th, en = listed(slots, rows, "{a} {b} บาท", "{a} {b} baht")
    slots["ways"] = calculated("ways", len(new), "count")
    return found(
        "supported",
        f"ตั้งแต่ “{{event}}” มีช่องทางขายที่เริ่มมีคำสั่งซื้อ {{ways}} ช่องทาง คือ {th}",
        f"Channels whose first order came since “{{event}}” ({{ways}}): {en}.",
        slots, statistics={"ways": len(new)}, table=tuple(rows),
    )  # fmt: skip


def _shocks(books: Books) -> list[Claim]:
    return for_each_event(
        books,
        "market.shock",
        "market",
        ("ช่วงที่เกิดเหตุการณ์ คำสั่งซื้อน้อยลงหรือไม่", "Were there fewer orders while it lasted?"),
        shock,
    )


def _ways(books: Books) -> list[Claim]:
    return for_each_event(
        books,
        "market.ways_tried",
        "market",
        ("มีช่องทางขายใหม่หรือไม่", "Were there new ways of selling?"),
        ways_tried,
    )


CLAIMS = (_shocks, _ways)

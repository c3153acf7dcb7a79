"""The claim about savings per member: what each of today's members keeps with the group, on average.

What is lent out is in it, for it is theirs. An average of fewer than five would tell of each of them.
"""

from collections import Counter
from decimal import ROUND_HALF_UP, Decimal

from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.claims.pictured import steps_by_month
from kwan.lessons.claims.savings import net_by_month
from kwan.lessons.claims.trends import running, told_direction, trend_statistics
from kwan.lessons.rules import Draw, Finding, Month, Slots, found
from kwan.wellbeing.rules import FEWEST_PEOPLE, rises

BY_DISTRICT = "members.by_district_month"  # the measure that has everybody who came and went, by month
Statistics = dict[str, int | Decimal | str | bool | None]


def per_member(books: Books) -> Finding:
    """Answer "how much does each member keep": all savings over today's members, and which way that went (see `rises`)."""
    active = books.value("members.active")
    if active < FEWEST_PEOPLE:
        return found(
            "not_enough_data",
            "{group}มีสมาชิกน้อยกว่าห้าคน จึงไม่บอกเงินออมเฉลี่ย เพื่อไม่ให้รู้ว่าใครออมเท่าใด",
            "{group} has fewer than five members, so average savings are not told: nobody's passbook may be read from them.",
            {"group": books.group()},
        )
    average = _average(books.value("savings.balance"), active)
    slots: Slots = {
        "average": calculated("average", average, "satang"),
        "balance": books.figure("savings.balance"),
        "active": books.figure("members.active"),
    }
    by_month = _by_month(books)
    trend, statistics = "", Statistics({"average": average})
    if by_month:
        trend, statistics, more = _which_way(by_month, statistics)
        slots = {**slots, **more}
    return _told(books, trend, slots, statistics, _picture(by_month))


def _which_way(by_month: dict[int, int], statistics: Statistics) -> tuple[str, Statistics, Slots]:
    averages = list(by_month.values())
    trend = rises(averages)
    return (
        told_direction(trend, averages),
        {**statistics, "first": averages[0], **trend_statistics(trend)},
        {"first": calculated("first", averages[0], "satang"), "from": Month(min(by_month))},
    )


def _told(
    books: Books, direction: str, slots: Slots, statistics: Statistics, picture: Draw | None
) -> Finding:
    th = "สมาชิกหนึ่งคนมีเงินออมกับกลุ่มเฉลี่ย {average} บาท (รวม {balance} บาท สมาชิก {active} คน)"
    en = "Each member keeps {average} baht with the group on average ({balance} baht in all, members: {active})"
    if direction == "rising":
        th, en = (
            th + " เพิ่มขึ้นจาก {first} บาทเมื่อสิ้นเดือน{from}",
            en + ", up from {first} baht at the end of {from}",
        )
    if direction == "falling":
        th, en = (
            th + " ลดลงจาก {first} บาทเมื่อสิ้นเดือน{from}",
            en + ", down from {first} baht at the end of {from}",
        )
    if books.value("savings.members_saving") > books.value("savings.active_members_saving"):
        why = (
            "ยอดรวมมีเงินของผู้ที่ออกจากกลุ่มแล้วอยู่ด้วย",
            "In the sum there is money of people who have left the group.",
        )
        return found("partly", th, en + ".", slots, statistics=statistics, picture=picture, why=why)
    return found("supported", th, en + ".", slots, statistics=statistics, picture=picture)


def _by_month(books: Books) -> dict[int, int]:
    """Return the average at the end of every month since which there were always five members or more (satang)."""
    came = Counter[str]()
    for part, people in books.parts(BY_DISTRICT).items():
        came[part.rpartition("/")[2]] += people
    today = books.this_month()
    members, balances = running(came, today), running(net_by_month(books), today)
    held: dict[int, int] = {}
    for month, balance in balances.items():
        people = members.get(month, 0)
        held = {**held, month: _average(balance, people)} if people >= FEWEST_PEOPLE else {}
    return held


def _average(satang: int, people: int) -> int:
    """Return so much for each, to the nearest baht (satang)."""
    return int((Decimal(satang) / people / 100).quantize(Decimal(1), ROUND_HALF_UP)) * 100


def _picture(by_month: dict[int, int]) -> Draw | None:
    if len(by_month) < 2:  # noqa: PLR2004 - one month is no picture
        return None
    return steps_by_month(by_month, "เงินออมเฉลี่ยต่อสมาชิก", "Savings per member")


def claims(books: Books) -> list[Claim]:
    """Return the claim, unless nobody saved anything."""
    if not books.in_confidence("savings.balance").rows:
        return []
    return [
        Claim(
            "savings.per_member", "money", "สมาชิกหนึ่งคนออมไว้เฉลี่ยเท่าใด", "How much does each member keep?", per_member
        )
    ]  # fmt: skip


CLAIMS = (claims,)

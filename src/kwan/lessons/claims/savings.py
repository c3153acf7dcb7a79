"""Claims about savings: do most members save, and did savings rise?"""

from collections.abc import Mapping
from decimal import Decimal

from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.claims.pictured import steps_by_month
from kwan.lessons.claims.trends import running, told_direction, trend_statistics
from kwan.lessons.rules import Draw, Finding, Month, Slot, Slots, found, percent
from kwan.wellbeing.rules import Direction, rises

MOST = 50  # percent; "most" begins above it

Facts = Mapping[str, int | Decimal | str | bool | None]


def most_save(books: Books) -> Finding:
    """Answer "most members save": active members whose balance is above zero, out of all active members."""
    active, saving = books.value("members.active"), books.value("savings.active_members_saving")
    slots: dict[str, Slot | tuple[Slot, ...]] = {
        "group": books.group(),
        "saving": books.figure("savings.active_members_saving"),
        "active": books.figure("members.active"),
        "balance": books.figure("savings.balance"),
    }
    saved = books.take("savings.deposits").rows or books.take("savings.opening").rows
    if not active or not saved:
        return found(
            "not_enough_data",
            "สมุดของ{group}ยังไม่มีทะเบียนสมาชิกหรือสมุดออม จึงยังบอกไม่ได้ว่าสมาชิกส่วนใหญ่ออมหรือไม่",
            "The books of {group} have no register of members or no passbooks yet, so they cannot say whether most members save.",
            slots,
        )
    share = percent(saving, active)
    slots["share"] = calculated("share", share, "percent")
    statistics = {"share": share}
    if saving == active:
        return found(
            "supported",
            "สมาชิกทุกคนมีเงินออมกับกลุ่ม คือ {saving} จาก {active} คน",
            "All members have savings with the group: {saving} of {active}.",
            slots,
            statistics=statistics,
        )
    if share > MOST:
        return found(
            "supported",
            "สมาชิกส่วนใหญ่มีเงินออมกับกลุ่ม คือ {saving} จาก {active} คน (ร้อยละ {share})",
            "Most members have savings with the group: {saving} of {active} ({share} percent).",
            slots,
            statistics=statistics,
        )
    return found(
        "not_supported",
        "มีสมาชิก {saving} จาก {active} คน (ร้อยละ {share}) ที่มีเงินออมกับกลุ่ม",
        "{saving} of {active} members ({share} percent) have savings with the group.",
        slots,
        statistics=statistics,
        why=(
            "ยังไม่เกินครึ่งของสมาชิกปัจจุบัน จึงยังไม่พูดว่า “ส่วนใหญ่”",
            "This is not more than half of today's members, so “most” is not said.",
        ),
    )


def rose(books: Books) -> Finding:
    """Answer "savings rose": the balance at the end of each month, six months or more (see `rises`)."""
    by_month = running(net_by_month(books), books.this_month())
    balances = list(by_month.values())
    if len(balances) < 2:  # noqa: PLR2004 - a rise has two ends
        return found(
            "not_enough_data",
            "สมุดออมของ{group}มีบันทึกไม่ถึงสองเดือน จึงยังบอกไม่ได้ว่าเงินออมเพิ่มขึ้นหรือไม่",
            "The passbooks of {group} hold less than two months, so they cannot say whether savings rose.",
            {"group": books.group()},
        )
    trend = rises(balances)
    slots: Slots = {
        "first": calculated("first", balances[0], "satang"),
        "last": books.figure("savings.balance"),
        "from": Month(min(by_month)),
        "to": Month(max(by_month)),
        "months": calculated("months", len(balances), "count"),
        "p": calculated("p", Decimal(str(trend.mann_kendall.p)) if trend.mann_kendall else Decimal(1), "p"),
    }
    statistics: Facts = {"first": balances[0], "last": balances[-1], **trend_statistics(trend)}
    picture = steps_by_month(by_month, "เงินออมสะสม", "Savings")
    return _told(told_direction(trend, balances), slots, statistics, picture)


def net_by_month(books: Books) -> dict[str, int]:
    """Return what each month added. In a book that began in mid-life its first month adds what was brought forward."""
    net = dict(books.parts("savings.by_month"))
    for month, satang in books.parts("savings.opening").items():
        net[month] = net.get(month, 0) + satang
    return net


def _told(direction: Direction, slots: Slots, statistics: Facts, picture: Draw) -> Finding:
    match direction:
        case "rising":
            return found(
                "supported",
                "เงินออมของสมาชิกเพิ่มขึ้นจาก {first} บาทเมื่อสิ้นเดือน{from} เป็น {last} บาทเมื่อสิ้นเดือน{to} (ดู {months} เดือน)",
                "Members' savings rose from {first} baht at the end of {from} to {last} baht at the end of {to} ({months} months).",
                slots, statistics=statistics, picture=picture,
            )  # fmt: skip
        case "falling":
            return found(
                "not_supported",
                "เงินออมของสมาชิกลดลงจาก {first} บาทเมื่อสิ้นเดือน{from} เป็น {last} บาทเมื่อสิ้นเดือน{to}",
                "Members' savings fell from {first} baht at the end of {from} to {last} baht at the end of {to}.",
                slots, statistics=statistics, picture=picture,
                why=("ข้อมูลชี้ไปอีกทางหนึ่ง", "The books point the other way."),
            )  # fmt: skip
        case "too_few":
            return found(
                "not_enough_data",
                "เงินออมของสมาชิกเมื่อสิ้นเดือน{to} มี {last} บาท มีบันทึก {months} เดือน ยังสั้นเกินกว่าจะบอกว่าเพิ่มขึ้น",
                "Members' savings stood at {last} baht at the end of {to}; {months} months are too few to call it a rise.",
                slots, statistics=statistics, picture=picture,
            )  # fmt: skip
    return found(
        "not_supported",
        "เงินออมของสมาชิกมี {first} บาทเมื่อสิ้นเดือน{from} และ {last} บาทเมื่อสิ้นเดือน{to}",
        "Members' savings stood at {first} baht at the end of {from} and at {last} baht at the end of {to}.",
        slots, statistics=statistics, picture=picture,
        why=("ดูทั้ง {months} เดือนแล้ว ยังไม่เห็นแนวโน้มที่ชัด (ค่า p = {p})", "Over all {months} months there is no clear trend (p = {p})."),
    )  # fmt: skip


CLAIMS = (
    Claim("savings.most_save", "money", "สมาชิกส่วนใหญ่ออมหรือไม่", "Do most members save?", most_save),
    Claim("savings.rose", "money", "เงินออมเพิ่มขึ้นหรือไม่", "Did savings rise?", rose),
)

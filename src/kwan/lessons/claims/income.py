"""Claims about income: do members earn from the group, and did what they earn rise?"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.claims.pictured import columns_by_month
from kwan.lessons.claims.trends import every_month, told_direction, trend_statistics
from kwan.lessons.rules import Finding, Month, Slot, found, percent
from kwan.people import queries as people
from kwan.pictures import BAHT
from kwan.wellbeing.rules import Direction, Trend, rises

MOST = 50  # percent; "most" begins above it
ENOUGH_HAVE_BOTH = 80  # percent of members, whose pay must be known at both ends
FEWEST_MONTHS = 2  # a change has two ends

Facts = dict[str, int | Decimal | str | bool | None]
Slots = dict[str, Slot | tuple[Slot, ...]]


@dataclass(frozen=True)
class Pay:
    """Pay as the books note it: the sum of each month and of each member in a month (satang)."""

    by_month: Mapping[int, int]
    by_member: Mapping[tuple[str, int], int]
    members: frozenset[str]

    @property
    def noted(self) -> frozenset[int]:
        """The months (yyyymm) in which any pay was noted."""
        return frozenset(month for _, month in self.by_member)

    def each(self, month: int) -> Fraction:
        """Return what a member got in a month on average (satang), of those whose pay was noted; 0 of none."""
        people_paid = sum(paid_in == month for _, paid_in in self.by_member)
        return Fraction(self.by_month[month], people_paid) if people_paid else Fraction(0)

    def at_both_ends(self) -> int:
        """Return how many of today's members have pay noted in the first and in the last third of the months."""
        months = sorted(self.by_month)
        third = max(1, len(months) // 3)
        ends = [
            {who for who, month in self.by_member if month in part}
            for part in (months[:third], months[-third:])
        ]
        return len(ends[0] & ends[1] & self.members)


def read(books: Books) -> Pay:
    """Return the pay that the books note, every month from the first to the last."""
    by_member = {}
    for part, satang in books.parts("income.by_member_month").items():
        member, month = part.rsplit("/", 1)
        by_member[member, int(month)] = satang
    today = frozenset(m.reference for m in people.members(books.book, books.last_entry) if m.left is None)
    return Pay(every_month(books.parts("income.by_month")), by_member, today)


def total(books: Books) -> Finding:
    """Answer "members earn from the group": today's members with pay noted, out of all of them."""
    pay, active = read(books), books.value("members.active")
    earning = len({who for (who, _), satang in pay.by_member.items() if satang > 0} & pay.members)
    slots: Slots = {"group": books.group(), "total": books.figure("income.total")}
    if not books.value("income.total") or not active:
        return found(
            "not_enough_data",
            "สมุดของ{group}ยังไม่มีรายได้ที่สมาชิกได้จากกลุ่มจดไว้ จึงยังบอกไม่ได้ว่าสมาชิกมีรายได้จากกลุ่มหรือไม่",
            "The books of {group} hold no pay of members yet, so they cannot say whether members earn from the group.",
            slots,
        )
    share = percent(earning, active)
    slots |= {
        "from": Month(min(pay.by_month)),
        "to": Month(max(pay.by_month)),
        "active": books.figure("members.active"),
        "earning": calculated("earning", earning, "count"),
        "share": calculated("share", share, "percent"),
    }
    said = (
        "สมาชิกปัจจุบัน {earning} จาก {active} คน (ร้อยละ {share}) มีรายได้จากกลุ่มตามที่จดไว้ รายได้ของทุกคนตั้งแต่เดือน{from} ถึงเดือน{to} รวมเป็นเงิน {total} บาท",
        "Of today's {active} members, {earning} ({share} percent) have pay noted; all pay from {from} to {to} comes to {total} baht.",
    )
    statistics: Facts = {"earning": earning, "share": share}
    if share > MOST:
        return found("supported", *said, slots, statistics=statistics)
    if not earning:
        why = ("รายได้ที่จดไว้เป็นของผู้ที่ออกจากกลุ่มแล้ว", "What is noted was paid to people who have left.")
        return found("not_supported", *said, slots, statistics=statistics, why=why)
    why = (
        "ยังไม่เกินครึ่งของสมาชิกปัจจุบันที่มีรายได้จดไว้",
        "Pay is noted for no more than half of today's members.",
    )
    return found("partly", *said, slots, statistics=statistics, why=why)


def rose(books: Books) -> Finding:
    """Answer "members' income rose": the sum of each month and the average of a member paid, both (see `rises`).

    Months between without any pay noted, and fewer than 80 percent of today's members with pay noted at
    both ends, keep it at partly: the sums may then be those of other people, or of a book half kept.
    """
    pay = read(books)
    if len(pay.by_month) < FEWEST_MONTHS:
        return found(
            "not_enough_data",
            "รายได้จากกลุ่มของ{group}มีบันทึกไม่ถึงสองเดือน จึงยังบอกไม่ได้ว่ารายได้เพิ่มขึ้นหรือไม่",
            "The pay of {group} is noted for less than two months, so the books cannot say whether it rose.",
            {"group": books.group()},
        )
    averages = [pay.each(month) for month in pay.by_month]
    whole, each = rises(pay.by_month.values()), rises(averages)
    direction = told_direction(whole, list(pay.by_month.values()))
    facts = _statistics(books, pay, whole, each)
    slots = _slots(books, pay, facts)
    if direction == "rising":
        return _rising(pay, slots, facts, told_direction(each, averages))
    return _not_rising(pay, slots, facts, direction)


def _statistics(books: Books, pay: Pay, whole: Trend, each: Trend) -> Facts:
    first, last = min(pay.by_month), max(pay.by_month)
    active = books.value("members.active")
    return {
        **trend_statistics(whole),
        **{f"each_{name}": value for name, value in trend_statistics(each).items()},
        "first_each": _satang(pay.each(first)),
        "last_each": _satang(pay.each(last)),
        "at_both_ends": pay.at_both_ends(),
        "coverage": percent(pay.at_both_ends(), active) if active else Decimal(0),
        "months_without": len(set(pay.by_month) - pay.noted),
    }


def _satang(amount: Fraction) -> int:
    return int((Decimal(amount.numerator) / Decimal(amount.denominator)).quantize(Decimal(1), ROUND_HALF_UP))


def _slots(books: Books, pay: Pay, facts: Facts) -> Slots:
    first, last = min(pay.by_month), max(pay.by_month)
    return {
        "first": books.figure("income.by_month", str(first)),
        "last": books.figure("income.by_month", str(last)),
        "from": Month(first),
        "to": Month(last),
        "active": books.figure("members.active"),
        "months": calculated("months", len(pay.by_month), "count"),
        "first_each": calculated("first_each", _satang(pay.each(first)), "satang"),
        "last_each": calculated("last_each", _satang(pay.each(last)), "satang"),
        "at_both_ends": calculated("at_both_ends", pay.at_both_ends(), "count"),
        "months_without": calculated("months_without", len(set(pay.by_month) - pay.noted), "count"),
        "p": calculated("p", _decimal(facts["p"]), "p"),
    }


def _decimal(value: object) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(1)


def _rising(pay: Pay, slots: Slots, facts: Facts, each: Direction) -> Finding:
    picture = columns_by_month(pay.by_month, "รายได้จากกลุ่มแต่ละเดือน", "Pay from the group each month", BAHT)
    if each == "falling":
        why = (
            "เฉลี่ยต่อคนที่ได้รับลดลง จาก {first_each} บาท เป็น {last_each} บาท",
            "On average for each member who was paid it fell, from {first_each} to {last_each} baht.",
        )
    elif each != "rising":
        why = (
            "เมื่อคิดเฉลี่ยต่อคนที่ได้รับ ยังไม่เห็นแนวโน้มที่ชัด",
            "On average for each member who was paid, there is no clear trend.",
        )
    elif facts["months_without"]:
        why = (
            "ระหว่างนั้นมี {months_without} เดือนที่ไม่ได้จดรายได้ไว้",
            "Between them, {months_without} months have no pay noted.",
        )
    elif _decimal(facts["coverage"]) < ENOUGH_HAVE_BOTH:
        why = (
            "สมาชิกปัจจุบันที่มีรายได้จดไว้ทั้งช่วงต้นและช่วงท้ายมี {at_both_ends} จาก {active} คน จึงยังไม่พูดแทนสมาชิกทุกคน",
            "Of today's {active} members {at_both_ends} have pay noted both early and late, so this is not said of all.",
        )
    else:
        return found(
            "supported",
            "รายได้ที่สมาชิกได้จากกลุ่มเพิ่มขึ้น รวมจาก {first} บาทในเดือน{from} เป็น {last} บาทในเดือน{to} "
            "เฉลี่ยต่อคนที่ได้รับ จาก {first_each} บาท เป็น {last_each} บาท (ดู {months} เดือน)",
            "Members' pay from the group rose from {first} baht in {from} to {last} baht in {to}, and on average "
            "for each member paid from {first_each} to {last_each} baht ({months} months).",
            slots, statistics=facts, picture=picture,
        )  # fmt: skip
    return found(
        "partly",
        "รายได้ที่สมาชิกได้จากกลุ่มรวมกันเพิ่มขึ้นจาก {first} บาทในเดือน{from} เป็น {last} บาทในเดือน{to} (ดู {months} เดือน)",
        "Members' pay from the group, all together, rose from {first} baht in {from} to {last} baht in {to} ({months} months).",
        slots, statistics=facts, picture=picture, why=why,
    )  # fmt: skip


def _not_rising(pay: Pay, slots: Slots, facts: Facts, direction: str) -> Finding:
    picture = columns_by_month(pay.by_month, "รายได้จากกลุ่มแต่ละเดือน", "Pay from the group each month", BAHT)
    match direction:
        case "too_few":
            return found(
                "not_enough_data",
                "รายได้ที่สมาชิกได้จากกลุ่มรวม {first} บาทในเดือน{from} และ {last} บาทในเดือน{to} มีบันทึก {months} เดือน ยังสั้นเกินกว่าจะบอกว่าเพิ่มขึ้น",
                "Members' pay was {first} baht in {from} and {last} baht in {to}; {months} months are too few to call it a rise.",
                slots, statistics=facts, picture=picture,
            )  # fmt: skip
        case "falling":
            return found(
                "not_supported",
                "รายได้ที่สมาชิกได้จากกลุ่มรวมกันลดลงจาก {first} บาทในเดือน{from} เป็น {last} บาทในเดือน{to}",
                "Members' pay from the group, all together, fell from {first} baht in {from} to {last} baht in {to}.",
                slots, statistics=facts, picture=picture,
                why=("ข้อมูลชี้ไปอีกทางหนึ่ง", "The books point the other way."),
            )  # fmt: skip
    return found(
        "not_supported",
        "รายได้ที่สมาชิกได้จากกลุ่มรวม {first} บาทในเดือน{from} และ {last} บาทในเดือน{to}",
        "Members' pay from the group was {first} baht in {from} and {last} baht in {to}.",
        slots, statistics=facts, picture=picture,
        why=("ดูทั้ง {months} เดือนแล้ว ยังไม่เห็นแนวโน้มที่ชัด (ค่า p = {p})", "Over all {months} months there is no clear trend (p = {p})."),
    )  # fmt: skip


CLAIMS = (
    Claim("income.total", "money", "สมาชิกมีรายได้จากกลุ่มหรือไม่", "Do members earn from the group?", total),
    Claim("income.rose", "money", "รายได้ของสมาชิกเพิ่มขึ้นหรือไม่", "Did members' income rise?", rose),
)

"""The claim about welfare: money put in for the members, and paid to them when something happened.

It is told from the welfare book where there is one, else from the revolving fund's. What happened is nobody's to read.
Nor is how often something was paid, or to how many, below five: of one birth or one stay the sum alone would tell.
"""

from kwan.lessons.claims.fund import no_fund
from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.rules import Finding, Slots, found
from kwan.wellbeing.rules import FEWEST_PEOPLE


def welfare(books: Books) -> Finding:
    """Answer "the group has welfare for its members": money put in for welfare, and welfare paid out."""
    is_kept = any(satang for *_, satang in books.in_confidence("welfare.balance").rows)
    return _of_welfare_book(books) if is_kept else _of_revolving_fund(books)


def _of_welfare_book(books: Books) -> Finding:
    """Tell what came in, what was paid and what is left; the payments are evidence where five or more were helped."""
    put_in, paid = books.value("welfare.received"), books.in_confidence("welfare.paid").value
    left, helped = (
        books.in_confidence("welfare.balance").value,
        books.in_confidence("welfare.paid_members").value,
    )
    statistics = {"paid": paid, "left": left, "other": left - put_in + paid}
    slots: Slots = {
        "group": books.group(),
        "put_in": books.figure("welfare.received"),
        **{name: calculated(name, satang, "satang") for name, satang in statistics.items()},
    }
    th, en = (
        "กองสวัสดิการของ{group} สมาชิกจ่ายเข้า {put_in} บาท",
        "Members of {group} paid {put_in} baht into welfare",
    )
    if statistics["other"]:
        th, en = (
            th + " ยกมาหรือแบ่งจากกำไร {other} บาท",
            en + ", {other} baht were brought forward or came of the profit",
        )
    if not paid:
        why = ("สมุดยังไม่มีรายการจ่ายสวัสดิการ", "The books have no welfare paid out yet.")
        return found(
            "partly",
            f"{th} มีอยู่ {{left}} บาท",
            f"{en}; {{left}} baht are there.",
            slots,
            statistics=statistics,
            why=why,
        )
    th, en = th + " จ่ายช่วยสมาชิก {paid} บาท", en + "; {paid} baht were paid to members"
    if helped >= FEWEST_PEOPLE:
        slots = {
            **slots,
            "helped": books.figure("welfare.paid_members"),
            "times": books.figure("welfare.paid_times"),
        }
        th, en = th + " ({helped} คน {times} ครั้ง)", en + " (people: {helped}, payments: {times})"
        books.take("welfare.paid")
    return found(
        "supported", f"{th} เหลือ {{left}} บาท", f"{en}, {{left}} baht are left.", slots, statistics=statistics
    )


def _of_revolving_fund(books: Books) -> Finding:
    put_in = books.parts("fund.received_by_purpose").get("welfare", 0)
    paid = books.parts("fund.spent_by_purpose").get("welfare", 0)
    times = sum(row[3] == "welfare" for row in books.take("fund.spent_by_purpose").rows)
    slots: Slots = {
        "group": books.group(),
        "put_in": books.figure("fund.received_by_purpose", "welfare"),
        "paid": books.figure("fund.spent_by_purpose", "welfare"),
        "times": calculated("times", times, "count"),
    }
    statistics = {"times": times}
    if not books.take("fund.balance").rows:
        return no_fund(books, "กลุ่มมีสวัสดิการให้สมาชิกหรือไม่", "whether there is welfare for members.")
    if paid:
        return _paid_welfare(slots, statistics, has_own_money=put_in > 0)
    if put_in:
        return found(
            "partly",
            "กลุ่มเก็บเงินเพื่อสวัสดิการไว้ {put_in} บาท",
            "The group put {put_in} baht aside for welfare.",
            slots,
            statistics=statistics,
            why=("สมุดยังไม่มีรายการจ่ายสวัสดิการ", "The books have no welfare paid out yet."),
        )
    return found(
        "not_supported",
        "สมุดกองทุนของ{group}ยังไม่มีรายการสวัสดิการ",
        "The fund's book of {group} has no welfare in it yet.",
        slots,
        statistics=statistics,
    )


def _paid_welfare(slots: Slots, statistics: dict[str, int], *, has_own_money: bool) -> Finding:
    if has_own_money:
        return found(
            "supported",
            "กลุ่มมีเงินสวัสดิการ สะสมเข้า {put_in} บาท จ่ายช่วยสมาชิก {times} ครั้ง เป็นเงิน {paid} บาท",
            "The group keeps money for welfare: {put_in} baht put in, {paid} baht paid to members (payments: {times}).",
            slots,
            statistics=statistics,
        )
    return found(
        "partly",
        "กลุ่มจ่ายสวัสดิการให้สมาชิก {times} ครั้ง เป็นเงิน {paid} บาท จากเงินกองทุนหมุนเวียน",
        "Welfare was paid to members out of the revolving fund: {paid} baht in all (payments: {times}).",
        slots,
        statistics=statistics,
        why=(
            "สมุดยังไม่มีเงินที่เก็บสะสมไว้เพื่อสวัสดิการโดยเฉพาะ",
            "The books hold no money put aside for welfare itself.",
        ),
    )


CLAIMS = (Claim("fund.welfare", "fund", "กลุ่มมีสวัสดิการให้สมาชิกหรือไม่", "Is there welfare for members?", welfare),)

"""The claim about working capital: does the fund alone pay for a month of materials?"""

from decimal import ROUND_HALF_UP, Decimal

from kwan.lessons.claims.fund import no_fund
from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.claims.trends import every_month
from kwan.lessons.rules import Finding, Month, Slot, found

RECENT = 3  # months whose purchases say what a month needs

Slots = dict[str, Slot | tuple[Slot, ...]]


def working_capital(books: Books) -> Finding:
    """Answer "the fund is short of what materials cost": its balance against a month's purchases, of the last three.

    Supported means that the fund alone does not pay for one month. Cash from sales is not in the books.
    """
    if not books.take("fund.balance").rows:
        return no_fund(books, "เงินหมุนเวียนพอซื้อวัตถุดิบหรือไม่", "whether working capital pays for materials.")
    if books.value("fund.balance") < 0:
        return found(
            "not_enough_data",
            "สมุดกองทุนของ{group}จดว่าจ่ายมากกว่ารับ จึงยังบอกไม่ได้ว่าเหลือเงินหมุนเวียนเท่าใด",
            "The fund's book of {group} notes more spent than received, so it cannot say how much working capital is left.",
            {"group": books.group()},
        )
    return _against_need(books)


def _against_need(books: Books) -> Finding:
    bought = every_month(books.parts("materials.spent_by_month"))
    months = sorted(bought)[-RECENT:]
    slots: Slots = {"group": books.group(), "left": books.figure("fund.balance")}
    if len(months) < RECENT or not any(bought[month] for month in months):
        return found(
            "not_enough_data",
            "กองทุนของ{group}มีเงิน {left} บาท การซื้อวัตถุดิบมีบันทึกไม่ถึงสามเดือน จึงยังบอกไม่ได้ว่าพอหรือไม่",
            "The fund of {group} holds {left} baht; purchases of materials cover less than three months, "
            "so it is not known whether that is enough.",
            slots,
        )
    need = Decimal(sum(bought[month] for month in months)) / RECENT
    statistics = {"need": int(need.quantize(Decimal(1), ROUND_HALF_UP)), "months": RECENT}
    slots |= {
        "from": Month(months[0]),
        "to": Month(months[-1]),
        "need": calculated("need", statistics["need"], "satang"),
    }
    said = (
        "เงินกองทุนหมุนเวียนมี {left} บาท ค่าวัตถุดิบเฉลี่ยเดือนละ {need} บาท (คิดจากเดือน{from} ถึงเดือน{to} ไม่นับเงินสดจากการขาย)",
        "The revolving fund holds {left} baht; materials cost {need} baht a month on average ({from} to {to}; cash from sales not counted).",
    )
    if books.value("fund.balance") < need:
        return found(
            "supported",
            said[0] + " เงินกองทุนก้อนเดียวไม่พอซื้อวัตถุดิบหนึ่งเดือน",
            said[1] + " By itself the fund does not pay for one month.",
            slots,
            statistics=statistics,
        )
    return found(
        "not_supported",
        *said,
        slots,
        statistics=statistics,
        why=("เงินกองทุนพอซื้อวัตถุดิบได้หนึ่งเดือนขึ้นไป", "The fund pays for one month of materials or more."),
    )


CLAIMS = (
    Claim(
        "fund.working_capital",
        "fund",
        "เงินหมุนเวียนไม่พอซื้อวัตถุดิบหรือไม่",
        "Is working capital short of what materials cost?",
        working_capital,
    ),
)

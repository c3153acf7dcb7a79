"""The books must agree with each other before a claim is judged.

Two pages that tell of the same thing are laid side by side: orders and batches, material used and bought,
pay and sales, the fund and the purchases. Only what is comparable is compared: the same product, mass with
mass, money of the same month. A gap says both figures and accuses nobody; it keeps the claims that rest on
these pages at partly. Where one page was never begun there is nothing to compare, and no gap.
"""

from collections.abc import Iterator, Mapping

from kwan.lessons.claims.judging import Books, calculated
from kwan.lessons.claims.trends import every_month
from kwan.lessons.rules import Gap, Month, Name, Slots, say

OUTPUT = (
    "production.clean_place",
    "production.every_batch_checked",
    "production.every_part_used",
    "production.to_order",
)
PURCHASES = (
    "production.every_part_used",
    "production.input_prices_rose",
    "production.supply",
    "fund.working_capital",
)
PAY = ("income.total", "income.rose")
FUND_PURCHASES = ("fund.raised_for_materials", "fund.working_capital", "production.input_prices_rose")
PASSBOOKS = ("savings.most_save", "savings.rose")
FUND = (
    "fund.balance",
    "fund.raised_for_materials",
    "fund.equipment_bought",
    "fund.welfare",
    "fund.working_capital",
)
WELFARE = ("fund.welfare",)
EQUIPMENT = ("fund.equipment_bought",)
FUND_ENTRIES = ("fund.received", "fund.spent")
PASSBOOK_ENTRIES = ("fund.deposit", "fund.withdrawal")

Touching = tuple[Gap, tuple[str, ...]]


def gaps(books: Books) -> Mapping[str, tuple[Gap, ...]]:
    """Return where these books do not agree, by the id of each claim that rests on it."""
    touched: dict[str, tuple[Gap, ...]] = {}
    for gap, claims in every_gap(books):
        for claim in claims:
            touched[claim] = (*touched.get(claim, ()), gap)
    return touched


def every_gap(books: Books) -> Iterator[Touching]:
    """Yield each gap with the claims that it touches."""
    yield from _more_due_than_made(books)
    yield from _more_used_than_bought(books)
    yield from _more_paid_out_than_earned(books)
    yield from _fund_bought_what_no_purchase_shows(books)
    yield from _welfare_in_two_books(books)
    yield from _equipment_that_is_in_no_register(books)
    yield from _outside_the_books(books)


def _gap(code: str, th: str, en: str, slots: Slots, *measures: str) -> Gap:
    return Gap(code, say(th, slots, "th"), say(en, slots, "en"), measures)


def _more_due_than_made(books: Books) -> Iterator[Touching]:
    """Compare pieces in orders due by now with good pieces made, for products that have batches at all."""
    due, made = books.parts("orders.due_by_product"), books.parts("batches.good_by_product")
    for product in sorted(due.keys() & made.keys()):
        if due[product] > made[product]:
            slots: Slots = {
                "product": Name(product, product),
                "due": books.figure("orders.due_by_product", product),
                "made": books.figure("batches.good_by_product", product),
            }
            yield (
                _gap(
                    "due_over_made",
                    "{product}: ใบสั่งซื้อที่ถึงกำหนดส่งแล้วรวมจำนวน {due} แต่บันทึกการผลิตรวมจำนวน {made}",
                    "{product}: orders due by now come to {due} pieces, batches in the books to {made}.",
                    slots, "orders.due_by_product", "batches.good_by_product",
                ),
                OUTPUT,
            )  # fmt: skip


def _more_used_than_bought(books: Books) -> Iterator[Touching]:
    """Compare mass used with mass bought: by material where parts are declared, else all together.

    A declared material that was never bought (gathered from the lake) is not compared.
    """
    used, bought = books.parts("materials.used_grams"), books.parts("materials.bought_grams")
    over = [material for material in sorted(used.keys() & bought.keys()) if used[material] > bought[material]]
    for material in over:
        slots: Slots = {
            "material": Name(material, material),
            "used": books.figure("materials.used_grams", material),
            "bought": books.figure("materials.bought_grams", material),
        }
        yield (
            _gap(
                "used_over_bought",
                "{material}: บันทึกการผลิตใช้ {used} กก. แต่บันทึกซื้อมี {bought} กก.",
                "{material}: batches used {used} kg, purchases in the books are {bought} kg.",
                slots, "materials.used_grams", "materials.bought_grams",
            ),
            PURCHASES,
        )  # fmt: skip
    if not used and 0 < books.value("materials.bought_grams") < books.value("batches.by_part"):
        whole: Slots = {
            "used": books.figure("batches.by_part"),
            "bought": books.figure("materials.bought_grams"),
        }
        yield (
            _gap(
                "used_over_bought",
                "บันทึกการผลิตใช้วัตถุดิบรวม {used} กก. แต่บันทึกซื้อมี {bought} กก.",
                "Batches used {used} kg of material in all, purchases in the books are {bought} kg.",
                whole, "batches.by_part", "materials.bought_grams",
            ),
            PURCHASES,
        )  # fmt: skip


def _more_paid_out_than_earned(books: Books) -> Iterator[Touching]:
    """Compare pay with what buyers paid, less materials that the fund did not pay for."""
    pay, paid, materials = (
        books.value("income.total"),
        books.value("orders.paid"),
        books.value("materials.spent"),
    )
    by_fund = books.parts("fund.spent_by_purpose").get("materials", 0)
    if not paid or pay <= paid - max(0, materials - by_fund):
        return
    slots: Slots = {
        "pay": books.figure("income.total"),
        "paid": books.figure("orders.paid"),
        "materials": books.figure("materials.spent"),
        "fund": books.figure("fund.spent_by_purpose", "materials"),
    }
    helped = (" (กองทุนออกให้ {fund} บาท)", ", of which the fund paid {fund} baht") if by_fund else ("", "")
    yield (
        _gap(
            "pay_over_sales",
            f"เงินที่ได้รับจากลูกค้า {{paid}} บาท หักค่าวัตถุดิบ {{materials}} บาท{helped[0]} เหลือน้อยกว่ารายได้ที่จดว่าจ่ายสมาชิกซึ่งรวม {{pay}} บาท",
            f"What buyers paid ({{paid}} baht) less materials ({{materials}} baht{helped[1]}) is less than the pay noted to members ({{pay}} baht).",
            slots, "income.total", "orders.paid", "materials.spent", "fund.spent_by_purpose",
        ),
        PAY,
    )  # fmt: skip


def _fund_bought_what_no_purchase_shows(books: Books) -> Iterator[Touching]:
    """Compare, month by month, what the fund paid for materials with the purchases of that month."""
    fund, bought = (
        every_month(books.parts("fund.materials_by_month")),
        books.parts("materials.spent_by_month"),
    )
    for month, satang in fund.items():
        if satang > bought.get(str(month), 0):
            slots: Slots = {
                "month": Month(month),
                "fund": books.figure("fund.materials_by_month", str(month)),
                "bought": books.figure("materials.spent_by_month", str(month)),
            }
            yield (
                _gap(
                    "fund_over_purchases",
                    "ในเดือน{month} กองทุนจ่ายซื้อวัตถุดิบ {fund} บาท แต่บันทึกซื้อวัตถุดิบของเดือนนั้นมี {bought} บาท",
                    "In {month} the fund paid {fund} baht for materials; purchases in the books of that month are {bought} baht.",
                    slots, "fund.materials_by_month", "materials.spent_by_month",
                ),
                FUND_PURCHASES,
            )  # fmt: skip


def _welfare_in_two_books(books: Books) -> Iterator[Touching]:
    """Name welfare that both the fund's book and the welfare book note in one month: the same money, or twice as much.

    Neither the month nor a payment is told: who was helped could be known by it.
    """
    by_fund = books.parts("fund.welfare_by_month")
    if not by_fund.keys() & books.in_confidence("welfare.paid_by_month").parts.keys():
        return
    paid = books.in_confidence("welfare.paid").value
    slots: Slots = {"fund": books.figure("fund.welfare_by_month"), "paid": calculated("paid", paid, "satang")}
    yield (
        _gap(
            "welfare_in_two_books",
            "สมุดกองทุนจดว่าจ่ายสวัสดิการ {fund} บาท สมุดสวัสดิการจดว่าจ่าย {paid} บาท มีเดือนที่จดทั้งสองเล่ม จึงยังบอกไม่ได้ว่าเป็นเงินก้อนเดียวกันหรือไม่",
            "The fund's book notes {fund} baht of welfare paid, the welfare book {paid} baht, some of it in the same month: "
            "whether it is the same money is not known.",
            slots, "fund.welfare_by_month",
        ),
        WELFARE,
    )  # fmt: skip


def _equipment_that_is_in_no_register(books: Books) -> Iterator[Touching]:
    """Compare what the fund spent on equipment with what the register says was bought, once there is a register."""
    spent, bought = books.parts("fund.spent_by_purpose").get("equipment", 0), books.value("equipment.bought")
    is_begun = books.take("equipment.bought").rows or books.take("equipment.count").rows
    if not is_begun or spent <= bought:
        return
    slots: Slots = {
        "spent": books.figure("fund.spent_by_purpose", "equipment"),
        "bought": books.figure("equipment.bought"),
    }
    yield (
        _gap(
            "equipment_over_register",
            "กองทุนจ่ายซื้ออุปกรณ์ {spent} บาท แต่อุปกรณ์ที่ซื้อในทะเบียนรวม {bought} บาท",
            "The fund spent {spent} baht on equipment; what the register says was bought comes to {bought} baht.",
            slots, "fund.spent_by_purpose", "equipment.bought",
        ),
        EQUIPMENT,
    )  # fmt: skip


def _outside_the_books(books: Books) -> Iterator[Touching]:
    """Name what the old books left out, and touch the passbooks or the fund, whichever it stands in."""
    entries = {(book, entry) for book, entry, *_ in books.take("records.outside").rows}
    kinds = {part for book, entry, _, part, _ in books.take("records.kept").rows if (book, entry) in entries}
    touches = (
        *(PASSBOOKS if kinds & set(PASSBOOK_ENTRIES) else ()),
        *(FUND if kinds & set(FUND_ENTRIES) else ()),
    )
    if touches:
        yield (
            _gap(
                "outside",
                "สมุดที่นำเข้ามาไม่ได้จดที่มาหรือที่ไปของเงินรวม {outside} บาท",
                "The books that were brought in leave out where {outside} baht came from or went.",
                {"outside": books.figure("records.outside")}, "records.outside",
            ),
            touches,
        )  # fmt: skip

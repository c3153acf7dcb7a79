import pytest

from kwan.fund.commands import BuyEquipment, Deposit, PayIntoWelfare, ReceiveEquipment, Withdrawal
from kwan.journal.commands import record_all
from kwan.lessons.claims import agreement
from kwan.lessons.claims.agreement import every_gap, gaps
from kwan.lessons.claims.income import CLAIMS as INCOME
from kwan.lessons.claims.judging import Books
from kwan.lessons.rules import Figure, plain
from kwan.market.commands import AddBuyer, OrderLine, PayOrder, PlaceOrder
from kwan.production.commands import BuyMaterial, DeclareParts, MakeBatch
from kwan.quantities import parse_grams
from tests.journal.hands import envelope
from tests.lessons.hand_made import (
    START,
    books_of,
    judged,
    member,
    members,
    month,
    pay,
    received,
    spent,
    told,
)

pytestmark = pytest.mark.django_db
BUYER = AddBuyer(on=START, buyer="ร้านริมกว๊าน", channel="shop")
RISING = [100000, 200000, 300000, 400000, 500000, 600000]


def codes(*commands):
    return [gap.code for gap, _ in every_gap(books_of(*members(2), *commands))]


def sentences(*commands):
    return [(plain(gap.th), plain(gap.en)) for gap, _ in every_gap(books_of(*members(2), *commands))]


def order(number, pieces, due=None, product="ตะกร้า", unit_price=10000):
    item = OrderLine(product=product, quantity=pieces, unit_price=unit_price)
    return PlaceOrder(on=month(0, 3), number=number, buyer=BUYER.buyer, items=(item,), due=due)


def batch(lot, good, product="ตะกร้า", used=1000, part="ก้าน"):
    return MakeBatch(
        on=month(0, 20), lot=lot, product=product, part=part, used=used, good=good, maker=member(1)
    )


def bought(thousandths, material="ผักตบชวา", unit="กก.", satang=10000, on=START):
    return BuyMaterial(on=on, material=material, quantity=thousandths, unit=unit, satang=satang)


def test_books_without_anything_in_common_have_no_gap():
    assert dict(gaps(books_of(*members(3)))) == {}


def test_orders_of_more_than_was_made_are_a_gap_of_that_product():
    assert sentences(BUYER, order("1", 5), order("2", 3, product="กระเป๋า"), batch("L1", 4)) == [
        (
            "ตะกร้า: ใบสั่งซื้อที่ถึงกำหนดส่งแล้วรวมจำนวน 5 แต่บันทึกการผลิตรวมจำนวน 4",
            "ตะกร้า: orders due by now come to 5 pieces, batches in the books to 4.",
        )
    ]


def test_as_many_ordered_as_made_is_no_gap():
    assert codes(BUYER, order("1", 4), batch("L1", 4)) == []


def test_what_is_due_later_need_not_be_made_yet():
    assert codes(BUYER, order("1", 5, due=month(0, 21)), batch("L1", 4)) == []
    assert codes(BUYER, order("1", 5, due=month(0, 20)), batch("L1", 4)) == ["due_over_made"]


def test_material_used_beyond_what_was_bought_is_a_gap():
    assert sentences(bought(1000), batch("L1", 1, used=1500)) == [
        (
            "บันทึกการผลิตใช้วัตถุดิบรวม 1.5 กก. แต่บันทึกซื้อมี 1 กก.",
            "Batches used 1.5 kg of material in all, purchases in the books are 1 kg.",
        )
    ]


def test_material_used_as_bought_is_no_gap():
    assert codes(bought(1000), batch("L1", 1, used=1000)) == []


def test_declared_parts_are_compared_with_their_own_material():
    declared = DeclareParts(on=START, material="ปลาหมึกสด", parts=("ตัวปลาหมึก",))
    batches = [batch("L1", 1, used=1500, part="ตัวปลาหมึก")]
    assert sentences(declared, bought(9000, "กุ้งสด"), bought(1000, "ปลาหมึกสด"), *batches) == [
        (
            "ปลาหมึกสด: บันทึกการผลิตใช้ 1.5 กก. แต่บันทึกซื้อมี 1 กก.",
            "ปลาหมึกสด: batches used 1.5 kg, purchases in the books are 1 kg.",
        )
    ]


def test_a_declared_material_used_as_bought_is_no_gap():
    declared = DeclareParts(on=START, material="ปลาหมึกสด", parts=("ตัวปลาหมึก",))
    assert codes(declared, bought(1000, "ปลาหมึกสด"), batch("L1", 1, used=1000, part="ตัวปลาหมึก")) == []


def test_what_is_gathered_or_bought_by_the_piece_is_not_compared():
    declared = DeclareParts(on=START, material="ผักตบชวา", parts=("ก้าน",))
    assert codes(declared, bought(1000, "กาว"), batch("L1", 1, used=5000)) == []
    assert codes(bought(1000, "ถุง", unit="ใบ"), batch("L1", 1, used=5000)) == []


@pytest.mark.parametrize("unit", ["กก.", "กก", "กิโล", "กิโลกรัม", "kg", "KG.", "กรัม", "g", "ขีด", "ตัน", "tonne"])
def test_every_word_for_mass_weighs_the_same_in_a_purchase_as_when_it_is_read(unit):
    books = books_of(bought(2000, unit=unit))
    assert books.value("materials.bought_grams") == parse_grams(f"2 {unit}")


def test_pay_beyond_sales_less_materials_is_a_gap_and_keeps_income_at_partly():
    sales = [BUYER, order("1", 100), PayOrder(on=month(1), number="1"), batch("L1", 100)]
    answer = judged(INCOME, "income.rose", *members(1), *pay(RISING, 1), *sales, bought(9000, satang=50000))
    assert told(answer)[::2] == (
        "partly",
        "เงินที่ได้รับจากลูกค้า 10,000 บาท หักค่าวัตถุดิบ 500 บาท เหลือน้อยกว่ารายได้ที่จดว่าจ่ายสมาชิกซึ่งรวม 21,000 บาท",
    )
    assert {"orders.paid", "materials.spent"} <= set(answer.readings)


def test_pay_of_exactly_what_sales_leave_is_no_gap():
    sales = [BUYER, order("1", 100), PayOrder(on=month(1), number="1"), batch("L1", 100)]
    assert codes(*sales, bought(9000, satang=300000), *pay([700000], 1)) == []
    assert codes(*sales, bought(9000, satang=300000), *pay([700001], 1)) == ["pay_over_sales"]


def test_materials_that_the_fund_paid_for_leave_more_for_pay():
    sales = [BUYER, order("1", 100), PayOrder(on=month(1), number="1"), batch("L1", 100)]
    fund = [received(300000), spent(300000, "materials")]
    assert codes(*sales, bought(9000, satang=300000), *fund, *pay([1000000], 1)) == []


def test_a_group_that_notes_pay_and_no_sales_has_nothing_to_compare():
    assert codes(*pay(RISING, 1)) == []


def test_the_funds_materials_are_compared_with_the_purchases_of_the_month():
    fund = [received(1000000), spent(520000, "materials", month(3, 9))]
    assert sentences(*fund, bought(9000, satang=171675, on=month(3, 2)), bought(9000, satang=900000)) == [
        (
            "ในเดือนตุลาคม 2564 กองทุนจ่ายซื้อวัตถุดิบ 5,200 บาท แต่บันทึกซื้อวัตถุดิบของเดือนนั้นมี 1,716.75 บาท",
            "In Oct 2021 the fund paid 5,200 baht for materials; purchases in the books of that month are 1,716.75 baht.",
        )
    ]


def test_the_funds_materials_that_the_purchases_cover_are_no_gap():
    fund = [received(1000000), spent(520000, "materials", month(3, 9))]
    assert codes(*fund, bought(9000, satang=520000, on=month(3, 30))) == []


@pytest.mark.parametrize(
    ("command", "touched"),
    [
        (Withdrawal(on=START, member=member(1), satang=5000), agreement.PASSBOOKS),
        (spent(5000, "equipment"), agreement.FUND),
    ],
    ids=["a passbook", "the fund"],
)
def test_what_the_old_books_left_out_touches_the_purse_it_is_missing_from(command, touched):
    books = books_of(*members(1), Deposit(on=START, member=member(1), satang=1000), received(1000), command)
    [(gap, claims)] = every_gap(books)
    assert (gap.code, claims) == ("outside", touched)
    assert plain(gap.en).startswith("The books that were brought in leave out where")


def test_money_left_out_is_counted_once_though_passbook_and_purse_both_lack_it():
    books = books_of(*members(1), withdrawal(5000))
    assert books.value("records.outside") == 5000


def test_a_correction_takes_back_what_was_left_out():
    books = books_of(*members(1), withdrawal(5000))
    record_all(books.book, [envelope(withdrawal(3000), source="brought", corrects=2)])
    assert Books(books.book, books.name, 3).value("records.outside") == 3000


def withdrawal(satang):
    return Withdrawal(on=START, member=member(1), satang=satang)


def test_every_figure_of_a_gap_belongs_to_a_measure_that_it_names():
    sales = [BUYER, order("1", 100), PayOrder(on=month(1), number="1"), batch("L1", 4, used=5000)]
    books = books_of(*members(2), *sales, bought(1000), *pay(RISING, 1), received(1), spent(900, "materials"))
    named = list(every_gap(books))
    assert {gap.code for gap, _ in named} == {
        "due_over_made", "used_over_bought", "pay_over_sales", "outside",
    }  # fmt: skip
    for gap, _ in named:
        for span in (*gap.th, *gap.en):
            if isinstance(span.slot, Figure):
                assert span.slot.measure in gap.measures
                parts = books.parts(span.slot.measure)
                assert span.slot.value == (parts[span.slot.part] if span.slot.part else sum(parts.values()))


EQUIPMENT = BuyEquipment(on=START, number="อ1", what="จักร", satang=450_000)


def test_equipment_that_the_fund_paid_and_no_register_shows_is_a_gap():
    money = received(2_000_000)
    assert sentences(money, EQUIPMENT, spent(100_000, "equipment")) == [
        (
            "กองทุนจ่ายซื้ออุปกรณ์ 5,500 บาท แต่อุปกรณ์ที่ซื้อในทะเบียนรวม 4,500 บาท",
            "The fund spent 5,500 baht on equipment; what the register says was bought comes to 4,500 baht.",
        )
    ]
    assert codes(money, EQUIPMENT) == []


def test_where_no_register_of_equipment_was_begun_there_is_nothing_to_compare():
    assert codes(received(2_000_000), spent(100_000, "equipment")) == []
    given = ReceiveEquipment(on=START, number="อ2", what="เก้าอี้", giver_kind="community")
    assert codes(received(2_000_000), spent(100_000, "equipment"), given) == ["equipment_over_register"]


def test_welfare_of_the_fund_beside_contributions_to_a_welfare_book_is_no_gap():
    assert (
        codes(
            received(100_000),
            spent(5_000, "welfare"),
            PayIntoWelfare(on=START, member=member(1), satang=3_000),
        )
        == []
    )

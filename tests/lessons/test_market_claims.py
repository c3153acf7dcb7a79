from datetime import date

import pytest

from kwan.lessons.claims.market import is_regular
from kwan.market.commands import AddBuyer, OrderLine, PayOrder, PlaceOrder
from kwan.programme.commands import NoteEvent
from tests.lessons.asking import answer, answers, books_of, entries, on, said, th, why

pytestmark = pytest.mark.django_db

HOSPITAL = AddBuyer(on=on(1, 1), buyer="รพ.พะเยา", channel="hospital")
TOWN = AddBuyer(on=on(1, 1), buyer="อบต.แม่ใส", channel="local_government")
TOWN_TWO = AddBuyer(on=on(1, 1), buyer="อบต.สันป่าม่วง", channel="local_government")
SHOP = AddBuyer(on=on(1, 1), buyer="ร้านริมกว๊าน", channel="shop")
BUYERS = (HOSPITAL, TOWN, SHOP)


def order(number, buyer, day, satang=10000):
    item = OrderLine(product="ชุดรวม", quantity=1, unit_price=satang)
    return PlaceOrder(on=day, number=str(number), buyer=buyer, items=(item,))


def orders(counts, buyer="ร้านริมกว๊าน", first=1):
    """Return so many orders in each month."""
    return tuple(
        order(f"{buyer}/{month}/{n}", buyer, on(month, n + 2))
        for month, count in enumerate(counts, first)
        for n in range(count)
    )


def test_orders_that_rise_over_eight_months_rose():
    books = books_of(*BUYERS, *orders([1, 2, 3, 4, 5, 6, 7, 8]))
    assert said(answer(books, "market.orders_rose")) == (
        "supported",
        "คำสั่งซื้อแต่ละเดือนเพิ่มขึ้น มกราคม 2564 มี 1 ใบ สิงหาคม 2564 มี 8 ใบ (ดู 8 เดือน รวม 36 ใบ)",
        "Orders a month rose: 1 in Jan 2021, 8 in Aug 2021 (8 months, 36 orders in all).",
    )


def test_orders_that_fall_are_said_to_fall():
    judged = answer(books_of(*BUYERS, *orders([8, 7, 6, 5, 4, 3, 2, 1])), "market.orders_rose")
    assert said(judged) == (
        "not_supported",
        "คำสั่งซื้อแต่ละเดือนลดลง มกราคม 2564 มี 8 ใบ สิงหาคม 2564 มี 1 ใบ (ดู 8 เดือน รวม 36 ใบ)",
        "Orders a month fell: 8 in Jan 2021, 1 in Aug 2021 (8 months, 36 orders in all).",
    )
    assert why(judged) == ("ข้อมูลชี้ไปอีกทางหนึ่ง", "The books point the other way.")


def test_a_rise_whose_last_month_lies_below_the_first_is_told_by_its_thirds():
    books = books_of(*BUYERS, *orders([10, 1, 2, 3, 4, 5, 6, 7, 8, 9]))
    assert th(answer(books, "market.orders_rose")) == (
        "supported",
        "คำสั่งซื้อแต่ละเดือนเพิ่มขึ้น ช่วงแรกเดือนละ 2.0 ใบ ช่วงหลังเดือนละ 8.0 ใบ (ดู 10 เดือน รวม 55 ใบ)",
    )


def test_orders_up_and_down_are_no_rise():
    judged = answer(books_of(*BUYERS, *orders([3, 1, 4, 2, 3, 1, 4, 2])), "market.orders_rose")
    assert th(judged) == (
        "not_supported",
        "ใบสั่งซื้อมกราคม 2564 มี 3 ใบ สิงหาคม 2564 มี 2 ใบ (ดู 8 เดือน รวม 20 ใบ)",
    )


def test_a_month_without_orders_is_a_month_too():
    judged = answer(books_of(*BUYERS, *orders([1, 0, 0, 0, 1])), "market.orders_rose")
    assert judged.finding.statistics["months"] == 5


def test_five_months_are_too_few_for_a_rise():
    assert th(answer(books_of(*BUYERS, *orders([1, 2, 3, 4, 5])), "market.orders_rose")) == (
        "not_enough_data",
        "มีใบสั่งซื้อ 15 ใบใน 5 เดือน มกราคม 2564 มี 1 ใบ พฤษภาคม 2564 มี 5 ใบ ยังสั้นเกินกว่าจะบอกว่าเพิ่มขึ้น",
    )


def test_two_months_of_orders_are_no_row_of_months():
    assert th(answer(books_of(*BUYERS, *orders([1, 9])), "market.orders_rose")) == (
        "not_enough_data",
        "ใบสั่งซื้อของกลุ่มลองมีบันทึกไม่ถึงสามเดือน จึงยังบอกไม่ได้ว่าคำสั่งซื้อเพิ่มขึ้นหรือไม่",
    )


def test_two_kinds_of_agencies_are_agencies_of_several_kinds():
    books = books_of(*BUYERS, order(1, "รพ.พะเยา", on(2), 25000), order(2, "อบต.แม่ใส", on(2), 5050))
    assert said(answer(books, "market.agencies_buy")) == (
        "supported",
        "หน่วยงานที่สั่งซื้อกับกลุ่มลองมี 2 แห่ง จาก 2 ประเภท คือ โรงพยาบาล 250 บาท อปท. 50.50 บาท "
        "(ได้แก่ รพ.พะเยา และอบต.แม่ใส)",
        "2 agencies of 2 kinds ordered from กลุ่มลอง: Hospital 250 baht, Local government 50.50 baht "
        "(รพ.พะเยา and อบต.แม่ใส).",
    )


def test_two_agencies_of_one_kind_are_not_several_kinds():
    books = books_of(TOWN, TOWN_TWO, order(1, "อบต.แม่ใส", on(2)), order(2, "อบต.สันป่าม่วง", on(2)))
    assert th(answer(books, "market.agencies_buy")) == (
        "not_supported",
        "หน่วยงานที่สั่งซื้อกับกลุ่มลองมีประเภทเดียว คือ อปท. 200 บาท (ได้แก่ อบต.สันป่าม่วง และอบต.แม่ใส)",
    )


def test_an_agency_that_never_ordered_does_not_buy():
    assert th(answer(books_of(*BUYERS, *orders([1])), "market.agencies_buy")) == (
        "not_supported",
        "ใบสั่งซื้อของกลุ่มลองมาจากร้านค้าและลูกค้าทั่วไป ยังไม่มีจากหน่วยงาน",
    )


def test_without_orders_nobody_can_say_who_buys():
    books = books_of(*BUYERS)
    ids = ("market.orders_rose", "market.agencies_buy", "market.regular_buyers", "orders.receivable")
    assert [answer(books, id_).verdict for id_ in ids] == ["not_enough_data"] * 4


@pytest.mark.parametrize(
    ("days", "regular"),
    [
        ([date(2022, 2, 1), date(2022, 1, 1), date(2021, 11, 15)], True),
        ([date(2022, 2, 1), date(2022, 1, 1), date(2021, 11, 14)], False),  # ninety days ago, to the day
        ([date(2022, 2, 1), date(2022, 1, 1)], False),
        ([date(2021, 2, 1), date(2021, 2, 2), date(2021, 2, 3)], False),
    ],
)
def test_a_regular_buyer_orders_three_times_in_the_last_ninety_days(days, regular):
    assert is_regular(days, date(2022, 2, 12)) is regular


def test_agencies_and_shops_that_come_back_are_regular():
    books = books_of(*BUYERS, *orders([2, 1]), *orders([1, 2], "รพ.พะเยา"))
    assert said(answer(books, "market.regular_buyers")) == (
        "supported",
        "ผู้สั่งซื้อประจำของกลุ่มลองมีหน่วยงาน 1 แห่ง และร้านค้า 1 แห่ง คือ รพ.พะเยา และร้านริมกว๊าน",
        "The regular buyers of กลุ่มลอง are 1 of the agencies and 1 of the shops: รพ.พะเยา and ร้านริมกว๊าน.",
    )


def test_shops_alone_are_half_of_it():
    judged = answer(books_of(*BUYERS, *orders([3]), *orders([2], "รพ.พะเยา")), "market.regular_buyers")
    assert judged.verdict == "partly"
    assert why(judged)[1] == (
        "No agency orders regularly yet. A regular buyer placed 3 orders or more in the last 90 days."
    )


def test_who_was_regular_once_is_not_regular_now():
    judged = answer(books_of(*BUYERS, *orders([4, 0, 0, 0, 0, 0, 1])), "market.regular_buyers")
    assert th(judged) == (
        "not_supported",
        "ในช่วง 90 วันล่าสุด ยังไม่มีหน่วยงานหรือร้านค้าที่สั่งซื้อกับกลุ่มลองตั้งแต่ 3 ใบขึ้นไป",
    )


def test_money_still_to_come_is_told_without_blame():
    books = books_of(*BUYERS, *orders([2]), PayOrder(on=on(2), number="ร้านริมกว๊าน/1/0"))
    assert said(answer(books, "orders.receivable")) == (
        "partly",
        "ใบสั่งซื้อรวม 200 บาท รับเงินแล้ว 100 บาท รอรับเงินอีก 100 บาท",
        "Orders come to 200 baht; 100 baht are paid, 100 baht are still to come.",
    )


def test_orders_paid_in_full_and_not_at_all():
    paid = books_of(*BUYERS, *orders([1]), PayOrder(on=on(2), number="ร้านริมกว๊าน/1/0"))
    assert th(answer(paid, "orders.receivable")) == ("supported", "ได้รับเงินตามใบสั่งซื้อครบทั้ง 100 บาท")
    assert answer(books_of(*BUYERS, *orders([1])), "orders.receivable").verdict == "not_supported"


LOCKDOWN = NoteEvent(on=on(5, 1), what="ปิดตลาด", until=on(6, 30))


def test_fewer_orders_in_every_month_of_a_dated_event():
    judged = answer(books_of(*BUYERS, *orders([4, 5, 5, 4, 1, 2, 6]), LOCKDOWN), "market.shock")
    assert said(judged) == (
        "supported",
        "ช่วง “ปิดตลาด” (พฤษภาคม 2564 ถึง มิถุนายน 2564) มี 2 จาก 2 เดือนที่คำสั่งซื้อน้อยกว่าเดือนกลาง ๆ ก่อนหน้านั้น (4.5 ใบ)",
        "During “ปิดตลาด” (May 2021 to Jun 2021) 2 of 2 months had fewer orders than the middle month before (4.5).",
    )
    assert judged.claim.about == "ปิดตลาด (2021-05-01)"


@pytest.mark.parametrize(
    ("counts", "verdict"),
    [
        ([4, 5, 5, 4, 1, 9, 6], "not_supported"),
        ([4, 5, 5, 4, 6, 9, 6], "not_supported"),
        ([4, 4, 4, 4, 4, 2, 6], "not_supported"),  # as many as usual are not fewer
        ([0, 0, 5, 4, 1, 1, 1], "not_enough_data"),
        ([0, 0, 0, 0, 1, 1, 1], "not_enough_data"),
    ],
)
def test_an_event_is_only_held_against_months_there_are(counts, verdict):
    assert answer(books_of(*BUYERS, *orders(counts), LOCKDOWN), "market.shock").verdict == verdict


def test_most_months_of_an_event_are_not_all_of_them():
    long = NoteEvent(on=on(5, 1), what="ปิดตลาด", until=on(7, 30))
    assert answer(books_of(*BUYERS, *orders([4, 5, 5, 4, 1, 2, 6]), long), "market.shock").verdict == "partly"


def test_without_a_dated_event_fewer_orders_are_held_against_nothing():
    books = books_of(*BUYERS, *orders([4, 5, 5, 1]))
    assert th(answer(books, "market.shock")) == (
        "not_enough_data",
        "สมุดของกลุ่มลองไม่มีเหตุการณ์ที่จดวันที่ไว้ จึงเทียบไม่ได้ว่าช่วงใดมีคำสั่งซื้อน้อยลง",
    )
    assert answer(books, "market.ways_tried").verdict == "not_enough_data"


def test_a_channel_first_used_since_the_event_is_a_new_way():
    books = books_of(*BUYERS, *orders([1]), LOCKDOWN, order(9, "รพ.พะเยา", on(6), 43000))
    assert said(answer(books, "market.ways_tried")) == (
        "supported",
        "ตั้งแต่ “ปิดตลาด” มีช่องทางขายที่เริ่มมีคำสั่งซื้อ 1 ช่องทาง คือ โรงพยาบาล 430 บาท",
        "Channels whose first order came since “ปิดตลาด” (1): Hospital 430 baht.",
    )


def test_old_channels_are_no_new_ways_and_a_first_day_is_no_past():
    old = books_of(*BUYERS, *orders([1, 1, 1, 1, 1, 1]), LOCKDOWN)
    assert answer(old, "market.ways_tried").verdict == "not_supported"
    young = books_of(*BUYERS, LOCKDOWN, order(9, "รพ.พะเยา", on(5, 1)))
    assert answer(young, "market.ways_tried").verdict == "not_enough_data"


def test_each_event_is_asked_about_on_its_own():
    flood = NoteEvent(on=on(6, 20), what="น้ำท่วม")
    judged = answers(books_of(*BUYERS, *orders([4, 5, 5, 4, 1, 2, 6]), LOCKDOWN, flood), "market.shock")
    assert [one.claim.about for one in judged] == ["ปิดตลาด (2021-05-01)", "น้ำท่วม (2021-06-20)"]


def test_the_evidence_of_an_order_claim_is_the_orders():
    judged = answer(books_of(*BUYERS, *orders([1, 1, 1]), members=("ก01",)), "market.orders_rose")
    assert entries(judged) == (5, 6, 7)

"""A household's pictures say what their figures say, start at nought, and judge nobody."""

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from kwan.pictures import Course, Ranked, Twin, gauge, ranking, twins, ways
from tests.pictures.households import CAME_IN, COURSES, DEBTS, LEFT, MONTHS, OWED_TO, RATES, SHARE, WENT_OUT

SVG = "{http://www.w3.org/2000/svg}"


def found(picture, tag):
    return list(ET.fromstring(picture.svg).iter(f"{SVG}{tag}"))


def texts(picture):
    return [node.text for node in found(picture, "text")]


def test_two_columns_a_month_are_as_high_as_their_figures():
    picture = twins([Twin("ก", "ก", 200, 100)], CAME_IN, WENT_OUT)
    solid, hatched = (float(box.get("height")) for box in found(picture, "rect")[2:])
    assert solid == 2 * hatched > 0


def test_the_columns_say_their_newest_month_and_all_of_them_as_a_table():
    picture = twins(MONTHS, CAME_IN, WENT_OUT)
    assert picture.sentence_th == "ก.ย. 69: เงินเข้า 0.00 บาท เงินออก 120.50 บาท"
    assert picture.sentence_en == "ก.ย. 69: Came in 0.00 baht, Went out 120.50 baht"
    assert [[cell.text for cell in row] for row in picture.table.rows] == [
        ["ส.ค. 69", "9,500.00", "5,750.00"],
        ["ก.ย. 69", "0.00", "120.50"],
    ]
    assert "9,500" in texts(picture)


def test_months_of_nothing_are_drawn_and_no_month_is_refused():
    assert texts(twins([Twin("ก", "ก", 0, 0)], CAME_IN, WENT_OUT))[2] == "ก"
    with pytest.raises(ValueError, match="one period"):
        twins([], CAME_IN, WENT_OUT)


def test_the_dearest_debt_has_the_longest_bar_and_nothing_is_added_up():
    picture = ranking(DEBTS, RATES, OWED_TO)
    bars = [float(bar.get("width")) for bar in found(picture, "rect")]
    assert bars == pytest.approx([336, 336 * 12 / 552.28, 336 * 6 / 552.28], abs=0.1)
    assert picture.sentence_th == "ดอกเบี้ยต่อปี: หมวกกันน็อก 552.28%, เงินกู้ของกลุ่ม 12%, กองทุน & <หมู่บ้าน> 6%"
    assert [row[0].text for row in picture.table.rows] == ["หมวกกันน็อก", "เงินกู้ของกลุ่ม", "กองทุน & <หมู่บ้าน>"]


def test_debts_without_interest_are_drawn_too():
    assert [
        float(bar.get("width"))
        for bar in found(ranking([Ranked("ญาติ", Decimal(0), "0%")], RATES, OWED_TO), "rect")
    ] == [2.0]
    assert ranking([], RATES, OWED_TO).sentence_en == "Interest a year: "


@pytest.mark.parametrize(("share", "wide"), [("0.0", 0), ("25.0", 83), ("100.0", 332), ("161.3", 332)])
def test_a_share_fills_the_rule_as_far_as_it_goes(share, wide):
    picture = gauge(Decimal(share), (36, 40), SHARE)
    assert [float(box.get("width")) for box in found(picture, "rect")] == [332, wide]
    assert f"{share}%" in texts(picture)
    assert picture.sentence_en == f"Paid on debts: {share}%"


def test_the_bounds_stand_where_they_belong_and_say_no_more_than_their_figure():
    picture = gauge(Decimal("33.3"), (36, 40), SHARE)
    ticks = [float(x) for x in re.findall(r'd="M([\d.]+) 41V', picture.svg)]
    assert ticks == pytest.approx([4 + 332 * 0.36, 4 + 332 * 0.40], abs=0.1)
    assert [[cell.text for cell in row] for row in picture.table.rows] == [
        ["ตอนนี้", "33.3"], ["เส้นที่มีผู้แนะนำ", "36"], ["เส้นที่มีผู้แนะนำ", "40"],
    ]  # fmt: skip


def test_each_way_has_a_stroke_of_its_own_and_ends_in_its_month():
    picture = ways(COURSES, LEFT)
    ends = [(float(end.get("cx")), float(end.get("cy"))) for end in found(picture, "circle")]
    assert ends == [(332, 170), (240, 170)]
    strokes = [
        node.get("stroke-dasharray") for node in found(picture, "path") if node.get("stroke-width") == "2.4"
    ]
    assert strokes == [None, "7 4", "7 4", "2 3", "2 3"]  # the first never ends: only its key is drawn
    assert picture.sentence_th == "หนี้ที่เหลือ: ส่งเท่าที่ต้องส่ง ไม่หมด; ปิดก้อนเล็กก่อน 3 เดือน; ปิดก้อนที่ดอกแพงก่อน 2 เดือน"


def test_ways_of_nothing_owed_are_an_empty_sheet():
    assert ways([Course("ทางหนึ่ง", (0,), "0 เดือน")], LEFT).table.rows[0][1].text == "0 เดือน"
    assert ways([], LEFT).sentence_en == "Left to owe: "

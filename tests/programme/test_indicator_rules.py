from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.programme import measures
from kwan.programme.rules import (
    BY_MEASURE,
    KINDS,
    actual,
    fits,
    gives_somebody_away,
    is_workshop,
    standing,
    suggest,
)


@pytest.mark.parametrize(
    ("name", "unit", "source", "code"),
    [
        ("สมาชิกที่มีเงินออม", "ร้อยละ", "สมุดออม", "members_saving"),
        ("สมาชิกที่มีความสุขเพิ่มขึ้น", "ร้อยละ", "แบบประเมินความสุข ก่อน-หลัง", "members_happier"),
        ("รายได้เฉลี่ยต่อคนต่อเดือนจากกลุ่ม", "บาท", "บันทึกรายได้", "income_per_member_month"),
        ("หน่วยงานที่สั่งซื้อ", "แห่ง", "คำสั่งซื้อ", "agencies_ordering"),
        ("รอบผลิตที่ตรวจครบทุกข้อ", "ร้อยละ", "บันทึกการผลิต", "batches_checked"),
        ("สัดส่วนส่วนของพืชที่นำมาใช้", "ร้อยละ", "บันทึกการผลิต", "parts_used"),
        ("Members with savings", "%", "", "members_saving"),
        ("Average income per member", "baht", "", "income_per_member_month"),
        ("เงินออมรวม", "บาท", "", "savings_balance"),
        ("จำนวนสมาชิก", "คน", "", "members"),
        ("อำเภอที่มีสมาชิก", "อำเภอ", "", "districts"),
        ("จำนวนที่ได้", "ใบ", "ใบสั่งซื้อ", "orders"),
    ],
)
def test_an_indicators_own_words_point_to_its_kind(name, unit, source, code):
    assert suggest(name, unit, source) == code


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("สมาชิกที่มีความรู้เรื่องการออม", "ร้อยละ"),
        ("สมาชิกที่ตระหนักเรื่องการออม", "ร้อยละ"),
        ("Members who understand saving", "percent"),
        ("หนี้สินของสมาชิกลดลง", "ร้อยละ"),
        ("สมาชิกที่มีเงินออม", "กก."),
        ("ต้นไม้ที่ปลูก", "ต้น"),
        ("", ""),
    ],
)
def test_what_the_books_do_not_measure_has_no_kind(name, unit):
    assert suggest(name, unit) is None


def test_every_kind_is_made_of_measures_that_exist():
    known = set(measures.definitions())
    wanted = {
        id_
        for kind in KINDS.values()
        for id_ in (kind.numerator, kind.denominator, kind.among, kind.everybody)
        if id_ is not None
    }
    assert wanted <= known


def test_a_kind_is_found_again_by_the_measure_it_is_mapped_to():
    assert {BY_MEASURE[kind.measure].code for kind in KINDS.values()} == set(KINDS)


def test_shares_averages_and_counts_are_exact():
    assert actual(KINDS["members_saving"], 2, 3) == Fraction(200, 3)
    assert actual(KINDS["income_per_member_month"], 2223000, 59) == Fraction(22230, 59)
    assert actual(KINDS["savings_balance"], 1350350) == Fraction(1350350, 100)
    assert actual(KINDS["agencies_ordering"], 4) == 4
    assert actual(KINDS["parts_used"], 0, 0) is None


def test_the_unit_must_fit_the_kind():
    assert fits(KINDS["members_saving"], "ร้อยละ")
    assert not fits(KINDS["members_saving"], "บาท")
    assert not fits(KINDS["orders"], "%")


@pytest.mark.parametrize(
    ("baseline", "target", "now", "better", "stands"),
    [
        (0, 80, 80, "more", "reached"),
        (0, 80, 79, "more", "toward"),
        (50, 80, 50, "more", "unmoved"),
        (50, 80, 49, "more", "away"),
        (95, 80, 85, "more", "reached_from_above"),
        (85, 80, 85, "more", "reached"),
        (None, 80, 80, "more", "reached_unmeasured"),
        (None, 80, 10, "more", "short_unmeasured"),
        (10, 4, 4, "less", "reached"),
        (10, 4, 6, "less", "toward"),
        (10, 4, 12, "less", "away"),
        (2, 4, 3, "less", "reached_from_above"),
    ],
)
def test_where_an_indicator_stands(baseline, target, now, better, stands):
    start = None if baseline is None else Decimal(baseline)
    assert standing(start, Decimal(target), Fraction(now), better) == stands


def test_a_hair_short_of_the_target_is_short():
    assert standing(Decimal(0), Decimal(80), Fraction(7999999, 100000)) == "toward"


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100))
def test_fewer_is_better_is_the_mirror_of_more(baseline, target, now):
    mirrored = standing(Fraction(-baseline), Fraction(-target), Fraction(-now), "less")
    assert standing(Fraction(baseline), Fraction(target), Fraction(now)) == mirrored


@pytest.mark.parametrize(
    ("improved", "answered", "hidden"),
    [(3, 4, True), (0, 8, True), (8, 8, True), (1, 5, False), (7, 8, False)],
)
def test_a_sealed_share_is_hidden_where_it_would_give_somebody_away(improved, answered, hidden):
    assert gives_somebody_away(KINDS["members_happier"], improved, answered) is hidden
    assert not gives_somebody_away(KINDS["members_saving"], improved, answered)


def test_the_workshop_is_known_by_its_theme_or_else_by_its_topic():
    assert is_workshop("สรุปบทเรียน", "อะไรก็ได้")
    assert is_workshop(None, "Lessons learned")
    assert not is_workshop("การเงิน", "ทบทวนบทเรียนการออม")

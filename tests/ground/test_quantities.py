"""Money, mass and counts as people and spreadsheets write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.quantities import (
    Refused,
    format_baht,
    format_kilograms,
    parse_baht,
    parse_count,
    parse_grams,
    parse_number,
)


@pytest.mark.parametrize(
    ("written", "satang"),
    [
        (200, 20000), (6058.8, 605880), (0.1 + 0.2, 30), (Decimal("50.50"), 5050), ("0", 0),
        ("1,200.-", 120000), ("200.-", 20000), ("100.–", 10000), ("200/-", 20000), ("1,200.=", 120000),
        ("๑๕๐", 15000), ("1,200.50 บาท", 120050), ("6,270.00.-", 627000), ("6,058.80", 605880), (".50", 50),
        ("฿100", 10000), ("THB 1,000", 100000), ("200 บาทถ้วน", 20000), ("5 บ.", 500), ("200.- บาท", 20000),
        ("50 สตางค์", 50), ("12 บาท 50 สตางค์", 1250), ("1,234,567.1", 123456710),
    ],
)  # fmt: skip
def test_a_sum_of_money_is_read_as_satang(written, satang):
    assert parse_baht(written) == satang


@pytest.mark.parametrize(
    "written",
    [
        "", "-", "(200)", "-200", "−200", -5, "1,20", "12,00", "1.2.3", "1.005", 1.005, "200-", "100-200",
        "1e3", "1 200", "สองร้อย", "200 กก.", "nan", float("inf"), float("nan"), 1e300, 5e-324, 10**14,
        "9" * 60, True, None,
    ],
)  # fmt: skip
def test_what_is_no_sum_of_money_is_refused(written):
    with pytest.raises(Refused):
        parse_baht(written)


def test_a_sum_below_zero_is_read_where_it_is_asked_for():
    assert [parse_baht(w, allow_negative=True) for w in (-5, "-1,200.50", "−20")] == [-500, -120050, -2000]


@pytest.mark.parametrize(
    ("satang", "auto", "two"),
    [
        (1350350, "13,503.50", "13,503.50"),
        (120000, "1,200", "1,200.00"),
        (5, "0.05", "0.05"),
        (-150, "-1.50", "-1.50"),
        (0, "0", "0.00"),
    ],
)
def test_satang_are_written_as_baht(satang, auto, two):
    assert (format_baht(satang), format_baht(satang, 2)) == (auto, two)


@given(satang=st.integers(-(10**15), 10**15), decimals=st.sampled_from(["auto", 2]))
def test_a_sum_that_was_written_is_read_back_as_itself(satang, decimals):
    assert parse_baht(format_baht(satang, decimals), allow_negative=True) == satang


@given(satang=st.integers(0, 10**11))
def test_a_sum_survives_a_spreadsheet_that_keeps_floats(satang):
    assert parse_baht(satang / 100) == satang


@pytest.mark.parametrize(
    ("written", "grams"),
    [(2.5, 2500), ("2.5", 2500), ("๒.๕ กก.", 2500), ("500 กรัม", 500), ("500ก.", 500), ("3 ขีด", 300),
     ("1 กก. 2 ขีด", 1200), ("2กิโล", 2000), ("1.5 ตัน", 1_500_000), ("250 g", 250), ("1,200 KG", 1_200_000),
     (0.1 + 0.2, 300), (0, 0), (Decimal("0.001"), 1)],
)  # fmt: skip
def test_a_mass_is_read_as_grams(written, grams):
    assert parse_grams(written) == grams


@pytest.mark.parametrize(
    "written",
    ["", "กก.", "2 ปอนด์", "2 กก. ครึ่ง", "5 กก. 3", "2 kgx", -1, "-1 กก.", 0.0005, 1 / 3, 10**10, None],
)
def test_what_is_no_mass_is_refused(written):
    with pytest.raises(Refused):
        parse_grams(written)


@given(st.integers(0, 10**12))
def test_a_mass_that_was_written_is_read_back_as_itself(grams):
    assert parse_grams(format_kilograms(grams)) == grams


def test_kilograms_are_written_without_idle_zeros():
    assert [format_kilograms(g) for g in (2500, 1_000_000, 5, 0, -250)] == [
        "2.5",
        "1,000",
        "0.005",
        "0",
        "-0.25",
    ]


@pytest.mark.parametrize(
    ("written", "count"), [(6, 6), (6.0, 6), ("๖", 6), ("1,200", 1200), ("6 แพ็ค", 6), ("12 คน", 12), (0, 0)]
)
def test_a_count_is_a_whole_number(written, count):
    assert parse_count(written) == count


@pytest.mark.parametrize("written", ["", "2 โหล", "3 คู่", 1.5, "1.5", -1, "-1", 10**10, True, None])
def test_what_is_no_count_is_refused(written):
    with pytest.raises(Refused):
        parse_count(written)


def test_a_plain_number_keeps_every_figure():
    assert [parse_number(n) for n in (7.5, "1,200", "๑๒๐.๒๕", "-3")] == [
        Decimal("7.5"), Decimal(1200), Decimal("120.25"), Decimal(-3),
    ]  # fmt: skip

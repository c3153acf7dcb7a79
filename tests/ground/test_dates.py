"""Dates as they stand in groups' books, read and written."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.thai import DATE_STYLES, Refused, format_date, parse_date, parse_month

SUMMING_UP = date(2022, 2, 12)
MONTH_STYLES = ("month", "month_long", "en_month")
DAY_STYLES = [style for style in DATE_STYLES if style not in MONTH_STYLES]


def cell(*parts: int) -> datetime:
    return datetime(*parts)  # noqa: DTZ001 - a spreadsheet's date knows no time zone


DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2199, 12, 31))


@pytest.mark.parametrize(
    "written",
    [
        "2022-02-12", "2022/02/12", "2565-02-12", "2022-02-12 00:00:00", "2022-02-12T00:00:00",
        "2022-02-12T08:30:00+07:00", "2022-02-11T18:00:00Z",
        "12 ก.พ. 65", "12 ก.พ. 2565", "12 กพ 65", "12 ก.พ 65", "12 ก. พ. 65", "12ก.พ.65", "12กพ65",
        "12-ก.พ.-65", "12/ก.พ./65", "12 ก.พ. ค.ศ. 2022", "12 ก.พ. ค.ศ. 22", "12 ก.พ. 2022",
        "12 กุมภาพันธ์ 2565", "12 กุมภาพันธ์ พ.ศ. 2565", "12 กุมภาพันธ์ พศ 2565",
        "12 กุมภาพันธ์ พ.ศ.2565", "12 กุมภาพันธ์ พุทธศักราช ๒๕๖๕", "12 กุมภาพันธ์ปี 2565",
        "วันเสาร์ที่ 12 กุมภาพันธ์ 2565", "วันที่ 12 เดือนกุมภาพันธ์ พ.ศ. 2565", "ส. 12 ก.พ. 65",
        "12 กุมภา 65", "12 กุมพาพันธ์ 2565", "12 กุมภาพันธุ์ 2565", "12 กุมภาพัน 2565",
        "๑๒/๐๒/๒๕๖๕", "๑๒ ก.พ. ๖๕", "12/2/2565", "12/2/65", "12-2-65", "12.02.2565", "12 / 2 / 2565",
        "12/2/2022", "12/2/65 พ.ศ.", "12/2/2565, 9:30:00", "12/2/2565 เวลา 09.30 น.",
        "12 Feb 2022", "12 FEB. 2022", "12 February 2565", "12th February 2022", "Feb 12, 2022",
        "Saturday, February 12, 2022", "12 Febuary 2022", "12 Feb 2565 BE", "12 Feb 2022 A.D.", "12 Feb 65",
        " 12\u00a0ก.พ.\u200b 65 ", date(2022, 2, 12), cell(2022, 2, 12, 9, 30), cell(2565, 2, 12),
        datetime(2022, 2, 11, 18, tzinfo=UTC),
    ],
)  # fmt: skip
def test_the_day_of_the_summing_up_is_read_however_it_is_written(written):
    assert parse_date(written) == SUMMING_UP


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("5 กรกฏาคม 2564", date(2021, 7, 5)),
        ("20 พฤษจิกายน 64", date(2021, 11, 20)),
        ("3 พฤศภาคม 64", date(2021, 5, 3)),
        ("16 พ.ค. 65", date(2022, 5, 16)),
        ("16 พ.ย. 65", date(2022, 11, 16)),
        ("พ. 16 ก.พ. 65", date(2022, 2, 16)),
        ("1 มี.ค. 65", date(2022, 3, 1)),
        ("1 มิ.ย. 65", date(2022, 6, 1)),
        ("1 เม.ย. 65", date(2022, 4, 1)),
        ("1 ม.ค. 43", date(2000, 1, 1)),
        ("31 ธ.ค. 2442", date(1899, 12, 31)),
        ("1 ม.ค. ค.ศ. 70", date(1970, 1, 1)),
    ],
)
def test_a_slip_of_the_pen_or_a_near_name_is_still_the_right_month(written, day):
    assert parse_date(written) == day


def test_the_thai_leap_day_is_a_real_day():
    assert parse_date("29/2/2567") == parse_date("๒๙ ก.พ. ๖๗") == date(2024, 2, 29)


def test_a_birthday_of_1965_in_a_spreadsheet_is_not_taken_for_2565():
    assert parse_date(cell(1965, 3, 1)) == date(1965, 3, 1)


@pytest.mark.parametrize(
    "written",
    [
        "", "  ", "-", "nan", "เมื่อวาน", "วันที่", "12022565", "44604", "65", "2565", "12 ก.พ.", "ก.พ. 65",
        "31/2/2565", "29/2/2565", "0/2/2565", "12/0/2565", "12/13/2565", "32 ม.ค. 65", "2022-13-01",
        "12 ก.พ. 2300", "12/2/256", "12/2/25655", "12//2565", "12-13 ก.พ. 65", "12 ก.พ. 65 25:00",
        "12 ก.พ. ค.ศ. 2565", "12 ก.พ. พ.ศ. 2022", "12 Feb 22", "12 มิ.ค. 65", "1 มกนาคม 65", "²/2/2565",
        "9" * 500,
        "วันศุกร์ที่ 12 กุมภาพันธ์ 2565", "2022-02-30T00:00:00Z", "0001-01-01T00:00:00+23:00",
        None, 44604, True, date(2300, 1, 1), cell(1899, 12, 30), cell(2568, 2, 29),
        datetime.min.replace(tzinfo=timezone(timedelta(hours=23))),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_with_a_sentence_in_both_languages(written):
    with pytest.raises(Refused) as refusal:
        parse_date(written)
    assert str(refusal.value) == f"{refusal.value.th} · {refusal.value.en}"
    assert refusal.value.en.endswith(".")


def test_a_refusal_names_the_day_that_is_not_in_the_calendar():
    with pytest.raises(Refused) as refusal:
        parse_date("31/2/2565")
    assert (refusal.value.th, refusal.value.en) == (
        "เดือนกุมภาพันธ์ 2565 ไม่มีวันที่ 31",
        "February 2022 has no day 31.",
    )


def test_every_style_writes_the_day_of_the_summing_up_its_own_way():
    assert {style: format_date(SUMMING_UP, style) for style in DATE_STYLES} == {
        "short": "12 ก.พ. 65",
        "long": "12 กุมภาพันธ์ 2565",
        "full": "วันเสาร์ที่ 12 กุมภาพันธ์ พ.ศ. 2565",
        "numeric": "12/02/2565",
        "thai": "๑๒/๐๒/๒๕๖๕",
        "iso": "2022-02-12",
        "month": "ก.พ. 65",
        "month_long": "กุมภาพันธ์ 2565",
        "en_short": "12 Feb 2022",
        "en": "12 February 2022",
        "en_month": "Feb 2022",
    }


def test_a_year_of_another_century_is_written_in_full():
    assert format_date(date(1950, 1, 2), "short") == "2 ม.ค. 2493"


def test_an_unknown_style_is_refused():
    with pytest.raises(Refused, match="fancy"):
        format_date(SUMMING_UP, "fancy")


@given(day=DAYS, style=st.sampled_from(DAY_STYLES))
def test_a_day_written_in_any_style_is_read_back_as_itself(day, style):
    assert parse_date(format_date(day, style)) == day


@given(day=DAYS, style=st.sampled_from(MONTH_STYLES))
def test_a_month_written_in_any_style_is_read_back_as_its_first_day(day, style):
    assert parse_month(format_date(day, style)) == day.replace(day=1)


@given(st.text(alphabet="0123456789๑๒/.-: กพศคมีิยเtzTZBEวันที่FebJun", max_size=30))
def test_any_scribble_is_a_day_or_a_refusal_and_never_a_crash(scribble):
    try:
        assert isinstance(parse_date(scribble), date)
    except Refused as refusal:
        assert refusal.th != refusal.en  # noqa: PT017 - both outcomes are right


@pytest.mark.parametrize(
    "written",
    [
        "ก.ค. 64", "ก.ค.64", "กค64", "กรกฎาคม 2564", "กรกฏาคม 2564", "เดือนกรกฎาคม 2564",
        "ประจำเดือน ก.ค. พ.ศ. 2564", "07/2564", "7/64", "๐๗/๒๕๖๔", "2021-07", "2564-07", "July 2021",
        "Jul 2021", "5/7/2564", "2021-07-01 00:00:00", date(2021, 7, 31), cell(2564, 7, 9),
    ],
)  # fmt: skip
def test_july_2564_is_read_however_it_is_written(written):
    assert parse_month(written) == date(2021, 7, 1)


@pytest.mark.parametrize("written", ["", "เดือน", "64", "13/2564", "0/2564", "มีย 64", "กรกฎาคม", None])
def test_what_is_no_month_is_refused(written):
    with pytest.raises(Refused):
        parse_month(written)

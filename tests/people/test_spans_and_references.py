"""From when until when, which reference comes next, and which words a paper may use."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.people.rules.forms import FORMS, is_near, words_of
from kwan.people.rules.growth import ends_of, periods
from kwan.people.rules.references import following
from kwan.people.rules.spans import Mark, Span, spans

JAN, FEB, MAR, APR = (20210100 + 100 * month + 5 for month in range(4))
DAYS = {JAN: date(2021, 1, 5), FEB: date(2021, 2, 5), MAR: date(2021, 3, 5), APR: date(2021, 4, 5)}


def of(*pairs):
    return tuple(Span(DAYS[since], DAYS.get(until)) for since, until in pairs)


@pytest.mark.parametrize(
    ("begun", "ended", "found"),
    [([(JAN, 1)], [], of((JAN, None))), ([(JAN, 1)], [(FEB, 2)], of((JAN, FEB))),
     ([(JAN, 1), (MAR, 3)], [(FEB, 2)], of((JAN, FEB), (MAR, None))),
     ([(JAN, 1), (FEB, 2)], [(MAR, 3)], of((JAN, MAR))),
     ([(FEB, 1)], [(JAN, 2)], of((FEB, None))),
     ([(JAN, 1), (FEB, 3)], [(FEB, 2)], of((JAN, FEB), (FEB, None))),
     ([(JAN, 0)], [(JAN, 7)], of((JAN, JAN))), ([], [(JAN, 1)], ())],
)  # fmt: skip
def test_what_begins_ends_and_begins_again_makes_spans(begun, ended, found):
    assert spans([Mark(*mark) for mark in begun], [Mark(*mark) for mark in ended]) == found


MARKS = st.lists(st.builds(Mark, st.sampled_from(list(DAYS)), st.integers(1, 9)), max_size=5, unique_by=tuple)


@given(MARKS, MARKS)
def test_spans_never_overlap_and_only_the_last_may_still_run(begun, ended):
    found = spans(begun, ended)
    assert all(span.until is not None for span in found[:-1])
    assert all(a.until <= b.since for a, b in pairwise(found))


def test_a_day_lies_in_a_span_until_the_day_it_ended():
    span = Span(DAYS[JAN], DAYS[FEB])
    asked = (DAYS[JAN], DAYS[FEB] - timedelta(days=1), DAYS[FEB], DAYS[JAN] - timedelta(days=1))
    assert [span.holds(day) for day in asked] == [True, True, False, False]


@pytest.mark.parametrize(
    ("known", "next_one"),
    [((), "ก01"), (("ก01",), "ก02"), (("ก01", "ก09"), "ก10"), (("ก99",), "ก100"), (("M-009", "M-010"), "M-011"),
     (("1", "2", "3"), "4"), (("ก01", "ก02", "ข07"), "ก03"), (("๐๑", "๐๒"), "๐๓"), (("สมศรี",), "ก01"), (("ก02", "ก01"), "ก03"),
     (("7/60",), "7/61"), (("ก01", "สมศรี"), "ก02"), (("1234567890123",), "ก01")],
)  # fmt: skip
def test_the_next_reference_follows_the_groups_own_style(known, next_one):
    assert following(known) == next_one


@given(st.lists(st.text(alphabet="กข0129๑/-", min_size=1, max_size=6), max_size=12, unique=True))
def test_the_next_reference_is_never_one_that_somebody_has(known):
    assert following(known) not in known


def test_deposits_stand_only_on_the_papers_of_a_cooperative():
    said = {code: words_of(code).receipt[0] for code in FORMS}
    assert {code for code, receipt in said.items() if "ฝาก" in receipt} == {"cooperative"}
    assert words_of(None).receipt == ("ใบรับเงินออม", "Receipt for savings")
    assert {code for code in FORMS if "ธนาคาร" not in words_of(code).members_only[0]} == {"cooperative"}


@pytest.mark.parametrize(("days", "said"), [(61, False), (60, True), (0, True), (-400, True)])
def test_a_renewal_is_near_sixty_days_before_and_after(days, said):
    today = date(2026, 11, 1)
    assert (is_near(today + timedelta(days=days), today), is_near(None, today)) == (said, False)


def test_growth_is_told_by_months_for_a_year_and_by_years_after_that():
    months = periods(date(2021, 11, 20), date(2022, 2, 3))
    assert ends_of(months, date(2022, 2, 3)) == (
        date(2021, 11, 30), date(2021, 12, 31), date(2022, 1, 31), date(2022, 2, 3),
    )  # fmt: skip
    years = periods(date(2020, 12, 31), date(2022, 2, 3))
    assert ends_of(years, date(2022, 2, 3)) == (date(2020, 12, 31), date(2021, 12, 31), date(2022, 2, 3))

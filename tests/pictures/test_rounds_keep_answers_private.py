"""Nothing drawn, said or tabled from wellbeing rounds may tell what one person answered."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.pictures import Bundle, Improved, Round, flowers, rounds

COUNTS = st.integers(min_value=0, max_value=40)


def everything(picture):
    """All that leaves the function, as one text."""
    cells = [cell.text for row in picture.table.rows for cell in row]
    return "\n".join([picture.svg, picture.sentence_th, picture.sentence_en, *cells])


def drawn(picture, drawing):
    return len(re.findall(drawing, picture.svg))


OPEN = r'r="2"'  # the heart of an open flower
BUD = r"M0-3C-2.5-9"  # the folds of a bud


@given(COUNTS, COUNTS)
def test_flowers_open_only_for_a_count_that_gives_nobody_away(count, compared):
    improved = Improved(min(count, compared), compared)
    picture = flowers(improved)
    shown = compared >= 5 and 0 < improved.count < compared
    want = (improved.count, compared - improved.count) if shown else (0, 0)
    assert (drawn(picture, OPEN), drawn(picture, BUD)) == want


@given(COUNTS, COUNTS)
def test_nobody_and_everybody_look_the_same(one, other):
    assert flowers(Improved(0, one)) == flowers(Improved(other, other))


@pytest.mark.parametrize("answered", [0, 1, 4])
def test_a_round_of_fewer_than_five_shows_neither_its_median_nor_how_many(answered):
    few = rounds([Round("ก่อน", "วันแรก", answered, Decimal("7.25"))], lang="th")
    none = rounds([Round("ก่อน", "วันแรก", 2, Decimal(3))], lang="th")
    assert "7.25" not in everything(few)
    assert few == none


def test_a_round_of_five_shows_its_median():
    picture = rounds([Round("ก่อน", "วันแรก", 5, Decimal("7.50"))])
    assert "ก่อน ค่ากลาง 7.5 ตอบ 5 คน" in picture.sentence_th


FOUR_ROSE = Bundle(Decimal(4), Decimal(6), 4)
FIVE_ROSE = Bundle(Decimal(4), Decimal(6), 5)
FIVE_FELL = Bundle(Decimal(6), Decimal(4), 5)
FIVE_STAYED = Bundle(Decimal(5), Decimal(5), 5)
SERIES = (Round("ก่อน", "ก", 14, Decimal(5)), Round("หลัง", "ข", 14, Decimal(6)))


@pytest.mark.parametrize("hidden", [FOUR_ROSE, FIVE_FELL, FIVE_STAYED])
def test_a_bundle_that_would_tell_on_somebody_leaves_no_trace(hidden):
    without = rounds(SERIES, Improved(8, 14))
    assert rounds(SERIES, Improved(8, 14), [hidden]) == without


def test_five_who_rose_together_are_one_ribbon():
    without, with_five = rounds(SERIES, Improved(8, 14)), rounds(SERIES, Improved(8, 14), [FIVE_ROSE])
    assert (drawn(without, 'stroke-opacity="\\.2"'), drawn(with_five, 'stroke-opacity="\\.2"')) == (0, 1)


@pytest.mark.parametrize("improved", [None, Improved(14, 14), Improved(0, 14), Improved(4, 14)])
def test_no_ribbon_without_a_count_that_holds_it(improved):
    assert rounds(SERIES, improved, [FIVE_ROSE]) == rounds(SERIES, improved)


def test_people_are_drawn_in_no_order_but_open_first():
    picture = flowers(Improved(2, 5))
    order = re.findall(f"{OPEN}|{BUD}", picture.svg)
    assert order == ['r="2"', 'r="2"', "M0-3C-2.5-9", "M0-3C-2.5-9", "M0-3C-2.5-9"]


def test_what_is_said_is_k_of_n_and_no_more():
    picture = rounds(SERIES, Improved(8, 14), [FIVE_ROSE], lang="en")
    assert (
        picture.sentence_en == "ก่อน: median 5, 14 people; หลัง: median 6, 14 people; 8 of 14 people improved"
    )
    assert [cell.text for cell in picture.table.rows[-1]] == ["8 of 14 people improved"]


def test_a_held_back_count_says_why_without_saying_which():
    assert (
        flowers(Improved(9, 9)).sentence_en == "How many improved is not shown, so that answers stay private"
    )

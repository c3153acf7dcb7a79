"""The two groups' own workbooks come into their books with exactly the figures that were counted by hand."""

import json
from pathlib import Path

import pytest

from kwan.samples import workbooks
from tests.workbook.bringing import (
    breaches,
    bring,
    expected,
    figures,
    head,
    reasons,
    rows_of,
    value,
)

pytestmark = pytest.mark.django_db
FIGURES = Path(__file__).parents[1] / "data" / "samples"


@pytest.fixture(params=sorted(workbooks()), ids=lambda path: path.stem)
def sample(request):
    """A sample workbook, brought in, and the figures counted from it by hand."""
    counted = json.loads((FIGURES / f"{request.param.stem}.json").read_text(encoding="utf-8"))
    return request.param, bring(request.param.read_bytes(), request.param.name), counted


def test_every_figure_comes_out_exactly(sample):
    _, result, counted = sample
    assert figures(result.book, result.group) == expected(counted)


def test_exactly_the_two_errors_are_held(sample):
    _, result, counted = sample
    of_errors = {
        "passbook: one row entered twice": "twice",
        "passbook: one row for unknown member ไม่มี-99": "unknown_member",
    }
    assert [of_errors[error] for error in counted["errors_expected"]] == [held.code for held in result.held]
    assert {held.sheet for held in result.held} == {"สมุดออม"}
    assert "ไม่มี-99" in result.held[1].reason_th
    assert "ไม่มี-99" in result.held[1].reason_en


def test_each_row_is_posted_held_or_skipped(sample):
    _, result, _ = sample
    assert result.read == rows_of(result)
    assert result.already.total() == 0


def test_nothing_comes_from_outside_the_books_and_every_law_holds(sample):
    _, result, _ = sample
    assert value(result, "records.outside") == 0
    assert breaches() == []


def test_the_same_file_twice_leaves_the_same_books(sample):
    path, result, _ = sample
    before = head(result)
    again = bring(path.read_bytes(), path.name)
    assert head(again) == before
    assert again.posted.total() == 0
    assert (again.already, reasons(again), again.gone) == (result.posted, reasons(result), [])

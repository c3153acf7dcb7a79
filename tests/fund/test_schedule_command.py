"""`kwan schedule` gives the published schedules, row for row."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

PUBLISHED = json.loads((Path(__file__).parent / "data" / "schedules.json").read_text("utf-8"))["schedules"]
COLUMNS = ("due", "principal", "interest", "total", "balance")
METHOD = {"kind": "method"}


def said(**terms):
    """Give the terms to the command as words; return what it says."""
    words = []
    for name, value in terms.items():
        option = f"--{METHOD.get(name, name).replace('_', '-')}"
        words += [option] if value is True else [option, str(value)] if value is not False else []
    out = StringIO()
    call_command("schedule", *words, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("name", PUBLISHED)
def test_published_schedules_come_out_of_the_command(name):
    answer = json.loads(said(**PUBLISHED[name]["terms"], json=True))
    assert [tuple(row[column] for column in COLUMNS) for row in answer["rows"]] == [
        tuple(row) for row in PUBLISHED[name]["rows"]
    ]


def test_the_interest_of_a_declining_loan_of_five_thousand():
    terms = {"principal": 5000, "rate": 12, "periods": 18, "start": "2022-11-01", "round_instalment": 1}
    answer = json.loads(said(**terms, method="declining", basis="period", every="1month", json=True))
    assert (answer["total_interest"], answer["true_yearly_rate"]) == ("488.22", "12.000")


def test_a_person_reads_a_table_with_what_the_loan_truly_costs():
    table = said(principal="10,000", rate=12, periods=12, method="flat", start="2022-01-05").splitlines()
    assert len(table) == 15
    assert table[1].split() == ["1", "2022-02-05", "833.33", "100.00", "933.33", "9,166.67"]
    assert table[-2:] == [
        "ดอกเบี้ยรวม · Total interest: 1,200.00",
        "อัตราที่แท้จริงต่อปี · True yearly rate: 21.457 %",
    ]


def test_terms_that_make_no_loan_are_refused_in_words():
    with pytest.raises(CommandError, match="The loan must be above zero"):
        said(principal=0, rate=12, periods=12, start="2022-01-05")

from dataclasses import replace
from decimal import Decimal

import pytest

from kwan.journal.queries import head
from kwan.lessons.claims.judging import Books, judge
from kwan.lessons.claims.records import CLAIMS as RECORDS
from kwan.lessons.report import shown
from kwan.lessons.report.as_json import to_evidence, to_json
from kwan.lessons.report.shown import Shown
from tests.lessons.report.hands import SCORES, a_claim, a_report, happier, judged, saved, six_who_answered
from tests.programme.a_year import a_year

pytestmark = pytest.mark.django_db


def test_an_open_claim_shows_all_it_was_worked_out_from():
    claim = saved(a_year())
    assert shown.measures(claim) == {
        "savings.balance": Shown("satang", 16000, {"in": 21000, "out": -5000}),
        "savings.by_month": Shown("satang", 16000, {"202107": 14000, "202108": 4000, "202109": -2000}),
    }
    assert shown.statistics(claim) == {"first": 10000, "months": 3, "p": Decimal("0.3333")}


def test_a_sealed_claim_shows_what_its_sentence_says_and_no_split_of_the_rest():
    claim = happier(six_who_answered())
    assert shown.measures(claim) == {
        "wellbeing.improved": Shown("person", 4, {}),
        "wellbeing.pairs": Shown("person", 6, {}),
    }
    assert shown.statistics(claim) == {}


def test_the_evidence_of_a_sealed_claim_is_every_answer_of_the_rounds_of_five_or_more():
    book = six_who_answered()
    before, after = range(7, 13), range(13, 19)  # entry 19 is a round of one
    assert shown.evidence(happier(book)) == tuple((book, entry) for entry in (*before, *after))


def test_debts_show_no_entry():
    book = a_year()
    assert shown.evidence(judged(book, saved(book).finding, "debts.count", claim=a_claim(sealed=True))) == ()


def test_other_scores_behind_the_same_sentence_give_the_same_fingerprint_so_that_none_is_guessed():
    claim = happier(six_who_answered())
    reading = claim.readings["wellbeing.worse"]
    other = replace(reading, rows=tuple((*row[:4], row[4] + 3) for row in reading.rows))
    guessed = replace(claim, readings={**claim.readings, "wellbeing.worse": other})
    assert shown.fingerprint(guessed) == shown.fingerprint(claim)
    assert guessed.digest != claim.digest


def test_parts_that_are_people_or_that_count_what_is_sealed_are_shown_only_where_a_figure_names_them():
    book = a_year()
    stands = head(book)
    kept = judge(RECORDS[0], Books(book, stands.name, stands.last_entry))
    parts = shown.measures(kept)["records.kept"].parts
    assert "fund.debt_told" not in parts
    assert parts["fund.deposit"] == 4
    pay = judged(book, saved(book).finding, "income.by_member_month", "orders.count_by_buyer")
    assert [one.parts for one in shown.measures(pay).values()] == [{}, {}]


@pytest.mark.parametrize("written", [to_json, to_evidence])
def test_no_score_and_no_split_is_anywhere_in_what_a_sealed_report_puts_out(written):
    book = six_who_answered()
    text = written(a_report(book, happier(book)), "th")
    unsaid = ["wellbeing.worse", "wellbeing.same", "wellbeing.answers", "0.25", "score", *SCORES]
    assert [word for word in unsaid if word in text] == []

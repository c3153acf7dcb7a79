"""Answers are sealed, and what may be seen of a round is about five people or more."""

import ast
from datetime import date

import pytest

from kwan.catalogue import COMMANDS
from kwan.journal.audit import check
from kwan.journal.commands import record_all
from kwan.journal.models import Entry
from kwan.people.commands import Erase, Join, erase
from kwan.wellbeing.commands import Answer
from kwan.wellbeing.queries import Round, Score, rounds, scores
from tests.house import tree
from tests.journal.hands import DAY, a_book, envelope, refused, write

AFTER = date(2022, 6, 5)


def answer(member, round_=0, score=5, **more):
    return Answer(on=AFTER if round_ else DAY, member=member, round=round_, score=score, **more)


def a_group(people):
    book = a_book()
    for number in range(1, people + 1):
        write(book, Join(on=DAY, member=f"ก{number:02}", name="สมาชิก"))
    return book


def answered(book, round_, *values):
    for number, value in enumerate(values, 1):
        write(book, answer(f"ก{number:02}", round_, value))


@pytest.mark.django_db
def test_an_entry_holds_no_score():
    book = a_group(1)
    write(book, answer("ก01", score=7))
    assert Entry.objects.get(number=2).body == '{"instrument":"happiness-0-10","member":"ก01","round":0}'


@pytest.mark.django_db
def test_scores_are_whole_for_the_statistics():
    book = a_group(1)
    write(book, answer("ก01", score=7))
    assert scores(book) == [Score("ก01", 0, "happiness-0-10", DAY, 7, 2)]


@pytest.mark.django_db
@pytest.mark.parametrize("score", [-1, 11])
def test_a_score_off_the_scale_is_refused(score):
    assert refused(a_group(1), answer("ก01", score=score)) == "off_the_scale"


@pytest.mark.django_db
@pytest.mark.parametrize("score", [0, 10])
def test_both_ends_of_the_scale_are_answers(score):
    assert write(a_group(1), answer("ก01", score=score)) == 2


@pytest.mark.django_db
def test_another_instrument_has_a_scale_of_its_own():
    assert write(a_group(1), answer("ก01", score=51, instrument="tmhi-15-2007")) == 2


@pytest.mark.django_db
def test_no_answer_is_no_entry_and_no_stranger_answers():
    book = a_group(1)
    assert refused(book, Answer(on=DAY, member="ก01", round=0)) == "no_score"
    assert refused(book, answer("ก99")) == "unknown_member"


@pytest.mark.django_db
def test_a_member_answers_once_a_round_and_may_correct_it():
    book = a_group(1)
    write(book, answer("ก01", score=5))
    assert refused(book, answer("ก01", score=6)) == "answered_already"
    write(book, answer("ก01", score=6), corrects=2)
    assert [score.value for score in scores(book)] == [6]


@pytest.mark.django_db
def test_a_batch_knows_who_answered_earlier_in_it():
    answers = record_all(a_group(1), [envelope(answer("ก01"), source="brought") for _ in range(2)])
    assert [getattr(one, "code", one) for one in answers] == [2, "answered_already"]


@pytest.mark.django_db
def test_five_answers_show_a_median_and_how_many_of_them_improved():
    book = a_group(5)
    answered(book, 0, 5, 5, 4, 6, 7)
    answered(book, 2, 7, 6, 4, 6, 6)
    assert rounds(book) == [
        Round(0, DAY, DAY, "happiness-0-10", 5, 5.0, None),
        Round(2, AFTER, AFTER, "happiness-0-10", 5, 6.0, (2, 5)),
    ]


@pytest.mark.django_db
def test_of_four_answers_nothing_is_shown_but_that_there_were_four():
    book = a_group(5)
    answered(book, 0, 5, 5, 4, 6, 7)
    answered(book, 2, 7, 6, 4, 6)
    assert rounds(book)[1] == Round(2, AFTER, AFTER, "happiness-0-10", 4, None, None)


@pytest.mark.django_db
@pytest.mark.parametrize("later", [(9, 9, 9, 9, 9), (1, 1, 1, 1, 1)])
def test_all_or_none_improved_would_tell_of_each_and_is_not_shown(later):
    book = a_group(5)
    answered(book, 0, 5, 5, 4, 6, 7)
    answered(book, 2, *later)
    assert rounds(book)[1].improved is None


@pytest.mark.django_db
def test_answers_on_different_scales_are_not_compared():
    book = a_group(5)
    answered(book, 0, 5, 5, 4, 6, 7)
    for number, value in enumerate((1, 2, 43, 44, 45), 1):
        write(book, answer(f"ก{number:02}", 2, value, instrument="tmhi-15-2007"))
    assert rounds(book)[1] == Round(2, AFTER, AFTER, "tmhi-15-2007", 5, 43.0, None)


@pytest.mark.django_db
def test_an_erased_answer_is_counted_nowhere():
    book = a_group(5)
    answered(book, 0, 5, 5, 4, 6, 7)
    erase(book, envelope(Erase(on=DAY, member="ก01")))
    assert rounds(book) == [Round(0, DAY, DAY, "happiness-0-10", 4, None, None)]


@pytest.mark.django_db
def test_the_audit_finds_nothing_even_after_an_erasure():
    book = a_group(2)
    answered(book, 0, 5, 6)
    erase(book, envelope(Erase(on=DAY, member="ก01")))
    assert list(check(COMMANDS)) == []


def test_only_the_claims_ask_for_scores():
    asking = {
        str(path)
        for path in tree.python_files()
        if path.parts[:2] == ("src", "kwan") and "kwan.wellbeing" in tree.text(path)
        for node in ast.walk(tree.syntax(path))
        if "scores"
        in (
            getattr(node, "attr", None),
            *(one.name for one in getattr(node, "names", ()) if isinstance(one, ast.alias)),
        )
    }
    assert {path for path in asking if not path.startswith("src/kwan/lessons/claims/")} == set()

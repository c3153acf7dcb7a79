from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.lessons.claims import wellbeing
from kwan.lessons.claims.judging import calculated
from kwan.lessons.claims.wellbeing import CLAIMS, Seen, climb
from kwan.lessons.rules import plain
from kwan.wellbeing.queries import Round, Score
from tests.lessons.hand_made import a_round, judged, members, said_in_english, told

NOTHING = (None,) * 12

# The answers of the two groups of the samples, before and after, by member.
SEAFOOD = (
    (5, 5, 4, 4, 4, 4, 5, 5, 5),
    (5, 7, 5, 5, 5, 4, 6, 6, 7, 5),
    (7, 5, 3, 5, 5, 6, 6, 7, None, 7, 7, 6),
)
HYACINTH = ((5, 6, 5, 4, 6, 6, 6, 5), (5, 7, 6, 4, 6, 5, 6), (4, 8, 7, 5, 6, 8, 6))


def ask(enrolled, *rounds):
    given_rounds = [answer for number, scores in enumerate(rounds) for answer in a_round(number, *scores)]
    return judged(CLAIMS, "wellbeing.most_happier", *members(enrolled), *given_rounds)


def rung(answer):
    return answer.verdict, answer.finding.statistics["rung"], answer.finding.statistics["reason"]


pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("enrolled", "rounds", "sentence", "worst_case"),
    [
        (12, SEAFOOD, "ผู้ตอบครบทั้งรอบแรกและรอบสุดท้ายมี 8 คน ในจำนวนนี้ 6 คนคะแนนความสุขเพิ่มขึ้น", ("25.4", "74.6")),
        (8, HYACINTH, "ผู้ตอบครบทั้งรอบแรกและรอบสุดท้ายมี 7 คน ในจำนวนนี้ 4 คนคะแนนความสุขเพิ่มขึ้น", ("21.5", "78.5")),
    ],
    ids=["seafood", "hyacinth"],
)
def test_the_two_sample_groups_stand_on_the_third_rung(enrolled, rounds, sentence, worst_case):
    answer = ask(enrolled, *rounds)
    facts = answer.finding.statistics
    assert told(answer)[:2] == ("partly", sentence)
    assert rung(answer) == ("partly", "C", "not_significant")
    assert (str(facts["worst_case_low"]), str(facts["worst_case_high"])) == worst_case


def test_ten_of_eleven_of_all_enrolled_are_most_members():
    answer = ask(11, (3,) * 11, (7,) * 10 + (3,))
    assert told(answer) == (
        "supported",
        "สมาชิกส่วนใหญ่มีความสุขเพิ่มขึ้น คือ 10 จากผู้ตอบครบทั้งรอบแรกและรอบสุดท้าย 11 คน (สมาชิกทั้งหมด 11 คน)",
        "",
    )
    assert said_in_english(answer) == (
        "Most members became happier: 10 of the 11 who answered both the first and the last round (11 ever enrolled)."
    )


def test_most_of_those_measured_are_not_most_members_where_many_are_missing():
    answer = ask(25, (3,) * 11, (7,) * 10 + (3,))
    assert told(answer) == (
        "partly",
        "ในผู้ตอบครบทั้งรอบแรกและรอบสุดท้าย 11 คน ส่วนใหญ่มีความสุขเพิ่มขึ้น คือ 10 คน",
        "ผู้ตอบครบทั้งสองรอบมี 11 จากสมาชิกทั้งหมด 25 คน จึงยังไม่พูดแทนสมาชิกทุกคน",
    )


def test_half_or_fewer_are_not_most():
    answer = ask(6, (5,) * 6, (6, 6, 6, 5, 5, 5))
    assert told(answer) == (
        "not_supported",
        "ผู้ตอบครบทั้งรอบแรกและรอบสุดท้ายมี 6 คน ในจำนวนนี้ 3 คนคะแนนความสุขเพิ่มขึ้น",
        "ยังไม่เกินครึ่งของผู้ตอบ จึงยังไม่พูดว่า “ส่วนใหญ่”",
    )


def test_answers_that_point_the_other_way_are_told_without_a_count():
    answer = ask(7, (6,) * 7, (7, 5, 5, 5, 5, 5, 6))
    assert told(answer) == (
        "not_supported",
        "ในผู้ตอบครบทั้งรอบแรกและรอบสุดท้าย 7 คน คะแนนความสุขโดยรวมไม่ได้เพิ่มขึ้น",
        "คำตอบไม่ได้ชี้ไปทางที่เพิ่มขึ้น",
    )


def test_nobody_improved_reads_the_same_whether_all_stayed_or_all_fell():
    stayed, fell = ask(6, (6,) * 6, (6,) * 6), ask(6, (6,) * 6, (4,) * 6)
    assert told(stayed) == told(fell)
    assert rung(stayed) == rung(fell) == ("not_supported", "D", "not_rising")


def test_everybody_improved_is_told_without_a_count():
    answer = ask(10, (3,) * 10, (7,) * 10)
    assert told(answer) == ("supported", "สมาชิกส่วนใหญ่มีความสุขเพิ่มขึ้น", "")
    assert "improved" not in answer.finding.statistics


def test_five_who_all_improved_are_too_few_for_most_and_are_not_counted():
    answer = ask(5, (3,) * 5, (7,) * 5)
    assert told(answer)[1] == (
        "ผู้ตอบครบทั้งรอบแรกและรอบสุดท้ายมี 5 คน มีผู้ที่คะแนนความสุขเพิ่มขึ้น แต่ไม่แสดงจำนวน เพื่อรักษาความลับของผู้ตอบ"
    )


@pytest.mark.parametrize(
    ("enrolled", "rounds", "reason"),
    [
        (3, (), "fewer_than_two_rounds"),
        (6, [(5,) * 6], "fewer_than_two_rounds"),
        (6, [NOTHING, (5,) * 6, (6,) * 6], "no_baseline"),
        (3, [(5,) * 3, (7,) * 3], "few_pairs"),
        (9, [(5,) * 6, (None,) * 2 + (7,) * 7], "few_pairs"),
    ],
    ids=["no rounds", "only before", "no round before", "a group of three", "four who answered twice"],
)
def test_what_cannot_be_compared_is_told_without_a_digit(enrolled, rounds, reason):
    answer = ask(enrolled, *rounds)
    assert rung(answer) == ("not_enough_data", "D", reason)
    assert not any(letter.isdigit() for letter in told(answer)[1] + said_in_english(answer))


def test_another_instrument_in_the_last_round_cannot_be_compared():
    rounds = [*a_round(0, *(5,) * 6), *a_round(1, *(7,) * 6, instrument="who-5")]
    assert rung(judged(CLAIMS, "wellbeing.most_happier", *members(6), *rounds))[2] == "instrument_changed"


def test_two_instruments_within_a_round_are_like_no_other_round():
    mixed = [*a_round(1, *(7,) * 3), *a_round(1, None, None, None, *(7,) * 3, instrument="who-5")]
    answer = judged(CLAIMS, "wellbeing.most_happier", *members(6), *a_round(0, *(5,) * 6), *mixed)
    assert rung(answer)[2] == "instrument_changed"


def test_rounds_on_the_same_days_cannot_be_told_apart():
    rounds = [*a_round(0, *(5,) * 6), *a_round(1, *(7,) * 6, on=date(2021, 7, 4))]
    assert rung(judged(CLAIMS, "wellbeing.most_happier", *members(6), *rounds))[2] == "rounds_overlap"


def test_the_evidence_is_every_answer_of_every_round():
    answer = ask(6, (5,) * 6, (6, 6, 6, 6, 5, 4))
    assert sorted(answer.readings) == ["members.enrolled", "wellbeing.answers"]
    assert answer.evidence == tuple((answer.book, entry) for entry in range(1, 19))
    assert {row[4] for reading in answer.readings.values() for row in reading.rows} == {1}


def test_a_round_of_fewer_than_five_is_no_evidence_and_has_no_figures():
    answer = ask(8, (5,) * 8, (6,) * 4)
    assert sorted(answer.readings) == ["members.enrolled"]
    assert sorted(answer.finding.statistics) == ["answered_0", "median_0", "reason", "rung"]


def test_the_picture_shows_flowers_only_where_the_count_is_told():
    shown, hidden = ask(6, (5,) * 6, (6, 6, 6, 6, 5, 4)), ask(6, (5,) * 6, (6,) * 6)
    drawn = [answer.finding.picture("en", "paper").sentence_en for answer in (shown, hidden)]
    assert drawn[0].endswith("4 of 6 people improved")
    assert drawn[1].endswith("How many improved is not shown, so that answers stay private")


SCORE = st.integers(0, 10) | st.none()
MAY_BE_SHOWN = {
    "rung", "reason", "n", "enrolled", "improved", "share", "share_low", "share_high", "worst_case_low",
    "worst_case_high", "p_below_05", "answered_0", "answered_1", "median_0", "median_1",
}  # fmt: skip


def seen(answers):
    """What may be seen of these (before, after) answers, without a book."""
    scores, rounds = [], []
    for number in (0, 1):
        day = date(2021, 7 + number, 4)
        given_then = [
            Score(f"ก{who}", number, "happiness-0-10", day, pair[number], who)
            for who, pair in enumerate(answers)
            if pair[number] is not None
        ]
        scores += given_then
        if given_then:
            rounds.append(Round(number, day, day, "happiness-0-10", len(given_then), 5.0, None))
    enrolled = calculated("enrolled", len(answers), "count")
    return Seen(tuple(rounds), climb(scores, rounds, len(answers)), enrolled)


@given(st.lists(st.tuples(SCORE, SCORE), max_size=9))
def test_whatever_was_answered_no_more_than_the_rule_allows_is_shown(answers):
    one = seen(answers)
    facts = wellbeing._facts(one)
    told_count = facts.get("improved")
    assert set(facts) <= MAY_BE_SHOWN
    assert told_count is None or (0 < told_count < facts["n"] and facts["n"] >= 5)
    assert (told_count is None) == ("share" not in facts)


@given(st.lists(st.sampled_from([0, -1, -2]), min_size=5, max_size=9))
def test_where_nobody_improved_the_split_of_the_rest_cannot_be_read(steps):
    facts = wellbeing._facts(seen([(5, 5 + step) for step in steps]))
    level = wellbeing._facts(seen([(5, 5)] * len(steps)))
    assert facts == level


def test_no_sentence_of_the_ladder_names_a_cause():
    templates = [text for pair in wellbeing.NOT_ENOUGH.values() for text in pair]
    answers = [ask(6, (5,) * 6, after) for after in ((6,) * 6, (5,) * 6, (6, 6, 6, 6, 5, 4))]
    sentences = [
        *templates,
        *(plain(answer.finding.sentence(lang)) for answer in answers for lang in ("th", "en")),
    ]
    assert [
        s for s in sentences for cause in ("เพราะ", "ส่งผล", "ทำให้", "because", "thanks to") if cause in s
    ] == []

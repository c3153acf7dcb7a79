"""Consent by purpose: to these very words, taken back as easily as given, and from then on not used."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as law
from hypothesis import strategies as st

from kwan.catalogue import COMMANDS
from kwan.fund.commands import TellDebt
from kwan.fund.queries import debts_overview
from kwan.journal import queries
from kwan.journal.audit import check
from kwan.journal.models import Seal
from kwan.journal.rules import Refusal
from kwan.people.commands import Erase, GiveConsent, Join, WithdrawConsent, erase
from kwan.people.queries.consents import agreed_to, consents, not_asked, withdrawn
from kwan.people.rules.consents import PURPOSES, TEXTS, newest
from kwan.programme.measures import take
from kwan.wellbeing.commands import Answer
from kwan.wellbeing.queries import answer_entries, rounds, scores
from tests.journal.hands import DAY, a_book, envelope, write

MARKS = {
    ("wellbeing", 1, "th"): "aafb5cbff547afff5544e3309cc2d55be7c5aa554ec9dfa553068b7e6230829b",
    ("wellbeing", 1, "en"): "fa837844c7a1c514946d15fbaaf36e4c60adfeb9a9f6a1abc14e61e2bc0dc524",
    ("stories", 1, "th"): "542e1c284aa0b437442aeeb908def5c3cab60130ba3b132180f00a812aa8f3dd",
    ("stories", 1, "en"): "f5697c98b602e345838d7eed4c69c816495e244387c1fa8ba32248fc9954e302",
    ("contact", 1, "th"): "be18ed468b532f779bc68f8ca0ff2e2851a9b272819a3bf0a4fe6d359a45c2cf",
    ("contact", 1, "en"): "e07df47e70d07f2212037d7ea98309e429ff1a6f259ed7ab3d351d69a38a3280",
    ("debts", 1, "th"): "e026112f37510d62fa52adec69b71720b38562db214865e02af9612a5d10c44d",
    ("debts", 1, "en"): "8092e7d9938b0fdf799917c9f524383f28d5d93621418af97feb70cd0747ea97",
}


def yes(member="ก01", purpose="wellbeing", lang="th", **more):
    said = {"way": "phone", "text": TEXTS[purpose, 1].mark(lang)} | more
    return GiveConsent(on=DAY, member=member, purpose=purpose, version=1, lang=lang, **said)


def no(member="ก01", purpose="wellbeing", way="phone"):
    return WithdrawConsent(on=DAY, member=member, purpose=purpose, way=way)


@pytest.fixture
def group(db):
    """Six members who answered before and after, and told of a debt each."""
    book = a_book()
    for number in range(1, 7):
        member = f"ก0{number}"
        write(book, Join(on=DAY, member=member, name=f"คนที่ {number}"))
        write(book, Answer(on=DAY, member=member, round=0, score=3))
        write(book, Answer(on=date(2022, 6, 5), member=member, round=2, score=8 if number > 1 else 3))
        write(book, TellDebt(on=DAY, member=member, principal=number * 100_000))
    return book


def test_words_that_somebody_agreed_to_are_never_changed():
    assert {(*key, lang): words.mark(lang) for key, words in TEXTS.items() for lang in ("th", "en")} == MARKS


def test_every_purpose_has_words_in_both_languages_and_they_say_how_to_take_back():
    for purpose in PURPOSES:
        words = TEXTS[purpose, newest(purpose)]
        assert "ถอนเมื่อไรก็ได้" in words.th
        assert "take this back" in words.en


def test_nobody_was_asked_at_first(group):
    assert [(one.purpose, one.state) for one in consents(group, "ก01")] == [
        (p, "not_asked") for p in PURPOSES
    ]


def test_a_member_agrees_on_the_phone_and_takes_it_back_with_one_step_each(group):
    first = write(group, yes())
    assert agreed_to(group, "ก01") == {"wellbeing": 1}
    second = write(group, no())
    one = consents(group, "ก01")[0]
    assert (one.state, [said.entry for said in one.history]) == ("withdrawn", [first, second])
    assert one.history[0].text == TEXTS["wellbeing", 1].mark("th")
    assert (agreed_to(group, "ก01"), withdrawn(group, "wellbeing")) == ({}, {"ก01"})
    assert withdrawn(group, "wellbeing", first) == set()


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"text": "0" * 64}, "other_words"),
        ({"lang": "en", "text": TEXTS["wellbeing", 1].mark("th")}, "other_words"),
        ({"way": "paper"}, "no_witness"),
        ({"way": "shouted"}, "unknown_way"),
        ({"member": "ก99"}, "unknown_member"),
    ],
)
def test_consent_to_other_words_or_without_a_witness_is_refused(group, said, code):
    with pytest.raises(Refusal) as refused:
        write(group, yes(**said))
    assert refused.value.code == code


def test_what_was_agreed_to_is_not_agreed_to_twice(group):
    write(group, yes())
    with pytest.raises(Refusal, match="agreed to already"):
        write(group, yes(lang="en"))


def test_the_witness_of_a_paper_is_sealed_and_goes_with_the_member(group):
    number = write(group, yes(way="paper", witness="แม่หลวงคำ"))
    assert "แม่หลวงคำ" not in queries.entry(group, number).body
    assert consents(group, "ก01")[0].last.witness == "แม่หลวงคำ"
    erase(group, envelope(Erase(on=DAY, member="ก01")))
    assert consents(group, "ก01")[0].last.witness is None
    assert not Seal.objects.filter(book=group, member="ก01").exists()
    assert list(check(COMMANDS)) == []


def test_answers_are_not_used_from_the_withdrawal_on_and_an_earlier_edition_stays_as_it_was(group):
    before = queries.head(group).last_entry
    write(group, no("ก01"))
    now = queries.head(group).last_entry
    assert {score.member for score in scores(group)} == {f"ก0{n}" for n in range(2, 7)}
    assert len({score.member for score in scores(group, before)}) == 6
    assert [each.answered for each in rounds(group)] == [5, 5]
    assert take("wellbeing.answers", [(group, now)]).value == 10
    assert take("wellbeing.answers", [(group, before)]).value == 12
    assert {still for _, _, still in answer_entries(group)["ก01"]} == {False}


def test_below_five_nothing_is_told_any_more(group):
    for member in ("ก01", "ก02"):
        write(group, no(member))
    assert [each.median for each in rounds(group)] == [None, None]


def test_debts_told_are_left_out_once_their_member_says_no(group):
    assert debts_overview(group).people == 6
    write(group, no("ก06", "debts"))
    overview = debts_overview(group)
    assert (overview.people, overview.principal) == (5, 300_000)
    head = queries.head(group).last_entry
    assert take("debts.members_telling", [(group, head)]).value == 5


def test_who_is_still_to_be_asked_is_told_and_never_who_said_no(group):
    write(group, yes("ก01"))
    for purpose in PURPOSES:
        write(group, no("ก02", purpose))
    left = not_asked(group)
    assert left["ก01"] == ("stories", "contact", "debts")
    assert sorted(left) == ["ก01", "ก03", "ก04", "ก05", "ก06"]


def test_one_purpose_says_nothing_of_another(group):
    write(group, no("ก01", "stories"))
    assert len({score.member for score in scores(group)}) == 6


@law(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(st.tuples(st.integers(1, 6), st.booleans()), max_size=12))
def test_the_last_word_of_each_member_stands_in_the_measures_as_in_the_claims(group, said):
    from django.db import transaction

    with transaction.atomic():
        last = {}
        for number, is_yes in said:
            member = f"ก0{number}"
            if is_yes and last.get(member):
                continue
            write(group, yes(member) if is_yes else no(member))
            last[member] = is_yes
        out = {member for member, is_yes in last.items() if not is_yes}
        head = queries.head(group).last_entry
        assert withdrawn(group, "wellbeing") == out
        assert {score.member for score in scores(group)} == {f"ก0{n}" for n in range(1, 7)} - out
        assert take("wellbeing.answers", [(group, head)]).value == 12 - 2 * len(out)
        transaction.set_rollback(True)

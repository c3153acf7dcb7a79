"""Who comes, goes and comes back; who is told anew; offices handed over; what the group is before the law."""

from datetime import date

import pytest

from kwan.journal.commands import record_sheet
from kwan.journal.queries import entry as entry_of
from kwan.journal.queries import head
from kwan.journal.rules import Refusal
from kwan.people import queries
from kwan.people.commands import (
    DescribeMember,
    Erase,
    Join,
    Leave,
    LeaveOffice,
    Return,
    TakeOffice,
    TellAccount,
    TellApart,
    TellForm,
    erase,
)
from kwan.people.rules.spans import Span
from kwan.programme import measures
from tests.journal.hands import a_book, breaches, envelope, refused, write

pytestmark = pytest.mark.django_db
JAN, FEB, MAR, APR = (date(2022, month, 5) for month in (1, 2, 3, 4))


def register(*members, on=JAN):
    book = a_book()
    for place, name in enumerate(members, 1):
        write(book, Join(on=on, member=f"ก{place:02d}", name=name, subdistrict=560101, district=5601))
    return book


def measured(book, id_):
    return measures.take(id_, [(book, head(book).last_entry)]).parts


def test_who_left_and_came_back_is_a_member_with_two_spans_under_one_reference():
    book = register("บัวผัน ใจดี", "สมพร กว๊านงาม")
    write(book, Leave(on=FEB, member="ก01"))
    assert (queries.member(book, "ก01").left, queries.has_left(book, "ก01")) == (FEB, True)
    write(book, Return(on=APR, member="ก01"))
    person = queries.member(book, "ก01")
    assert person.spans == (Span(JAN, FEB), Span(APR, None))
    assert (person.joined, person.left, queries.has_left(book, "ก01")) == (JAN, None, False)
    assert breaches() == []


def test_every_measure_counts_who_came_back_once_and_who_left_again_not_at_all():
    book = register("บัวผัน", "สมพร")
    counted = [measured(book, "members.active")]
    for command in (Leave(on=FEB, member="ก01"), Return(on=MAR, member="ก01"), Leave(on=APR, member="ก01")):
        write(book, command)
        counted.append((measured(book, "members.active"), measured(book, "members.districts")))
    one, both, of_both = {"active": 1}, {"active": 2}, {"5601": 1}
    assert counted == [both, (one, of_both), (both, of_both), (one, of_both)]
    assert measured(book, "members.enrolled") == {"joined": 2}
    assert measured(book, "members.by_district_month") == {
        "5601/202201": 2,
        "5601/202202": -1,
        "5601/202203": 1,
        "5601/202204": -1,
    }


def test_leaving_and_returning_on_one_day_leaves_a_member():
    book = register("บัวผัน")
    write(book, Leave(on=FEB, member="ก01"))
    write(book, Return(on=FEB, member="ก01"))
    assert (queries.has_left(book, "ก01"), measured(book, "members.active")) == (False, {"active": 1})


def test_a_leaving_that_was_corrected_counts_on_its_right_day():
    book = register("บัวผัน")
    gone = write(book, Leave(on=FEB, member="ก01"))
    write(book, Leave(on=MAR, member="ก01"), corrects=gone)
    assert queries.member(book, "ก01").spans == (Span(JAN, MAR),)


@pytest.mark.parametrize(
    ("command", "code"),
    [(Return(on=FEB, member="ก01"), "is_member"), (Leave(on=date(2021, 12, 1), member="ก01"), "too_early"),
     (Leave(on=MAR, member="ก02"), "has_left"), (Return(on=JAN, member="ก02"), "too_early"), (Return(on=FEB, member="ก09"), "unknown_member"),
     (TellApart(on=FEB, member="ก01", other="ก01"), "the_same"), (TellApart(on=FEB, member="ก01", other="ก09"), "unknown_member"),
     (TakeOffice(on=MAR, member="ก02", office="chair"), "has_left"), (LeaveOffice(on=MAR, member="ก01", office="chair"), "not_holding"),
     (TellForm(on=FEB, form="bank"), "unknown_form"), (TellAccount(on=FEB, owner="nobody"), "unknown_owner"),
     (TellAccount(on=FEB, owner="group", promptpay="12"), "promptpay")],
)  # fmt: skip
def test_what_the_register_has_no_room_for_is_refused_and_leaves_nothing(command, code):
    book = register("บัวผัน", "สมพร")
    write(book, Leave(on=FEB, member="ก02"))
    before = head(book).last_entry
    assert (refused(book, command), head(book).last_entry) == (code, before)


def test_older_books_are_never_refused_for_what_they_leave_out():
    book = register("บัวผัน", "สมพร")
    for command in (
        Leave(on=FEB, member="ก01"), Leave(on=MAR, member="ก01"),
        TakeOffice(on=JAN, member="ก01", office="chair"), TakeOffice(on=FEB, member="ก02", office="chair"),
    ):  # fmt: skip
        write(book, command, source="brought")
    assert queries.holders(book) == {"chair": {"ก02"}}


def test_a_new_name_stands_from_its_entry_and_the_old_one_stays_in_its_own():
    book = register("บัวผัน ใจดี")
    told = write(
        book, DescribeMember(on=FEB, member="ก01", name="บัวผัน กว๊านงาม", nickname="บัว", house="12/3", subdistrict=560302, district=5603)
    )  # fmt: skip
    person = queries.member(book, "ก01")
    assert (person.name, person.nickname, person.house, person.district, person.told_in) == (
        "บัวผัน กว๊านงาม", "บัว", "12/3", 5603, told,
    )  # fmt: skip
    assert queries.members(book, upto=1)[0].name == "บัวผัน ใจดี"
    assert measured(book, "members.districts") == {"5603": 1}
    assert [entry.kind for entry in queries.history(book, "ก01")] == [
        "people.joined",
        "people.member_described",
    ]
    assert breaches() == []


def test_a_place_that_is_left_out_stays_and_nothing_personal_is_in_the_body():
    book = register("บัวผัน ใจดี")
    write(book, DescribeMember(on=FEB, member="ก01", name="บัวผัน กว๊านงาม", nickname="บัว", house="12/3"))
    assert (queries.member(book, "ก01").subdistrict, queries.history(book, "ก01")[-1].body) == (
        560101,
        '{"member":"ก01"}',
    )


def test_an_old_joining_says_what_it_always_said():
    plain = Join(on=JAN, member="ก01", name="บัวผัน", district=5601)
    assert (plain.body(), [seal.field for seal in plain.seals()]) == (
        {"member": "ก01", "district": 5601},
        ["name"],
    )


def test_a_corrected_joining_changes_the_name_and_both_entries_stay():
    book = register("บัวพัน")
    write(book, Join(on=JAN, member="ก01", name="บัวผัน"), corrects=1)
    person = queries.member(book, "ก01")
    assert (person.name, person.told_in) == ("บัวผัน", 2)
    assert [(each.number, each.corrected_by) for each in queries.history(book, "ก01")] == [(1, 2), (2, None)]


def test_an_erased_member_keeps_neither_name_nor_nickname_nor_house():
    book = register("บัวผัน")
    write(book, DescribeMember(on=FEB, member="ก01", name="บัวผัน", nickname="บัว", house="12/3"))
    erase(book, envelope(Erase(on=MAR, member="ก01")))
    person = queries.member(book, "ก01")
    assert ((person.name, person.nickname, person.house), breaches()) == ((None, None, None), [])


def test_who_may_be_one_person_is_pointed_out_until_the_group_tells_them_apart():
    book = register("บัวผัน ใจดี", "สมพร กว๊านงาม", "นางบัวพัน ใจดี")
    pairs = queries.likely_pairs(book, queries.members(book))
    assert [(pair.one.reference, pair.other.reference, pair.why) for pair in pairs] == [
        ("ก01", "ก03", "sound")
    ]
    assert [(one.reference, why) for one, why in queries.likely_the_same(book, "สมพร", "", "")] == [
        ("ก02", "first")
    ]
    write(book, TellApart(on=FEB, member="ก03", other="ก01"))
    assert queries.likely_pairs(book, queries.members(book)) == []


def hand_over(book, on, *changes):
    kinds = {"-": LeaveOffice, "+": TakeOffice}
    commands = [kinds[what](on=on, member=member, office=office) for what, member, office in changes]
    return record_sheet(book, [envelope(command) for command in commands])


def test_a_handover_is_one_day_two_holders_and_the_claim_says_so():
    book = register("บัวผัน", "สมพร", "อรทัย")
    hand_over(book, JAN, ("+", "ก01", "chair"), ("+", "ก02", "treasurer"))
    hand_over(book, MAR, ("-", "ก01", "chair"), ("+", "ก03", "chair"))
    told = [(each.number, each.since, each.until, each.holders) for each in queries.generations(book)]
    assert told == [
        (2, MAR, None, (("chair", "ก03"), ("treasurer", "ก02"))), (1, JAN, MAR, (("chair", "ก01"), ("treasurer", "ก02"))),
    ]  # fmt: skip
    assert (measured(book, "office.changes"), measured(book, "office.ended")) == ({"chair": 1}, {"chair": 1})
    assert breaches() == []


def test_a_handover_is_written_whole_or_not_at_all():
    book = register("บัวผัน", "สมพร")
    hand_over(book, JAN, ("+", "ก01", "chair"))
    before = head(book).last_entry
    with pytest.raises(Refusal) as refusal:
        hand_over(book, FEB, ("+", "ก02", "secretary"), ("+", "ก02", "chair"))
    assert (refusal.value.code, head(book).last_entry) == ("one_holder", before)


def test_the_same_person_takes_an_office_again_and_both_terms_are_told():
    book = register("บัวผัน", "สมพร")
    hand_over(book, JAN, ("+", "ก01", "treasurer"))
    hand_over(book, FEB, ("-", "ก01", "treasurer"), ("+", "ก02", "treasurer"))
    hand_over(book, MAR, ("-", "ก02", "treasurer"), ("+", "ก01", "treasurer"))
    terms = queries.member(book, "ก01").offices
    assert [(term.office, term.since, term.until) for term in terms] == [
        ("treasurer", JAN, FEB), ("treasurer", MAR, None),
    ]  # fmt: skip
    assert refused(book, TakeOffice(on=APR, member="ก01", office="treasurer")) == "holds_it"


def test_a_committee_has_many_holders():
    book = register("บัวผัน", "สมพร")
    hand_over(book, JAN, ("+", "ก01", "committee"), ("+", "ก02", "committee"))
    assert queries.holders(book) == {"committee": {"ก01", "ก02"}}


def test_who_leaves_the_group_leaves_the_office_and_does_not_come_back_into_it():
    book = register("บัวผัน", "สมพร")
    hand_over(book, JAN, ("+", "ก01", "chair"))
    write(book, Leave(on=FEB, member="ก01"))
    write(book, Return(on=MAR, member="ก01"))
    assert (queries.holders(book), measured(book, "office.ended")) == ({}, {"chair": 1})
    hand_over(book, APR, ("+", "ก01", "chair"))
    write(book, Leave(on=APR, member="ก01"))
    assert measured(book, "office.ended") == {"chair": 2}


def test_the_words_on_paper_follow_what_the_group_is_and_the_newest_telling_stands():
    book = register()
    assert (queries.standing(book), queries.words_on_paper(book).saving[0]) == (None, "เงินออม")
    write(book, TellForm(on=JAN, form="community_enterprise", registration="5-56-01", renew_by=APR))
    told = queries.standing(book)
    assert (told.code, told.registration, told.renew_by, told.form.renews) == (
        "community_enterprise",
        "5-56-01",
        APR,
        True,
    )
    assert (told.wants_renewing(date(2022, 2, 3)), told.wants_renewing(date(2022, 2, 4))) == (False, True)
    write(book, TellForm(on=MAR, form="cooperative"))
    assert queries.words_on_paper(book).receipt[0] == "ใบรับฝาก"


def test_whose_account_it_is_and_its_numbers_are_sealed():
    book = register()
    assert queries.bank_account(book) is None
    entry = write(
        book, TellAccount(on=JAN, owner="people", bank="ธ.ก.ส.", holders="บัวผัน และ สมพร", account="012-3", promptpay="0812345678")
    )  # fmt: skip
    found = queries.bank_account(book)
    assert (found.bank, found.owner, found.holders, found.account, found.promptpay, found.entry) == (
        "ธ.ก.ส.", "people", "บัวผัน และ สมพร", "012-3", "0812345678", entry,
    )  # fmt: skip
    assert entry_of(book, entry).body == '{"bank":"ธ.ก.ส.","owner":"people"}'


def test_growth_counts_each_district_at_the_end_of_each_month():
    book = register("บัวผัน", "สมพร")
    write(book, Join(on=MAR, member="ก03", name="อรทัย", district=5603))
    write(book, Leave(on=FEB, member="ก02"))
    write(book, Return(on=APR, member="ก02"))
    found = queries.growth(book, APR)
    assert [end.month for end in found.ends] == [1, 2, 3, 4]
    assert [(each.code, each.counts) for each in found.districts] == [
        (5601, (2, 1, 1, 2)),
        (5603, (0, 0, 1, 1)),
    ]
    assert queries.growth(a_book("ว่าง"), APR) is None

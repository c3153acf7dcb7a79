"""What the gate takes, what it refuses, and what it remembers."""

from datetime import date

import pytest

from kwan.fund.commands import TellDebt
from kwan.fund.models import Saving
from kwan.journal import queries
from kwan.journal.commands import OtherBody, record, record_all, record_sheet
from kwan.journal.models import AccountMonth, Entry, Refused, Transfer
from kwan.journal.rules import Refusal
from kwan.people.commands import Join
from tests.journal.hands import DAY, a_book, a_saving_group, breaches, deposit, envelope, withdrawal, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def book():
    book = a_book()
    write(book, Join(on=DAY, member="ก01", name="บัวผัน ใจดี"))
    return book


def test_a_deposit_raises_the_passbook_and_the_purse_by_exactly_its_sum(book):
    write(book, deposit(satang=15000))
    assert queries.balances(book) == {"passbook:ก01": -15000, "purse:savings": 15000}


def test_a_deposit_leaves_one_entry_one_transfer_one_line_and_two_month_totals(book):
    number = write(book, deposit(satang=15000))
    assert Entry.objects.filter(book=book).count() == 2
    assert list(
        Transfer.objects.values_list("entry", "line", "quantity", "source_after", "target_after")
    ) == [(number, 1, 15000, -15000, 15000)]
    assert list(Saving.objects.values_list("entry", "member", "direction", "satang", "day")) == [
        (number, "ก01", "in", 15000, 20220205)
    ]
    assert list(AccountMonth.objects.order_by("account").values_list("month", "came_in", "went_out")) == [
        (202202, 0, 15000),
        (202202, 15000, 0),
    ]


def test_a_command_sent_twice_is_recorded_once(book):
    twice = envelope(deposit())
    assert record(book, twice) == record(book, twice) == 2
    assert queries.balance(book, "purse:savings") == 10000


def test_the_same_id_with_another_sum_is_refused_and_the_first_stands(book):
    record(book, envelope(deposit(satang=10000), id="018f0000-0000-7000-8000-000000000001"))
    with pytest.raises(OtherBody):
        record(book, envelope(deposit(satang=99900), id="018f0000-0000-7000-8000-000000000001"))
    assert queries.balance(book, "purse:savings") == 10000


def test_the_same_id_with_another_sealed_note_is_refused(book):
    record(book, envelope(deposit(note="ก"), id="018f0000-0000-7000-8000-000000000002"))
    with pytest.raises(OtherBody):
        record(book, envelope(deposit(note="ข"), id="018f0000-0000-7000-8000-000000000002"))


def test_a_refusal_is_remembered_as_an_answer(book):
    late = envelope(withdrawal(satang=10000))
    with pytest.raises(Refusal) as first:
        record(book, late)
    write(book, deposit(satang=50000))
    with pytest.raises(Refusal) as again:
        record(book, late)
    assert (
        (again.value.code, again.value.th)
        == (first.value.code, first.value.th)
        == ("not_enough", first.value.th)
    )
    assert Refused.objects.count() == 1
    with pytest.raises(OtherBody):
        record(book, envelope(withdrawal(satang=1), id=late.id))


def test_what_is_refused_leaves_nothing_behind(book):
    before = queries.head(book)
    with pytest.raises(Refusal):
        write(book, deposit("ไม่มี-99"))
    with pytest.raises(Refusal):
        write(book, withdrawal())
    assert queries.head(book) == before
    assert queries.balances(book) == {}
    assert breaches() == []


def test_old_books_are_never_refused_for_what_they_left_out(book):
    record_all(
        book,
        [
            envelope(deposit(satang=3000), source="brought"),
            envelope(withdrawal(satang=5000), source="brought"),
        ],
    )
    assert queries.balances(book) == {"passbook:ก01": 0, "purse:savings": 0, "not-in-the-books": 0}
    assert queries.transfers_of(book, 3) == [
        ("purse:savings", "passbook:ก01", 5000, "THB"),
        ("not-in-the-books", "purse:savings", 2000, "THB"),
        ("passbook:ก01", "not-in-the-books", 2000, "THB"),
    ]
    assert breaches() == []


def test_a_correction_takes_back_and_writes_anew_and_both_stay_visible(book):
    number = write(book, deposit(satang=15000))
    answer = write(book, deposit(satang=12000), corrects=number)
    assert queries.balance(book, "passbook:ก01") == -12000
    assert queries.entry(book, number).corrected_by == answer
    assert queries.entry(book, answer).corrects == number
    assert list(queries.standing_rows(Saving, book).values_list("satang", flat=True)) == [12000]


def test_an_entry_is_corrected_once_and_its_answer_may_be_corrected_again(book):
    number = write(book, deposit(satang=15000))
    answer = write(book, deposit(satang=12000), corrects=number)
    with pytest.raises(Refusal, match=f"entry {answer}"):
        write(book, deposit(satang=11000), corrects=number)
    write(book, deposit(satang=11000), corrects=answer)
    assert queries.balance(book, "passbook:ก01") == -11000
    assert breaches() == []


def test_a_withdrawal_may_be_corrected_to_a_larger_one_that_the_passbook_can_bear(book):
    write(book, deposit(satang=15000))
    number = write(book, withdrawal(satang=10000))
    write(book, withdrawal(satang=15000), corrects=number)
    assert queries.balance(book, "passbook:ก01") == 0
    with pytest.raises(Refusal):
        write(book, withdrawal(satang=15001), corrects=4)
    assert breaches() == []


def test_a_savings_day_is_written_whole_or_not_at_all(book):
    with pytest.raises(Refusal):
        record_sheet(book, [envelope(deposit()), envelope(deposit("ไม่มี-99"))])
    assert queries.balances(book) == {}
    assert record_sheet(book, [envelope(deposit()), envelope(deposit(satang=5000))]) == [2, 3]


def test_a_statement_shows_the_newest_first_and_pages_without_counting(book):
    for satang in (100, 200, 300, 400):
        write(book, deposit(satang=satang))
    page = queries.statement(book, "passbook:ก01", size=3)
    assert [(line.entry, line.went_out, line.balance) for line in page] == [
        (5, 400, -1000),
        (4, 300, -600),
        (3, 200, -300),
    ]
    assert [line.entry for line in queries.statement(book, "passbook:ก01", before=3, size=3)] == [2]


def test_each_entry_covers_the_one_before(book):
    other = a_book("อีกเล่ม")
    write(other, Join(on=DAY, member="ก01", name="บัวผัน ใจดี"))
    assert queries.head(book).hash != queries.head(other).hash
    assert len({entry.hash for entry in Entry.objects.all()}) == 2


def test_no_name_and_no_debt_stands_in_any_entry():
    book = a_saving_group()
    bodies = " ".join(Entry.objects.filter(book=book).values_list("body", flat=True))
    assert not [
        word for word in ("บัวผัน", "สมพร", "สหกรณ์", "3500000", "750", "ออมประจำเดือน") if word in bodies
    ]


def test_the_last_day_of_a_book_is_when_something_last_happened():
    book = a_saving_group()
    assert queries.last_day(book, 7) == DAY
    assert queries.last_day(book, 8) == date(2022, 3, 5)


@pytest.mark.parametrize("member", ["ก" * 81, "ก\0"])
def test_a_text_that_no_database_would_keep_is_refused_before_anything_is_written(book, member):
    with pytest.raises(Refusal) as refused:
        write(book, Join(on=DAY, member=member, name="บัวผัน"))
    assert refused.value.code in {"too_long", "unreadable"}
    assert queries.head(book).last_entry == 1


def test_a_sealed_text_with_a_letter_that_cannot_be_kept_is_refused(book):
    with pytest.raises(Refusal):
        write(book, deposit(note="ก\0ข"))
    assert queries.balances(book) == {}


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (deposit(satang=2**63), "too_large"),
        (deposit(satang=10**15 + 1), "too_large"),
        (deposit(satang=-(2**63)), "not_positive"),
        (deposit(note="ก\ud800"), "unreadable"),
        (TellDebt(on=DAY, member="ก01", principal=2**70), "too_large"),
    ],
)
def test_what_no_database_can_keep_is_refused_and_leaves_nothing(book, command, code):
    before = queries.head(book).last_entry
    with pytest.raises(Refusal) as refused:
        write(book, command)
    assert (refused.value.code, queries.head(book).last_entry) == (code, before)
    assert breaches() == []

"""Once a cycle is locked its days are closed: whatever the command, wherever it comes from. And what is shared is shared once."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import MISSING, fields
from datetime import date
from threading import Barrier
from typing import get_type_hints

import pytest

from kwan.catalogue import COMMANDS
from kwan.fund import commands as fund
from kwan.fund.models import CyclePaid
from kwan.fund.queries import balances
from kwan.ids import uuid7
from kwan.journal.closed_days import closed_upto
from kwan.journal.commands import record_all, record_sheet
from kwan.journal.queries import head
from kwan.journal.rules import Refusal
from kwan.people.commands import Join
from tests.fund.cycling import FIRST, LAST, MEETING, a_cycle, agreed, lend, lock, pay, save
from tests.journal.hands import a_book, breaches, envelope, write


def a_closed_year(members=2, **rules):
    book = a_cycle(members, **rules)
    save(book, "ก01", 600_000, FIRST)
    agreed(book)
    lock(book)
    return book


def blank(kind, on):
    """A command of this class with something in every field that asks for one; nobody will decide it."""
    hints = get_type_hints(kind)
    asked = [
        field
        for field in fields(kind)
        if field.name != "on" and field.default is field.default_factory is MISSING
    ]
    some = {str: "ก01", int: 1, date: on, bool: True}
    return kind(on=on, **{field.name: some.get(hints[field.name], ()) for field in asked})


def refusal_of(book, command, source):
    with pytest.raises(Refusal) as reason:
        write(book, command, source=source)
    return reason.value


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("source", ["live", "brought"])
def test_no_command_of_any_kind_is_written_into_closed_days(source):
    book = a_closed_year()
    before = head(book)
    answers = {
        kind: refusal_of(book, blank(command, LAST), source).code for kind, command in COMMANDS.items()
    }
    assert answers == dict.fromkeys(COMMANDS, "closed_period")
    assert head(book) == before


@pytest.mark.usefixtures("db")
def test_the_refusal_says_up_to_when_and_what_to_do():
    refusal = refusal_of(a_closed_year(), fund.Deposit(on=FIRST, member="ก01", satang=100), "live")
    assert refusal.th == ("รอบถึงวันที่ 31 ธันวาคม 2565 ปิดแล้ว ของเดิมอยู่ครบ เรื่องนี้ยังไม่ได้ลงสมุด ลงได้ด้วยวันที่หลังจากนั้น")
    assert refusal.en == (
        "The books are closed up to 31 December 2022. All that was written stands; this was not. "
        "Write it with a later day."
    )


@pytest.mark.usefixtures("db")
def test_the_day_after_is_open():
    book = a_closed_year()
    save(book, "ก01", 100, date(2023, 1, 1))
    assert (balances(book)["ก01"], closed_upto(book)) == (600_100, LAST)


@pytest.mark.usefixtures("db")
def test_a_book_that_never_closed_takes_any_day():
    book = a_cycle()
    save(book, "ก01", 100, date(2009, 1, 1))
    assert closed_upto(book) is None


@pytest.mark.usefixtures("db")
def test_a_mistake_in_closed_days_is_answered_on_a_day_that_is_open():
    book = a_cycle()
    number = save(book, "ก01", 600_000, FIRST)
    agreed(book)
    lock(book)
    with pytest.raises(Refusal) as reason:
        write(book, fund.Deposit(on=FIRST, member="ก01", satang=60_000), corrects=number)
    assert reason.value.code == "closed_period"
    write(book, fund.Deposit(on=date(2023, 2, 1), member="ก01", satang=60_000), corrects=number)
    assert (balances(book)["ก01"], breaches()) == (60_000, [])


@pytest.mark.usefixtures("db")
def test_of_old_papers_only_what_lies_in_closed_days_is_held_back():
    book = a_closed_year()
    papers = [fund.Deposit(on=on, member="ก02", satang=100) for on in (FIRST, LAST, MEETING)]
    answers = record_all(book, [envelope(paper, source="brought") for paper in papers])
    assert [getattr(answer, "code", "written") for answer in answers] == [
        "closed_period",
        "closed_period",
        "written",
    ]
    assert balances(book)["ก02"] == 100


@pytest.mark.usefixtures("db")
def test_what_follows_the_lock_in_one_batch_finds_the_door_shut():
    book = a_cycle()
    agreed(book)
    batch = [fund.LockCycle(on=MEETING, cycle=1, until=LAST), fund.Deposit(on=LAST, member="ก01", satang=100)]
    with pytest.raises(Refusal) as reason:
        record_sheet(book, [envelope(command) for command in batch])
    assert (reason.value.code, closed_upto(book)) == ("closed_period", None)


@pytest.mark.usefixtures("db")
def test_what_was_sent_before_the_lock_and_comes_again_gets_its_old_answer():
    book = a_cycle()
    said = envelope(fund.Deposit(on=LAST, member="ก01", satang=100))
    assert [*record_sheet(book, [said])] == [4]
    agreed(book)
    lock(book)
    assert record_sheet(book, [said]) == [4]


@pytest.mark.usefixtures("db")
def test_one_group_that_closed_does_not_close_another():
    a_closed_year()
    other = a_cycle_of_another_name()
    save(other, "ก01", 100, FIRST)
    assert balances(other)["ก01"] == 100


def a_cycle_of_another_name():
    book = a_book("บ้านสันเวียงใหม่")
    write(book, Join(on=FIRST, member="ก01", name="คำแปง"))
    return book


def at_once(many, act):
    """Let so many do this at the same moment; return their answers: a number, or why not."""
    together = Barrier(many)

    def one(number):
        from django.db import connection

        together.wait()
        try:
            return act(number)
        except Refusal as refusal:
            return refusal.code
        finally:
            connection.close()

    with ThreadPoolExecutor(many) as pool:
        return list(pool.map(one, range(many)))


def a_share_out():
    """A group about to share out; ก01 still owes 4,000 of a loan."""
    book = a_cycle(2, cycle_way="share_out")
    save(book, "ก01", 600_000, FIRST)
    save(book, "ก02", 400_000, FIRST)
    lend(book, "ก01", "1/2565", 400_000)
    agreed(book)
    return book


def test_two_officers_who_pay_the_same_member_at_once_pay_once(books):
    book = a_share_out()
    answers = at_once(6, lambda number: pay(book, "ก01", actor=f"officer {number}"))
    written = [answer for answer in answers if isinstance(answer, int)]
    assert (len(written), [answer for answer in answers if answer not in written]) == (
        1,
        ["paid_already"] * 5,
    )
    assert CyclePaid.objects.filter(book=book, member="ก01").count() == 1
    assert breaches() == []


def test_one_form_sent_by_six_at_once_pays_once_and_answers_all_alike(books):
    book, form = a_share_out(), uuid7()
    answers = at_once(6, lambda _: pay(book, "ก01", form=form))
    assert len(set(answers)) == 1
    assert isinstance(answers[0], int)
    assert breaches() == []


def test_a_deposit_that_waited_for_the_lock_sees_it(books):
    book = a_cycle()
    agreed(book)

    def act(number):
        return lock(book) if number == 0 else save(book, "ก01", 100, LAST)

    answers = at_once(6, act)
    entries = [answer for answer in answers[1:] if isinstance(answer, int)]
    assert all(number < answers[0] for number in entries)
    assert {answer for answer in answers[1:] if answer not in entries} <= {"closed_period"}

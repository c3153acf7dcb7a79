"""Eight hands do the same thing with money at the same moment: one of them does it, the others are told."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest

from kwan.fund import commands as fund
from kwan.journal import queries as journal
from kwan.journal.rules import Refusal
from kwan.people.commands import Leave
from tests.fund import beginning, cycling, helping, lending
from tests.journal.hands import NOW, breaches, write

HANDS = 8


def at_once(act):
    """Let eight threads do it together; return how many did, and the codes by which the others were refused."""
    together = Barrier(HANDS)

    def one(number):
        from django.db import connection

        together.wait()
        try:
            act(f"hand {number}")
        except Refusal as refused:
            return refused.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(HANDS) as pool:
        answers = list(pool.map(one, range(HANDS)))
    return answers.count("done"), {answer for answer in answers if answer != "done"}


def an_agreed_withdrawal():
    book, day = lending.a_lending_group(), lending.FEBRUARY
    write(book, fund.SetFundRule(on=day, name="two_signatures_above", value="100", reason="มติ"))
    said = {"on": day, "member": "ก02", "satang": 300_000}
    asked = write(book, fund.AskWithdrawal(**said), actor="t")
    write(book, fund.AnswerWithdrawal(on=day, member="ก02", asked=asked, agreed=True), actor="c")
    return book, lambda actor: write(book, fund.Withdrawal(**said, asked=asked), actor=actor)


def an_approved_closing():
    book = cycling.a_year_of_savings(cycle_way="share_out")
    cycling.agreed(book)
    return book, lambda actor: cycling.pay(book, "ก02", actor=actor)


def a_passbook_to_close():
    book = lending.a_lending_group()
    write(book, Leave(on=lending.FEBRUARY, member="ก02"))
    closing = fund.closing_of(book, "ก02", lending.FEBRUARY, cause="left", paid_to="member")
    return book, lambda actor: fund.close_passbook(book, closing, uuid4(), actor=actor, at=NOW)


def a_line_of_interest():
    book, day = lending.a_lending_group(), lending.FEBRUARY
    line = write(book, fund.NoteBankLine(on=day, bankbook="all", direction="in", satang=500, balance=500))
    interest = fund.BankInterest(on=day, bank_line=line, purse="savings", satang=500)
    return book, lambda actor: write(book, interest, actor=actor)


def a_request_for_welfare():
    book = helping.a_group()
    asked = write(book, fund.AskWelfare(on=helping.DAY, member="ก01", words="คลอดลูก"))
    birth = helping.giving(book, "birth", 100_000, asked=asked)
    return book, lambda actor: write(book, birth, actor=actor)


def a_sheet_to_sign():
    book = beginning.a_group()
    asked = write(book, beginning.sheet(), actor="treasurer")
    return book, lambda actor: beginning.sign(book, asked, actor)


def all_of_the_box():
    book = lending.a_lending_group()
    return book, lambda actor: write(
        book, fund.TakeToBank(on=lending.FEBRUARY, purse="savings", satang=1_000_000), actor=actor
    )


@pytest.mark.parametrize(
    ("prepare", "codes"),
    [
        (an_agreed_withdrawal, {"paid_already"}),
        (an_approved_closing, {"paid_already"}),
        (a_passbook_to_close, {"closed"}),
        (a_line_of_interest, {"line_matched"}),
        (a_request_for_welfare, {"answered"}),
        (a_sheet_to_sign, {"opened_already", "no_sheet"}),
        (all_of_the_box, {"not_enough"}),
    ],
)
def test_of_eight_at_once_one_does_it_and_the_others_are_told(books, prepare, codes):
    book, act = prepare()
    done, told = at_once(act)
    assert (done, told - codes) == (1, set())
    assert sum(journal.balances(book).values()) == 0
    assert breaches() == []

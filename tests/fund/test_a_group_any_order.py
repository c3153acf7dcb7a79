"""A small group does all that can be done with money, in any order: refused or written, nothing appears and nothing is lost.

The machine keeps a tally of its own, by hand: what each member has saved in each sort, what is lent, and what lies in
boxes and bank together. After every step the books must say the same.
"""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import count
from uuid import uuid4

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from kwan.fund import commands as fund
from kwan.fund.queries.closing import is_closed, lender
from kwan.fund.queries.cycle import cycle_now, cycle_terms, cycles
from kwan.fund.queries.loan_files import loan_files
from kwan.fund.queries.welfare import welfare_rules
from kwan.fund.rules.savings_day import PASSBOOKS
from kwan.journal import queries as journal
from kwan.journal.audit import BookAudit
from kwan.journal.models import Account, Book
from kwan.journal.rules import Refusal, day_number
from kwan.people.commands import Join, Leave, Return
from kwan.thai import Refused
from tests.journal.hands import CATALOGUE, NOW, a_book, write

FIRST, LIMIT = date(2022, 1, 1), 150_000
MEMBERS, SORTS = ("ก01", "ก02", "ก03"), tuple(PASSBOOKS)
TREASURER, CHAIR = "เหรัญญิก", "ประธาน"
names = (f"กลุ่มที่ {number}" for number in count(1))

members, sorts = st.sampled_from(MEMBERS), st.sampled_from(SORTS)
sums = st.sampled_from([10_000, 500, 1, 9_999, 45_000, 333_335, 0])
purses, places = st.sampled_from(["savings", "welfare", "fund"]), st.sampled_from([None, "bank"])
hows = st.sampled_from(["cash", "passbook", "transfer"])
RULES = (
    {"cycle_way": "share_out", "share_out_loans": "net"},
    {"cycle_way": "share_out", "share_out_by": "share_days", "cycle_rounding": "down_to_baht", "cycle_remainder": "carry"},
    {"cycle_way": "share_out", "share_out_by": "equal", "profit_buckets": "welfare 10%, reserve 5"},
    {"cycle_way": "yearly", "profit_buckets": "reserve 10%, welfare 7%, refund 20%, dividend rest"},
    {"cycle_way": "yearly", "profit_buckets": "dividend rate 5, reserve rest", "cycle_rounding": "down_to_baht"},
)  # fmt: skip


class Group(RuleBasedStateMachine):
    """Three members, a treasurer and a chair; `saved`, `lent` and `kept` are the tally."""

    def __init__(self):
        super().__init__()
        self.book, self.day, self.numbers = a_book(next(names)), FIRST, count(1)
        self.saved, self.lent, self.kept = Counter(), 0, 0
        self.slips = {}  # entry: what it said, in savings
        for member in MEMBERS:
            write(self.book, Join(on=FIRST, member=member, name="บัวผัน"))
        for event, unit in (("birth", "once"), ("hospital", "night")):
            said = {"event": event, "amount": 5_000, "unit": unit, "year_most": 12_000, "reason": "มติ"}
            write(self.book, fund.SetWelfareRule(on=FIRST, **said))
        self.decide(two_signatures_above=str(LIMIT // 100), share_price="5")
        write(self.book, fund.OpenCycle(on=FIRST, cycle=1))
        write(self.book, fund.ReceiveIntoFund(on=FIRST, purpose="grant", satang=200_000))
        self.kept += 200_000
        for member in MEMBERS:
            self.save(member, None, 100_000 if member == MEMBERS[2] else 200_000, None)
            self.save(member, "special", 40_000, "bank")

    def decide(self, **values):
        for name, value in values.items():
            write(self.book, fund.SetFundRule(on=self.day, name=name, value=value, reason="มติ"))

    def does(self, command, **how):
        """Write a command dated today; return its entry, or None where the book refuses it."""
        with suppress(Refusal):
            return write(self.book, command, **how)

    # -- savings -----------------------------------------------------------------------------------

    @rule(member=members, sort=sorts, satang=sums, kept=places)
    def saves(self, member, sort, satang, kept):
        self.does(Return(on=self.day, member=member))
        self.save(member, sort, satang, kept)

    def save(self, member, sort, satang, kept):
        command = fund.Deposit(on=self.day, member=member, satang=satang, sort=sort, kept=kept)
        self.slip(self.does(command), command)

    @rule(
        member=members,
        sort=st.sampled_from([None, None, "special"]),
        satang=st.sampled_from([80_000, 10_000]),
    )
    def take(self, member, sort, satang):
        command = fund.Withdrawal(on=self.day, member=member, satang=satang, sort=sort)
        for _ in range(2):
            if entry := self.does(command):
                assert self.alone(member) + satang <= LIMIT
                self.slip(entry, command)

    @rule(
        member=members, sort=sorts, satang=sums, who=st.sampled_from([TREASURER, CHAIR]), agreed=st.booleans()
    )
    def take_together(self, member, sort, satang, who, agreed):
        asked = self.does(
            fund.AskWithdrawal(on=self.day, member=member, satang=satang, sort=sort), actor=TREASURER
        )
        answer = fund.AnswerWithdrawal(on=self.day, member=member, asked=asked or 0, agreed=agreed)
        answered = self.does(answer, actor=who)
        command = fund.Withdrawal(on=self.day, member=member, satang=satang, sort=sort, asked=asked)
        if asked and (entry := self.does(command)):
            assert (answered, agreed, who) == (answered or "never", True, CHAIR)
            self.slip(entry, command)
            assert self.does(command) is None

    @rule(data=st.data(), satang=sums, is_struck=st.booleans())
    def mend(self, data, satang, is_struck):
        if not self.slips:
            return
        old = data.draw(st.sampled_from(sorted(self.slips)))
        before = self.slips[old]
        strike = fund.StrikeSaving(on=self.day, member=before.member)
        command = strike if is_struck else replace(before, satang=satang, on=self.day)
        if entry := self.does(command, corrects=old):
            del self.slips[old]
            self.count(before, -1)
            if not is_struck:
                self.slip(entry, command)

    def slip(self, entry, command):
        if entry:
            self.slips[entry] = command
            self.count(command, 1)

    def count(self, command, times):
        sign = times if command.direction == "in" else -times
        self.saved[command.member, command.sort] += sign * command.satang
        self.kept += sign * command.satang

    def alone(self, member):
        return sum(
            one.satang for one in self.slips.values()
            if one.direction == "out" and one.asked is None and (one.member, one.on) == (member, self.day)
        )  # fmt: skip

    # -- loans, welfare, fines, the bank, costs ----------------------------------------------------

    @rule(member=members, satang=sums, purse=st.sampled_from(["savings", "fund"]))
    def lend(self, member, satang, purse):
        who = {"on": self.day, "number": str(next(self.numbers)), "member": member}
        asked = self.does(fund.RequestLoan(**who, principal=satang, rate=1200, method="flat", periods=3))
        if asked and self.does(fund.ApproveLoan(**who, meeting=self.day)):
            paying = fund.paying_out(self.book, who["number"], self.day, purse)
            if self.does(paying):
                self.lent, self.kept = self.lent + satang, self.kept - satang

    @rule(satang=sums, kept=places, data=st.data())
    def repay(self, satang, kept, data):
        files = [file for file in loan_files(self.book).values() if file.standing().is_running]
        if files:
            file = data.draw(st.sampled_from(files))
            with suppress(Refusal):
                satang = min(satang, file.standing().left + file.standing().interest_left)
                purse = lender(self.book, file.number)
                came = fund.repaying(self.book, file.number, self.day, satang, purse_name=purse)
                write(self.book, replace(came, kept=kept, receipt=str(uuid4())))
                self.lent, self.kept = self.lent - came.principal, self.kept + satang

    @rule(data=st.data())
    def give_up(self, data):
        files = [file for file in loan_files(self.book).values() if file.standing().is_running]
        if files:
            file = data.draw(st.sampled_from(files))
            left, who = file.standing().left, {"on": self.day, "number": file.number, "member": file.member}
            if self.does(fund.WriteOffLoan(**who, meeting=self.day, satang=left)):
                self.lent -= left

    @rule(member=members, satang=sums, kept=places)
    def pay_in(self, member, satang, kept):
        if self.does(fund.PayIntoWelfare(on=self.day, member=member, satang=satang, kept=kept)):
            self.kept += satang

    @rule(
        member=members,
        satang=st.sampled_from([5_000, 10_000, 15_000]),
        event=st.sampled_from([0, 1]),
        kept=places,
    )
    def help(self, member, satang, event, kept):
        entry = welfare_rules(self.book)[event].entry
        said = {"satang": satang, "rule": entry, "units": satang // 5_000, "happened": day_number(self.day)}
        if self.does(fund.PayWelfare(on=self.day, member=member, kept=kept, **said)):
            self.kept -= satang

    @rule(member=members, satang=sums, purse=purses, kept=places)
    def fine(self, member, satang, purse, kept):
        if self.does(fund.PayFine(on=self.day, member=member, satang=satang, purse=purse, kept=kept)):
            self.kept += satang

    @rule(satang=sums, purse=purses, way=st.sampled_from([fund.TakeToBank, fund.TakeFromBank]))
    def carry(self, satang, purse, way):
        self.does(way(on=self.day, purse=purse, satang=satang))

    @rule(satang=sums, way=st.sampled_from([fund.BankInterest, fund.BankFee]), purse=purses)
    def look_at_the_bank(self, satang, way, purse):
        said = {
            "bankbook": "all",
            "direction": way.direction,
            "satang": satang,
            "balance": next(self.numbers),
        }
        line = self.does(fund.NoteBankLine(on=self.day, **said))
        command = way(on=self.day, bank_line=line or 0, purse=purse, satang=satang)
        if line and self.does(command):
            self.kept += satang if way.direction == "in" else -satang
            assert self.does(command) is None

    @rule(satang=sums, purse=st.sampled_from(["savings", "reserve", "fund"]), kept=places)
    def spend(self, satang, purse, kept):
        if self.does(fund.PayCosts(on=self.day, purse=purse, satang=satang, kept=kept)):
            self.kept -= satang

    @rule(satang=sums, kept=places, way=st.sampled_from([fund.ReceiveIntoFund, fund.SpendFromFund]))
    def fund_money(self, satang, kept, way):
        if self.does(way(on=self.day, purpose="grant", satang=satang, kept=kept)):
            self.kept += satang if way is fund.ReceiveIntoFund else -satang

    # -- who leaves and comes back -----------------------------------------------------------------

    @rule(member=members, out_of_savings=st.booleans(), by_bank=st.booleans())
    def close(self, member, out_of_savings, by_bank):
        if member == MEMBERS[0]:
            return  # somebody stays
        how = {"cause": "left", "paid_to": "member", "out_of_savings": out_of_savings, "by_bank": by_bank}
        closing = fund.closing_of(self.book, member, self.day, **how)
        before = journal.balances(self.book)
        with suppress(Refusal):
            fund.close_passbook(self.book, closing, uuid4(), actor=TREASURER, at=NOW)
            assert closing.total + self.alone(member) <= LIMIT
            repaid = self.settled(before)
            self.kept += repaid - closing.total
            for sort in SORTS:
                self.saved[member, sort] = 0
            self.does(Leave(on=self.day, member=member))

    def settled(self, before):
        """What came back of loans just now, with its interest."""
        now = journal.balances(self.book)
        lent = sum(before[code] - now[code] for code in before if code.startswith("loan:"))
        self.lent -= lent
        return lent + before.get("hands", 0) - now.get("hands", 0)

    @rule(member=members)
    def a_closed_passbook_takes_nothing(self, member):
        if is_closed(self.book, member):
            assert self.does(fund.Deposit(on=self.day, member=member, satang=100)) is None

    # -- the end of a cycle ------------------------------------------------------------------------

    @rule(
        way=st.sampled_from(RULES),
        who=st.sampled_from([CHAIR, TREASURER]),
        steps=st.sampled_from([3, 1, 4]),
        how=hows,
    )
    def the_cycle_goes_on(self, way, who, steps, how):
        for _ in range(steps):
            self.one_step(way, who)
        if steps > 1:
            self.hand_over(MEMBERS[0], how)

    def one_step(self, way, who):
        view = cycle_now(self.book)
        said = {"on": self.day, "cycle": view.cycle, "proposal": view.proposal or 0}
        if view.stage == "open":
            self.decide(**way)
            with suppress(Refusal, Refused):
                terms = cycle_terms(self.book)
                write(
                    self.book,
                    fund.proposing(self.book, view.cycle, self.day, self.day, terms),
                    actor=TREASURER,
                )
        elif view.stage == "proposed":
            if self.does(fund.CheckCycle(**said), actor=who):
                assert who == CHAIR
            elif who == CHAIR:
                self.does(fund.WithdrawProposal(**said))
        elif view.stage == "checked":
            self.agreed(view)
            if cycle_now(self.book).stage == "checked":
                self.does(fund.WithdrawProposal(**said))
        elif who == CHAIR:
            self.locked(view)

    def agreed(self, view):
        with suppress(Refusal):
            write(self.book, fund.approving(self.book, view.cycle, self.day, self.day, "ข้อ 4"), actor=CHAIR)
            outcome = view.closing.outcome
            assert outcome.pool == outcome.paid + outcome.set_aside + outcome.carried
            for portion in outcome.portions:
                for sort, satang in zip(
                    SORTS, (portion.regular, portion.special, portion.shares), strict=True
                ):
                    self.saved[portion.member, sort] -= satang

    @rule(member=members, how=hows)
    def hands_over(self, member, how):
        self.hand_over(member, how)

    def hand_over(self, member, how):
        before = journal.balances(self.book)
        with suppress(Refusal):
            owing = [
                view.cycle for view in cycles(self.book) if member in {one.member for one in view.unpaid}
            ]
            handing = fund.Handing(min(owing, default=1), member, self.day, how)
            fund.pay_portion(self.book, handing, uuid4(), actor=TREASURER, at=NOW)
            owed = f"payout:{member}"
            total, repaid = journal.balance(self.book, owed) - before[owed], self.settled(before)
            if how == "passbook":
                self.saved[member, None] += total - repaid
            else:
                self.kept += repaid - total
            with pytest.raises(Refusal):
                fund.pay_portion(self.book, handing, uuid4(), actor=CHAIR, at=NOW)

    def locked(self, view):
        until = view.closing.until
        if view.stage == "approved" and self.does(fund.LockCycle(on=self.day, cycle=view.cycle, until=until)):
            self.day = max(self.day, until + timedelta(days=1))
            assert self.does(fund.OpenCycle(on=self.day, cycle=view.cycle + 1))

    @rule(days=st.sampled_from([1, 20, 40]))
    def time_passes(self, days):
        self.day += timedelta(days=days)

    # -- what must hold ----------------------------------------------------------------------------

    @invariant()
    def money_neither_appears_nor_vanishes(self):
        accounts = Account.objects.filter(book=self.book).values_list("code", "kind", "balance")
        stands = {code: balance for code, _, balance in accounts}
        assert sum(stands.values()) == 0
        assert [code for code, kind, balance in accounts if kind == "held" and balance < 0] == []
        assert [code for code, kind, balance in accounts if kind == "owed" and balance > 0] == []
        passbooks = {key: -stands.get(f"{PASSBOOKS[key[1]]}{key[0]}", 0) for key in self.saved}
        assert passbooks == dict(self.saved)
        assert sum(balance for code, balance in stands.items() if code.startswith("loan:")) == self.lent
        assert sum(b for code, b in stands.items() if code.startswith(("purse:", "bank:"))) == self.kept

    def teardown(self):
        assert list(BookAudit(Book.objects.get(pk=self.book), CATALOGUE).breaches()) == []


@pytest.mark.django_db
def test_whatever_a_group_does_in_whatever_order_money_neither_appears_nor_vanishes():
    how = settings(
        max_examples=25, stateful_step_count=40, deadline=None, suppress_health_check=list(HealthCheck)
    )
    run_state_machine_as_test(Group, settings=how)

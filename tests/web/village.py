"""A village for the door's tests: two groups of one project, a third of another, and who holds which seat."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from kwan.fund.commands import (
    ApproveLoan,
    AskWelfare,
    AskWithdrawal,
    CheckCycle,
    Deposit,
    HoldSavingsDay,
    NotePay,
    OpenCycle,
    PayIntoWelfare,
    PayWelfare,
    PlanPurchase,
    ReceiveEquipment,
    ReceiveIntoFund,
    RepayLoan,
    RequestLoan,
    SetFundRule,
    SetWelfareRule,
    SpendFromFund,
    TellDebt,
    Withdrawal,
    approving,
    paying_out,
    proposing,
)
from kwan.fund.queries.cycle import cycle_now, cycle_terms
from kwan.journal.commands import Envelope, open_book, record, record_all
from kwan.journal.rules import Refusal
from kwan.lessons.commands import PinNote, ReleaseReport
from kwan.market.commands import AddBuyer, DeliverOrder, OrderLine, PayOrder, PlaceOrder
from kwan.people.commands import DescribeGroup, GiveConsent, Join, TakeOffice, WithdrawConsent
from kwan.people.models import Seat
from kwan.people.rules.consents import TEXTS
from kwan.production.commands import BuyMaterial, DeclareParts, MakeBatch, NoteSupply
from kwan.programme.commands import HoldActivity, NoteEvent, SetIndicator
from kwan.wellbeing.commands import Answer
from tests.web.households import keep_books

PROJECT, OTHER_PROJECT = "โครงการฟื้นฟูอาชีพ", "โครงการอื่น"
START = date(2021, 7, 5)
SAVINGS_DAY = START + timedelta(days=220)
NOW = datetime(2022, 2, 20, 3, tzinfo=UTC)
KEPT_ON = date(2022, 2, 18)  # the day of the newest page of the household books
PASSWORD = "ปลาบึก2565"
# Scores that stand nowhere else in a page by accident: nobody's answer may be found there.
BEFORE, AFTER = 3, 8


def member(number):
    return f"ก{number:02d}"


def name(number):
    return f"ชื่อลับที่{number:02d}"


def envelope(command, **how):
    return Envelope(command, str(uuid4()), "user:1", NOW, how.pop("source", "brought"), **how)


def write_all(book, commands):
    answers = record_all(book, [envelope(command) for command in commands])
    assert [answer for answer in answers if isinstance(answer, Refusal)] == []


def history(people, project):
    """Everything that can happen to a group of so many people, a little of each."""
    everybody = [member(number) for number in range(1, people + 1)]
    yield DescribeGroup(on=START, occupation="แปรรูปปลา", project=project, subdistrict=560101, founded=START)
    for number, reference in enumerate(everybody, 1):
        yield Join(on=START, member=reference, name=name(number), subdistrict=560101, district=5601)
    yield TakeOffice(on=START, member=member(1), office="treasurer")
    for month in range(8):
        for reference in everybody:
            yield Deposit(on=START + timedelta(days=30 * month), member=reference, satang=10_050)
            yield NotePay(
                on=(START + timedelta(days=30 * month)).replace(day=1),
                member=reference,
                satang=30_000 + month * 1_000,
            )
    yield HoldSavingsDay(
        on=SAVINGS_DAY, deposits=2, withdrawals=0, expected=20_100, counted=20_200, difference=100
    )
    yield from (Deposit(on=SAVINGS_DAY, member=reference, satang=10_050) for reference in everybody[:2])
    yield Withdrawal(on=START + timedelta(days=100), member=member(1), satang=5_000, note="ค่าเทอมลูก")
    yield AskWithdrawal(on=START + timedelta(days=100), member=member(1), satang=400_000)
    yield ReceiveIntoFund(on=START, purpose="grant", satang=2_000_000, item="ทุนตั้งต้น")
    yield SpendFromFund(on=START + timedelta(days=20), purpose="materials", satang=700_000)
    yield TellDebt(
        on=START, member=member(2), creditor="เจ้าหนี้ลับ", nature="แบบลับของหนี้", principal=7_654_321, rate=12_000
    )
    yield from goods()
    yield from learning(everybody)


def goods():
    yield DeclareParts(on=START, material="ปลา", parts=("เนื้อ", "หนัง"))
    yield BuyMaterial(on=START, material="ปลา", quantity=12_500, unit="กก.", satang=250_000)
    yield NoteSupply(on=START, event="scarce", material="ปลา")
    yield AddBuyer(on=START, buyer="รพ.พะเยา", channel="hospital")
    yield AddBuyer(on=START, buyer="ลุงมีคนหนึ่ง", channel="retail")
    for number, buyer in ((1, "รพ.พะเยา"), (2, "ลุงมีคนหนึ่ง")):
        line = OrderLine(product="ปลาส้ม", quantity=4, unit="ถุง", unit_price=5_000)
        yield PlaceOrder(on=START, number=f"00{number}/64", buyer=buyer, items=(line,), due=START)
    yield DeliverOrder(on=START, number="001/64")
    yield PayOrder(on=START, number="001/64")
    for number in (1, 2):
        yield MakeBatch(
            on=START, lot=f"L00{number}", product="ปลาส้ม", part="เนื้อ", used=5_000, good=9, waste=250,
            maker=member(1), cap=True, gloves=True, apron=True, clean=number == 1, order="001/64",
        )  # fmt: skip


def learning(everybody):
    for round_, score in ((0, BEFORE), (2, AFTER)):
        for place, reference in enumerate(everybody):
            given = score if place else BEFORE
            yield Answer(on=START + timedelta(days=60 * round_), member=reference, round=round_, score=given)
    yield HoldActivity(on=START, topic="แพ็คให้สะอาด", theme="สุขลักษณะ", attended=tuple(everybody), others=1)
    yield SetIndicator(
        on=START, objective="ออม", name="สมาชิกที่มีเงินออม", unit="ร้อยละ", baseline=0, target=8_000,
        measure="savings.active_members_saving/members.active",
    )  # fmt: skip
    yield NoteEvent(on=START, what="ปิดตลาด")
    for small_group in ("กลุ่มย่อย 1", "กลุ่มย่อย 2"):
        yield PinNote(on=START, small_group=small_group, sort="problem", votes=5, text="เงินหมุนไม่ทัน")


def a_group(title, people=6, project=PROJECT):
    """Open a group's book, write its history, and correct one deposit: the last entry answers an earlier one."""
    book = open_book(str(uuid4()), "group", title)
    write_all(book, history(people, project))
    record(
        book,
        envelope(Deposit(on=START, member=member(1), satang=20_000), corrects=first(book, "fund.deposit")),
    )
    return book


def first(book, kind):
    """The number of the first entry of this kind."""
    from kwan.journal.models import Entry

    return Entry.objects.filter(book=book, kind=kind).order_by("number").first().number


def a_project(title=PROJECT):
    return open_book(str(uuid4()), "project", title)


def lend(book):
    """A thousand baht at 12 % flat for five months, to the second member, with a guarantor."""
    terms = {"principal": 100_000, "rate": 1_200, "method": "flat", "periods": 5, "guarantors": (member(3),)}
    asked = RequestLoan(on=START, number="1/2564", member=member(2), purpose="เหตุลับของผู้กู้", **terms)
    write_all(book, [asked, ApproveLoan(on=START, number="1/2564", member=member(2), meeting=START)])
    write_all(book, [paying_out(book, "1/2564", START)])


def care(book):
    """Welfare paid in, asked for and given to the second member; a gift in kind, and something to be bought."""
    rule = SetWelfareRule(on=START, event="hospital", amount=20_000, unit="night", reason="มติที่ประชุม")
    write_all(book, [rule, PayIntoWelfare(on=START, member=member(1), satang=60_000)])
    stay = {"rule": first(book, rule.kind), "units": 2, "evidence": "หลักฐานลับ"}
    write_all(book, [
        PayWelfare(on=START, member=member(2), satang=40_000, **stay),
        AskWelfare(on=START, member=member(2), words="เรื่องลับที่ขอ"),
        ReceiveEquipment(on=START, number="อ1", what="โต๊ะ", giver="ผู้ให้ลับ", giver_kind="person", keeper=member(3)),
        PlanPurchase(on=START, what="เกลือ", satang=30_000, due=START),
    ])  # fmt: skip


def agree(book):
    """The second member agreed to pictures before a witness, and took it back."""
    words = {"version": 1, "lang": "th", "text": TEXTS["stories", 1].mark("th")}
    given = GiveConsent(on=START, member=member(2), purpose="stories", way="paper", witness="พยานลับ", **words)
    write_all(book, [given, WithdrawConsent(on=START, member=member(2), purpose="stories", way="phone")])


def share(book):
    """A cycle that a meeting approved: half of a little interest goes back to who paid it, half to savings."""
    until, meeting = START + timedelta(days=200), START + timedelta(days=220)
    parts = SetFundRule(on=START, name="profit_buckets", value="refund 50%, dividend rest", reason="มติที่ประชุม")
    month = START + timedelta(days=31)
    repaid = RepayLoan(on=month, number="1/2564", member=member(2), purse="savings", interest=1_000)
    write_all(book, [parts, repaid, OpenCycle(on=START, cycle=1)])
    record(book, by("treasurer", proposing(book, 1, until, meeting, cycle_terms(book))))
    record(book, by("chair", CheckCycle(on=meeting, cycle=1, proposal=cycle_now(book).proposal)))
    record(book, by("treasurer", approving(book, 1, meeting, meeting, "1/2565 ข้อ 4")))


def by(actor, command):
    return replace(envelope(command, source="live"), actor=actor)


def release(book):
    """The group lets others read its report as it stands."""
    from kwan.journal.queries import head

    record(book, envelope(ReleaseReport(on=START, upto=head(book).last_entry), source="live"))


def seat(username, book, role, who=None):
    user, is_new = User.objects.get_or_create(username=username)
    if is_new:
        user.set_unusable_password()
        user.save()
    return Seat.objects.create(
        user=user, book=book, role=role, member=who, given_at=timezone.now(), given_by="test"
    )


def browser(username=None, lang="th"):
    """A client signed in as this person, or as nobody."""
    client = Client(raise_request_exception=False)
    client.cookies["kwan_language"] = lang
    if username:
        client.force_login(
            User.objects.get(username=username), backend="django.contrib.auth.backends.ModelBackend"
        )
    return client


class Village:
    """Two groups of a project (the second has not released its report), one of another project, and their people."""

    def __init__(self, people=6):
        self.project, self.other_project = a_project(), a_project(OTHER_PROJECT)
        self.group = a_group("กลุ่มปลาส้ม", people)
        self.unreleased = a_group("กลุ่มที่ยังอ่านเองอยู่", 5)
        self.foreign = a_group("กลุ่มของโครงการอื่น", 5, OTHER_PROJECT)
        self.empty = open_book(str(uuid4()), "group", "กลุ่มใหม่")
        for lending in (self.group, self.foreign):
            lend(lending)
            care(lending)
            agree(lending)
            share(lending)
        for book in (self.group, self.foreign):
            for who in (member(3 if people < 5 else 5), member(2)):  # the first page of its kind is not ก02's
                keep_books(book, who, KEPT_ON)
        release(self.group)
        seat("treasurer", self.group, "treasurer", member(1))
        seat("chair", self.group, "chair", member(3))
        seat("secretary", self.group, "secretary", member(4))
        seat("member", self.group, "member", member(2))
        seat("other-member", self.group, "member", member(5))
        seat("neighbour", self.unreleased, "treasurer")
        seat("facilitator", self.project, "facilitator")
        seat("funder", self.project, "funder")
        seat("beginner", self.empty, "treasurer")

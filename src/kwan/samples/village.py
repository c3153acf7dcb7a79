"""A third group for the demo, made up from its first day to today: a little of all that a savings group does.

It belongs to no project, so that the project's report stays what the two workbooks say. Its days are counted back
from today, so that the coming savings day is always the next one. Sums are satang.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Final

from django.db import transaction

from kwan.fund import commands as fund
from kwan.fund.queries.welfare import welfare_rules
from kwan.fund.rules.outside_debts import EVERY, KNOWN, NATURES, Price, a_year_of, price_a_year
from kwan.fund.rules.savings_day import Brought, Part, Sheet
from kwan.ids import uuid7
from kwan.journal.commands import Envelope, open_book, record
from kwan.journal.rules import Command, day_number
from kwan.people.commands import DescribeGroup, GiveConsent, Join, TakeOffice
from kwan.people.rules.consents import TEXTS, newest

GROUP: Final = "กลุ่มออมบ้านสันเวียง"
CHAIR, TREASURER, SECRETARY, MEMBER = "ส01", "ส02", "ส03", "ส05"
NAMES: Final = (
    "ทองใบ ลุ่มลาว", "เพ็ญ หนองเล็ง", "วันดี แม่ใส", "กัลยา สันเวียง", "พิกุล ต๋อมดง", "นงคราญ ใจกว๊าน", "ละออ ท่าวัง",
    "รัตนา แม่กา", "สุดใจ ริมปิง", "เกศินี แม่ปืม", "ยุพา ดอกคำ", "อรุณ ลอไม้", "มาลี ปงใหม่", "หล้า เกี๋ยงคำ",
)  # fmt: skip
MEMBERS: Final = tuple(f"ส{number:02}" for number in range(1, len(NAMES) + 1))
MONTHS: Final = 6
REGULAR, SHARE, WELFARE, SPECIAL = 20_000, 10_000, 3_000, 50_000
RULES: Final = {
    "savings_columns": "regular,special,share,welfare,loan,fine,transfer,carried",
    "regular_sum": "200", "share_price": "100", "loan_guarantors": "1", "two_signatures_above": "500",
}  # fmt: skip
MEETING: Final = "มติที่ประชุมแรก"
BY_TRANSFER: Final = "ส12"
BORROWERS: Final = {"1": "ส06", "2": MEMBER}


@dataclass
class _Hand:
    """Writes into the group's book as its treasurer would have, in the evening of the day it happened."""

    book: int
    rows: dict[str, tuple[fund.Instalment, ...]] = field(default_factory=dict)

    def write(self, *commands: Command, by: str = TREASURER) -> int:
        """Write these; return the number of the last one's entry."""
        number = 0
        for command in commands:
            envelope = Envelope(command, str(uuid7()), by, _evening(command.on))
            number = record(self.book, envelope)
        return number

    def lend(self, on: date, number: str, member: str, principal: int, **terms: Any) -> None:
        """A loan is asked for, agreed to and handed out on one day; its instalments are kept for the sheets to come."""
        who: dict[str, Any] = {"on": on, "number": number, "member": member}
        self.write(
            fund.RequestLoan(**who, principal=principal, rate=1200, guarantors=(TREASURER,), **terms),
            fund.ApproveLoan(**who, meeting=on, minutes="ข้อ 3"),
        )
        paid_out = fund.paying_out(self.book, number, on)
        self.write(paid_out)
        self.rows[number] = paid_out.rows

    def due(self, on: date, member: str) -> Iterator[Part]:
        """What this member's loan asks for on this day."""
        for number, rows in self.rows.items():
            if BORROWERS[number] == member:
                for row in rows:
                    if row.due == on:
                        yield Part("loan", row.principal + row.interest, "savings", number)


def lay_out(today: date) -> int:
    """Write the made-up group up to this day; return its book."""
    hand = _Hand(open_book(str(uuid7()), "group", GROUP))
    months = [_months_ago(today, back) for back in range(MONTHS, 0, -1)]
    with transaction.atomic():
        hand.write(*_people(months[0]), *_agreements(months[0]))
        for number, month in enumerate(months):
            sheet = _sheet(hand, number, month)
            _hold(hand, sheet)
            if number == 0:
                hand.lend(month, "1", BORROWERS["1"], 800_000, method="declining", periods=10)
                hand.write(*_equipment(month))
            if number == 1:
                hand.lend(month, "2", BORROWERS["2"], 400_000, method="flat", periods=8)
                _at_the_bank(hand, month)
        yesterday = today - timedelta(days=1)
        _since(hand, months[-1], yesterday)
        hand.write(*_household(months[-2:], yesterday), by=MEMBER)
    return hand.book


def _hold(hand: _Hand, sheet: Sheet) -> None:
    """Write a savings day whose cash was counted as it should be."""
    cash = {count.purse: count.expected for count in sheet.counts}
    counted = replace(sheet, counted=cash.pop("savings"), others=tuple(cash.items()))
    fund.hold_savings_day(hand.book, counted, uuid7(), actor=TREASURER, at=_evening(sheet.on))


def _months_ago(today: date, back: int) -> date:
    """The fifth, so many months before this one: the savings day."""
    months = today.year * 12 + today.month - 1 - back
    return date(months // 12, months % 12 + 1, 5)


def _evening(day: date) -> datetime:
    return datetime.combine(day, time(11), UTC)  # six in the evening by the clock of the village


def _people(first: date) -> Iterator[Command]:
    yield DescribeGroup(on=first, occupation="ออมทรัพย์", subdistrict=560101, founded=first)
    for member, name in zip(MEMBERS, NAMES, strict=True):
        yield Join(on=first, member=member, name=name, subdistrict=560101, district=5601)
    for member, office in ((CHAIR, "chair"), (TREASURER, "treasurer"), (SECRETARY, "secretary")):
        yield TakeOffice(on=first, member=member, office=office)


def _agreements(first: date) -> Iterator[Command]:
    """What the first meeting agreed on, and who agreed to be told of."""
    for name, value in RULES.items():
        yield fund.SetFundRule(on=first, name=name, value=value, reason=MEETING)
    yield fund.OpenCycle(on=first, cycle=1)
    yield fund.SetWelfareRule(
        on=first, event="hospital", amount=20_000, unit="night", event_most=60_000, year_most=100_000,
        waiting=3, reason=MEETING,
    )  # fmt: skip
    yield fund.SetWelfareRule(on=first, event="birth", amount=50_000, reason=MEETING)
    for member in MEMBERS[:8]:
        for purpose in ("wellbeing", "stories"):
            text = TEXTS[purpose, newest(purpose)].mark("th")
            yield GiveConsent(
                on=first, member=member, purpose=purpose, version=newest(purpose), lang="th", text=text, way="phone"
            )  # fmt: skip


def _sheet(hand: _Hand, number: int, on: date) -> Sheet:
    """The sheet of one savings day: ten shares on the first, one on the others, instalments as they fall due; one is absent."""
    lines = []
    for place, member in enumerate(MEMBERS):
        if number and place == 6 + number:  # always somebody without a loan
            continue
        shares = Part("share", (1 if number else 10) * SHARE)
        more = [shares, Part("welfare", WELFARE, "welfare"), *hand.due(on, member)]
        if place % 3 == 0:
            more.append(Part("special", SPECIAL if number == 0 else SPECIAL // 5))
        if number == 3 and place == 8:  # noqa: PLR2004 - once, as an example
            more.append(Part("fine", 2_000, "savings", cause="มาสาย"))
        transfer = f"T{on:%m}-{member}" if member == BY_TRANSFER else ""
        carried = MEMBERS[0] if place == 13 else ""  # noqa: PLR2004 - she lives far away
        lines.append(Brought(member, REGULAR, 0, tuple(more), transfer, carried))
    return Sheet(on=on, brought=tuple(lines), counted=0)


def _equipment(on: date) -> Iterator[Command]:
    yield fund.ReceiveIntoFund(
        on=on, purpose="grant", satang=1_000_000, item="ทุนตั้งต้น", giver="ร้านค้าบ้านสันเวียง", giver_kind="company"
    )  # fmt: skip
    yield fund.BuyEquipment(
        on=on, number="001", what="ตู้เหล็กเก็บสมุด", spot="บ้านเหรัญญิก", keeper=TREASURER, satang=350_000, receipt="12/8"
    )  # fmt: skip
    yield fund.ReceiveEquipment(
        on=on, number="002", what="โต๊ะพับ", pieces=4, spot="ศาลาบ้านสันเวียง", giver="วัดบ้านสันเวียง", giver_kind="community"
    )  # fmt: skip


def _at_the_bank(hand: _Hand, on: date) -> None:
    """Some of the cash goes to the bank. Its line is found again; that of the first month's transfer still waits."""
    taken = hand.write(fund.TakeToBank(on=on, purse="savings", satang=500_000, carrier=TREASURER))
    sent = REGULAR + 10 * SHARE + WELFARE
    line: dict[str, Any] = {"on": on, "bankbook": "all", "direction": "in"}
    hand.write(fund.NoteBankLine(**line, satang=sent, balance=sent))
    found = hand.write(fund.NoteBankLine(**line, satang=500_000, balance=sent + 500_000))
    hand.write(fund.MatchBankLine(on=on, bank_line=found, ours=(taken,)))


def _since(hand: _Hand, on: date, yesterday: date) -> None:
    """Welfare given on the last savings day; what waits since: a request, a withdrawal for two to sign, a plan."""
    hospital = next(view for view in welfare_rules(hand.book, on) if view.rule.event == "hospital")
    happened = day_number(on)
    hand.write(
        fund.PayWelfare(on=on, member="ส09", satang=40_000, rule=hospital.entry, units=2, happened=happened),
        fund.AskWelfare(on=yesterday, member="ส11", words="ลูกเพิ่งคลอด"),
        fund.AskWithdrawal(on=yesterday, member="ส04", satang=80_000, sort="special", note="ค่าเทอมลูก"),
        fund.PlanPurchase(on=yesterday, what="เครื่องคิดเลข", satang=90_000, due=_months_ago(yesterday, -1)),
    )


def _household(days: list[date], on: date) -> Iterator[Command]:
    """One member's own book: two months, and two debts elsewhere."""
    for day in map(day_number, days):
        for sort, satang in ((1, 650_000), (2, 180_000), (31, 310_000), (35, 45_000), (37, 150_000)):
            yield fund.NoteHousehold(on=on, member=MEMBER, day=day, sort=sort, satang=satang)
    yield _debt(on, "กองทุนหมู่บ้าน", "village_fund", 800_000, Price("rate", rate=600), 50_000)
    yield _debt(on, "ร้านในตลาด", "informal", 1_200_000, Price("rate", rate=500, per="month"), 100_000)


def _debt(on: date, creditor: str, nature: str, balance: int, price: Price, pays: int) -> Command:
    yearly = price_a_year(price)
    return fund.KeepDebt(
        on=on, member=MEMBER, day=day_number(on), creditor=creditor, nature=NATURES.index(nature), balance=balance,
        known=KNOWN.index(price.known), rate=price.rate, per=EVERY.index(price.per),
        yearly=None if yearly is None else int(yearly * 100), cost=a_year_of(balance, yearly),
        pays=pays, pays_every=EVERY.index("month"),
    )  # fmt: skip

"""Claims about the cycle that was closed last: what the savings earned, and whether it reached the members.

Profit is on a cash basis: what was received less what was spent, as the meeting approved it. Where no cycle was
closed there is no claim.
"""

import json
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from functools import partial
from typing import Final

from kwan.fund.rules.cycle import BUCKETS, Outcome
from kwan.journal import queries as journal
from kwan.journal.rules import day_of, from_plain
from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.rules import Day, Finding, Name, Slot, Slots, found
from kwan.wellbeing.rules import FEWEST_PEOPLE

A_YEAR: Final = (365, 366)  # days
SAVINGS_BACK: Final = Name("เงินออมที่คืน", "Savings given back")
Statistics = dict[str, int | Decimal | str | bool | None]


@dataclass(frozen=True)
class Closed:
    """A cycle as a meeting approved it, satang: its entry, its days, its profit over the average savings, what it shared.

    `parts` are what was divided, by bucket; `savings` and `gain` what members were to have, `waiting` how many of them
    have not had it yet, `paid` the entries of those who have.
    """

    entry: int
    since: date
    until: date
    profit: int
    weighed: int
    parts: dict[str, int]
    savings: int
    gain: int
    waiting: int
    paid: tuple[int, ...]

    @property
    def days(self) -> int:
        """How many days it lasted."""
        return (self.until - self.since).days + 1


def earned(closed: Closed, books: Books) -> Finding:
    """Answer "did the cycle earn anything": profit over average savings; a cycle that is no year also by the year."""
    books.take_only("cycles.profit", {closed.entry})
    statistics: Statistics = {"profit": closed.profit, "weighed": closed.weighed}
    slots: Slots = {
        "from": Day(closed.since),
        "to": Day(closed.until),
        "profit": calculated("profit", closed.profit, "satang"),
        "weighed": calculated("weighed", closed.weighed, "satang"),
    }
    said = ("รอบที่ปิดล่าสุด ตั้งแต่วันที่ {from} ถึงวันที่ {to} ", "The cycle closed last, {from} to {to}, ")
    if closed.profit <= 0:
        return _nothing_earned(closed, said, slots, statistics)
    if closed.weighed <= 0:
        return found(
            "partly",
            said[0] + "มีกำไรที่รับเป็นเงินแล้ว {profit} บาท",
            said[1] + "made a profit of {profit} baht in cash.",
            slots,
            statistics=statistics,
            why=("ในรอบนั้นไม่มีเงินออม จึงไม่เทียบเป็นร้อยละ", "There were no savings in it to compare that with."),
        )
    return _a_return(closed, said, slots, statistics)


def _nothing_earned(closed: Closed, said: tuple[str, str], slots: Slots, statistics: Statistics) -> Finding:
    if closed.profit:
        return found(
            "not_supported",
            said[0] + "จ่ายไปมากกว่าที่รับ {loss} บาท จากเงินออมเฉลี่ย {weighed} บาท",
            said[1] + "spent {loss} baht more than came in, with {weighed} baht of savings on average.",
            {**slots, "loss": calculated("loss", -closed.profit, "satang")},
            statistics={**statistics, "loss": -closed.profit},
            why=("ข้อมูลชี้ไปอีกทางหนึ่ง", "The books point the other way."),
        )
    return found(
        "not_supported",
        said[0] + "รับและจ่ายเท่ากัน",
        said[1] + "spent what came in.",
        slots,
        statistics=statistics,
        why=("รอบนั้นไม่มีกำไร", "There was no profit in it."),
    )


def _a_return(closed: Closed, said: tuple[str, str], slots: Slots, statistics: Statistics) -> Finding:
    share = Decimal(100 * closed.profit) / closed.weighed
    statistics = {**statistics, "return": _tenth(share)}
    slots = {**slots, "return": calculated("return", _tenth(share), "points")}
    th = said[0] + "มีกำไรที่รับเป็นเงินแล้ว {profit} บาท ต่อเงินออมเฉลี่ย {weighed} บาท คือร้อยละ {return}"
    en = (
        said[1]
        + "made a profit of {profit} baht in cash on {weighed} baht of savings on average: {return} percent"
    )
    if closed.days in A_YEAR:
        return found("supported", th, en + ".", slots, statistics=statistics)
    yearly = _tenth(share * A_YEAR[0] / closed.days)
    return found(
        "supported",
        th + " ในเวลา {days} วัน เทียบเป็นหนึ่งปีร้อยละ {yearly}",
        en + " in {days} days, {yearly} percent by the year.",
        {**slots, "days": calculated("days", closed.days, "count"), "yearly": calculated("yearly", yearly, "points")},
        statistics={**statistics, "days": closed.days, "yearly": yearly},
    )  # fmt: skip


def _tenth(share: Decimal) -> Decimal:
    return share.quantize(Decimal("0.1"), ROUND_HALF_UP)


def given_back(closed: Closed, books: Books) -> Finding:
    """Answer "did what was approved reach the members". Of fewer than five who wait neither number nor sum is told."""
    books.take_only("cycles.shared", {closed.entry})
    books.take_only("cycles.by_bucket", {closed.entry})
    approved = closed.savings + closed.gain
    statistics: Statistics = {
        "approved": approved,
        **{f"part_{name}": part for name, part in closed.parts.items()},
    }
    slots: Slots = {"to": Day(closed.until), "approved": calculated("approved", approved, "satang")}
    if closed.savings:
        statistics["savings"] = closed.savings
    table = tuple(_rows(closed))
    said = (
        "ที่ประชุมรับรองให้คืนและแบ่งให้สมาชิกของรอบที่ปิดเมื่อวันที่ {to} รวม {approved} บาท",
        "For the cycle closed on {to} the meeting approved {approved} baht for the members",
    )
    if not closed.waiting:
        books.take_only("cycles.paid", closed.paid)
        return found(
            "supported", said[0] + " ทุกคนได้รับแล้ว", said[1] + "; everybody has it.", slots,
            statistics=statistics, table=table,
        )  # fmt: skip
    if closed.waiting < FEWEST_PEOPLE:
        why = ("มีผู้ที่ยังไม่ได้มารับ เงินรออยู่ครบ", "Some have not fetched it yet; it waits for them.")
        return found("partly", said[0], said[1] + ".", slots, statistics=statistics, table=table, why=why)
    return found(
        "partly",
        said[0],
        said[1] + ".",
        {**slots, "waiting": calculated("waiting", closed.waiting, "count")},
        statistics={**statistics, "waiting": closed.waiting},
        table=table,
        why=(
            "สมาชิก {waiting} คนยังไม่ได้มารับ เงินรออยู่ครบ",
            "{waiting} members have not fetched it yet; it waits for them.",
        ),
    )


def _rows(closed: Closed) -> list[tuple[Slot, ...]]:
    """Return what was divided, part by part, and the savings that went back."""
    rows: list[tuple[Slot, ...]] = [
        (_called(name), calculated(f"part_{name}", satang, "satang")) for name, satang in closed.parts.items()
    ]
    if closed.savings:
        rows.append((SAVINGS_BACK, calculated("savings", closed.savings, "satang")))
    return rows


def _called(bucket: str) -> Name:
    th, en = BUCKETS.get(bucket, (bucket, bucket))
    return Name(th, en[:1].upper() + en[1:])


def last_closed(books: Books) -> Closed | None:
    """Return the cycle that a meeting approved last, None before there is any."""
    entry = max((row[1] for row in books.in_confidence("cycles.count").rows), default=None)
    if entry is None:
        return None
    [view] = journal.entries_numbered(books.book, [entry])
    body = json.loads(view.body)
    outcome: Outcome = from_plain(Outcome, body["outcome"])
    paid = _paid(books, body["cycle"])
    return Closed(
        entry, day_of(body["since"]), day_of(body["until"]),
        profit=body["profit"], weighed=body["weighed"],
        parts={bucket.name: bucket.satang for bucket in outcome.buckets if bucket.satang},
        savings=sum(portion.savings for portion in outcome.portions),
        gain=sum(portion.gain for portion in outcome.portions),
        waiting=len({portion.member for portion in outcome.portions if portion.total} - paid.keys()),
        paid=tuple(paid.values()),
    )  # fmt: skip


def _paid(books: Books, cycle: int) -> dict[str, int]:
    """Return the entry by which each member has what this cycle gave, by member."""
    numbers = {row[1] for row in books.in_confidence("cycles.paid").rows}
    said = [(view.number, json.loads(view.body)) for view in journal.entries_numbered(books.book, numbers)]
    return {body["member"]: number for number, body in said if body["cycle"] == cycle}


def claims(books: Books) -> list[Claim]:
    """Return the claims about the cycle that was closed last; none before one was."""
    closed = last_closed(books)
    if closed is None:
        return []
    asked = [
        Claim(
            "cycles.earned", "lending", "เงินออมได้ผลตอบแทนในรอบที่ปิดล่าสุดหรือไม่", "Did savings earn anything in the cycle closed last?",
            partial(earned, closed),
        ),
        Claim(
            "cycles.given_back", "lending", "เงินสิ้นรอบถึงมือสมาชิกครบหรือไม่", "Did what a cycle gave reach the members?",
            partial(given_back, closed),
        ),
    ]  # fmt: skip
    return asked if closed.savings + closed.gain else asked[:1]


CLAIMS = (claims,)

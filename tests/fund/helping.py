"""What the tests of welfare share: a group of members since long ago, and rules that real Thai funds have published."""

from datetime import date

from kwan.fund.commands import PayIntoWelfare, PayWelfare, SetWelfareRule, YearsStep
from kwan.fund.queries.welfare import welfare_rules
from kwan.journal.rules import day_number
from kwan.people.commands import Join
from tests.journal.hands import a_book, write

SINCE, DAY = date(2019, 1, 15), date(2022, 2, 5)
BAHT = 100
# A community welfare fund at Chamung: what it gives, in baht. Its steps between 3,000 and 30,000 are ours.
CHAMUNG = {
    "birth": {"amount": 1000 * BAHT},
    "hospital": {"amount": 200 * BAHT, "unit": "night", "event_most": 600 * BAHT, "year_most": 1000 * BAHT},
    "study": {"amount": 500 * BAHT},
    "elder": {"amount": 200 * BAHT, "year_most": 200 * BAHT, "waiting": 36},
    "death": {
        "amount": 3000 * BAHT,
        "steps": tuple(
            YearsStep(years=years, amount=amount * BAHT)
            for years, amount in ((2, 6000), (4, 10000), (8, 20000), (12, 30000))
        ),
    },
}
# A community welfare fund at Thai Talat: a birth, and the nights of the stay beside it.
THAI_TALAT = {"birth": {"amount": 500 * BAHT}, "hospital": {"amount": 100 * BAHT, "unit": "night"}}


def a_group(paid_in=100_000 * BAHT, rules=CHAMUNG, **how):
    """Two members since 2019, the rules in force since then, and money in the welfare purse."""
    book = a_book(**how)
    for member, name in (("ก01", "บัวผัน ใจดี"), ("ก02", "สมพร กว๊านงาม")):
        write(book, Join(on=SINCE, member=member, name=name))
    for event, values in rules.items():
        write(book, rule(event, **values))
    if paid_in:
        write(book, PayIntoWelfare(on=SINCE, member="ก01", satang=paid_in))
    return book


def rule(event, on=SINCE, reason="มติที่ประชุมใหญ่", **values):
    return SetWelfareRule(on=on, event=event, reason=reason, **values)


def rule_of(book, event, on=DAY):
    return next(view for view in welfare_rules(book, on) if view.rule.event == event)


def giving(book, event, satang, member="ก01", on=DAY, happened=None, **more):
    """The command that gives so much for an event, by the rule of the day it happened."""
    happened = happened or on
    return PayWelfare(
        on=on, member=member, satang=satang, rule=rule_of(book, event, happened).entry, happened=day_number(happened), **more
    )  # fmt: skip


def give(book, event, satang, **more):
    return write(book, giving(book, event, satang, **more))

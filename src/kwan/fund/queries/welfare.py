"""The welfare fund: the rules that hold on a day, what is due to whom, and its book."""

import json
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date

from kwan.fund.models import WelfareAsk, WelfareDeclined, WelfareLine, WelfareRule, WelfareStep
from kwan.fund.rules.welfare import Due, Pair, Rule, Span, Step, due, told_of
from kwan.journal import queries as journal
from kwan.journal.rules import day_number, day_of
from kwan.people import queries as people

PURSE, BANK = "purse:welfare", "bank:welfare"
UNKNOWN: Pair = ("", "")  # what happened was erased
Key = tuple[str, str]


@dataclass(frozen=True)
class WelfareRuleView:
    """A rule as the group set it, in which entry, from which day on and why."""

    entry: int
    rule: Rule
    on: date
    reason: str


@dataclass(frozen=True)
class WelfarePaid:
    """What a member was given, satang. What happened is None once it was erased."""

    entry: int
    member: str
    on: date
    satang: int
    kept: str | None
    rule: WelfareRuleView | None
    units: int | None
    happened: date | None
    asked: int | None = None


@dataclass(frozen=True)
class Contribution:
    """What a member paid in, satang."""

    entry: int
    member: str
    on: date
    satang: int
    kept: str | None


@dataclass(frozen=True)
class WelfareAsked:
    """A request that still waits: who, since when, and what happened in the member's words."""

    entry: int
    member: str
    on: date
    words: str


@dataclass(frozen=True)
class WelfareBook:
    """The welfare fund in sums (satang): what is there, in cash and in the bank, what came and what was given."""

    purse: int
    bank: int
    paid_in: int
    paid_out: int
    times: int
    members_paying: int
    members_helped: int

    @property
    def balance(self) -> int:
        """All that is there."""
        return self.purse + self.bank

    @property
    def other(self) -> int:
        """What else came to it: brought forward, or a share of the profit."""
        return self.balance - self.paid_in + self.paid_out


# -- rules -------------------------------------------------------------------------------------------


def welfare_rules(book: int, on: date | None = None) -> list[WelfareRuleView]:
    """Return the rules that hold on a day (default: set so far), one of each event and name, in the order set."""
    rows = journal.standing_rows(WelfareRule, book).order_by("day", "entry")
    newest: dict[Key, WelfareRule] = {}
    for row in rows.filter(day__lte=day_number(on)) if on else rows:
        newest[(row.event, row.name or "")] = row
    return _views(book, list(newest.values()))


def welfare_rule(book: int, entry: int) -> WelfareRuleView | None:
    """Return the rule that this entry set, corrected since or not; None if it set none."""
    return next(iter(_views(book, list(WelfareRule.objects.filter(book=book, entry=entry)))), None)


def _views(book: int, rows: list[WelfareRule]) -> list[WelfareRuleView]:
    steps: dict[int, tuple[Step, ...]] = {}
    wanted = WelfareStep.objects.filter(book=book, entry__in=[row.entry for row in rows]).order_by(
        "entry", "line"
    )
    for row in wanted:
        steps[row.entry] = (*steps.get(row.entry, ()), Step(row.years, row.amount))
    return [WelfareRuleView(row.entry, _rule(row, steps), day_of(row.day), row.reason) for row in rows]


def _rule(row: WelfareRule, steps: dict[int, tuple[Step, ...]]) -> Rule:
    return Rule(
        row.event, row.amount, row.unit, row.event_most, row.year_most, row.waiting, steps.get(row.entry, ()), row.name,
        row.evidence,
    )  # fmt: skip


# -- what is due -------------------------------------------------------------------------------------


def welfare_due(
    book: int,
    member: str,
    rule: WelfareRuleView,
    units: int,
    happened: date,
    without: int = 0,
    upto: int | None = None,
) -> Due:
    """Return what a rule gives a member for what happened on a day.

    Of what was given this year, entry `without` is left out and all from entry `upto` on. Raise Refused.
    """
    paid = given_in_year(book, member, rule.rule.key, happened.year, without, upto)
    return due(rule.rule, units=units, on=happened, spans=spans_of(book, member), paid_this_year=paid)


def spans_of(book: int, member: str) -> list[Span]:
    """Return the memberships of one person."""
    return [Span(span.since, span.until) for span in people.memberships(book).get(member, ())]


def given_in_year(
    book: int, member: str, key: Key, year: int, without: int = 0, upto: int | None = None
) -> int:
    """Return what a member was given for the same event in what happened in this year (satang)."""
    return sum(
        paid.satang
        for paid in payments(book, member)
        if paid.entry != without
        and (upto is None or paid.entry < upto)
        and paid.rule
        and paid.rule.rule.key == key
        and paid.happened
        and paid.happened.year == year
    )


def welfare_words(book: int, entry: int) -> dict[str, str]:
    """Return what was said in confidence when this was given: the evidence seen, and why it was less; and the minutes."""
    found = {name: journal.names_in_seals(book, name).get(entry, "") for name in ("evidence", "reason")}
    return found | {"minutes": str(json.loads(journal.entry(book, entry).body).get("minutes", ""))}


def payments(book: int, member: str | None = None) -> list[WelfarePaid]:
    """Return what was given, newest first: to this member, or to all."""
    rows = journal.standing_rows(WelfareLine, book).filter(direction="out").order_by("-day", "-entry")
    found = list(rows.filter(member=member) if member is not None else rows)
    rules, units, days = (journal.numbers_in_seals(book, name) for name in ("rule", "units", "happened"))
    wanted = WelfareRule.objects.filter(book=book, entry__in=set(rules.values()))
    known = {view.entry: view for view in _views(book, list(wanted))}
    return [
        WelfarePaid(
            row.entry, row.member, day_of(row.day), row.satang, row.kept, known.get(rules.get(row.entry, 0)),
            units.get(row.entry), day_of(days[row.entry]) if row.entry in days else None,
            row.asked,
        )
        for row in found
    ]  # fmt: skip


# -- the book ----------------------------------------------------------------------------------------


def welfare_book(book: int) -> WelfareBook:
    """Return the welfare fund in sums. How many were helped is for the treasurer, or where there are five or more."""
    lines = list(journal.standing_rows(WelfareLine, book))
    into, out = ([line for line in lines if line.direction == way] for way in ("in", "out"))
    balances = journal.balances(book)
    return WelfareBook(
        balances.get(PURSE, 0), balances.get(BANK, 0), sum(line.satang for line in into), sum(line.satang for line in out),
        len(out), len({line.member for line in into}), len({line.member for line in out}),
    )  # fmt: skip


def given_by_event(book: int) -> list[tuple[Pair, int, int]]:
    """Return (words, times, satang) of each event for which something was given. For the treasurer alone."""
    times: Counter[Pair] = Counter()
    sums: Counter[Pair] = Counter()
    for paid in payments(book):
        if paid.rule:
            times[paid.rule.rule.words] += 1
            sums[paid.rule.rule.words] += paid.satang
    return [(words, many, sums[words]) for words, many in times.most_common()]


def helped_by_event(book: int) -> list[tuple[Pair, int]]:
    """Return (words, members) of the events that anybody may hear of: those of five members or more."""
    helped: dict[Pair, set[str]] = defaultdict(set)
    for paid in payments(book):
        helped[paid.rule.rule.words if paid.rule else UNKNOWN].add(paid.member)
    return [(words, many) for words, many in told_of(helped) if words != UNKNOWN]


def contributions(book: int, member: str | None = None) -> list[Contribution]:
    """Return what was paid in, newest first: by this member, or by all."""
    rows = journal.standing_rows(WelfareLine, book).filter(direction="in").order_by("-day", "-entry")
    found = rows.filter(member=member) if member is not None else rows
    return [Contribution(row.entry, row.member, day_of(row.day), row.satang, row.kept) for row in found]


def welfare_asked(book: int, entry: int) -> WelfareAsked | None:
    """Return the request of this entry, answered or not; None if it is no request."""
    row = journal.standing_rows(WelfareAsk, book).filter(entry=entry).first()
    words = journal.names_in_seals(book, "words").get(entry, "")
    return WelfareAsked(entry, row.member, day_of(row.day), words) if row else None


def welfare_asks(book: int) -> list[WelfareAsked]:
    """Return the requests that still wait for an answer, the oldest first."""
    paid = journal.standing_rows(WelfareLine, book).filter(asked__isnull=False).values("asked")
    declined = journal.standing_rows(WelfareDeclined, book).values("asked")
    words = journal.names_in_seals(book, "words")
    rows = journal.standing_rows(WelfareAsk, book).exclude(entry__in=paid).exclude(entry__in=declined)
    return [
        WelfareAsked(row.entry, row.member, day_of(row.day), words.get(row.entry, ""))
        for row in rows.order_by("entry")
    ]

"""Writing in one's own household book: the id a form writes under, what was typed, and the one way to the gate."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from kwan.fund.commands import KeepDebt, NoteHousehold, PayDebt
from kwan.fund.commands.household import InOwnBook
from kwan.fund.queries.household import HouseholdLine, OutsideDebt
from kwan.fund.rules import household as rules
from kwan.fund.rules.outside_debts import (
    EVERY,
    KNOWN,
    NATURES,
    Known,
    Period,
    Price,
    a_year_of,
    after_paying,
    instalment_of,
    left_of,
    price_a_year,
)
from kwan.ids import uuid7
from kwan.journal.commands import Envelope, OtherBody, record
from kwan.journal.rules import Refusal, day_number
from kwan.thai import Refused
from kwan.web.forms.boxes import Mistyped, Reading, plain_baht
from kwan.web.forms.sent import TAKEN, WRONG, id_of
from kwan.web.language import Pair, say
from kwan.web.policy import Visit
from kwan.web.words.household import PRICES

LONGEST: Final = 200
Reason = Mistyped | Refusal | Refused
REASONS: Final = (Mistyped, Refusal, Refused)


@dataclass(frozen=True)
class Form:
    """A form as it is drawn again: the id it writes under, what was typed, what is wrong with it and what is said."""

    id: UUID
    typed: Mapping[str, str]
    wrong: Mapping[str, str] = field(default_factory=dict)
    said: str = ""
    status: int = 200

    @property
    def mistakes(self) -> list[tuple[str, str]]:
        """Everything to mend: the box, and what is said there."""
        return list(self.wrong.items())


def form_of(request: HttpRequest, **suggested: str) -> Form:
    """Return the form as it came, or an empty one with what is suggested."""
    typed = request.POST.dict() if request.method == "POST" else suggested
    return Form(id_of(typed), typed)


def refused(form: Form, reading: Reading, reason: Reason) -> Form:
    """Return the form as it was typed, with what is in the way; a refused id has its answer, so it gets another."""
    wrong = {name: say(pair) for name, pair in reading.wrong.items()}
    said = "" if isinstance(reason, Mistyped) else say((reason.th, reason.en))
    status = TAKEN if isinstance(reason, OtherBody) else WRONG
    return Form(uuid7() if said else form.id, form.typed, wrong, said, status)


def write(
    request: HttpRequest, visit: Visit, form: Form, command: InOwnBook, corrects: int | None = None
) -> int:
    """Write one page; return its entry. The same form sent twice writes once. Raise Refusal."""
    actor = request.user.get_username()
    envelope = Envelope(command, str(form.id), actor, timezone.now(), corrects=corrects)
    return record(visit.number, envelope)


# -- what was typed, as commands ----------------------------------------------------------------------

NO_SORT: Final = ("เลือกก่อนว่าเป็นเรื่องอะไร", "Choose what it was for.")


def line_typed(member: str, reading: Reading, month: int) -> NoteHousehold:
    """Return the line that was typed: a kind, a sum, and today, yesterday, another day or the whole month (yyyymm).

    Raises:
        Mistyped: what could not be read stands in `reading.wrong`.
    """
    again = reading.text("again")
    if again:
        kind, _, sum_ = again.partition("-")
        return _line(member, reading, _digits(kind), _digits(sum_), month * 100)
    sort = _digits(reading.text("sort"))
    if sort not in rules.SORTS:
        reading.wrong["sort"] = NO_SORT
    satang = reading.some_baht("sum")
    day = _day_typed(reading, month)
    reading.check()
    return _line(member, reading, sort, satang, day)


def _line(member: str, reading: Reading, sort: int, satang: int, day: int) -> NoteHousehold:
    words = reading.text("words")[:LONGEST] or None
    return NoteHousehold(on=reading.today, member=member, day=day, sort=sort, satang=satang, words=words)


def _day_typed(reading: Reading, month: int) -> int:
    when = reading.text("when")
    if when == "month":
        return month * 100
    if when == "yesterday":
        return day_number(date.fromordinal(reading.today.toordinal() - 1))
    return day_number(reading.day("day") if when == "other" else reading.today)


def _digits(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0  # noqa: PLR2004 - within 64 bits


def as_typed(line: HouseholdLine, written: str) -> dict[str, str]:
    """Return a line as its form would have it; `written` is its day in words."""
    return {
        "sort": str(line.sort.number),
        "sum": plain_baht(line.satang),
        "words": line.words,
        "when": "other" if line.on else "month",
        "day": written,
    }


def debt_typed(member: str, reading: Reading, debt: OutsideDebt | None, *, was_wrong: bool) -> KeepDebt:
    """Return how a debt stands as it was typed; `was_wrong` where the page told last is answered, not followed.

    Raises:
        Mistyped, Refused: what could not be read, or figures that make no price.
    """
    price = _price_typed(reading)
    creditor = reading.text("creditor", needed=True)
    balance = reading.baht("balance")
    pays, every = reading.baht("pays"), _code(reading, "pays_every", EVERY, "month")
    left = reading.count("left") if reading.text("left") else 0
    since = reading.day("since") if reading.text("since") else None
    reading.check()
    yearly = price_a_year(price)
    if not pays and price.known in ("instalments", "flat"):
        pays, every = int(instalment_of(price)), price.every
    if price.known == "instalments":
        if left and yearly is not None and not reading.text("balance"):
            balance = left_of(price, yearly, min(left, price.times))
    elif not reading.text("balance"):
        reading.text("balance", needed=True)
        reading.check()
    told_before = next((page for page in reversed(debt.pages) if page.what == "debt"), None) if debt else None
    return KeepDebt(
        on=reading.today, member=member, debt=debt.number if debt else None,
        day=day_number(told_before.on) if told_before and was_wrong else day_number(reading.today),
        creditor=creditor[:LONGEST], nature=NATURES.index(_code(reading, "nature", NATURES, "other")), balance=balance,
        known=KNOWN.index(price.known), rate=price.rate, per=EVERY.index(price.per), received=price.received,
        times=price.times, each=price.each, every=EVERY.index(price.every),
        yearly=None if yearly is None else int(yearly * 100), cost=a_year_of(balance, yearly),
        pays=pays, pays_every=EVERY.index(every), due=_words(reading, "due"), collateral=_words(reading, "collateral"),
        guarantor=_words(reading, "guarantor"), purpose=_words(reading, "purpose"),
        since=day_number(since) if since else None,
    )  # fmt: skip


def _words(reading: Reading, name: str) -> str | None:
    return reading.text(name)[:LONGEST] or None


def _code(reading: Reading, name: str, codes: tuple[Any, ...], otherwise: Any) -> Any:
    typed = reading.text(name)
    return typed if typed in codes else otherwise


NO_PRICE: Final[Pair] = ("เลือกก่อนว่ารู้ดอกเบี้ยแค่ไหน", "Choose how much of the price is known.")


def _price_typed(reading: Reading) -> Price:
    """Return what is known of the price. Of the boxes only those of the chosen way are read."""
    chosen = reading.text("known")
    if chosen not in PRICES:
        reading.wrong["known"] = NO_PRICE
        return Price("nothing")
    if chosen in ("none", "nothing"):
        known: Known = "rate" if chosen == "none" else "nothing"
        return Price(known)
    every: Period = _code(reading, "every", EVERY, "month")
    if chosen == "instalments":
        return Price(
            "instalments", received=reading.some_baht("received"), times=reading.count("times"),
            each=reading.some_baht("each"), every=every,
        )  # fmt: skip
    per: Period = _code(reading, "per", EVERY, "year")
    rate = reading.rate("rate")
    if chosen == "rate":
        return Price("rate", rate=rate, per=per)
    times = reading.count("flat_times") if reading.text("flat_times") else 0
    return Price("flat", rate=rate, per=per, received=reading.baht("flat_received"), times=times, every=every)


def payment_typed(member: str, reading: Reading, debt: OutsideDebt) -> PayDebt:
    """Return a payment as it was typed; where nobody said what is left, it is reckoned from the debt's own price.

    Raises:
        Mistyped: what could not be read.
    """
    day, paid = reading.day("day"), reading.some_baht("paid")
    said = reading.baht("balance") if reading.text("balance") else None
    reading.check()
    days = max(0, (day - debt.pages[-1].on).days)
    balance = after_paying(debt.balance, debt.yearly, days, paid) if said is None else said
    return PayDebt(
        on=reading.today, member=member, debt=debt.number, day=day_number(day), paid=paid, balance=balance,
        cost=a_year_of(balance, debt.yearly) if balance else 0,
    )  # fmt: skip

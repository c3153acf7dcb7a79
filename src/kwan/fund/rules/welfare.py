"""What the group's welfare gives when something happens to a member, and how the sum came about.

A rule is data of the group's own. Sums are satang. A year is that of the calendar, by the day it happened.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from kwan.quantities import format_baht
from kwan.thai import Refused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

Pair = tuple[str, str]
MONTHS_A_YEAR = 12
MOST_MONTHS = 600  # fifty years: more is a slip of the pen
MOST_UNITS = 366
FEWEST = 5  # members of whom a count tells nothing of one

EVENTS: Final[Mapping[str, Pair]] = {
    "birth": ("คลอดบุตร", "A child is born"),
    "hospital": ("นอนโรงพยาบาล", "A stay in hospital"),
    "study": ("ทุนการศึกษา", "Study"),
    "elder": ("ผู้สูงอายุ", "Old age"),
    "death": ("เสียชีวิต", "A death"),
    "disaster": ("ภัยพิบัติ", "Fire, flood or storm"),
    "other": ("เรื่องอื่น", "Something else"),
}
UNITS: Final[Mapping[str, Pair]] = {
    "once": ("ครั้ง", "time"),
    "night": ("คืน", "night"),
    "day": ("วัน", "day"),
    "person": ("คน", "person"),
}


class Step(NamedTuple):
    """From so many full years of membership on, a rule gives this much (satang)."""

    years: int
    amount: int


class Span(NamedTuple):
    """A membership, from a day to a day; until None it lasts."""

    joined: date
    left: date | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What is given when `event` happens: `amount` for each `unit`, or that of the last step reached.

    `event_most` and `year_most` are ceilings (None: none), `waiting` months of membership come before the first
    benefit. A rule that gives nothing is one that the group ended.
    """

    event: str
    amount: int
    unit: str = "once"
    event_most: int | None = None
    year_most: int | None = None
    waiting: int = 0
    steps: tuple[Step, ...] = ()
    name: str | None = None
    evidence: str | None = None

    @property
    def key(self) -> tuple[str, str]:
        """By what the rule is known: the event, and the group's own words for another one."""
        return (self.event, self.name or "")

    @property
    def words(self) -> Pair:
        """What the event is called."""
        return (self.name, self.name) if self.name else EVENTS[self.event]

    @property
    def is_ended(self) -> bool:
        """Whether the group gives nothing for this any more."""
        return not self.amount and not any(step.amount for step in self.steps)


class Reckoned(NamedTuple):
    """One line of how a sum came about, and what it stood at then (satang; None where it was not a sum yet)."""

    th: str
    en: str
    satang: int | None


@dataclass(frozen=True, slots=True)
class Due:
    """What a rule gives, with every step on the way there. The last line says why it is so much, or nothing."""

    satang: int
    lines: tuple[Reckoned, ...]


def check_rule(rule: Rule) -> None:
    """Refuse what is no rule.

    Raises:
        Refused: an event or unit that is none, no name for another event, sums below zero, steps out of order.
    """
    if rule.event not in EVENTS or rule.unit not in UNITS:
        raise Refused("เลือกเรื่องและหน่วยที่มีให้", "Choose an event and a unit of those there are.")
    if (rule.event == "other") != bool((rule.name or "").strip()):
        raise Refused(
            "เรื่องอื่นต้องมีชื่อของกลุ่มเอง เรื่องที่มีอยู่แล้วไม่ต้องใส่ชื่อ",
            "Something else needs the group's own name for it; the others have theirs.",
        )
    if rule.amount < 0 or any(most is not None and most <= 0 for most in (rule.event_most, rule.year_most)):
        raise Refused(
            "จำนวนเงินต้องไม่ติดลบ และเพดานต้องมากกว่าศูนย์", "No sum is below zero, and a ceiling is above it."
        )
    if not 0 <= rule.waiting <= MOST_MONTHS:
        raise Refused(
            f"อายุสมาชิกก่อนรับ ใส่ 0 ถึง {MOST_MONTHS} เดือน", f"The wait is between 0 and {MOST_MONTHS} months."
        )
    _check_steps(rule.steps)


def _check_steps(steps: Sequence[Step]) -> None:
    wrong_years = any(not 0 < step.years <= MOST_MONTHS // MONTHS_A_YEAR for step in steps)
    if wrong_years or any(later.years <= earlier.years for earlier, later in pairwise(steps)):
        raise Refused(
            "ขั้นตามอายุสมาชิก เรียงจากปีน้อยไปมาก ไม่ซ้ำกัน",
            "The steps by years of membership go from few years to many, each once.",
        )
    if any(step.amount < 0 for step in steps):
        raise Refused("จำนวนเงินของขั้นต้องไม่ติดลบ", "The sum of a step is not below zero.")


def full_months(since: date, until: date) -> int:
    """Return the full months between two days; who joins on the 31st has one full at the end of a shorter month."""
    last = monthrange(until.year, until.month)[1]
    months = (until.year - since.year) * MONTHS_A_YEAR + until.month - since.month
    return months - (until.day < min(since.day, last))


def months_of_membership(spans: Sequence[Span], on: date) -> int | None:
    """Return the full months of the membership that this day lies in, None if it lies in none.

    The last day counts: whoever died was a member on that day. Who left and came back begins anew.
    """
    joined = [span.joined for span in spans if span.joined <= on and (span.left is None or on <= span.left)]
    return full_months(max(joined), on) if joined else None


def amount_of(rule: Rule, months: int) -> int:
    """Return what the rule gives for one unit after so many months of membership (satang)."""
    reached = [step.amount for step in rule.steps if step.years * MONTHS_A_YEAR <= months]
    return reached[-1] if reached else rule.amount


def due(rule: Rule, *, units: int, on: date, spans: Sequence[Span], paid_this_year: int = 0) -> Due:
    """Return what the rule gives for what happened on this day, `paid_this_year` for the same taken into account.

    Raises:
        Refused: units below one, or more than a year has days.
    """
    if not 0 < units <= MOST_UNITS:
        raise Refused(f"จำนวนต้องอยู่ระหว่าง 1 ถึง {MOST_UNITS}", f"Between 1 and {MOST_UNITS}, please.")
    months = months_of_membership(spans, on)
    if months is None:
        return Due(0, (Reckoned("ไม่ได้เป็นสมาชิกในวันนั้น", "Not a member on that day", 0),))
    membership = _membership(rule, months)
    if months < rule.waiting:
        return Due(0, (membership,))
    return _up_to_the_ceilings(rule, amount_of(rule, months), units, paid_this_year, membership)


def _membership(rule: Rule, months: int) -> Reckoned:
    th, en = f"เป็นสมาชิกมา {_long_th(months)}", f"A member for {_long_en(months)}"
    if months < rule.waiting:
        th += f" ระเบียบให้เมื่อครบ {_long_th(rule.waiting)}"
        return Reckoned(th, f"{en}; the rule gives from {_long_en(rule.waiting)} on", 0)
    return Reckoned(th, en, amount_of(rule, months) if rule.steps else None)


def _up_to_the_ceilings(rule: Rule, amount: int, units: int, paid: int, membership: Reckoned) -> Due:
    times = 1 if rule.unit == "once" else units
    satang = amount * times
    baht = format_baht
    lines = [membership, _once(satang) if rule.unit == "once" else _each(rule.unit, amount, times)]
    if rule.event_most is not None and satang > rule.event_most:
        satang = rule.event_most
        most = baht(satang)
        lines.append(Reckoned(f"ครั้งหนึ่งไม่เกิน {most} บาท", f"At most {most} baht a time", satang))
    if rule.year_most is not None and satang + paid > rule.year_most:
        satang = max(0, rule.year_most - paid)
        most = baht(rule.year_most)
        th = f"ปีหนึ่งไม่เกิน {most} บาท ปีนี้ให้ไปแล้ว {baht(paid)} บาท"
        en = f"At most {most} baht a year, and {baht(paid)} baht were given this year"
        lines.append(Reckoned(th, en, satang))
    return Due(satang, tuple(lines))


def _once(satang: int) -> Reckoned:
    return Reckoned("ระเบียบให้", "The rule gives", satang)


def _each(unit: str, amount: int, times: int) -> Reckoned:
    th, en = UNITS[unit]
    baht, plural = format_baht(amount), "s" * (times > 1)
    return Reckoned(
        f"{th}ละ {baht} บาท × {times} {th}", f"{baht} baht × {times} {en}{plural}", amount * times
    )


def _long_th(months: int) -> str:
    years, rest = divmod(months, MONTHS_A_YEAR)
    return " ".join(f"{n} {word}" for n, word in ((years, "ปี"), (rest, "เดือน")) if n) or "ยังไม่ครบเดือน"


def _long_en(months: int) -> str:
    years, rest = divmod(months, MONTHS_A_YEAR)
    said = [f"{n} {word}{'s' * (n > 1)}" for n, word in ((years, "year"), (rest, "month")) if n]
    return " ".join(said) or "less than a month"


def told_of(helped: Mapping[Pair, set[str]]) -> list[tuple[Pair, int]]:
    """Return how many members each event befell, the most frequent first, as anybody may hear it.

    An event of fewer than FEWEST members is left out; and another with it, where those left out together would be
    fewer than that, for the whole less what is told would tell it.
    """
    order = sorted(helped, key=lambda words: (-len(helped[words]), words))
    told = [words for words in order if len(helped[words]) >= FEWEST]
    rest = [words for words in order if words not in told]
    while told and rest and len(set().union(*(helped[words] for words in rest))) < FEWEST:
        rest.append(told.pop())
    return [(words, len(helped[words])) for words in told]

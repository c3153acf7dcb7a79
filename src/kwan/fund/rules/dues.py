"""What is due on a loan by a day, and what a repayment pays of it. Sums are satang."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, cast, get_args

from kwan.fund.rules.agreement import Instalment, interest_of, principal_of
from kwan.fund.rules.loans import Working, running, still_open
from kwan.quantities import format_baht
from kwan.thai import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from kwan.fund.rules.loans import Standing

Part: TypeAlias = Literal["fine", "interest", "principal"]

ORDER: Final[tuple[Part, ...]] = get_args(Part)


@dataclass(frozen=True, slots=True)
class Due:
    """What is due by a day, satang. `days_late` counts from the oldest instalment that is not paid."""

    principal: int
    interest: int
    days_late: int
    working: Working

    @property
    def total(self) -> int:
        """Both parts together."""
        return self.principal + self.interest


def due_on(loan: Standing, day: date) -> Due:
    """Return what is due by the end of this day, and how many days late the oldest of it is."""
    if not loan.is_running:
        return Due(0, 0, 0, ())
    came = [row for row in loan.rows if row.due <= day]
    interest_came = interest_of(row for row in loan.asked if row.due <= day)
    principal = min(loan.left, max(0, loan.left - principal_of(loan.rows[len(came) :])))
    interest = max(0, interest_came - loan.interest_on_rows)
    scheduled = principal_of(came)
    working = (
        ("เงินต้นตามงวดที่ถึงกำหนด", "Principal of the instalments that fell due", scheduled),
        ("เงินต้นของงวดเหล่านั้นที่จ่ายแล้ว", "Principal of these, paid", principal - scheduled),
        ("ดอกเบี้ยตามงวดที่ถึงกำหนด", "Interest of the instalments that fell due", interest_came),
        ("ดอกเบี้ยของงวดเหล่านั้นที่จ่ายแล้ว", "Interest of these, paid", interest - interest_came),
    )
    return Due(principal, interest, days_late(loan, day), working)


def days_late(loan: Standing, day: date) -> int:
    """Return how many days ago the oldest instalment fell due that is not paid whole; 0 if none is."""
    if not loan.is_running:
        return 0
    unpaid = (row.due for row in still_open(loan) if row.due < day)
    first = next(unpaid, None)
    return 0 if first is None else (day - first).days


def next_instalment(loan: Standing, day: date) -> Instalment | None:
    """Return what is left of the first open instalment due on this day or later, None after the last."""
    return next((row for row in still_open(loan) if row.due >= day), None) if loan.is_running else None


@dataclass(frozen=True, slots=True)
class Parts:
    """What one repayment pays, satang."""

    fine: int = 0
    interest: int = 0
    principal: int = 0

    @property
    def total(self) -> int:
        """All parts together."""
        return self.fine + self.interest + self.principal


def interest_owed(loan: Standing, day: date) -> int:
    """Return the interest up to the instalment that runs on this day, less what was received."""
    return max(0, interest_of(running(loan.asked, day)) - loan.interest_on_rows)


def to_settle(loan: Standing, day: date) -> Parts:
    """Return what ends the loan on this day: a flat one all its interest, another that of the running instalment."""
    interest = loan.interest_left if loan.method == "flat" else interest_owed(loan, day)
    return Parts(0, interest, loan.left)


def settling_working(loan: Standing, day: date) -> Working:
    """Return how the sum that ends the loan on this day came about."""
    parts = to_settle(loan, day)
    asked = interest_of(loan.asked if loan.method == "flat" else running(loan.asked, day))
    return (
        ("เงินต้นที่เหลือ", "Principal left", parts.principal),
        ("ดอกเบี้ยที่ต้องจ่าย", "Interest asked for", asked),
        ("ดอกเบี้ยที่จ่ายแล้ว", "Interest paid", parts.interest - asked),
    )


def allocate(loan: Standing, day: date, satang: int, fine: int = 0, order: Sequence[Part] = ORDER) -> Parts:
    """Return what a sum handed over on this day pays, in the group's order.

    What fell due comes first, so that who pays it is behind no longer. Then interest of the instalment that runs, so
    that one who pays a few days early pays an instalment and not principal alone. What is above that goes to the
    principal, then, on a flat loan, to later interest. A group that takes principal first takes all of it first.

    Raises:
        Refused: more than everything that is left; the sentence names the exact sum.
    """
    taken: dict[Part, int] = dict.fromkeys(ORDER, 0)
    rest = satang
    for part, wanted in _in_turn(loan, day, fine, order):
        taken[part] += min(rest, wanted)
        rest -= min(rest, wanted)
    later = max(0, to_settle(loan, day).interest - taken["interest"])
    taken["interest"] += min(rest, later)
    rest -= min(rest, later)
    if rest:
        most, over = format_baht(satang - rest), format_baht(rest)
        raise Refused(
            f"เกินยอดที่เหลือ ทั้งหมดเหลือ {most} บาท รับเท่านี้ แล้วคืนส่วนเกิน {over} บาท",
            f"This is more than is left: all that is left is {most} baht. Take that, and hand {over} baht back.",
        )
    return Parts(taken["fine"], taken["interest"], taken["principal"])


def _in_turn(loan: Standing, day: date, fine: int, order: Sequence[Part]) -> Iterator[tuple[Part, int]]:
    """Yield what a sum pays, one after the other, and how much of each at the most."""
    due, owed = due_on(loan, day), interest_owed(loan, day)
    is_interest_first = order.index("interest") < order.index("principal")
    for part in order:
        if part == "fine":
            yield part, fine
        elif part == "interest":
            yield part, due.interest if is_interest_first else owed
        elif is_interest_first:
            yield part, due.principal
            yield "interest", owed - due.interest
            yield part, loan.left - due.principal
        else:
            yield part, loan.left


def read_order(text: str) -> tuple[Part, ...]:
    """Read the order in which a repayment pays: "fine,interest,principal" or another of these three.

    Raises:
        Refused: anything else.
    """
    parts = tuple(word.strip() for word in text.split(","))
    if sorted(parts) != sorted(ORDER):
        raise Refused(
            f"ลำดับต้องมี {', '.join(ORDER)} ครบทั้งสามอย่าง",
            f"The order must name {', '.join(ORDER)}, each once.",
        )
    return cast("tuple[Part, ...]", parts)

"""Passbooks, pay, the revolving fund, debts told."""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from kwan.fund.commands import Deposit, NotePay, ReceiveIntoFund, SpendFromFund, TellDebt, Withdrawal
from kwan.workbook.outcomes import Held, Row
from kwan.workbook.translate.intents import Context, Hold, Intent, each, held, intent, needed
from kwan.workbook.vocabulary import codes

HUNDREDTHS = 100
NOT_ALIKE = (
    "twice",
    "มีแถวของคนเดียวกันในเดือนเดียวกันอยู่แล้ว แต่จำนวนไม่เท่ากัน จึงยังไม่ลง",
    "There is a row of the same person and month already, with another sum; it was not written.",
    "ถ้าเป็นคนละงาน เติมวันที่หรือชื่องานให้ต่างกัน หรือรวมยอดไว้แถวเดียว แล้วนำเข้าใหม่",
    "If these are two jobs, fill in their days or names, or put the sum in one row; then import again.",
)
SAME_TWICE = (
    "twice",
    "แถวนี้ซ้ำกับแถวที่มาก่อน จึงยังไม่ลงซ้ำ",
    "This row stands twice; it was not written a second time.",
    "ถ้าเป็นคนละรายการจริง แก้วันที่หรือจำนวนให้ต่างกัน แล้วนำเข้าใหม่",
    "If these are really two, make the day or the sum differ and import again.",
)


def passbook(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """Deposits and withdrawals: two columns, or one with a direction or a sign."""
    yield from each(rows, context, _passbook_line)


def _passbook_line(row: Row, context: Context) -> Iterator[Intent]:
    on, member, note = needed(row, "date"), context.member(row), row.values.get("note")
    deposit, withdrawal = _both_sides(row.values)
    shared: dict[str, Any] = {"on": on, "member": member, "note": note}
    if deposit:
        yield intent(Deposit(satang=deposit, **shared), row)
    if withdrawal:
        yield intent(Withdrawal(satang=withdrawal, **shared), row)
    if not (deposit or withdrawal):
        needed(row, "deposit")


def _both_sides(values: dict[str, Any]) -> tuple[int, int]:
    deposit, withdrawal = values.get("deposit") or 0, values.get("withdrawal") or 0
    amount = values.get("amount") or 0
    if amount and (values.get("direction") == "withdrawal" or amount < 0):
        return deposit, withdrawal + abs(amount)
    return deposit + amount, withdrawal


def pay(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """Pay by member and month; several jobs of one month, told apart by their day or source, are one sum."""
    months: dict[tuple[str, date], list[Row]] = defaultdict(list)
    for row in rows:
        try:
            needed(row, "amount")
            months[context.member(row), needed(row, "month").replace(day=1)].append(row)
        except Hold as hold:
            yield held(row, hold.problem)
    for (member, month), found in months.items():
        yield from _month_of_pay(member, month, found, context)


def _month_of_pay(member: str, month: date, found: list[Row], context: Context) -> Iterator[Intent | Held]:
    """One sum of all jobs. A job that stands in another file of the group as well is the same job."""
    once: dict[object, Row] = {}
    jobs: list[Row] = []
    again: list[Row] = []
    for row in found:
        first = once.setdefault(_job(row), row)
        alike = first.values.get("amount") == row.values.get("amount")
        if first is row or context.is_kept(row):
            jobs.append(row)
        elif alike and first.file != row.file:
            again.append(row)
        else:
            yield held(row, SAME_TWICE if alike else NOT_ALIKE)
    sums: list[Any] = [row.values["amount"] for row in jobs]
    total = sum(sums)
    if jobs:
        yield intent(NotePay(on=month, member=member, satang=total), *jobs, *again)


def _job(row: Row) -> object:
    return row.values.get("date"), row.values.get("source")


def fund(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """Money into and out of the revolving fund."""
    yield from each(rows, context, _fund_line)


def _fund_line(row: Row, context: Context) -> Iterator[Intent]:  # noqa: ARG001 - every row is asked this way
    values: dict[str, Any] = row.values
    on, amount = needed(row, "date"), values.get("amount") or 0
    code = values.get("kind") if isinstance(values.get("kind"), str) else None
    into, out = values.get("in") or 0, values.get("out") or 0
    if amount and (amount < 0 or code in codes.FUND_OUT):
        out += abs(amount)
    else:
        into += amount
    item = values.get("detail") or (values.get("kind_text") if code is None else None)
    if into:
        yield intent(
            ReceiveIntoFund(on=on, purpose=_purpose(code, codes.FUND_IN, "other_in"), satang=into, item=item),
            row,
        )
    if out:
        yield intent(
            SpendFromFund(on=on, purpose=_purpose(code, codes.FUND_OUT, "other_out"), satang=out, item=item),
            row,
        )
    if not (into or out):
        needed(row, "amount_in_or_out")


def _purpose(code: str | None, known: Container[str], otherwise: str) -> str:
    return code if code is not None and code in known else otherwise


def debts(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """Debts that members told of. The key hides the creditor."""
    yield from each(rows, context, _debt)


def _debt(row: Row, context: Context) -> Iterator[Intent]:
    values: dict[str, Any] = row.values
    member, rate, told = context.member(row), values.get("rate"), values.get("date")
    creditor = values.get("creditor")
    dated = isinstance(told, date)
    command = TellDebt(
        on=told if isinstance(told, date) else context.start,
        member=member,
        creditor=creditor,
        nature=values.get("kind"),
        principal=needed(row, "principal"),
        rate=int(Decimal(rate) * HUNDREDTHS) if rate is not None else None,
        instalment=values.get("instalment"),
    )
    yield intent(command, row, key=f"debt/{member}/{context.secret(creditor or '')[:16]}", undated=not dated)

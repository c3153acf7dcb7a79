"""Withdrawals that one officer asked for: who agreed, and whether they were paid."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.models import Sum

from kwan.fund.models import Saving, WithdrawalAnswered, WithdrawalAsked
from kwan.fund.rules.savings_day import Sort
from kwan.journal.models import Entry
from kwan.journal.queries import standing_rows
from kwan.journal.rules import day_number, day_of


@dataclass(frozen=True)
class Asked:
    """What was asked, satang, by whom; the entry of its `answer` and who gave it, and the entry that `paid` it."""

    entry: int
    member: str
    satang: int
    sort: Sort
    on: date
    actor: str
    answer: int | None = None
    is_agreed: bool = False
    answered_by: str = ""
    paid: int | None = None

    @property
    def state(self) -> str:
        """One of "waiting", "agreed", "refused", "paid"."""
        if self.answer is None:
            return "waiting"
        if not self.is_agreed:
            return "refused"
        return "agreed" if self.paid is None else "paid"


def asked_withdrawal(book: int, entry: int) -> Asked | None:
    """Return what this entry asked for, or None if it asked for nothing or was corrected."""
    rows = standing_rows(WithdrawalAsked, book).filter(entry=entry)
    return next(iter(_asked(book, rows)), None)


def asked_withdrawals(book: int, size: int = 30) -> list[Asked]:
    """Return the latest withdrawals that were asked for, newest first."""
    return _asked(book, standing_rows(WithdrawalAsked, book).order_by("-entry")[:size])


def open_withdrawals(book: int, state: str) -> list[Asked]:
    """Return those asked for that are "waiting" for an answer, or "agreed" and not paid yet."""
    return [asked for asked in asked_withdrawals(book) if asked.state == state]


def taken_alone(book: int, member: str, on: date, without: int = 0) -> int:
    """Return what a member took out on a day without a second officer, satang; as if entry `without` were not there."""
    rows = standing_rows(Saving, book).filter(
        member=member, day=day_number(on), direction="out", asked__isnull=True
    )
    return int(rows.exclude(entry=without).aggregate(sum=Sum("satang"))["sum"] or 0)


def _asked(book: int, rows: Iterable[WithdrawalAsked]) -> list[Asked]:
    found = list(rows)
    numbers = [row.entry for row in found]
    answers = {row.asked: row for row in standing_rows(WithdrawalAnswered, book).filter(asked__in=numbers)}
    paid = dict(standing_rows(Saving, book).filter(asked__in=numbers).values_list("asked", "entry"))
    entries = [*numbers, *(row.entry for row in answers.values())]
    actors = dict(Entry.objects.filter(book=book, number__in=entries).values_list("number", "actor"))
    return [_one(row, answers.get(row.entry), paid.get(row.entry), actors) for row in found]


def _one(
    row: WithdrawalAsked, answer: WithdrawalAnswered | None, paid: int | None, actors: dict[int, str]
) -> Asked:
    return Asked(
        row.entry, row.member, row.satang, cast("Sort", row.sort), day_of(row.day), actors[row.entry],
        answer.entry if answer else None, bool(answer and answer.agreed), actors[answer.entry] if answer else "", paid,
    )  # fmt: skip

"""Passbooks that end: who is to have them, what stands in them, and which are closed."""

import json
from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.models import Max

from kwan.fund.models import BeneficiaryNamed, PassbookClosed
from kwan.fund.queries.loan_files import LoanFile, lent_from, loan_files
from kwan.fund.rules.closing import Cause, Ending, PaidTo
from kwan.fund.rules.dues import to_settle
from kwan.fund.rules.savings_day import PASSBOOKS
from kwan.journal import queries as journal
from kwan.journal.models import Entry
from kwan.journal.pen import Pen
from kwan.journal.rules import day_of
from kwan.people.models import Returning


@dataclass(frozen=True)
class Beneficiary:
    """Who is to have a member's savings. `name` and `relation` are None once they were erased."""

    entry: int
    on: date
    name: str | None
    relation: str | None


@dataclass(frozen=True)
class Closing:
    """A passbook that was closed: satang by sort, who had the money, and the entries that repaid loans with it."""

    entry: int
    member: str
    on: date
    cause: Cause
    paid_to: PaidTo
    satang: int
    regular: int
    special: int
    share: int
    receiver: str | None
    actor: str
    hash: str
    repaid: tuple[tuple[str, int], ...]

    @property
    def kept_back(self) -> int:
        """What went into loans, satang."""
        return sum(satang for _, satang in self.repaid)

    @property
    def handed_over(self) -> int:
        """What was counted into somebody's hand, satang."""
        return self.satang - self.kept_back


def beneficiary(book: int, member: str) -> Beneficiary | None:
    """Return whom a member named last, None for nobody."""
    row = journal.standing_rows(BeneficiaryNamed, book).filter(member=member).order_by("entry").last()
    if row is None:
        return None
    name, relation = (
        journal.names_in_seals(book, field).get(row.entry) for field in ("beneficiary", "relation")
    )
    return Beneficiary(row.entry, day_of(row.day), name, relation)


def closed_passbooks(book: int) -> dict[str, int]:
    """Return the members whose passbook is closed today, with the entry that closed it. Who came back has a new one."""
    closed = dict(
        journal.standing_rows(PassbookClosed, book).values_list("member").annotate(entry=Max("entry"))
    )
    back = dict(journal.standing_rows(Returning, book).values_list("member").annotate(entry=Max("entry")))
    return {member: entry for member, entry in closed.items() if entry > back.get(member, 0)}


STILL_CLOSED = (
    "SELECT 1 FROM kwan_passbookclosed c WHERE c.book = %s AND c.member = %s "
    "AND NOT EXISTS (SELECT 1 FROM kwan_entry e WHERE e.book = c.book AND e.corrects = c.entry) "
    "AND NOT EXISTS (SELECT 1 FROM kwan_returning r WHERE r.book = c.book AND r.member = c.member AND r.entry > c.entry "
    "AND NOT EXISTS (SELECT 1 FROM kwan_entry e WHERE e.book = r.book AND e.corrects = r.entry))"
)


def is_closed(book: int, member: str) -> bool:
    """Return whether this member's passbook is closed today. One plain statement, for every deposit asks it."""
    return Pen().ask(STILL_CLOSED, book, member).fetchone() is not None


def ending(book: int, member: str, on: date) -> Ending:
    """Return what stands in a member's passbooks, and what settles each loan of theirs that runs, on this day."""
    running = {file.number: file.standing() for file in running_loans(book, member)}
    return Ending(
        savings_of(book, member), {number: to_settle(loan, on).total for number, loan in running.items()}
    )


def savings_of(book: int, member: str) -> dict[str | None, int]:
    """Return what stands in each of a member's passbooks that holds anything, by sort, satang."""
    found = {sort: -journal.balance(book, f"{code}{member}") for sort, code in PASSBOOKS.items()}
    return {sort: satang for sort, satang in found.items() if satang}


def running_loans(book: int, member: str) -> list[LoanFile]:
    """Return the files of a member's loans that still run."""
    files = loan_files(book, member=member).values()
    return [file for file in files if file.standing().is_running]


def lender(book: int, number: str) -> str:
    """Return the purse that a loan was paid out of: "savings" or "fund"."""
    return lent_from(book, number) or "savings"


def closing(book: int, number: int) -> Closing:
    """Return the closing that this entry wrote. Raise PassbookClosed.DoesNotExist."""
    row = journal.standing_rows(PassbookClosed, book).get(entry=number)
    entry = Entry.objects.get(book=book, number=number)
    body = json.loads(entry.body)
    return Closing(
        number, row.member, day_of(row.day), cast("Cause", row.cause), cast("PaidTo", row.paid_to), row.satang,
        body.get("regular", 0), body.get("special", 0), body.get("share", 0),
        journal.names_in_seals(book, "receiver").get(number), entry.actor, entry.hash,
        tuple(_repaid(book, repaid_with(book, number))),
    )  # fmt: skip


def repaid_with(book: int, number: int) -> list[str]:
    """Return the numbers of the loans that the closing of this entry settled."""
    body = Entry.objects.filter(book=book, number=number).values_list("body", flat=True).get()
    return list(json.loads(body).get("repaid", ()))


def _repaid(book: int, numbers: list[str]) -> list[tuple[str, int]]:
    """Return for each loan that was repaid out of the passbook what it took, satang."""
    found = []
    for number in numbers:
        last = loan_files(book, number)[number].pages[-1].happened
        found.append((number, last.principal + last.interest + last.fine))
    return found

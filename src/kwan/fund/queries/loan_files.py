"""A loan's file: all that the book says of it, in the order of the book, before anybody judges it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple, cast

from kwan.fund.models import Loan, LoanGuarantor, LoanInstalment, LoanMeeting, LoanStep
from kwan.fund.rules.agreement import Agreement, Instalment
from kwan.fund.rules.loans import Happened, Standing, Step, stand
from kwan.journal.models import Entry
from kwan.journal.queries import standing_rows
from kwan.journal.rules import day_of

LOAN = "loan:"
HARDSHIP = "hardship"


class Page(NamedTuple):
    """One step and the entry that says it. A correction stands in the place of what it corrects."""

    place: int
    entry: int
    happened: Happened


@dataclass(frozen=True, slots=True)
class LoanFile:
    """What was asked for and what happened since."""

    number: str
    member: str
    agreed: Agreement
    legal_basis: str | None
    guarantors: tuple[str, ...]
    requested_on: date
    entry: int
    pages: tuple[Page, ...] = ()

    def standing(self, until: date | None = None) -> Standing:
        """Return how the loan stands, or stood at the end of a day."""
        steps = (page.happened for page in self.pages)
        return stand(self.agreed.method, (step for step in steps if until is None or step.on <= until))

    @property
    def end(self) -> int:
        """The place behind all that happened."""
        return 1 + max((page.place for page in self.pages), default=0)

    def around(self, place: int) -> tuple[list[Happened], list[Happened]]:
        """Return what happened before and after this place in the book."""
        before = [page.happened for page in self.pages if page.place < place]
        return before, [page.happened for page in self.pages if page.place > place]

    def having(self, happened: Happened, place: int) -> "LoanFile":
        """Return the file with one page more, in its place."""
        pages = sorted([*self.pages, Page(place, 0, happened)], key=lambda page: page.place)
        return replace(self, pages=tuple(pages))


def loan_files(
    book: int,
    number: str | None = None,
    member: str | None = None,
    without: int = 0,
    upto: int | None = None,
) -> dict[str, LoanFile]:
    """Return the files of all loans, of one, or of one member's, by number; as if entry `without` were not there.

    As the book stood at entry `upto` (default: now).
    """
    asked: dict[str, Any] = {"number": number} if number is not None else {}
    whose = {"member": member} if member is not None else {}
    found = standing_rows(Loan, book, upto).filter(**asked, **whose).exclude(entry=without)
    loans = {row.number: row for row in found.order_by("day", "entry")}
    if number is None and member is not None:
        asked = {"number__in": list(loans)}
    pages = pages_of(book, asked, without, upto)
    sureties = _by_number(LoanGuarantor, book, asked, without)
    meetings = _by_number(LoanMeeting, book, asked, without)
    return {
        key: LoanFile(
            row.number, row.member, _agreement(row, tuple(day_of(m.day) for m in meetings[key])),
            row.legal_basis, tuple(surety.member for surety in sureties[key]),
            day_of(row.day), row.entry, tuple(pages[key]),
        )
        for key, row in loans.items()
    }  # fmt: skip


def pages_of(
    book: int, asked: Mapping[str, Any], without: int = 0, upto: int | None = None
) -> Mapping[str, list[Page]]:
    """Return the steps of each loan in the order of the book, as it stood at entry `upto` (default: now)."""
    rows = standing_rows(LoanStep, book, upto).filter(**asked).exclude(entry=without).order_by("entry")
    schedules: dict[int, list[Instalment]] = defaultdict(list)
    for line in standing_rows(LoanInstalment, book, upto).filter(**asked).order_by("entry", "line"):
        schedules[line.entry].append(Instalment(day_of(line.due), line.principal, line.interest))
    places = corrected_places(book)
    pages: dict[str, list[Page]] = defaultdict(list)
    for row in rows:
        step = Happened(
            cast("Step", row.step), day_of(row.day), row.principal, row.interest, row.fine,
            tuple(schedules[row.entry]), row.cause == HARDSHIP,
        )  # fmt: skip
        pages[row.number].append(Page(place_of(row.entry, places), row.entry, step))
    for found in pages.values():
        found.sort(key=lambda page: page.place)
    return pages


def lent_from(book: int, number: str) -> str | None:
    """Return the purse that a loan was paid out of, None for one that was brought forward."""
    paid_out = standing_rows(LoanStep, book).filter(number=number, step="paid_out").order_by("-entry").first()
    if paid_out is None:
        return None
    body = Entry.objects.get(book=book, number=paid_out.entry).body
    return str(json.loads(body)["purse"])


def corrected_places(book: int) -> dict[int, int]:
    """Return for each correction about a loan the entry that it corrects."""
    rows = Entry.objects.filter(book=book, corrects__isnull=False, kind__startswith="fund.loan")
    return {number: int(corrects or 0) for number, corrects in rows.values_list("number", "corrects")}


def place_of(entry: int, places: Mapping[int, int]) -> int:
    """Return where an entry stands in the order of things: in the place of the first that it corrects."""
    while entry in places:
        entry = places[entry]
    return entry


def _by_number(
    room: type[LoanGuarantor | LoanMeeting], book: int, asked: Mapping[str, Any], without: int
) -> Mapping[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    rows: Iterable[Any] = standing_rows(room, book).filter(**asked).exclude(entry=without)
    for row in sorted(rows, key=lambda row: (row.entry, row.line)):
        found[row.number].append(row)
    return found


def _agreement(row: Loan, meetings: tuple[Any, ...]) -> Agreement:
    return Agreement(
        principal=row.principal,
        rate=row.rate,
        periods=row.periods,
        method=cast("Any", row.method),
        basis=cast("Any", row.basis),
        every=row.every,
        first_due=day_of(row.first_due) if row.first_due else None,
        meetings=meetings,
        grace_principal=row.grace_principal,
        grace_interest=row.grace_interest,
        round_instalment=row.round_instalment,
    )

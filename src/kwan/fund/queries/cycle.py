"""Questions about cycles: where one stands, what was proposed, who has what, and what the books say on a closing day."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kwan.fund.models import Cycle, CyclePaid, CycleStep, FundRule, LoanStep
from kwan.fund.queries.loan_files import LOAN, LoanFile, loan_files
from kwan.fund.rules.cycle import Closing, Portion, Stage, Terms, stage_after, terms_in_force
from kwan.fund.rules.cycle.books import Borrowed, own_loans, stakes_of, sums_of
from kwan.fund.rules.loans import still_open
from kwan.journal import queries as journal
from kwan.journal.flows import flows
from kwan.journal.models import Book, Entry
from kwan.journal.rules import day_number, day_of, from_plain

PROPOSED = "fund.cycle_proposed"


@dataclass(frozen=True)
class StepLine:
    """One step that was taken: which, when, by whom, in which entry. `note` is what was sealed with it."""

    entry: int
    step: str
    on: date
    actor: str
    meeting: date | None
    minutes: str | None
    note: str | None


@dataclass(frozen=True)
class PaidLine:
    """A member has what was approved, satang; `repaid` of it went for a loan."""

    entry: int
    member: str
    satang: int
    repaid: int
    how: str
    receipt: str | None
    on: date

    @property
    def handed(self) -> int:
        """What the member took home, or has in the passbook."""
        return self.satang - self.repaid


@dataclass(frozen=True)
class CycleView:
    """A cycle as it stands. `proposal` is the entry of what is proposed, `closing` what it froze."""

    cycle: int
    since: date
    entry: int
    stage: Stage
    steps: tuple[StepLine, ...]
    proposal: int | None
    closing: Closing | None
    paid: Mapping[str, PaidLine]

    @property
    def portions(self) -> tuple[Portion, ...]:
        """What each member is to be handed."""
        return self.closing.outcome.portions if self.closing else ()

    @property
    def unpaid(self) -> tuple[Portion, ...]:
        """What an approved closing still owes."""
        if self.stage not in ("approved", "locked"):
            return ()
        return tuple(p for p in self.portions if p.total and p.member not in self.paid)

    def step(self, name: str) -> StepLine | None:
        """Return the last step of this name, if it still counts."""
        found = next((step for step in reversed(self.steps) if step.step == name), None)
        again = next((s.entry for s in reversed(self.steps) if s.step == "proposed"), 0)
        return found if found and found.entry >= again else None


def cycle_terms(book: int) -> Terms:
    """Return the rules of closing as the group set them. Raise Refused for what can no longer be read."""
    return terms_in_force(
        {row.name: row.value for row in journal.standing_rows(FundRule, book).order_by("entry")}
    )


def cycles(book: int) -> list[CycleView]:
    """Return every cycle that was opened, newest first."""
    opened = journal.standing_rows(Cycle, book).order_by("-cycle")
    return [_view(book, row) for row in opened]


def cycle(book: int, number: int) -> CycleView | None:
    """Return the cycle of this number, or None."""
    row = journal.standing_rows(Cycle, book).filter(cycle=number).first()
    return _view(book, row) if row else None


def cycle_now(book: int) -> CycleView | None:
    """Return the newest cycle, or None."""
    row = journal.standing_rows(Cycle, book).order_by("-cycle").first()
    return _view(book, row) if row else None


def closing_of(book: int, proposal: int) -> Closing:
    """Return what a proposal froze. Raise Entry.DoesNotExist."""
    body = Entry.objects.get(book=book, number=proposal, kind=PROPOSED).body
    found: Closing = from_plain(Closing, json.loads(body)["closing"])
    return found


def _view(book: int, row: Cycle) -> CycleView:
    steps = list(journal.standing_rows(CycleStep, book).filter(cycle=row.cycle).order_by("entry"))
    stage: Stage = "open"
    for step in steps:
        stage = stage_after(stage, step.step) or stage
    proposal = (
        next((s.entry for s in reversed(steps) if s.step == "proposed"), None) if stage != "open" else None
    )
    return CycleView(
        row.cycle, day_of(row.day), row.entry, stage, tuple(_steps(book, steps)), proposal,
        closing_of(book, proposal) if proposal else None, _paid(book, row.cycle),
    )  # fmt: skip


def _steps(book: int, steps: list[CycleStep]) -> list[StepLine]:
    numbers = [step.entry for step in steps]
    actors = dict(Entry.objects.filter(book=book, number__in=numbers).values_list("number", "actor"))
    notes = (
        journal.names_in_seals(book, "minutes_note") | journal.names_in_seals(book, "reason") if steps else {}
    )
    return [
        StepLine(
            step.entry, step.step, day_of(step.day), actors[step.entry], day_of(step.meeting) if step.meeting else None,
            step.minutes, notes.get(step.entry),
        )
        for step in steps
    ]  # fmt: skip


def _paid(book: int, number: int) -> dict[str, PaidLine]:
    rows = journal.standing_rows(CyclePaid, book).filter(cycle=number)
    return {
        row.member: PaidLine(
            row.entry, row.member, row.satang, row.repaid, row.how, row.receipt, day_of(row.day)
        )
        for row in rows
    }


# -- what the books say on a closing day ---------------------------------------------------------------


def inputs(book: int, since: date, until: date, terms: Terms) -> Closing:
    """Return what the books say of a cycle on its last day, all entries of now read; nothing is reckoned yet."""
    moved = flows(book, until)
    ours = {code.removeprefix(LOAN) for code in own_loans(moved)}
    borrowed = _borrowed(book, since, until, ours)
    return Closing(
        since, until, Book.objects.get(pk=book).head, terms,
        sums_of(moved, since, borrowed.values()),
        stakes_of(moved, since, until, borrowed),
    )  # fmt: skip


def _borrowed(book: int, since: date, until: date, ours: set[str]) -> dict[str, Borrowed]:
    """Return what the loans of the fund say of each borrower in this cycle."""
    files = [file for file in loan_files(book).values() if file.number in ours]
    came = _interest_and_fines(book, since, until)
    found: dict[str, Borrowed] = {}
    for file in files:
        before = found.get(file.member, Borrowed())
        interest, fines = came.get(file.number, (0, 0))
        found[file.member] = Borrowed(
            before.interest + interest,
            before.fines + fines,
            before.left + file.standing(until).left,
            before.kept_up and _kept_up(file, since, until),
        )
    return found


def _interest_and_fines(book: int, since: date, until: date) -> dict[str, tuple[int, int]]:
    """Return what each loan brought in these days, satang. As with the money, what a correction takes back counts on its own day.

    So interest of a cycle that was shared out, mended in the next one, brings that one the difference alone.
    """
    rows = list(LoanStep.objects.filter(book=book, step="repaid"))
    later = Entry.objects.filter(book=book, corrects__in=[row.entry for row in rows])
    undone = dict(later.values_list("corrects", "day"))
    first, last = day_number(since), day_number(until)
    found: dict[str, tuple[int, int]] = {}
    for row in rows:
        times = (first <= row.day <= last) - (first <= undone.get(row.entry, 0) <= last)
        interest, fines = found.get(row.number, (0, 0))
        found[row.number] = interest + times * row.interest, fines + times * row.fine
    return found


def _kept_up(file: LoanFile, since: date, until: date) -> bool:
    """Whether every instalment of the cycle had come by its day."""
    days = {row.due for page in file.pages for row in page.happened.rows if since <= row.due <= until}
    return not any(_is_behind(file, day) for day in days)


def _is_behind(file: LoanFile, day: date) -> bool:
    return any(row.due <= day for row in still_open(file.standing(day)))


def loans_left(book: int, member: str, until: date) -> list[tuple[str, int]]:
    """Return the loans of a member that ran on a closing day and the principal left of each now, satang."""
    found: list[tuple[str, int]] = []
    ours = {code.removeprefix(LOAN) for code in own_loans(flows(book, until))}
    for file in loan_files(book, member=member).values():
        then, now = file.standing(until).left, file.standing().left
        if file.number in ours and file.standing().stage in ("active", "rescheduled") and min(then, now):
            found.append((file.number, min(then, now)))
    return found


def entries_since(book: int, upto: int, until: date) -> list[int]:
    """Return the entries written after `upto` about what happened up to a day."""
    found = Entry.objects.filter(book=book, number__gt=upto, day__lte=day_number(until)).order_by("number")
    return list(found.values_list("number", flat=True))


def entry_of_form(book: int, form: str) -> int | None:
    """Return the entry that this form wrote, or None."""
    return Entry.objects.filter(book=book, command=form).values_list("number", flat=True).first()

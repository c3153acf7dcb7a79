"""Questions about the rounds of wellbeing. What leaves this room is about five people or more.

`scores` is the exception: the statistics of the claims need every answer, and only they may ask for it.
"""

from dataclasses import dataclass
from datetime import date
from statistics import median

from kwan.journal.queries import numbers_in_seals, standing_rows
from kwan.journal.rules import day_of
from kwan.people.queries.consents import withdrawn
from kwan.wellbeing.models import WellbeingAnswer
from kwan.wellbeing.rules import FEWEST_PEOPLE


@dataclass(frozen=True)
class Score:
    """One answer. Never shown: it goes into the statistics of a claim, and nowhere else."""

    member: str
    round: int
    instrument: str
    on: date
    value: int
    entry: int


@dataclass(frozen=True)
class Round:
    """One round as anybody may see it.

    `instrument` is None where several were used in it. `median` is None unless five or more answered with the
    same one. `improved` is (k, n): of n people who answered the first round and this one, k improved; None
    unless n is five or more and neither nobody nor everybody did.
    """

    round: int
    first_day: date
    last_day: date
    instrument: str | None
    answered: int
    median: float | None
    improved: tuple[int, int] | None


def scores(book: int, upto: int | None = None) -> list[Score]:
    """Return every answer that stands and was neither erased nor taken back, by member and round. For lessons.claims alone."""
    sealed = numbers_in_seals(book, "score")
    taken_back = withdrawn(book, "wellbeing", upto)
    return [
        Score(row.member, row.round, row.instrument, day_of(row.day), sealed[row.entry], row.entry)
        for row in standing_rows(WellbeingAnswer, book, upto).order_by("member", "round", "entry")
        if row.entry in sealed and row.member not in taken_back
    ]


def answer_entries(book: int, upto: int | None = None) -> dict[str, frozenset[tuple[int, int, bool]]]:
    """Return, by member, the (round, entry, still there) of every answer as the book stood.

    One erased later is not there; nor is one whose member takes back the agreement to its use.

    Says who answered and when it was written, never what: enough to see whose answer came, went or was corrected
    between two states of a book.
    """
    sealed = numbers_in_seals(book, "score")
    taken_back = withdrawn(book, "wellbeing", upto)
    told: dict[str, set[tuple[int, int, bool]]] = {}
    for row in standing_rows(WellbeingAnswer, book, upto):
        is_there = row.entry in sealed and row.member not in taken_back
        told.setdefault(row.member, set()).add((row.round, row.entry, is_there))
    return {member: frozenset(answers) for member, answers in told.items()}


def rounds(book: int, upto: int | None = None) -> list[Round]:
    """Return what may be seen of each round, in the order of the rounds."""
    by_round: dict[int, dict[str, Score]] = {}
    for score in scores(book, upto):
        by_round.setdefault(score.round, {})[score.member] = score
    first = by_round.get(min(by_round, default=0), {})
    return [_round(number, answers, first) for number, answers in sorted(by_round.items())]


def _round(number: int, answers: dict[str, Score], first: dict[str, Score]) -> Round:
    days = [score.on for score in answers.values()]
    instruments = {score.instrument for score in answers.values()}
    instrument = instruments.pop() if len(instruments) == 1 else None
    enough = instrument is not None and len(answers) >= FEWEST_PEOPLE
    return Round(
        round=number,
        first_day=min(days),
        last_day=max(days),
        instrument=instrument,
        answered=len(answers),
        median=float(median(score.value for score in answers.values())) if enough else None,
        improved=None if answers is first else _improved(first, answers),
    )


def _improved(first: dict[str, Score], later: dict[str, Score]) -> tuple[int, int] | None:
    pairs = [(first[member], score) for member, score in later.items() if member in first]
    same_scale = [(before, after) for before, after in pairs if before.instrument == after.instrument]
    n = len(same_scale)
    k = sum(after.value > before.value for before, after in same_scale)
    return (k, n) if n >= FEWEST_PEOPLE and 0 < k < n else None

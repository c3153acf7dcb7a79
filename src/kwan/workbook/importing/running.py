"""A whole run: many files, many groups, and what was answered about them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from django.db import transaction

from kwan.journal.rules import Refusal
from kwan.workbook.answers import Answer, correcting
from kwan.workbook.files import Unreadable
from kwan.workbook.importing.bringing import bring_in_group, post_correction
from kwan.workbook.importing.looking import by_group, look, look_through
from kwan.workbook.importing.results import Door, Imported, Looked, Source, place_of
from kwan.workbook.mapping import Mapping as Columns
from kwan.workbook.mends import Choice, Mends, person_digest, row_digests
from kwan.workbook.outcomes import Outcome

Pairs = list[tuple[Source, Looked]]


@dataclass(frozen=True)
class Refused:
    """A file of which nothing came in, and why."""

    file: str
    th: str
    en: str


@dataclass
class Run:
    """What became of all files. `columns` and `mends` are what was answered, to be remembered."""

    done: list[Imported] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)
    columns: dict[str, Columns] = field(default_factory=dict)
    mends: Mends = field(default_factory=Mends)


def run(sources: Iterable[Source], door: Door, answers: Sequence[Answer] = ()) -> Run:
    """Bring all files in, group by group; what cannot be read does not hold up the others.

    A dry run does all that a real one does and takes it back at the end, so that it tells exactly what a real
    one does. Files are read before the books are opened for writing.
    """
    result = Run()
    pairs = _read(sources, door, result)
    if answers:
        door, pairs = _answered(pairs, door, answers, result)
    if not door.dry_run:
        return _bring(pairs, door, answers, result)
    with transaction.atomic():
        _bring(pairs, door, answers, result)
        transaction.set_rollback(True)
    return result


def _read(sources: Iterable[Source], door: Door, result: Run) -> Pairs:
    pairs: Pairs = []
    for source in sources:
        try:
            pairs.append((source, look(source, door.remembered)))
        except Unreadable as error:
            result.refused.append(Refused(source.name, error.th, error.en))
    return pairs


def _bring(pairs: Pairs, door: Door, answers: Sequence[Answer], result: Run) -> Run:
    within = replace(door, dry_run=False)
    for group, files in by_group(pairs, door.group).items():
        try:
            one = bring_in_group(group, files, within)
        except Refusal as refusal:
            result.refused += [Refused(looked.name, refusal.th, refusal.en) for looked in files]
            continue
        _correct(one, within, correcting(answers))
        result.done.append(one)
    return result


def _correct(one: Imported, door: Door, answers: Sequence[Answer]) -> None:
    picked = {
        place_of(held)
        for held in one.held
        for answer in answers
        if answer.picks(one.group, held.file or one.file, held)
    }
    for entry, (intent, _) in list(one.differs.items()):
        if entry in one.differs and any(place_of(row) in picked for row in intent.rows):
            post_correction(one, entry, door)


# -- answers -----------------------------------------------------------------------------------------


def _answered(pairs: Pairs, door: Door, answers: Sequence[Answer], result: Run) -> tuple[Door, Pairs]:
    """Learn what the answers say of these files: columns first, for they change which rows there are."""
    result.columns = _columns(pairs, answers, door.group)
    if result.columns:
        door = replace(door, remembered={**door.remembered, **result.columns})
        pairs = [
            (source, look_through(source, [u.sheet for u in one.sheets], door.remembered))
            for source, one in pairs
        ]
    result.mends = Mends(_persons(pairs, answers, door.group))
    door = replace(door, mends=door.mends.joined_with(result.mends))
    if any(answer.does in {"leave_out", "keep"} for answer in answers):
        result.mends = replace(result.mends, rows=_rows(pairs, door, answers))
        door = replace(door, mends=door.mends.joined_with(result.mends))
    return door, pairs


def _columns(pairs: Pairs, answers: Sequence[Answer], group: str | None) -> dict[str, Columns]:
    return {
        u.layout.fingerprint: answer.columns
        for name, files in by_group(pairs, group).items()
        for one in files
        for u in one.sheets
        for answer in answers
        if answer.columns and u.layout.fingerprint and answer.is_about(name, one.name, u.sheet.title)
    }


def _persons(pairs: Pairs, answers: Sequence[Answer], group: str | None) -> dict[str, str]:
    return {
        person_digest(name, answer.member): answer.whose
        for name in by_group(pairs, group)
        for answer in answers
        if answer.member is not None and answer.whose is not None and answer.group in {None, name}
    }


def _rows(pairs: Pairs, door: Door, answers: Sequence[Answer]) -> dict[str, Choice]:
    """Return what to do with which row. Which rows are held is found out by a run that is taken back."""
    chosen: dict[str, Choice] = {}
    for group, files in by_group(pairs, door.group).items():
        try:
            tried = bring_in_group(group, files, replace(door, dry_run=True))
        except Refusal:
            continue
        reasons = {place_of(held): held.code for held in tried.held}
        for understanding in tried.understandings:
            file = understanding.file
            for digest, row in row_digests(group, understanding.outcomes):
                code = reasons.get(place_of(row))
                for answer in answers:
                    if answer.does in {"leave_out", "keep"} and _picked(answer, group, file, row, code):
                        chosen[digest] = "keep" if answer.does == "keep" else "leave_out"
    return chosen


def _picked(answer: Answer, group: str, file: str, row: Outcome, code: str | None) -> bool:
    here = row.number in answer.rows if answer.rows is not None else code is not None
    return here and answer.code in {None, code} and answer.is_about(group, file, row.sheet)

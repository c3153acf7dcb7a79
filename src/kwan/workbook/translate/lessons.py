"""Rounds of wellbeing, activities, indicators, and the notes of the workshop."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from kwan.lessons.commands import PinNote
from kwan.programme.commands import HoldActivity, SetIndicator
from kwan.wellbeing.commands import Answer
from kwan.workbook.mends import NOBODY
from kwan.workbook.outcomes import Held, Row
from kwan.workbook.translate.intents import Context, Intent, each, intent, needed

HUNDREDTHS = 100


def rounds(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """Who answered in which round; the score is sealed."""
    yield from each(rows, context, _answer)


def _answer(row: Row, context: Context) -> Iterator[Intent]:
    on = row.values.get("date")
    dated = isinstance(on, date)
    answer = Answer(
        on=on if isinstance(on, date) else context.start,
        member=context.member(row),
        round=int(needed(row, "round")),
        score=int(needed(row, "score")),
    )
    yield intent(answer, row, undated=not dated)


def activities(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """Trainings and meetings, with who came."""
    yield from each(rows, context, _activity)


def _activity(row: Row, context: Context) -> Iterator[Intent]:
    values: dict[str, Any] = row.values
    said = list(values.get("attendees") or ())
    came = dict.fromkeys(context.reference(person) for person in said)
    attended = tuple(person for person in came if person != NOBODY)
    guests = sum(context.reference(person) == NOBODY for person in said)
    known = {reference for found in context.references.values() for reference in found}
    speaker = values.get("speaker")
    teacher = context.reference(speaker) if isinstance(speaker, str) else None
    yield intent(
        HoldActivity(
            on=needed(row, "date"),
            topic=needed(row, "title"),
            theme=values.get("theme"),
            attended=attended,
            others=max(guests, int(values.get("heads") or 0) - len(attended)),
            teacher=teacher if teacher in known else None,
        ),
        row,
    )


def indicators(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """What the project promised; the measure that answers is suggested by the indicator's own words."""
    yield from each(rows, context, _indicator)


def _indicator(row: Row, context: Context) -> Iterator[Intent]:
    values: dict[str, Any] = row.values
    name, unit, source = needed(row, "indicator"), values.get("unit") or "", values.get("source")
    baseline = values.get("baseline")
    yield intent(
        SetIndicator(
            on=context.start,
            objective=values.get("objective") or name,
            name=name,
            unit=unit,
            baseline=None if baseline is None else int(Decimal(baseline) * HUNDREDTHS),
            target=int(Decimal(needed(row, "target")) * HUNDREDTHS),
            source=source,
            measure=context.suggest(name, unit, source),
        ),
        row,
        undated=True,
    )


def notes(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """The cards of the workshop, by small group."""
    yield from each(rows, context, _note)


def _note(row: Row, context: Context) -> Iterator[Intent]:
    values: dict[str, Any] = row.values
    on = values.get("date")
    note = PinNote(
        on=on or context.workshop_day or context.start,
        small_group=values.get("subgroup") or "-",
        sort=needed(row, "kind"),
        votes=int(values.get("votes") or 0),
        text=needed(row, "text"),
    )
    key = f"note/{note.small_group}/{note.sort}/{context.secret(note.text or '')[:16]}"
    yield intent(note, row, key=key, undated=on is None)

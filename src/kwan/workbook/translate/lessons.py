"""Rounds of wellbeing, activities, indicators, and the notes of the workshop."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from kwan.lessons.commands import PinNote
from kwan.programme.commands import HoldActivity, SetIndicator
from kwan.thai import normalise
from kwan.wellbeing.commands import Answer
from kwan.workbook.outcomes import Held, Row
from kwan.workbook.translate.intents import Context, Intent, each, intent, needed

HUNDREDTHS = 100


def rounds(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """Who answered in which round; the score is sealed."""
    yield from each(rows, context, _answer)


def _answer(row: Row, context: Context) -> Iterator[Intent]:
    on = row.values.get("date") or context.start
    yield intent(
        Answer(
            on=on,
            member=context.member(row),
            round=int(needed(row, "round")),
            score=int(needed(row, "score")),
        ),  # type: ignore[arg-type]
        row,
    )


def activities(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """Trainings and meetings, with who came."""
    yield from each(rows, context, _activity)


def _activity(row: Row, context: Context) -> Iterator[Intent]:
    values: dict[str, Any] = row.values
    attended = tuple(dict.fromkeys(_reference(context, person) for person in values.get("attendees") or ()))
    speaker = values.get("speaker")
    known = {reference for found in context.references.values() for reference in found}
    teacher = _reference(context, speaker) if isinstance(speaker, str) else None
    yield intent(
        HoldActivity(
            on=needed(row, "date"),
            topic=needed(row, "title"),
            theme=values.get("theme"),
            attended=attended,
            others=max(0, int(values.get("heads") or 0) - len(attended)),
            teacher=teacher if teacher in known else None,
        ),
        row,
    )


def _reference(context: Context, person: str) -> str:
    found = context.references.get(normalise(person), [])
    return found[0] if len(found) == 1 else person


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
    )


def notes(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """The cards of the workshop, by small group."""
    yield from each(rows, context, _note)


def _note(row: Row, context: Context) -> Iterator[Intent]:
    values: dict[str, Any] = row.values
    yield intent(
        PinNote(
            on=values.get("date") or context.workshop_day or context.start,
            small_group=values.get("subgroup") or "-",
            sort=needed(row, "kind"),
            votes=int(values.get("votes") or 0),
            text=needed(row, "text"),
        ),
        row,
    )

"""What can happen in the programme."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from kwan.journal.rules import Command, Line, Refusal, day_number
from kwan.journal.standing import Memo, stands, will_stand
from kwan.people.commands import known_member
from kwan.programme import measures
from kwan.programme.models import Activity, Attendance, Event, Indicator, IndicatorMapping


@dataclass(frozen=True, kw_only=True)
class HoldActivity(Command):
    """A meeting or training was held. `attended` and `teacher` are members, `others` are counted."""

    kind: ClassVar = "programme.activity_held"
    topic: str
    theme: str | None = None
    attended: tuple[str, ...] = ()
    others: int = 0
    teacher: str | None = None

    def natural_key(self) -> str:
        """Day and topic."""
        return f"activity/{day_number(self.on)}/{self.topic}"

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse unknown members, somebody named twice, and a count below zero."""
        for member in (*self.attended, *filter(None, [self.teacher])):
            known_member(book, memo, member)
        if len(set(self.attended)) < len(self.attended) or self.others < 0:
            raise Refusal(
                "named_twice",
                "มีรายชื่อผู้เข้าร่วมซ้ำกัน หรือจำนวนคนอื่นติดลบ",
                "Somebody is named twice, or the others are fewer than none.",
            )

    def lines(self) -> Iterator[Line]:
        """The activity, then one line for each member who came."""
        yield Activity.of(
            topic=self.topic, theme=self.theme, teacher=self.teacher, others=self.others,
            day=day_number(self.on),
        )  # fmt: skip
        for member in self.attended:
            yield Attendance.of(member=member)


def known_measure(measure: str) -> None:
    """Refuse what is no measure's id, nor two of them as a share: `numerator/denominator`."""
    ids = measure.split("/")
    if len(ids) > 2 or not set(ids) <= set(measures.definitions()):  # noqa: PLR2004 - a share has two sides
        raise Refusal("unknown_measure", f"ไม่รู้จักตัววัด {measure}", f"There is no measure {measure}.")


@dataclass(frozen=True, kw_only=True)
class SetIndicator(Command):
    """What the project promised. `baseline` (None: not measured) and `target` in hundredths of the unit.

    `measure` is the id of the measure that answers it, or two as a share: `numerator/denominator`.
    """

    kind: ClassVar = "programme.indicator_set"
    objective: str
    name: str
    unit: str
    baseline: int | None = None
    target: int
    source: str | None = None
    measure: str | None = None

    def natural_key(self) -> str:
        """The indicator's name."""
        return f"indicator/{self.name}"

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse an indicator known already, and a measure that is none."""
        if self.measure is not None:
            known_measure(self.measure)
        if stands(Indicator, book, memo, name=self.name):
            raise Refusal(
                "indicator_known", f"มีตัวชี้วัด {self.name} อยู่แล้ว", f"There is already an indicator {self.name}."
            )
        will_stand(Indicator, book, memo, name=self.name)

    def lines(self) -> Iterator[Line]:
        """The indicator."""
        yield Indicator.of(
            objective=self.objective, name=self.name, unit=self.unit, baseline=self.baseline,
            target=self.target, source=self.source, measure=self.measure, day=day_number(self.on),
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class MapIndicator(Command):
    """A person says which measure answers an indicator."""

    kind: ClassVar = "programme.indicator_mapped"
    indicator: str
    measure: str

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse an indicator or a measure that there is not."""
        known_measure(self.measure)
        if not stands(Indicator, book, memo, name=self.indicator):
            raise Refusal(
                "unknown_indicator", f"ไม่มีตัวชี้วัด {self.indicator}", f"There is no indicator {self.indicator}."
            )

    def lines(self) -> Iterator[Line]:
        """The mapping."""
        yield IndicatorMapping.of(name=self.indicator, measure=self.measure, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class NoteEvent(Command):
    """Something outside the group, from the day `on`: a lockdown, a flood. `until` is its last day."""

    kind: ClassVar = "programme.event_noted"
    what: str
    until: date | None = None

    def natural_key(self) -> str:
        """Day and event."""
        return f"event/{day_number(self.on)}/{self.what}"

    def decide(self, book: int, memo: Memo) -> None:  # noqa: ARG002 - every command is asked this way
        """Refuse an end before the beginning."""
        if self.until is not None and self.until < self.on:
            raise Refusal("ends_first", "วันสิ้นสุดอยู่ก่อนวันเริ่ม", "It ends before it begins.")

    def lines(self) -> Iterator[Line]:
        """The event."""
        until = day_number(self.until) if self.until else None
        yield Event.of(what=self.what, day=day_number(self.on), until=until)


COMMANDS: tuple[type[Command], ...] = (HoldActivity, SetIndicator, MapIndicator, NoteEvent)

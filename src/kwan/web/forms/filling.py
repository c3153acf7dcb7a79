"""A page of boxes that becomes entries: all of what it says is written, or nothing, and only once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, NamedTuple
from uuid import UUID, uuid5

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.ids import uuid7
from kwan.journal import queries as journal
from kwan.journal.commands import Envelope, OtherBody, record_sheet
from kwan.journal.rules import Command, Refusal, day_number
from kwan.web.language import Pair, say
from kwan.web.loan_boxes import Box, Mistyped, Reading, drawn
from kwan.web.policy import Visit

WRITES: Final = ("GET", "HEAD", "POST")
WRONG, TAKEN = 422, 409


@dataclass(frozen=True)
class Form:
    """A page to fill in. `further` boxes unfold; `back` is the page above it, with its name."""

    title: Pair
    button: Pair
    done: Pair
    back: tuple[str, Pair]
    boxes: tuple[Box, ...]
    about: Pair = ("", "")
    further: tuple[Box, ...] = ()
    template: str = "kwan/register_form.html"


class Planned(NamedTuple):
    """A command to be written, and the entry that it answers."""

    command: Command
    corrects: int | None = None


class LookFirst(Exception):
    """There is something to be seen before this is written: what the page is drawn with."""

    def __init__(self, **shown: Any) -> None:
        super().__init__()
        self.shown = shown


@dataclass(frozen=True)
class Answer:
    """What somebody sent: what was typed, and whether this very form was written before."""

    reading: Reading
    form: UUID
    is_again: bool


Build = Callable[[Answer], Sequence[Planned]]


def fill_in(
    request: HttpRequest, visit: Visit, form: Form, build: Build, then: str, **shown: Any
) -> HttpResponse:
    """Draw the form; or write what `build` makes of it and go to `then`. What was typed stays where it is refused."""
    typed, form_id = request.POST.dict(), _form_id(request)
    reading = Reading(typed, timezone.localdate())
    if request.method != "POST":
        return _drawn(request, form, reading, form_id, shown)
    try:
        is_again = journal.entry_of_command(visit.number, str(form_id)) is not None
        planned = build(Answer(reading, form_id, is_again))
        reading.check()
        write(request, visit, form_id, planned)
    except LookFirst as look:
        return _drawn(request, form, reading, form_id, shown | look.shown)
    except Mistyped:
        return _drawn(request, form, reading, form_id, shown, WRONG)
    except Refusal as refusal:
        status = TAKEN if isinstance(refusal, OtherBody) else WRONG
        said = shown | {"said": say((refusal.th, refusal.en))}
        return _drawn(request, form, reading, uuid7(), said, status)
    messages.success(request, say(form.done))
    return redirect(then)


def write(request: HttpRequest, visit: Visit, form: UUID, planned: Sequence[Planned]) -> list[int]:
    """Write all of it or nothing. The first command bears the form's own id, the others ids that follow from it."""
    actor, at = request.user.get_username(), timezone.now()
    ids = [str(form), *(str(uuid5(form, str(place))) for place in range(1, len(planned)))]
    envelopes = [
        Envelope(plan.command, id_, actor, at, key=_key(visit.number, plan), corrects=plan.corrects)
        for plan, id_ in zip(planned, ids, strict=False)
    ]
    return record_sheet(visit.number, envelopes)


def _key(book: int, plan: Planned) -> str | None:
    """Return the paper's key of a command, so that a file which has it too finds it written."""
    if plan.corrects is not None:
        return journal.entry(book, plan.corrects).key
    key = plan.command.natural_key()
    if key is None or journal.entry_of_key(book, key) is None:
        return key
    return f"{key}/{day_number(plan.command.on)}"  # the second time: who returned and left again


def _form_id(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("form_id", ""))
    except ValueError:
        return uuid7()


def _drawn(
    request: HttpRequest,
    form: Form,
    reading: Reading,
    form_id: UUID,
    shown: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    further = drawn(form.further, reading.typed, reading.wrong)
    context = {
        "tab": "more",
        "form_id": form_id,
        "title": say(form.title),
        "about": say(form.about),
        "button": say(form.button),
        "back_href": form.back[0],
        "back_name": say(form.back[1]),
        "boxes": drawn(form.boxes, reading.typed, reading.wrong),
        "further": further,
        "is_unfolded": any(one.wrong or one.value != one.box.value for one in further),
        "mistakes": [(name, say(pair)) for name, pair in reading.wrong.items()],
    }
    return render(request, form.template, context | shown, status=status)


def as_it_stands(boxes: Sequence[Box], **values: str | None) -> tuple[Box, ...]:
    """Return the boxes with what the book says in them."""
    return tuple(replace(box, value=values.get(box.name) or box.value) for box in boxes)

"""A form on its way into the book: drawn, read, shown before it is written where that matters, and written once.

What each form asks and what it makes of it is a `Form` (`kwan.web.forms.form`); all of them share this way.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final
from uuid import UUID, uuid5

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.ids import uuid7
from kwan.journal import queries as journal
from kwan.journal.commands import Envelope, OtherBody, earlier_answer, record, record_sheet
from kwan.journal.pen import Pen
from kwan.journal.rules import Command, Refusal, day_number
from kwan.web.forms.boxes import Mistyped, Reading, drawn
from kwan.web.forms.form import Form, LookFirst, Planned, digest
from kwan.web.forms.sent import TAKEN, WRONG, id_of
from kwan.web.language import Pair, say
from kwan.web.policy import Visit

NOT_ENOUGH: Final = (
    "เงินตรงนี้ไม่พอจ่าย ยังไม่ได้ลงรายการ เลือกที่เก็บเงินอื่นหรือจ่ายน้อยลง",
    "There is not so much money here. Nothing was written; choose the other place, or pay less.",
)


@dataclass(frozen=True)
class _Page:
    form_id: UUID
    typed: Mapping[str, str]
    wrong: Mapping[str, Pair] = field(default_factory=dict)
    said: Pair | None = None
    shown: Mapping[str, Any] = field(default_factory=dict)


def was_written(request: HttpRequest, visit: Visit) -> bool:
    """Was this very form written before? Then nothing needs to be seen first once more."""
    return journal.entry_of_command(visit.number, str(id_of(request.POST))) is not None


def write(request: HttpRequest, visit: Visit, form: Form) -> HttpResponse:
    """Draw a form, or write what was sent with it: all of it or nothing, and once however often it is sent."""
    page = _Page(id_of(request.POST), request.POST.dict())
    if request.method != "POST":
        return _drawn(request, form, page)
    reading = Reading(page.typed, timezone.localdate())
    try:
        number = _written(request, visit, form, page, reading)
    except LookFirst as look:
        return _drawn(request, form, replace(page, shown=look.shown))
    except (Mistyped, Refusal) as reason:
        return _refused(request, form, page, reading, reason)
    messages.success(request, say(form.done))
    return redirect(form.then(number))


def write_together(request: HttpRequest, visit: Visit, planned: Sequence[Planned]) -> list[int]:
    """Write all of it or nothing. The first command bears the form's own id, the others ids that follow from it."""
    form, actor, at = id_of(request.POST), request.user.get_username(), timezone.now()
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


def _written(request: HttpRequest, visit: Visit, form: Form, page: _Page, reading: Reading) -> int:
    """Write what was typed; return its entry, of several the first. Raise Mistyped, Refusal or LookFirst."""
    made = form.build(reading)
    reading.check()
    if not isinstance(made, Command):
        return write_together(request, visit, made)[0]
    actor = request.user.get_username()
    envelope = Envelope(made, str(page.form_id), actor, timezone.now(), corrects=form.corrects)
    if form.seen and _waits_to_be_seen(request, visit, envelope):
        anew = form.build(Reading({**page.typed, "seen": ""}, reading.today))
        if isinstance(anew, Command):
            raise LookFirst(**form.seen(anew), seen=digest(anew))
    return record(visit.number, envelope)


def _waits_to_be_seen(request: HttpRequest, visit: Visit, envelope: Envelope) -> bool:
    """Is this to be shown first? Not what was written already: it gets its answer again. Raise OtherBody."""
    if earlier_answer(Pen(), visit.number, envelope) is not None:
        return False
    return request.POST.get("act") == "look" or request.POST.get("seen") != digest(envelope.command)


def _refused(
    request: HttpRequest, form: Form, page: _Page, reading: Reading, reason: Mistyped | Refusal
) -> HttpResponse:
    """Draw the form again as it was typed, with the sentence, under an id of its own: the old one has its answer."""
    said = None
    if isinstance(reason, Refusal):
        said = NOT_ENOUGH if reason.code == "not_enough" else (reason.th, reason.en)
    page = replace(page, form_id=uuid7() if said else page.form_id, wrong=reading.wrong, said=said)
    return _drawn(request, form, page, TAKEN if isinstance(reason, OtherBody) else WRONG)


def _drawn(request: HttpRequest, form: Form, page: _Page, status: int = 200) -> HttpResponse:
    folded = drawn(form.folded, page.typed, page.wrong)
    return render(
        request,
        form.template,
        {
            "tab": "more",
            "form_id": page.form_id,
            "title": say(form.title),
            "about": say(form.about),
            "button": say(form.button),
            "back": form.back[0],
            "back_name": say(form.back[1]),
            "boxes": drawn(form.boxes, page.typed, page.wrong),
            "folded": folded,
            "folds": say(form.folds),
            "is_open": any(one.wrong or one.value != one.box.value for one in folded),
            "said": say(page.said) if page.said else "",
            "mistakes": [(name, say(pair)) for name, pair in page.wrong.items()],
            "also": form.also and {"href": form.also[0], "name": say(form.also[1])},
            "is_seen_first": form.seen is not None,
            "seen": "",
            **form.more,
            **page.shown,
        },
        status=status,
    )

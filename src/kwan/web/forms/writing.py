"""One form, one command: drawn, read, shown before it is written where that matters, and written once.

What each form asks and what it makes of it is a `Form` (`kwan.web.form`); all of them share this page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.ids import uuid7
from kwan.journal.commands import Envelope, OtherBody, earlier_answer, record
from kwan.journal.pen import Pen
from kwan.journal.rules import Command, Refusal
from kwan.web.forms.form import Form, digest
from kwan.web.language import Pair, say
from kwan.web.loan_boxes import Mistyped, Reading, drawn
from kwan.web.policy import Visit

WRONG, TAKEN = 422, 409
WRITES: Final = ("GET", "HEAD", "POST")
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
    command: Command | None = None


def write(request: HttpRequest, visit: Visit, form: Form) -> HttpResponse:
    """Draw a form, or write what was sent with it: all of it or nothing, and once however often it is sent."""
    page = _page(request)
    if request.method != "POST":
        return _drawn(request, form, page)
    reading = Reading(page.typed, timezone.localdate())
    try:
        envelope = _envelope(request, form, page, _built(form, reading))
        if _waits_to_be_seen(request, visit, form, envelope):
            reading = Reading({**page.typed, "seen": ""}, timezone.localdate())
            return _drawn(request, form, replace(page, command=_built(form, reading)))
        number = record(visit.number, envelope)
    except (Mistyped, Refusal) as reason:
        return _refused(request, form, page, reading, reason)
    messages.success(request, say(form.done))
    return redirect(form.then(number))


def _built(form: Form, reading: Reading) -> Command:
    command = form.build(reading)
    reading.check()
    return command


def _envelope(request: HttpRequest, form: Form, page: _Page, command: Command) -> Envelope:
    actor = request.user.get_username()
    return Envelope(command, str(page.form_id), actor, timezone.now(), corrects=form.corrects)


def _waits_to_be_seen(request: HttpRequest, visit: Visit, form: Form, envelope: Envelope) -> bool:
    """Is this to be shown first? Not what was written already: it gets its answer again. Raise OtherBody."""
    if form.seen is None or earlier_answer(Pen(), visit.number, envelope) is not None:
        return False
    return request.POST.get("act") == "look" or request.POST.get("seen") != digest(envelope.command)


def _page(request: HttpRequest) -> _Page:
    typed = request.POST.dict()
    try:
        form_id = UUID(typed.get("form_id", ""))
    except ValueError:
        form_id = uuid7()
    return _Page(form_id, typed)


def _refused(
    request: HttpRequest, form: Form, page: _Page, reading: Reading, reason: Mistyped | Refusal
) -> HttpResponse:
    """Draw the form again as it was typed, with the sentence, under an id of its own: the old one has its answer."""
    said = None
    if isinstance(reason, Refusal):
        said = NOT_ENOUGH if reason.code == "not_enough" else (reason.th, reason.en)
    page = replace(
        page, form_id=uuid7() if said else page.form_id, wrong=reading.wrong, said=said, command=None
    )
    return _drawn(request, form, page, TAKEN if isinstance(reason, OtherBody) else WRONG)


def _drawn(request: HttpRequest, form: Form, page: _Page, status: int = 200) -> HttpResponse:
    folded = drawn(form.folded, page.typed, page.wrong)
    shown = form.seen(page.command) if form.seen and page.command else {}
    return render(
        request,
        "kwan/write.html",
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
            "seen": digest(page.command) if form.seen and page.command else "",
            **shown,
            **form.more,
        },
        status=status,
    )

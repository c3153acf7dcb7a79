"""Bringing a group's own workbook in: send it, look at what it says, say what was unclear, write it down."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.journal import queries as journal
from kwan.journal.rules import Refusal
from kwan.web import incoming, policy
from kwan.web.incoming import Waiting
from kwan.web.policy import Visit, check_can_import
from kwan.web.templatetags.kwan_words import lang_now
from kwan.web.views.visiting import visiting
from kwan.workbook.importing import (
    Door,
    Imported,
    Looked,
    Source,
    Understanding,
    bring_in,
    look,
    post_correction,
)
from kwan.workbook.layout import NotUnderstood
from kwan.workbook.mapping import Mapping
from kwan.workbook.preflight import MAX_BYTES
from kwan.workbook.refusals import Unreadable
from kwan.workbook.vocabulary import KINDS

BOTH = ("GET", "HEAD", "POST")


@visiting(check_can_import, kind="project", methods=BOTH)
def send(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take a file and put it aside."""
    wrong = ""
    if request.method == "POST":
        file = request.FILES.get("file")
        if file is None:
            wrong = _say("ยังไม่ได้เลือกไฟล์", "No file was chosen yet")
        else:
            id_ = incoming.put_aside(request.session, file.name or "", file.read(MAX_BYTES + 1), visit.number)
            return redirect("import-look", visit.number, id_)
    return render(request, "kwan/import.html", {"wrong": wrong}, status=400 if wrong else 200)


@visiting(check_can_import, kind="project", methods=BOTH)
def preview(request: HttpRequest, visit: Visit, file: UUID) -> HttpResponse:
    """Draw what a file says and what would become of each row; write it down when asked to."""
    waiting = _waiting(request, visit, file)
    try:
        _check_ours(request, visit, _looked(waiting).group)
        result = _bring_in(request, visit, waiting, dry_run=True)
    except (Unreadable, Refusal) as refused:
        return render(request, "kwan/import.html", {"wrong": _say(refused.th, refused.en)}, status=400)
    if request.method != "POST":
        return render(request, "kwan/import_look.html", {"file": waiting, **_drawn(result)})
    if "correct" in request.POST:
        _correct(request, visit, waiting, result)
        return redirect("import-look", visit.number, waiting.id)
    written = _bring_in(request, visit, waiting, dry_run=False)
    incoming.done_with(request.session, waiting)
    return render(request, "kwan/import_done.html", {"file": waiting, **_drawn(written)})


@visiting(check_can_import, kind="project", methods=BOTH)
def meaning(request: HttpRequest, visit: Visit, file: UUID, sheet: int) -> HttpResponse:
    """Ask what a sheet is about and what its columns mean, and keep the answer."""
    waiting = _waiting(request, visit, file)
    found = _sheet(waiting, sheet)
    headings = [text for text in found.layout.headings if text]
    kind = KINDS.get(
        str(request.POST.get("kind") or request.GET.get("kind") or getattr(found.layout, "kind", ""))
    )
    if request.method == "POST" and kind is not None:
        known = {column.meaning for column in kind.columns}
        chosen = {text: request.POST.get(f"column-{place}", "") for place, text in enumerate(headings)}
        columns = {text: meaning for text, meaning in chosen.items() if meaning in known}
        incoming.remember(request.session, waiting, found.layout.fingerprint, Mapping(kind.code, columns))
        return redirect("import-look", visit.number, waiting.id)
    return render(request, "kwan/import_meaning.html", {
        "file": waiting,
        "sheet": found,
        "headings": [(place, text, _meaning_of(found, text)) for place, text in enumerate(headings)],
        "kinds": [(each.code, _say(each.th, each.en)) for each in KINDS.values()],
        "kind": kind,
        "columns": [(c.meaning, c.names[0]) for c in kind.columns] if kind else [],
    })  # fmt: skip


def _say(th: str, en: str) -> str:
    return en if lang_now() == "en" else th


def _waiting(request: HttpRequest, visit: Visit, file: UUID) -> Waiting:
    found = incoming.waiting(request.session, file, visit.number)
    if found is None:
        raise Http404
    return found


def _door(request: HttpRequest, visit: Visit, waiting: Waiting, *, dry_run: bool = False) -> Door:
    actor = request.user.get_username()
    return Door(actor, timezone.now(), visit.book.name, remembered=waiting.meanings, dry_run=dry_run)


def _bring_in(request: HttpRequest, visit: Visit, waiting: Waiting, *, dry_run: bool) -> Imported:
    door = _door(request, visit, waiting, dry_run=dry_run)
    return bring_in(waiting.path.read_bytes(), waiting.name, door)


def _looked(waiting: Waiting) -> Looked:
    source = Source(waiting.name, waiting.path.read_bytes(), Path(waiting.name).stem)
    return look(source, waiting.meanings)


def _check_ours(request: HttpRequest, visit: Visit, group: str) -> None:
    """Refuse a file whose group has a book that is not of this project."""
    ours = {each.book.name for each in policy.groups_of(visit, policy.user_of(request))}
    if group not in ours and group in {head.name for head in journal.heads()}:
        raise Refusal(
            "not_ours",
            f"มีสมุดชื่อ “{group}” อยู่แล้วนอกโครงการนี้ ยังไม่ได้เขียนอะไร ตรวจชื่อกลุ่มในไฟล์",
            f"There is a book “{group}” outside this project. Nothing was written; look at the group's name in the file.",
        )


def _correct(request: HttpRequest, visit: Visit, waiting: Waiting, result: Imported) -> None:
    """Answer one entry of the book with what the file says instead."""
    asked = request.POST["correct"]
    entry = int(asked) if asked.isascii() and asked.isdigit() else 0
    if entry not in result.differs:
        raise Http404
    try:
        numbers = post_correction(result, entry, _door(request, visit, waiting))
    except Refusal as refusal:
        messages.warning(request, _say(refusal.th, refusal.en))
    else:
        said = ", ".join(f"{number:,}" for number in numbers)
        messages.success(request, _say(f"ลงรายการแก้แล้ว เป็นรายการที่ {said}", f"Corrected by entry {said}"))


def _drawn(result: Imported) -> dict[str, Any]:
    """Return what became of a file's rows, sheet by sheet, the held ones with their mend."""
    held = [
        (each, _say(each.reason_th, each.reason_en), _say(each.suggestion_th, each.suggestion_en))
        for each in result.held
    ]
    return {
        "result": result,
        "sheets": list(_sheets(result)),
        "held": held,
        "new": sum(result.posted.values()),
        "differs": sorted(result.differs),
        "gone": result.gone,
        "remarks": [(row, _say(th, en)) for row, th, en in result.remarks],
    }


def _sheets(result: Imported) -> Iterable[dict[str, Any]]:
    for place, each in enumerate(result.understandings):
        title, layout = each.sheet.title, each.layout
        kind = None if isinstance(layout, NotUnderstood) else KINDS.get(layout.kind)
        yield {
            "place": place,
            "title": title,
            "kind": _say(kind.th, kind.en) if kind else "",
            "is_empty": isinstance(layout, NotUnderstood) and layout.empty,
            "posted": result.posted[title],
            "already": result.already[title],
            "held": sum(held.sheet == title for held in result.held),
            "skipped": result.skipped[title] - result.already[title],
        }


def _sheet(waiting: Waiting, place: int) -> Understanding:
    try:
        return _looked(waiting).sheets[place]
    except (Unreadable, IndexError) as strange:
        raise Http404 from strange


def _meaning_of(found: Understanding, heading: str) -> str:
    """Return what a heading was taken to mean, nothing if it was not understood."""
    if isinstance(found.layout, NotUnderstood):
        return ""
    return found.layout.mapping().columns.get(heading, "")

"""Bringing groups' own workbooks in: send them, look at what they say, answer what is unclear, write it down."""

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from uuid import UUID

from csp.decorators import csp_update
from django.conf import settings
from django.contrib import messages
from django.core.signing import BadSignature
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header

from kwan.journal import queries as journal
from kwan.web import policy
from kwan.web.incoming import workbooks as incoming
from kwan.web.incoming.asking import Question, answered, questions, sheets_of, told
from kwan.web.incoming.workbooks import Said, Waiting
from kwan.web.language import say
from kwan.web.policy import Visit, check_can_import
from kwan.web.views.visiting import visiting
from kwan.workbook.importing import Door, Imported, Refused, Run, Understanding, look, run
from kwan.workbook.layout import NotUnderstood
from kwan.workbook.mapping import Mapping
from kwan.workbook.memory import remember_all, remembered
from kwan.workbook.mends import keep_mends, mends_kept_in
from kwan.workbook.preflight import MAX_BYTES
from kwan.workbook.questions import STYLE
from kwan.workbook.questions import page as page_of_questions
from kwan.workbook.refusals import Unreadable
from kwan.workbook.vocabulary import KINDS

BOTH = ("GET", "HEAD", "POST")
# The sheet of questions stands alone once it is saved, so its style is in it; the browser knows it by its digest.
OWN_STYLE = f"'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
NOT_OURS = (
    "มีสมุดชื่อ “{}” อยู่แล้วนอกโครงการนี้ ยังไม่ได้เขียนอะไร ตรวจชื่อกลุ่มในไฟล์",
    "There is a book “{}” outside this project. Nothing was written; look at the group's name in the file.",
)


@visiting(check_can_import, kind="project", methods=BOTH)
def send(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Take files and put them aside."""
    if request.method != "POST":
        return render(request, "kwan/import.html")
    files = request.FILES.getlist("file")
    if not files:
        return _not_brought_in(request, [say(("ยังไม่ได้เลือกไฟล์", "No file was chosen yet"))])
    group = request.POST.get("group", "").strip()
    loaded = ((file.name or "", file.read(MAX_BYTES + 1)) for file in files)
    id_ = incoming.put_aside(request.session, loaded, visit.number, group)
    return redirect("import-look", visit.number, id_)


@visiting(check_can_import, kind="project", methods=BOTH)
def preview(request: HttpRequest, visit: Visit, file: UUID) -> HttpResponse:
    """Draw what the files say and what would become of each row; keep answers; write it down when asked to."""
    waiting = _waiting(request, visit, file)
    if request.method == "POST":
        if _answers_taken(request, waiting) or "write" not in request.POST:
            return redirect("import-look", visit.number, waiting.id)
        return _written(request, visit, waiting)
    tried = _tried(request, visit, waiting)
    if not tried.done:
        return _not_brought_in(request, [say((no.th, no.en)) for no in tried.refused])
    return render(request, "kwan/import_look.html", _drawn(tried, waiting))


@visiting(check_can_import, kind="project", methods=BOTH)
def meaning(request: HttpRequest, visit: Visit, file: UUID, which: int, sheet: int) -> HttpResponse:
    """Ask what a sheet is about and what its columns mean, and keep the answer."""
    waiting = _waiting(request, visit, file)
    found = _sheet(waiting, which, sheet)
    headings = [text for text in found.layout.headings if text]
    said = _said_of(found, waiting)
    kind = KINDS.get(request.POST.get("kind") or request.GET.get("kind") or said.kind)
    if request.method == "POST" and kind is not None:
        known = {column.meaning for column in kind.columns}
        chosen = {text: request.POST.get(f"column-{place}", "") for place, text in enumerate(headings)}
        columns = {text: meaning for text, meaning in chosen.items() if meaning in known}
        sheet_said = {"file": found.file, "sheet": found.sheet.title, "kind": kind.code, "columns": columns}
        _explain(waiting, sheet_said)
        return redirect("import-look", visit.number, waiting.id)
    return render(request, "kwan/import_meaning.html", {
        "file": waiting,
        "sheet": found,
        "headings": [(place, text, said.columns.get(text, "")) for place, text in enumerate(headings)],
        "kinds": [(each.code, say((each.th, each.en))) for each in KINDS.values()],
        "kind": kind,
        "columns": [(c.meaning, c.names[0]) for c in kind.columns] if kind else [],
    })  # fmt: skip


@csp_update({"style-src": OWN_STYLE})
@visiting(check_can_import, kind="project")
def asked(request: HttpRequest, visit: Visit, file: UUID, place: int) -> HttpResponse:
    """Return the sheet of questions of one group, to print or to save and share."""
    done = _tried(request, visit, _waiting(request, visit, file)).done
    if place >= len(done) or not done[place].held:
        raise Http404
    name = f"คำถาม-{done[place].group}.html"
    header = content_disposition_header(as_attachment=False, filename=name) or "inline"
    return HttpResponse(page_of_questions(done[place]), headers={"Content-Disposition": header})


# -- trying and writing ------------------------------------------------------------------------------


def _waiting(request: HttpRequest, visit: Visit, file: UUID) -> Waiting:
    found = incoming.waiting(request.session, file, visit.number)
    if found is None:
        raise Http404
    return found


def _door(request: HttpRequest, visit: Visit, *, dry_run: bool) -> Door:
    """Return the door of this person, with all that was answered before, here or at the shell."""
    folder = settings.KWAN_DATA
    return Door(
        request.user.get_username(), timezone.now(), visit.book.name, None, remembered(folder), dry_run,
        mends_kept_in(folder),
    )  # fmt: skip


def _tried(request: HttpRequest, visit: Visit, waiting: Waiting) -> Run:
    """Return what would become of all files. A group whose book is not of this project is refused."""
    tried = run(waiting.sources, _door(request, visit, dry_run=True), waiting.answers)
    ours = {each.book.name for each in policy.groups_of(visit, policy.user_of(request))}
    others = {head.name for head in journal.heads()} - ours
    for one in [one for one in tried.done if one.group in others]:
        tried.done.remove(one)
        tried.refused.append(Refused(one.file, *(words.format(one.group) for words in NOT_OURS)))
    return tried


def _written(request: HttpRequest, visit: Visit, waiting: Waiting) -> HttpResponse:
    """Write the files into their books, and remember what was answered."""
    tried = _tried(request, visit, waiting)
    if not tried.done:
        return _not_brought_in(request, [say((no.th, no.en)) for no in tried.refused])
    ours = {u.file for one in tried.done for u in one.understandings}
    sources = [source for source in waiting.sources if source.name in ours]
    written = run(sources, _door(request, visit, dry_run=False), waiting.answers)
    written.refused += [no for no in tried.refused if no not in written.refused]
    if waiting.said:
        remember_all(settings.KWAN_DATA, written.columns)
        keep_mends(settings.KWAN_DATA, written.mends)
    drawn = _drawn(written, waiting)
    incoming.done_with(request.session, waiting)
    return render(request, "kwan/import_done.html", drawn)


def _not_brought_in(request: HttpRequest, wrong: list[str]) -> HttpResponse:
    return render(request, "kwan/import.html", {"wrong": wrong}, status=400)


# -- answers -----------------------------------------------------------------------------------------


def _answers_taken(request: HttpRequest, waiting: Waiting) -> bool:
    """Keep what the page says, and say whether it says anything new: then it is looked at again before it is written."""
    try:
        fresh = answered(request.POST, waiting)
    except BadSignature as strange:
        raise Http404 from strange
    taken_back = request.POST.get("forget", "")
    said = [one for place, one in enumerate(waiting.said) if str(place) != taken_back]
    waiting.say(said + fresh)
    if fresh and "write" in request.POST:
        again = say(
            ("เก็บคำตอบแล้ว ดูอีกครั้งแล้วจึงกดลงสมุด", "Your answers are kept. Look once more, then write it down.")
        )
        messages.info(request, again)
    return bool(fresh)


def _explain(waiting: Waiting, fresh: Said) -> None:
    """Keep what a sheet is about, in place of what was said of it before. Without any column nothing is said."""
    others = [
        one for one in waiting.said
        if "kind" not in one or (one["file"], one["sheet"]) != (fresh["file"], fresh["sheet"])
    ]  # fmt: skip
    waiting.say([*others, fresh] if fresh["columns"] else others)


def _sheet(waiting: Waiting, which: int, sheet: int) -> Understanding:
    try:
        return look(waiting.sources[which], remembered(settings.KWAN_DATA)).sheets[sheet]
    except (Unreadable, IndexError) as strange:
        raise Http404 from strange


def _said_of(found: Understanding, waiting: Waiting) -> Mapping:
    """Return what was said of a sheet, else how it was understood; nothing where it was not."""
    for answer in reversed(waiting.answers):
        if answer.columns and (answer.file, answer.sheet) == (found.file, found.sheet.title):
            return answer.columns
    return Mapping("", {}) if isinstance(found.layout, NotUnderstood) else found.layout.mapping()


# -- drawing -----------------------------------------------------------------------------------------


def _drawn(done: Run, waiting: Waiting) -> dict[str, Any]:
    """Return what became of all rows, group by group."""
    groups: list[dict[str, Any]] = []
    for place, one in enumerate(done.done):
        first = sum(len(group["questions"]) for group in groups)
        groups.append(_group(place, one, waiting, list(questions(one, waiting, first))))
    return {
        "file": waiting,
        "groups": groups,
        "new": sum(group["new"] for group in groups),
        "held": sum(len(one.held) for one in done.done),
        "refused": [(no.file, say((no.th, no.en))) for no in done.refused],
        "said": [told(one) for one in waiting.said],
    }


def _group(place: int, one: Imported, waiting: Waiting, asks: list[Question]) -> dict[str, Any]:
    return {
        "place": place,
        "name": one.group,
        "file": one.file,
        "book": one.book,
        "sheets": list(_sheets(one, waiting)),
        "held": len(one.held),
        "questions": asks,
        "may_answer": any(question.choices or question.members for question in asks),
        "later": len(one.held) - sum(len(question.lines) for question in asks),
        "new": sum(one.posted.values()),
        "gone": one.gone,
        "remarks": [(row, say((th, en))) for row, th, en in one.remarks],
    }


def _sheets(one: Imported, waiting: Waiting) -> Iterable[dict[str, Any]]:
    """Yield each sheet once: what several files call the same is counted together."""
    alike: dict[str, list[Understanding]] = defaultdict(list)
    for each in one.understandings:
        if not (isinstance(each.layout, NotUnderstood) and each.layout.empty):
            alike[each.sheet.title].append(each)
    places = sheets_of(one, waiting)
    for title, sheets in alike.items():
        kind = next((KINDS[each.kind] for each in sheets if each.kind), None)
        yield {
            "title": title,
            "kind": say((kind.th, kind.en)) if kind else "",
            "places": [(each.file, *places[each.file, title]) for each in sheets],
            "posted": one.posted[title],
            "already": one.already[title],
            "held": sum(held.sheet == title for held in one.held),
            "skipped": one.skipped[title] - one.already[title],
        }

"""The report on screen: each claim opens its evidence, each row of evidence its entry; and its files to take away."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kwan.ids import uuid7
from kwan.journal import queries as journal
from kwan.lessons import queries as lessons
from kwan.lessons.claims.judging import Judged
from kwan.lessons.report import build, evidence
from kwan.lessons.report.as_html import spans
from kwan.lessons.report.document import Prose, Register, Report, Section, Told
from kwan.lessons.report.leaf import Leaf, leaves
from kwan.lessons.report.shown import Key, key
from kwan.lessons.rules import LANGS, Lang
from kwan.pictures import Cell, Table
from kwan.thai import format_date
from kwan.web import policy
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_read_report
from kwan.web.views.visiting import page_of, visiting
from kwan.web.words.kinds import is_about_a_person

REPORTS_KEPT: Final = 32
ROWS_IN_A_DRAWER: Final = 12
ROWS_ON_A_PAGE: Final = 50
TYPES: Final = {
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def of_group(visit: Visit) -> Report:
    """Return the group's report: as the book stands now, and for readers from outside as it was released."""
    inside = policy.can_look_inside(visit)
    upto = visit.book.last_entry if inside else policy.released_upto(visit)
    return _group_report(visit.number, visit.book.hash, upto)


def of_project(visit: Visit, user: int) -> Report:
    """Return the project's report; a funder's is of the groups that released theirs."""
    groups = [(each.number, each.book.hash, each.book.last_entry) for each in policy.groups_of(visit, user)]
    if not policy.can_look_inside(visit):
        released = ((book, mark, lessons.released_upto(book)) for book, mark, _ in groups)
        groups = [(book, mark, upto) for book, mark, upto in released if upto is not None]
    return _project_report(visit.book.name, tuple(groups))


# The same books give the same report, so it is kept for a while under what the books are now. Even one that was
# released earlier: words that were erased since are gone from it too.


@lru_cache(maxsize=REPORTS_KEPT)
def _group_report(book: int, now: str, upto: int | None) -> Report:
    del now
    return build.for_group(book, upto)


@lru_cache(maxsize=REPORTS_KEPT)
def _project_report(name: str, groups: tuple[tuple[int, str, int], ...]) -> Report:
    return build.for_project(name, [(book, upto) for book, _, upto in groups])


def forget_reports() -> None:
    """Let every report go that is kept in memory: somebody asked to be forgotten."""
    _group_report.cache_clear()
    _project_report.cache_clear()


@visiting(check_can_read_report)
def report(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw a group's report."""
    return _drawn(request, visit, of_group(visit))


@visiting(check_can_read_report, kind="project")
def project_report(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw a project's report."""
    return _drawn(request, visit, of_project(visit, policy.user_of(request)))


@visiting(check_can_read_report)
def report_file(request: HttpRequest, visit: Visit, lang: str, form: str) -> HttpResponse:
    """Hand over a group's report as a file."""
    del request
    return _file(of_group(visit), visit, lang, form)


@visiting(check_can_read_report, kind="project")
def project_report_file(request: HttpRequest, visit: Visit, lang: str, form: str) -> HttpResponse:
    """Hand over a project's report as a file."""
    return _file(of_project(visit, policy.user_of(request)), visit, lang, form)


@visiting(check_can_read_report)
def behind(request: HttpRequest, visit: Visit, claim: str) -> HttpResponse:
    """Draw all the entries that one claim rests on, a page at a time."""
    drawer = Drawer(visit, lang_now())
    leaf = leaf_of(request, of_group(visit), claim)
    rows, pages = page_of(request, drawer.rows(leaf, most=0), ROWS_ON_A_PAGE)
    return render(request, "kwan/behind.html", {
        "tab": "report", "leaf": leaf, "said": spans(leaf.sentence), "table": drawer.table(rows), "pages": pages,
        "about": request.GET.get("about", ""),
    })  # fmt: skip


def leaf_of(request: HttpRequest, written: Report, claim: str) -> Leaf:
    """Return the claim that an address names (`about` tells the claims of a family apart). Raise Http404 if there is none."""
    wanted = (claim, request.GET.get("about", ""))
    found = next((each for each in written.claims if (each.id, each.claim.about) == wanted), None)
    if found is None:
        raise Http404
    return leaves(written, lang_now(), "screen")[key(found)]


def _file(written: Report, visit: Visit, lang: str, form: str) -> HttpResponse:
    """Return the report in this language and form. The makers of PDF and Word are loaded when asked for."""
    from kwan.lessons.report.formats import FORMATS  # noqa: PLC0415 - slow to load, seldom wanted

    if lang not in LANGS or form not in TYPES:
        raise Http404
    answer = HttpResponse(FORMATS[form](written, "en" if lang == "en" else "th"), content_type=TYPES[form])
    answer["Content-Disposition"] = f'attachment; filename="kwan-report-{visit.number}-{lang}.{form}"'
    if form == "html":
        # The file stands alone with its own style; opened from here it may run nothing and ask for nothing.
        answer["Content-Security-Policy"] = (
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
        )
    return answer


def _drawn(request: HttpRequest, visit: Visit, written: Report) -> HttpResponse:
    page = Page(written, Drawer(visit, lang_now()))
    return render(request, "kwan/report.html", {
        "tab": "report",
        "report": written,
        "title": page.name(written.title),
        "words": page.name(written.title).split(),
        "subtitle": spans(written.subtitle.sentence(page.lang)),
        "sections": [page.section(section) for section in written.sections],
        "contents": [(s.id, page.name(s.title)) for s in written.sections if s.level == 1],
        "files": list(_files(visit)),
        "is_project": visit.book.kind == "project",
        "may_release": policy.can_speak_for_the_group(visit) and visit.book.last_entry > 0,
        "released": policy.released_upto(visit) if visit.book.kind == "group" else None,
        "form_id": uuid7(),
    })  # fmt: skip


def _files(visit: Visit) -> Iterator[dict[str, str]]:
    name = "project-report-file" if visit.book.kind == "project" else "report-file"
    for form, word in (("pdf", "PDF"), ("docx", "Word"), ("html", "HTML"), ("json", "JSON")):
        for lang, other in (("th", "ไทย"), ("en", "English")):
            yield {
                "href": reverse(name, args=[visit.number, lang, form]),
                "name": f"{word} {other}",
                "form": form,
                "lang": lang,
            }


class Drawer:
    """The evidence of claims as this reader may open it."""

    def __init__(self, visit: Visit, lang: Lang) -> None:
        self.visit, self.lang = visit, lang
        self.inside = policy.can_look_inside(visit)

    def rows(self, leaf: Leaf, most: int = ROWS_IN_A_DRAWER) -> list[tuple[evidence.EvidenceRow, str]]:
        """Return the rows, latest `most` of them (0: all), each with the address of its entry or nothing."""
        found = evidence.rows(leaf.claim, self.lang, most=most or leaf.entries, upto=leaf.upto)
        open_ones = self._open(leaf.claim.book, [row.entry for row in found if row.entry is not None])
        return [
            (row, reverse("entry", args=[row.book, row.entry]) if row.entry in open_ones else "")
            for row in found
        ]

    def _open(self, book: int, numbers: list[int]) -> set[int]:
        """Return those of these entries that this reader may open."""
        if self.inside:
            return set(numbers)
        return {
            number for number, kind in journal.kinds_of(book, numbers).items() if not is_about_a_person(kind)
        }

    def table(self, rows: list[tuple[evidence.EvidenceRow, str]]) -> Table | None:
        """Return rows as a table, the entry's number last."""
        if not rows:
            return None
        th, en = ("วันที่", "เรื่อง", "จำนวน", "รายการ"), ("Date", "What", "How much", "Entry")
        headings = tuple(
            Cell(text, is_number=place > 1) for place, text in enumerate(en if self.lang == "en" else th)
        )
        return Table(headings, tuple(self._cells(row, href) for row, href in rows))

    def _cells(self, row: evidence.EvidenceRow, href: str) -> tuple[Cell, ...]:
        whole = "whole round" if self.lang == "en" else "ทั้งรอบ"
        number = f"{row.entry:,}" if row.entry else whole
        return (
            Cell(format_date(row.on, "en_short" if self.lang == "en" else "short")),  # as its sentences do
            Cell(row.what),
            Cell(row.amount_text, is_number=True),
            Cell(number, href, is_number=True),
        )


class Page:
    """The sections of a report as the template draws them. A claim is told in full once; then it is led to."""

    def __init__(self, written: Report, drawer: Drawer) -> None:
        self.drawer, self.lang = drawer, drawer.lang
        self.leaves = leaves(written, drawer.lang, "screen")
        self.in_full = {key(told.claim) for told in written.told() if told.how == "full"}
        self.told: set[Key] = set()

    def name(self, name: Any) -> str:
        """Return a name in the page's language."""
        return str(name.en if self.lang == "en" else name.th)

    def section(self, section: Section) -> dict[str, Any]:
        """Return a section: its title, its rank, its blocks."""
        blocks = [self.block(block) for block in section.blocks]
        return {"id": section.id, "title": self.name(section.title), "level": section.level, "blocks": blocks}

    def block(self, block: Prose | Told | Register) -> dict[str, Any]:
        """Return a paragraph, a claim (in full or short), or the register."""
        if isinstance(block, Prose):
            return {"prose": spans(block.sentence(self.lang))}
        if isinstance(block, Register):
            return {"register": [self.leaves[key(claim)] for claim in block.claims]}
        own = key(block.claim)
        if block.how == "full" and own not in self.told:
            self.told.add(own)
            return {"claim": self.full(self.leaves[own])}
        return {"short": self.short(self.leaves[own])}

    def short(self, leaf: Leaf) -> dict[str, Any]:
        """Return a claim's sentence, leading to where it is told in full."""
        place = leaf.anchor if key(leaf.claim) in self.in_full else f"register-{leaf.number}"
        return {
            "verdict": leaf.mark,
            "said": spans(leaf.sentence, f"#{place}"),
            "number": leaf.number,
            "place": place,
        }

    def full(self, leaf: Leaf) -> dict[str, Any]:
        """Return a claim with everything its drawer holds (see `parts/claim.html`)."""
        rows = self.drawer.rows(leaf)
        return {
            "id": leaf.anchor,
            "verdict": leaf.mark,
            "number": leaf.number,
            "said": spans(leaf.sentence, f"#{leaf.anchor}-behind"),
            "picture": leaf.picture,
            "lines": [{"label": row[0], "figure": " · ".join(row[1:])} for row in leaf.table],
            "entries": leaf.entries,
            "rows": self.drawer.table(rows),
            "more": self._more(leaf, len(rows)),
            "working": [(work.what, work.figure) for work in leaf.working],
            "why": leaf.why,
            "gaps": leaf.gaps,
            "reply": leaf.reply,
            "sealed": leaf.sealed,
            "answer": of_claim("reply", leaf.claim)
            if policy.can_speak_for_the_group(self.drawer.visit)
            else "",
        }

    def _more(self, leaf: Leaf, shown: int) -> str:
        """Return where the rest of the rows are, nothing if all are here."""
        if leaf.sealed or shown >= leaf.entries or self.drawer.visit.book.kind == "project":
            return ""
        return of_claim("behind", leaf.claim)


def of_claim(name: str, claim: Judged) -> str:
    """Return the address of a page about one claim."""
    address = reverse(name, args=[claim.book, claim.id])
    return f"{address}?{urlencode({'about': claim.claim.about})}" if claim.claim.about else address

"""What is about a member: all of it to be seen, taken along, agreed to or not, and erased."""

from dataclasses import replace
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kwan.ids import uuid7
from kwan.journal.commands import Envelope, record
from kwan.journal.queries import entry_of_command
from kwan.journal.rules import Command, Refusal
from kwan.people import queries as people
from kwan.people.commands import GiveConsent, WithdrawConsent
from kwan.people.queries import Member
from kwan.people.queries.consents import Consent, consents, not_asked
from kwan.people.rules.consents import TEXTS, newest
from kwan.web import policy
from kwan.web.forms.sent import WRITES, id_of
from kwan.web.language import lang_now
from kwan.web.own_data import wording
from kwan.web.own_data.erasing import Stakes, Wish, forgotten, stakes_of
from kwan.web.own_data.files import FORMS
from kwan.web.own_data.gathering import OwnData, gathered
from kwan.web.policy import (
    Visit,
    check_can_ask_for_consent,
    check_can_read_what_is_asked,
    check_can_see_data_of,
)
from kwan.web.views.books import anybody
from kwan.web.views.report import forget_reports
from kwan.web.views.visiting import visiting
from kwan.web.words.codes import account_name

LONGEST: Final = 80


def _person(visit: Visit, reference: str) -> Member:
    check_can_see_data_of(visit, reference)
    person = people.member(visit.number, reference)
    if person is None:
        raise Http404
    return person


def _data(visit: Visit, reference: str) -> OwnData:
    _person(visit, reference)
    own = gathered(visit.book, reference, is_whole=policy.is_own(visit, reference))
    if own is None:
        raise Http404
    return own


@visiting(anybody)
def own_data(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Draw everything that is about one member."""
    own, lang = _data(visit, member), lang_now()
    return render(request, "kwan/own_data.html", {
        "tab": "more",
        "own": own,
        "member": own.member,
        "facts": list(wording.facts(own, lang)),
        "balances": [{"label": account_name(code, lang), "figure": sum_} for code, sum_ in own.balances.items()],
        "consents": [_told(one, lang) for one in own.consents],
        "own_entries": [_line(one, wording.moved(one, lang) or wording.amount(one, lang), lang) for one in reversed(own.own)],
        "sealed": [row for one in own.entries for row in wording.sealed(one, lang)],
        "elsewhere": [_line(one, wording.where(one, lang), lang) for one in reversed(own.elsewhere)],
        "doors": [row for table in wording.tables(replace(own, entries=()), lang)[-1:] for row in table.rows],
        "forms": ("pdf", "xlsx", "json"),
        "is_mine": policy.is_own(visit, member),
    })  # fmt: skip


def _line(one: Any, about: str, lang: str) -> dict[str, Any]:
    return {
        "entry": one.entry.number,
        "on": one.entry.on,
        "title": wording.title(one, lang),
        "about": about,
        "kind": one.entry.kind,
    }


@visiting(anybody)
def own_data_file(request: HttpRequest, visit: Visit, member: str, lang: str, form: str) -> HttpResponse:
    """Hand everything that is about one member over as a file."""
    del request
    own = _data(visit, member)
    if form not in FORMS or lang not in ("th", "en"):
        raise Http404
    make, kind = FORMS[form]
    name = f"kwan-{visit.number}-my-data-{lang}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(make(own, lang), content_type=kind, headers=headers)


# -- consent ------------------------------------------------------------------------------------------


@visiting(anybody, methods=WRITES)
def consent(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Draw what a member is asked, and what they said; write what they say now. No and yes cost the same one tap."""
    person = _person(visit, member)
    said = ""
    if request.method == "POST":
        try:
            record(visit.number, _envelope(request, _said_now(request, visit, member)))
        except Refusal as refusal:
            said = refusal.en if lang_now() == "en" else refusal.th
        else:
            done = {"give": ("จดแล้วว่ายินยอม", "It is written that you agree")}
            no = ("จดแล้วว่าไม่ยินยอม", "It is written that you do not agree")
            messages.success(request, done.get(request.POST.get("act", ""), no)[lang_now() == "en"])
            return redirect("consents", visit.number, member)
    lang = lang_now()
    return render(request, "kwan/consents.html", {
        "tab": "more",
        "member": person,
        "asked": [_asked(one, lang) for one in consents(visit.number, member)],
        "is_mine": policy.is_own(visit, member),
        "said": said,
        "purpose": request.POST.get("purpose", ""),
        "witness": request.POST.get("witness", "")[:LONGEST],
    }, status=422 if said else 200)  # fmt: skip


def _said_now(request: HttpRequest, visit: Visit, member: str) -> Command:
    """Return the command that a form of the page stands for. Raise Refusal for a form that is none of ours."""
    typed = request.POST
    purpose, today = typed.get("purpose", "")[:20], timezone.localdate()
    way = "phone" if policy.is_own(visit, member) else "paper"
    if typed.get("act") != "give":
        return WithdrawConsent(on=today, member=member, purpose=purpose, way=way)
    version = typed.get("version", "")
    return GiveConsent(
        on=today, member=member, purpose=purpose, version=int(version) if version in ("1", "2", "3") else 0,
        lang=typed.get("lang", "")[:2], text=typed.get("text", "")[:64], way=way,
        witness=typed.get("witness", "").strip()[:LONGEST] or None,
    )  # fmt: skip


def _asked(one: Consent, lang: str) -> dict[str, Any]:
    version = newest(one.purpose)
    words = TEXTS[one.purpose, version]
    earlier = sorted({said.version for said in one.history if said.version and said.version != version})
    return {
        **_told(one, lang), "version": version, "words": words.said(lang), "mark": words.mark(lang),
        "form_id": uuid7(), "no_form_id": uuid7(), "earlier": earlier,
    }  # fmt: skip


def _told(one: Consent, lang: str) -> dict[str, Any]:
    english = lang == "en"
    return {
        "purpose": one.purpose, "name": wording.PURPOSES[one.purpose][english], "state": one.state,
        "state_words": wording.STATES[one.state][english], "last": one.last,
        "is_current": one.state == "given" and one.last is not None and one.last.version == newest(one.purpose),
    }  # fmt: skip


@visiting(check_can_ask_for_consent)
def to_ask(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw whom of today's members nobody asked yet; never who said no."""
    left = not_asked(visit.number)
    english = lang_now() == "en"
    rows = [
        (person, [wording.PURPOSES[purpose][english] for purpose in left[person.reference]])
        for person in people.members(visit.number)
        if person.left is None and person.name and person.reference in left
    ]
    return render(request, "kwan/consents_to_ask.html", {"tab": "more", "rows": rows})


@visiting(check_can_read_what_is_asked)
def consent_words(request: HttpRequest, visit: Visit, purpose: str, version: int) -> HttpResponse:
    """Draw one version of the words for a purpose, in both languages, with the marks they are known by."""
    del visit
    words = TEXTS.get((purpose, version))
    if words is None:
        raise Http404
    lang = lang_now()
    return render(request, "kwan/consent_words.html", {
        "tab": "more",
        "name": wording.PURPOSES[purpose][lang == "en"],
        "version": version,
        "texts": [(each, words.said(each), words.mark(each)) for each in ("th", "en")],
    })  # fmt: skip


# -- erasing ------------------------------------------------------------------------------------------


@visiting(anybody, methods=WRITES)
def erase(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Say what an erasure takes and what it leaves; do it once the member's number is typed."""
    person = _person(visit, member)
    stakes = stakes_of(visit.number, person)
    wrong = ""
    if request.method == "POST":
        form = str(id_of(request.POST))
        if entry_of_command(visit.number, form) is not None:
            return _after(request, visit, member)
        wrong = _erased(request, visit, stakes, member, form)
        if not wrong:
            return _after(request, visit, member)
    lang = lang_now()
    return render(request, "kwan/erase.html", {
        "tab": "more",
        "member": person,
        "stakes": stakes,
        "balances": [{"label": account_name(code, lang), "figure": sum_} for code, sum_ in stakes.balances.items() if sum_],
        "form_id": uuid7(),
        "typed": request.POST.get("reference", "")[:LONGEST],
        "ticked": request.POST.getlist("words"),
        "wrong": wrong,
        "is_mine": policy.is_own(visit, member),
    }, status=422 if wrong else 200)  # fmt: skip


def _erased(request: HttpRequest, visit: Visit, stakes: Stakes, member: str, form: str) -> str:
    """Erase; return what is wrong with the form, nothing if it is done."""
    english = lang_now() == "en"
    if request.POST.get("reference", "").strip() != member:
        wrong = f"พิมพ์ {member} ให้ตรง จึงจะลบ", f"Type {member} exactly, then it is erased."
        return wrong[english]
    wish = Wish(
        member, form, request.user.get_username(), timezone.localdate(), timezone.now(),
        frozenset(request.POST.getlist("words")),
    )  # fmt: skip
    try:
        forgotten(visit.number, stakes, wish)
        forget_reports()
    except Refusal as refusal:
        return refusal.en if english else refusal.th
    return ""


def _after(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    done = (
        "ลบข้อมูลส่วนตัวแล้ว ยอดเงินในสมุดยังอยู่ครบ",
        "Personal data is erased. The sums of the book stand as they were.",
    )
    messages.success(request, done[lang_now() == "en"])
    own = policy.is_own(visit, member)
    return redirect(reverse("sign-in") if own else reverse("own-data", args=[visit.number, member]))


def _envelope(request: HttpRequest, command: Command) -> Envelope:
    return Envelope(command, str(id_of(request.POST)), request.user.get_username(), timezone.now())

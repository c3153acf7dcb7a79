"""The book itself: its entries in order, and each entry on a screen of its own."""

from datetime import datetime
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kwan.fund.queries import PASSBOOK
from kwan.journal import queries as journal
from kwan.journal.leafing import neighbours
from kwan.journal.queries import EntryView
from kwan.journal.rules import OWN_PAPER
from kwan.people import queries as people
from kwan.web import policy
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_look_inside
from kwan.web.views.books import anybody
from kwan.web.views.visiting import before, visiting
from kwan.web.words.codes import account_name
from kwan.web.words.entries import told
from kwan.web.words.kinds import is_of_a_loan, is_sealed

ENTRIES_ON_A_PAGE = 30


@visiting(check_can_look_inside)
def entries(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw a page of the book, newest entry first. What members wrote in their own books opens for nobody but them."""
    found = journal.entries(visit.number, before(request), ENTRIES_ON_A_PAGE + 1)
    page = found[:ENTRIES_ON_A_PAGE]
    older = page[-1].number if len(found) > ENTRIES_ON_A_PAGE else None
    return render(request, "kwan/entries.html", {
        "tab": "more",
        "stretches": _stretches(visit, page),
        "older": older,
    })  # fmt: skip


def _stretches(visit: Visit, page: list[EntryView]) -> list[tuple[bool, list[EntryView]]]:
    """Return a page as stretches: whether they may be opened, and the entries.

    What members wrote in their own books lies together, so that a list tells neither who, nor which day.
    """
    return [(may, list(them)) for may, them in groupby(page, lambda each: policy.can_open_entry(visit, each))]


@visiting(anybody)
def entry(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw one entry: what, when, what it moved, what it corrects. Of a sealed one, that it exists."""
    found = journal.entry(visit.number, number)
    policy.check_can_open_entry(visit, found)
    inside = policy.can_look_inside(visit)
    near = inside or policy.is_own_entry(visit, found)
    context: dict[str, Any] = {
        "tab": "more",
        "entry": found,
        "recorded_on": recorded_on(found),
        "is_sealed": is_sealed(found.kind) or not policy.can_read_entry(visit, found),
        "is_of_a_loan": is_of_a_loan(found.kind),
        "around": neighbours(visit.number, number, OWN_PAPER) if inside else (None, None),
    }
    if not context["is_sealed"]:
        context |= {
            "facts": told(found, lang_now(), with_people=near, with_loans=_sees_loans(visit, found)),
            "words": _words(visit, found) if near else "",
        }
        context |= {"transfers": _transfers(visit, found) if near else []}
        context |= {"names": _names(visit) if inside else {}}
    return render(request, "kwan/entry.html", context)


def _sees_loans(visit: Visit, entry: EntryView) -> bool:
    """May the visitor read in another kind of entry that it repaid somebody's loan?"""
    return policy.can_see_arrears(visit) or policy.is_own_entry(visit, entry)


def recorded_on(entry: EntryView) -> datetime:
    """Return the moment an entry was written, on the group's own clock."""
    return timezone.localtime(datetime.fromisoformat(entry.recorded_at))


def _names(visit: Visit) -> dict[str, str]:
    return {member.reference: member.name or "" for member in people.members(visit.number)}


def _words(visit: Visit, entry: EntryView) -> str:
    """Return what was written beside an entry in somebody's own words; it is sealed, and shown inside the group only."""
    field = {
        "lessons.note_pinned": "text",
        "lessons.replied": "text",
        "fund.received": "item",
        "fund.spent": "item",
    }
    name = field.get(entry.kind, "note" if entry.kind in ("fund.deposit", "fund.withdrawal") else "")
    return journal.names_in_seals(visit.number, name).get(entry.number, "") if name else ""


def _transfers(visit: Visit, entry: EntryView) -> list[dict[str, Any]]:
    lang = lang_now()
    return [
        {"source": _account(source, lang), "target": _account(target, lang), "quantity": quantity}
        for source, target, quantity, _ in journal.transfers_of(visit.number, entry.number)
    ]


def _account(code: str, lang: str) -> dict[str, str]:
    member = code.removeprefix(PASSBOOK) if code.startswith(PASSBOOK) else ""
    return {
        "name": account_name(code, lang),
        "member": member,
        "purse": code.removeprefix("purse:") if code.startswith("purse:") else "",
    }

"""What stands around every page: whose book, how far it is written, the tabs, the language, who is here."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from kwan.journal import queries as journal
from kwan.web import policy
from kwan.web.language import lang_now
from kwan.web.policy import Visit
from kwan.web.practice import is_practising
from kwan.web.words.kinds import is_in_own_book


def surroundings(request: HttpRequest) -> dict[str, Any]:
    """Return what the frame of a page reads (see `base.html`)."""
    around: dict[str, Any] = {"lang": lang_now(), "home": reverse("home"), "practice": is_practising(request)}
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        around |= {"person": user.get_full_name() or user.get_username(), "person_href": reverse("me")}
    visit = policy.visit_of(request)
    return around | _around_book(visit) if visit else around


def _around_book(visit: Visit) -> dict[str, Any]:
    inside = policy.can_look_inside(visit)
    around: dict[str, Any] = {"visit": visit, "group_name": visit.book.name, "may_look_inside": inside}
    if visit.book.kind == "project":
        return around
    if inside or policy.can_see_own_page(visit):
        here = _last_entry(visit) if inside else ""
        around["head"] = {"hash": visit.book.hash, "number": visit.book.last_entry, "href": here}
    if inside:
        around["nav"] = nav(visit)
    return around


def _last_entry(visit: Visit) -> str:
    """Return the address of the book's last entry; none where it is a page of somebody's own household book."""
    last = visit.book.last_entry
    kind = journal.kinds_of(visit.number, [last]).get(last)
    return reverse("entry", args=[visit.number, last]) if kind and not is_in_own_book(kind) else ""


def nav(visit: Visit) -> dict[str, str]:
    """Return the parts of a group's book and their addresses."""
    names = {
        "today": "group",
        "savings": "savings",
        "making": "batches",
        "orders": "orders",
        "report": "report",
        "more": "more",
    }
    return {tab: reverse(name, args=[visit.number]) for tab, name in names.items()}

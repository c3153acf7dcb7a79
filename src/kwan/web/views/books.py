"""The first page: the books that are mine; a project with its groups."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from kwan.web import policy
from kwan.web.policy import Visit
from kwan.web.views.visiting import visiting


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Draw the books that are mine. Who has one alone is taken to it."""
    visits = policy.visits(policy.user_of(request))
    if len(visits) == 1 and visits[0].book.kind == "group":
        if policy.can_look_inside(visits[0]):
            return redirect("group", visits[0].number)
        if policy.can_see_own_page(visits[0]):
            return redirect("mine", visits[0].number)
    return render(request, "kwan/books.html", {
        "projects": [visit for visit in visits if visit.book.kind == "project"],
        "groups": [visit for visit in visits if visit.book.kind == "group" and policy.has_a_page(visit)],
    })  # fmt: skip


def anybody(visit: Visit) -> None:
    """Let in whoever the book is open to."""
    del visit


@visiting(anybody, kind="project")
def project(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw a project: its groups side by side by name, its report, and the way in for old books."""
    groups = [
        each for each in policy.groups_of(visit, policy.user_of(request)) if policy.can_read_report(each)
    ]
    return render(request, "kwan/project.html", {"groups": groups, "may_import": policy.can_import(visit)})

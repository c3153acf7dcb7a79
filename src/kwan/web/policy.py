"""Who may see what.

A seat is a book and a role. The treasurer of a group sees all that a group member may see of it; the
facilitator of a project the same for each group of the project; its funder the reports that the groups
released, and nothing of a single person.

Each rule comes twice: `can_…` answers, for a link that is drawn or left out; `check_can_…` refuses with
404, so that nobody learns what exists from being turned away.
"""

from dataclasses import dataclass
from typing import Literal, cast

from django.http import Http404, HttpRequest

from kwan.journal import queries as journal
from kwan.journal.queries import BookHead
from kwan.lessons import queries as lessons
from kwan.people import queries as people
from kwan.web.words import is_about_a_person

Role = Literal["treasurer", "facilitator", "funder"]
INSIDE: tuple[Role, ...] = ("treasurer", "facilitator")


@dataclass(frozen=True)
class Visit:
    """Somebody before one book, in one role."""

    role: Role
    book: BookHead

    @property
    def number(self) -> int:
        """The book's number, as addresses have it."""
        return self.book.book


class VisitedRequest(HttpRequest):
    """A request that has come to a book."""

    visit: Visit


def visit_of(request: HttpRequest) -> Visit | None:
    """Return the visit of a request that has come to a book, else None."""
    return cast("Visit | None", getattr(request, "visit", None))


def user_of(request: HttpRequest) -> int:
    """Return who is signed in. Every page but the way in has somebody."""
    return cast("int", request.user.pk)


# -- which books ------------------------------------------------------------------------------------


def visits(user: int) -> list[Visit]:
    """Return every book that this person may stand before: their seats', and the groups of their projects."""
    roles: dict[int, Role] = {}
    for seat in people.seats(user):
        _take(roles, seat.book, cast("Role", seat.role))
    for head in journal.heads_of(roles):
        if head.kind == "project":
            for group in people.groups_of_project(head.name):
                _take(roles, group, roles[head.book])
    return [Visit(roles[head.book], head) for head in journal.heads_of(roles)]


def _take(roles: dict[int, Role], book: int, role: Role) -> None:
    """Note a role; of two in one book the first of treasurer, facilitator, funder stands."""
    order = ("treasurer", "facilitator", "funder")
    roles[book] = min(role, roles.get(book, role), key=order.index)


def groups_of(visit: Visit, user: int) -> list[Visit]:
    """Return the visits to the groups of a project, by name."""
    members = set(people.groups_of_project(visit.book.name))
    return [each for each in visits(user) if each.number in members]


def can_visit(user: int, book: int, kind: str) -> Visit | None:
    """Return this person's visit to a book of this kind ("group" or "project"), None if it is not theirs."""
    found = (visit for visit in visits(user) if visit.number == book and visit.book.kind == kind)
    return next(found, None)


def check_can_visit(user: int, book: int, kind: str) -> Visit:
    """Return the visit, or refuse."""
    visit = can_visit(user, book, kind)
    if visit is None:
        raise Http404
    return visit


# -- what in them -----------------------------------------------------------------------------------


def _or_not_found(allowed: bool) -> None:  # noqa: FBT001 - an answer, not an option
    if not allowed:
        raise Http404


def can_look_inside(visit: Visit) -> bool:
    """Members, passbooks, orders, batches: the group's own screens."""
    return visit.role in INSIDE


def check_can_look_inside(visit: Visit) -> None:
    """Refuse who only reads reports."""
    _or_not_found(can_look_inside(visit))


def can_read_report(visit: Visit) -> bool:
    """The group sees its report first; a funder once the group released it. A project's is a roll-up of those."""
    return can_look_inside(visit) or visit.book.kind == "project" or released_upto(visit) is not None


def check_can_read_report(visit: Visit) -> None:
    """Refuse a report that is not released to this reader."""
    _or_not_found(can_read_report(visit))


def released_upto(visit: Visit) -> int | None:
    """Return the entry up to which a reader from outside may read, None if nothing was released."""
    return lessons.released_upto(visit.number)


def can_open_entry(visit: Visit, number: int, kind: str) -> bool:
    """An entry behind a released claim may be opened by a funder when it is about no single person."""
    if can_look_inside(visit):
        return True
    return not is_about_a_person(kind) and number <= (released_upto(visit) or 0)


def check_can_open_entry(visit: Visit, number: int, kind: str) -> None:
    """Refuse a single person's entry, and what was not released, to who only reads reports."""
    _or_not_found(can_open_entry(visit, number, kind))


def can_speak_for_the_group(visit: Visit) -> bool:
    """The treasurer writes the group's replies and opens its report to others."""
    return visit.role == "treasurer" and visit.book.kind == "group"


def check_can_speak_for_the_group(visit: Visit) -> None:
    """Refuse everybody else."""
    _or_not_found(can_speak_for_the_group(visit))


def can_import(visit: Visit) -> bool:
    """Old books are brought in by the facilitator."""
    return visit.role == "facilitator"


def check_can_import(visit: Visit) -> None:
    """Refuse everybody else."""
    _or_not_found(can_import(visit))


def can_write_the_book(visit: Visit) -> bool:
    """Savings days and their corrections are written by the group's treasurer."""
    return visit.role == "treasurer" and visit.book.kind == "group"


def check_can_write_the_book(visit: Visit) -> None:
    """Refuse everybody else."""
    _or_not_found(can_write_the_book(visit))


def can_see_arrears(visit: Visit) -> bool:
    """Who is behind with a loan is between the treasurer and the borrower."""
    return visit.role == "treasurer" and visit.book.kind == "group"


def check_can_see_arrears(visit: Visit) -> None:
    """Refuse everybody else."""
    _or_not_found(can_see_arrears(visit))

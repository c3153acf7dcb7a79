"""Who may see what.

A seat is a book and a role. The officers of a group (treasurer, chair, secretary) and the facilitator of its
project look inside; of them the treasurer alone writes money. A member sees what is their own, and what the
group shows to all; a funder the reports that the groups released, and nothing of a single person.

Each rule comes twice: `can_…` answers, for a link that is drawn or left out; `check_can_…` refuses with
404, so that nobody learns what exists from being turned away.
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import Literal, cast

from django.http import Http404, HttpRequest

from kwan.fund.queries.household import Opening, household_opening
from kwan.fund.rules.household import READERS
from kwan.journal import queries as journal
from kwan.journal.queries import BookHead, EntryView
from kwan.lessons import queries as lessons
from kwan.people import queries as people
from kwan.web.words.kinds import is_about_a_person, is_in_own_book, is_of_a_loan

Role = Literal["treasurer", "chair", "secretary", "facilitator", "member", "funder"]
NEAREST: tuple[Role, ...] = ("treasurer", "chair", "secretary", "facilitator", "member", "funder")
OFFICERS: tuple[Role, ...] = ("treasurer", "chair", "secretary")
OF_A_PROJECT: tuple[Role, ...] = ("facilitator", "funder")
INSIDE: tuple[Role, ...] = (*OFFICERS, "facilitator")


@dataclass(frozen=True)
class Visit:
    """Somebody before one book, in one role. `member` is who of its register that is, None for somebody from outside."""

    role: Role
    book: BookHead
    member: str | None = None

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
    """Return every book that this person may stand before: their seats', and the groups of their projects.

    Of two roles in one book the nearer stands; who they are in its register comes from any of their seats there.
    """
    roles: dict[int, Role] = {}
    members: dict[int, str] = {}
    for seat in people.seats(user):
        _take(roles, seat.book, cast("Role", seat.role))
        if seat.member:
            members[seat.book] = seat.member
    for head in journal.heads_of(roles):
        if head.kind == "project" and roles[head.book] in OF_A_PROJECT:
            for group in people.groups_of_project(head.name):
                _take(roles, group, roles[head.book])
    return [Visit(roles[head.book], head, members.get(head.book)) for head in journal.heads_of(roles)]


def _take(roles: dict[int, Role], book: int, role: Role) -> None:
    """Note a role; of two in one book the nearer stands."""
    roles[book] = min(role, roles.get(book, role), key=NEAREST.index)


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
    """Members, passbooks, orders, batches: the screens of its officers and of its facilitator."""
    return visit.role in INSIDE


def check_can_look_inside(visit: Visit) -> None:
    """Refuse members, and who only reads reports."""
    _or_not_found(can_look_inside(visit))


def is_officer(visit: Visit) -> bool:
    """Treasurer, chair or secretary of this group."""
    return visit.role in OFFICERS and visit.book.kind == "group"


def check_is_officer(visit: Visit) -> None:
    """Refuse everybody else."""
    _or_not_found(is_officer(visit))


def can_see_member(visit: Visit, member: str) -> bool:
    """A member's own matters: passbook, receipts. Theirs, and the officers' and the facilitator's."""
    return can_look_inside(visit) or is_own(visit, member)


def check_can_see_member(visit: Visit, member: str) -> None:
    """Refuse everybody else: another member too."""
    _or_not_found(can_see_member(visit, member))


def is_own(visit: Visit, member: str) -> bool:
    """Whether this is the visitor's own matter."""
    return visit.member is not None and visit.member == member


def can_see_own_page(visit: Visit) -> bool:
    """Who is in the group's register has a page of their own."""
    return visit.member is not None and visit.book.kind == "group"


def check_can_see_own_page(visit: Visit) -> None:
    """Refuse who is no member of the group."""
    _or_not_found(can_see_own_page(visit))


def has_a_page(visit: Visit) -> bool:
    """Whether there is anything in this book for the visitor to open today."""
    return can_read_report(visit) or can_see_own_page(visit)


def can_see_loan_of(visit: Visit, member: str) -> bool:
    """One loan whole is between the treasurer and the borrower."""
    return can_see_arrears(visit) or is_own(visit, member)


def check_can_see_loan_of(visit: Visit, member: str) -> None:
    """Refuse everybody else."""
    _or_not_found(can_see_loan_of(visit, member))


def can_read_report(visit: Visit) -> bool:
    """Officers see the report first; members and funders once it is released. A project's is a roll-up of those."""
    return can_look_inside(visit) or visit.book.kind == "project" or released_upto(visit) is not None


def check_can_read_report(visit: Visit) -> None:
    """Refuse a report that is not released to this reader."""
    _or_not_found(can_read_report(visit))


def released_upto(visit: Visit) -> int | None:
    """Return the entry up to which a reader from outside may read, None if nothing was released."""
    return lessons.released_upto(visit.number)


def can_open_entry(visit: Visit, entry: EntryView) -> bool:
    """An entry about no single person may be opened once it is released; a member's own, by that member.

    A page of a member's own household book is opened by nobody else, whatever their office.
    """
    if is_in_own_book(entry.kind):
        return is_own_entry(visit, entry)
    if can_look_inside(visit) or is_own_entry(visit, entry):
        return True
    return not is_about_a_person(entry.kind) and entry.number <= (released_upto(visit) or 0)


def check_can_open_entry(visit: Visit, entry: EntryView) -> None:
    """Refuse another person's entry, and what was not released, to who does not look inside."""
    _or_not_found(can_open_entry(visit, entry))


def is_own_entry(visit: Visit, entry: EntryView) -> bool:
    """Whether the visitor is the one member whom an entry is about."""
    return visit.member is not None and json.loads(entry.body).get("member") == visit.member


def can_speak_for_the_group(visit: Visit) -> bool:
    """The officers write the group's replies and open its report to others."""
    return is_officer(visit)


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


def can_read_household_of(visit: Visit, member: str, today: date) -> bool:
    """A household book is its member's own; another reads along only by their leave, in the role they named, while it lasts."""
    return is_own(visit, member) or household_leave(visit, member, today) is not None


def check_can_read_household_of(visit: Visit, member: str, today: date) -> None:
    """Refuse everybody else, whatever their office."""
    _or_not_found(can_read_household_of(visit, member, today))


def household_leave(visit: Visit, member: str, today: date) -> Opening | None:
    """Return by which leave this visitor may read another member's household book today, None without one."""
    if visit.role not in READERS or visit.book.kind != "group":
        return None
    return household_opening(visit.number, member, visit.role, today)


def can_practise(user: int) -> bool:
    """Officers may practise on a book that is thrown away."""
    return any(visit.role in OFFICERS for visit in visits(user))


def check_can_practise(user: int) -> None:
    """Refuse everybody else."""
    _or_not_found(can_practise(user))


def can_keep_the_register(visit: Visit) -> bool:
    """Who belongs, who holds which office, what the group is: its officers write it down, and its facilitator may help."""
    return can_look_inside(visit) and visit.book.kind == "group"


def check_can_keep_the_register(visit: Visit) -> None:
    """Refuse everybody else."""
    _or_not_found(can_keep_the_register(visit))


# -- the way in ---------------------------------------------------------------------------------------


def can_keep_phones(visit: Visit) -> bool:
    """Which phones open the book is the officers' and the facilitator's matter."""
    return can_look_inside(visit) and visit.book.kind == "group"


def check_can_keep_phones(visit: Visit) -> None:
    """Refuse everybody else."""
    _or_not_found(can_keep_phones(visit))


def can_pair_for(visit: Visit, me: int, officer: int) -> bool:
    """A phone is paired, and opened again, by the facilitator or by another officer; nobody does it alone."""
    return can_keep_phones(visit) and (visit.role == "facilitator" or me != officer)


def can_strike_alone(visit: Visit) -> bool:
    """The facilitator strikes a phone off; of officers it takes two."""
    return can_keep_phones(visit) and visit.role == "facilitator"


def can_seat_officers(visit: Visit) -> bool:
    """The facilitator says who sits as an officer."""
    return visit.role == "facilitator" and visit.book.kind == "group"


def check_can_seat_officers(visit: Visit) -> None:
    """Refuse everybody else."""
    _or_not_found(can_seat_officers(visit))


def can_make_cards(visit: Visit) -> bool:
    """Officers make the members' cards: they know each face."""
    return is_officer(visit)


def check_can_make_cards(visit: Visit) -> None:
    """Refuse everybody else."""
    _or_not_found(can_make_cards(visit))


def can_see_welfare(visit: Visit) -> bool:
    """What welfare holds, gives in all and by which rules is every member's to see."""
    return can_look_inside(visit) or can_see_own_page(visit)


def check_can_see_welfare(visit: Visit) -> None:
    """Refuse who is outside the group."""
    _or_not_found(can_see_welfare(visit))


def can_see_welfare_of(visit: Visit, member: str) -> bool:
    """What befell a member is between the treasurer, who pays, and that member."""
    return can_write_the_book(visit) or is_own(visit, member)


def check_can_see_welfare_of(visit: Visit, member: str) -> None:
    """Refuse everybody else, other officers too."""
    _or_not_found(can_see_welfare_of(visit, member))


def can_ask_for_welfare(visit: Visit) -> bool:
    """Members ask for themselves; the treasurer writes down what a member without a phone asks for."""
    return can_write_the_book(visit) or can_see_own_page(visit)


def check_can_ask_for_welfare(visit: Visit) -> None:
    """Refuse everybody else."""
    _or_not_found(can_ask_for_welfare(visit))


# -- what is about a person -----------------------------------------------------------------------------


def can_see_data_of(visit: Visit, member: str) -> bool:
    """All that is about a member belongs to them; the treasurer opens it for one who asks at the desk."""
    return visit.book.kind == "group" and (visit.role == "treasurer" or is_own(visit, member))


def check_can_see_data_of(visit: Visit, member: str) -> None:
    """Refuse everybody else."""
    _or_not_found(can_see_data_of(visit, member))


def can_read_what_is_asked(visit: Visit) -> bool:
    """The words to which members agree are read by the group and its facilitator."""
    return visit.book.kind == "group" and (can_look_inside(visit) or can_see_own_page(visit))


def check_can_read_what_is_asked(visit: Visit) -> None:
    """Refuse everybody else."""
    _or_not_found(can_read_what_is_asked(visit))


def can_ask_for_consent(visit: Visit) -> bool:
    """Who is still to be asked is looked up by the treasurer, who writes the papers down."""
    return visit.book.kind == "group" and visit.role == "treasurer"


def check_can_ask_for_consent(visit: Visit) -> None:
    """Refuse everybody else."""
    _or_not_found(can_ask_for_consent(visit))


# -- loans ----------------------------------------------------------------------------------------------


def can_read_entry(visit: Visit, entry: EntryView) -> bool:
    """What an entry of a loan or a fine says is between the treasurer and that member; others learn that it exists."""
    return not is_of_a_loan(entry.kind) or can_see_arrears(visit) or is_own_entry(visit, entry)


def can_see_rules_of_lending(visit: Visit) -> bool:
    """By which rules the group lends is every member's to see."""
    return visit.book.kind == "group" and (can_look_inside(visit) or can_see_own_page(visit))


def check_can_see_rules_of_lending(visit: Visit) -> None:
    """Refuse who is outside the group."""
    _or_not_found(can_see_rules_of_lending(visit))

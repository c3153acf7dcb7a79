"""Questions about a group and its people."""

from kwan.people.queries.group import (
    Account,
    Group,
    Standing,
    bank_account,
    group,
    groups_of_project,
    standing,
    words_on_paper,
)
from kwan.people.queries.growth import District, Growth, growth
from kwan.people.queries.likeness import Pair, likely_pairs, likely_the_same
from kwan.people.queries.members import (
    Member,
    Term,
    has_left,
    history,
    is_member,
    member,
    member_references,
    members,
    memberships,
    next_reference,
)
from kwan.people.queries.offices import Generation, generations, holders
from kwan.people.queries.seats import SeatView, member_of_login, seats

__all__ = [
    "Account",
    "District",
    "Generation",
    "Group",
    "Growth",
    "Member",
    "Pair",
    "SeatView",
    "Standing",
    "Term",
    "bank_account",
    "generations",
    "group",
    "groups_of_project",
    "growth",
    "has_left",
    "history",
    "holders",
    "is_member",
    "likely_pairs",
    "likely_the_same",
    "member",
    "member_of_login",
    "member_references",
    "members",
    "memberships",
    "next_reference",
    "seats",
    "standing",
    "words_on_paper",
]

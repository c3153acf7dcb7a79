"""One group with welfare, gifts and equipment, and everybody who looks at it: less than a village, for tests that write."""

from uuid import uuid4

from kwan.journal.commands import open_book
from tests.web.borrowing import drawn
from tests.web.village import a_group, a_project, browser, care, member, release, seat

OFFICES = (("treasurer", 1), ("chair", 3), ("secretary", 4), ("member", 2))


def a_caring_group():
    """Write the group's book, give everybody their seat, and return the book."""
    project = a_project()
    group = a_group("กลุ่มปลาส้ม", 5)
    care(group)
    release(group)
    for role, who in OFFICES:
        seat(role, group, role, member(who))
    seat("other-member", group, "member", member(5))
    for role in ("facilitator", "funder"):
        seat(role, project, role)
    return group


def an_empty_group():
    """Open a book in which nothing stands yet, with its treasurer, the beginner."""
    group = open_book(str(uuid4()), "group", "กลุ่มใหม่")
    seat("beginner", group, "treasurer")
    return group


def sent(address, said, who="treasurer"):
    """Open a form, change some of it, and send it."""
    client = browser(who)
    return client.post(address, drawn(client.get(address)) | said)

"""Every address, every role: the table says what each gets, and a new address without a row fails.

Roles: nobody (signed out), treasurer of the group, facilitator and funder of its project, and a neighbour,
treasurer of another group. 404 and not 403: nobody learns what exists from being turned away.
"""

import pytest
from django.urls import reverse

from kwan.web.urls import urlpatterns
from tests.web.village import browser, first, member

ROLES = ("nobody", "treasurer", "facilitator", "funder", "neighbour")
EVERYBODY = dict.fromkeys(ROLES, 200)
SIGNED_IN = {**EVERYBODY, "nobody": 302}
INSIDE = {"nobody": 302, "treasurer": 200, "facilitator": 200, "funder": 404, "neighbour": 404}
READERS = {**INSIDE, "funder": 200}
THE_GROUP_ALONE = {**INSIDE, "facilitator": 404}
OF_THE_PROJECT = {"nobody": 302, "treasurer": 404, "facilitator": 200, "funder": 200, "neighbour": 404}
FACILITATOR_ALONE = {**OF_THE_PROJECT, "funder": 404}
SIGNED_IN_WITH_A_SLIP = {
    **dict.fromkeys(ROLES, 404),
    "nobody": 302,
}  # without one there is nothing to compare
NOT_BY_LINK = dict.fromkeys(ROLES, 405)

# name → (what each role gets by GET, the rest of the address)
TABLE = {
    "home": ({"nobody": 302, "treasurer": 302, "facilitator": 200, "funder": 200, "neighbour": 302}, {}),
    "sign-in": ({**dict.fromkeys(ROLES, 302), "nobody": 200}, {}),
    "sign-out": ({**NOT_BY_LINK, "nobody": 302}, {}),
    "language": (NOT_BY_LINK, {}),
    "me": (SIGNED_IN, {}),
    "font": (EVERYBODY, {"name": "sarabun-regular"}),
    "group": (INSIDE, {}),
    "more": (INSIDE, {}),
    "about": (INSIDE, {}),
    "members": (INSIDE, {}),
    "passbook": (INSIDE, {"member": member(1)}),
    "savings": (INSIDE, {}),
    "savings-day": (THE_GROUP_ALONE, {}),
    "savings-day-held": (INSIDE, {"number": "fund.savings_day_held"}),
    "mend": (THE_GROUP_ALONE, {"number": "fund.withdrawal"}),
    "receipt": (SIGNED_IN_WITH_A_SLIP, {}),
    "fund": (INSIDE, {}),
    "purse": (INSIDE, {"name": "savings"}),
    "loans": (INSIDE, {}),
    "loan-ask": (THE_GROUP_ALONE, {}),
    "loan": (THE_GROUP_ALONE, {"number": "fund.loan_requested"}),
    "loan-paper": (THE_GROUP_ALONE, {"number": "fund.loan_requested"}),
    "loan-step": (THE_GROUP_ALONE, {"number": "fund.loan_requested", "step": "repay"}),
    "orders": (INSIDE, {}),
    "order": (INSIDE, {"number": "market.order_placed"}),
    "batches": (INSIDE, {}),
    "batch": (INSIDE, {"number": "production.batch_made"}),
    "purchases": (INSIDE, {}),
    "wellbeing": (INSIDE, {}),
    "activities": (INSIDE, {}),
    "indicators": (INSIDE, {}),
    "workshop": (INSIDE, {}),
    "entries": (INSIDE, {}),
    "entry": (INSIDE, {"number": "fund.deposit"}),
    "report": (READERS, {}),
    "release": ({**dict.fromkeys(ROLES, 405), "nobody": 302}, {}),
    "behind": (READERS, {"claim": "savings.rose"}),
    "reply": (THE_GROUP_ALONE, {"claim": "savings.rose"}),
    "report-file": (READERS, {"lang": "en", "form": "json"}),
    "project": (OF_THE_PROJECT, {}),
    "import": (FACILITATOR_ALONE, {}),
    "import-look": ({**FACILITATOR_ALONE, "facilitator": 404}, {"file": "01900000-0000-7000-8000-000000000000"}),
    "import-meaning": ({**FACILITATOR_ALONE, "facilitator": 404}, {"file": "01900000-0000-7000-8000-000000000000", "which": 0, "sheet": 0}),
    "import-questions": ({**FACILITATOR_ALONE, "facilitator": 404}, {"file": "01900000-0000-7000-8000-000000000000", "place": 0}),
    "project-report": (OF_THE_PROJECT, {}),
    "project-report-file": (OF_THE_PROJECT, {"lang": "th", "form": "json"}),
}  # fmt: skip
PAGES = {pattern.name: str(pattern.pattern) for pattern in urlpatterns}
WITH_A_BOOK = [name for name, route in PAGES.items() if "<int:book>" in route]
OPEN_TO_A_FUNDER = (
    "people.group_described", "fund.received", "fund.spent", "market.order_placed", "market.order_delivered",
    "market.order_paid", "production.parts_declared", "production.material_bought", "production.batch_made",
    "production.supply_noted", "programme.activity_held", "programme.indicator_set", "programme.event_noted",
    "lessons.note_pinned",
)  # fmt: skip
CLOSED_TO_A_FUNDER = (
    "people.joined", "people.office_taken", "fund.deposit", "fund.withdrawal", "fund.pay_noted", "fund.debt_told", "fund.savings_day_held",
    "wellbeing.answered", "market.buyer_added", "fund.loan_requested", "fund.loan_paid_out",
)  # fmt: skip


def address(name, book):
    """The address of a page in this book; an entry is named by its kind in the table."""
    rest = dict(TABLE[name][1])
    if "." in str(rest.get("number", "")):
        rest["number"] = first(book, rest["number"])
    if name in WITH_A_BOOK:
        rest["book"] = book
    return reverse(name, kwargs=rest)


def book_of(village, name, *, own=True):
    if PAGES[name].startswith("project/"):
        return village.project if own else village.other_project
    return village.group if own else village.foreign


def who(role):
    return browser(None if role == "nobody" else role)


def test_every_address_has_a_row_and_every_row_an_address():
    assert sorted(TABLE) == sorted(PAGES)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", TABLE)
def test_each_role_gets_what_the_table_says(village, name, role):
    answer = who(role).get(address(name, book_of(village, name)))
    if answer.streaming:
        b"".join(answer.streaming_content)  # read to its end, a file is closed
    assert answer.status_code == TABLE[name][0][role]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", WITH_A_BOOK)
def test_the_book_of_another_project_is_nobodys(village, name, role):
    answer = who(role).get(address(name, book_of(village, name, own=False)))
    wanted = 302 if role == "nobody" else 405 if name == "release" else 404
    assert answer.status_code == wanted


@pytest.mark.parametrize("role", ["treasurer", "facilitator", "funder", "neighbour"])
@pytest.mark.parametrize("name", WITH_A_BOOK)
def test_a_book_that_is_not_there_looks_the_same_as_one_of_others(village, name, role):
    rest = {**TABLE[name][1], "book": 999_999}
    rest.update({"number": 1} if "number" in rest else {})
    assert who(role).get(reverse(name, kwargs=rest)).status_code == (405 if name == "release" else 404)


@pytest.mark.parametrize("name", [name for name in WITH_A_BOOK if TABLE[name][0] == READERS])
def test_a_report_that_the_group_still_reads_alone_is_closed_to_the_funder(village, name):
    assert browser("funder").get(address(name, village.unreleased)).status_code == 404
    assert browser("facilitator").get(address(name, village.unreleased)).status_code == 200


@pytest.mark.parametrize("kind", OPEN_TO_A_FUNDER)
def test_the_funder_opens_entries_that_are_about_nobody(village, kind):
    answer = browser("funder").get(reverse("entry", args=[village.group, first(village.group, kind)]))
    assert answer.status_code == 200


@pytest.mark.parametrize("kind", CLOSED_TO_A_FUNDER)
def test_the_funder_does_not_open_a_single_persons_entry(village, kind):
    answer = browser("funder").get(reverse("entry", args=[village.group, first(village.group, kind)]))
    assert answer.status_code == 404


@pytest.mark.parametrize("kind", OPEN_TO_A_FUNDER)
def test_the_funder_opens_nothing_of_a_group_that_released_nothing(village, kind):
    entry = first(village.unreleased, kind)
    assert browser("funder").get(reverse("entry", args=[village.unreleased, entry])).status_code == 404


def test_the_funder_does_not_open_what_was_written_after_the_release(village):
    from kwan.journal.queries import head

    last = head(village.group).last_entry  # the release itself: it lets others read up to the entry before it
    answer = browser("funder").get(reverse("entry", args=[village.group, last]))
    assert answer.status_code == 404


@pytest.mark.parametrize("path", ["entry/999999/", "order/1/", "batch/1/", "members/ไม่มี/passbook/", "purse/gold/", "loans/1/",
                                  "loans/1/repay/", "loans/1/paper/",
                                  "report/behind/no.such/", "report/xx.pdf", "report/th.exe", "orders/?page=99",
                                  "entries/?before=x", "entries/?before=-1", "orders/?page=0"])  # fmt: skip
def test_what_is_not_in_the_book_is_not_found(village, path):
    assert browser("treasurer").get(f"/group/{village.group}/{path}").status_code == 404


def test_a_seat_that_ended_opens_nothing(books):
    from django.utils import timezone

    from tests.web.village import a_project, seat

    project = a_project()
    held = seat("pi", project, "facilitator")
    page = reverse("project", args=[project])
    assert browser("pi").get(page).status_code == 200
    held.ended_at = timezone.now()
    held.save()
    assert browser("pi").get(page).status_code == 404


def test_of_two_roles_in_one_book_the_nearer_stands(books):
    from kwan.web import policy
    from tests.web.village import a_project, seat

    project = a_project()
    seat("both", project, "funder")
    user = seat("both", project, "facilitator").user
    assert [visit.role for visit in policy.visits(user.pk)] == ["facilitator"]

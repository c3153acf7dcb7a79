"""Every address, every role: the table says what each gets, and a new address without a row fails.

Roles: nobody (signed out); treasurer, chair, secretary and a member (ก02) of the group; facilitator and funder of its
project; and a neighbour, treasurer of another group. 404 and not 403: nobody learns what exists from being turned away.

For a new address add a row to TABLE: one of the sets below, with `| {"role": status}` for an exception, and what
the address needs besides the book. If it names a member or an entry of one, add its own member's to OWN as well.
"""

import pytest
from django.urls import reverse

from kwan.web.urls import urlpatterns
from tests.web.village import browser, first, member
from tests.web.village import name as called

OFFICERS = ("treasurer", "chair", "secretary")
ROLES = ("nobody", *OFFICERS, "member", "facilitator", "funder", "neighbour")


def open_to(*roles):
    """What each role gets of a page for these: the page, the way in, or nothing."""
    return {**dict.fromkeys(ROLES, 404), "nobody": 302, **dict.fromkeys(roles, 200)}


EVERYBODY = dict.fromkeys(ROLES, 200)
SIGNED_IN = open_to(*ROLES[1:])
INSIDE = open_to(*OFFICERS, "facilitator")
READERS = open_to(*OFFICERS, "facilitator", "member", "funder")
THE_OFFICERS = open_to(*OFFICERS)
THE_GROUP = open_to(*OFFICERS, "facilitator", "member")
TREASURER_ALONE = open_to("treasurer")
OF_THE_REGISTER = open_to(*OFFICERS, "member")
OF_THE_PROJECT = open_to("facilitator", "funder")
FACILITATOR_ALONE = open_to("facilitator")
SIGNED_IN_WITH_A_SLIP = {
    **dict.fromkeys(ROLES, 404),
    "nobody": 302,
}  # without one there is nothing to compare
NOT_BY_LINK = dict.fromkeys(ROLES, 405)
BY_A_BUTTON = {**NOT_BY_LINK, "nobody": 302}

# name → (what each role gets by GET, the rest of the address)
TABLE = {
    "home": ({**dict.fromkeys(ROLES, 302), "facilitator": 200, "funder": 200}, {}),
    "sign-in": ({**dict.fromkeys(ROLES, 302), "nobody": 200}, {}),
    "sign-out": ({**NOT_BY_LINK, "nobody": 302}, {}),
    "account_login": ({**dict.fromkeys(ROLES, 302), "nobody": 200}, {}),
    "account_logout": ({**NOT_BY_LINK, "nobody": 302}, {}),
    "mfa_authenticate": (dict.fromkeys(ROLES, 302), {}),
    "mfa_login_webauthn": (dict.fromkeys(ROLES, 302), {}),
    "mfa_index": (SIGNED_IN, {}),
    "account_reauthenticate": ({**dict.fromkeys(ROLES, 403), "nobody": 302}, {}),  # nothing to confirm yet
    "mfa_reauthenticate": ({**dict.fromkeys(ROLES, 403), "nobody": 302}, {}),  # nothing to confirm yet
    "mfa_reauthenticate_webauthn": ({**dict.fromkeys(ROLES, 403), "nobody": 302}, {}),  # nothing to confirm yet
    "mfa_activate_totp": (SIGNED_IN, {}),
    "mfa_deactivate_totp": (open_to(), {}),
    "mfa_view_recovery_codes": (open_to(), {}),
    "mfa_generate_recovery_codes": (SIGNED_IN, {}),
    "mfa_add_webauthn": (SIGNED_IN, {}),
    "mfa_remove_webauthn": (open_to(), {"pk": 1}),
    "practice": ({**NOT_BY_LINK, "nobody": 302}, {}),
    "practice-end": ({**NOT_BY_LINK, "nobody": 302}, {}),
    "pair": (dict.fromkeys(ROLES, 410), {"code": "of-yesterday"}),
    "pin": (dict.fromkeys(ROLES, 302), {}),  # without a paired phone: to names and passwords
    "pin-new": (dict.fromkeys(ROLES, 302), {}),
    "card": (dict.fromkeys(ROLES, 410), {"token": "of-a-card-that-ended"}),
    "card-pin": (dict.fromkeys(ROLES, 410), {}),
    "card-new": (dict.fromkeys(ROLES, 410), {}),
    "language": (NOT_BY_LINK, {}),
    "me": (SIGNED_IN, {}),
    "font": (EVERYBODY, {"name": "sarabun-regular"}),
    "group": (INSIDE, {}),
    "more": (INSIDE, {}),
    "mine": (OF_THE_REGISTER, {}),
    # a member's own household book: nobody's office opens it
    "household": (OF_THE_REGISTER, {}),
    "household-line": (open_to(), {"number": "fund.household_noted"}),
    "household-debts": (OF_THE_REGISTER, {}),
    "household-debt-new": (OF_THE_REGISTER, {}),
    "household-debt": (open_to(), {"number": "fund.household_debt_kept"}),
    "household-debt-tell": (open_to(), {"number": "fund.household_debt_kept"}),
    "household-plan": (OF_THE_REGISTER, {}),
    "household-leave": (OF_THE_REGISTER, {}),
    "household-of": (open_to(), {"member": member(6)}),
    "households": (INSIDE, {}),
    "phones": (INSIDE, {}),
    "pairing": (BY_A_BUTTON, {}),
    "officer": (BY_A_BUTTON, {}),
    "phone-strike": (BY_A_BUTTON, {"phone": 1}),
    "cards": (THE_OFFICERS, {}),
    "card-kept": (BY_A_BUTTON, {"member": member(1)}),
    "about": (INSIDE, {}),
    "group-form": (INSIDE, {}),
    "group-account": (INSIDE, {}),
    "offices": (INSIDE, {}),
    "handover": (INSIDE, {}),
    "members": (INSIDE, {}),
    "member-add": (INSIDE, {}),
    "members-apart": ({**dict.fromkeys(ROLES, 405), "nobody": 302}, {}),
    "member": (INSIDE, {"member": member(1)}),
    "member-change": (INSIDE, {"member": member(1)}),
    "member-leave": (INSIDE, {"member": member(1)}),
    "member-return": (INSIDE, {"member": member(1)}),
    "passbook": (INSIDE, {"member": member(1)}),
    "passbook-pdf": (INSIDE, {"member": member(1)}),
    "passbook-close": (TREASURER_ALONE, {"member": member(1)}),
    "passbook-closed": (open_to(), {"number": "fund.withdrawal"}),  # no passbook was closed here
    "beneficiary": (TREASURER_ALONE, {"member": member(1)}),
    "bank": (INSIDE, {}),
    "bank-move": (TREASURER_ALONE, {}),
    "bank-line-new": (TREASURER_ALONE, {}),
    "bank-line": (open_to(), {"number": "fund.deposit"}),  # no line of the bank's
    "bank-page": (BY_A_BUTTON, {}),
    "bank-picture": (open_to(), {"picture": "0" * 64}),  # no such photo
    "opening": (THE_OFFICERS, {}),
    "opening-mend": (open_to(), {"number": "fund.deposit"}),  # nothing was brought forward
    "own-data": (TREASURER_ALONE, {"member": member(1)}),
    "own-data-file": (TREASURER_ALONE, {"member": member(1), "lang": "th", "form": "json"}),
    "consents": (TREASURER_ALONE, {"member": member(1)}),
    "erase-member": (TREASURER_ALONE, {"member": member(1)}),
    "consents-to-ask": (TREASURER_ALONE, {}),
    "consent-words": (THE_GROUP, {"purpose": "wellbeing", "version": 1}),
    "savings": (INSIDE, {}),
    "savings-day": (TREASURER_ALONE, {}),
    "savings-day-held": (INSIDE, {"number": "fund.savings_day_held"}),
    "mend": (TREASURER_ALONE, {"number": "fund.withdrawal"}),
    "savings-day-late": (TREASURER_ALONE, {"number": "fund.savings_day_held"}),
    "savings-day-count": (TREASURER_ALONE, {"number": "fund.savings_day_held"}),
    "savings-sheet-set": (TREASURER_ALONE, {}),
    "withdrawals": (THE_OFFICERS, {}),
    "withdrawal": (THE_OFFICERS, {"number": "fund.withdrawal_asked"}),
    "receipt": (SIGNED_IN_WITH_A_SLIP, {}),
    "fund": (INSIDE, {}),
    "purse": (INSIDE, {"name": "savings"}),
    "fund-in": (TREASURER_ALONE, {}),
    "fund-out": (TREASURER_ALONE, {}),
    "fund-givers": (INSIDE, {}),
    "fund-thanks": (TREASURER_ALONE, {"number": "fund.received"}),
    "fund-plan": (INSIDE, {}),
    "fund-plan-new": (TREASURER_ALONE, {}),
    "fund-plan-drop": (TREASURER_ALONE, {"number": "fund.purchase_planned"}),
    "equipment": (INSIDE, {}),
    "equipment-bought": (TREASURER_ALONE, {}),
    "equipment-given": (TREASURER_ALONE, {}),
    "equipment-one": (INSIDE, {"number": "fund.equipment_given"}),
    "equipment-step": (TREASURER_ALONE, {"number": "fund.equipment_given", "step": "look"}),
    "welfare": (THE_GROUP, {}),
    "welfare-rules": (THE_GROUP, {}),
    "welfare-ask": (OF_THE_REGISTER, {}),
    "welfare-pay-in": (TREASURER_ALONE, {}),
    "welfare-give": (TREASURER_ALONE, {}),
    "welfare-rule": (TREASURER_ALONE, {}),
    "welfare-decline": (TREASURER_ALONE, {"number": "fund.welfare_asked"}),
    "welfare-given": (TREASURER_ALONE | {"member": 200}, {"number": "fund.welfare_paid"}),
    "welfare-mend": (TREASURER_ALONE, {"number": "fund.welfare_paid"}),
    "welfare-strike": (TREASURER_ALONE, {"number": "fund.welfare_paid"}),
    "loans": (INSIDE, {}),
    "loan-ask": (TREASURER_ALONE, {}),
    "loan": (TREASURER_ALONE | {"member": 200}, {"number": "fund.loan_requested"}),
    "loan-paper": (TREASURER_ALONE | {"member": 200}, {"number": "fund.loan_requested"}),
    "loan-step": (TREASURER_ALONE, {"number": "fund.loan_requested", "step": "repay"}),
    "loan-rules": (THE_GROUP, {}),
    "loan-rules-set": (TREASURER_ALONE, {}),
    "loan-mend": (TREASURER_ALONE, {"number": "fund.loan_paid_out"}),
    "cycle": (THE_OFFICERS, {}),
    "costs": (TREASURER_ALONE, {}),
    "cycle-open": (TREASURER_ALONE, {}),
    "cycle-propose": (TREASURER_ALONE, {}),
    "cycle-sums": (THE_OFFICERS, {"number": 1}),
    "cycle-minutes": (INSIDE, {"number": 1}),
    "cycle-list": (THE_OFFICERS, {"number": 1}),
    "cycle-paying": (TREASURER_ALONE, {"number": 1}),
    "cycle-pay": (TREASURER_ALONE, {"number": 1, "member": member(1)}),
    "cycle-slip": (TREASURER_ALONE, {"number": 1, "member": member(1)}),
    "cycle-step": (THE_OFFICERS, {"number": 1, "step": "check"}),
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
    "reply": (THE_OFFICERS, {"claim": "savings.rose"}),
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
WITH_A_BOOK = [name for name in TABLE if "<int:book>" in PAGES.get(name, "")]
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
    wanted = 302 if role == "nobody" else 405 if TABLE[name][0]["treasurer"] == 405 else 404
    assert answer.status_code == wanted


# Pages that are forms alone: who may send them. Whoever may not even open a page may not send it either.
MAY_SEND = {
    "release": OFFICERS,
    "pairing": (*OFFICERS, "facilitator"),
    "officer": ("facilitator",),
    "phone-strike": (*OFFICERS, "facilitator"),
    "card-kept": OFFICERS,
    "bank-page": ("treasurer",),
}


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("name", WITH_A_BOOK)
def test_who_may_not_open_a_page_may_not_send_its_form_either(village, name, role):
    gets = TABLE[name][0][role]
    if gets == 200 or role in MAY_SEND.get(name, ROLES if gets == 405 else ()):
        return
    answer = who(role).post(address(name, book_of(village, name)))
    assert answer.status_code in ((302,) if role == "nobody" else (404, 405))


@pytest.mark.parametrize("role", ["treasurer", "facilitator"])
@pytest.mark.parametrize("name", WITH_A_BOOK)
def test_a_book_that_is_not_there_looks_the_same_as_one_of_others(village, name, role):
    rest = {**TABLE[name][1], "book": 999_999}
    rest.update({"number": 1} if "number" in rest else {})
    assert who(role).get(reverse(name, kwargs=rest)).status_code == (
        405 if TABLE[name][0]["treasurer"] == 405 else 404
    )


@pytest.mark.parametrize("name", [name for name in WITH_A_BOOK if TABLE[name][0] == READERS])
def test_a_report_that_the_group_still_reads_alone_is_closed_to_the_funder(village, name):
    assert browser("funder").get(address(name, village.unreleased)).status_code == 404
    assert browser("facilitator").get(address(name, village.unreleased)).status_code == 200


# What is a member's own: name → the rest of the address, for ก02 and the same for somebody else. ก02 has the only loan.
OWN = {
    "household-line": ({"number": ("fund.household_noted", 2)}, {"number": ("fund.household_noted", 5)}),
    "household-debt": ({"number": ("fund.household_debt_kept", 2)}, {"number": ("fund.household_debt_kept", 5)}),
    "household-debt-tell": ({"number": ("fund.household_debt_kept", 2)}, {"number": ("fund.household_debt_kept", 5)}),
    "passbook": ({"member": member(2)}, {"member": member(1)}),
    "passbook-pdf": ({"member": member(2)}, {"member": member(1)}),
    "own-data": ({"member": member(2)}, {"member": member(1)}),
    "own-data-file": (
        {"member": member(2), "lang": "th", "form": "xlsx"},
        {"member": member(1), "lang": "th", "form": "xlsx"},
    ),
    "consents": ({"member": member(2)}, {"member": member(1)}),
    "erase-member": ({"member": member(2)}, {"member": member(1)}),
    "entry": ({"number": ("fund.deposit", 2)}, {"number": ("fund.deposit", 3)}),
    "loan": ({"number": ("fund.loan_requested", 2)}, {"number": ("fund.loan_requested", 2)}),
    "loan-paper": ({"number": ("fund.loan_requested", 2)}, {"number": ("fund.loan_requested", 2)}),
    "cycle-slip": ({"number": 1, "member": member(2)}, {"number": 1, "member": member(1)}),
    "welfare-given": ({"number": ("fund.welfare_paid", 2)}, {"number": ("fund.welfare_paid", 2)}),
}  # fmt: skip


def own_address(name, book, rest):
    rest = {key: entry_of(book, *value) if isinstance(value, tuple) else value for key, value in rest.items()}
    return reverse(name, kwargs={"book": book, **rest})


def entry_of(book, kind, number):
    """The number of the first entry of this kind that is about this member."""
    from kwan.journal.models import Entry

    found = Entry.objects.filter(book=book, kind=kind, body__contains=f'"member":"{member(number)}"')
    return found.order_by("number").first().number


@pytest.mark.parametrize("name", OWN)
def test_a_member_sees_what_is_theirs_and_no_other_member_does(village, name):
    own, others = OWN[name]
    assert browser("member").get(own_address(name, village.group, own)).status_code == 200
    stranger = "member" if own != others else "other-member"
    assert browser(stranger).get(own_address(name, village.group, others)).status_code == 404


def test_a_members_own_page_tells_of_nobody_else(village):
    page = browser("member").get(reverse("mine", args=[village.group])).content.decode()
    assert called(2) in page
    assert [called(number) for number in (1, 3, 4, 5, 6) if called(number) in page] == []
    assert f"/members/{member(1)}" not in page


@pytest.mark.parametrize("start", ["mine", "home"])
def test_wherever_a_members_links_lead_there_is_nobody_else(village, start):
    from tests.web.crawling import every_page

    pages = every_page(browser("member"), reverse(start, args=[village.group] if start == "mine" else []))
    others = [called(number) for number in (1, 3, 4, 5, 6)]
    assert [address for address, (status, _) in pages.items() if status != 200] == []
    assert len(pages) > 10
    guarantor = called(3)  # signs the agreement, which the borrower may read
    told = {(address, name) for address, (_, text) in pages.items() for name in others if name in text}
    assert {
        (address, name) for address, name in told if name != guarantor or "/loans/" not in address
    } == set()


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

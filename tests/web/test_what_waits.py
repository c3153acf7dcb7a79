"""The first page tells officers what waits for them, a line each, and nobody else; other pages stand under headings."""

import re

import pytest
from django.urls import reverse

from tests.web.village import browser


def page(role, name, book):
    return browser(role, "en").get(reverse(name, args=[book])).content.decode()


def waits(role, book):
    """What the first page tells this role to look at, by its bold words."""
    found = re.findall(
        r'class="notice[^>]*href="([^"]+)">.*?<b>(.*?)</b>', page(role, "group", book), re.DOTALL
    )
    return {what for _, what in found}


TO_AGREE = "Withdrawals that wait for a second officer: 1"
TO_HAND_OVER = re.compile(r"Still to be handed their end of the cycle: \d+")


@pytest.mark.parametrize("role", ["treasurer", "chair", "secretary"])
def test_officers_read_what_waits_for_a_signature(village, role):
    told = waits(role, village.group)
    assert TO_AGREE in told
    assert [one for one in told if TO_HAND_OVER.fullmatch(one)] != []


def test_who_signs_nothing_reads_nothing_of_it(village):
    told = waits("facilitator", village.group)
    assert TO_AGREE not in told
    assert [one for one in told if TO_HAND_OVER.fullmatch(one)] == []


def test_what_a_member_asked_for_is_told_to_the_treasurer_alone(village):
    assert "Welfare asked for: 1" in waits("treasurer", village.group)
    assert "Welfare asked for: 1" not in waits("chair", village.group)


def test_the_treasurers_first_button_writes_a_savings_day(village):
    first = re.search(r'class="do[^"]*" href="([^"]+)"', page("treasurer", "group", village.group))
    assert first
    assert first[1] == reverse("savings-day", args=[village.group])
    first = re.search(r'class="do[^"]*" href="([^"]+)"', page("chair", "group", village.group))
    assert first
    assert first[1] == reverse("report", args=[village.group])


def test_an_empty_book_begins_with_its_first_member(village):
    text = page("beginner", "group", village.empty)
    first = re.search(r'class="do[^"]*" href="([^"]+)"', text)
    assert first
    assert first[1] == reverse("member-add", args=[village.empty])


@pytest.mark.parametrize(("role", "many"), [("treasurer", 5), ("facilitator", 5)])
def test_the_other_pages_stand_under_five_headings(village, role, many):
    text = page(role, "more", village.group)
    assert len(re.findall(r'<h2 id="part\d">', text)) == many
    assert reverse("members", args=[village.group]) in text


def test_the_money_of_a_month_is_two_taps_from_the_first_page(village):
    text = page("treasurer", "savings", village.group)
    assert [name for name in ("savings-day", "loans", "welfare-give", "bank-move")
            if f'href="{reverse(name, args=[village.group])}"' not in text] == []  # fmt: skip


def test_a_members_own_page_leads_to_all_that_is_theirs(village):
    text, me = page("member", "mine", village.group), [village.group, "ก02"]
    own = [reverse(name, args=me) for name in ("passbook", "passbook-pdf", "own-data", "consents")]
    own += [reverse("cycle-slip", args=[village.group, 1, "ก02"]), reverse("household", args=[village.group])]
    assert [address for address in own if f'href="{address}"' not in text] == []


def test_who_leaves_with_savings_is_led_to_the_end_of_the_passbook(village):
    leave, close = (reverse(name, args=[village.group, "ก02"]) for name in ("member-leave", "passbook-close"))
    assert f'href="{close}"' in browser("treasurer").get(leave).content.decode()
    assert f'href="{close}"' not in browser("chair").get(leave).content.decode()

"""People walk through the house with a phone: by tapping, without a script, by keyboard."""

import re

import pytest

from kwan.fund.queries import balances
from tests.web.village import PASSWORD

pytestmark = pytest.mark.browser


def opened(page):
    """The claim whose evidence is opened first, and its drawer."""
    claim = page.locator("article.claim[id]").filter(has=page.locator("table.rows a.n")).first
    claim.locator("details.evidence > summary").click()
    return claim


def walk(page):
    """From the report to a claim, its evidence, and an entry of the book."""
    page.goto("/")
    page.locator("main a[href$='/report/']").first.click()
    assert page.locator("h1").inner_text().startswith("รายงานสรุปบทเรียน")
    row = opened(page).locator("table.rows tbody tr").first
    number = row.locator("a.n").inner_text()
    row.locator("a.n").click()
    assert page.locator("h1").inner_text().endswith(number)
    assert page.locator("svg.mark").first.is_visible()


def test_from_the_report_to_an_entry_of_the_book(visit):
    walk(visit("treasurer"))


def test_the_same_walk_without_a_script(visit):
    walk(visit("treasurer", java_script_enabled=False))


def test_a_number_in_a_sentence_opens_its_drawer(visit, served):
    page = visit("treasurer")
    page.goto(f"/group/{served[1].group}/report/")
    claim = page.locator("article.claim[id]").filter(has=page.locator(".say a.n")).first
    assert not claim.locator(".evidence-in").is_visible()
    claim.locator(".say a.n").first.click()
    assert claim.locator(".evidence-in").is_visible()


def test_all_entries_behind_a_claim_come_in_place(visit, served):
    page = visit("treasurer")
    page.goto(f"/group/{served[1].group}/report/")
    claim = page.locator("article.claim[id]").filter(has=page.locator("a[hx-get]")).first
    claim.locator("details.evidence > summary").click()
    few = claim.locator("table.rows tbody tr").count()
    claim.locator("a[hx-get]").click()
    claim.locator("table.rows tbody tr").nth(few).wait_for()
    assert claim.locator("table.rows tbody tr").count() > few


def test_the_funder_walks_to_what_is_about_nobody(visit, served):
    page = visit("funder")
    page.goto(f"/group/{served[1].group}/report/")
    hrefs = page.eval_on_selector_all("a.n[href*='/entry/']", "links => links.map(link => link.pathname)")
    assert hrefs
    page.goto(hrefs[0])
    assert re.match(r"รายการที่\s\d+", page.locator("h1").inner_text())


def test_a_tap_on_english_and_the_page_is_english(visit, served):
    page = visit("treasurer")
    page.goto(f"/group/{served[1].group}/savings/")
    page.locator("button.lang").click()
    assert page.locator("h1").inner_text() == "Members' savings"
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.url.endswith("/savings/")


def test_a_passbook_says_what_the_books_say(visit, served, ask):
    _, village = served
    page = visit("treasurer")
    page.goto(f"/group/{village.group}/savings/")
    page.locator(".ledger a.n").first.click()
    satang = ask(balances, village.group)["ก01"]
    assert page.locator(".balance .n").inner_text() == f"{satang / 100:,.2f}"


def test_by_keyboard_alone_from_the_door_to_the_report(visit):
    page = visit()
    page.goto("/sign-in/")
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
        if reached[-1] == "username":
            break
    assert reached[0] == "skip"
    page.keyboard.type("treasurer")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/group/**")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('main a[href$=\"/report/\"]')"):
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/report/")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_page_is_wider_than_its_screen(visit, served, width):
    group = served[1].group
    page = visit("treasurer", lang="en", viewport={"width": width, "height": 844})
    wide = []
    for name in ("", "savings/", "orders/", "batches/", "report/", "fund/", "members/", "members/ก01/passbook/", "wellbeing/",
                 "indicators/", "workshop/", "activities/", "purchases/", "entries/", "purse/savings/", "about/", "more/"):  # fmt: skip
        page.goto(f"/group/{group}/{name}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(name)
    assert wide == []

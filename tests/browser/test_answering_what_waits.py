"""A facilitator answers for the row whose member nobody knows: on the screen, once, and never again."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from kwan.fund.queries import balances
from kwan.journal import audit
from kwan.journal.queries import heads
from tests.web.test_bringing_a_workbook_in import SAMPLE
from tests.web.village import PASSWORD, a_project, seat

pytestmark = pytest.mark.browser
GROUP, STRANGER, WHO = "แปรรูปผักตบชวา", "ไม่มี-99", "ผ08"
WIDTHS = (390, 1280)


def a_new_project():
    """A project of its own with a facilitator, once for all tests of the file."""
    found = [head.book for head in heads("project") if head.name == "โครงการที่เพิ่งเริ่ม"]
    if found:
        return found[0]
    book = a_project("โครงการที่เพิ่งเริ่ม")
    user = seat("pi", book, "facilitator").user
    user.set_password(PASSWORD)
    user.save()
    return book


def saved():
    book = next((head.book for head in heads("group") if head.name == GROUP), None)
    return (book, balances(book)) if book else (None, {})


def breaches():
    from kwan.catalogue import COMMANDS

    return [(breach.law, breach.entry) for breach in audit.check(COMMANDS, ())]


@pytest.fixture
def project(served, ask, settings, tmp_path):
    settings.KWAN_DATA = tmp_path
    return ask(a_new_project)


def upload(page, project, *files):
    page.goto(f"/project/{project}/import/")
    page.set_input_files("#file", [str(file) for file in files or (SAMPLE,)])
    page.click("button.do")
    page.wait_for_url("**/import/*-*/")


def found(page):
    violations = Axe().run(page).response["violations"]
    return [(v["id"], [node["target"] for node in v["nodes"]][:3]) for v in violations]


def is_too_wide(page):
    return page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_questions_are_seen_by_everybody_and_fit_every_screen(visit, project, lang, scheme):
    page = visit("pi", lang=lang, color_scheme=scheme)
    upload(page, project, *sorted(SAMPLE.parent.glob("*.xlsx")))
    assert page.locator(".asks").count() == 2
    wrong = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 844})
        wrong[width] = (found(page), is_too_wide(page))
    page.locator(".asks .acts a").first.click()
    assert page.evaluate("getComputedStyle(document.body).maxWidth") != "none"  # its own style is let in
    wrong["questions"] = (found(page), is_too_wide(page))
    assert wrong == dict.fromkeys([*WIDTHS, "questions"], ([], False))


def test_from_an_unknown_member_to_the_passbook_and_never_asked_again_without_a_script(visit, project, ask):
    page = visit("pi", java_script_enabled=False)
    upload(page, project)
    assert page.locator(".ask").count() == 2
    page.get_by_label(f"“{STRANGER}” คือ").select_option(f"is:{WHO}")
    page.get_by_label("เขียนซ้ำ ตัดออก").check()
    page.get_by_role("button", name="ใช้คำตอบ แล้วดูใหม่").click()
    assert page.locator(".ask").count() == 0
    assert ask(saved) == (None, {})
    page.locator("button.do").click()
    assert page.locator("h1").inner_text() == "ลงสมุดแล้ว"
    book, balance = ask(saved)
    page.goto(f"/group/{book}/members/{WHO}/passbook/")
    line = page.locator("table.lines tr", has_text="10 ก.พ. 65")
    assert "100.00" in line.inner_text()
    assert page.locator(".balance .n").inner_text() == f"{balance[WHO] / 100:,.2f}"
    assert ask(breaches) == []
    upload(page, project)
    assert page.locator(".ask").count() == 0
    assert page.locator(".well").inner_text() == "ไม่มีอะไรใหม่ สมุดมีครบแล้ว"

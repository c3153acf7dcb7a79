"""A loan as it happens at the table: asked for, agreed to, paid out, repaid, and signed on paper."""

import pytest

from kwan.fund.queries import loans
from tests.browser.test_everybody_can_read_it import found
from tests.web.village import member

pytestmark = pytest.mark.browser


def look(page):
    """axe on the page, with everything opened that can be."""
    page.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
    return found(page)


def write_a_request(page, group, number):
    page.goto(f"/group/{group}/loans/")
    page.locator("a.do").click()
    page.select_option("#member", member(4))
    page.fill("#number", number)
    page.fill("#principal", "600")
    page.fill("#rate", "12")
    page.select_option("#method", "flat")
    page.fill("#periods", "6")
    page.click("button[value=look]")


@pytest.mark.parametrize(("lang", "script"), [("th", True), ("en", True), ("th", False)])
def test_a_loan_is_asked_for_agreed_to_paid_out_repaid_and_signed(visit, served, ask, lang, script):
    group, number = served[1].group, f"9{lang}{script:d}/2569"
    page = visit("treasurer", lang=lang, java_script_enabled=script)
    wrong = {}

    def seen(what):
        if script and (finding := look(page)):
            wrong[what] = finding

    write_a_request(page, group, number)
    assert page.locator(".instalments tbody tr").count() == 6
    seen("ask")
    page.click("button[value=post]")
    seen("requested")
    page.locator("main a.do").click()
    seen("agree")
    page.click("button[value=post]")
    page.locator("main a.do").click()
    seen("pay-out")
    page.click("button[value=post]")
    page.locator("main a.do").click()
    assert page.input_value("#sum") == "106"
    seen("repay")
    page.click("button[value=post]")
    assert page.locator(".fig .n").first.inner_text() == "500.00"
    seen("running")
    page.locator("a.may[href$='/paper/']").click()
    assert "หกร้อยบาทถ้วน" in page.locator(".agreement").inner_text()
    seen("paper")
    page.goto(f"/group/{group}/loans/")
    seen("loans")
    assert wrong == {}
    written = {each.number: (each.state, each.balance) for each in ask(loans, group)}
    assert written[number] == ("active", 50_000)

"""A visit that ends while a sheet is filled in: what was typed comes back for who typed it, and for nobody else."""

import pytest

from tests.web.village import PASSWORD

pytestmark = pytest.mark.browser


def begin(page, village):
    page.goto(f"/group/{village.group}/savings-day/")
    page.fill("[name='in-ก03']", "123")
    page.fill("#counted", "123")


def lose_the_visit(page):
    page.context.clear_cookies(name="sessionid")


def come_in(page, username):
    page.fill("#username", username)
    page.fill("#password", PASSWORD)
    page.click("button.do")


def kept(page):
    return page.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('kwan-draft')).length")


def test_what_was_typed_comes_back_after_signing_in_again(visit, served):
    _, village = served
    page = visit("treasurer")
    begin(page, village)
    form = page.input_value("[name=form_id]")
    lose_the_visit(page)
    page.click("#write")
    page.wait_for_url("**/sign-in/**")
    come_in(page, "treasurer")
    page.wait_for_url("**/savings-day/")
    assert page.input_value("[name='in-ก03']") == "123"
    assert page.input_value("#counted") == "123"
    assert page.input_value("[name=form_id]") == form
    assert page.is_visible(".draft")
    assert page.inner_text("#expected") == "123"


def test_whoever_signs_in_next_on_this_phone_does_not_find_it(visit, served):
    _, village = served
    page = visit("treasurer")
    begin(page, village)
    lose_the_visit(page)
    page.goto("/")
    come_in(page, "chair")
    page.wait_for_url("**/group/**")
    assert kept(page) == 0


def test_signing_out_forgets_it(visit, served):
    _, village = served
    page = visit("treasurer")
    begin(page, village)
    assert kept(page) == 1
    page.goto("/me/")
    page.click("form[data-leaves] button")
    page.wait_for_url("**/sign-in/**")
    assert kept(page) == 0


def test_who_wants_to_begin_anew_clears_it(visit, served):
    _, village = served
    page = visit("treasurer")
    begin(page, village)
    page.goto(f"/group/{village.group}/savings-day/")
    assert page.input_value("[name='in-ก03']") == "123"
    page.click(".draft button")
    page.wait_for_function("document.querySelector(\"[name='in-ก03']\").value === ''")
    assert kept(page) == 0


def test_what_was_written_is_not_kept(visit, served):
    _, village = served
    page = visit("treasurer")
    begin(page, village)
    page.click("#write")
    page.wait_for_url("**/savings-day/*/")
    assert kept(page) == 0
    page.goto(f"/group/{village.group}/savings-day/")
    assert page.is_hidden(".draft")


def test_a_private_page_is_never_kept(visit, served):
    _, village = served
    page = visit("member")
    page.goto(f"/group/{village.group}/household/debts/new/")
    page.locator("input[type=text], input:not([type])").first.fill("ความลับ")
    assert kept(page) == 0

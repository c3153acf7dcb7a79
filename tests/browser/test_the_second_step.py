"""A facilitator's laptop: a passkey is made once, and opens the books from then on."""

from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser


@pytest.fixture
def facilitator(served, ask):
    """A facilitator who never signed in before; a second step is asked for."""
    from django.conf import settings

    settings.SECOND_STEP = True
    yield ask(a_facilitator)
    settings.SECOND_STEP = False


def a_facilitator():
    from django.contrib.auth.models import User

    from tests.web.village import PASSWORD, a_project, seat

    name = f"f{uuid4().hex[:8]}"
    seat(name, a_project(), "facilitator")
    user = User.objects.get(username=name)
    user.set_password(PASSWORD)
    user.save()
    return name


def with_a_fingerprint(page):
    """Give the browser a fingerprint reader that is always touched by the right finger."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    reader = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
    }  # fmt: skip
    session.send("WebAuthn.addVirtualAuthenticator", {"options": reader})


def test_a_passkey_is_made_once_and_opens_the_books_without_a_password(visit, facilitator, served):
    from tests.web.village import PASSWORD

    home = served[0].replace("127.0.0.1", "localhost")  # passkeys belong to a name, not to a number
    page = visit(base_url=home)
    with_a_fingerprint(page)
    page.goto("/sign-in/")
    page.fill("#username", facilitator)
    page.fill("#password", PASSWORD)
    page.click("button.do")
    page.wait_for_url("**/me/second-step/")
    assert Axe().run(page).response["violations"] == []
    page.click("a[href$='/passkey/']")
    page.fill("#name", "โน้ตบุ๊กสำนักงาน")
    assert Axe().run(page).response["violations"] == []
    page.click("#make-passkey")
    page.wait_for_url("**/codes/")
    assert page.locator("ul.codes li").count() == 10
    page.goto("/me/")
    page.click("form[action='/sign-out/'] button")
    page.wait_for_url("**/sign-in/")
    page.click("#passkey_login")
    page.wait_for_url(f"{home}/*")
    page.goto("/me/")
    assert page.inner_text("main h1") == facilitator

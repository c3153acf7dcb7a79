"""A village served on the loopback, and Chromium in front of it."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import pytest

CHROMIUM = os.environ.get("KWAN_CHROMIUM", "/usr/bin/chromium")
QUIETLY = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


class Quiet(WSGIRequestHandler):
    """Answers without a word on the console."""

    def log_message(self, *_words):
        pass


@pytest.fixture(scope="session")
def served(shelf, django_db_blocker):
    """The address of a village that is served, and the village. Everybody in it has the same password."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.db import connections

    from tests.web.village import PASSWORD, Village

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with django_db_blocker.unblock(), shelf.copy():
        from django.contrib.auth.models import User

        village = Village(8)
        for user in User.objects.all():
            user.set_password(PASSWORD)
            user.save()
        connections.close_all()
        server = WSGIServer(("127.0.0.1", 0), Quiet)
        server.set_app(get_wsgi_application())
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", village
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="session")
def ask(served):
    """Ask the books something while the browser is open: its loop runs in this thread, so another one asks."""
    from django.db import connections

    def asked(question, *about):
        def answer():
            try:
                return question(*about)
            finally:
                connections.close_all()

        with ThreadPoolExecutor(1) as pool:
            return pool.submit(answer).result()

    return asked


@pytest.fixture(scope="session")
def chromium():
    """One browser for the whole run; left out where there is none."""
    from playwright.sync_api import sync_playwright

    if not Path(CHROMIUM).exists():
        pytest.skip("no Chromium here")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIETLY)
        yield browser
        browser.close()


@pytest.fixture
def visit(served, chromium):
    """Open a window for somebody: `visit("treasurer", lang="en")` returns its page, signed in."""
    from tests.web.village import PASSWORD

    address, _ = served
    windows = []

    def open_window(username=None, lang="th", **how):
        how = {"viewport": {"width": 390, "height": 844}, "base_url": address} | how
        window = chromium.new_context(**how)
        windows.append(window)
        window.add_cookies([{"name": "kwan_language", "value": lang, "url": address}])
        page = window.new_page()
        if username:
            page.goto("/sign-in/")
            page.fill("#username", username)
            page.fill("#password", PASSWORD)
            page.click("button.do")
            page.wait_for_url("**/")
        return page

    yield open_window
    for window in windows:
        window.close()

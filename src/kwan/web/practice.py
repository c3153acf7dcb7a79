"""Practice (ซ้อม): the same screens on books that are thrown away.

Whoever practises gets a small database of their own with a made-up group in it. While their requests are answered,
that database stands in the place of the real one, so every page, form and rule is the real thing and nothing of it
reaches the group's books. Its book has a number that no real book has: a form drawn in practice and sent later
finds no book. The file goes when practice ends, and after a day in any case.
"""

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from time import time
from typing import Final

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connections
from django.db.utils import ConnectionHandler
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import Resolver404, resolve

from kwan.fund.commands import Deposit
from kwan.ids import uuid7
from kwan.journal.commands import Envelope, open_book, record_all
from kwan.journal.rules import Command
from kwan.people.commands import Join
from kwan.people.seats import Place, sit_down

MARK: Final = "practice"
GROUP: Final = "กลุ่มซ้อมมือ"
NUMBERED_FROM: Final = 900_000_000  # no real installation comes to so many books
BOOK: Final = NUMBERED_FROM + 1
A_DAY: Final = 24 * 60 * 60
ALWAYS_REAL: Final = ("practice", "sign-", "account_", "mfa_", "language", "font", "pair")
NOT_HERE: Final = ("phone", "card", "erase", "own-", "import", "bank-page")
NAMES: Final = (
    "บัวผัน กว๊านใส", "คำแปง ริมน้ำ", "สมพร ผักตบ", "จันทร์ดี สานใจ", "แสงหล้า ใบบัว", "ปิ่นแก้ว ปลาซิว",
    "อุ่นเรือน ทุ่งทอง", "ศรีวรรณ ข้าวหอม", "บุญยืน ดอยงาม", "ติ๊บ แพรวา", "หล้า เกี๋ยงคำ", "มูล เวียงลอ",
)  # fmt: skip
MONTHS_BEFORE: Final = 4
USUAL: Final = 10_000  # satang a month


def start(user: User, today: date, now: datetime) -> str:
    """Lay out a practice book for this person; return the mark by which it is found again."""
    folder = _folder()
    _sweep(folder)
    template = folder / f"new-{today.isoformat()}.sqlite3"
    if not template.exists():
        _build(template, today, now)
    token = secrets.token_hex(16)
    shutil.copyfile(template, _file(token))
    with instead(_file(token)):
        sitting = User.objects.create(pk=user.pk, username=user.username, first_name=user.first_name)
        sit_down(sitting, Place(BOOK, "treasurer"), at=now, by=MARK)
    return token


def end(token: str) -> None:
    """Throw a practice book away."""
    for path in _folder().glob(f"{token}.sqlite3*"):
        path.unlink(missing_ok=True)


def is_practising(request: HttpRequest) -> bool:
    """Return whether this request is answered from a practice book."""
    return bool(getattr(request, MARK, False))


@contextmanager
def instead(path: Path) -> Iterator[None]:
    """Let the database in this file stand where the real one stands, for this thread, until the block ends."""
    real = connections["default"]
    aside = ConnectionHandler({"default": settings.SQLITE_AT(path)}).create_connection("default")
    connections["default"] = aside
    try:
        yield
    finally:
        connections["default"] = real
        aside.close()


class PracticeMiddleware:
    """Answers who practises from their practice book. Stands innermost: sessions and logins are always real."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer from the real books, or from the practice book of this session."""
        token = request.session.get(MARK) if request.user.is_authenticated else None
        page = _page(request)
        if not token or page.startswith(ALWAYS_REAL):
            return self.get_response(request)
        if not _file(token).exists():
            del request.session[MARK]
            return self.get_response(request)
        setattr(request, MARK, True)
        with instead(_file(token)):
            if page.startswith(NOT_HERE):
                return render(request, "kwan/not_in_practice.html", status=403)
            return self.get_response(request)


def _page(request: HttpRequest) -> str:
    try:
        return resolve(request.path_info).url_name or ""
    except Resolver404:
        return ""


def _folder() -> Path:
    folder: Path = settings.KWAN_DATA / MARK
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def _file(token: str) -> Path:
    return _folder() / f"{token}.sqlite3"


def _sweep(folder: Path) -> None:
    """Throw away what was left lying for more than a day."""
    for path in folder.iterdir():
        if time() - path.stat().st_mtime > A_DAY:
            path.unlink(missing_ok=True)


def _build(template: Path, today: date, now: datetime) -> None:
    """Make the book that every practice of this day begins with: a made-up group, some months of savings."""
    making = template.with_name(f"{secrets.token_hex(8)}.making")
    with instead(making):
        call_command("migrate", verbosity=0, skip_checks=True, stdout=StringIO())
        _write_the_group(today, now)
    making.replace(template)


def _write_the_group(today: date, now: datetime) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES ('kwan_book', %s)", [NUMBERED_FROM])
    book = open_book(str(uuid7()), "group", GROUP)
    commands = _made_up(today)
    record_all(book, [Envelope(each, str(uuid7()), MARK, now, source="brought") for each in commands])


def _made_up(today: date) -> Iterator[Command]:
    """Yield what the made-up group wrote so far."""
    began = today - timedelta(days=30 * MONTHS_BEFORE + 5)
    for number, name in enumerate(NAMES, 1):
        yield Join(on=began, member=f"{number:02d}", name=name)
    for month in range(MONTHS_BEFORE, 0, -1):
        on = today - timedelta(days=30 * month)
        for number in range(1, len(NAMES) + 1):
            yield Deposit(on=on, member=f"{number:02d}", satang=USUAL)

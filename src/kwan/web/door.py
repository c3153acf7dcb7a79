"""What a browser brings to the door: the token of a phone or card in a cookie, an address; and how long a visit lasts."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from kwan.people.entrance.opening import Kind, is_live
from kwan.web.language import say

COOKIES: Final[dict[Kind, str]] = {"phone": "kwan_phone", "card": "kwan_card"}
# A phone stays paired until it is struck off, or lies unused for a year; a card is scanned anew each time.
LASTS: Final = {"phone": timedelta(days=400), "card": timedelta(minutes=10)}
# How long a visit may rest, and how long it may last at all. A savings day is long; a borrowed phone is not ours.
RESTS: Final = {"phone": timedelta(hours=4), "card": timedelta(minutes=15), "password": timedelta(hours=4)}
ENDS: Final = {"phone": timedelta(hours=12), "card": timedelta(hours=1), "password": timedelta(hours=12)}
RESTED: Final = (
    "พักไว้นานแล้ว เข้าสมุดอีกครั้ง ที่จดลงสมุดแล้วอยู่ครบ",
    "It was quiet for long: please come in again. All that was written is there.",
)
STRUCK: Final = (
    "เครื่องหรือบัตรนี้เลิกใช้แล้ว ถ้าไม่ใช่อย่างที่ตั้งใจ บอกกรรมการหรือพี่เลี้ยง",
    "This phone or card is no longer in use. If that was not meant, tell an officer or the facilitator.",
)
NOTED_EVERY: Final = timedelta(minutes=1)
BACKEND: Final = "django.contrib.auth.backends.ModelBackend"


def address_of(request: HttpRequest) -> str:
    """Return where a request comes from, as the server has it."""
    return str(request.META.get("REMOTE_ADDR", ""))


def token_of(request: HttpRequest, kind: Kind) -> str:
    """Return the token that this browser holds, empty without one."""
    return request.COOKIES.get(COOKIES[kind], "")


def hand_over(answer: HttpResponse, kind: Kind, token: str) -> HttpResponse:
    """Let the browser hold a token. No script reads it, and no other house is sent it."""
    answer.set_cookie(
        COOKIES[kind], token, max_age=LASTS[kind], httponly=True, secure=settings.SESSION_COOKIE_SECURE, samesite="Lax"
    )  # fmt: skip
    return answer


def next_of(request: HttpRequest) -> str:
    """Return where somebody was on their way to, inside this house only; else empty."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    hosts = {request.get_host()}
    return wanted if url_has_allowed_host_and_scheme(wanted, hosts, require_https=request.is_secure()) else ""


def come_in(request: HttpRequest, user: User, key: int, kind: Kind) -> HttpResponse:
    """Begin the visit of who holds this phone or card."""
    login(request, user, backend=BACKEND)
    now = timezone.now().isoformat()
    request.session.update({"door_key": key, "door": kind, "began": now, "seen": now})
    return redirect(next_of(request) or "home")


class VisitsEndMiddleware:
    """Ends a visit that rested too long or lasted too long, and at once that of a phone or card that was ended."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Look whether the visit still holds, before any page does."""
        if request.user.is_authenticated and (ended := _ended(request, timezone.now())):
            logout(request)
            messages.info(request, say(ended))
        return self.get_response(request)


def _ended(request: HttpRequest, now: datetime) -> tuple[str, str] | None:
    """Return why a visit ended, in words; None for one that still holds."""
    session = request.session
    key, door = session.get("door_key"), session.get("door", "password")
    if key is not None and not is_live(key):
        return STRUCK
    began, seen = (datetime.fromisoformat(session.get(name, now.isoformat())) for name in ("began", "seen"))
    if now - seen > RESTS[door] or now - began > ENDS[door]:
        return RESTED
    if "seen" not in session or now - seen > NOTED_EVERY:
        session.update({"began": began.isoformat(), "seen": now.isoformat()})
    return None

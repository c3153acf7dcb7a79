"""Coming in without a password: a phone is paired, a card is scanned, six digits are typed or chosen."""

from typing import Final

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from kwan.journal import queries as journal
from kwan.people.entrance import opening, phones
from kwan.people.entrance.opening import Holder, Kind
from kwan.people.entrance.tries import address_rests, note_wrong
from kwan.web import door
from kwan.web.language import say

GONE, WRONG, RESTING = 410, 422, 429
PIN: Final[dict[Kind, str]] = {"phone": "pin", "card": "card-pin"}
NEW_PIN: Final[dict[Kind, str]] = {"phone": "pin-new", "card": "card-new"}
WISHES: Final = {
    "not_six": ("ใส่ตัวเลข 6 ตัว", "Type six digits"),
    "easily_guessed": (
        "รหัสนี้คนอื่นเดาได้ง่าย อย่าใช้เลขเรียง เลขซ้ำ หรือวันเกิด ปีเกิด",
        "Others would guess this one. Not digits in a row, not the same ones again, no birthday or year.",
    ),
    "not_the_same": ("สองครั้งไม่เหมือนกัน ใส่ใหม่ทั้งสองช่อง", "The two differ. Type both once more."),
    "same_as_before": ("เป็นรหัสเดิม เลือกรหัสใหม่ที่มีแต่คุณรู้", "That is the old one. Choose six digits that only you know."),
}  # fmt: skip


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pair(request: HttpRequest, code: str) -> HttpResponse:
    """Ask whether this phone is to be an officer's; pair it when the button is pressed, not when the link is looked at."""
    now, address = timezone.now(), door.address_of(request)
    if address_rests(address, now):
        return _rests(request, "address", "phone")
    token = phones.pair(code, now) if request.method == "POST" else None
    if token:
        return door.hand_over(redirect("pin-new"), "phone", token)
    offer = phones.offer_of(code, now)
    if offer is None:
        if request.method == "POST":
            note_wrong(address, now)
        return render(request, "kwan/pair_gone.html", status=GONE)
    (head,) = journal.heads_of([offer.book])
    return render(request, "kwan/pair.html", {"offer": offer, "whose_book": head.name})


@login_not_required
@never_cache
@require_safe
def card(request: HttpRequest, token: str) -> HttpResponse:
    """Take a card that was scanned, and ask for its six digits at an address that says nothing."""
    now, address = timezone.now(), door.address_of(request)
    if address_rests(address, now):
        return _rests(request, "address", "card")
    if opening.holder_of(token, "card") is None:
        note_wrong(address, now)
        return _no_card(request)
    return door.hand_over(redirect("card-pin"), "card", token)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def pin(request: HttpRequest, kind: Kind) -> HttpResponse:
    """Ask for six digits, and open the book when they are right."""
    holder = opening.holder_of(door.token_of(request, kind), kind)
    if holder is None:
        return _stranger(request, kind)
    if not holder.has_own_pin:
        return redirect(NEW_PIN[kind])
    said, status = "", 200
    if request.method == "POST":
        tried = opening.try_pin(
            door.token_of(request, kind), kind, request.POST.get("pin", ""), door.address_of(request), timezone.now()
        )  # fmt: skip
        if tried.user is not None:
            return door.come_in(request, tried.user, tried.key, kind)
        if tried.answer != "wrong":
            return _rests(request, tried.answer, kind)
        said, status = _left(tried.left), WRONG
    context = {"holder": holder, "kind": kind, "said": said, "next": door.next_of(request)}
    return render(request, "kwan/pin.html", context, status=status)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def new_pin(request: HttpRequest, kind: Kind) -> HttpResponse:
    """Let the owner choose six digits; whoever has a PIN already types it first."""
    holder = opening.holder_of(door.token_of(request, kind), kind)
    if holder is None:
        return _stranger(request, kind)
    wrong: dict[str, str] = {}
    if request.method == "POST":
        typed = {name: request.POST.get(name, "") for name in ("pin", "again", "before")}
        wish = opening.wish_refused(typed["pin"], typed["again"], typed["before"])
        if not wish:
            answer = _chosen(request, holder, kind, typed)
            if isinstance(answer, HttpResponse):
                return answer
            wrong = {"before": answer}
        else:
            wrong = {"again" if wish == "not_the_same" else "pin": say(WISHES[wish])}
    context = {"holder": holder, "kind": kind, "wrong": wrong}
    return render(request, "kwan/pin_new.html", context, status=WRONG if wrong else 200)


def _chosen(request: HttpRequest, holder: Holder, kind: Kind, typed: dict[str, str]) -> HttpResponse | str:
    """Keep the PIN and come in; or return what is wrong with the one from before."""
    now = timezone.now()
    if holder.has_pin:
        tried = opening.try_pin(
            door.token_of(request, kind), kind, typed["before"], door.address_of(request), now
        )
        if tried.answer == "wrong":
            return _left(tried.left)
        if tried.user is None:
            return _rests(request, tried.answer, kind)
    if not opening.choose_pin(holder.key, typed["pin"], now, first=not holder.has_pin):
        return redirect(PIN[kind])
    messages.success(
        request, say(("ตั้งรหัส 6 ตัวแล้ว ครั้งหน้าใช้รหัสนี้", "Your six digits are set. Use them from now on."))
    )
    return door.come_in(request, User.objects.get(pk=holder.user), holder.key, kind)


def _left(left: int) -> str:
    return say((f"รหัสไม่ตรง ลองได้อีก {left} ครั้ง", f"Those are not the six digits. {left} more tries."))


def _stranger(request: HttpRequest, kind: Kind) -> HttpResponse:
    return _no_card(request) if kind == "card" else redirect("sign-in")


def _no_card(request: HttpRequest) -> HttpResponse:
    return render(request, "kwan/card_gone.html", status=GONE)


def _rests(request: HttpRequest, why: str, kind: Kind) -> HttpResponse:
    """Say that nothing is taken for now, and what to do."""
    return render(request, "kwan/pin_rests.html", {"why": why, "kind": kind}, status=RESTING)

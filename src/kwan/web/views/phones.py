"""Officers' phones: whose they are, pairing one by a square for the camera, striking a lost one off."""

from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from kwan.people import queries as people
from kwan.people.entrance import opening, phones
from kwan.people.seats import Place, rise, seat_of_member
from kwan.pictures import qr
from kwan.web import policy
from kwan.web.language import say
from kwan.web.policy import Visit, check_can_keep_phones, check_can_seat_officers
from kwan.web.views.visiting import visiting

STRUCK: Final = {
    "struck": ("ตัดเครื่องออกแล้ว เครื่องนั้นเปิดสมุดไม่ได้อีก", "Struck off: that phone opens nothing any more."),
    "asked": ("จดแล้วว่าขอตัดเครื่องนี้ รอกรรมการอีกคนยืนยัน", "Noted. Another officer has to confirm it."),
    "already_asked": ("คุณขอตัดเครื่องนี้แล้ว รอกรรมการอีกคนยืนยัน", "You asked already. Another officer has to confirm it."),
    "gone": ("เครื่องนี้ตัดออกไปแล้ว", "It was struck off already."),
}  # fmt: skip


@visiting(check_can_keep_phones)
def phones_page(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the officers with their phones, and the phones that were struck off."""
    me, found = policy.user_of(request), phones.phones(visit.number, timezone.now())
    names = _names(visit)
    officers = [
        {
            "officer": one,
            "name": names.get(one.member or "", one.name),
            "phones": [phone for phone in found if phone.user == one.user and phone.ended_at is None],
            "may_pair": policy.can_pair_for(visit, me, one.user),
        }
        for one in phones.officers(visit.number)
    ]
    return render(request, "kwan/phones.html", {
        "tab": "more",
        "officers": officers,
        "struck": [phone for phone in found if phone.ended_at is not None],
        "me": request.user.get_username(),
        "alone": policy.can_strike_alone(visit),
        "may_seat": policy.can_seat_officers(visit),
        "roles": policy.OFFICERS,
        "members": [one for one in people.members(visit.number) if one.left is None],
    })  # fmt: skip


def _names(visit: Visit) -> dict[str, str]:
    return {one.reference: one.name or one.reference for one in people.members(visit.number)}


@never_cache
@visiting(check_can_keep_phones, methods=("POST",))
def pairing(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Open a code for one officer's phone and show it: it is good for ten minutes and one phone."""
    wanted = request.POST.get("user", "")
    officer = next((one for one in phones.officers(visit.number) if str(one.user) == wanted), None)
    if officer is None or not policy.can_pair_for(visit, policy.user_of(request), officer.user):
        raise Http404
    code = phones.open_pairing(officer.user, visit.number, at=timezone.now(), by=request.user.get_username())
    link = request.build_absolute_uri(reverse("pair", args=[code]))
    return render(request, "kwan/pairing.html", {
        "tab": "more",
        "officer": officer,
        "name": _names(visit).get(officer.member or "", officer.name),
        "link": link,
        "picture": qr(link, say(("ส่องด้วยกล้องของโทรศัพท์", "Point the phone's camera here"))),
        "until": timezone.localtime(timezone.now() + phones.GOOD_FOR),
    })  # fmt: skip


@visiting(check_can_keep_phones, methods=("POST",))
def strike(request: HttpRequest, visit: Visit, phone: int) -> HttpResponse:
    """Strike a phone off, or ask for it; "found" takes the asking back; "again" lets it try once more."""
    _check_is_here(visit, phone)
    by, now = request.user.get_username(), timezone.now()
    if "found" in request.POST:
        if phones.take_back(phone, by=by):
            messages.success(request, say(("ไม่ตัดเครื่องนี้แล้ว", "It stays.")))
    elif "again" in request.POST:
        _let_try_again(request, visit, phone)
    else:
        done = phones.strike(phone, at=now, by=by, alone=policy.can_strike_alone(visit))
        messages.success(request, say(STRUCK[done]))
    return redirect("phones", visit.number)


def _check_is_here(visit: Visit, phone: int) -> None:
    if phone not in {one.key for one in phones.phones(visit.number, timezone.now())}:
        raise Http404


def _let_try_again(request: HttpRequest, visit: Visit, phone: int) -> None:
    """Nobody opens their own phone again: another officer or the facilitator has seen who holds it."""
    found: Any = next(one for one in phones.phones(visit.number, timezone.now()) if one.key == phone)
    if not policy.can_pair_for(visit, policy.user_of(request), found.user):
        raise Http404
    opening.unlock(phone, timezone.now())
    messages.success(request, say(("ลองใส่รหัสได้อีกครั้งแล้ว", "It may try again.")))


@visiting(check_can_seat_officers, methods=("POST",))
def officer(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Let a member sit as an officer, or rise; the office itself is written in the register."""
    by, now = request.user.get_username(), timezone.now()
    if rising := request.POST.get("rise", ""):
        rise(visit.number, rising, at=now)
        return redirect("phones", visit.number)
    member, role = request.POST.get("member", ""), request.POST.get("role", "")
    if role not in policy.OFFICERS or not people.is_member(visit.number, member):
        messages.warning(request, say(("เลือกสมาชิกและตำแหน่งก่อน", "Choose a member and an office first.")))
        return redirect("phones", visit.number)
    seat_of_member(Place(visit.number, role, member), at=now, by=by)
    messages.success(request, say(("เพิ่มแล้ว ต่อไปจับคู่โทรศัพท์ของเขา", "Added. Next, pair their phone.")))
    return redirect("phones", visit.number)

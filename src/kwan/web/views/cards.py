"""Members' cards: who has one, making new ones to print, letting one try again."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from kwan.ids import uuid7
from kwan.people import queries as people
from kwan.people.entrance import opening
from kwan.people.entrance.cards import NewCard, cards, end_card, make_card
from kwan.people.queries import Member
from kwan.pictures import qr
from kwan.web.language import say
from kwan.web.policy import Visit, check_can_make_cards
from kwan.web.views.visiting import visiting


@never_cache
@visiting(check_can_make_cards, methods=("GET", "HEAD", "POST"))
def cards_page(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw who has a card. A form asks for new ones, and they are shown this once: nobody can read them again."""
    members = [one for one in people.members(visit.number) if one.left is None]
    held = cards(visit.number, timezone.now())
    if request.method == "POST":
        chosen = _chosen(request, members, held)
        if not chosen:
            messages.warning(
                request, say(("เลือกสมาชิกก่อน แล้วกดทำบัตร", "Choose members first, then make the cards."))
            )
            return redirect("cards", visit.number)
        return _made(request, visit, chosen)
    rows = [(one, held.get(one.reference)) for one in members]
    return render(request, "kwan/cards.html", {
        "tab": "more",
        "rows": rows,
        "without": sum(card is None for _, card in rows),
        "form_id": uuid7(),
    })  # fmt: skip


def _chosen(request: HttpRequest, members: list[Member], held: dict[str, Any]) -> list[Member]:
    if "all" in request.POST:
        return [one for one in members if one.reference not in held]
    ticked = set(request.POST.getlist("member"))
    return [one for one in members if one.reference in ticked]


def _made(request: HttpRequest, visit: Visit, chosen: list[Member]) -> HttpResponse:
    """Make the cards and show them; a form that comes twice makes none twice, and says so."""
    form, now, by = request.POST.get("form_id", "")[:36], timezone.now(), request.user.get_username()
    made = [(one, make_card(visit.number, one.reference, form, at=now, by=by)) for one in chosen]
    fresh = [_printed(request, one, card) for one, card in made if card is not None]
    if not fresh:
        messages.warning(request, say(("บัตรของหน้านี้ทำไปแล้ว ถ้าพิมพ์ไม่ทัน ทำบัตรใหม่ได้", "These cards were made already. If they were not printed, make new ones.")))  # fmt: skip
        return redirect("cards", visit.number)
    return render(
        request, "kwan/cards_made.html", {"tab": "more", "cards": fresh, "on": timezone.localdate()}
    )


def _printed(request: HttpRequest, member: Member, card: NewCard) -> dict[str, Any]:
    link = request.build_absolute_uri(reverse("card", args=[card.token]))
    return {
        "member": member,
        "name": member.name or member.reference,
        "picture": qr(link, say(("ส่องด้วยกล้องของโทรศัพท์", "Point a phone's camera here"))),
        "link": link,
        "start_pin": card.start_pin,
    }


@visiting(check_can_make_cards, methods=("POST",))
def card_kept(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Let a card try again, or end it."""
    held = cards(visit.number, timezone.now()).get(member)
    if held is None:
        raise Http404
    if "end" in request.POST:
        end_card(visit.number, member, at=timezone.now(), by=request.user.get_username())
        messages.success(request, say(("เลิกใช้บัตรใบนี้แล้ว", "This card opens nothing any more.")))
    else:
        opening.unlock(held.key, timezone.now())
        messages.success(request, say(("ลองใส่รหัสได้อีกครั้งแล้ว", "It may try again.")))
    return redirect("cards", visit.number)

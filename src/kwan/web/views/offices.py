"""Who keeps which office: the generations of officers, and the day on which they hand over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from kwan.people import queries as people
from kwan.people.commands import LeaveOffice, TakeOffice
from kwan.people.queries import Generation, Member
from kwan.people.rules.offices import CHOSEN_SINGLY, SIGNING_IN
from kwan.web import policy
from kwan.web.forms.boxes import Reading
from kwan.web.forms.form import Form, LookFirst, Planned
from kwan.web.forms.sent import WRITES
from kwan.web.forms.usual import on_box
from kwan.web.forms.writing import was_written, write
from kwan.web.policy import Visit, check_can_keep_the_register, check_can_look_inside
from kwan.web.views.visiting import visiting

RECENT: Final = timedelta(days=60)  # so long a handover reminds of logins
CHOSEN_TOGETHER: Final = ("committee", "adviser")
NO_CHANGE: Final = ("ตำแหน่งที่เลือกตรงกับที่จดไว้แล้ว", "These offices are already written so.")
Change = tuple[str, str, str]  # "leave" or "take", the office, the member's reference


@dataclass(frozen=True)
class Set:
    """A generation as it is shown: who held what, who came in, who laid what down."""

    generation: Generation
    holders: list[tuple[str, Member]]
    came: list[tuple[str, Member]]
    went: list[tuple[str, Member]]


@visiting(check_can_look_inside)
def offices(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the generations of officers, and whose login the last handover asks to give, to change or to end."""
    sets = list(_sets(visit))
    return render(request, "kwan/offices.html", {
        "tab": "more",
        "sets": sets,
        "may_write": policy.can_keep_the_register(visit),
        "phones": _phones(visit),
        **_logins(sets),
    })  # fmt: skip


def _logins(sets: Sequence[Set]) -> dict[str, list[tuple[str, Member]]]:
    """Return whose logins the last handover asks to look at; nothing once it is long ago, or where it was the first."""
    if len(sets) <= 1 or timezone.localdate() - sets[0].generation.since > RECENT:
        return {}
    came, went = _signing_in(sets[0].came), _signing_in(sets[0].went)
    before = {person.reference for _, person in _signing_in(sets[1].holders)}
    now = {person.reference for _, person in _signing_in(sets[0].holders)}
    return {
        "to_give": [(office, person) for office, person in came if person.reference not in before],
        "to_change": [(office, person) for office, person in came if person.reference in before],
        "to_end": [(office, person) for office, person in went if person.reference not in now],
    }


def _sets(visit: Visit) -> Iterator[Set]:
    known = {person.reference: person for person in people.members(visit.number)}
    found = people.generations(visit.number)
    for place, generation in enumerate(found):
        before = set(found[place + 1].holders) if place + 1 < len(found) else set()
        held = [(office, known[member]) for office, member in generation.holders]
        came = [
            (office, known[member]) for office, member in generation.holders if (office, member) not in before
        ]
        went = sorted(before - set(generation.holders))
        yield Set(generation, held, came, [(office, known[member]) for office, member in went])


def _signing_in(changed: list[tuple[str, Member]]) -> list[tuple[str, Member]]:
    return [(office, person) for office, person in changed if office in SIGNING_IN]


def _phones(visit: Visit) -> str:
    """Return the address of the page of phones and logins, nothing where there is none."""
    try:
        return reverse("phones", args=[visit.number])
    except NoReverseMatch:
        return ""


@visiting(check_can_keep_the_register, methods=WRITES)
def handover(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Choose the officers from one day on; all that changes is seen first, then written together or not at all."""
    now, page = people.holders(visit.number), reverse("offices", args=[visit.number])
    active = [person for person in people.members(visit.number) if person.left is None]
    chosen = (
        _chosen(request) if request.method == "POST" else {office: set(held) for office, held in now.items()}
    )
    form = Form(
        title=("ส่งต่อตำแหน่ง", "Hand offices over"), button=("ดูก่อนว่าใครส่งต่อใคร", "See first who hands to whom"),
        done=("ส่งต่อตำแหน่งแล้ว", "The offices are handed over"),
        about=("เลือกคนที่อยู่ในตำแหน่งหลังวันส่งต่อ คนเดิมไม่ต้องเปลี่ยน", "Choose who holds each office from that day. Leave those who stay."),
        boxes=(on_box(timezone.localdate(), ("ตั้งแต่วันที่", "From this day")),),
        build=lambda reading: _handed_over(request, visit, list(_changes(now, chosen)), reading),
        back=(page, ("ตำแหน่ง", "Offices")), then=lambda _: page, template="kwan/handover.html",
        more={
            "singly": [(office, chosen.get(office, set())) for office in CHOSEN_SINGLY],
            "together": [(office, chosen.get(office, set())) for office in CHOSEN_TOGETHER],
            "active": active,
        },
    )  # fmt: skip
    return write(request, visit, form)


def _handed_over(
    request: HttpRequest, visit: Visit, changes: Sequence[Change], reading: Reading
) -> Sequence[Planned]:
    """Return who lays an office down and who takes it. Raise LookFirst until just these changes were seen."""
    on = reading.day("on")
    sent = [_read(text) for text in request.POST.getlist("change")]
    if was_written(request, visit):
        changes = sent
    if not changes:
        reading.wrong["on"] = NO_CHANGE
    reading.check()
    if changes != sent:
        raise LookFirst(changes=_shown(changes, visit), sent=["|".join(change) for change in changes])
    kinds = {"leave": LeaveOffice, "take": TakeOffice}
    return [Planned(kinds[what](on=on, member=member, office=office)) for what, office, member in changes]


def _chosen(request: HttpRequest) -> dict[str, set[str]]:
    return {
        office: {member for member in request.POST.getlist(f"office-{office}") if member}
        for office in (*CHOSEN_SINGLY, *CHOSEN_TOGETHER)
    }


def _changes(now: Mapping[str, set[str]], chosen: Mapping[str, set[str]]) -> Iterator[Change]:
    """Yield what makes the chosen officers of the present ones: first who lays an office down, then who takes it."""
    for office, members in chosen.items():
        yield from (("leave", office, member) for member in sorted(now.get(office, set()) - members))
    for office, members in chosen.items():
        yield from (("take", office, member) for member in sorted(members - now.get(office, set())))


def _read(text: str) -> Change:
    what, office, member = (*text.split("|", 2), "", "")[:3]
    return what if what in ("leave", "take") else "take", office, member


def _shown(changes: Sequence[Change], visit: Visit) -> list[dict[str, Any]]:
    """Return the changes as the page shows them, office by office: who hands it on, who takes it."""
    known = {person.reference: person for person in people.members(visit.number)}
    offices = dict.fromkeys(office for _, office, _ in changes)
    return [
        {
            "office": office,
            "from": [known[m] for what, of, m in changes if (what, of) == ("leave", office) and m in known],
            "to": [known[m] for what, of, m in changes if (what, of) == ("take", office) and m in known],
        }
        for office in offices
    ]

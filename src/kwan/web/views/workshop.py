"""The wall of the workshop: cards by kind, the same card from several small groups drawn as a pile."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kwan.lessons import queries as lessons
from kwan.lessons.commands import SORTS
from kwan.lessons.queries import Note
from kwan.web.policy import Visit, check_can_look_inside
from kwan.web.views.visiting import visiting

LANES: Final = ("problem", "cause", "adaptation", "solution", "success", "knowledge", "other")
LOOKS: Final = {"solution": "mend", "adaptation": "mend", "knowledge": "learned", "success": "learned"}


@visiting(check_can_look_inside)
def wall(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the cards in lanes, most votes first."""
    notes = lessons.notes(visit.number)
    lanes = [
        (sort, LOOKS.get(sort, ""), piles([n for n in notes if n.sort == sort])) for sort in (*LANES, *SORTS)
    ]
    shown = [lane for place, lane in enumerate(lanes) if lane[2] and place < len(LANES)]
    return render(request, "kwan/workshop.html", {
        "tab": "more", "lanes": shown, "notes": notes, "votes": sum(note.votes for note in notes),
        "held_on": max((note.on for note in notes), default=None),
    })  # fmt: skip


def piles(notes: list[Note]) -> list[list[Note]]:
    """Return the cards with the same words together, in the order of their votes. Those without words stay apart."""
    found: dict[str, list[Note]] = {}
    for note in notes:
        found.setdefault(note.text or f"#{note.entry}", []).append(note)
    return sorted(found.values(), key=lambda pile: -sum(note.votes for note in pile))

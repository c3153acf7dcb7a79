"""The register of equipment: all of it, one piece with its history, and what is written of it."""

from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kwan.fund.queries.assets import EquipmentView, equipment_words, register
from kwan.fund.rules.assets import GIVERS, GONE, STATES, Happened
from kwan.quantities import format_baht
from kwan.web.forms import equipment as forms
from kwan.web.forms.sent import WRITES
from kwan.web.forms.writing import write
from kwan.web.language import Pair, say
from kwan.web.policy import Visit, can_write_the_book, check_can_look_inside, check_can_write_the_book
from kwan.web.views.visiting import visiting
from kwan.web.views.welfare import names_of


@dataclass(frozen=True)
class Line:
    """A line of the register, with who looks after it by name."""

    view: EquipmentView
    keeper: str
    state: str


@visiting(check_can_look_inside)
def equipment(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the register: what is in use, and what is not any more."""
    names = names_of(visit)
    lines = [_line(view, names) for view in register(visit.number)]
    return render(request, "kwan/equipment.html", {
        "tab": "more",
        "lines": [line for line in lines if not line.view.piece.is_gone],
        "gone": [line for line in lines if line.view.piece.is_gone],
        "spent": sum(line.view.piece.satang or 0 for line in lines if line.view.piece.origin == "bought"),
        "may_write": can_write_the_book(visit),
    })  # fmt: skip


def _line(view: EquipmentView, names: dict[str, str]) -> Line:
    piece = view.piece
    state = say(STATES[piece.state]) if piece.state else ""
    return Line(view, names.get(piece.keeper, piece.keeper) if piece.keeper else "", state)


@visiting(check_can_look_inside)
def one(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw one piece of equipment and all that happened to it."""
    view, names = view_at(visit, number), names_of(visit)
    words = equipment_words(visit.number)
    return render(request, "kwan/equipment_one.html", {
        "tab": "more",
        "line": _line(view, names),
        "history": [(each, told(each, names), words.get(each.entry, "")) for each in reversed(view.history)],
        "may_write": can_write_the_book(visit),
        "steps": [(name, icon, say(words)) for name, (_, icon, words) in forms.STEPS.items()],
    })  # fmt: skip


def told(each: Happened, names: dict[str, str]) -> str:
    """Return what happened in the words of the page's language."""
    pieces = f"{each.pieces:,}"
    if each.what == "kept":
        keeper = names.get(each.keeper, each.keeper) if each.keeper else ""
        at: Pair = (f"ตั้งอยู่ที่ {each.place}", f"It stands at {each.place}") if each.place else ("", "")
        by: Pair = (f"ผู้ดูแล {keeper}", f"Looked after by {keeper}") if keeper else ("", "")
        return " · ".join(filter(None, (say(at), say(by))))
    said: dict[str, Pair] = {
        "bought": (f"ซื้อ {pieces} ชิ้น {_baht(each, 0)}", f"{pieces} bought {_baht(each, 1)}"),
        "given": (f"รับมอบ {pieces} ชิ้น {_giver(each, 0)}", f"{pieces} given {_giver(each, 1)}"),
        "gone": (f"{_code(GONE, each, 0)} {pieces} ชิ้น {_baht(each, 0)}", f"{_code(GONE, each, 1)}: {pieces} {_baht(each, 1)}"),
        "seen": (f"นับได้ {pieces} ชิ้น {_code(STATES, each, 0)}", f"{pieces} counted; {_code(STATES, each, 1).lower()}"),
    }  # fmt: skip
    return say(said[each.what]).strip()


def _code(words: Any, each: Happened, lang: int) -> str:
    return str(words[each.code][lang]) if each.code in words else ""


def _baht(each: Happened, lang: int) -> str:
    return f"{format_baht(each.satang)} {('บาท', 'baht')[lang]}" if each.satang else ""


def _giver(each: Happened, lang: int) -> str:
    giver = _code(GIVERS, each, lang)
    return f"{('จาก', 'by ')[lang]}{giver[0].lower() + giver[1:] if lang else giver}" if giver else ""


def view_at(visit: Visit, number: int) -> EquipmentView:
    """Return the equipment that this entry brought. Raise Http404 if it brought none that stands."""
    for view in register(visit.number):
        if view.entry == number:
            return view
    raise Http404


@visiting(check_can_write_the_book, methods=WRITES)
def bought(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write what was bought from the fund."""
    return write(request, visit, forms.new_form(visit, timezone.localdate(), is_given=False))


@visiting(check_can_write_the_book, methods=WRITES)
def given(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write what was given in kind."""
    return write(request, visit, forms.new_form(visit, timezone.localdate(), is_given=True))


@visiting(check_can_write_the_book, methods=WRITES)
def step(request: HttpRequest, visit: Visit, number: int, step: str) -> HttpResponse:
    """Count it, move it, hand it over, or write that it is not in use any more."""
    if step not in forms.STEPS:
        raise Http404
    form, _, _ = forms.STEPS[step]
    return write(request, visit, form(visit, view_at(visit, number), timezone.localdate()))

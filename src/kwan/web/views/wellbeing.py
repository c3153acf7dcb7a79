"""The rounds of wellbeing, as anybody in the group may see them: never one person's answer."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kwan.lessons.claims.indicators import may_be_told
from kwan.lessons.claims.judging import Books
from kwan.pictures import Improved, Picture, Round, flowers
from kwan.pictures import rounds as draw_rounds
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_look_inside
from kwan.web.views.visiting import visiting
from kwan.web.words.codes import round_name
from kwan.web.words.dates import shortdate
from kwan.wellbeing import queries as wellbeing
from kwan.wellbeing.rules import FEWEST_PEOPLE


@visiting(check_can_look_inside)
def rounds(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the rounds: when, with which questions, how many answered; medians and "k of n" from five people on."""
    found = wellbeing.rounds(visit.number)
    improved = improved_of(visit, found)
    return render(request, "kwan/wellbeing.html", {
        "tab": "more",
        "rounds": found,
        "fewest": FEWEST_PEOPLE,
        "improved": improved,
        "picture": _picture(found, improved),
    })  # fmt: skip


def improved_of(visit: Visit, rounds: list[wellbeing.Round]) -> Improved | None:
    """Return how many improved from the first round to the last, None where the report does not say it either."""
    last = rounds[-1] if rounds else None
    if last is None or last.improved is None:
        return None
    books = Books(visit.number, visit.book.name, visit.book.last_entry)
    return Improved(*last.improved) if may_be_told(books, *last.improved) else None


def garden(improved: Improved | None) -> Picture | None:
    """Return the people as flowers, None where that may not be said."""
    return flowers(improved, lang=lang_now()) if improved else None


def _picture(found: list[wellbeing.Round], improved: Improved | None) -> Picture | None:
    lang = lang_now()
    series = [
        Round(
            round_name(each.round, lang), shortdate(each.last_day), each.answered,
            None if each.median is None else Decimal(str(each.median)),
        )
        for each in found
    ]  # fmt: skip
    return (
        draw_rounds(series, improved, lang=lang) if any(each.median is not None for each in found) else None
    )

"""The rounds of wellbeing, as anybody in the group may see them: never one person's answer."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kwan.pictures import Improved, Picture, Round, flowers
from kwan.pictures import rounds as draw_rounds
from kwan.web.policy import Visit, check_can_look_inside
from kwan.web.templatetags.kwan_words import lang_now, shortdate
from kwan.web.views.visiting import visiting
from kwan.web.words import round_name
from kwan.wellbeing import queries as wellbeing
from kwan.wellbeing.rules import FEWEST_PEOPLE


@visiting(check_can_look_inside)
def rounds(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the rounds: when, with which questions, how many answered; medians and "k of n" from five people on."""
    found = wellbeing.rounds(visit.number)
    return render(request, "kwan/wellbeing.html", {
        "tab": "more",
        "rounds": found,
        "fewest": FEWEST_PEOPLE,
        "improved": improved_of(found),
        "picture": _picture(found),
    })  # fmt: skip


def improved_of(rounds: list[wellbeing.Round]) -> Improved | None:
    """Return how many improved from the first round to the last, None where that may not be said."""
    last = rounds[-1] if rounds else None
    return Improved(*last.improved) if last and last.improved else None


def garden(rounds: list[wellbeing.Round]) -> Picture | None:
    """Return the people as flowers, None where that may not be said."""
    improved = improved_of(rounds)
    return flowers(improved, lang=lang_now()) if improved else None


def _picture(found: list[wellbeing.Round]) -> Picture | None:
    lang = lang_now()
    series = [
        Round(
            round_name(each.round, lang), shortdate(each.last_day), each.answered,
            None if each.median is None else Decimal(str(each.median)),
        )
        for each in found
    ]  # fmt: skip
    return (
        draw_rounds(series, improved_of(found), lang=lang)
        if any(each.median is not None for each in found)
        else None
    )

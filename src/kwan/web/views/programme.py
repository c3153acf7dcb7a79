"""What the project promised and did: activities, indicators, and what fell into the time from outside."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kwan.lessons.claims.indicators import may_be_told
from kwan.lessons.claims.judging import Books
from kwan.people import queries as people
from kwan.pictures import Indicator as Bar
from kwan.pictures import Lang, Picture, Unit, bullet
from kwan.programme import measures, queries
from kwan.programme.queries import Indicator
from kwan.programme.rules import BY_MEASURE, actual
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_look_inside
from kwan.web.views.visiting import visiting
from kwan.web.words.figures import hundredths


@visiting(check_can_look_inside)
def activities(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the activities, newest first, with who came."""
    names = {member.reference: member.name or member.reference for member in people.members(visit.number)}
    rows = [
        (each, [(ref, names.get(ref, ref)) for ref in each.attended])
        for each in queries.activities(visit.number)
    ]
    return render(request, "kwan/activities.html", {
        "tab": "more", "rows": rows[::-1], "names": names, "events": queries.events(visit.number),
    })  # fmt: skip


@visiting(check_can_look_inside)
def indicators(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw each indicator from where it began, through where it stands, to what was promised."""
    rows = [_stand(visit, each) for each in queries.indicators(visit.number)]
    return render(request, "kwan/indicators.html", {"tab": "more", "rows": rows})


def _stand(visit: Visit, indicator: Indicator) -> dict[str, Any]:
    """Return an indicator with its figure (None where the books do not measure it, or may not say it) and picture."""
    kind = BY_MEASURE.get(indicator.measure or "")
    figure, is_kept = None, False
    if kind is not None:
        heads = [(visit.number, visit.book.last_entry)]
        above, *below = [measures.take(id_, heads).value for id_ in kind.measure.split("/")]
        books = Books(visit.number, visit.book.name, visit.book.last_entry)
        is_kept = kind.sealed and not may_be_told(books, above, below[0] if below else 0)
        figure = None if is_kept else actual(kind, above, below[0] if below else 1)
    lang = lang_now()
    return {
        "indicator": indicator,
        "counts": None if kind is None else (kind.en if lang == "en" else kind.th),
        "is_kept": is_kept,
        "figure": None if figure is None else written(figure),
        "target": hundredths(indicator.target, lang),
        "baseline": None if indicator.baseline is None else hundredths(indicator.baseline, lang),
        "picture": None if figure is None else _picture(indicator, figure, lang),
    }


def written(figure: Fraction) -> str:
    """Write a figure with two decimals at the most."""
    value = (Decimal(figure.numerator) / figure.denominator).quantize(Decimal("0.01"))
    return f"{value:,}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"


def _picture(indicator: Indicator, figure: Fraction, lang: Lang) -> Picture:
    unit = Unit(indicator.unit, indicator.unit, 100, 0 if figure.denominator == 1 else 1)
    bar = Bar(indicator.baseline, indicator.target, round(figure * 100))
    return bullet(bar, name=indicator.name, unit=unit, lang=lang)

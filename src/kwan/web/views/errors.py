"""What a page says when it cannot be shown: what happened, that nothing was lost, what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from kwan.web.language import lang_now


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer what no browser of ours would send."""
    del exception
    return render(request, "kwan/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Answer who may not do this."""
    del exception
    return render(request, "kwan/403.html", status=403)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token does not fit: most often a page left open since yesterday."""
    del reason
    return render(request, "kwan/403.html", {"stale": True}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer an address that leads nowhere, or nowhere for this person."""
    del exception
    return render(request, "kwan/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer our own fault. Asks neither the books nor who is here: they may be what broke."""
    del request
    return HttpResponse(render_to_string("kwan/500.html", {"lang": lang_now()}), status=500)

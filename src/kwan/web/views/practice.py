"""Beginning and ending practice."""

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from kwan.web import practice
from kwan.web.policy import check_can_practise, user_of


@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Lay out a practice book and go to its first page."""
    check_can_practise(user_of(request))
    _end(request)
    user = User.objects.get(pk=user_of(request))
    request.session[practice.MARK] = practice.start(user, timezone.localdate(), timezone.now())
    return redirect("savings", practice.BOOK)


@require_POST
def finish(request: HttpRequest) -> HttpResponse:
    """Throw the practice book away and go back to the real ones."""
    _end(request)
    return redirect("home")


def _end(request: HttpRequest) -> None:
    token = request.session.pop(practice.MARK, None)
    if token:
        practice.end(token)

"""Signing in and out, and the language."""

from typing import Any
from urllib.parse import urlencode

from allauth.account.utils import perform_login
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST, require_safe
from django.views.i18n import set_language

from kwan.people.entrance.opening import holder_of
from kwan.web import policy
from kwan.web.door import next_of, token_of


class SignIn(LoginView):
    """The page of names and passwords. Five wrong ones and axes locks it for a quarter of an hour."""

    template_name = "kwan/sign_in.html"
    redirect_authenticated_user = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Draw the form; on a paired phone lead to its six digits, unless a name is asked for."""
        if "by" not in request.GET and holder_of(token_of(request, "phone"), "phone"):
            return redirect(f"{reverse('pin')}?{urlencode({'next': next_of(request)})}")
        answer: HttpResponse = super().get(request, *args, **kwargs)
        return answer

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Open the books, or ask for the second step where there is one."""
        answer: HttpResponse = perform_login(
            self.request, form.get_user(), redirect_url=self.get_success_url()
        )
        return answer


@method_decorator(require_POST, name="dispatch")
class SignOut(LogoutView):
    """Leaves, by a button only: a link could be followed by a browser that looks ahead."""


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in a cookie and go back to the page."""
    answer: HttpResponse = set_language(request)
    return answer


@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """Draw who is signed in, which books are theirs, and the way out."""
    mine = [visit for visit in policy.visits(policy.user_of(request)) if policy.has_a_page(visit)]
    about = {
        "visits": mine,
        "may_practise": policy.can_practise(policy.user_of(request)),
        "from_outside": any(visit.role in policy.OF_A_PROJECT for visit in mine),
    }
    return render(request, "kwan/me.html", about)

"""The second step of signing in, for who looks into a group from outside: a passkey, or a code from an app.

django-allauth does the cryptography and the order of the steps. Here stands what is Kwan's own: nobody opens an
account by themselves, no e-mail is sent, the secrets are locked with the installation's key, and a facilitator
or a funder comes no further than to the page where the second step is set up until there is one.
"""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any, Final

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import get_language

from kwan.journal.seals import installation_key, lock, unlock
from kwan.people import queries as people

FROM_OUTSIDE: Final = ("facilitator", "funder")
FACTORS: Final = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
A_MOMENT: Final = timedelta(minutes=5)
OPEN_WITHOUT: Final = ("mfa_", "account_", "sign-", "language", "font")


class Accounts(DefaultAccountAdapter):
    """Logins as Kwan gives them: by the operator or the facilitator, never by oneself."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Nobody signs up."""
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Say nothing: the pages themselves say what happened, in the person's language."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing: nobody here has an e-mail address."""

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Ask who it is once more before a second step is changed, unless they came in a moment ago."""
        came = getattr(self.request.user, "last_login", None)
        fresh = came is not None and timezone.now() - came < A_MOMENT
        return bool(not fresh and super().is_reauthentication_required(app=app, **kwargs))


class Factors(DefaultMFAAdapter):
    """Second steps as Kwan keeps them: locked with the key that stays outside the database and its copies."""

    def encrypt(self, text: str) -> str:
        """Return a secret locked for the database."""
        return lock(installation_key(), text.encode())

    def decrypt(self, encrypted_text: str) -> str:
        """Return what `encrypt` was given. Raise ValueError for another installation's."""
        return unlock(installation_key(), encrypted_text).decode()

    def build_totp_svg(self, url: str) -> str:
        """Return the picture that the app on the phone reads."""
        picture = BytesIO()
        segno.make(url, error="m").save(picture, kind="svg", scale=6, border=4, light="white", xmldecl=False)
        return picture.getvalue().decode()

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002 - allauth's word
        """Return the name that a new passkey has until its owner gives another."""
        before = Authenticator.objects.filter(user_id=user.pk, type=type).count()
        return f"{'Passkey' if get_language() == 'en' else 'กุญแจเครื่อง'} {before + 1}"

    def get_totp_issuer(self) -> str:
        """Return the name under which the app lists it."""
        return f"Kwan {self._get_site_name()}"


class SecondStepMiddleware:
    """Leads a facilitator or a funder without a second step to where it is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass on; the page that was asked for is known a step later."""
        return self.get_response(request)

    def process_view(self, request: HttpRequest, *_: Any) -> HttpResponseBase | None:
        """Let the request through (None), or lead it to where the second step is set up."""
        page = (request.resolver_match and request.resolver_match.url_name) or ""
        if not settings.SECOND_STEP or page.startswith(OPEN_WITHOUT) or not request.user.is_authenticated:
            return None
        return redirect("mfa_index") if self._lacks_one(request) else None

    def _lacks_one(self, request: HttpRequest) -> bool:
        """Ask the database until the second step is there; from then on the session knows."""
        if request.session.get("second_step"):
            return False
        roles = {seat.role for seat in people.seats(int(request.user.pk or 0))}
        if roles.isdisjoint(FROM_OUTSIDE):
            return False
        request.session["second_step"] = has = is_mfa_enabled(request.user, FACTORS)
        return not has

"""The language of a page: what the person chose, else Thai.

A phone bought abroad says "English" to every site, so what the browser asks for is not listened to.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.middleware.locale import LocaleMiddleware
from django.utils import translation
from django.utils.cache import patch_vary_headers

from kwan.pictures import Lang

Pair = tuple[str, str]  # the same words in Thai and in English


def lang_now(lang: str = "") -> Lang:
    """Return ``en`` for English, ``th`` for everything else; without an argument what the request is in."""
    return "en" if (lang or translation.get_language() or "").startswith("en") else "th"


def say(pair: Pair) -> str:
    """Return the words of the page's language."""
    return pair[lang_now() == "en"]


class ChosenLanguageMiddleware(LocaleMiddleware):
    """Activates the language of the cookie."""

    def process_request(self, request: HttpRequest) -> None:
        """Choose before anything is drawn."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
        known = dict(settings.LANGUAGES)
        translation.activate(chosen if chosen in known else settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        """Say which language it became, and that a cookie decided."""
        del request
        patch_vary_headers(response, ("Cookie",))
        response.headers.setdefault("Content-Language", translation.get_language())
        return response

"""The typeface, handed to browsers as small files they may keep for a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from kwan.web.fonts import NoSuchFontError, web_font

if TYPE_CHECKING:
    from django.http import HttpRequest

A_YEAR = 365 * 24 * 60 * 60


@login_not_required
@require_safe
def font(request: HttpRequest, name: str) -> FileResponse:
    """Serve one weight as WOFF2; 404 for a name we do not have. The sign-in page needs it too."""
    del request
    try:
        path = web_font(name, settings.KWAN_DATA / "cache" / "fonts")
    except NoSuchFontError as missing:
        raise Http404 from missing
    response = FileResponse(path.open("rb"), content_type="font/woff2")
    response["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    return response

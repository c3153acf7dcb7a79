"""How a page comes to its book: the door is the same for all of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import wraps
from typing import Any, TypeVar, cast

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase

from kwan.web import policy
from kwan.web.policy import Visit, VisitedRequest

Page = Callable[..., HttpResponseBase]
Check = Callable[[Visit], None]
T = TypeVar("T")
MOST_DIGITS = 15  # no book has more entries than that


def visiting(
    check: Check, kind: str = "group", methods: tuple[str, ...] = ("GET", "HEAD")
) -> Callable[[Page], Page]:
    """Let a page be drawn only for who may: it is called with the request, the visit, and its place in the book.

    Raise Http404 for a book that is not theirs, for a page that is not for their role, and for what is not in the book.
    """

    def decorate(page: Page) -> Page:
        @wraps(page)
        def enter(request: HttpRequest, book: int, **place: Any) -> HttpResponseBase:
            if request.method not in methods:
                return _not_so(methods)
            visit = policy.check_can_visit(policy.user_of(request), book, kind)
            check(visit)
            cast("VisitedRequest", request).visit = visit
            try:
                return page(request, visit, **place)
            except ObjectDoesNotExist as missing:
                raise Http404 from missing

        return enter

    return decorate


def _not_so(methods: tuple[str, ...]) -> HttpResponse:
    return HttpResponse(status=405, headers={"Allow": ", ".join(methods)})


def number_asked(request: HttpRequest, name: str) -> int | None:
    """Return the number that an address asks for under this name, None if it asks for none. Raise Http404 for anything else."""
    asked = request.GET.get(name)
    if asked is None:
        return None
    if not (asked.isascii() and asked.isdigit()) or len(asked) > MOST_DIGITS:
        raise Http404
    return int(asked)


def before(request: HttpRequest) -> int | None:
    """Return the entry before which a page of lines begins, None for the newest."""
    return number_asked(request, "before")


@dataclass(frozen=True)
class Pages:
    """Which page of how many."""

    number: int
    last: int

    @property
    def newer(self) -> int | None:
        """The page before this one."""
        return self.number - 1 if self.number > 1 else None

    @property
    def older(self) -> int | None:
        """The page after this one."""
        return self.number + 1 if self.number < self.last else None


def page_of(request: HttpRequest, rows: Sequence[T], size: int) -> tuple[list[T], Pages]:
    """Return the asked page of rows, and which page it is. Raise Http404 for a page that is none."""
    asked = number_asked(request, "page")
    pages = Pages(1 if asked is None else asked, max(1, -(-len(rows) // size)))
    if not 1 <= pages.number <= pages.last:
        raise Http404
    return list(rows[(pages.number - 1) * size : pages.number * size]), pages

"""Words and figures on screen: two languages, Buddhist era, satang as baht, grams as kilograms.

Tags that need a language take it from the page (``lang``); filters take it as
their argument or from the language the request was activated in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, cast

from django import template
from django.utils.html import format_html

from kwan.pictures import WORDS, brand, icon, verdict, weave
from kwan.pictures.weave import in_digits
from kwan.quantities import format_baht, format_kilograms
from kwan.web.language import lang_now
from kwan.web.words.dates import monthyear, shortdate, thaidate, weekdate

if TYPE_CHECKING:
    from django.template import Context

    from kwan.pictures import Lang, Svg, Verdict

register = template.Library()

for _write in (thaidate, shortdate, weekdate, monthyear):
    register.filter(_write)


class Tab(NamedTuple):
    """One part of the book: its name in code, its words, its place."""

    name: str
    th: str
    en: str
    href: str
    is_here: bool


TABS: Final = (
    ("today", "วันนี้", "Today"),
    ("savings", "ออม", "Savings"),
    ("making", "ผลิต", "Making"),
    ("orders", "สั่งซื้อ", "Orders"),
    ("report", "รายงาน", "Report"),
    ("more", "เพิ่มเติม", "More"),
)


def lang_of(context: Context) -> Lang:
    """Return the language of the page."""
    return lang_now(str(context.get("lang") or ""))


@register.simple_tag(takes_context=True)
def t(context: Context, th: str, en: str) -> str:
    """Choose the words of the page's language: ``{% t "ออม" "Savings" %}``."""
    return en if lang_of(context) == "en" else th


@register.simple_tag(takes_context=True)
def other_lang(context: Context) -> Lang:
    """Return the language the page is not in."""
    return "th" if lang_of(context) == "en" else "en"


@register.simple_tag(takes_context=True)
def tabs(context: Context) -> list[Tab]:
    """Return the parts of the book. The page gives ``nav`` (name to address) and ``tab`` (where it is)."""
    nav, here = context.get("nav") or {}, context.get("tab")
    return [Tab(name, th, en, nav[name], name == here) for name, th, en in TABS if name in nav]


@register.simple_tag
def n(figure: object, href: str = "", unit: str = "") -> str:
    """Write a number as the link to what it is made of; its unit never parts from it."""
    number = (
        format_html('<a class="n" href="{}">{}</a>', href, figure)
        if href
        else format_html("<b>{}</b>", figure)
    )
    return format_html("{}\N{NO-BREAK SPACE}{}", number, unit) if unit else number


@register.filter
def baht(satang: int | None) -> str:
    """Write satang as baht with both decimals: 1350350 is ``13,503.50``; nothing is nothing."""
    return "" if satang is None else format_baht(satang, 2)


@register.filter
def short_baht(satang: int | None) -> str:
    """Write satang as baht, ``.00`` left off: 15000 is ``150``; nothing is nothing."""
    return "" if satang is None else format_baht(satang)


@register.filter
def kg(grams: int | None) -> str:
    """Write grams as kilograms without idle zeros: 2500 is ``2.5``."""
    return "" if grams is None else format_kilograms(grams)


@register.filter
def count(pieces: int | None) -> str:
    """Write a count with its thousands apart: 1200 is ``1,200``."""
    return "" if pieces is None else f"{pieces:,}"


@register.simple_tag(name="icon")
def icon_tag(name: str) -> Svg:
    """Draw an icon; words must stand beside it."""
    return icon(name)


@register.simple_tag(name="brand")
def brand_tag() -> Svg:
    """Draw the sign on the cover."""
    return brand()


@register.simple_tag(takes_context=True, name="verdict")
def verdict_tag(context: Context, kind: str) -> Svg:
    """Draw the mark of a verdict."""
    return verdict(cast("Verdict", kind), lang_of(context))


@register.simple_tag(takes_context=True)
def verdict_word(context: Context, kind: str) -> str:
    """Say a verdict in words."""
    return WORDS[cast("Verdict", kind)][lang_of(context)]


@register.simple_tag(takes_context=True, name="weave")
def weave_tag(context: Context, digest: str) -> Svg:
    """Draw the woven mark of a head."""
    return weave(digest, lang_of(context))


@register.filter
def digits(digest: str) -> str:
    """Say the woven mark in eight digits."""
    return in_digits(digest)

"""Words and figures on screen: two languages, Buddhist era, satang as baht, grams as kilograms.

Tags that need a language take it from the page (``lang``); filters take it as
their argument or from the language the request was activated in.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from django import template
from django.utils.html import format_html
from django.utils.translation import get_language

from kwan.pictures import WORDS, brand, icon, verdict, weave
from kwan.pictures.weave import in_digits
from kwan.quantities import format_baht, format_kilograms
from kwan.thai import format_date
from kwan.thai.date_styles import buddhist_year
from kwan.thai.months import ENGLISH, ENGLISH_SHORT
from kwan.thai.weekdays import WEEKDAYS

if TYPE_CHECKING:
    from django.template import Context

    from kwan.pictures import Lang, Svg, Verdict

register = template.Library()

WEEKDAYS_EN: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


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


def lang_now(lang: str = "") -> Lang:
    """Return ``en`` for English, ``th`` for everything else; without an argument what the request is in."""
    return "en" if (lang or get_language() or "").startswith("en") else "th"


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


def plain_day(day: date) -> date:
    """Drop the time of a moment."""
    return day.date() if isinstance(day, datetime) else day


@register.filter
def thaidate(day: date | None, lang: str = "") -> str:
    """Write a day in full: ``12 กุมภาพันธ์ 2565``, in English ``12 February 2565 BE``."""
    if day is None:
        return ""
    day = plain_day(day)
    if lang_now(lang) == "en":
        return f"{day.day} {ENGLISH[day.month - 1]} {buddhist_year(day)} BE"
    return format_date(day, "long")


@register.filter
def shortdate(day: date | None, lang: str = "") -> str:
    """Write a day briefly for lines and tables: ``12 ก.พ. 65``, in English ``12 Feb 2565``."""
    if day is None:
        return ""
    day = plain_day(day)
    if lang_now(lang) == "en":
        return f"{day.day} {ENGLISH_SHORT[day.month - 1]} {buddhist_year(day)}"
    return format_date(day, "short")


@register.filter
def weekdate(day: date | None, lang: str = "") -> str:
    """Write a day with its weekday for a headline: ``เสาร์ 5 มีนาคม 2565``."""
    if day is None:
        return ""
    name = (WEEKDAYS_EN if lang_now(lang) == "en" else WEEKDAYS)[day.weekday()]
    return f"{name} {thaidate(day, lang)}"


@register.filter
def monthyear(day: date | None, lang: str = "") -> str:
    """Write a month: ``ก.พ. 65``, in English ``Feb 2565``."""
    if day is None:
        return ""
    if lang_now(lang) == "en":
        return f"{ENGLISH_SHORT[day.month - 1]} {buddhist_year(day)}"
    return format_date(plain_day(day), "month")


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

"""The books' codes on screen: kinds of entries, offices, purposes, channels."""

from typing import Any, cast

from django import template
from django.template import Context

from kwan.journal.queries import EntryView
from kwan.lessons.queries import Note
from kwan.people import queries as people
from kwan.pictures import Svg, icon
from kwan.thai import Refused
from kwan.thai.places import names
from kwan.web.policy import can_read_entry
from kwan.web.templatetags.kwan_words import lang_of
from kwan.web.words import codes, kinds

register = template.Library()


@register.simple_tag(takes_context=True)
def word(context: Context, family: str, code: object) -> str:
    """Say a code of a family, as a line begins: ``{% word "office" term.office %}``."""
    said = codes.word(family, code, lang_of(context))
    return said[:1].upper() + said[1:]


@register.simple_tag(takes_context=True)
def title_of(context: Context, entry: EntryView) -> tuple[str, str]:
    """Return what an entry is and what it comes to; of a sealed one, or another's loan, that it exists."""
    visit = context.get("visit")
    if visit is not None and not can_read_entry(visit, entry):
        return kinds.OF_A_LOAN[lang_of(context) == "en"], ""
    return kinds.entry_title(entry.kind, entry.body, lang_of(context))


@register.simple_tag
def kind_icon(kind: str) -> Svg:
    """Draw the icon of a kind of entry."""
    return icon(kinds.kind_of(kind).icon)


@register.simple_tag(takes_context=True)
def round_name(context: Context, number: int) -> str:
    """Say what a round is called."""
    return codes.round_name(number, lang_of(context))


@register.simple_tag(takes_context=True)
def district_name(context: Context, code: int | None) -> str:
    """Say a district or sub-district by its code; nothing for none, the code for one that is no more."""
    if code is None:
        return ""
    try:
        place = names(code)
    except Refused:
        return str(code)
    thai = place.subdistrict_th or place.district_th
    english = place.subdistrict_en or place.district_en
    return english if lang_of(context) == "en" else thai


@register.simple_tag(takes_context=True)
def who(context: Context, login: str) -> str:
    """Say who wrote under a login: a member's name, where it is one's of this group, else the login."""
    visit = context.get("visit")
    known: dict[str, str] = cast("Any", context.render_context).setdefault("who", {})
    if visit is None:
        return login
    if login not in known:
        reference = people.member_of_login(visit.number, login)
        person = people.member(visit.number, reference) if reference else None
        known[login] = (person and (person.name or person.reference)) or login
    return known[login]


@register.filter
def item(mapping: dict[str, str], key: str) -> str:
    """Look up a key; nothing where there is none."""
    return mapping.get(key, "")


@register.simple_tag
def votes_of(pile: list[Note]) -> int:
    """Add up the votes of a pile of cards."""
    return sum(note.votes for note in pile)

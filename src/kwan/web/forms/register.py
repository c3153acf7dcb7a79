"""Boxes of the register: how a member is called, where they live; and what was typed into them."""

from typing import Any, Final

from kwan.people import queries as people
from kwan.people.queries import Member
from kwan.thai import Refused
from kwan.thai.places import district_code, names, subdistrict_code
from kwan.web.forms.boxes import Box, Reading
from kwan.web.language import Pair, say

LONGEST_REFERENCE: Final = 80
WHY_ALIKE: Final[dict[str, Pair]] = {
    "name": ("ชื่อเดียวกัน", "the same name"),
    "sound": ("ชื่อออกเสียงเหมือนกัน", "a name that sounds the same"),
    "first": ("ชื่อตัวเหมือนกัน อีกคนไม่มีนามสกุล", "the same first name, one without a surname"),
    "home": ("ชื่อเล่นและบ้านเลขที่เดียวกัน", "the same nickname and house"),
    "near": ("ชื่อต่างกันตัวอักษรเดียว", "a name one letter apart"),
}
SEALED: Final = ("กรรมการและพี่เลี้ยงเท่านั้นที่เห็น", "Only the officers and the facilitator see it.")


def name_box(person: Member | None = None) -> Box:
    """Return the box of a name."""
    return Box("name", ("ชื่อ นามสกุล", "Name"), value=(person and person.name) or "")


def reference_box(book: int) -> Box:
    """Return the box of a reference, with the next one of the group's own style in it."""
    hint = ("เลขต่อจากคนล่าสุด เปลี่ยนได้", "The next one; it may be another.")
    return Box("member", ("รหัสสมาชิก", "Reference"), value=people.next_reference(book), hint=hint)


def details(person: Member | None = None) -> tuple[Box, ...]:
    """Return the boxes that help to tell people apart: nickname, house, place."""
    place = names(person.subdistrict or person.district) if person and person.district else None
    nickname, house = (person.nickname, person.house) if person else (None, None)
    return (
        Box("nickname", ("ชื่อเล่น", "Nickname"), value=nickname or "", required=False, hint=SEALED),
        Box("house", ("บ้านเลขที่", "House number"), value=house or "", required=False, hint=SEALED),
        Box("tambon", ("ตำบล", "Sub-district"), value=place.subdistrict_th if place else "", required=False),
        Box("amphoe", ("อำเภอ", "District"), value=place.district_th if place else "", required=False),
    )


def told(reading: Reading) -> dict[str, Any]:
    """Return how a person is called, as it was typed."""
    name = reading.text("name", needed=True)
    return {"name": name or None, **{box: reading.text(box) or None for box in ("nickname", "house")}}


def place(reading: Reading, book: int) -> dict[str, Any]:
    """Return where a person lives as codes, both None where nothing was typed; a name nobody knows is told."""
    tambon, amphoe = reading.text("tambon"), reading.text("amphoe")
    if not tambon and not amphoe:
        return {"subdistrict": None, "district": None}
    province = _province(book)
    try:
        if tambon:
            code = subdistrict_code(tambon, amphoe, province)
            return {"subdistrict": code, "district": code // 100}
        return {"subdistrict": None, "district": district_code(amphoe, province)}
    except Refused as refused:
        reading.wrong["tambon" if tambon and amphoe else "amphoe"] = (refused.th, refused.en)
        return {"subdistrict": None, "district": None}


def _province(book: int) -> str:
    """Return where to look first: the group's own province, else the one where a member lives."""
    own = people.group(book, "").subdistrict
    code = own or next((each.district for each in people.members(book) if each.district), None)
    return names(code).province_th if code else ""


def reference(reading: Reading, book: int) -> str:
    """Return the reference that was typed, the next one if none was."""
    typed = reading.text("member")
    if len(typed) > LONGEST_REFERENCE or "/" in typed:
        reading.wrong["member"] = ("รหัสยาวไป หรือมีเครื่องหมาย /", "Too long, or with a slash in it.")
    return typed or people.next_reference(book)


def why_alike(why: str) -> str:
    """Say why two people may be one."""
    return say(WHY_ALIKE[why])

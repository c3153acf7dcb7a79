"""Provinces, districts and sub-districts of Thailand, by the codes of the registration office (DOPA).

A code grows with the place: 56 is Phayao, 5601 its town district, 560101 Wiang in it.
Names and codes are from GeoThai (CC BY 4.0), which is asked once and remembered.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

import geothai
from geothai.types import District, Province, Subdistrict

from kwan.thai.collate import normalise
from kwan.thai.refused import Refused, quoted

_SHORT_WORD = re.compile(r"^(?:จ|กิ่ง\s*อ|อ|ข|ต)\s*\.\s*|^(?:changwat|amphoe|tambon)\s+")
_LONG_WORD = re.compile(r"^(?:จังหวัด|กิ่งอำเภอ|อำเภอ|เขต|ตำบล|แขวง)")
_MARKS = re.compile(r"[\s.'’ฯ-]|\(.*\)")
_TOWN = ("เมือง", "mueang", "muang")
_BANGKOK = {"กทม": "กรุงเทพมหานคร", "กรุงเทพ": "กรุงเทพมหานคร"}
_PROVINCE_DIGITS, _DISTRICT_DIGITS, _SUBDISTRICT_DIGITS = 2, 4, 6

# The places directly under one code: how a name is looked up → its code.
Names = dict[str, int]
Area = Province | District | Subdistrict


@dataclass(frozen=True)
class Place:
    """One place in both languages; what a shorter code does not say is empty."""

    code: int
    province_th: str
    province_en: str
    district_th: str = ""
    district_en: str = ""
    subdistrict_th: str = ""
    subdistrict_en: str = ""


def subdistrict_code(tambon: str, amphoe: str, province: str) -> int:
    """Give the six-digit code of a sub-district, its names in Thai or English.

    `province` is where to look first; a district that is not there is taken from another province
    if only one has it. ตำบล, ต., อำเภอ, อ., จังหวัด, จ., spaces and a bare เมือง are understood.

    Raises:
        Refused: a name is missing or unknown; the sentence offers the nearest ones.
    """
    district = district_code(amphoe, province)
    if district is None:
        raise Refused("ยังไม่ได้กรอกอำเภอ", "No district was written.")
    if not _key(tambon):
        raise Refused("ยังไม่ได้กรอกตำบล", "No sub-district was written.")
    inside = _subdistricts(district)
    if _key(tambon) not in inside:
        raise _unknown(tambon, "ตำบล", "sub-district", inside)
    return inside[_key(tambon)]


def district_code(amphoe: str, province: str) -> int | None:
    """Give the four-digit code of a district, or `None` where none was written.

    Looks as `subdistrict_code` does. Without a province the name must be the only one of its kind.

    Raises:
        Refused: unknown, or in several other provinces at once.
    """
    wanted = _key(amphoe)
    if not wanted:
        return None
    home = _province_code(province)
    if home is None:
        return _the_only_district(amphoe, near=None)
    inside = _districts(home)
    town = f"เมือง{_key(names(home).province_th)}"
    spellings = (town,) if wanted in _TOWN else (wanted, f"เมือง{wanted}")
    found = next((inside[name] for name in spellings if name in inside), None)
    return found if found is not None else _the_only_district(amphoe, near=home)


@cache
def names(code: int) -> Place:
    """Give the names behind a two-, four- or six-digit code.

    Raises:
        Refused: no such place today.
    """
    digits = str(code)
    province = geothai.province(digits[:_PROVINCE_DIGITS])
    if province is None:
        raise _no_such_code(code)
    place = {"province_th": province.name_th, "province_en": province.name_en}
    if len(digits) > _PROVINCE_DIGITS:
        district = geothai.district(digits[:_DISTRICT_DIGITS])
        if district is None:
            raise _no_such_code(code)
        place |= {"district_th": district.name_th, "district_en": district.name_en}
    if len(digits) > _DISTRICT_DIGITS:
        subdistrict = geothai.subdistrict(digits)
        if subdistrict is None:
            raise _no_such_code(code)
        place |= {"subdistrict_th": subdistrict.name_th, "subdistrict_en": subdistrict.name_en}
    return Place(code=code, **place)


def _key(name: str | None) -> str:
    """Reduce a name to what tells places apart: no word for its level, no marks, no capitals."""
    plain = _SHORT_WORD.sub("", normalise(name or "").casefold())
    bare = _LONG_WORD.sub("", _MARKS.sub("", plain))
    return _BANGKOK.get(bare, bare)


def _by_name(areas: Sequence[Area]) -> Names:
    english = {_key(area.name_en): int(area.code) for area in reversed(areas)}
    return english | {_key(area.name_th): int(area.code) for area in areas}


@cache
def _provinces() -> Names:
    return _by_name(geothai.provinces())


@cache
def _districts(province: int) -> Names:
    return _by_name(geothai.districts(str(province)))


@cache
def _subdistricts(district: int) -> Names:
    return _by_name(geothai.subdistricts(str(district)))


@cache
def _districts_everywhere() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for province in sorted(set(_provinces().values())):
        for name, code in _districts(province).items():
            found.setdefault(name, set()).add(code)
    return {name: frozenset(codes) for name, codes in found.items()}


def _province_code(province: str) -> int | None:
    wanted = _key(province)
    if not wanted:
        return None
    if wanted not in _provinces():
        raise _unknown(province, "จังหวัด", "province", _provinces())
    return _provinces()[wanted]


def _the_only_district(amphoe: str, near: int | None) -> int:
    codes = _districts_everywhere().get(_key(amphoe), frozenset())
    if len(codes) == 1:
        return next(iter(codes))
    if codes or _key(amphoe) in _TOWN:
        raise Refused(
            f"มีอำเภอชื่อ {quoted(amphoe)} หลายจังหวัด ช่วยกรอกจังหวัดด้วย",
            f"Several provinces have a district {quoted(amphoe)}. Please write the province too.",
        )
    pool = _districts(near) if near else {name: min(codes) for name, codes in _districts_everywhere().items()}
    raise _unknown(amphoe, "อำเภอ", "district", pool)


def _unknown(written: str, level_th: str, level_en: str, pool: Names) -> Refused:
    near = [names(pool[name]) for name in get_close_matches(_key(written), pool, n=3, cutoff=0.5)]
    thai = ", ".join(dict.fromkeys(p.subdistrict_th or p.district_th or p.province_th for p in near))
    english = ", ".join(dict.fromkeys(p.subdistrict_en or p.district_en or p.province_en for p in near))
    return Refused(
        f"ไม่พบ{level_th} {quoted(written)}" + (f" ที่ใกล้เคียงคือ {thai}" if thai else ""),
        f"There is no {level_en} {quoted(written)}." + (f" Near it: {english}." if english else ""),
    )


def _no_such_code(code: int) -> Refused:
    return Refused(f"ไม่พบรหัสพื้นที่ {code}", f"There is no place with the code {code}.")

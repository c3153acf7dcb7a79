"""The claim about members by district as time went on.

Counted at the ends of years, by the district that stood in the register when somebody joined. A place is told by name
only where it had five members or more at each of these ends, or nobody; the others stand together, and so many
of the smallest with them that the same holds for their sum: nobody can be found by subtraction.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from kwan.lessons.claims.judging import Books, Claim, Family, calculated
from kwan.lessons.claims.people import NOT_WRITTEN, district_name
from kwan.lessons.claims.pictured import growth_of
from kwan.lessons.claims.trends import running
from kwan.lessons.claims.wording import listed
from kwan.lessons.rules import Finding, Month, Name, Slot, found
from kwan.wellbeing.rules import FEWEST_PEOPLE

BY_DISTRICT: Final = "members.by_district_month"
OTHERS: Final = ""
ELSEWHERE: Final = Name("ที่อื่นหรือไม่ได้จด", "elsewhere or not written")
Counts = tuple[int, ...]


def by_district(told: Mapping[str, Counts], ends: Sequence[int], books: Books) -> Finding:
    """Answer "where do the members come from, as time went on": each place at the first and at the last of these ends."""
    books.take(BY_DISTRICT)
    slots: dict[str, Slot | tuple[Slot, ...]] = {"from": Month(ends[0]), "to": Month(ends[-1])}
    statistics: dict[str, int] = {}
    rows = []
    for place, (code, counts) in enumerate(told.items()):
        first, last = (f"place_{place}_first", counts[0]), (f"place_{place}_last", counts[-1])
        statistics |= dict([first, last])
        rows.append((_name(code), calculated(*first, "count"), calculated(*last, "count")))
    if len(ends) == 1:
        th, en = listed(slots, [(name, last) for name, _, last in rows], "{a} {b} คน", "{a} {b}")
        said = ("เมื่อสิ้นเดือน{to} สมาชิกมาจาก" + th, "Members at the end of {to}: " + en + ".")
    else:
        th, en = listed(slots, rows, "{a} จาก {b} เป็น {c} คน", "{a} from {b} to {c}")
        said = (
            "ตั้งแต่สิ้นเดือน{from} ถึงเดือน{to} สมาชิกตามอำเภอที่จดไว้เมื่อเข้ากลุ่ม: " + th,
            "Members by the district they joined from, end of {from} to {to}: " + en + ".",
        )
    names = {_name(code): counts for code, counts in told.items()}
    return found("supported", *said, slots, statistics=statistics, picture=growth_of(names, ends))


def told_of(counted: Mapping[str, Counts]) -> dict[str, Counts]:
    """Return the places that may be told of, most members first, the others together as OTHERS; nothing where none may."""
    order = sorted(counted, key=lambda code: (code == NOT_WRITTEN, -counted[code][-1], code))
    open_ = [code for code in order if may_be_told(counted[code])]
    closed = [counted[code] for code in order if code not in open_]
    while closed and open_ and not may_be_told(_sum(closed)):
        closed.append(counted[open_.pop()])
    told = {code: counted[code] for code in open_}
    return {**told, OTHERS: _sum(closed)} if told and closed else told


def may_be_told(counts: Counts) -> bool:
    """Return whether each count is of nobody, or of five or more."""
    return all(count == 0 or count >= FEWEST_PEOPLE for count in counts)


def _sum(places: Sequence[Counts]) -> Counts:
    return tuple(map(sum, zip(*places, strict=True)))


def _name(code: str) -> Name:
    return district_name(code) or ELSEWHERE


def at_ends(by_month: Mapping[str, int], until: int) -> tuple[dict[str, Counts], tuple[int, ...]]:
    """Return the members of each district at the end of every year and now, and these months."""
    months: dict[str, dict[str, int]] = {}
    for part, people in by_month.items():
        district, _, month = part.partition("/")
        months.setdefault(district, {})[month] = people
    first = min(int(month) for of_district in months.values() for month in of_district)
    ends = (*(year * 100 + 12 for year in range(first // 100, until // 100)), until)
    counted = {}
    for district, of_district in months.items():
        held = running(of_district, until)
        counted[district] = tuple(held.get(end, 0) for end in ends)
    return counted, ends


def claims(books: Books) -> list[Claim]:
    """Return the claim, unless no district may be told of."""
    parts, today = books.in_confidence(BY_DISTRICT).parts, books.this_month()
    if not parts or any(int(part.partition("/")[2]) > today for part in parts):
        return []
    counted, ends = at_ends(parts, today)
    told = told_of(counted)
    if not any(district_name(code) for code in told):
        return []
    return [
        Claim(
            "members.by_district", "people", "สมาชิกมาจากอำเภอใดบ้างเมื่อเวลาผ่านไป", "Where did members come from, as time went on?",
            partial(by_district, told, ends),
        )
    ]  # fmt: skip


CLAIMS: tuple[Family, ...] = (claims,)

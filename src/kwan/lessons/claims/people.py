"""Claims about people: who joined, from which districts, and whether offices passed on."""

from dataclasses import dataclass
from datetime import date

from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.rules import Day, Finding, Name, Slots, found
from kwan.people import queries as people
from kwan.people.queries import Member
from kwan.thai import Refused
from kwan.thai.places import names

NOT_WRITTEN = "0"  # the part under which members without a district are counted
BANGKOK = 10
# Offices that one person holds at a time; only these can be handed over.
OFFICES = {
    "chair": Name("ประธาน", "chair"),
    "vice_chair": Name("รองประธาน", "vice-chair"),
    "treasurer": Name("เหรัญญิก", "treasurer"),
    "secretary": Name("เลขานุการ", "secretary"),
}


def joined(books: Books) -> Finding:
    """Answer "does the group have members": how many ever joined, and how many are members today."""
    ever, now = books.value("members.enrolled"), books.value("members.active")
    slots: Slots = {
        "group": books.group(),
        "ever": books.figure("members.enrolled"),
        "now": books.figure("members.active"),
    }
    if not ever:
        return found(
            "not_enough_data",
            "สมุดของ{group}ยังไม่มีทะเบียนสมาชิก จึงยังบอกจำนวนสมาชิกไม่ได้",
            "The books of {group} have no register of members yet, so they cannot say how many there are.",
            slots,
        )
    if not now:
        return found(
            "not_supported",
            "ทะเบียนของ{group}มีผู้เคยเป็นสมาชิก {ever} คน ขณะนี้ไม่มีใครเป็นสมาชิกอยู่",
            "The register of {group} names {ever} who once joined; nobody is a member now.",
            slots,
            why=("ทะเบียนจดไว้ว่าออกครบแล้ว", "The register says that all have left."),
        )
    if ever == now:
        return found(
            "supported",
            "มีผู้เข้าเป็นสมาชิก{group} {ever} คน ปัจจุบันยังเป็นสมาชิกอยู่ทั้ง {now} คน",
            "{ever} people have joined {group}, and all {now} are members today.",
            slots,
        )
    return found(
        "supported",
        "มีผู้เข้าเป็นสมาชิก{group}แล้ว {ever} คน ปัจจุบันมีสมาชิก {now} คน",
        "{ever} people have joined {group}; {now} are members today.",
        slots,
    )


def districts_grew(books: Books) -> Finding:
    """Answer "membership spread to other districts": where members lived at the start, and where today.

    The start is the first month anybody joined. Says districts, never how many or when: one newcomer
    of a district would be known by it.
    """
    first = books.parts("members.districts_at_start")
    start, today = _districts(first), _districts(books.parts("members.districts"))
    not_written = first.get(NOT_WRITTEN, 0)
    newcomers = books.parts("members.joined_by_district").get(NOT_WRITTEN, 0) - not_written
    slots: Slots = {
        "group": books.group(),
        "start": tuple(start.values()),
        "today": tuple(today.values()),
        "new": tuple(name for code, name in today.items() if code not in start),
        "districts_at_start": calculated("districts_at_start", len(start), "count"),
        "districts_today": calculated("districts_today", len(today), "count"),
        "not_written": calculated("not_written", not_written, "count"),
        "newcomers": calculated("newcomers_not_written", newcomers, "count"),
    }
    statistics: dict[str, int | str] = {
        "districts_at_start": len(start),
        "districts_today": len(today),
        "not_written": not_written,
        "newcomers_not_written": newcomers,
    }
    return _spread(slots, statistics) if start and today else _no_districts(slots)


def _no_districts(slots: Slots) -> Finding:
    return found(
        "not_enough_data",
        "ทะเบียนของ{group}ยังไม่ได้จดอำเภอของสมาชิกทั้งตอนเริ่มต้นและปัจจุบัน จึงยังบอกไม่ได้ว่าสมาชิกมาจากอำเภอใดเพิ่ม",
        "The register of {group} does not hold the districts of members both at the start and today, "
        "so it cannot say whether others were added.",
        slots,
    )


def _spread(slots: Slots, statistics: dict[str, int | str]) -> Finding:
    start, today = statistics["districts_at_start"], statistics["districts_today"]
    if slots["new"]:
        said = (
            "ตอนเริ่มต้นสมาชิกมาจาก {districts_at_start} อำเภอ คือ{start} ปัจจุบันมาจาก {districts_today} อำเภอ ที่มีเพิ่มคือ{new}",
            "Districts of the members: {districts_at_start} at the start ({start}), {districts_today} today; added: {new}.",
        )
        if statistics["not_written"]:
            why = (
                "ทะเบียนไม่ได้จดอำเภอของผู้ที่เป็นสมาชิกตั้งแต่เริ่มต้นไว้ {not_written} คน",
                "Of those who were members at the start, {not_written} have no district in the register.",
            )
            return found("partly", *said, slots, statistics=statistics, why=why)
        if int(today) <= int(start):
            why = (
                "มีอำเภอใหม่ แต่จำนวนอำเภอไม่ได้มากกว่าตอนเริ่มต้น",
                "There are new districts, but not more of them than at the start.",
            )
            return found("partly", *said, slots, statistics=statistics, why=why)
        return found("supported", *said, slots, statistics=statistics)
    if statistics["newcomers_not_written"]:
        return found(
            "not_enough_data",
            "สมาชิกที่จดอำเภอไว้มาจาก{today} ทะเบียนยังไม่ได้จดอำเภอของสมาชิกที่เข้ามาภายหลัง {newcomers} คน จึงยังบอกไม่ได้ว่ามาจากอำเภออื่นหรือไม่",
            "Members whose district is written come from {today}; of those who joined later {newcomers} have none written, "
            "so it is not known whether they come from elsewhere.",
            slots,
            statistics=statistics,
        )
    if int(today) < int(start):
        return found(
            "not_supported",
            "ตอนเริ่มต้นสมาชิกมาจาก{start} ปัจจุบันมาจาก{today}",
            "At the start members came from {start}; today they come from {today}.",
            slots,
            statistics=statistics,
            why=("ข้อมูลชี้ไปอีกทางหนึ่ง", "The books point the other way."),
        )
    return found(
        "not_supported",
        "สมาชิกมาจาก{today}ตั้งแต่เริ่มต้นจนถึงปัจจุบัน",
        "Members come from {today}, today as at the start.",
        slots,
        statistics=statistics,
        why=(
            "ทะเบียนยังไม่มีสมาชิกจากอำเภออื่นเพิ่ม",
            "The register has no further members from other districts yet.",
        ),
    )


def _districts(parts: dict[str, int]) -> dict[str, Name]:
    """Return the districts that have a member, by code. A code that is no place today is left out."""
    return {
        code: name for code, people_there in parts.items() if people_there and (name := district_name(code))
    }


def district_name(code: str) -> Name | None:
    """Return what the district of this code (4 digits) is called; None for one that is no place today, or not written."""
    if not code.isdigit() or code == NOT_WRITTEN:
        return None
    try:
        place = names(int(code))
    except Refused:
        return None
    word = "เขต" if int(code) // 100 == BANGKOK else "อำเภอ"
    return Name(f"{word}{place.district_th.removeprefix(word)}", place.district_en)


@dataclass(frozen=True)
class Held:
    """One member's time in an office."""

    office: str
    member: str
    since: date
    until: date | None


def handover(books: Books) -> Finding:
    """Answer "an office passed on to somebody else": two holders of one office, one after the other, with dates.

    Nobody is named, and nothing is said of generations: the books hold no ages.
    """
    books.take("office.changes")
    books.take("office.ended")
    terms = _terms(people.members(books.book, books.last_entry))
    ended = [term for term in terms if term.until]
    passed = [(old, new) for old in ended for new in terms if _took_over(old, new)]
    if passed:
        return _passed_on(passed)
    if ended:
        return _half_told(max(ended, key=lambda term: term.until or term.since), terms)
    return found(
        "not_enough_data",
        "สมุดของ{group}ยังไม่มีวันที่ส่งต่อตำแหน่งใด จึงยังบอกไม่ได้ว่ามีการส่งต่อตำแหน่งหรือไม่",
        "The books of {group} hold no date on which an office was laid down, so they cannot say whether one passed on.",
        {"group": books.group()},
    )


def _passed_on(passed: list[tuple[Held, Held]]) -> Finding:
    """Tell of the last handover, and of how many there were and in which offices, if it was not the only one."""
    old, new = max(passed, key=lambda pair: (pair[1].since, pair[1].office))
    generations = {(taken.office, taken.member, taken.since) for _, taken in passed}
    offices = {office for office, _, _ in generations}
    slots: Slots = {
        "office": OFFICES[new.office],
        "until": Day(old.until or new.since),
        "since": Day(new.since),
        "times": calculated("times", len(generations), "count"),
        "offices": tuple(name for office, name in OFFICES.items() if office in offices),
    }
    th = "ตำแหน่ง{office}ส่งต่อให้คนใหม่แล้ว คนก่อนดำรงตำแหน่งถึงวันที่ {until} คนต่อมารับตั้งแต่วันที่ {since}"
    en = (
        "The office of {office} passed on to somebody else: one held it until {until}, the next from {since}."
    )
    if len(generations) > 1:
        th += " ทั้งหมดส่งต่อแล้ว {times} ครั้ง ในตำแหน่ง{offices}"
        en += " In all, offices passed on {times} times ({offices})."
    return found("supported", th, en, slots, statistics={"times": len(generations)})


def _half_told(old: Held, terms: list[Held]) -> Finding:
    slots: Slots = {"office": OFFICES[old.office], "until": Day(old.until or old.since)}
    said = (
        "ผู้ดำรงตำแหน่ง{office}คนก่อนอยู่ในตำแหน่งถึงวันที่ {until}",
        "The earlier holder of the office of {office} kept it until {until}.",
    )
    if any(term.office == old.office and term.until is None for term in terms):
        why = (
            "ปัจจุบันมีผู้ดำรงตำแหน่งนี้ แต่สมุดไม่ได้จดว่ารับต่อเมื่อใด",
            "Somebody holds it today, but the books do not say from when.",
        )
    else:
        why = ("สมุดยังไม่ได้จดว่ามีผู้รับตำแหน่งต่อ", "The books do not say yet that anybody followed.")
    return found("partly", *said, slots, why=why)


def _took_over(old: Held, new: Held) -> bool:
    """Return whether `new` began later than `old` in the same office, and outlasted it."""
    if old.office != new.office or old.member == new.member or new.since <= old.since:
        return False
    return old.until is not None and (new.until is None or new.until > old.until)


def _terms(members: list[Member]) -> list[Held]:
    """Return the terms in offices held by one person; who left the group has left the office (the register says so)."""
    return [
        Held(term.office, member.reference, term.since, term.until)
        for member in members
        for term in member.offices
        if term.office in OFFICES
    ]


CLAIMS = (
    Claim("members.joined", "people", "กลุ่มมีสมาชิกกี่คน", "How many members does the group have?", joined),
    Claim(
        "members.districts_grew",
        "people",
        "สมาชิกขยายไปอำเภออื่นหรือไม่",
        "Did membership spread to other districts?",
        districts_grew,
    ),
    Claim(
        "people.handover",
        "people",
        "มีการส่งต่อตำแหน่งในกลุ่มหรือไม่",
        "Did an office pass on to somebody else?",
        handover,
    ),
)

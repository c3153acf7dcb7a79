"""What is about a member, in words: tables that the page, the workbook and the printed paper share."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils.timezone import localtime

from kwan.journal.about import About
from kwan.people.queries.consents import Consent
from kwan.people.queries.doors import Door
from kwan.quantities import format_baht
from kwan.web.language import Pair
from kwan.web.own_data.gathering import OwnData
from kwan.web.words import household as household_words
from kwan.web.words.codes import account_name, word
from kwan.web.words.dates import thaidate
from kwan.web.words.entries import FIELDS, told
from kwan.web.words.figures import place
from kwan.web.words.kinds import entry_title, is_in_own_book

PURPOSES: Final[Mapping[str, Pair]] = {
    "wellbeing": ("คำตอบเรื่องความสุข–ทุกข์", "Answers about happiness and suffering"),
    "stories": ("รูปและคำพูดในรายงาน", "Pictures and words in reports"),
    "contact": ("เบอร์โทรแก่คนที่ทำงานกับกลุ่ม", "Telephone number to those who work with the group"),
    "debts": ("หนี้สินในครัวเรือนที่เล่าไว้", "Household debts that were told"),
}
STATES: Final[Mapping[str, Pair]] = {
    "given": ("ยินยอม", "Agreed"),
    "withdrawn": ("ไม่ยินยอม", "Not agreed"),
    "not_asked": ("ยังไม่ได้ถาม", "Not asked yet"),
}
DOORS: Final[Mapping[str, Pair]] = {
    "seat": ("สิทธิ์เข้าดูสมุด", "Seat"),
    "phone": ("มือถือที่ผูกไว้", "Paired phone"),
    "card": ("บัตรสมาชิก", "Member's card"),
}
# Fields that are only ever sealed, and so have no name on other screens.
SEALED_FIELDS: Final[Mapping[str, Pair]] = {
    "nickname": ("ชื่อเล่น", "Nickname"),
    "house": ("บ้านเลขที่", "House number"),
    "note": ("บันทึก", "Note"),
    "score": ("คะแนนความสุข–ทุกข์ (0–10)", "Happiness and suffering (0–10)"),
    "creditor": ("เจ้าหนี้", "Creditor"),
    "nature": ("หนี้ในระบบหรือนอกระบบ", "Formal or informal"),
    "conditions": ("เงื่อนไข", "Conditions"),
    "witness": ("พยาน", "Witness"),
    "purpose": ("ขอกู้ไปทำอะไร", "What the loan is for"),
}


@dataclass(frozen=True)
class Table:
    """One part of what is about a member, as rows of text under their headings."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[int, ...] = ()  # the columns in which sums stand


def tables(own: OwnData, lang: str) -> list[Table]:
    """Return everything in words, the parts in the order in which people look for them."""
    say = _sayer(lang)
    entry, day = say("รายการที่", "Entry"), say("วันที่", "Day")
    return [
        Table(say("ในทะเบียน", "In the register"), (say("เรื่อง", "What"), say("ข้อมูล", "Known")), tuple(facts(own, lang))),
        Table(
            say("เงินของฉันในกลุ่ม (บาท)", "My money in the group (baht)"), (say("สมุด", "Account"), say("คงเหลือ", "Balance")),
            tuple((account_name(code, lang), format_baht(satang, 2)) for code, satang in own.balances.items()), (1,),
        ),
        Table(
            say("ความยินยอม", "Consent"),
            (say("เรื่อง", "Purpose"), say("ตอนนี้", "Now"), say("ที่บอกไว้", "What was said")),
            tuple(_consent(one, lang) for one in own.consents),
        ),
        Table(
            say("รายการที่เป็นเรื่องของฉัน", "Entries about me"),
            (entry, day, say("เรื่อง", "What"), say("ในรายการ", "What it says"), say("เงินเข้าออก คงเหลือ (บาท)", "Moved, left (baht)")),
            tuple(_own(one, lang) for one in own.own), (4,),
        ),
        Table(
            say("ที่ผนึกไว้", "What is sealed"), (entry, day, say("เรื่อง", "What"), say("ที่จดไว้", "What was written")),
            tuple(row for one in own.entries for row in sealed(one, lang)),
        ),
        Table(
            say("ชื่อฉันอยู่ในรายการอื่น", "Other entries that name me"),
            (entry, day, say("เรื่อง", "What"), say("ตรงไหน", "Where")),
            tuple((*_where(one, lang), where(one, lang)) for one in own.elsewhere),
        ),
        Table(
            say("ทางเข้าดูสมุดของฉัน", "My ways in"),
            (say("ทาง", "Way"), say("ตั้งแต่", "Since"), say("เปิดล่าสุด", "Last opened"), say("เลิกใช้", "Ended")),
            tuple(_door(one, lang) for one in own.doors),
        ),
    ]  # fmt: skip


def facts(own: OwnData, lang: str) -> Iterator[tuple[str, str]]:
    """Yield what the register knows of the member."""
    say, person = _sayer(lang), own.member
    known = (
        (say("กลุ่ม", "Group"), own.head.name),
        (say("รหัส", "Number"), person.reference),
        (say("ชื่อ", "Name"), person.name),
        (say("ชื่อเล่น", "Nickname"), person.nickname),
        (say("บ้านเลขที่", "House number"), person.house),
        (say("อยู่ที่", "From"), _from(person.subdistrict or person.district, lang)),
    )
    yield from ((what, value) for what, value in known if value)
    for span in person.spans:
        yield say("เป็นสมาชิก", "Member"), _span(span.since, span.until, lang)
    for term in person.offices:
        if term.office != "member":
            yield word("office", term.office, lang), _span(term.since, term.until, lang)


def title(one: About, lang: str) -> str:
    """Return what an entry is, and what became of it."""
    said = entry_title(one.entry.kind, one.entry.body, lang)[0]
    if one.entry.corrected_by is None:
        return said
    fixed = "corrected by entry" if lang == "en" else "แก้แล้วด้วยรายการที่"
    return f"{said} ({fixed} {one.entry.corrected_by:,})"


def amount(one: About, lang: str) -> str:
    """Return what an entry comes to, where that is one sum."""
    return entry_title(one.entry.kind, one.entry.body, lang)[1] if one.is_own else ""


def says(one: About, lang: str) -> str:
    """Return what an entry about the member says, field by field; their own number is not said over and over."""
    shown = [fact for fact in told(one.entry, lang, with_people=True) if not fact.member]
    return " · ".join(f"{fact.label} {fact.text}" for fact in shown) if one.is_own else ""


def moved(one: About, lang: str) -> str:
    """Return what moved on the member's accounts, and what was left, in baht."""
    into, out, left = ("in", "out", "left") if lang == "en" else ("เข้า", "ออก", "เหลือ")
    return " · ".join(
        f"{into if sum_ > 0 else out} {format_baht(abs(sum_), 2)} {left} {format_baht(after, 2)}"
        for _, sum_, after in one.moved
    )


def where(one: About, lang: str) -> str:
    """Return where in an entry about something else the member is named."""
    return " · ".join(_label(name, lang) for name in one.said)


def _label(name: str, lang: str) -> str:
    field = FIELDS.get(name)
    return name if field is None else (field.en if lang == "en" else field.th)


def sealed(one: About, lang: str) -> Iterator[tuple[str, str, str, str]]:
    """Yield the member's personal values in an entry, opened."""
    say = household_words.sealed_value if is_in_own_book(one.entry.kind) else _value
    for name, value in one.sealed:
        yield f"{one.entry.number:,}", thaidate(one.entry.on, lang), *say(name, value, lang)


def _value(name: str, value: Any, lang: str) -> Pair:
    if name in SEALED_FIELDS:
        return SEALED_FIELDS[name][lang == "en"], str(value)
    field = FIELDS.get(name)
    if field is None:
        return name, str(value)
    label = field.en if lang == "en" else field.th
    return label, field.say(value, lang) if isinstance(value, int) else str(value)


def _own(one: About, lang: str) -> tuple[str, ...]:
    return (*_where(one, lang), says(one, lang), moved(one, lang))


def _where(one: About, lang: str) -> tuple[str, str, str]:
    return f"{one.entry.number:,}", thaidate(one.entry.on, lang), title(one, lang)


def _consent(one: Consent, lang: str) -> tuple[str, str, str]:
    say = _sayer(lang)
    history = " · ".join(
        f"{thaidate(said.on, lang)} {say(*STATES['given' if said.is_yes else 'withdrawn'])} ({word('way', said.way, lang)})"
        for said in one.history
    )
    return say(*PURPOSES[one.purpose]), say(*STATES[one.state]), history


def _door(one: Door, lang: str) -> tuple[str, ...]:
    kind = DOORS[one.kind][lang == "en"]
    role = f" · {word('role', one.role, lang)}" if one.role else ""
    return (kind + role, *(_day(moment, lang) for moment in (one.made, one.opened, one.ended)))


def _day(moment: datetime | None, lang: str) -> str:
    return thaidate(localtime(moment).date(), lang) if moment else "–"


def _span(since: date, until: date | None, lang: str) -> str:
    end = thaidate(until, lang) if until else ("today" if lang == "en" else "ปัจจุบัน")
    return f"{thaidate(since, lang)} – {end}"


def _from(code: int | None, lang: str) -> str:
    return place(code, lang) if code else ""


def _sayer(lang: str) -> Any:
    return lambda th, en: en if lang == "en" else th

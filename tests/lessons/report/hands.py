"""Reports for the tests: a small book with something of everything, and a report made by hand."""

import re
from datetime import date
from decimal import Decimal

from kwan.journal.queries import head
from kwan.lessons.claims.judging import Claim, Judged, calculated
from kwan.lessons.report.document import Prose, Register, Report, Section, Told, prose
from kwan.lessons.rules import Day, Figure, Gap, Name, Place, Quote, found, plain, say
from kwan.people.commands import Join
from kwan.pictures import Point, steps
from kwan.programme import measures
from kwan.wellbeing.commands import Answer
from tests.journal.hands import a_book, write

BEFORE, AFTER = date(2021, 7, 4), date(2022, 2, 6)
SCORES = {"ก01": (5, 7), "ก02": (4, 6), "ก03": (5, 5), "ก04": (6, 4), "ก05": (3, 8), "ก06": (5, 6)}
HOSTILE = "<script>alert(1)</script> *หนา* #panic(1) $x$ {{ ก }} & “น้ำ” 😀"


def six_who_answered(scores=SCORES):
    """Six members who answered before and after, one of them in the middle: entries 1 to 19."""
    book = a_book()
    for member in scores:
        write(book, Join(on=BEFORE, member=member, name=f"คุณ{member}"))
    for member, (before, _) in scores.items():
        write(book, Answer(on=BEFORE, member=member, round=0, score=before))
    for member, (_, after) in scores.items():
        write(book, Answer(on=AFTER, member=member, round=2, score=after))
    write(book, Answer(on=date(2021, 11, 7), member="ก01", round=1, score=6))
    return book


def a_claim(id_="savings.rose", *, sealed=False):
    return Claim(id_, "money", "เงินออมเพิ่มขึ้นหรือไม่", "Did savings rise?", lambda _: None, sealed=sealed)


def read(book, *ids):
    return {id_: measures.take(id_, [(book, head(book).last_entry)]) for id_ in ids}


def judged(book, finding, *ids, claim=None, gaps=()):
    """Return a claim answered by hand: what was found, on these measures."""
    claim = claim or a_claim()
    return Judged(claim.id, claim, book, head(book).name, finding, read(book, *ids), gaps)


def happier(book):
    """A sealed claim that says k of n and nothing else."""
    finding = found(
        "partly",
        "ผู้ตอบทั้งสองรอบ {pairs} คน มีความสุขเพิ่มขึ้น {improved} คน",
        "Of {pairs} who answered twice {improved} are happier.",
        {
            "pairs": Figure(6, "count", "wellbeing.pairs"),
            "improved": Figure(4, "count", "wellbeing.improved"),
        },
        statistics={"p": Decimal("0.25"), "worse": 1},
    )
    rounds = ("pairs", "improved", "worse", "same", "answers")
    ids = ("members.active", *(f"wellbeing.{one}" for one in rounds))
    return judged(book, finding, *ids, claim=a_claim("wellbeing.most_happier", sealed=True))


def saved(book):
    """An open claim with everything a claim may have."""
    finding = found(
        "partly",
        "เงินออมของ{group}เพิ่มขึ้นจาก {first} บาท เป็น {last} บาท เมื่อ {to} กลุ่มย่อยเขียนว่า {quote}",
        "Savings of {group} rose from {first} to {last} baht by {to}. A small group wrote {quote}.",
        SLOTS,
        why=("ดู {months} เดือน ตั้งแต่ {to}", "Over {months} months, to {to}."),
        statistics={"first": 10000, "months": 3, "p": Decimal("0.3333")},
        picture=a_picture,
        table=((Name("ออมเข้า", "Paid in"), Figure(21000, "satang", "savings.balance", "in")),),
    )
    gap = Gap("a.gap", say("ขาดไป {n} บาท", GAP, "th"), say("{n} baht are missing.", GAP, "en"))
    return judged(book, finding, "savings.balance", "savings.by_month", gaps=(gap,))


SLOTS = {
    "group": Name("กลุ่มที่ 1", "group 1"),
    "first": calculated("first", 10000, "satang"),
    "last": Figure(16000, "satang", "savings.balance"),
    "to": Day(date(2021, 9, 1)),
    "quote": Quote(HOSTILE, "กลุ่มย่อย"),
    "months": calculated("months", 3, "count"),
}
GAP = {"n": Figure(3, "satang", "records.outside")}


def a_picture(lang, palette):
    series = [Point("ก.ค.", 10000, "กรกฎาคม ๒๕๖๔"), Point("ส.ค.", 16000, "สิงหาคม ๒๕๖๔")]
    return steps(series, th="เงินออมสะสมที่ปู่ย่ำน้ำ", en="Savings", lang=lang, palette=palette)


def a_report(book, *claims):
    """A report of a front page, a chapter with these claims, and the register."""
    stands = head(book)
    sections = (
        Section("front", Name("สรุปหนึ่งหน้า", "One page"), 1, (INTRO, *(Told(one, "short") for one in claims))),
        Section("money", Name("เงินออม", "Savings"), 1, ()),
        Section("money-in", Name("ออม", "Saved"), 2, tuple(Told(one, "full") for one in claims)),
        Section("register", Name("ทะเบียน", "Register"), 1, (Register(claims),)),
    )
    title, project = Name(f"รายงาน {stands.name}", f"Report of {stands.name}"), Name("โครงการ", "Project")
    replies = {(book, claims[0].id, ""): "กลุ่มเห็นด้วย <b>ทุกข้อ</b>"}
    subtitle = prose("{project}", "{project}", {"project": project})
    return Report("group", stands.name, title, subtitle, (stands,), claims, sections, replies)


INTRO = prose("อ่านถึงรายการที่ {n} น้ำใจและที่ตั้งกลุ่ม", "Read up to entry {n}.", {"n": Place(7)})


def squeezed(text):
    """Return the text without any blank."""
    return re.sub(r"\s", "", text)


def sentences(report, lang):
    """Return every sentence of a report as text: prose, claims and reasons."""
    blocks = [block for section in report.sections for block in section.blocks]
    said = [block.sentence(lang) for block in blocks if isinstance(block, Prose)]
    for claim in report.claims:
        said += [claim.finding.sentence(lang), claim.finding.why(lang)]
    return [plain(sentence) for sentence in said]

"""Claims about the lessons workshop: when, who, how, and every note, beside what the books say of the same thing."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from kwan.lessons import queries as lessons
from kwan.lessons.claims.judging import Books, Claim, Family, calculated
from kwan.lessons.claims.links import Link, links_of, names_a_cause
from kwan.lessons.queries import Note
from kwan.lessons.rules import Day, Figure, Finding, Name, Quote, Slot, Span, Verdict, found, say
from kwan.programme import queries as programme
from kwan.programme.queries import Activity
from kwan.programme.rules import is_workshop

Slots = dict[str, Slot | tuple[Slot, ...]]
SMALL_GROUPS = 2  # one group alone is not split into small ones
_LARGE = ("กลุ่มใหญ่", "วงใหญ่", "large group", "plenary")


def _workshop(books: Books) -> Activity | None:
    """Return the latest lessons workshop, and note what stands behind it."""
    held = [
        one
        for one in programme.activities(books.book, books.last_entry)
        if one.theme and is_workshop(one.theme)
    ]
    books.take_only("workshop.signed_in", {held[-1].entry} if held else ())
    return held[-1] if held else None


def _no_workshop(books: Books) -> Finding:
    return found(
        "not_enough_data",
        "สมุดของ{group}ยังไม่มีบันทึกวงสรุปบทเรียน",
        "The books of {group} note no lessons workshop yet.",
        {"group": books.group()},
    )


def meeting(books: Books) -> Finding:
    """Answer "when was the workshop?" from its entry."""
    held = _workshop(books)
    if held is None:
        return _no_workshop(books)
    return found(
        "supported",
        "{group}มีวงสรุปบทเรียน “{topic}” เมื่อวันที่ {day}",
        "{group} held its lessons workshop “{topic}” on {day}.",
        {"group": books.group(), "topic": Name(held.topic, held.topic), "day": Day(held.on)},
        why=("สมุดไม่ได้จดสถานที่จัด", "The books do not note the place."),
    )


def participants(books: Books) -> Finding:
    """Answer "how many took part?": those signed in, members and others, and nobody else."""
    held = _workshop(books)
    if held is None:
        return _no_workshop(books)
    slots: Slots = {
        "group": books.group(),
        "members": Figure(len(held.attended), "count", "workshop.signed_in", f"{held.entry}/members"),
        "others": Figure(held.others, "count", "workshop.signed_in", f"{held.entry}/others"),
        "day": Day(held.on),
    }
    if not held.people:
        return found(
            "not_enough_data",
            "วงสรุปบทเรียนวันที่ {day} ไม่มีรายชื่อผู้ลงชื่อเข้าร่วม",
            "Nobody is signed in at the lessons workshop of {day}.",
            slots,
        )
    th, en = (
        "ผู้ลงชื่อในวงสรุปบทเรียนของ{group}มีสมาชิก {members} คน",
        "Signed in at the lessons workshop of {group}: {members} members",
    )
    if held.others:
        return found("supported", f"{th} และผู้อื่น {{others}} คน", f"{en} and {{others}} others.", slots)
    return found("supported", th, f"{en}.", slots)


def groups(books: Books) -> Finding:
    """Answer "which groups took part?": a group with members signed in did."""
    held = _workshop(books)
    if held is None:
        return _no_workshop(books)
    slots: Slots = {"group": books.group(), "day": Day(held.on)}
    if held.attended:
        return found(
            "supported",
            "{group}ร่วมวงสรุปบทเรียนวันที่ {day} มีสมาชิกลงชื่อ",
            "{group} took part in the lessons workshop of {day}, its members signed in.",
            slots,
        )
    return found(
        "not_enough_data",
        "วงสรุปบทเรียนวันที่ {day} ไม่มีสมาชิกของ{group}ลงชื่อ",
        "No member of {group} is signed in at the lessons workshop of {day}.",
        slots,
    )


def process(books: Books) -> Finding:
    """Answer "small groups, then the large one?": from which groups the notes are. Their order is not in the books."""
    groups_ = books.parts("lessons.by_small_group")
    small = [name for name in groups_ if not _is_large(name)]
    large = len(small) < len(groups_)
    slots: Slots = {
        "group": books.group(),
        "notes": books.figure("lessons.by_small_group"),
        "small": calculated("small_groups", len(small), "count"),
        "names": tuple(Name(name, name) for name in groups_),
    }
    if not groups_:
        return found(
            "not_enough_data",
            "สมุดของ{group}ยังไม่มีบัตรคำจากกลุ่มย่อย",
            "The books of {group} hold no notes of small groups yet.",
            slots,
        )
    statistics = {"small_groups": len(small)}
    if len(small) >= SMALL_GROUPS and large:
        return found(
            "supported",
            "วงสรุปบทเรียนมีทั้งกลุ่มย่อย {small} กลุ่มและกลุ่มใหญ่ รวมบัตรคำ {notes} ใบ ({names})",
            "The workshop had {small} small groups and the large group, {notes} notes in all ({names}).",
            slots, statistics=statistics,
        )  # fmt: skip
    if small:
        why = (
            ("ไม่มีบัตรคำจากกลุ่มใหญ่", "There are no notes of the large group.")
            if not large
            else ("มีกลุ่มย่อยเพียงกลุ่มเดียว", "There was one small group only.")
        )
        return found(
            "partly",
            "บัตรคำจากวงสรุปบทเรียนมี {notes} ใบ จาก {names}",
            "The notes of the workshop number {notes}, from {names}.",
            slots, statistics=statistics, why=why,
        )  # fmt: skip
    return found(
        "not_supported",
        "บัตรคำจากวงสรุปบทเรียนมี {notes} ใบ มาจากกลุ่มใหญ่ทั้งหมด",
        "The notes of the workshop number {notes}, all from the large group.",
        slots, statistics=statistics, why=("ไม่มีบัตรคำจากกลุ่มย่อย", "There are no notes of small groups."),
    )  # fmt: skip


def _is_large(name: str) -> bool:
    return any(word in name.lower() for word in _LARGE)


def judge_note(books: Books, note: Note) -> Finding:
    """Tell what a small group wrote, and beside it what the books say of the same thing, where they say anything."""
    books.take_only("lessons.votes", {note.entry})
    words = str(note.text)
    quoted = _quoted(note)
    linked = [(link, link.rule(books)) for link in links_of(words)]
    if not linked:
        why = (
            "เป็นคำจากวงสรุปบทเรียน ไม่มีบันทึกในสมุดให้เทียบ",
            "These are words of the workshop; no record of the books stands beside them.",
        )
        return _with_why(quoted, "not_enough_data", why)
    verdict = _verdict([_as_far_as(link, finding) for link, finding in linked])
    if verdict == "supported" and names_a_cause(words):
        verdict = "partly"
    th, en = quoted.th, quoted.en
    for _, finding in linked:
        # What the books do not hold, they say of themselves.
        lead = (" ", " ") if finding.verdict == "not_enough_data" else (" ส่วนในสมุด ", " In the books: ")
        th = (*th, Span(lead[0]), *finding.th)
        en = (*en, Span(lead[1]), *finding.en)
    why = (
        "ข้อความในเครื่องหมายคำพูดเป็นคำจากวงสรุปบทเรียน สมุดเทียบได้เฉพาะส่วนที่มีบันทึก และไม่บอกสาเหตุ",
        "What stands in quotation marks was said at the workshop; the books answer only for what they record, and name no cause.",
    )
    first = linked[0][1]
    statistics = {name: value for _, finding in linked for name, value in finding.statistics.items()}
    told = replace(quoted, th=th, en=en, statistics=statistics, picture=first.picture, table=first.table)
    return _with_why(told, verdict, why)


def _quoted(note: Note) -> Finding:
    slots: Slots = {
        "small_group": Name(note.small_group, note.small_group),
        "words": Quote(str(note.text), note.small_group),
        "votes": Figure(note.votes, "count", "lessons.votes", str(note.entry)),
    }
    if not note.votes:
        return found("not_enough_data", "{small_group} เขียนว่า {words}", "{small_group} wrote {words}.", slots)
    return found(
        "not_enough_data",
        "{small_group} เขียนว่า {words} ได้ {votes} คะแนน",
        "{small_group} wrote {words} (votes: {votes}).",
        slots,
    )


def _with_why(finding: Finding, verdict: Verdict, why: tuple[str, str]) -> Finding:
    return replace(finding, verdict=verdict, why_th=say(why[0], {}, "th"), why_en=say(why[1], {}, "en"))


def _as_far_as(link: Link, finding: Finding) -> Verdict:
    return "partly" if finding.verdict == "supported" and not link.covers_all else finding.verdict


def _verdict(verdicts: list[Verdict]) -> Verdict:
    """Return supported if all are, partly if any is at least that, else what the books say against it or nothing."""
    if all(verdict == "supported" for verdict in verdicts):
        return "supported"
    if any(verdict in ("supported", "partly") for verdict in verdicts):
        return "partly"
    return "not_supported" if "not_supported" in verdicts else "not_enough_data"


# Under which heading of the report the notes of each sort stand; none is left out.
FAMILIES: Mapping[str, tuple[tuple[str, str], tuple[str, ...]]] = {
    "lessons.problem": (("ปัญหาที่เล่าในวงสรุปบทเรียน", "A problem told of at the workshop"), ("problem", "cause")),
    "lessons.adaptation": (
        ("การปรับตัวที่เล่าในวงสรุปบทเรียน", "How the work was adapted, as told at the workshop"),
        ("adaptation",),
    ),
    "lessons.solution": (
        ("แนวทางแก้ไขที่เสนอในวงสรุปบทเรียน", "A way out told of at the workshop"),
        ("solution",),
    ),
    "lessons.knowledge": (
        ("สิ่งที่ได้เรียนรู้ จากวงสรุปบทเรียน", "What was learned, in the words of the workshop"),
        ("knowledge", "success", "other"),
    ),
}


def notes_told(id_: str, books: Books) -> list[Claim]:
    """Return one claim for each note under this heading, most votes first; where there is none, the one that says so."""
    question, sorts = FAMILIES[id_]
    notes = [note for note in lessons.notes(books.book, books.last_entry) if note.sort in sorts and note.text]
    return [
        Claim(id_, "workshop", *question, partial(judge_note, note=note), about=str(note.entry))
        for note in notes
    ] or [Claim(id_, "workshop", *question, _no_notes)]


def _no_notes(books: Books) -> Finding:
    books.take_only("lessons.votes", ())
    return found(
        "not_enough_data",
        "สมุดของ{group}ยังไม่มีบัตรคำในหัวข้อนี้",
        "The books of {group} hold no notes under this heading yet.",
        {"group": books.group()},
    )


_TOLD: tuple[Family, ...] = tuple(partial(notes_told, id_) for id_ in FAMILIES)

CLAIMS: tuple[Claim | Family, ...] = (
    Claim("lessons.meeting", "workshop", "สรุปบทเรียนเมื่อไร", "When was the lessons workshop?", meeting),
    Claim("lessons.participants", "workshop", "มีผู้เข้าร่วมกี่คน", "How many took part?", participants),
    Claim("lessons.groups", "workshop", "กลุ่มใดร่วมวงสรุปบทเรียน", "Which group took part?", groups),
    Claim(
        "lessons.process",
        "workshop",
        "ใช้กลุ่มย่อยและกลุ่มใหญ่หรือไม่",
        "Were there small groups and a large one?",
        process,
    ),
    *_TOLD,
)

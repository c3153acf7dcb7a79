"""Builds the report of a group or of a project: which claims, in which section, in which order."""

from collections.abc import Iterable, Sequence
from datetime import date

from kwan.journal import queries as journal
from kwan.journal.queries import BookHead
from kwan.lessons import queries as lessons
from kwan.lessons.claims import judge_all, together
from kwan.lessons.claims.judging import Chapter, Judged
from kwan.lessons.report.document import Block, Prose, Register, Report, Section, Told, prose
from kwan.lessons.rules import Day, Figure, Name, Place, Slots
from kwan.people import queries as people
from kwan.pictures import in_digits

# The claims that may stand on the front page, in this order, when the books bear them out at least in part.
FRONT = (
    "members.joined", "savings.most_save", "savings.rose", "income.rose", "wellbeing.most_happier", "market.orders_rose",
    "market.agencies_buy", "production.every_batch_checked", "production.home_work", "fund.raised_for_materials",
)  # fmt: skip
MOST_ON_FRONT = 8
TOGETHER = tuple(claim.id for claim in together.CLAIMS)

CHAPTERS: tuple[tuple[Chapter, Name], ...] = (
    ("people", Name("คน", "People")),
    ("money", Name("เงินออมและรายได้", "Savings and income")),
    ("fund", Name("กองทุนและสวัสดิการ", "The fund and welfare")),
    ("lending", Name("เงินกู้และการปิดรอบ", "Loans and cycles")),
    ("market", Name("ตลาด", "The market")),
    ("production", Name("การผลิต", "Production")),
    ("wellbeing", Name("ความสุข–ทุกข์ ก่อน ระหว่าง หลัง", "Wellbeing: before, during, after")),
    ("programme", Name("การเรียนรู้และการปรับตัว", "Learning and adapting")),
)
INDICATOR = "programme.indicators_reached"
PARTICIPANTS = (
    "project.participants",
    "lessons.meeting",
    "lessons.participants",
    "lessons.groups",
    "lessons.process",
)
WORKSHOP = (
    ("lessons.problem", Name("ปัญหาอุปสรรค", "Problems")),
    ("lessons.adaptation", Name("การปรับตัว", "Adaptations")),
    ("lessons.solution", Name("แนวทางการแก้ไข", "Solutions")),
    ("lessons.knowledge", Name("องค์ความรู้", "Knowledge")),
)
BORNE_OUT = ("supported", "partly")


def for_group(book: int, upto: int | None = None) -> Report:
    """Return the report of one group, as its books stood at entry `upto` (default: now). Raise Book.DoesNotExist."""
    head = journal.head_at(book, upto)
    claims = tuple(judge_all(book, head.name, head.last_entry))
    group = people.group(book, head.name, head.last_entry)
    title = Name(f"รายงานสรุปบทเรียน {head.name}", f"Lessons learned: {head.name}")
    project = Name(group.project or "", group.project or "")
    return _report("group", head.name, title, project, (head,), claims)


def for_project(name: str, upto: Sequence[tuple[int, int]] | None = None) -> Report:
    """Return the report of a project's groups, each as its books stood at the given entry (default: now)."""
    bounds = dict(upto) if upto is not None else dict.fromkeys(people.groups_of_project(name))
    heads = tuple(journal.head_at(book, entry) for book, entry in bounds.items())
    own = journal.find_book(name, "project")
    of_all = together.judge_together(own.book if own else 0, name, heads)
    claims = (
        *of_all,
        *(claim for head in heads for claim in judge_all(head.book, head.name, head.last_entry)),
    )
    title = Name("รายงานสรุปบทเรียนโครงการ", "Lessons learned of the project")
    return _report("project", name, title, Name(name, name), heads, claims)


def _report(
    kind: str, name: str, title: Name, project: Name, heads: tuple[BookHead, ...], claims: tuple[Judged, ...]
) -> Report:
    sections = (
        _front(heads, claims, is_project=kind == "project"),
        _records(claims),
        _participants(claims),
        _indicators(claims),
        *(section for head in heads for section in _chapter(head, claims, alone=len(heads) == 1)),
        *_workshop(claims),
        _not_yet(claims),
        Section("register", Name("ทะเบียนข้อค้นพบ", "Register of claims"), 1, (Register(claims),)),
    )
    subtitle = prose("{project}", "{project}", {"project": project})
    replies = {
        (head.book, reply.claim, reply.about): reply.text
        for head in heads
        for reply in lessons.replies(head.book, head.last_entry)
        if reply.text is not None
    }
    return Report(
        "group" if kind == "group" else "project", name, title, subtitle, heads, claims, sections, replies
    )


def _of(claims: Iterable[Judged], *ids: str, book: int | None = None) -> list[Judged]:
    """Return these claims, book by book, in the order of the ids."""
    found = [claim for id_ in ids for claim in claims if claim.id == id_ and book in (None, claim.book)]
    books = list(dict.fromkeys(claim.book for claim in claims))
    return sorted(found, key=lambda claim: books.index(claim.book))


def _told(claims: Iterable[Judged], how: str = "full") -> tuple[Told, ...]:
    return tuple(Told(claim, "full" if how == "full" else "short") for claim in claims)


def bound_to(head: BookHead) -> Prose:
    """Return the line that binds a report to an entry of a book."""
    days = journal.span(head.book, head.last_entry)
    slots: Slots = {
        "group": Name(head.name, head.name),
        "entry": Place(head.last_entry),
        "to": Day(days[1] if days else date(2022, 1, 1)),
        "mark": Name(in_digits(head.hash), in_digits(head.hash)),
    }
    return prose(
        "{group}: เขียนจากสมุดถึงรายการที่ {entry} (เรื่องล่าสุดของวันที่ {to}) ลายสมุด {mark}",
        "{group}: written from the books up to entry {entry} (last event {to}), mark {mark}",
        slots,
    )


def _front(heads: Sequence[BookHead], claims: Sequence[Judged], *, is_project: bool) -> Section:
    front = TOGETHER if is_project else FRONT
    shown = [claim for claim in _of(claims, *front) if claim.verdict in BORNE_OUT]
    opening = prose(
        "ทุกตัวเลขในรายงานนี้คิดจากสมุดของกลุ่ม และเปิดดูรายการที่อยู่ข้างหลังได้ ข้อที่สมุดยังไม่รองรับก็เขียนไว้ตรง ๆ ในส่วน “สิ่งที่สมุดยังไม่รองรับ”",
        "Every number in this report is worked out from the group's own books, and the entries behind it can be opened. "
        "What the books do not bear out is said plainly under “What the books do not yet support”.",
    )
    blocks: list[Block] = [
        *(bound_to(head) for head in heads),
        opening,
        *_told(shown[:MOST_ON_FRONT], "short"),
    ]
    if not shown:
        blocks.append(
            prose("สมุดยังมีบันทึกไม่พอจะสรุปเรื่องใด", "The books do not hold enough yet to sum anything up.")
        )
    return Section("front", Name("สรุปหนึ่งหน้า", "One page"), 1, tuple(blocks))


def _records(claims: Sequence[Judged]) -> Section:
    blocks = _told(_of(claims, "records.kept", "records.outside"))
    return Section("records", Name("บันทึกครบแค่ไหน", "How complete the records are"), 1, blocks)


def _participants(claims: Sequence[Judged]) -> Section:
    method = prose(
        "ข้อค้นพบแต่ละข้อเป็นคำถามที่ตั้งกฎไว้ก่อนดูข้อมูล คำว่า “เพิ่มขึ้น” ใช้เมื่อมีข้อมูลหกเดือนขึ้นไปและแนวโน้มชัดตามการทดสอบ Mann–Kendall "
        "คำว่า “ส่วนใหญ่” ใช้เมื่อเกินครึ่งของสมาชิก การเปลี่ยนแปลงของความสุขเทียบคนเดิมก่อนและหลังด้วยการทดสอบลำดับเครื่องหมายของ Wilcoxon "
        "และปรับตามวิธีของ Holm กลุ่มที่มีผู้ตอบน้อยกว่าห้าคนไม่แสดงตัวเลข รายงานนี้ไม่มีกลุ่มเปรียบเทียบ จึงไม่บอกว่าอะไรเป็นสาเหตุ",
        "Each claim is a question whose rule was set before the data were seen. “Rose” needs six months or more and a clear Mann–Kendall trend; "
        "“most” needs more than half of the members. Changes in wellbeing compare the same people before and after by the Wilcoxon signed-rank "
        "test, adjusted after Holm. Where fewer than five people answered, no number is shown. There is no comparison group, so no cause is claimed.",
    )
    return Section(
        "method",
        Name("ผู้เข้าร่วมและวิธีการ", "Participants and method"),
        1,
        (*_told(_of(claims, *PARTICIPANTS)), method),
    )


def _indicators(claims: Sequence[Judged]) -> Section:
    shown = _told(_of(claims, INDICATOR))
    empty = prose("กลุ่มยังไม่ได้ตั้งตัวชี้วัด", "No indicators have been set yet.")
    return Section("indicators", Name("ผลตามตัวชี้วัด", "Results by indicator"), 1, shown or (empty,))


def _chapter(head: BookHead, claims: Sequence[Judged], *, alone: bool) -> list[Section]:
    own = [c for c in claims if c.book == head.book and c.id not in (INDICATOR, *PARTICIPANTS)]
    title = Name("ผลการดำเนินงานของกลุ่ม", "What the group did") if alone else Name(head.name, head.name)
    sections = [Section(f"group-{head.book}", title, 1, ())]
    for chapter, name in CHAPTERS:
        told = _told(c for c in own if c.claim.chapter == chapter)
        if told:
            sections.append(Section(f"{chapter}-{head.book}", name, 2, told))
    return sections


def _workshop(claims: Sequence[Judged]) -> list[Section]:
    sections = [Section("workshop", Name("ปัญหา ทางแก้ และองค์ความรู้", "Problems, solutions, knowledge"), 1, ())]
    for id_, name in WORKSHOP:
        told = _told(_of(claims, id_))
        if told:
            sections.append(Section(id_.replace(".", "-"), name, 2, told))
    if len(sections) == 1:
        empty = prose("ยังไม่มีบัตรคำจากวงสรุปบทเรียน", "There are no notes of the workshop yet.")
        sections[0] = Section(sections[0].id, sections[0].title, 1, (empty,))
    return sections


def _not_yet(claims: Sequence[Judged]) -> Section:
    workshop = {id_ for id_, _ in WORKSHOP}
    shown = _told((c for c in claims if c.verdict not in BORNE_OUT and c.id not in workshop), "short")
    none = prose("ไม่มี", "None.")
    return Section(
        "not-yet", Name("สิ่งที่สมุดยังไม่รองรับ", "What the books do not yet support"), 1, shown or (none,)
    )


def figures(report: Report) -> list[Figure]:
    """Return every figure that the report's sentences hold, for the proof that each is answered for."""
    return [
        span.slot
        for claim in report.claims
        for s in (claim.finding.th, claim.finding.en)
        for span in s
        if isinstance(span.slot, Figure)
    ]

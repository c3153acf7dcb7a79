"""What the groups of a project hold together: sums over their books, and nothing that ranks one against another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kwan.journal.queries import BookHead
from kwan.lessons.claims.judging import Books, Claim, Judged, calculated, judge
from kwan.lessons.rules import Finding, Name, found
from kwan.programme import measures
from kwan.programme.measures import Reading


@dataclass
class ManyBooks(Books):
    """The books of several groups, each up to its own entry."""

    heads: tuple[BookHead, ...] = ()

    @cached_property
    def papers(self) -> Mapping[int, str]:
        """Nothing: entries of several books share their numbers."""
        return {}

    def _read(self, measure: str) -> Reading:
        if measure not in self.readings:
            bounds = [(head.book, head.last_entry) for head in self.heads]
            self.readings[measure] = measures.take(measure, bounds)
        return self.readings[measure]


def groups(books: Books) -> Finding:
    """Say which groups the report is about."""
    heads = books.heads if isinstance(books, ManyBooks) else ()
    books.take("members.active")
    return found(
        "supported",
        "รายงานนี้เขียนจากสมุดของ {groups} กลุ่ม คือ {names}",
        "This report is written from the books of {groups} groups: {names}.",
        {
            "groups": calculated("groups", len(heads), "count"),
            "names": tuple(Name(head.name, head.name) for head in heads),
        },
        statistics={"groups": len(heads)},
    )


def members(books: Books) -> Finding:
    """Say how many joined and how many are members, all groups together."""
    return _sums(
        books,
        "members.enrolled",
        "ทุกกลุ่มรวมกันมีผู้เข้าเป็นสมาชิกแล้ว {first} คน ปัจจุบันมีสมาชิก {second} คน",
        "In all groups together {first} people have joined; {second} are members today.",
        "members.active",
    )


def savings(books: Books) -> Finding:
    """Say what members have saved, all groups together."""
    return _sums(
        books,
        "savings.balance",
        "สมาชิกทุกกลุ่มรวมกันมีเงินออม {first} บาท มีเงินออมอยู่ {second} คน",
        "Members of all groups together have saved {first} baht; {second} members have savings.",
        "savings.members_saving",
    )


def pay(books: Books) -> Finding:
    """Say what members earned from their groups, all together."""
    return _sums(
        books,
        "income.total",
        "สมาชิกได้รายได้จากกลุ่มของตน รวมทุกกลุ่ม {first} บาท",
        "Members earned {first} baht from their groups, all together.",
    )


def orders(books: Books) -> Finding:
    """Say how many orders came and what they are worth, all groups together."""
    return _sums(
        books,
        "orders.count",
        "ทุกกลุ่มรวมกันมีใบสั่งซื้อ {first} ใบ เป็นเงิน {second} บาท",
        "All groups together had {first} orders, worth {second} baht.",
        "orders.value",
    )


def batches(books: Books) -> Finding:
    """Say how many batches were made, and how many with every check, all groups together."""
    return _sums(
        books,
        "batches.count",
        "ทุกกลุ่มรวมกันจดการผลิตไว้ {first} รอบ ตรวจครบทุกข้อ {second} รอบ",
        "All groups together noted {first} batches, {second} of them with every check done.",
        "batches.checked",
    )


def fund(books: Books) -> Finding:
    """Say what came into the funds and went out, all groups together."""
    return _sums(
        books,
        "fund.received",
        "กองทุนของทุกกลุ่มรวมกันรับ {first} บาท จ่าย {second} บาท",
        "The funds of all groups together received {first} baht and spent {second} baht.",
        "fund.spent",
    )


def participants(books: Books) -> Finding:
    """Say how many signed in at the lessons workshop, all groups together."""
    return _sums(
        books,
        "workshop.signed_in",
        "ผู้ลงชื่อในวงสรุปบทเรียนรวมทุกกลุ่มมี {first} คน",
        "Signed in at the lessons workshop, all groups together: {first} people.",
    )


def _sums(books: Books, first: str, th: str, en: str, second: str | None = None) -> Finding:
    slots = {"first": books.figure(first), **({"second": books.figure(second)} if second else {})}
    if not books.take(first).rows:
        return found(
            "not_enough_data",
            "สมุดของกลุ่มในโครงการยังไม่มีบันทึกเรื่องนี้",
            "The books of the project's groups do not hold this yet.",
        )
    return found("supported", th, en, slots)


CLAIMS = (
    Claim(
        "project.groups", "records", "รายงานนี้เขียนจากสมุดของกลุ่มใด", "Whose books is this written from?", groups
    ),
    Claim("project.members", "people", "ทุกกลุ่มมีสมาชิกกี่คน", "How many members in all groups?", members),
    Claim("project.savings", "money", "ทุกกลุ่มออมได้เท่าไร", "How much have all groups saved?", savings),
    Claim("project.pay", "money", "สมาชิกได้รายได้เท่าไร", "How much did members earn?", pay),
    Claim("project.orders", "market", "ทุกกลุ่มมีใบสั่งซื้อเท่าไร", "How many orders did all groups have?", orders),
    Claim("project.batches", "production", "ทุกกลุ่มผลิตกี่รอบ", "How many batches did all groups make?", batches),
    Claim("project.fund", "fund", "กองทุนรับจ่ายเท่าไร", "What came into the funds and went out?", fund),
    Claim("project.participants", "workshop", "มีผู้เข้าร่วมกี่คน", "How many took part?", participants),
)


def judge_together(book: int, project: str, heads: Sequence[BookHead]) -> list[Judged]:
    """Return the claims about a project's groups together. `book` is the project's own (0 if it has none)."""
    books = ManyBooks(book, project, 0, heads=tuple(heads))
    return [judge(claim, books) for claim in CLAIMS]

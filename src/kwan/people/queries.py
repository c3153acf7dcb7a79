"""Questions about a group's people."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from kwan.journal.pen import Pen
from kwan.journal.queries import corrected_pairs, names_in_seals, standing_rows
from kwan.journal.rules import day_of
from kwan.people.models import GroupDetails, Joining, Leaving, OfficeLeft, OfficeTaken, Seat


@dataclass(frozen=True)
class Member:
    """One member as the register shows them. `name` is None once it was erased."""

    reference: str
    name: str | None
    joined: date
    left: date | None
    subdistrict: int | None
    district: int | None
    offices: tuple["Term", ...]
    entry: int


@dataclass(frozen=True)
class Term:
    """An office from a day, until a day or still held."""

    office: str
    since: date
    until: date | None


@dataclass(frozen=True)
class Group:
    """What a group says of itself."""

    book: int
    name: str
    occupation: str | None
    project: str | None
    subdistrict: int | None
    founded: date | None


def is_member(book: int, member: str) -> bool:
    """Return whether this reference ever joined. Asked at every deposit, so it asks in plain SQL."""
    sql = (
        "SELECT 1 FROM kwan_joining j WHERE j.book = %s AND j.member = %s AND NOT EXISTS "
        "(SELECT 1 FROM kwan_entry e WHERE e.book = j.book AND e.corrects = j.entry) LIMIT 1"
    )
    return Pen().ask(sql, book, member).fetchone() is not None


def member_references(book: int) -> set[str]:
    """Return the references of all who ever joined."""
    return set(standing_rows(Joining, book).values_list("member", flat=True))


def members(book: int, upto: int | None = None) -> list[Member]:
    """Return all who ever joined, by reference, as the book stood at entry `upto` (default: now)."""
    left = dict(standing_rows(Leaving, book, upto).values_list("member").annotate(day=Max("day")))
    offices = _terms(book, upto)
    names = names_in_seals(book, "name")
    return [
        Member(
            row.member, names.get(row.entry), day_of(row.day), day_of(left[row.member]) if row.member in left else None,
            row.subdistrict, row.district, offices.get(row.member, ()), row.entry,
        )
        for row in standing_rows(Joining, book, upto).order_by("member")
    ]  # fmt: skip


def _terms(book: int, upto: int | None) -> dict[str, tuple[Term, ...]]:
    ended = {(r.member, r.office): day_of(r.day) for r in standing_rows(OfficeLeft, book, upto)}
    terms: dict[str, tuple[Term, ...]] = {}
    for row in standing_rows(OfficeTaken, book, upto).order_by("day"):
        until = ended.get((row.member, row.office))
        terms[row.member] = (*terms.get(row.member, ()), Term(row.office, day_of(row.day), until))
    return terms


def group(book: int, name: str, upto: int | None = None) -> Group:
    """Return what the group of this book says of itself, empty where it said nothing yet."""
    row = standing_rows(GroupDetails, book, upto).order_by("entry").last()
    if row is None:
        return Group(book, name, None, None, None, None)
    founded = day_of(row.founded) if row.founded else None
    return Group(book, name, row.occupation, row.project, row.subdistrict, founded)


def groups_of_project(project: str) -> list[int]:
    """Return the books of the groups that say they belong to this project, by book number."""
    rows = set(GroupDetails.objects.filter(project=project).values_list("book", "entry"))
    return sorted({book for book, _ in rows - corrected_pairs({book for book, _ in rows})})


@dataclass(frozen=True)
class SeatView:
    """What a signed-in person may see: one book, in one role."""

    book: int
    role: str


def seats(user: int) -> list[SeatView]:
    """Return the seats that this person holds today, by book."""
    held = Seat.objects.filter(user=user, ended_at__isnull=True).order_by("book", "role")
    return [SeatView(book, role) for book, role in held.values_list("book", "role")]

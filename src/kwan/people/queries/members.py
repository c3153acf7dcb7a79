"""Questions about a group's members: who belongs, since when, in which office."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from kwan.journal.pen import Pen
from kwan.journal.queries import EntryView, entries_numbered, standing_rows, texts_in_seals
from kwan.people.models import Joining, Leaving, MemberDescribed, OfficeLeft, OfficeTaken, Returning
from kwan.people.rules.references import following
from kwan.people.rules.spans import Mark, Span, spans

Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Term(Span):
    """An office from a day, until a day or still held."""

    office: str


@dataclass(frozen=True)
class Member:
    """One member as the register shows them. `name` is None once it was erased.

    `joined` is the first time, `left` the last, None for who belongs today; `spans` are all of their memberships.
    `entry` is the joining, `told_in` the entry that says how they are called now.
    """

    reference: str
    name: str | None
    joined: date
    left: date | None
    subdistrict: int | None
    district: int | None
    offices: tuple[Term, ...]
    entry: int
    nickname: str | None
    house: str | None
    spans: Spans
    told_in: int


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


def memberships(book: int, upto: int | None = None) -> dict[str, Spans]:
    """Return the times of each who ever joined, by reference: joined, left, came back."""
    begun: dict[str, list[Mark]] = defaultdict(list)
    for row in standing_rows(Joining, book, upto):
        begun[row.member].append(
            Mark(row.day, 0)
        )  # a corrected joining still comes before all else of its day
    for returning in standing_rows(Returning, book, upto):
        begun[returning.member].append(Mark(returning.day, returning.entry))
    ended = _ends(book, upto)
    return {member: spans(marks, ended.get(member, ())) for member, marks in begun.items()}


def _ends(book: int, upto: int | None) -> dict[str, list[Mark]]:
    ended: dict[str, list[Mark]] = defaultdict(list)
    for row in standing_rows(Leaving, book, upto):
        ended[row.member].append(Mark(row.day, row.entry))
    return ended


def has_left(book: int, member: str) -> bool:
    """Return whether this person was a member and is none today."""
    kept = memberships(book).get(member)
    return kept is not None and kept[-1].until is not None


def members(book: int, upto: int | None = None) -> list[Member]:
    """Return all who ever joined, by reference, as the book stood at entry `upto` (default: now)."""
    times, offices, told = memberships(book, upto), terms(book, upto), _descriptions(book, upto)
    words = texts_in_seals(book, "name", "nickname", "house")
    return [_member(row, times[row.member], offices.get(row.member, ()), told.get(row.member, []), words)
            for row in standing_rows(Joining, book, upto).order_by("member")]  # fmt: skip


def _member(
    row: Joining,
    times: Spans,
    offices: tuple[Term, ...],
    told: list[MemberDescribed],
    words: dict[str, dict[int, str]],
) -> Member:
    newest = told[-1].entry if told else row.entry
    moved = next((each for each in reversed(told) if each.district), None)
    place = moved or row
    return Member(
        row.member, words["name"].get(newest), times[0].since, times[-1].until, place.subdistrict, place.district,
        offices, row.entry, words["nickname"].get(newest), words["house"].get(newest), times, newest,
    )  # fmt: skip


def _descriptions(book: int, upto: int | None) -> dict[str, list[MemberDescribed]]:
    told: dict[str, list[MemberDescribed]] = defaultdict(list)
    for row in standing_rows(MemberDescribed, book, upto).order_by("day", "entry"):
        told[row.member].append(row)
    return told


def member(book: int, reference: str) -> Member | None:
    """Return the member of this reference, None for nobody."""
    return next((each for each in members(book) if each.reference == reference), None)


def terms(book: int, upto: int | None = None) -> dict[str, tuple[Term, ...]]:
    """Return each member's terms, the earliest first. Who leaves the group leaves the office too."""
    begun: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    ended: dict[tuple[str, str], list[Mark]] = defaultdict(list)
    for row in standing_rows(OfficeTaken, book, upto):
        begun[row.member, row.office].append(Mark(row.day, row.entry))
    for left in standing_rows(OfficeLeft, book, upto):
        ended[left.member, left.office].append(Mark(left.day, left.entry))
    gone = _ends(book, upto)
    found: dict[str, list[Term]] = defaultdict(list)
    for (member, office), marks in begun.items():
        times = spans(marks, [*ended[member, office], *gone.get(member, ())])
        found[member] += [Term(time.since, time.until, office) for time in times]
    return {member: tuple(sorted(kept, key=lambda term: term.since)) for member, kept in found.items()}


def history(book: int, member: str) -> list[EntryView]:
    """Return the entries by which this member came, went, was described, and held offices, the oldest first.

    What was corrected is among them.
    """
    rooms = (Joining, MemberDescribed, Leaving, Returning, OfficeTaken, OfficeLeft)
    numbers: set[int] = set()
    for room in rooms:
        numbers |= set(room._default_manager.filter(book=book, member=member).values_list("entry", flat=True))  # noqa: SLF001
    return entries_numbered(book, numbers)


def next_reference(book: int) -> str:
    """Return the reference that would come next in the group's own way of writing them."""
    newest = standing_rows(Joining, book).order_by("entry").values_list("member", flat=True)
    return following(list(newest))

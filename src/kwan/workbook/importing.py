"""Importing: a group's workbook into its book, every row posted, held or skipped, and nothing half-written.

A row's identity is its paper's own key, never its place in the file. The same key with the same content is
already there; with other content it is held as a difference; a key that is gone from the file is listed.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

from django.db import transaction

from kwan.ids import uuid7
from kwan.journal import queries as journal
from kwan.journal.commands import Envelope, open_book, record_all, says_the_same, sealed_name
from kwan.journal.rules import Refusal
from kwan.people import queries as people
from kwan.programme.rules import KINDS, suggest
from kwan.workbook.files import Book, Sheet, read
from kwan.workbook.layout import NotUnderstood, Understood, understand
from kwan.workbook.mapping import Mapping as Remembered
from kwan.workbook.outcomes import Held, Outcome, Row, Skipped
from kwan.workbook.rows import read_rows
from kwan.workbook.translate import TRANSLATORS, Context, Intent, translated
from kwan.workbook.translate.people import name_of

FIRST = ("people.group_described", "people.joined", "market.buyer_added")
TAKING_OUT = ("fund.withdrawal", "fund.spent", "people.left", "people.office_left", "market.order_paid")


@dataclass(frozen=True)
class Understanding:
    """One sheet as it was understood, with its rows, or why it was not."""

    sheet: Sheet
    layout: Understood | NotUnderstood
    outcomes: tuple[Outcome, ...] = ()

    @property
    def rows(self) -> list[Row]:
        """The rows that were understood."""
        return [outcome for outcome in self.outcomes if isinstance(outcome, Row)]


@dataclass
class Imported:
    """What became of one file's rows. `posted` and `skipped` count rows by sheet; posted + held + skipped = read."""

    file: str
    group: str
    book: int = 0
    posted: Counter[str] = field(default_factory=Counter)
    skipped: Counter[str] = field(default_factory=Counter)
    already: Counter[str] = field(default_factory=Counter)
    held: list[Held] = field(default_factory=list)
    gone: list[tuple[str, int]] = field(default_factory=list)
    remarks: list[tuple[Row, str, str]] = field(default_factory=list)
    understandings: tuple[Understanding, ...] = ()
    differs: dict[int, tuple[Intent, int]] = field(default_factory=dict)


@dataclass(frozen=True)
class Door:
    """Who brings the file in, when, and what is remembered of alike files."""

    actor: str
    at: datetime
    project: str | None = None
    group: str | None = None
    remembered: Mapping[str, Remembered] = field(default_factory=dict)
    dry_run: bool = False


def look(source: Path | bytes, name: str, remembered: Mapping[str, Remembered]) -> tuple[Book, tuple[Understanding, ...]]:
    """Read a file and say what each sheet is about. Raise Unreadable for what is no workbook."""
    book = read(source, name)
    return book, tuple(_understanding(sheet, remembered) for sheet in book.sheets)


def _understanding(sheet: Sheet, remembered: Mapping[str, Remembered]) -> Understanding:
    layout = understand(sheet, dict(remembered))
    if isinstance(layout, NotUnderstood):
        return Understanding(sheet, layout)
    return Understanding(sheet, layout, tuple(read_rows(sheet, layout)))


def bring_in(source: Path | bytes, name: str, door: Door) -> Imported:
    """Read a file and write what it says into its group's book, in one transaction. Raise Unreadable."""
    _, sheets = look(source, name, door.remembered)
    context = _context(name, sheets, door)
    result = Imported(name, context.group, remarks=context.remarks, understandings=sheets)
    intents = _intents(sheets, context, result)
    with transaction.atomic():
        result.book = _open(context)
        _post(result, intents, door)
        if door.dry_run:
            transaction.set_rollback(True)
    result.held.sort(key=lambda held: ([u.sheet.title for u in sheets].index(held.sheet), held.number))
    return result


def _open(context: Context) -> int:
    if context.project:
        open_book(str(uuid7()), "project", context.project)
    return open_book(str(uuid7()), "group", context.group)


# -- what the workbook says of itself ----------------------------------------------------------------


def _context(name: str, sheets: Sequence[Understanding], door: Door) -> Context:
    said = {meaning: value for u in sheets if _kind(u) == "group" for row in u.rows for meaning, value in row.values.items()}
    days = [value for u in sheets for row in u.rows for value in row.values.values() if isinstance(value, date)]
    founded = said.get("founded")
    context = Context(
        group=door.group or str(said.get("name") or Path(name).stem),
        province=str(said.get("province") or ""),
        project=door.project or (str(said["project"]) if said.get("project") else None),
        founded=founded if isinstance(founded, date) else None,
        first_day=min(days, default=date(2021, 1, 1)),
        workshop_day=_workshop_day(sheets),
        has_buyers=any(_kind(u) == "buyers" for u in sheets),
        secret=sealed_name,
        suggest=_measure_for,
    )
    for understanding in sheets:
        if _kind(understanding) == "members":
            for row in understanding.rows:
                context.knows(name_of(row), str(row.values.get("member") or row.values.get("name")))
    return context


def _measure_for(name: str, unit: str, source: str | None) -> str | None:
    code = suggest(name, unit, source or "")
    return KINDS[code].measure if code else None


def _kind(understanding: Understanding) -> str:
    layout = understanding.layout
    return layout.kind if isinstance(layout, Understood) else ""


def _workshop_day(sheets: Sequence[Understanding]) -> date | None:
    """Return the day of the last activity that sums lessons up, else of the last activity."""
    held = [row for u in sheets if _kind(u) == "activities" for row in u.rows if isinstance(row.values.get("date"), date)]
    lessons = [row for row in held if any("บทเรียน" in str(v) or "lesson" in str(v).lower() for v in row.values.values())]
    return max((row.values["date"] for row in lessons or held), default=None)  # type: ignore[type-var,return-value]


# -- rows to intents ---------------------------------------------------------------------------------


def _intents(sheets: Sequence[Understanding], context: Context, result: Imported) -> list[Intent]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for understanding in sheets:
        _count(understanding, result)
        if kind := _kind(understanding):
            rows[kind] += understanding.rows
    if "group" not in rows:
        rows["group"] = []
    intents: list[Intent] = []
    for kind in TRANSLATORS:
        if kind in rows:
            for one in translated(kind, rows[kind], context, TRANSLATORS):
                intents.append(one) if isinstance(one, Intent) else result.held.append(one)
    return intents


def _count(understanding: Understanding, result: Imported) -> None:
    layout, title = understanding.layout, understanding.sheet.title
    if isinstance(layout, NotUnderstood):
        if not layout.empty:
            filled = [n for n, row in enumerate(understanding.sheet.rows, 1) if any(cell is not None for cell in row)]
            result.skipped[title] += len(filled) - 1
            result.held.append(_not_understood(layout, filled))
        return
    for outcome in understanding.outcomes:
        if isinstance(outcome, Skipped):
            result.skipped[title] += 1
        elif isinstance(outcome, Held):
            result.held.append(outcome)


def _not_understood(layout: NotUnderstood, filled: list[int]) -> Held:
    return Held(
        layout.sheet, layout.header_row or filled[0], "sheet_not_understood",
        f"ยังไม่รู้ว่าแผ่น “{layout.sheet}” เป็นเรื่องอะไร ทั้งแผ่น ({len(filled)} แถว) จึงรออยู่",
        f"It is not clear what the sheet “{layout.sheet}” is about; all of it ({len(filled)} rows) waits.",
        "บอกว่าแผ่นนี้เป็นเรื่องอะไร และช่องไหนคืออะไร ในหน้านำเข้า",
        "Say on the import page what this sheet is about and what its columns mean.",
        tuple(layout.headings),
    )  # fmt: skip


# -- intents into the book ---------------------------------------------------------------------------


def _order(intent: Intent) -> tuple[int, date, int]:
    """History is written in its own order: who and what first, then day by day, money in before money out."""
    kind = intent.command.kind
    return (FIRST.index(kind) if kind in FIRST else len(FIRST), intent.command.on, int(kind in TAKING_OUT))


def _post(result: Imported, intents: Iterable[Intent], door: Door) -> None:
    known = journal.entries_by_key(result.book)
    outcome = _Outcomes(result)
    fresh: list[Intent] = []
    seen: dict[str, Intent] = {}
    for intent in sorted(intents, key=_order):
        earlier = seen.setdefault(intent.key, intent)
        if earlier is not intent:
            outcome.twice(intent, earlier)
        elif intent.key not in known:
            fresh.append(intent)
        elif says_the_same(result.book, known[intent.key], intent.command):
            outcome.already(intent)
        else:
            outcome.differs(intent, known[intent.key])
    envelopes = [Envelope(i.command, str(uuid7()), door.actor, door.at, "brought", i.key) for i in fresh]
    for intent, answer in zip(fresh, record_all(result.book, envelopes), strict=True):
        outcome.refused(intent, answer) if isinstance(answer, Refusal) else outcome.posted(intent)
    outcome.settle()
    result.gone = _gone(known, seen)


def _gone(known: Mapping[str, int], seen: Mapping[str, Intent]) -> list[tuple[str, int]]:
    """Return what the book has from such sheets and this file has not, by key."""
    sheets = {key.split("/")[0] for key in seen}
    return [(key, entry) for key, entry in sorted(known.items(), key=lambda pair: pair[1]) if key.split("/")[0] in sheets and key not in seen]


class _Outcomes:
    """Gathers what became of each row; a row with several commands is posted only when all of them are."""

    def __init__(self, result: Imported) -> None:
        self.result = result
        self.good: dict[tuple[str, int, int | None], Row] = {}
        self.new: set[tuple[str, int, int | None]] = set()
        self.bad: dict[tuple[str, int, int | None], Held] = {}

    @staticmethod
    def _place(row: Row) -> tuple[str, int, int | None]:
        return row.sheet, row.number, row.column

    def _hold(self, intent: Intent, code: str, th: str, en: str, fix_th: str, fix_en: str) -> None:
        for row in intent.rows:
            held = Held(row.sheet, row.number, code, th, en, fix_th, fix_en, row.raw, "", row.column)
            self.bad.setdefault(self._place(row), held)

    def posted(self, intent: Intent) -> None:
        """The command was written."""
        for row in intent.rows:
            self.good[self._place(row)] = row
            self.new.add(self._place(row))

    def already(self, intent: Intent) -> None:
        """The command stands in the book."""
        for row in intent.rows:
            self.good[self._place(row)] = row

    def twice(self, intent: Intent, earlier: Intent) -> None:
        """Another row of this file has the same key."""
        first = earlier.rows[0]
        if says(intent) == says(earlier):
            th, en = "เหมือนกันทุกช่อง", "in every cell"
            fix = ("ถ้าเป็นคนละรายการจริง แก้วันที่ให้ต่างกัน หรือรวมยอดไว้แถวเดียว", "If these are really two, make the day differ or put the sum in one row.")
        else:
            th, en = "แต่จำนวนไม่เท่ากัน", "with another content"
            fix = ("ถ้าถูกทั้งสองแถว รวมยอดไว้แถวเดียว ถ้าผิดแถวหนึ่ง ลบแถวนั้น แล้วนำเข้าใหม่", "If both are right, put the sum in one row; if one is wrong, remove it; then import again.")
        self._hold(
            intent, "twice",
            f"แถวนี้ซ้ำกับแถวที่ {first.number} ของแผ่น “{first.sheet}” {th} จึงยังไม่ลงซ้ำ",
            f"This row is row {first.number} of “{first.sheet}” again, {en}; it was not written twice.",
            *fix,
        )  # fmt: skip

    def differs(self, intent: Intent, entry: int) -> None:
        """The book has this key with another content."""
        self._hold(
            intent, "differs",
            f"ไม่ตรงกับรายการที่ {entry} ในสมุด",
            f"This differs from entry {entry} of the book.",
            f"ถ้าไฟล์ถูก กดลงรายการแก้ของรายการที่ {entry} ถ้าสมุดถูก แก้ในไฟล์",
            f"If the file is right, post the correction of entry {entry}; if the book is right, mend the file.",
        )  # fmt: skip
        self.result.differs[entry] = (intent, entry)

    def refused(self, intent: Intent, refusal: Refusal) -> None:
        """The book did not take the command."""
        self._hold(intent, refusal.code, refusal.th, refusal.en, *self._mend(intent, refusal))

    def _mend(self, intent: Intent, refusal: Refusal) -> tuple[str, str]:
        if refusal.code == "unknown_member":
            written = str(getattr(intent.command, "member", None) or getattr(intent.command, "maker", ""))
            near = get_close_matches(written, sorted(people.member_references(self.result.book)), 3, 0.5)
            if near:
                return (
                    f"ใช่ {' หรือ '.join(near)} หรือไม่ แก้รหัสแล้วนำเข้าใหม่ เงินอยู่ครบ รอรู้ว่าเป็นของใคร",
                    f"Is it {' or '.join(near)}? Mend the number and import again. The money is safe; we wait to know whose it is.",
                )
            return (
                "ถามกลุ่มว่าเป็นของสมาชิกคนใด แก้รหัส หรือเพิ่มชื่อในทะเบียน แล้วนำเข้าใหม่",
                "Ask the group whose it is; mend the number or add the member to the register, then import again.",
            )
        return ("แก้ตามที่บอก แล้วนำเข้าใหม่", "Mend it as said and import again.")

    def settle(self) -> None:
        """Count every row once: held if any of its commands was, else posted if any was new, else already there."""
        self.result.held += self.bad.values()
        for place, row in self.good.items():
            if place in self.bad:
                continue
            if place in self.new:
                self.result.posted[row.sheet] += 1
            else:
                self.result.already[row.sheet] += 1
                self.result.skipped[row.sheet] += 1


def says(intent: Intent) -> tuple[object, ...]:
    """Return all that a command says, for comparing two rows of a file."""
    command = intent.command
    return command.kind, command.on, str(command.body()), tuple(command.seals())

"""The files of one group into its book, in one transaction."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from django.db import transaction

from kwan.ids import uuid7
from kwan.journal.commands import Envelope, open_book, record
from kwan.people import queries as people
from kwan.workbook.importing.looking import look
from kwan.workbook.importing.posting import post
from kwan.workbook.importing.results import Door, Imported, Looked, Source, Understanding, place_of
from kwan.workbook.importing.surroundings import context_of, learn_names
from kwan.workbook.layout import NotUnderstood
from kwan.workbook.mends import without_left_out
from kwan.workbook.outcomes import Held, Row, Skipped
from kwan.workbook.translate import TRANSLATORS, Context, Intent, translated
from kwan.workbook.translate.people import implied_members

NAMING_PEOPLE = ("passbook", "income", "rounds", "debts")


def bring_in(content: Path | bytes, name: str, door: Door) -> Imported:
    """Read one file and write what it says into its group's book. Raise Unreadable, or Refusal for its name."""
    looked = look(Source(name, content, Path(name).stem), door.remembered)
    return bring_in_group(door.group or looked.group, [looked], door)


def bring_in_group(group: str, files: Sequence[Looked], door: Door) -> Imported:
    """Write what the files of one group say into its book, all or nothing. Raise Refusal for a name of another kind."""
    sheets = tuple(
        replace(u, outcomes=without_left_out(group, u.outcomes, door.mends))
        for one in files
        for u in one.sheets
    )
    context = context_of(group, sheets, door)
    result = Imported(", ".join(one.name for one in files), group)
    result.remarks, result.understandings = context.remarks, sheets
    with transaction.atomic():
        result.book = _open(context)
        learn_names(context, result.book, sheets)
        post(result, _intents(sheets, context, result), door, context)
        if result.strangers:
            result.register = {m.reference: m.name or "" for m in people.members(result.book)}
        if door.dry_run:
            transaction.set_rollback(True)
    places = {(u.file, u.sheet.title): place for place, u in reversed(list(enumerate(sheets)))}
    result.held.sort(key=lambda held: (places.get((held.file, held.sheet), len(places)), held.number))
    return result


def post_correction(result: Imported, entry: int, door: Door) -> list[int]:
    """Write what the file says in place of `entry`, and of whatever else its rows say otherwise.

    Return the numbers of the correcting entries. The rows move from held to posted. Raise KeyError for an
    entry that the file does not differ from, Refusal for one that was corrected meanwhile.
    """
    rows = set(map(id, result.differs[entry][0].rows))
    alike = [
        pair for pair in result.differs.values() if pair[1] == entry or rows & set(map(id, pair[0].rows))
    ]
    with transaction.atomic():
        numbers = [_correct(result.book, intent, old, door) for intent, old in alike]
    for intent, old in alike:
        del result.differs[old]
        _settle(result, intent)
    return numbers


def _correct(book: int, intent: Intent, entry: int, door: Door) -> int:
    return record(
        book,
        Envelope(intent.command, str(uuid7()), door.actor, door.at, "brought", intent.key, corrects=entry),
    )


def _settle(result: Imported, intent: Intent) -> None:
    for row in intent.rows:
        left = [held for held in result.held if place_of(held) != place_of(row)]
        result.posted[row.sheet] += len(result.held) - len(left)
        result.held = left


def _open(context: Context) -> int:
    """Open the group's book, and its project's. A project once told holds for files that do not say it."""
    book = open_book(str(uuid7()), "group", context.group)
    context.project = context.project or people.group(book, context.group).project
    if context.project:
        open_book(str(uuid7()), "project", context.project)
    return book


def _intents(sheets: Sequence[Understanding], context: Context, result: Imported) -> list[Intent]:
    rows: dict[str, list[Row]] = defaultdict(list)
    for understanding in sheets:
        _count(understanding, result)
        if understanding.kind:
            rows[understanding.kind] += understanding.rows
    rows.setdefault("group", [])
    intents = list(_implied(rows, context, result))
    for kind in TRANSLATORS:
        if kind in rows:
            for one in translated(kind, rows[kind], context, TRANSLATORS):
                intents.append(one) if isinstance(one, Intent) else result.held.append(one)
    return intents


def _implied(rows: dict[str, list[Row]], context: Context, result: Imported) -> Iterable[Intent]:
    """A group without any register: whoever saves or was paid is taken for a member, and that is remarked on."""
    if rows.get("members") or people.member_references(result.book):
        return
    named = [row for kind in NAMING_PEOPLE for row in rows.get(kind, ())]
    joined = list(implied_members(named, context))
    if joined:
        th = f"ไม่มีทะเบียนสมาชิก จึงถือว่า {len(joined)} คนที่มีชื่อในไฟล์เป็นสมาชิก ถ้ามีทะเบียน นำเข้าตามมาได้"
        en = f"There is no register, so the {len(joined)} people named here are taken for its members. A register may follow."
        context.remarks.append((named[0], th, en))
    yield from joined


def _count(understanding: Understanding, result: Imported) -> None:
    layout, title = understanding.layout, understanding.sheet.title
    if isinstance(layout, NotUnderstood):
        if not layout.empty:
            filled = list(_filled(understanding))
            result.skipped[title] += len(filled) - 1
            result.held.append(_not_understood(layout, filled, understanding.file))
        return
    for outcome in understanding.outcomes:
        if isinstance(outcome, Skipped):
            result.skipped[title] += 1
        elif isinstance(outcome, Held):
            result.held.append(outcome)


def _filled(understanding: Understanding) -> Iterator[int]:
    for number, row in enumerate(understanding.sheet.rows, 1):
        if any(cell is not None for cell in row):
            yield number


def _not_understood(layout: NotUnderstood, filled: list[int], file: str) -> Held:
    return Held(
        layout.sheet, layout.header_row or filled[0], "sheet_not_understood",
        f"ยังไม่รู้ว่าแผ่น “{layout.sheet}” เป็นเรื่องอะไร ทั้งแผ่น ({len(filled)} แถว) จึงรออยู่",
        f"It is not clear what the sheet “{layout.sheet}” is about; all of it ({len(filled)} rows) waits.",
        "บอกว่าแผ่นนี้เป็นเรื่องอะไร และช่องไหนคืออะไร แล้วนำเข้าใหม่",
        "Say what this sheet is about and what its columns mean; then import again.",
        tuple(layout.headings), file=file,
    )  # fmt: skip

"""What the tests of laws share: the sample workbooks in fresh books, whole or with one cell changed."""

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from django.db import transaction

import kwan
from kwan.journal.queries import head
from kwan.lessons.claims import judge_all
from kwan.workbook.files import Sheet, read
from kwan.workbook.importing import Door, Source, bring_in_group
from kwan.workbook.importing.looking import look_through

SAMPLES = Path(kwan.__file__).parent / "samples"
NAMES = ("kwan-talay-seafood", "phak-top-chawa")
DOOR = Door("operator", datetime(2022, 2, 28, 9, 0, tzinfo=UTC))


@cache
def sample(name):
    """Return the sample as it was read and understood, once."""
    source = Source(f"{name}.xlsx", SAMPLES / f"{name}.xlsx", name)
    return look_through(source, read(source.content, source.name).sheets, {})


def imported(looked):
    """Bring a workbook in and return its book."""
    return bring_in_group(looked.group, [looked], DOOR).book


@contextmanager
def for_a_moment():
    """Write what you like; afterwards it was never there."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def judged(book):
    """Return every claim of a book's report."""
    bound = head(book)
    return judge_all(book, bound.name, bound.last_entry)


def cells(looked):
    """Yield (sheet, row, column) of every filled cell below the heading of its sheet, from 0."""
    for understood in looked.sheets:
        rows = understood.sheet.rows
        for place in range(heading_of(rows) + 1, len(rows)):
            for column, value in enumerate(rows[place]):
                if value is not None:
                    yield understood.sheet.title, place, column


def heading_of(rows):
    """Return the place of the headings: the first of the fullest of the first ten rows."""
    filled = [sum(cell is not None for cell in row) for row in rows[:10]]
    return filled.index(max(filled))


def changed(looked, title, place, column):
    """Return the workbook with one cell saying something else."""
    return with_row(
        looked, title, place, lambda row: (*row[:column], otherwise(row[column]), *row[column + 1 :])
    )


def without(looked, title, place):
    """Return the workbook without one row."""
    return with_row(looked, title, place, None)


def with_row(looked, title, place, change):
    """Return the workbook with one row changed, or taken out where `change` is None."""
    sheets = []
    for understood in looked.sheets:
        sheet = understood.sheet
        if sheet.title == title:
            new = [change(sheet.rows[place])] if change else []
            sheet = Sheet(title, [*sheet.rows[:place], *new, *sheet.rows[place + 1 :]], sheet.merges)
            sheets += look_through(Source(looked.name, b"", looked.group), [sheet], {}).sheets
        else:
            sheets.append(understood)
    return replace(looked, sheets=tuple(sheets))


def otherwise(value):
    """Return another value of the same sort: a sum, a day, a score, a tick, a text."""
    if isinstance(value, datetime | date):
        return value + timedelta(days=40)
    if isinstance(value, int | float):
        return value + 1
    if value in {"/", "✓"}:
        return None
    if value in {"ที่บ้าน", "ที่กลุ่ม"}:
        return "ที่กลุ่ม" if value == "ที่บ้าน" else "ที่บ้าน"
    digits = [place for place, letter in enumerate(value) if letter.isdigit()]
    if not digits:
        return f"{value}ใหม่"
    place = digits[0]
    return f"{value[:place]}{int(value[place]) % 2 + 1}{value[place + 1 :]}"

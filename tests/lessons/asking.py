"""What the tests of claims share: books made of a few commands, and the answer to one question."""

from datetime import date
from uuid import uuid4

from kwan.journal.queries import head
from kwan.lessons.claims import of
from kwan.lessons.claims.judging import Books, judge
from kwan.lessons.rules import plain
from kwan.people.commands import Join
from tests.journal.hands import a_book, write

MEMBERS = ("ก01", "ก02", "ก03", "ก04", "ก05", "ก06", "ก07", "ก08")


def on(month, day=5, year=2021):
    """Return a day of month 1 to 24, counted from January 2021."""
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, day)


def books_of(*commands, members=MEMBERS):
    book = a_book(f"กลุ่มลอง {uuid4()}")
    for member in members:
        write(book, Join(on=on(1, 1), member=member, name=f"ชื่อ {member}", district=5601))
    for command in commands:
        write(book, command)
    return Books(book, "กลุ่มลอง", head(book).last_entry)


def answers(books, id_):
    """Return every answer to the questions of this id."""
    return [judge(claim, books) for claim in of(books) if claim.id == id_]


def answer(books, id_):
    """Return the one answer to this question."""
    [judged] = answers(books, id_)
    return judged


def said(judged):
    """Return the verdict and both sentences."""
    return judged.verdict, plain(judged.finding.th), plain(judged.finding.en)


def why(judged):
    return plain(judged.finding.why_th), plain(judged.finding.why_en)


def th(judged):
    return judged.verdict, plain(judged.finding.th)


def entries(judged):
    return tuple(entry for _, entry in judged.evidence)

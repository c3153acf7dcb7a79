"""Small books made by hand for the claims: a few commands in, the answer of one claim out."""

from datetime import date
from uuid import uuid4

from kwan.fund.commands import Deposit, NotePay, ReceiveIntoFund, SpendFromFund, TellDebt
from kwan.journal.commands import record_all
from kwan.journal.queries import head
from kwan.journal.rules import Refusal
from kwan.lessons.claims.agreement import gaps
from kwan.lessons.claims.judging import Books, judge
from kwan.lessons.rules import plain
from kwan.people.commands import Join
from kwan.wellbeing.commands import Answer
from tests.journal.hands import a_book, envelope

START = date(2021, 7, 1)
GROUP = "กลุ่มทดสอบ"


def books_of(*commands):
    """Write the commands into a new book, as brought in from paper, and return it as a claim may ask it."""
    book = a_book(f"{GROUP} {uuid4()}")
    answers = record_all(book, [envelope(command, source="brought") for command in commands])
    assert [answer for answer in answers if isinstance(answer, Refusal)] == []
    return Books(book, GROUP, head(book).last_entry)


def judged(claims, id_, *commands):
    """Return the answer of the claim of this id to a book of these commands, gaps and all."""
    books = books_of(*commands)
    claim = next(claim for claim in claims if claim.id == id_)
    return judge(claim, books, gaps(books))


def told(answer):
    """Return the verdict with the Thai sentence and the reason why it is not higher."""
    return answer.verdict, plain(answer.finding.th), plain(answer.finding.why_th)


def said_in_english(answer):
    return plain(answer.finding.en)


def month(number, day=1):
    """The first (or another) day of the month that is so many after July 2021."""
    year, rest = divmod(START.month - 1 + number, 12)
    return date(START.year + year, rest + 1, day)


def member(number):
    return f"ก{number:02d}"


def members(count, **more):
    return [Join(on=START, member=member(number), **more) for number in range(1, count + 1)]


def savings(*by_month, who=1):
    return [
        Deposit(on=month(n, 5), member=member(who), satang=satang)
        for n, satang in enumerate(by_month)
        if satang
    ]


def pay(by_month, *who):
    """The same pay for each of these members, month after month; None is a month in which none was noted."""
    return [
        NotePay(on=month(n), member=member(one), satang=satang)
        for n, satang in enumerate(by_month)
        if satang is not None
        for one in who
    ]


def received(satang, purpose="grant", on=START, item=None):
    return ReceiveIntoFund(on=on, purpose=purpose, satang=satang, item=item)


def spent(satang, purpose, on=START, item=None):
    return SpendFromFund(on=on, purpose=purpose, satang=satang, item=item)


def debts(*who):
    return [TellDebt(on=START, member=member(one), creditor="กองทุนหมู่บ้าน", principal=2_000_000) for one in who]


def a_round(number, *scores, instrument="happiness-0-10", on=None):
    """One round: the score of member 1, 2, 3 …; None where somebody did not answer."""
    day = on or month(3 * number, 4)
    return [
        Answer(on=day, member=member(who), round=number, score=score, instrument=instrument)
        for who, score in enumerate(scores, 1)
        if score is not None
    ]

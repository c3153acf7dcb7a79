"""What was told in confidence cannot be read from a report, nor worked out by subtracting two of them.

The law is one of likeness: two villages that differ in a secret alone (who scored what, what is owed to whom,
how those who did not improve are split) get the same report, byte for byte, in every form it is written in.
"""

import json
import re
from datetime import date
from io import BytesIO, StringIO

import pypdfium2
import pytest
from django.core.management import call_command
from docx import Document

from kwan.fund.commands import Deposit, NotePay, TellDebt
from kwan.journal.commands import record_all
from kwan.journal.queries import entries_by_key
from kwan.journal.rules import Refusal
from kwan.lessons.commands import ReleaseReport
from kwan.lessons.report.as_docx import to_docx
from kwan.lessons.report.as_html import to_html
from kwan.lessons.report.as_json import to_evidence, to_json
from kwan.lessons.report.as_pdf import to_pdf
from kwan.lessons.report.build import for_group, for_project
from kwan.market.commands import AddBuyer
from kwan.people.commands import DescribeGroup, Erase, Join, erase
from kwan.programme.commands import SetIndicator
from kwan.wellbeing.commands import Answer
from tests.journal.hands import a_book, envelope, write
from tests.lessons.laws_of_reports import for_a_moment

pytestmark = pytest.mark.django_db

GROUP, PROJECT = "กลุ่มที่ไว้ใจกัน", "โครงการที่ไว้ใจกัน"
START, BEFORE, AFTER = date(2021, 6, 20), date(2021, 7, 4), date(2022, 1, 8)
NAMES = (
    "บัวผัน ใจดี",
    "สมพร งามตา",
    "อรทัย วงศ์ชัย",
    "นิภา ปลาทอง",
    "ศรีวรรณ สายน้ำ",
    "อำพร ปินตา",
    "ดวงใจ ต๊ะวัน",
    "แก้ว ริมน้ำ",
)
HAPPIER = SetIndicator(
    on=START, objective="สุขภาวะ", name="คนที่มีความสุขเพิ่มขึ้น", unit="ร้อยละ", baseline=0, target=6000,
    measure="wellbeing.improved/wellbeing.pairs",
)  # fmt: skip


def member(number):
    return f"ม{number:02d}"


def a_village(*scores, debts=(), more=()):
    """Return the book of a group: a (before, after) for each of its people, None where one did not answer."""
    book = a_book(GROUP)
    people = [Join(on=START, member=member(n), name=NAMES[n], district=5600 + n) for n in range(len(scores))]
    earned = [NotePay(on=date(2021, 8, 1), member=member(n), satang=31700 + n) for n in range(len(scores))]
    saved = [Deposit(on=date(2021, 8, 5), member=member(n), satang=10000) for n in range(len(scores))]
    answered = [
        Answer(on=on, member=member(n), round=number, score=both[place])
        for place, (number, on) in enumerate(((0, BEFORE), (2, AFTER)))
        for n, both in enumerate(scores)
        if both[place] is not None
    ]
    all_of_it = [
        DescribeGroup(on=START, project=PROJECT),
        *people,
        HAPPIER,
        *debts,
        *more,
        *earned,
        *saved,
        *answered,
    ]
    written = record_all(book, [envelope(c, source="brought", key=c.natural_key()) for c in all_of_it])
    assert [answer for answer in written if isinstance(answer, Refusal)] == []
    return book


def outputs(book):
    """Return the report of the group and of its project in every form that is text, without what names this very book."""
    told = {}
    for whose, report in (("group", for_group(book)), ("project", for_project(PROJECT))):
        for lang in ("th", "en"):
            told[whose, "html", lang] = to_html(report, lang)
        told[whose, "json"] = to_json(report, "th")
        told[whose, "evidence"] = to_evidence(report, "th")
    return {form: anonymous(text, book) for form, text in told.items()}


def anonymous(text, book):
    bound = for_group(book).heads[0]
    for own in (bound.hash, bound.uid):
        text = text.replace(own, "-")
    text = re.sub(rf'"book":{book}\b', '"book":0', text).replace(f"group-{book}", "group-0")
    text = re.sub(rf'((?:id|href)="#?[a-z]+-){book}"', r'\1 0"', text)
    text = re.sub(rf'"id":"([a-z]+)-{book}"', r'"id":"\1-0"', text)
    return re.sub(r"(ลายสมุด|mark) [0-9 ·-]+", r"\1", text)


def world(*scores, **more):
    """Return the outputs of a village that exists for this moment alone."""
    with for_a_moment():
        return outputs(a_village(*scores, **more))


# -- the likeness of villages that differ in a secret ------------------------------------------------

FIVE_UP = [(5, 7)] * 5
SPLITS = {
    "how the rest is split": ([*FIVE_UP, (5, 5), (5, 5), (5, 5)], [*FIVE_UP, (5, 5), (5, 5), (5, 4)]),
    "who improved": ([*FIVE_UP, (5, 5), (5, 5), (5, 4)], [(5, 4), (5, 5), (5, 5), *FIVE_UP]),
    "how far they rose": ([*FIVE_UP, (5, 5), (5, 5), (5, 4)], [(4, 7), (5, 7), (5, 7), (5, 7), (5, 8), (5, 5), (5, 5), (5, 3)]),
    "nobody, or more down than up": (
        [(5, 5), (5, 5), (5, 5), (5, 4), (5, 4)],
        [(5, 6), (5, 5), (5, 5), (5, 4), (5, 4)],
    ),
    "four people, all up or all down": ([(2, 9)] * 4, [(9, 2)] * 4),
    "four of eight answered": ([(2, 9)] * 4 + [(None, None)] * 4, [(9, 2), (3, 3), (0, 1), (7, 7)] + [(None, None)] * 4),
    "five came, four stayed": ([(5, 9)] * 4 + [(5, None)], [(5, 1)] * 4 + [(5, None)]),
}  # fmt: skip


@pytest.mark.parametrize("secret", SPLITS)
def test_two_villages_that_differ_in_their_answers_alone_get_the_same_report(secret):
    one, other = SPLITS[secret]
    assert world(*one) == world(*other)


SAME = [(5, 6), (5, 6), (5, 6), (5, 5), (5, 5), (5, 4), (5, 6), (5, 6)]


def debt(who, satang, creditor, rate=None):
    return TellDebt(on=START, member=member(who), creditor=creditor, principal=satang, rate=rate)


@pytest.mark.parametrize("size", [4, 5, 8])
def test_what_is_owed_and_to_whom_and_by_whom_changes_nothing(size):
    one = [debt(0, 7654321, "เจ้าหนี้ลับ", 1200), debt(1, 100, "สหกรณ์")]
    other = [debt(2, 98765400, "กองทุนหมู่บ้าน"), debt(2, 5500, "ธ.ก.ส.", 650)]
    assert world(*SAME[:size], debts=one) == world(*SAME[:size], debts=other)


@pytest.mark.parametrize("size", [4, 5, 8])
def test_a_debt_told_looks_like_any_other_entry_that_no_claim_speaks_of(size):
    a_debt = [debt(0, 7654321, "เจ้าหนี้ลับ")]
    a_buyer = [AddBuyer(on=START, buyer="ร้านริมกว๊าน", channel="shop")]
    assert world(*SAME[:size], debts=a_debt) == world(*SAME[:size], more=a_buyer)


def test_five_of_eight_who_told_of_debts_are_a_number_and_their_debts_are_not():
    one = [debt(n, 1000 * n + 7654321, f"เจ้าหนี้ {n}") for n in range(5)]
    other = [debt(7 - n, 500, f"สหกรณ์ {n}") for n in range(5)]
    first = world(*SAME, debts=one)
    assert first == world(*SAME, debts=other)
    assert "สมาชิก <a" in first["group", "html", "th"]


# -- two editions -------------------------------------------------------------------------------------


def release(book):
    upto = for_group(book).heads[0].last_entry
    write(book, ReleaseReport(on=AFTER, upto=upto))


def edition_after(*scores, then):
    """Return the report at the head, after an edition was released and then something happened."""
    with for_a_moment():
        book = a_village(*scores)
        release(book)
        before = for_group(book, for_group(book).heads[0].last_entry)
        then(book)
        return outputs(book), happiness(before), happiness(for_group(book))


def happiness(report):
    [claim] = [claim for claim in report.claims if claim.id == "wellbeing.most_happier"]
    return claim.verdict, claim.finding.en[0].text


def late_answer(score):
    return lambda book: write(book, Answer(on=AFTER, member=member(5), round=2, score=score))


def test_who_answers_after_an_edition_is_not_found_by_subtracting_it():
    six = [(5, 7), (5, 7), (5, 7), (5, 5), (5, 5), (5, None)]
    up, _, _ = edition_after(*six, then=late_answer(7))
    same, _, told = edition_after(*six, then=late_answer(5))
    assert up == same
    assert told[0] == "not_enough_data"


def erasing(number):
    return lambda book: erase(book, envelope(Erase(on=AFTER, member=member(number))))


def test_who_is_erased_after_an_edition_is_not_found_by_subtracting_it():
    """The last to answer goes, once as one who improved, once as one who did not; the edition before said 3 of 6 both times."""
    up = [(5, 7), (5, 7), (5, 5), (5, 5), (5, 5), (5, 7)]
    same = [(5, 7), (5, 7), (5, 7), (5, 5), (5, 5), (5, 5)]
    one, was, _ = edition_after(*up, then=erasing(5))
    other, also, _ = edition_after(*same, then=erasing(5))
    assert was == also
    assert one == other


def test_a_corrected_answer_is_not_found_by_subtracting_the_edition_before():
    def corrected(score):
        right = Answer(on=AFTER, member=member(0), round=2, score=score)

        def then(book):
            write(book, right, corrects=entries_by_key(book)[right.natural_key()], key=right.natural_key())

        return then

    six = [(5, 5), (5, 7), (5, 7), (5, 7), (5, 5), (5, 5)]
    up, _, _ = edition_after(*six, then=corrected(7))
    down, _, _ = edition_after(*six, then=corrected(3))
    assert up == down


def test_an_edition_after_which_nobody_answered_speaks_on_as_before():
    def then(book):
        write(book, Deposit(on=AFTER, member=member(0), satang=100))

    _, before, now = edition_after(*SAME, then=then)
    assert now == before
    assert before[0] == "partly"


# -- words and numbers that stand nowhere ---------------------------------------------------------------


@pytest.mark.parametrize("size", [4, 5, 8])
def test_no_name_no_reference_no_creditor_and_no_sum_owed_stands_anywhere(size):
    debts = [debt(n, 7654321, "เจ้าหนี้ลับ", 12345) for n in range(size - 1)]
    told = world(*SAME[:size], debts=debts)
    secrets = [*NAMES[:size], *(name.split()[0] for name in NAMES[:size]), *map(member, range(size))]
    secrets += ["เจ้าหนี้ลับ", "7654321", "76,543", "76543", "12345", "123.45"]
    assert [(form, word) for form, text in told.items() for word in secrets if word in text] == []


def test_a_report_on_paper_has_none_of_it_either():
    with for_a_moment():
        book = a_village(*SAME[:5], debts=[debt(0, 7654321, "เจ้าหนี้ลับ")])
        report = for_group(book)
        pages = pypdfium2.PdfDocument(to_pdf(report, "th"))
        pdf = "\n".join(page.get_textpage().get_text_bounded() for page in pages)
        word = Document(BytesIO(to_docx(report, "th")))
    docx = "\n".join(
        [p.text for p in word.paragraphs]
        + [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    )
    secrets = [*NAMES[:5], *map(member, range(5)), "เจ้าหนี้ลับ", "76,543"]
    assert [word for word in secrets if word in pdf or word in docx] == []


def statistics_of(book):
    told = json.loads(to_json(for_group(book), "th"))
    return {claim["id"]: claim["statistics"] for claim in told["claims"] if claim["sealed"]}


def test_of_the_answers_no_p_no_split_and_no_score_is_put_out():
    with for_a_moment():
        told = statistics_of(a_village(*SAME))
    assert told["wellbeing.most_happier"] == {"improved": 5, "n": 8}
    assert set(told["programme.indicators_reached"]) == {"actual", "baseline", "target"}


def test_nobody_and_everybody_are_no_numbers():
    for scores in ([(5, 5)] * 5, [(5, 7)] * 5):
        with for_a_moment():
            told = statistics_of(a_village(*scores))
        assert "improved" not in told["wellbeing.most_happier"]
        assert told["programme.indicators_reached"] == {}


def test_the_percent_of_an_indicator_is_that_of_the_claim_or_is_not_there():
    """One up, two as before, two down: the claim says "did not rise", so the indicator may not say "one of five"."""
    with for_a_moment():
        told = statistics_of(a_village((5, 6), (5, 5), (5, 5), (5, 4), (5, 4)))
    assert told["programme.indicators_reached"] == {}


def test_fewer_than_five_answers_are_not_even_counted():
    with for_a_moment():
        [kept] = [c for c in for_group(a_village(*SAME[:4])).claims if c.id == "records.kept"]
    assert [row[0].en for row in kept.finding.table] == [
        "Register of members", "Passbooks", "Pay from the group", "Indicators",
    ]  # fmt: skip


def test_the_operators_own_measures_stay_exact():
    book = a_village((5, 7), (5, 6), (5, 5), (5, 4), debts=[debt(0, 7654321, "เจ้าหนี้ลับ")])
    assert book
    out = StringIO()
    call_command("measure", group=GROUP, json=True, stdout=out)
    exact = {id_: found["value"] for id_, found in json.loads(out.getvalue())["measures"].items()}
    wanted = ("wellbeing.pairs", "wellbeing.improved", "wellbeing.same", "wellbeing.worse", "debts.principal")
    assert {id_: exact[id_] for id_ in wanted} == dict(zip(wanted, (4, 2, 1, 1, 7654321), strict=True))

"""No digit without a source: every one in a report is a figure that the books answer for, a name, a day, a quotation, or counts off."""

import json
import re
from decimal import Decimal
from functools import cache
from html.parser import HTMLParser
from itertools import chain, groupby

import pytest

from kwan.journal import queries as journal
from kwan.lessons.claims import judge_all
from kwan.lessons.claims.judging import Judged
from kwan.lessons.claims.together import judge_together
from kwan.lessons.report.as_html import to_html
from kwan.lessons.report.as_json import to_json
from kwan.lessons.report.build import for_group, for_project
from kwan.lessons.report.document import Prose
from kwan.lessons.report.evidence import MOST, rows
from kwan.lessons.report.leaf import leaves
from kwan.lessons.report.wording import word
from kwan.lessons.rules import Day, Figure, Month, Name, Place, Quote, plain, say
from kwan.programme import measures
from kwan.thai import format_date
from tests.lessons.laws_of_reports import NAMES, imported, sample

pytestmark = pytest.mark.django_db

DIGIT = re.compile(r"[0-9๐-๙]")
LANGS = ("th", "en")
PROJECT = "ส่งเสริมและฟื้นฟูอาชีพและรายได้เพื่อสุขภาพและสิ่งแวดล้อม"


@pytest.fixture(params=["first", "second", "project"])
def report(request, db):
    books = [imported(sample(name)) for name in NAMES]
    return for_project(PROJECT) if request.param == "project" else for_group(books[request.param == "second"])


def sentences(claim):
    finding = claim.finding
    yield from (finding.th, finding.en, finding.why_th, finding.why_en)
    yield from chain.from_iterable((gap.th, gap.en) for gap in claim.gaps)


def slots(claim):
    yield from (span.slot for sentence in sentences(claim) for span in sentence if span.slot is not None)
    yield from chain.from_iterable(claim.finding.table)


def test_every_digit_of_every_sentence_why_and_gap_stands_in_a_slot(report):
    loose = [
        (claim.id, span.text)
        for claim in report.claims
        for sentence in sentences(claim)
        for span in sentence
        if span.slot is None and DIGIT.search(span.text)
    ]
    prose = [block for section in report.sections for block in section.blocks if isinstance(block, Prose)]
    loose += [
        ("prose", span.text)
        for block in (*prose, report.subtitle)
        for lang in LANGS
        for span in block.sentence(lang)
        if span.slot is None and DIGIT.search(span.text)
    ]
    assert loose == []


def test_every_span_reads_as_its_slot_reads(report):
    wrong = [
        (claim.id, span.text)
        for claim in report.claims
        for place, sentence in enumerate(sentences(claim))
        for span in sentence
        if span.slot is not None and span.text != plain(say("{it}", {"it": span.slot}, LANGS[place % 2]))
    ]
    assert wrong == []


def bounds_of(claim: Judged, report):
    """Return the (book, last entry) pairs that a claim may ask: its own book's, or all of the project's."""
    own = [(head.book, head.last_entry) for head in report.heads if head.book == claim.book]
    return own or [(head.book, head.last_entry) for head in report.heads]


def again(figure, claim: Judged, report):
    """Return a figure's value, worked out once more from the books and from nothing that the report remembers."""
    if figure.measure is None:
        return fresh(claim.book, report.name, report.heads)[claim.id, claim.claim.about].finding.statistics[
            figure.name
        ]
    reading = measures.take(figure.measure, bounds_of(claim, report))
    if figure.of_parts:
        return sum(amount > 0 for amount in reading.parts.values())
    return reading.value if figure.part is None else reading.parts.get(figure.part, 0)


@cache
def fresh(book, name, heads):
    own = next((head for head in heads if head.book == book), None)
    judged = judge_together(book, name, heads) if own is None else judge_all(book, own.name, own.last_entry)
    return {(claim.id, claim.claim.about): claim for claim in judged}


def test_every_figure_comes_out_again(report):
    fresh.cache_clear()
    wrong = [
        (claim.id, figure)
        for claim in report.claims
        for figure in slots(claim)
        if isinstance(figure, Figure) and again(figure, claim, report) != figure.value
    ]
    assert wrong == []


def words_of_the_papers():
    """Return all that the workbooks say, as one text."""
    looked = [sample(name) for name in NAMES]
    cells = (
        cell
        for one in looked
        for u in one.sheets
        for row in u.sheet.rows
        for cell in row
        if isinstance(cell, str)
    )
    return "\n".join(cells)


def test_digits_in_names_and_quotations_are_those_of_the_papers_and_days_are_days_of_the_book(report):
    papers = words_of_the_papers()
    days = {book.book: set(days_of(book)) for book in report.heads}
    wrong = []
    for claim in report.claims:
        own = days.get(claim.book, set())
        months = {day // 100 for day in own}
        for slot in slots(claim):
            match slot:
                case Name(th, en):
                    right = all(not DIGIT.search(text) or text in papers for text in (th, en))
                case Quote(words):
                    right = words in papers
                case Day(on):
                    right = on.year * 10000 + on.month * 100 + on.day in own
                case Month(month):
                    right = month in months
                case _:
                    right = isinstance(slot, Figure | Place)
            if not right:
                wrong.append((claim.id, slot))
    assert wrong == []


def days_of(bound):
    for view in journal.entries_numbered(bound.book, range(1, bound.last_entry + 1)):
        yield view.on.year * 10000 + view.on.month * 100 + view.on.day


# -- whole documents ------------------------------------------------------------------------------------


class Texts(HTMLParser):
    """The text nodes of a page: those of its drawings apart."""

    def __init__(self, page):
        super().__init__()
        self.words, self.drawn, self.inside = [], [], []
        self.feed(page)

    def handle_starttag(self, tag, _):
        if tag in {"style", "svg"}:
            self.inside.append(tag)

    def handle_endtag(self, tag):
        if self.inside and tag == self.inside[-1]:
            self.inside.pop()

    def handle_data(self, data):
        if self.inside != ["style"]:
            (self.drawn if self.inside else self.words).append(data.strip())


def stretches(sentence):
    """Return a sentence as a page sets it: each figure by itself, and what stands between two of them in one piece."""
    for is_figure, spans in groupby(sentence, key=lambda span: isinstance(span.slot, Figure)):
        texts = [span.text for span in spans]
        yield from texts if is_figure else ["".join(texts)]


def accounted(report, lang):
    """Return every text that may carry digits on a page, each for a reason."""
    english = lang == "en"
    for leaf in leaves(report, lang, "screen").values():
        yield from (
            f"{word('number', lang)} {leaf.number}",
            f"{word('behind', lang)} ({leaf.entries:,}\xa0{word('entries', lang)})",
        )
        yield word("latest", lang, shown=f"{MOST:,}", all=f"{leaf.entries:,}")
        yield from (str(leaf.number), leaf.digest, leaf.question, leaf.why, *leaf.gaps)
        yield from stretches(leaf.sentence)
        yield from chain.from_iterable((*row, " · ".join(row[1:])) for row in leaf.table)
        yield from chain.from_iterable((work.what, work.figure) for work in leaf.working)
        if leaf.picture:
            yield leaf.picture.sentence(lang)
            yield from (
                cell.text for row in (leaf.picture.table.headings, *leaf.picture.table.rows) for cell in row
            )
        for row in rows(leaf.claim, lang, upto=leaf.upto):
            yield from (
                str(row.entry),
                format_date(row.on, "en_short" if english else "short"),
                row.what,
                row.amount_text,
            )
    for section in report.sections:
        yield section.title.en if english else section.title.th
        for block in section.blocks:
            if isinstance(block, Prose):
                yield from stretches(block.sentence(lang))


@pytest.mark.parametrize("lang", LANGS)
def test_every_digit_on_the_page_is_accounted_for(report, lang):
    known = {text.strip() for text in accounted(report, lang) if DIGIT.search(text)}
    texts = Texts(to_html(report, lang))
    assert [text for text in texts.words if DIGIT.search(text) and text not in known] == []


@pytest.mark.parametrize("lang", LANGS)
def test_every_number_in_a_drawing_stands_in_its_table_or_sentence_or_is_a_round_mark_of_its_scale(
    report, lang
):
    wrong = []
    for leaf in leaves(report, lang, "screen").values():
        if leaf.picture:
            table = leaf.picture.table
            cells = (cell.text for row in (table.headings, *table.rows) for cell in row)
            known = numbers_in(" ".join([*cells, leaf.picture.sentence(lang)]))
            short = {round(number) for number in known}
            drawn = numbers_in(" ".join(Texts(str(leaf.picture.svg)).drawn))
            wrong += [(leaf.claim.id, number) for number in drawn - known - short if not is_round(number)]
    assert wrong == []


def numbers_in(text):
    return {Decimal(found.replace(",", "")) for found in re.findall(r"\d[\d,]*(?:\.\d+)?", text)}


def is_round(number):
    """Return whether this may be a mark of a scale: nought to nine, or fifteen, of a power of ten."""
    digits = number.normalize().as_tuple().digits
    return len(digits) == 1 or digits == (1, 5)


def test_json_says_nothing_but_what_the_claims_say(report):
    told = json.loads(to_json(report, "th"))
    assert [
        (one["id"], one["text"], one["why"], [f["text"] for f in one["figures"]]) for one in told["claims"]
    ] == [
        (
            claim.id,
            {"th": plain(claim.finding.th), "en": plain(claim.finding.en)},
            {"th": plain(claim.finding.why_th), "en": plain(claim.finding.why_en)},
            [span.text for span in claim.finding.th if isinstance(span.slot, Figure)],
        )
        for claim in report.claims
    ]
    for one, claim in zip(told["claims"], report.claims, strict=True):
        for id_, shown in one["measures"].items():
            whole = measures.take(id_, bounds_of(claim, report))
            rests = claim.readings[id_]
            assert shown.get("value", rests.value) == rests.value
            assert shown.get("parts", {}).items() <= whole.parts.items()
        assert all(
            claim.finding.statistics[name] is not None or value is None
            for name, value in one["statistics"].items()
        )

"""The law of digits: every digit stands in a slot, and every figure is what its source gives when asked again."""

import re
from decimal import Decimal

import pytest

from kwan.lessons.report.build import for_group
from kwan.lessons.report.document import Prose
from kwan.lessons.report.wording import WORDS
from kwan.lessons.rules import Figure, Span, say
from kwan.programme import measures
from tests.lessons.report.hands import saved
from tests.programme.a_year import a_year

pytestmark = pytest.mark.django_db
DIGIT = re.compile(r"[0-9๐-๙]")


def said(report):
    """Yield every sentence of a report in both languages, with the claim that says it."""
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Prose):
                yield from ((None, block.th), (None, block.en))
    for claim in report.claims:
        finding = claim.finding
        for sentence in (finding.th, finding.en, finding.why_th, finding.why_en):
            yield claim, sentence
        for gap in claim.gaps:
            yield from ((claim, gap.th), (claim, gap.en))
        for row in finding.table:
            yield from ((claim, say("{it}", {"it": slot}, lang)) for slot in row for lang in ("th", "en"))


def loose(sentence):
    return [span.text for span in sentence if span.slot is None and DIGIT.search(span.text)]


def asked_again(claim, figure, last_entry):
    if figure.measure is None:
        return claim.finding.statistics[figure.name]
    reading = measures.take(figure.measure, [(claim.book, last_entry)])
    if figure.of_parts:
        return sum(amount > 0 for amount in reading.parts.values())
    return reading.value if figure.part is None else reading.parts.get(figure.part, 0)


def test_no_sentence_holds_a_digit_outside_a_slot():
    report = for_group(a_year())
    titles = [Span(text) for one in report.sections for text in (one.title.th, one.title.en)]
    assert [text for _, sentence in said(report) for text in loose(sentence)] == []
    assert loose(titles) == []


def test_a_digit_outside_a_slot_would_be_seen():
    assert loose((Span("เพิ่มขึ้น ๓ เท่า"),)) == ["เพิ่มขึ้น ๓ เท่า"]


def test_the_renderers_own_words_hold_no_digit():
    assert [words for words in WORDS.values() if DIGIT.search("".join(words))] == []


def test_every_figure_is_what_its_source_gives_when_it_is_asked_again():
    report = for_group(a_year())
    last = report.heads[0].last_entry
    figures = [
        (claim, span.slot)
        for claim, sentence in said(report)
        for span in sentence
        if claim is not None and isinstance(span.slot, Figure)
    ]
    wrong = [
        (claim.id, figure)
        for claim, figure in figures
        if Decimal(figure.value) != Decimal(asked_again(claim, figure, last))
    ]
    assert wrong == []
    assert len(figures) > 100


def test_a_figure_that_its_source_does_not_give_would_be_seen():
    book = a_year()
    wrong = Figure(16001, "satang", "savings.balance")
    assert asked_again(saved(book), wrong, 52) == 16000

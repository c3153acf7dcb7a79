import re
from html import escape
from html.parser import HTMLParser

import pytest

from kwan.lessons.report.as_html import STYLESHEET, stylesheet, to_html
from kwan.lessons.report.build import for_group
from tests.lessons.report.hands import HOSTILE, a_report, happier, saved, sentences, six_who_answered
from tests.programme.a_year import a_year

pytestmark = pytest.mark.django_db
VOID = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """Reads a page as a browser would, and notes every end that does not meet its beginning."""

    def __init__(self, text):
        super().__init__()
        self.open, self.wrong, self.said, self.tags, self.ids = [], [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.ids += [value for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append((tag, self.getpos()))

    def handle_data(self, data):
        if "style" not in self.open:
            self.said.append(data)

    def links(self):
        return [attrs["href"] for tag, attrs in self.tags if tag == "a"]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_element_of_the_page_is_closed_and_every_link_leads_somewhere(lang):
    page = Page(to_html(for_group(a_year()), lang))
    assert (page.wrong, page.open) == ([], [])
    assert len(page.ids) == len(set(page.ids))
    assert [link for link in page.links() if link.removeprefix("#") not in page.ids] == []


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_page_says_every_sentence(lang):
    report = for_group(a_year())
    said = "".join(Page(to_html(report, lang)).said)
    assert [one for one in sentences(report, lang) if one.strip() not in said] == []


def test_every_claim_told_in_full_opens_its_evidence():
    report = for_group(a_year())
    page = Page(to_html(report, "th"))
    full = {told.claim.id + told.claim.claim.about for told in report.told() if told.how == "full"}
    drawers = [attrs for tag, attrs in page.tags if tag == "details" and attrs.get("class") == "evidence"]
    assert len(drawers) == len(full)


def test_each_figure_leads_to_what_it_is_made_of():
    book = a_year()
    text = to_html(a_report(book, saved(book)), "en")
    assert re.findall(r'<a class="n" href="([^"]+)">([^<]+)</a>', text) == [
        ("#claim-1", "100"),
        ("#claim-1", "160"),
        ("#claim-1-behind", "100"),
        ("#claim-1-behind", "160"),
    ]


def test_the_drawer_shows_the_entries_the_arithmetic_and_why():
    book = a_year()
    text = to_html(a_report(book, saved(book)), "en")
    row = '<tr><th scope="row">10</th><td>20 Aug 2021</td><td>Savings taken out</td><td class="r">30 baht</td></tr>'
    assert row in text
    assert "<dt>Members&#x27; savings, balance</dt><dd>160 baht</dd>" in text
    assert '<div class="part"><dt>Jul 2021</dt><dd>140 baht</dd></div>' in text
    assert "<dt>p</dt><dd>0.333</dd>" in text
    assert "<p>Over 3 months, to 1 September 2021.</p>" in text
    assert "0.03 baht are missing." in text


def test_the_groups_reply_is_printed_beside_the_claim_and_nobodys_words_are_markup():
    book = a_year()
    text = to_html(a_report(book, saved(book)), "th")
    assert "กลุ่มเห็นด้วย &lt;b&gt;ทุกข้อ&lt;/b&gt;<footer>กลุ่มเขียนตอบ</footer>" in text
    assert escape(HOSTILE) in text
    assert "<script" not in text


def test_the_page_needs_nothing_from_anywhere():
    text = to_html(for_group(a_year()), "th")
    assert re.findall(r"(?:src|href)=\"(?!#)[^\"]*\"|@import|url\((?!\"data:)[^)]*\)|@font-face", text) == []


def test_the_sheet_is_that_of_the_screens_with_its_own_added_and_may_be_another():
    assert ".claim {" in STYLESHEET.read_text(encoding="utf-8")
    assert stylesheet().endswith(
        (STYLESHEET.parents[3] / "lessons/report/report.css").read_text(encoding="utf-8")
    )
    book = a_year()
    assert "<style>p { color: teal }</style>" in to_html(
        a_report(book, saved(book)), "th", "p { color: teal }"
    )


def test_of_a_sealed_claim_the_drawer_shows_rounds_and_no_entry():
    book = six_who_answered()
    text = to_html(a_report(book, happier(book)), "th")
    assert re.findall(r'<tr><th scope="row">([^<]+)</th><td>([^<]+)</td>', text) == [
        ("ทั้งรอบ", "4 ก.ค. 64"),
        ("ทั้งรอบ", "7 พ.ย. 64"),
        ("ทั้งรอบ", "6 ก.พ. 65"),
    ]
    assert "คำตอบที่บอกไว้เป็นความลับ" in text


def test_no_verdict_is_counted_and_no_mark_is_only_a_colour():
    page = Page(to_html(for_group(a_year()), "en"))
    marks = [attrs for tag, attrs in page.tags if tag == "svg" and "verdict" in attrs.get("class", "")]
    assert [mark for mark in marks if not mark.get("aria-label")] == []

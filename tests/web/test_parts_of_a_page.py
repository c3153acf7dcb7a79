"""The parts every page is put together from, drawn with plain values."""

from __future__ import annotations

import re
from types import SimpleNamespace as Value

import pytest
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from kwan.pictures import Channel, Point, channels, check_dots, steps

NAV = {name: f"/{name}" for name in ("today", "savings", "making", "orders", "report", "more")}
HEAD = {"hash": "3e01d36e" * 8, "number": 412, "href": "/e/412"}


def part(name, /, **context):
    return render_to_string(f"kwan/parts/{name}.html", {"lang": "th", **context})


def page(lang, **context):
    return render_to_string("kwan/base.html", {"lang": lang, **context})


def claim(**given):
    nothing = dict.fromkeys(["picture", "lines", "rows", "working", "why", "reply"])
    said = mark_safe('ได้ <a class="n" href="/e">3</a>')
    plain = {"id": "c1", "verdict": "supported", "number": 1, "said": said, "entries": 3, "gaps": []}
    return Value(**nothing | plain | given)


@pytest.mark.parametrize(
    ("lang", "today", "skip"), [("th", "วันนี้", "ข้ามไปเนื้อหา"), ("en", "Today", "Skip to the page")]
)
def test_the_frame_speaks_the_language_of_the_page(lang, today, skip):
    drawn = page(lang, nav=NAV, tab="today", head=HEAD, person="สมพร")
    assert f'<html lang="{lang}">' in drawn
    assert drawn.count('aria-current="page"') == 2
    assert (drawn.count(f"<span>{today}</span>"), drawn.count(skip)) == (2, 1)


def test_a_page_outside_a_book_has_neither_tabs_nor_a_mark():
    drawn = page("th")
    assert [word for word in ("<nav", "<footer", 'class="who"') if word in drawn] == []


def test_no_page_needs_what_the_content_policy_forbids():
    drawn = page("th", nav=NAV, tab="today", head=HEAD, person="สมพร") + part(
        "figure", picture=check_dots(47, 56)
    )
    assert re.findall(r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*\ssrc=)", drawn) == []


def test_a_picture_stands_with_its_table_and_the_table_leads_to_the_rows():
    drawn = part("figure", picture=steps([Point("ก.ค.", 160000, "ก.ค. 64", "/rows")]))
    assert drawn.count("<svg xmlns") == 1
    assert '<th scope="row">ก.ค. 64</th><td class="r"><a class="n" href="/rows">1,600.00</a></td>' in drawn


def test_what_people_wrote_is_never_markup():
    drawn = part("figure", picture=channels([Channel("<b>ร้าน</b>", 100, is_agency=False)]))
    assert "<b>ร้าน" not in drawn
    assert drawn.count("&lt;b&gt;ร้าน&lt;/b&gt;") == 4


def test_a_claim_shows_its_verdict_its_sentence_and_how_much_stands_behind_it():
    drawn = part("claim", claim=claim())
    assert '<p class="say">ได้ <a class="n" href="/e">3</a></p>' in drawn
    assert '<span class="word supported">มีหลักฐานรองรับ</span><span>ข้อ 1</span>' in drawn
    assert "หลักฐานของข้อนี้ (3&nbsp;รายการ)" in drawn


def test_the_reply_of_the_group_is_printed_beside_its_claim_and_not_as_markup():
    drawn = part("claim", claim=claim(reply="<i>เรา</i>", gaps=["ขาด 2 รายการ"], why="เพราะครบ"))
    assert '<blockquote class="reply">&lt;i&gt;เรา&lt;/i&gt;<footer>กลุ่มเขียนตอบ</footer></blockquote>' in drawn
    assert drawn.index("เพราะครบ") < drawn.index("ขาด 2 รายการ")


def test_a_box_that_was_misread_keeps_what_was_written_and_says_what_to_do():
    drawn = part("field", name="sum", label="จำนวนเงิน", value="12o", kind="money", wrong="ลองพิมพ์แบบ 1,200.50")
    assert 'value="12o"' in drawn
    assert 'aria-invalid="true" aria-describedby="sum-wrong"' in drawn
    assert '<p class="wrong" id="sum-wrong">' in drawn


def test_a_sum_of_the_ledger_is_marked_as_one():
    lines = [Value(label="รวม", figure="20,203.50", href="/e", is_sum=True, needs_a_look=False)]
    assert (
        part("ledger", lines=lines)
        .strip()
        .endswith('<li class="sum"><span>รวม</span><i></i><a class="n" href="/e">20,203.50</a></li></ul>')
    )

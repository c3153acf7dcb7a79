"""Words and figures as the templates write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.utils import translation

DAY = date(2022, 2, 12)


def written(source, **context):
    return Template("{% load kwan_words %}" + source).render(Context(context))


@pytest.mark.parametrize(
    ("lang", "said"), [("th", "ออม"), ("en", "Savings"), ("en-gb", "Savings"), ("", "ออม")]
)
def test_words_are_chosen_by_the_language_of_the_page(lang, said):
    assert written("{% t 'ออม' 'Savings' %}", lang=lang) == said


def test_without_a_language_on_the_page_the_one_of_the_request_counts():
    with translation.override("en"):
        assert written("{% t 'ออม' 'Savings' %} {{ day|shortdate }}", day=DAY) == "Savings 12 Feb 2565"


@pytest.mark.parametrize(
    ("asked", "th", "en"),
    [
        ("thaidate", "12 กุมภาพันธ์ 2565", "12 February 2565 BE"),
        ("shortdate", "12 ก.พ. 65", "12 Feb 2565"),
        ("weekdate", "เสาร์ 12 กุมภาพันธ์ 2565", "Saturday 12 February 2565 BE"),
        ("monthyear", "ก.พ. 65", "Feb 2565"),
    ],
)
def test_days_are_in_the_buddhist_era_in_both_languages(asked, th, en):
    source = "{{ day|" + asked + ":lang }}"
    moment = datetime(2022, 2, 12, 9, 30, tzinfo=UTC)
    assert [written(source, day=day, lang=lang) for lang in ("th", "en") for day in (DAY, moment)] == [
        th,
        th,
        en,
        en,
    ]
    assert written(source, day=None, lang="th") == ""


def test_the_leap_day_of_a_buddhist_year_is_written_as_it_is():
    assert written("{{ day|shortdate:'th' }}", day=date(2024, 2, 29)) == "29 ก.พ. 67"


def test_figures_are_written_as_people_read_them():
    source = "{{ satang|baht }} {{ grams|kg }} {{ pieces|count }}"
    assert written(source, satang=1350350, grams=2500, pieces=1200) == "13,503.50 2.5 1,200"
    assert written(source, satang=None, grams=None, pieces=None) == "  "


def test_a_number_is_a_link_and_its_unit_never_parts_from_it():
    assert written("{% n '12' '/e/1' 'คน' %}") == '<a class="n" href="/e/1">12</a>\N{NO-BREAK SPACE}คน'
    assert written("{% n '12' %}") == "<b>12</b>"


def test_a_number_that_is_markup_is_written_as_words():
    assert (
        written("{% n figure href %}", figure="<1>", href='"x') == '<a class="n" href="&quot;x">&lt;1&gt;</a>'
    )


def test_the_tabs_are_the_parts_of_the_book_that_have_an_address():
    source = "{% tabs as parts %}{% for p in parts %}{{ p.name }} {{ p.th }} {{ p.is_here }};{% endfor %}"
    nav = {"report": "/r", "today": "/"}
    assert written(source, nav=nav, tab="report") == "today วันนี้ False;report รายงาน True;"
    assert written(source) == ""


def test_a_verdict_is_a_mark_and_a_word():
    drawn = written("{% verdict kind %}|{% verdict_word kind %}", kind="partly", lang="en")
    assert drawn.startswith("<svg ")
    assert drawn.endswith("</svg>|Partly supported")


def test_the_mark_of_a_head_is_drawn_and_can_be_read_out():
    drawn = written("{% weave digest %}{{ digest|digits }}", digest="3e01d36e" * 8, lang="en")
    assert 'aria-label="The woven mark of this book 4030 7054"' in drawn
    assert drawn.endswith("</svg>4030 7054")


def test_icons_are_hidden_from_those_who_listen():
    assert [written(source).count('aria-hidden="true"') for source in ("{% icon 'go' %}", "{% brand %}")] == [
        1,
        1,
    ]


def test_the_other_language_is_offered():
    assert [written("{% other_lang %}", lang=lang) for lang in ("th", "en")] == ["en", "th"]

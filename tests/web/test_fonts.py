"""The typeface: cut once, always the same, with everything Thai writing needs."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.http import Http404
from django.test import RequestFactory
from fontTools.ttLib import TTFont

from kwan.web.fonts import WEIGHTS, NoSuchFontError, cut, font_dir, web_font
from kwan.web.views.fonts import font


@pytest.fixture
def data(settings, tmp_path):
    settings.KWAN_DATA = tmp_path
    return tmp_path


def test_a_subset_is_cut_to_the_same_bytes_each_time():
    first = cut("sarabun-regular")
    cut.cache_clear()
    assert cut("sarabun-regular") == first


@pytest.mark.parametrize("name", WEIGHTS)
def test_a_subset_is_small_and_holds_thai_latin_and_the_rules_that_set_tones(name):
    subset = TTFont(BytesIO(cut(name)))
    wanted = "กว๊านปี่น้ำ๑๒฿ Kwan 0–9 “ ” → ≥ … ·"
    assert [letter for letter in wanted if ord(letter) not in subset.getBestCmap()] == []
    assert {"GSUB", "GPOS"} <= set(subset.keys())
    assert len(cut(name)) < 24_000


def test_a_subset_is_cut_once_and_then_read_from_the_cache(tmp_path):
    ready = web_font("sarabun-regular", tmp_path / "fonts")
    ready.write_bytes(b"already here")
    assert web_font("sarabun-regular", tmp_path / "fonts").read_bytes() == b"already here"
    assert [path.name for path in (tmp_path / "fonts").iterdir()] == ["sarabun-regular.woff2"]


def test_the_pdf_maker_finds_the_whole_files():
    assert [file for file in WEIGHTS.values() if not (font_dir() / file).is_file()] == []


def test_a_browser_may_keep_a_font_for_a_year(data):
    response = font(RequestFactory().get("/fonts/sarabun-semibold.woff2"), "sarabun-semibold")
    assert (response.status_code, response["Content-Type"]) == (200, "font/woff2")
    assert response["Cache-Control"] == "public, max-age=31536000, immutable"
    assert b"".join(response.streaming_content) == cut("sarabun-semibold")
    response.close()
    assert (data / "cache" / "fonts" / "sarabun-semibold.woff2").is_file()


@pytest.mark.parametrize("name", ["sarabun-thin", "../../kwan.sqlite3", ""])
def test_a_font_we_do_not_have_is_not_found(data, name):
    with pytest.raises(NoSuchFontError):
        web_font(name, data)
    with pytest.raises(Http404):
        font(RequestFactory().get("/fonts/x.woff2"), name)

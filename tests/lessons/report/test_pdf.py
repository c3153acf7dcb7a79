import json
import shutil
import subprocess
from datetime import UTC, datetime
from io import BytesIO

import pikepdf
import pytest

from kwan.lessons.report.as_json import to_evidence
from kwan.lessons.report.as_pdf import ruled, to_pdf
from kwan.lessons.report.build import for_group
from kwan.lessons.report.typeface import BOX, NO_DAY, document_day, png, printable
from kwan.lessons.rules import plain
from tests.journal.hands import a_book
from tests.lessons.report.hands import (
    HOSTILE,
    INTRO,
    a_picture,
    a_report,
    happier,
    saved,
    sentences,
    six_who_answered,
    squeezed,
)
from tests.programme.a_year import a_year

pytestmark = pytest.mark.django_db
needs_poppler = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="poppler reads the PDF as people's readers do"
)


def text_of(written):
    read = ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"]
    return squeezed(subprocess.run(read, input=written, capture_output=True, check=True).stdout.decode())


@needs_poppler
@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_sentence_copies_out_of_the_pdf_as_it_was_written(lang):
    report = for_group(a_year())
    text = text_of(to_pdf(report, lang))
    assert [one for one in sentences(report, lang) if squeezed(one) not in text] == []


@needs_poppler
def test_what_people_wrote_is_printed_and_never_obeyed():
    book = a_year()
    text = text_of(to_pdf(a_report(book, saved(book)), "th"))
    assert squeezed(HOSTILE.replace("😀", BOX)) in text
    assert squeezed("กลุ่มเห็นด้วย <b>ทุกข้อ</b>") in text
    assert squeezed(plain(INTRO.th)) in text


def test_the_evidence_is_attached_whole_and_dated_as_the_books_are():
    book = a_year()
    report = a_report(book, saved(book))
    with pikepdf.open(BytesIO(to_pdf(report, "th"))) as pdf:
        [(name, attached)] = pdf.attachments.items()
        file = attached.get_file()
        assert (name, attached.relationship, file.mime_type) == ("evidence.json", "/Data", "application/json")
        assert file.mod_date == datetime(2021, 12, 1, tzinfo=UTC)
        assert file.read_bytes().decode() == to_evidence(report, "th")
        assert [one["id"] for one in json.loads(file.read_bytes())["claims"]] == ["savings.rose"]


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_pdf_is_for_the_archive_and_for_reading_aloud(lang):
    book = a_year()
    report = a_report(book, saved(book))
    with pikepdf.open(BytesIO(to_pdf(report, lang))) as pdf, pdf.open_metadata() as said:
        title = report.title.en if lang == "en" else report.title.th
        assert (said["pdfaid:part"], said["pdfaid:conformance"], said["pdfuaid:part"]) == ("3", "A", "1")
        assert (said["dc:title"], said["xmp:CreateDate"]) == (title, "2021-12-01T00:00:00Z")
        assert (str(pdf.Root.Lang), bool(pdf.Root.MarkInfo.Marked)) == (lang, True)
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


def tagged(pdf):
    """Return the kinds of all structure elements, and the words that stand for their pictures."""
    kinds, instead, waiting = [], [], [pdf.Root.StructTreeRoot]
    while waiting:
        element = waiting.pop()
        kinds += [str(element.S)] if "/S" in element else []
        instead += [str(element.Alt)] if "/Alt" in element else []
        inside = element.get("/K", [])
        inside = inside if isinstance(inside, pikepdf.Array) else [inside]
        waiting += [child for child in inside if isinstance(child, pikepdf.Dictionary)]
    return kinds, instead


def test_headings_tables_and_pictures_are_known_to_whoever_hears_the_report():
    book = a_year()
    with pikepdf.open(BytesIO(to_pdf(a_report(book, saved(book)), "th"))) as pdf:
        kinds, instead = tagged(pdf)
    assert {kind: kinds.count(kind) for kind in ("/H1", "/H2", "/Table", "/Figure")} == {
        "/H1": 3,
        "/H2": 1,
        "/Table": 3,  # the picture's, the claim's, the register
        "/Figure": 8,  # the woven mark, two marks of the claim, four of the legend, the picture
    }
    assert kinds.count("/TH") == 2 + 5
    assert a_picture("th", "paper").sentence("th") in instead


def test_only_sarabun_is_in_the_pdf():
    book = six_who_answered()
    with pikepdf.open(BytesIO(to_pdf(a_report(book, happier(book)), "th"))) as pdf:
        names = {str(font.BaseFont)[8:] for page in pdf.pages for font in page.Resources.Font.values()}
    assert {name.split("-")[0] for name in names} == {"Sarabun"}


def test_a_report_on_an_empty_book_is_a_report():
    report = for_group(a_book())
    assert document_day(report) == NO_DAY
    with pikepdf.open(BytesIO(to_pdf(report, "th"))) as pdf:
        assert len(pdf.pages) > 1


def test_a_picture_in_pixels_is_three_for_each_of_its_units():
    picture = png(a_picture("th", "paper").svg)
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(picture[16:20]) == 3 * 340


def test_what_has_no_shape_in_the_typeface_becomes_a_box():
    assert printable({"a": ["ที่ 😀", 3, None, "中\x07\n"]}) == {"a": [f"ที่ {BOX}", 3, None, f"{BOX}{BOX}\n"]}


def test_columns_of_numbers_are_set_right_and_the_first_column_names_the_row():
    rows = (("1", "ก", "1,600 บาท", "90%"), ("2", "ข", "-20", "–"), ("6 จาก 8 คน",))
    assert ruled(rows) == {
        "rows": [list(row) for row in rows],
        "sides": ["words", "words", "number", "number"],
    }

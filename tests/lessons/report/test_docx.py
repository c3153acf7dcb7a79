from io import BytesIO
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from kwan.lessons.report.as_docx import to_docx
from kwan.lessons.report.build import for_group
from tests.lessons.report.hands import HOSTILE, a_picture, a_report, saved, sentences
from tests.programme.a_year import a_year

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper():
    """The Word document of a small report, in Thai."""
    book = a_year()
    return to_docx(a_report(book, saved(book)), "th")


def opened(written):
    return Document(BytesIO(written))


@pytest.mark.parametrize("lang", ["th", "en"])
def test_word_opens_it_and_every_sentence_is_a_paragraph(lang):
    report = for_group(a_year())
    said = {paragraph.text.strip() for paragraph in opened(to_docx(report, lang)).paragraphs}
    assert [one for one in sentences(report, lang) if one.strip() and one.strip() not in said] == []


def test_both_scripts_of_every_style_are_sarabun_and_no_theme_says_otherwise(paper):
    fonts = list(opened(paper).styles.element.iter(qn("w:rFonts")))
    wanted = {qn(f"w:{name}"): "Sarabun" for name in ("ascii", "hAnsi", "cs", "eastAsia")}
    assert len(fonts) > 20
    assert [dict(font.attrib) for font in fonts if dict(font.attrib) != wanted] == []


@pytest.mark.parametrize(("plain", "twin"), [("w:sz", "w:szCs"), ("w:b", "w:bCs"), ("w:i", "w:iCs")])
def test_size_and_boldness_are_said_for_both_scripts(paper, plain, twin):
    document = opened(paper)
    properties = [*document.styles.element.iter(qn("w:rPr")), *document.element.iter(qn("w:rPr"))]
    values = [
        tuple(None if (found := one.find(qn(name))) is None else dict(found.attrib) for name in (plain, twin))
        for one in properties
    ]
    assert [pair for pair in values if pair[0] != pair[1]] == []
    assert any(pair[0] is not None for pair in values)


def test_every_thai_run_is_a_complex_script_in_thai(paper):
    runs = [run for run in opened(paper).element.iter(qn("w:r")) if "".join(run.itertext()).strip()]
    languages = {run.rPr.find(qn("w:lang")).get(qn("w:bidi")) for run in runs}
    assert languages == {"th-TH"}
    assert [run.text for run in runs if run.rPr.find(qn("w:cs")) is None] == []


def test_headings_are_headings_and_the_title_is_the_title(paper):
    styled = [(one.style.name, one.text) for one in opened(paper).paragraphs if one.style.name != "Normal"]
    assert styled == [
        ("Subtitle", "โครงการ"),
        ("Title", "รายงาน กว๊านทะเลซีฟู๊ด"),
        ("Heading 1", "สรุปหนึ่งหน้า"),
        ("Heading 1", "เงินออม"),
        ("Heading 2", "ออม"),
        ("Quote", "กลุ่มเห็นด้วย <b>ทุกข้อ</b> — กลุ่มเขียนตอบ"),
        ("Heading 1", "ทะเบียน"),
    ]


def test_tables_hold_the_figures_and_repeat_their_heads(paper):
    drawn, told, register = opened(paper).tables
    assert [[cell.text for cell in row.cells] for row in told.rows] == [["ออมเข้า", "210 บาท"]]
    assert [cell.text for cell in drawn.rows[1].cells] == ["กรกฎาคม ๒๕๖๔", "100.00"]
    assert [cell.text for cell in register.rows[0].cells] == ["ข้อ", "คำถาม", "ผล", "รายการ", "ลายข้อ"]
    heads = [
        len(table.rows[0]._tr.findall(f"{qn('w:trPr')}/{qn('w:tblHeader')}"))
        for table in (drawn, told, register)
    ]
    assert heads == [1, 0, 1]


def test_pictures_have_their_sentence_and_what_people_wrote_is_only_words(paper):
    document = opened(paper)
    described = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert described == ["รองรับบางส่วน", "รองรับบางส่วน", a_picture("th", "paper").sentence("th")]
    assert any(HOSTILE in one.text for one in document.paragraphs)


def test_it_is_dated_as_the_books_are_and_packed_in_one_order(paper):
    core = opened(paper).core_properties
    assert (core.title, core.author, core.created, core.modified, core.language) == (
        "รายงาน กว๊านทะเลซีฟู๊ด",
        "กว๊านทะเลซีฟู๊ด",
        core.modified,
        core.created,
        "th-TH",
    )
    assert core.created.isoformat()[:10] == "2021-12-01"
    with ZipFile(BytesIO(paper)) as package:
        names = [part.filename for part in package.infolist()]
        assert names == ["[Content_Types].xml", *sorted(names[1:])]
        assert {part.date_time for part in package.infolist()} == {(2021, 12, 1, 0, 0, 0)}

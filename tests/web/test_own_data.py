"""What is about a person belongs to them: whole, to take along, and theirs alone."""

import io
import json

import openpyxl
import pytest
from django.urls import reverse

from kwan.ids import uuid7
from kwan.journal import queries
from kwan.journal.models import Entry, Seal
from kwan.people.commands import Join
from kwan.people.queries.consents import consents
from kwan.people.rules.consents import TEXTS
from kwan.web.own_data.files import safe
from kwan.web.own_data.gathering import gathered
from tests.web.village import AFTER, BEFORE, START, browser, envelope, member, name

OWN = member(2)
OTHERS = [member(number) for number in (1, 3, 4, 5, 6)]


def own(book, reference=OWN, *, is_whole=True):
    return gathered(queries.head(book), reference, is_whole=is_whole)


def page(who, where, book, reference=OWN, lang="th", **more):
    return browser(who, lang).get(reverse(where, args=[book, reference], **more))


def taken(village, who, form, reference=OWN):
    answer = browser(who).get(reverse("own-data-file", args=[village.group, reference, "th", form]))
    assert answer.status_code == 200
    return answer.content


def test_the_data_hold_every_entry_that_names_the_member_and_every_seal(village):
    named = {
        entry.number
        for entry in Entry.objects.filter(book=village.group)
        if f'"{OWN}"' in entry.body or Seal.objects.filter(book=village.group, entry=entry.number, member=OWN)
    }
    found = own(village.group)
    assert {one.entry.number for one in found.entries} == named
    opened = {(one.entry.number, field) for one in found.entries for field, _ in one.sealed}
    assert opened == set(Seal.objects.filter(book=village.group, member=OWN).values_list("entry", "field"))
    assert all(value is not None for one in found.entries for _, value in one.sealed)


def test_a_member_gets_their_answers_and_debts_and_no_other_person(village):
    told = json.loads(taken(village, "member", "json"))
    text = json.dumps(told, ensure_ascii=False)
    scores = [e["sealed"]["score"] for e in told["entries"] if "score" in e["sealed"]]
    assert scores == [BEFORE, AFTER]
    assert "เจ้าหนี้ลับ" in text
    assert name(2) in text
    assert [other for number, other in enumerate(OTHERS) if name(int(other[1:])) in text] == []
    elsewhere = [e for e in told["entries"] if not e["is_about_the_member"]]
    assert [other for other in OTHERS if other in json.dumps(elsewhere, ensure_ascii=False)] == []
    naming = [e["kind"] for e in told["entries"] if member(3) in json.dumps(e["says"], ensure_ascii=False)]
    assert naming == ["fund.loan_requested"]  # their own guarantor


def test_a_guarantor_learns_that_they_stand_surety_and_not_whose_debt_it_is(village):
    surety = [
        one for one in own(village.group, member(3)).elsewhere if one.entry.kind == "fund.loan_requested"
    ]
    assert [one.said for one in surety] == [{"guarantors": [member(3)]}]
    assert "100000" not in taken(village, "treasurer", "json", member(3)).decode()


def test_the_treasurer_opens_it_at_the_desk_without_what_was_told_in_confidence(village):
    told = json.loads(taken(village, "treasurer", "json"))
    assert told["told_in_confidence_is_left_out"] is True
    text = json.dumps(told, ensure_ascii=False)
    assert "score" not in text
    assert "เจ้าหนี้ลับ" not in text
    shown = page("treasurer", "own-data", village.group).content.decode()
    assert "เจ้าหนี้ลับ" not in shown
    assert "เจ้าตัวเปิดด้วยมือถือหรือบัตรของตน" in shown
    assert "เจ้าหนี้ลับ" in page("member", "own-data", village.group).content.decode()


@pytest.mark.parametrize("form", ["json", "xlsx", "pdf"])
def test_the_same_books_give_the_same_bytes(village, form):
    assert taken(village, "member", form) == taken(village, "member", form)


def test_the_workbook_says_what_the_page_says_and_no_cell_is_a_formula(village):
    book = openpyxl.load_workbook(io.BytesIO(taken(village, "member", "xlsx")))
    assert book.sheetnames[:4] == ["ในทะเบียน", "เงินของฉันในกลุ่ม (บาท)", "ความยินยอม", "รายการที่เป็นเรื่องของฉัน"]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert any(cell.value == "คะแนนความสุข–ทุกข์ (0–10)" for cell in cells)


@pytest.mark.parametrize("text", ["=1+1", "+66", "-5", "@SUM(A1)", "\t=1", "\r=1", "−5"])
def test_what_begins_like_a_formula_is_quoted(text):
    assert safe(text) == f"'{text}"


def test_a_name_that_is_a_formula_is_harmless(village):
    from kwan.journal.commands import record

    record(village.group, envelope(Join(on=START, member="ก90", name='=HYPERLINK("x")'), source="live"))
    book = openpyxl.load_workbook(io.BytesIO(taken(village, "treasurer", "xlsx", "ก90")))
    assert '\'=HYPERLINK("x")' in [row[1].value for row in book["ในทะเบียน"].iter_rows()]


def test_the_paper_holds_the_words_and_is_tagged(village):
    import pikepdf

    with pikepdf.open(io.BytesIO(taken(village, "member", "pdf"))) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert pdf.docinfo["/Title"] == f"ข้อมูลของ {name(2)} ในสมุด"


# -- consent ------------------------------------------------------------------------------------------


def said(purpose="stories", act="give", **more):
    words = TEXTS[purpose, 1]
    form = {
        "form_id": str(uuid7()),
        "purpose": purpose,
        "act": act,
        "version": "1",
        "lang": "th",
        "text": words.mark("th"),
    }
    return form | more


def test_a_member_agrees_and_takes_it_back_on_their_phone(village):
    at = reverse("consents", args=[village.group, OWN])
    assert TEXTS["stories", 1].th in browser("member").get(at).content.decode()
    before, form = len(consents(village.group, OWN)[1].history), said()
    for _ in range(2):  # sent twice, written once
        assert browser("member").post(at, form).status_code == 302
    assert browser("member").post(at, said(act="withdraw")).status_code == 302
    stories = consents(village.group, OWN)[1]
    assert [(one.is_yes, one.way) for one in stories.history[-2:]] == [(True, "phone"), (False, "phone")]
    assert len(stories.history) == before + 2


def test_the_treasurer_writes_a_signed_paper_down_with_its_witness(village):
    at = reverse("consents", args=[village.group, member(4)])
    refused = browser("treasurer").post(at, said())
    assert refused.status_code == 422
    assert "พยาน" in refused.content.decode()
    assert browser("treasurer").post(at, said(witness="แม่หลวงคำ")).status_code == 302
    last = consents(village.group, member(4))[1].last
    assert (last.way, last.witness, last.lang) == ("paper", "แม่หลวงคำ", "th")


def test_words_that_were_changed_under_way_are_refused_and_nothing_is_written(village):
    at = reverse("consents", args=[village.group, member(5)])
    before = queries.head(village.group).last_entry
    answer = browser("treasurer").post(at, said(text="0" * 64, witness="แม่หลวงคำ"))
    assert answer.status_code == 422
    assert "แม่หลวงคำ" in answer.content.decode()
    assert queries.head(village.group).last_entry == before


def test_the_words_stay_readable_with_their_mark(village):
    shown = (
        browser("member").get(reverse("consent-words", args=[village.group, "wellbeing", 1])).content.decode()
    )
    words = TEXTS["wellbeing", 1]
    assert all(text in shown for text in (words.th, words.mark("th"), words.mark("en")))


def test_a_bell_in_a_note_does_not_stop_the_workbook():
    assert safe("ก\x07ข\n") == "ก□ข\n"

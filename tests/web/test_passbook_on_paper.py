"""A passbook in the hand: A6, a cover with the woven mark, sums carried over, and lines that go on in a started one."""

from dataclasses import replace
from datetime import date, timedelta

import pypdfium2
import pytest
from django.urls import reverse

from kwan.fund.queries import PassbookLine
from kwan.pictures import in_digits
from kwan.web.papers.passbook import BLANK, LINES, Booklet, leaves, to_pdf
from tests.web.village import Village, browser, member, name

START = date(2022, 1, 5)
A6 = (298, 420)  # points


def lines(count):
    """So many lines of 100 baht each; the third is brought forward, the fifth taken out."""
    made, balance = [], 0
    for number in range(1, count + 1):
        out, into = (5_000, 0) if number == 5 else (0, 10_000)
        balance += into - out
        made.append(
            PassbookLine(
                number,
                1,
                START + timedelta(days=number),
                out,
                into,
                balance,
                is_mended=False,
                is_brought=number == 3,
            )
        )
    return tuple(made)


def booklet(count, **other):
    book = Booklet("กลุ่มออมทรัพย์น้ำใจบ้านสันป่าสัก", "คำปัน ปู่ก๋ำ", "ก01", START, None, lines(count), "3e01d36e" + "0" * 56,
                   "สมุดออม", "กลุ่มรับเงินออมจากสมาชิกเท่านั้น")  # fmt: skip
    return replace(book, **other)


def pages(pdf):
    with pypdfium2.PdfDocument(pdf) as document:
        return [
            (tuple(round(side) for side in page.get_size()), page.get_textpage().get_text_range())
            for page in document
        ]


def written(page):
    return [row for row in page if row != BLANK]


class TestPages:
    def test_a_page_ends_with_what_the_next_begins_with(self):
        first, second = leaves(lines(LINES + 2))
        assert (first[-1]["day"], second[0]["day"]) == ("ยกไป", "ยกมา")
        assert first[-1]["balance"] == second[0]["balance"] == first[LINES]["balance"]
        assert [row["no"] for row in written(second)] == ["", str(LINES + 1), str(LINES + 2)]

    def test_a_page_just_full_carries_nothing_on(self):
        (page,) = leaves(lines(LINES))
        assert (len(page), page[-1]) == (LINES + 2, BLANK)

    def test_an_empty_passbook_is_one_ruled_page(self):
        assert leaves(()) == [[BLANK] * (LINES + 2)]

    def test_lines_that_go_on_stand_in_the_places_they_had_in_the_whole_book(self):
        for first in (2, LINES, LINES + 1, LINES + 5):
            whole, rest = leaves(lines(2 * LINES)), leaves(lines(2 * LINES), first)
            for page, part in zip(whole[-len(rest) :], rest, strict=True):
                assert [row for row, kept in zip(part, page, strict=True) if row not in (BLANK, kept)] == []
            numbers = [row["no"] for page in rest for row in page if row["no"]]
            assert numbers == [str(number) for number in range(first, 2 * LINES + 1)]

    def test_what_was_brought_forward_is_no_saving_of_its_day(self):
        assert leaves(lines(4))[0][3] == {
            "no": "3", "day": "8 ม.ค. 65", "out": "", "into": "ยกมา", "balance": "300.00", "entry": "3"
        }  # fmt: skip


class TestThePdf:
    def test_it_is_a6_with_a_cover_that_says_whose_it_is_and_its_mark(self):
        book = booklet(3)
        (size, cover), (inner, text) = pages(to_pdf(book))
        assert (size, inner) == (A6, A6)
        for said in (book.group, "สมุดออม", "คำปัน ปู่ก๋ำ", "ก01", in_digits(book.hash), book.members_only):
            assert said in cover
        assert "1 6 ม.ค. 65 100.00 100.00 1" in text

    def test_vowels_and_tones_are_copied_out_as_they_were_written(self):
        _, (_, text) = pages(to_pdf(booklet(1, name="น้ำผึ้ง ก๋ำ ปู่ญี่ปุ่น ฎีกา ฐานะ")))
        assert "น้ำผึ้ง ก๋ำ ปู่ญี่ปุ่น ฎีกา ฐานะ" in text

    def test_going_on_in_a_started_page_prints_the_new_lines_alone(self):
        whole, rest = pages(to_pdf(booklet(8))), pages(to_pdf(booklet(8), 6))
        assert (len(whole), len(rest)) == (2, 1)
        told = " ".join(rest[0][1].split())
        assert (
            told == "6 11 ม.ค. 65 100.00 450.00 6 7 12 ม.ค. 65 100.00 550.00 7 8 13 ม.ค. 65 100.00 650.00 8"
        )

    def test_the_same_lines_are_the_same_bytes(self):
        assert to_pdf(booklet(5)) == to_pdf(booklet(5))

    def test_what_a_name_may_hold_is_never_read_as_markup(self):
        assert '#panic("x") *ข* $1$' in pages(to_pdf(booklet(1, name='#panic("x") *ข* $1$')))[0][1]


@pytest.fixture(scope="module")
def village(shelf, django_db_blocker):
    with django_db_blocker.unblock(), shelf.copy():
        yield Village()


class TestAtTheDoor:
    def address(self, village, query="", who=2):
        return reverse("passbook-pdf", args=[village.group, member(who)]) + query

    def test_a_member_prints_their_own_and_nobody_elses(self, village):
        answer = browser("member").get(self.address(village))
        assert (answer.status_code, answer["Content-Type"], answer["Cache-Control"]) == (
            200,
            "application/pdf",
            "private, no-store",
        )
        assert name(2) in pages(answer.content)[0][1]
        assert browser("member").get(self.address(village, who=3)).status_code == 404

    @pytest.mark.parametrize(
        ("query", "status"),
        [
            ("?sort=special", 200),
            ("?sort=gold", 404),
            ("?from=3", 200),
            ("?from=9999", 200),
            ("?from=x", 404),
        ],
    )
    def test_what_is_asked_for_in_the_address(self, village, query, status):
        assert browser("treasurer").get(self.address(village, query)).status_code == status

    def test_an_english_one_is_english(self, village):
        client = browser("treasurer")
        client.cookies["kwan_language"] = "en"
        assert "Savings passbook" in pages(client.get(self.address(village)).content)[0][1]

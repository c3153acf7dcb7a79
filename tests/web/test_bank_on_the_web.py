"""The bank on the treasurer's screen: money on its way, lines that a person finds again, and photos for officers alone."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from kwan.fund.queries import bankbooks, in_the_bank
from kwan.ids import uuid7
from kwan.thai import Refused
from kwan.web.incoming.photos import drawn_anew, path_of
from tests.web.borrowing import drawn, words
from tests.web.village import Village, browser


@pytest.fixture
def village(books):
    return Village()


def at(village, name, *more):
    return reverse(name, args=[village.group, *more])


def fill(client, address, **typed):
    return client.post(address, drawn(client.get(address)) | {"act": "post"} | typed)


def take(village, client, satang="500", **typed):
    return fill(client, at(village, "bank-move"), sum=satang, **typed)


def a_line(village, client, sum_="500", balance="500", **typed):
    return fill(client, at(village, "bank-line-new"), sum=sum_, balance=balance, **typed)


def the_book(village):
    (found,) = bankbooks(village.group)
    return found


class TestOnTheWay:
    def test_money_taken_to_the_bank_stands_there(self, village):
        treasurer = browser("treasurer")
        answer = take(village, treasurer)
        assert (answer.status_code, answer.url) == (302, at(village, "bank"))
        assert in_the_bank(village.group) == {"savings": 50_000}
        assert "500.00" in words(treasurer.get(at(village, "bank")))

    def test_more_than_the_box_holds_is_refused_and_what_was_typed_stays(self, village):
        answer = take(village, browser("treasurer"), "99,000,000")
        assert answer.status_code == 422
        assert "99,000,000" in answer.content.decode()
        assert in_the_bank(village.group) == {}

    def test_the_same_form_sent_twice_is_written_once(self, village):
        treasurer = browser("treasurer")
        form = drawn(treasurer.get(at(village, "bank-move"))) | {"act": "post", "sum": "500"}
        for _ in range(2):
            treasurer.post(at(village, "bank-move"), form)
        assert in_the_bank(village.group) == {"savings": 50_000}


class TestFindingAgain:
    def test_a_suggestion_is_confirmed_with_one_tap(self, village):
        treasurer = browser("treasurer")
        take(village, treasurer)
        a_line(village, treasurer)
        (line,) = the_book(village).lines_waiting
        page = words(treasurer.get(at(village, "bank")))
        assert "น่าจะเป็น นำเงินไปฝากธนาคาร" in page
        said = {"act": "match", "ours": line.ours, "form_id": str(uuid7())}
        assert treasurer.post(at(village, "bank-line", line.entry), said).status_code == 302
        assert "สองสมุดตรงกัน" in words(treasurer.get(at(village, "bank")))

    def test_a_line_may_be_interest_and_may_be_undone(self, village):
        treasurer = browser("treasurer")
        a_line(village, treasurer, "4.38", "4.38")
        (line,) = the_book(village).lines_waiting
        address = at(village, "bank-line", line.entry)
        treasurer.post(address, {"act": "interest", "purse": "savings", "form_id": str(uuid7())})
        assert in_the_bank(village.group) == {"savings": 438}
        treasurer.post(address, {"act": "strike", "form_id": str(uuid7())})
        assert in_the_bank(village.group) == {"savings": 0}
        assert [one.entry for one in the_book(village).lines_waiting] == [line.entry]

    def test_what_does_not_come_to_the_line_is_refused_in_words(self, village):
        treasurer = browser("treasurer")
        a_line(village, treasurer)
        (line,) = the_book(village).lines_waiting
        answer = treasurer.post(
            at(village, "bank-line", line.entry), {"act": "match", "form_id": str(uuid7())}
        )
        assert answer.status_code == 422
        assert "ยอดไม่ตรงกัน" in words(answer)
        assert treasurer.post(at(village, "bank-line", line.entry), {"act": "juggle"}).status_code == 404

    def test_the_facilitator_looks_and_writes_nothing(self, village):
        treasurer, facilitator = browser("treasurer"), browser("facilitator")
        a_line(village, treasurer)
        (line,) = the_book(village).lines_waiting
        assert "ในสมุดธนาคาร" in words(facilitator.get(at(village, "bank")))
        assert facilitator.post(at(village, "bank-line", line.entry), {"act": "strike"}).status_code == 404


def a_photo(kind="JPEG", size=(40, 30), **more):
    out = BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **more)
    return out.getvalue()


def with_place():
    """A photo that says where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010E] = "ที่บ้านเหรัญญิก"
    return a_photo(exif=exif.tobytes())


class TestPhotos:
    def send(self, village, data, name="page.jpg", who="treasurer"):
        upload = SimpleUploadedFile(name, data, content_type="image/jpeg")
        said = {"photo": upload, "bankbook": "all", "form_id": str(uuid7())}
        return browser(who).post(at(village, "bank-page"), said, follow=True)

    def test_a_photo_is_drawn_anew_without_what_the_camera_adds(self):
        before, after = with_place(), drawn_anew(with_place())
        assert b"Exif" in before
        assert b"Exif" not in after
        with Image.open(BytesIO(after)) as photo:
            assert (photo.format, photo.size, dict(photo.getexif())) == ("JPEG", (40, 30), {})

    def test_what_hides_behind_the_pixels_does_not_come_along(self):
        assert b"<script>" not in drawn_anew(a_photo() + b"<script>alert(1)</script>")

    @pytest.mark.parametrize(
        "data", [b"", b"GIF89a", b"<svg onload=alert(1)>", b"\xff\xd8\xff not a photo", a_photo("BMP")]
    )
    def test_what_is_no_photo_by_its_bytes_is_refused(self, data):
        with pytest.raises(Refused):
            drawn_anew(data)

    def test_a_picture_too_large_to_be_opened_is_refused_before_it_is(self):
        with pytest.raises(Refused):
            drawn_anew(a_photo("PNG", (9000, 5000)))

    def test_officers_see_it_and_nobody_else(self, village):
        self.send(village, a_photo())
        (_, picture, _) = the_book(village).pages[0]
        assert path_of(picture).exists()
        address = at(village, "bank-picture", picture)
        answer = browser("chair").get(address)
        assert (answer.status_code, answer["Content-Type"], answer["X-Content-Type-Options"]) == (
            200,
            "image/jpeg",
            "nosniff",
        )
        assert b"".join(answer.streaming_content).startswith(b"\xff\xd8\xff")
        for role in ("facilitator", "funder", "member", "neighbour"):
            assert browser(role).get(address).status_code == 404
        assert "bank/picture" in browser("chair").get(at(village, "bank")).content.decode()
        assert "bank/picture" not in browser("facilitator").get(at(village, "bank")).content.decode()

    def test_a_file_that_is_none_leaves_nothing(self, village):
        answer = self.send(village, b"MZ\x90")
        assert "ไม่ใช่รูปถ่าย" in words(answer)
        assert bankbooks(village.group) == []
        answer = browser("treasurer").post(at(village, "bank-page"), {"bankbook": "all"}, follow=True)
        assert "ยังไม่ได้เลือกรูป" in words(answer)

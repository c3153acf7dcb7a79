import random
import shutil
import subprocess
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.lessons.report.text_layer import Piece, clusters, glyph_texts, mend, shares
from kwan.lessons.report.typeface import typeset
from tests.lessons.report.hands import squeezed

LETTERS = "กขคงจชญฐดตถทนบปผฝพฟมยรลวศสหอฬฎฏ"
VOWELS = ("", "ิ", "ี", "ึ", "ื", "ั", "ุ", "ู", "็")
TONES = ("", "่", "้", "๊", "๋", "์")
TAILS = ("", "า", "ำ", "ะ", "น", "ง")
PAGE = b"""#set text(font: "Sarabun", lang: "th", size: 11pt)
#set par(justify: true)
#sys.inputs.said

*#sys.inputs.said*
"""
TWICE = "ที่ที่ ตั้งตั้งตั้ง นี้ นี้ ฝ้ำฝ้ำ ปู่ปู่ กำก๋ำ ญูญู ฐูฐู น้ำน้ำใจ"


def syllables(how_many):
    """Return made-up Thai syllables, every letter under every mark, in an order that never changes."""
    made = [
        letter + vowel + tone + tail
        for letter in LETTERS
        for vowel in VOWELS
        for tone in TONES
        for tail in TAILS
        if not (vowel and tail in ("า", "ำ", "ะ"))
    ]
    random.Random(2565).shuffle(made)
    return " ".join(made[:how_many])


def copied_out(said, *, mended):
    written = typeset(PAGE, {"said": said}, "pdf")
    if mended:
        out = BytesIO()
        with pikepdf.open(BytesIO(written)) as pdf:
            assert mend(pdf) > 0
            pdf.save(out)
        written = out.getvalue()
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=written, capture_output=True, check=True)
    return squeezed(done.stdout.decode())


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler reads the PDF as people's readers do")
@pytest.mark.parametrize("said", [TWICE, syllables(2500)])
def test_what_is_copied_out_is_what_was_written_in_both_weights(said):
    assert copied_out(said, mended=True) == squeezed(said) * 2
    assert copied_out(said, mended=False) != squeezed(said) * 2


def test_the_table_of_a_font_says_what_each_glyph_stands_for():
    cmap = b"""2 beginbfchar
<0001> <0E02>
<0002> <0E020E360E49>
endbfchar
1 beginbfrange
<0010> <0012> <0041>
endbfrange"""
    assert glyph_texts(cmap) == {1: "ข", 2: "ขึ้", 16: "A", 17: "B", 18: "C"}


def piece(says, glyph, *, begins=True, font="/f0"):
    return Piece(says, glyph, font, begins, (glyph, "first"))


def test_pieces_of_one_cluster_come_together_and_a_cluster_written_twice_stays_two():
    once = [piece("ขึ้", 1), piece("ขึ้", 2), piece("ขึ้", 3)]
    again = [piece("ขึ้", 1), piece("ขึ้", 2)]
    assert clusters([*once, *again]) == [once, again]


@pytest.mark.parametrize(
    "other",
    [
        piece("ขึ้", 2, begins=False),
        piece("ขึ้", 2, font="/f1"),
        piece("ขี้", 2),
        piece("ขึ้", 1),
    ],
)
def test_what_does_not_go_on_begins_a_cluster_of_its_own(other):
    assert clusters([piece("ขึ้", 1), other]) == [[piece("ขึ้", 1)], [other]]


def test_a_letter_alone_is_never_the_piece_of_another():
    assert len(clusters([piece("ก", 1), piece("ก", 2)])) == 2


@given(st.text("กขึ้ำ", min_size=1, max_size=6), st.integers(1, 8))
def test_the_shares_of_a_cluster_are_its_text(text, pieces):
    cluster = [piece(text, glyph) for glyph in range(pieces)]
    assert "".join(share for _, share in shares(cluster)) == text
    assert [one for one, _ in shares(cluster)] == cluster


def test_a_page_without_a_broken_cluster_is_left_as_it_is():
    with pikepdf.open(BytesIO(typeset(b"#sys.inputs.said", {"said": "abc"}, "pdf"))) as pdf:
        before = pdf.pages[0].Contents.read_bytes()
        assert (mend(pdf), pdf.pages[0].Contents.read_bytes()) == (0, before)

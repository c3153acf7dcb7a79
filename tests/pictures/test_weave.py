"""The woven mark: mirrored, faithful to its bits, and different for different digests."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.pictures import in_digits, weave
from kwan.pictures.weave import BITS, HALF, STRIPS, mat

DIGESTS = st.binary(min_size=32, max_size=32).map(bytes.hex)


@given(DIGESTS)
def test_a_mat_is_mirrored_left_and_right(digest):
    assert all(row == row[::-1] for row in mat(digest))


@given(DIGESTS)
def test_a_mat_holds_the_first_sixty_six_bits_of_the_digest(digest):
    bits = "".join(str(int(on_top)) for row in mat(digest) for on_top in row[:HALF])
    assert bits == f"{int(digest, 16):0256b}"[:BITS]


@given(DIGESTS, st.integers(min_value=0, max_value=BITS - 1))
def test_one_other_bit_is_another_mat(digest, place):
    other = f"{int(digest, 16) ^ 1 << (255 - place):064x}"
    assert mat(digest) != mat(other)
    assert weave(digest) != weave(other)


def test_every_crossing_is_drawn_once():
    svg = weave(hashlib.sha256(b"kwan").hexdigest(), palette="paper")
    assert svg.count("z") - svg.count("zip") == STRIPS * STRIPS


def test_the_digits_are_eight_and_can_be_read_out():
    assert in_digits("3e01d36e" + "0" * 56) == "4030 7054"
    assert in_digits("0" * 64) == "0000 0000"


def test_a_digest_too_short_for_a_mat_is_refused():
    with pytest.raises(ValueError, match="66 bits"):
        weave("3e01d36e")

"""Which six digits will do, and how they are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.people.entrance import hashing
from kwan.people.entrance.opening import wish_refused
from kwan.people.rules.pins import digits_of, is_easily_guessed


@pytest.mark.parametrize(
    "pin",
    [
        "123456", "654321", "012345", "890123", "111111", "121212", "445544", "123123", "482482", "112233",
        "147258", "159753",
        "251203",  # 25 December (25)03
        "192548", "482519", "701985", "250048",  # a year stands in them: 1925, 2519, 1985, 2500
    ],
)  # fmt: skip
def test_what_others_would_try_first_is_refused(pin):
    assert is_easily_guessed(pin)
    assert wish_refused(pin, pin) == "easily_guessed"


@pytest.mark.parametrize("pin", ["482915", "907465", "730184", "640392", "998146"])
def test_six_digits_that_say_nothing_will_do(pin):
    assert not is_easily_guessed(pin)
    assert wish_refused(pin, pin) == ""


@pytest.mark.parametrize(
    ("typed", "digits"),
    [("482915", "482915"), (" 482 915 ", "482915"), ("๔๘๒๙๑๕", "482915"), ("48291", None), ("4829150", None), ("48291a", None), ("", None), ("48²915", None)],
)  # fmt: skip
def test_six_digits_may_be_thai_or_have_spaces_and_nothing_else(typed, digits):
    assert digits_of(typed) == digits


def test_what_is_wrong_with_a_wish_is_said_one_thing_at_a_time():
    assert wish_refused("48291", "48291") == "not_six"
    assert wish_refused("482915", "482916") == "not_the_same"
    assert wish_refused("482915", "482915", before="482915") == "same_as_before"
    assert wish_refused("๔๘๒๙๑๕", "482915", before="907465") == ""


def test_start_digits_are_never_easily_guessed():
    pins = [hashing.start_pin() for _ in range(300)]
    assert [pin for pin in pins if digits_of(pin) != pin or is_easily_guessed(pin)] == []
    assert len(set(pins)) > 290


@given(st.text(max_size=12))
def test_whatever_is_typed_is_six_digits_or_nothing(typed):
    digits = digits_of(typed)
    assert digits is None or (len(digits) == 6 and set(digits) <= set("0123456789"))


def test_most_of_all_six_digits_are_still_free_to_choose():
    free = sum(not is_easily_guessed(f"{number:06}") for number in range(0, 1_000_000, 37))
    assert free / len(range(0, 1_000_000, 37)) > 0.88


def test_a_pin_is_kept_peppered_and_slow(settings):
    kept = hashing.of_pin("482915")
    assert kept.startswith("argon2")
    assert "482915" not in kept
    assert (hashing.is_pin("482915", kept), hashing.is_pin("482916", kept)) == (True, False)
    settings.PIN_KEY = "another house's pepper"
    assert not hashing.is_pin("482915", kept)


def test_a_token_is_long_and_what_is_kept_of_it_is_another():
    tokens = {hashing.new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert min(map(len, tokens)) >= 32  # 24 bytes are 192 bits
    assert tokens.isdisjoint(map(hashing.of_token, tokens))

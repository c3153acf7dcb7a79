"""Phones that are paired once, cards of members, six digits, and how wrong tries are counted."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.contrib.auth.models import User

from kwan.people.entrance import hashing, phones
from kwan.people.entrance.cards import cards, end_card, make_card
from kwan.people.entrance.opening import choose_pin, holder_of, is_live, try_pin, unlock
from kwan.people.entrance.tries import MOST_OF_AN_ADDRESS, address_rests
from kwan.people.models import DoorKey, Pairing, Seat, WrongTry
from kwan.people.seats import Place, give_seat, rise, seat_of_member

BOOK, PIN, NOT_IT, HERE = 7, "482915", "907465", "203.0.113.9"
NOON = datetime(2026, 3, 1, 5, tzinfo=UTC)
WRITERS = 8


@pytest.fixture(autouse=True)
def quickly(settings):
    """Hashing is slow on purpose; here it need not be."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def later(**how):
    return NOON + timedelta(**how)


def officer(name="somjai", role="treasurer"):
    give_seat(name, "a password", Place(BOOK, role), at=NOON, by="operator")
    return User.objects.get(username=name)


def paired(user, pin=PIN, at=NOON):
    """Pair a phone with somebody, choose its digits; return its token and number."""
    token = phones.pair(phones.open_pairing(user.pk, BOOK, at=at, by="chair"), at)
    key = holder_of(token, "phone").key
    assert choose_pin(key, pin, at, first=True)
    return token, key


def tried(token, pin, at=NOON, kind="phone", address=HERE):
    return try_pin(token, kind, pin, address, at).answer


def at_once(act):
    """What each of several threads gets that do the same at the same moment."""
    together = Barrier(WRITERS)

    def one(number):
        from django.db import connection

        together.wait()
        try:
            return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(WRITERS) as pool:
        return list(pool.map(one, range(WRITERS)))


# -- pairing ------------------------------------------------------------------------------------------


def test_a_code_pairs_one_phone_and_is_used_up(db):
    code = phones.open_pairing(officer().pk, BOOK, at=NOON, by="chair")
    token = phones.pair(code, later(minutes=9))
    assert holder_of(token, "phone").name == "somjai"
    assert phones.pair(code, later(minutes=9)) is None


def test_looking_at_a_link_uses_nothing_up(db):
    user = officer()
    code = phones.open_pairing(user.pk, BOOK, at=NOON, by="chair")
    for _ in range(3):
        assert phones.offer_of(code, NOON) == phones.Offer(user.pk, "somjai", BOOK)
    assert phones.pair(code, NOON) is not None
    assert phones.offer_of(code, NOON) is None


def test_a_code_is_worth_nothing_after_ten_minutes_nor_when_a_newer_one_was_opened(db):
    user = officer()
    old = phones.open_pairing(user.pk, BOOK, at=NOON, by="chair")
    assert phones.pair(old, later(minutes=10)) is None
    newer = phones.open_pairing(user.pk, BOOK, at=NOON, by="chair")
    assert phones.pair(old, NOON) is None
    assert phones.pair(newer, NOON) is not None


def test_two_phones_that_confirm_the_same_code_get_one_pairing(books):
    code = phones.open_pairing(officer().pk, BOOK, at=NOON, by="chair")
    tokens = at_once(lambda _: phones.pair(code, NOON))
    assert sum(token is not None for token in tokens) == 1
    assert DoorKey.objects.count() == 1


def test_of_two_first_pins_at_once_one_is_kept(books):
    token = phones.pair(phones.open_pairing(officer().pk, BOOK, at=NOON, by="chair"), NOON)
    key = holder_of(token, "phone").key
    pins = ["482915", "907465", "730184", "640392", "998146", "583720", "476139", "859203"]
    kept = at_once(lambda number: choose_pin(key, pins[number], NOON, first=True))
    assert sum(kept) == 1
    assert tried(token, pins[kept.index(True)]) == "right"


def test_neither_token_nor_code_nor_pin_nor_address_stands_in_the_database(db):
    user = officer()
    code = phones.open_pairing(user.pk, BOOK, at=NOON, by="chair")
    token = phones.pair(code, NOON)
    choose_pin(holder_of(token, "phone").key, PIN, NOON, first=True)
    card = make_card(BOOK, "ก01", "form", at=NOON, by="somjai")
    tried(card.token, NOT_IT, kind="card")
    rows = [list(model.objects.values_list()) for model in (DoorKey, Pairing, WrongTry, User, Seat)]
    for secret in (code, token, PIN, card.token, card.start_pin, HERE):
        assert secret not in str(rows)
    assert hashing.of_token(token) in str(rows)  # so that the search above would find one


# -- six digits -----------------------------------------------------------------------------------------


def test_the_right_digits_open_the_book_and_thai_ones_too(db):
    user = officer()
    token, key = paired(user)
    answer = try_pin(token, "phone", "๔๘๒๙๑๕", HERE, later(days=3))
    assert (answer.answer, answer.user, answer.key) == ("right", user, key)
    assert DoorKey.objects.get().opened_at == later(days=3)


def test_five_wrong_tries_rest_for_a_quarter_of_an_hour_and_ten_until_somebody_opens_it(db):
    token, key = paired(officer())
    minutes = iter(range(100))
    answers = [tried(token, NOT_IT, later(seconds=next(minutes))) for _ in range(5)]
    assert answers == ["wrong"] * 4 + ["pause"]
    assert tried(token, PIN, later(minutes=15)) == "pause"  # the right ones too
    answers = [tried(token, NOT_IT, later(minutes=16 + again)) for again in range(5)]
    assert answers == ["wrong"] * 4 + ["shut"]
    assert tried(token, PIN, later(days=365)) == "shut"
    unlock(key, later(days=365))
    assert tried(token, PIN, later(days=365, seconds=1)) == "right"


def test_a_card_rests_after_five_until_an_officer_opens_it(db):
    card = make_card(BOOK, "ก01", "form", at=NOON, by="somjai")
    answers = [tried(card.token, NOT_IT, later(minutes=number), "card") for number in range(5)]
    assert answers == ["wrong"] * 4 + ["shut"]
    assert cards(BOOK, later(days=9))["ก01"].rest == "shut"
    unlock(cards(BOOK, NOON)["ก01"].key, later(days=9))
    assert tried(card.token, card.start_pin, later(days=9, seconds=1), "card") == "right"


def test_the_right_digits_forget_the_wrong_ones_before(db):
    token, _ = paired(officer())
    for day in range(1, 8):
        wrong = [tried(token, NOT_IT, later(days=day, seconds=number)) for number in range(4)]
        assert [*wrong, tried(token, PIN, later(days=day, seconds=9))] == ["wrong"] * 4 + ["right"]


def test_many_guesses_at_once_count_as_many(books):
    token, key = paired(officer())
    answers = at_once(lambda number: tried(token, f"90746{number}", later(seconds=1)))
    assert sorted(answers) == sorted(["wrong"] * 4 + ["pause"] * (WRITERS - 4))
    assert WrongTry.objects.filter(key=key).count() == 5


def test_an_address_from_which_much_goes_wrong_rests_and_others_do_not(db):
    for number in range(MOST_OF_AN_ADDRESS):
        assert tried(f"not-a-token-{number}", PIN, later(seconds=number)) == "gone"
    token, _ = paired(officer())
    assert tried(token, PIN, later(minutes=1)) == "address"
    assert tried(token, PIN, later(minutes=1), address="203.0.113.10") == "right"
    assert not address_rests(HERE, later(minutes=16))


def test_a_phone_opens_no_card_and_a_card_no_phone(db):
    token, _ = paired(officer())
    card = make_card(BOOK, "ก01", "form", at=NOON, by="somjai")
    assert holder_of(token, "card") is holder_of(card.token, "phone") is holder_of("", "phone") is None
    assert tried(card.token, card.start_pin) == "gone"


def test_a_login_that_was_closed_opens_nothing(db):
    user = officer()
    token, _ = paired(user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert holder_of(token, "phone") is None
    assert tried(token, PIN) == "gone"


# -- striking off -----------------------------------------------------------------------------------------


def test_the_facilitator_strikes_a_phone_off_alone(db):
    token, key = paired(officer())
    assert phones.strike(key, at=later(days=1), by="facilitator", alone=True) == "struck"
    assert (is_live(key), holder_of(token, "phone")) == (False, None)
    assert phones.strike(key, at=later(days=1), by="facilitator", alone=True) == "gone"


def test_of_officers_it_takes_two(db):
    _, key = paired(officer())
    assert phones.strike(key, at=NOON, by="chair", alone=False) == "asked"
    assert phones.strike(key, at=NOON, by="chair", alone=False) == "already_asked"
    assert is_live(key)
    assert phones.strike(key, at=later(hours=1), by="secretary", alone=False) == "struck"
    (phone,) = phones.phones(BOOK, later(hours=1))
    assert (phone.strike_asked_by, phone.ended_by, phone.ended_at) == ("chair", "secretary", later(hours=1))


def test_who_asked_may_take_it_back_and_nobody_else(db):
    _, key = paired(officer())
    phones.strike(key, at=NOON, by="chair", alone=False)
    assert not phones.take_back(key, by="treasurer")
    assert phones.take_back(key, by="chair")
    assert phones.strike(key, at=NOON, by="secretary", alone=False) == "asked"


def test_of_two_officers_who_ask_at_once_one_asks_and_the_next_confirms(books):
    _, key = paired(officer())
    answers = at_once(lambda number: phones.strike(key, at=NOON, by=f"officer {number}", alone=False))
    assert sorted(answers) == sorted(["asked", "struck", *["gone"] * (WRITERS - 2)])


def test_a_new_phone_is_paired_the_same_way_and_the_lost_one_stays_out(db):
    user = officer()
    lost, key = paired(user)
    phones.strike(key, at=NOON, by="facilitator", alone=True)
    new, _ = paired(user, at=later(minutes=1))
    assert (tried(lost, PIN), tried(new, PIN)) == ("gone", "right")
    assert [phone.ended_at for phone in phones.phones(BOOK, NOON)] == [None, NOON]


# -- cards ------------------------------------------------------------------------------------------------


def test_a_new_card_ends_the_old_one(db):
    old = make_card(BOOK, "ก01", "one", at=NOON, by="somjai")
    new = make_card(BOOK, "ก01", "two", at=NOON, by="somjai")
    assert holder_of(old.token, "card") is None
    assert holder_of(new.token, "card").has_own_pin is False
    assert User.objects.count() == Seat.objects.count() == 1


def test_a_form_sent_twice_makes_one_card(db):
    first = make_card(BOOK, "ก01", "form", at=NOON, by="somjai")
    assert make_card(BOOK, "ก01", "form", at=NOON, by="somjai") is None
    assert holder_of(first.token, "card") is not None


def test_a_card_is_its_members_and_leads_to_no_other_book(db):
    make_card(BOOK, "ก01", "form", at=NOON, by="somjai")
    assert list(Seat.objects.values_list("book", "role", "member")) == [(BOOK, "member", "ก01")]
    assert User.objects.get().has_usable_password() is False


def test_a_card_that_was_ended_opens_nothing(db):
    card = make_card(BOOK, "ก01", "form", at=NOON, by="somjai")
    assert end_card(BOOK, "ก01", at=NOON, by="somjai")
    assert not end_card(BOOK, "ก01", at=NOON, by="somjai")
    assert (holder_of(card.token, "card"), cards(BOOK, NOON)) == (None, {})


# -- seats ------------------------------------------------------------------------------------------------


def test_a_member_sits_as_an_officer_once_and_rises(db):
    for _ in range(2):
        seat_of_member(Place(BOOK, "chair", "ก03"), at=NOON, by="facilitator")
    assert [(one.role, one.member, one.name) for one in phones.officers(BOOK)] == [("chair", "ก03", "ก03")]
    user = str(phones.officers(BOOK)[0].user)
    assert (rise(BOOK, user, at=NOON), rise(BOOK, "x", at=NOON), phones.officers(BOOK)) == (1, 0, [])


def test_who_sits_as_another_member_than_before_has_one_seat(db):
    give_seat("somjai", "a password", Place(BOOK, "treasurer"), at=NOON, by="operator")
    give_seat("somjai", "a password", Place(BOOK, "treasurer", "ก01"), at=NOON, by="operator")
    give_seat("somjai", "a password", Place(BOOK, "treasurer"), at=NOON, by="operator")
    live = Seat.objects.filter(ended_at__isnull=True)
    assert [(seat.role, seat.member) for seat in live] == [("treasurer", "ก01")]

"""Sums of money in words, and PromptPay codes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwan.thai import Refused, baht_text, promptpay

SATANG = st.integers(min_value=0, max_value=10**7)


@pytest.mark.parametrize(
    ("baht", "words"),
    [
        ("0", "ศูนย์บาทถ้วน"),
        ("-0", "ศูนย์บาทถ้วน"),
        ("1", "หนึ่งบาทถ้วน"),
        ("10", "สิบบาทถ้วน"),
        ("11", "สิบเอ็ดบาทถ้วน"),
        ("12", "สิบสองบาทถ้วน"),
        ("20", "ยี่สิบบาทถ้วน"),
        ("21", "ยี่สิบเอ็ดบาทถ้วน"),
        ("100", "หนึ่งร้อยบาทถ้วน"),
        ("101", "หนึ่งร้อยเอ็ดบาทถ้วน"),
        ("1001", "หนึ่งพันเอ็ดบาทถ้วน"),
        ("13503.50", "หนึ่งหมื่นสามพันห้าร้อยสามบาทห้าสิบสตางค์"),
        ("0.50", "ห้าสิบสตางค์"),
        ("0.01", "หนึ่งสตางค์"),
        ("0.11", "สิบเอ็ดสตางค์"),
        ("1.500", "หนึ่งบาทห้าสิบสตางค์"),
        ("1000000", "หนึ่งล้านบาทถ้วน"),
        ("1000001", "หนึ่งล้านเอ็ดบาทถ้วน"),
        ("11000000", "สิบเอ็ดล้านบาทถ้วน"),
        ("1000000000000", "หนึ่งล้านล้านบาทถ้วน"),
        ("2000000000001", "สองล้านล้านเอ็ดบาทถ้วน"),
        ("-5", "ลบห้าบาทถ้วน"),
        ("-0.25", "ลบยี่สิบห้าสตางค์"),
    ],
)
def test_a_sum_is_written_by_the_rule_of_the_royal_society(baht, words):
    assert baht_text(Decimal(baht)) == words


def test_whole_numbers_texts_and_powers_of_ten_are_sums_too():
    assert baht_text(101) == baht_text("101.00") == baht_text("๑๐๑") == "หนึ่งร้อยเอ็ดบาทถ้วน"
    assert baht_text(Decimal("1E+3")) == baht_text("1,000") == "หนึ่งพันบาทถ้วน"


@pytest.mark.parametrize(
    "amount",
    [
        "0.001", "1234567890123456789012345678.001", "NaN", "inf", "", "1e3", "1_000", "1,00", "สิบ", ".",
        Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), Decimal("1E+99"), Decimal("1E-999999"),
        Decimal("1." + "0" * 90), 10**36, float("nan"), True, None,
    ],
)  # fmt: skip
def test_what_is_no_sum_of_money_is_refused(amount):
    with pytest.raises(Refused):
        baht_text(amount)


@given(SATANG, SATANG)
def test_two_sums_have_the_same_words_only_if_they_are_the_same(one, other):
    words = [baht_text(Decimal(satang) / 100) for satang in (one, other)]
    assert (words[0] == words[1]) == (one == other)


def test_the_first_twenty_thousand_sums_all_have_words_of_their_own():
    assert len({baht_text(Decimal(satang) / 100) for satang in range(20_000)}) == 20_000


@given(st.decimals(allow_nan=True, allow_infinity=True))
def test_any_decimal_has_words_or_a_refusal(amount):
    try:
        assert baht_text(amount).endswith(("บาทถ้วน", "สตางค์"))
    except Refused as refusal:
        assert refusal.args == (refusal.th, refusal.en)  # noqa: PT017 - both outcomes are right


PHONE, ID, WALLET = "2937{}01130066", "2937{}0213", "2939{}0315"
THAI_QR = "0016A000000677010111"


# Published as test vectors with the npm package promptpay-qr; written in parts to be read.
@pytest.mark.parametrize(
    ("target", "amount", "payload"),
    [
        ("0801234567", None, f"000201010211{PHONE}8012345675802TH530376463046197"),
        ("080-123-4567", None, f"000201010211{PHONE}8012345675802TH530376463046197"),
        ("+66-89-123-4567", None, f"000201010211{PHONE}8912345675802TH5303764630429C1"),
        ("1111111111111", None, f"000201010211{ID}11111111111115802TH530376463047B5A"),
        ("0123456789012", None, f"000201010211{ID}01234567890125802TH530376463040CBD"),
        ("012345678901234", None, f"000201010211{WALLET}0123456789012345802TH530376463049781"),
        ("000-000-0000", "4.22", f"000201010212{PHONE}0000000005802TH530376454044.226304E469"),
        ("0812345678", 100, f"000201010212{PHONE}8123456785802TH53037645406100.006304BB8A"),
    ],
)
def test_a_promptpay_code_is_the_published_one(target, amount, payload):
    assert promptpay(target, amount) == payload.format(THAI_QR)


@pytest.mark.parametrize(
    "written",
    [
        "0812345678", "๐๘๑-๒๓๔-๕๖๗๘", "(081) 234 5678", "081.234.5678", "+66 81 234 5678", "66812345678",
        "+66 (0)81 234 5678", "0066812345678",
    ],
)  # fmt: skip
def test_a_telephone_written_in_any_form_is_one_receiver(written):
    assert promptpay(written) == promptpay("0812345678")


@pytest.mark.parametrize(
    "target",
    [
        "", " ", "-", "12", "๐๘๑", "081234567", "08123456789", "812345678", "1234567890", "123456789012",
        "12345678901234", "1234567890123456", "08123456ab", "+1 555 123 4567", "+1111111111111",
        "²812345678", None, 812345678,
    ],
)  # fmt: skip
def test_a_number_that_belongs_to_nobody_is_refused(target):
    with pytest.raises(Refused):
        promptpay(target)


@pytest.mark.parametrize(
    "amount",
    [
        "", "0", 0, "0.00", "-5", Decimal(-1), "0.001", "10000000000", "NaN", Decimal("NaN"), "Infinity",
        "ร้อย", True,
    ],
)  # fmt: skip
def test_an_amount_that_cannot_be_paid_is_refused(amount):
    with pytest.raises(Refused):
        promptpay("0812345678", amount)


def crc_by_long_division(payload: bytes) -> int:
    """Divide the bits as a polynomial, as the standard describes it: another way to the same sum."""
    bits = int.from_bytes(payload, "big") << 16
    bits ^= 0xFFFF << (8 * len(payload))
    for shift in range(8 * len(payload) - 1, -1, -1):
        if bits >> (shift + 16) & 1:
            bits ^= 0x11021 << shift
    return bits


def fields_of(payload: str) -> dict[str, str]:
    fields, at = {}, 0
    while at < len(payload):
        length = int(payload[at + 2 : at + 4])
        fields[payload[at : at + 2]] = payload[at + 4 : at + 4 + length]
        at += 4 + length
    return fields


def test_the_other_checksum_gives_the_known_check_value():
    assert crc_by_long_division(b"123456789") == 0x29B1


@given(
    digits=st.from_regex(r"0[0-9]{9}|[1-9][0-9]{12}|[0-9]{15}", fullmatch=True).filter(str.isascii),
    satang=st.integers(min_value=1, max_value=999_999_999_999),
)
def test_every_code_carries_its_receiver_its_sum_and_a_right_checksum(digits, satang):
    payload = promptpay(digits, f"{satang // 100}.{satang % 100:02d}")
    tag, account = {10: ("01", f"0066{digits[1:]}"), 13: ("02", digits), 15: ("03", digits)}[len(digits)]
    assert fields_of(payload) == {
        "00": "01",
        "01": "12",
        "29": f"0016A000000677010111{tag}{len(account)}{account}",
        "58": "TH",
        "53": "764",
        "54": f"{satang // 100}.{satang % 100:02d}",
        "63": f"{crc_by_long_division(payload[:-4].encode()):04X}",
    }

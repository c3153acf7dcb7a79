"""PromptPay QR codes: the text inside the picture.

Format: EMVCo QR Code Specification for Payment Systems, merchant-presented mode, with the Thai QR
Payment template (tag 29, AID A000000677010111). Tags and lengths are two digits each. Here every
target is judged first: a QR made of a mistyped number would pay a stranger.
"""

import re

from kwan.thai.collate import normalise
from kwan.thai.digits import from_thai_digits
from kwan.thai.numbers import Number, read_satang
from kwan.thai.refused import Refused, quoted

LARGEST_SATANG = 999_999_999_999

_APPLICATION = "A000000677010111"
_PHONE, _CITIZEN_OR_TAX, _WALLET = "01", "02", "03"
_MADE_ONCE, _FOR_ONE_PAYMENT = "11", "12"
_BAHT = "764"  # ISO 4217

_SEPARATORS = re.compile(r"[\s().-]+")
_PHONE_FORMS = re.compile(r"(?:\+66|0066|66)0?(?P<abroad>[1-9]\d{8})|0(?P<home>\d{9})")
_CITIZEN_LENGTH, _WALLET_LENGTH = 13, 15


def promptpay(target: str, amount: Number | None = None) -> str:
    """Give the text of a PromptPay QR code.

    `target` is a mobile phone (`081-234-5678`, `+66 81 234 5678`), a 13-digit citizen or tax id, or
    a 15-digit e-wallet; blanks, hyphens and Thai digits are fine. `amount` is in baht; without one
    the payer types it. The check digit of an id is not judged: the bank names the payee to the
    payer before any money moves.

    Raises:
        Refused: no such target, or an amount that is not above 0, finer than a satang, or above
            9,999,999,999.99.
    """
    kind, account = _receiver(target)
    fields = (
        _field("00", "01"),
        _field("01", _MADE_ONCE if amount is None else _FOR_ONE_PAYMENT),
        _field("29", _field("00", _APPLICATION) + _field(kind, account)),
        _field("58", "TH"),
        _field("53", _BAHT),
        "" if amount is None else _field("54", _two_decimals(amount)),
        "6304",  # the checksum covers its own tag and length
    )
    payload = "".join(fields)
    return f"{payload}{crc16(payload):04X}"


def crc16(text: str) -> int:
    """CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF) of ASCII `text`."""
    crc = 0xFFFF
    for byte in text.encode("ascii"):
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ (0x1021 if crc & 0x8000 else 0)) & 0xFFFF
    return crc


def _field(tag: str, value: str) -> str:
    return f"{tag}{len(value):02d}{value}"


def _receiver(target: str) -> tuple[str, str]:
    if not isinstance(target, str):
        raise _no_such_target(target)
    digits = _SEPARATORS.sub("", from_thai_digits(normalise(target)))
    if not digits:
        raise Refused("ยังไม่ได้กรอกหมายเลขพร้อมเพย์", "No PromptPay number was written.")
    if not re.fullmatch(r"\+?[0-9]+", digits):
        raise _no_such_target(target)
    phone = _PHONE_FORMS.fullmatch(digits)
    if phone:
        return _PHONE, f"0066{phone['abroad'] or phone['home']}"
    if digits.isdigit() and len(digits) == _CITIZEN_LENGTH:
        return _CITIZEN_OR_TAX, digits
    if digits.isdigit() and len(digits) == _WALLET_LENGTH:
        return _WALLET, digits
    raise _no_such_target(target)


def _two_decimals(amount: Number) -> str:
    satang = read_satang(amount)
    if satang <= 0:
        raise Refused(
            f"จำนวนเงิน {quoted(amount)} ต้องมากกว่าศูนย์ หรือเว้นว่างไว้ให้ผู้จ่ายกรอกเอง",
            f"{quoted(amount)} must be above zero, or left out for the payer to type.",
        )
    if satang > LARGEST_SATANG:
        raise Refused(
            f"จำนวนเงิน {quoted(amount)} เกินที่พร้อมเพย์รับได้ คือ 9,999,999,999.99 บาท",
            f"{quoted(amount)} is above 9,999,999,999.99 baht, the most that PromptPay takes.",
        )
    return f"{satang // 100}.{satang % 100:02d}"


def _no_such_target(target: object) -> Refused:
    return Refused(
        f"หมายเลขพร้อมเพย์ {quoted(target)} ไม่ครบหรือไม่ถูกแบบ "
        "ใช้เบอร์มือถือ 10 หลัก เลขประจำตัว 13 หลัก หรืออีวอลเล็ต 15 หลัก",
        f"{quoted(target)} is not a PromptPay number: "
        "a mobile phone has 10 digits, a citizen or tax id 13, an e-wallet 15.",
    )

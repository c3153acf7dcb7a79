"""Sums of money in words, as receipts must show them."""

from kwan.thai.numbers import Number, read_satang

_FIGURES = ("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_PLACES = ("", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน")
_MILLION = 1_000_000


def baht_text(amount: Number) -> str:
    """Write a sum of baht in words: 101.50 is หนึ่งร้อยเอ็ดบาทห้าสิบสตางค์.

    A one behind anything else is เอ็ด (101 too), the rule of the Royal Society of Thailand, which
    spreadsheets do not keep. Above a million the words repeat: ล้านล้าน. A negative sum begins ลบ.

    Raises:
        Refused: not a number, not finite, 10^36 or more, or finer than a satang.
    """
    satang = read_satang(amount)
    baht, rest = divmod(abs(satang), 100)
    words = "ลบ" if satang < 0 else ""
    if baht or not rest:
        words += f"{_in_words(baht)}บาท"
    return words + (f"{_in_words(rest)}สตางค์" if rest else "ถ้วน")


def _in_words(number: int) -> str:
    if number == 0:
        return _FIGURES[0]
    millions, below = divmod(number, _MILLION)
    head = f"{_in_words(millions)}ล้าน" if millions else ""
    return head + _below_a_million(below, something_before=bool(millions))


def _below_a_million(number: int, *, something_before: bool) -> str:
    words = ""
    for place in range(len(_PLACES) - 1, -1, -1):
        figure = number // 10**place % 10
        if figure:
            words += _figure_in_place(figure, place, alone=not (words or something_before))
    return words


def _figure_in_place(figure: int, place: int, *, alone: bool) -> str:
    if place == 1 and figure == 1:
        return "สิบ"
    if place == 1 and figure == 2:  # noqa: PLR2004 - twenty is ยี่สิบ, not สองสิบ
        return "ยี่สิบ"
    if place == 0 and figure == 1 and not alone:
        return "เอ็ด"
    return _FIGURES[figure] + _PLACES[place]

"""Thai text made comparable: one spelling for one word, and the order of the dictionary.

No locale is asked: the machines that this runs on rarely have Thai installed, and a group's
members must stand in the same order everywhere.
"""

import re
import unicodedata

from kwan.thai.digits import from_thai_digits

# Invisible marks that pasted text carries: zero-width space, (non-)joiner, word joiner,
# byte order mark, soft hyphen.
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")

# Some keyboards make ำ of two keys, with the tone mark before, between or left out.
_SARA_AM_IN_PIECES = re.compile("([\u0e48-\u0e4b]?)\u0e4d([\u0e48-\u0e4b]?)\u0e32")

# A tone mark struck before its vowel looks the same on paper. Unicode reorders it for ุ and ู only,
# so the marks of one letter are laid vowels first.
_MARKS_OF_A_LETTER = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4c]{2,}")
_TONES = "\u0e48\u0e49\u0e4a\u0e4b\u0e4c"

_SARA_AM = re.compile("([\u0e48-\u0e4b]?)\u0e33")
_LEADING_VOWEL = re.compile("([เแโใไ])([ก-ฮ])")

# Marks that only decide between words otherwise alike, in the order of their weight: punctuation
# (จ.ป.ร. stands as จปร), then ็ ่ ้ ๊ ๋ ์ ํ ๎, then the signs ฯ and ๆ.
_LIGHT_MARKS = ".-\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e\u0e2f\u0e46"
_NEXT_LETTER = "\x01"  # lighter than every mark: a letter without one comes first

SortKey = tuple[str, str, str]


def normalise(text: str) -> str:
    """Give one spelling to what looks the same on paper.

    NFC; นํา becomes นำ and เเ becomes แ; a tone mark goes behind its vowel; invisible marks go;
    runs of any blank become one space. Doing it twice changes nothing more.
    """
    text = _INVISIBLE.sub("", text).replace("เเ", "แ")
    text = _MARKS_OF_A_LETTER.sub(_vowels_first, text)
    text = _SARA_AM_IN_PIECES.sub("\\1\\2\u0e33", text)
    return " ".join(unicodedata.normalize("NFC", text).split())


def sort_key(text: str) -> SortKey:
    """Give a key that sorts as the Royal Institute dictionary does: กา < เก้า < แกะ < ไก่ < ขาว < เขา.

    First the letters, a leading vowel standing behind its consonant (the Thai block of Unicode is
    in dictionary order otherwise). Then the tone marks and their like. Last the text itself, so
    that only equal texts have equal keys.
    """
    swapped = _LEADING_VOWEL.sub(r"\2\1", from_thai_digits(normalise(text)).casefold())
    letters: list[str] = []
    marks: list[str] = []
    for character in swapped:
        weight = _LIGHT_MARKS.find(character)
        if weight < 0:
            letters.append(character)
            marks.append(_NEXT_LETTER)
        else:
            marks.append(chr(ord(_NEXT_LETTER) + 1 + weight))
    return "".join(letters), "".join(marks), text


def _vowels_first(marks: re.Match[str]) -> str:
    return "".join(sorted(marks[0], key=_TONES.__contains__))


def sara_am_for_resvg(svg: str) -> str:
    """Take every ำ of a drawing apart into ํ and า, the tone mark between.

    The resvg rasteriser (inside Typst among others) prints the letter after ำ on top of it. Only
    the copy of the SVG that is handed to it may be changed so; stored text keeps its ำ.
    """
    return _SARA_AM.sub("\u0e4d\\1\u0e32", svg)

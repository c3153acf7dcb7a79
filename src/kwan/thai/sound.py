"""A name reduced to how it sounds, so that two spellings of one name meet.

Thai writes one sound with many letters: ศ ษ ส ซ, ณ น, ท ธ ฑ ฒ, ไ ใ ัย. Scribes differ, and so do registers. As in
Soundex for Thai (Lorchirachoonkul 1982, Udompanich 1983) letters of one sound become one letter, letters that are
not heard go, and a final keeps only its class. What comes out is for comparing, never for showing.
"""

import re
from typing import Final

from kwan.thai.collate import normalise
from kwan.thai.digits import from_thai_digits

_TITLE: Final = re.compile(
    r"(?:นางสาว|นาย|นาง|น\.?\s*ส\.|เด็กชาย|เด็กหญิง|ด\.\s*[ชญ]\.|ว่าที่\s*ร\.?\s*[ตทอ]\.|ร\.\s*[ตทอ]\.|ดร\.|คุณ|mr\.?\s|mrs\.?\s|ms\.?\s|miss\s|dr\.?\s)"
    r"\s*(?=[ก-ฮเแโใไ]{2}|[ก-ฮ][\u0e31-\u0e3a]?[ก-ฮ]|[ก-ฮ][าะ\u0e31-\u0e3a]|[a-z]{2})"
)
_NOT_A_LETTER: Final = re.compile(r"[^ก-ฮะ-ฺเ-ๅ์a-z0-9\s]")
_SILENT: Final = re.compile("(?:[ทตด]ร|ษณ|[ก-ฮ][ิุ]?)์")
_OPEN_ENDING: Final = re.compile(r"([ตทธมฏฐ])[ิุ]$")
# In this order: what several letters say together first, then letter by letter.
_TOGETHER: Final = (
    (re.compile("รร(?=[ก-ฮ])"), "ั"),
    (re.compile("รร"), "ัน"),
    (re.compile("([ิีึืุูั][ก-ฮ]|เพช)ร$"), r"\1"),  # มิตร จักร เพชร
    (re.compile("(?<=[ก-ฮ])ร$"), "อน"),  # พร อาทร
    (re.compile("^ทร(?=[งาัิีุูเแโ])"), "ซ"),
    (re.compile("ญ(?=[ก-ฮ])"), "น"),
    (re.compile("[สศษ]ร(?=[ก-ฮะ-ู])"), "ส"),
    (re.compile("ห(?=[งญนมยรลวฬ])"), ""),
    (re.compile("[ใไ]([ก-ฮ])ย?"), r"\1ัย"),
    (re.compile("ำ"), "ัม"),
    (re.compile("ะ"), ""),
)
_FINALS: Final = str.maketrans("จฉชซฌฎฏฐฑฒดตถทธศษสญณนรลฬบปผฝพฟภกขคฆ", "ททททททททททททททททททนนนนนนปปปปปปปกกกก")
_LETTERS: Final = str.maketrans("ขฃฅฆฌฉซศษฎฏถธฑฒฐณผภฝรฬญหีืูๅ", "คคคคชชสสสดตทททททนพพฟลลยฮิึุา")
_REPEATED: Final = re.compile(r"(.)\1+")


def without_title(name: str) -> str:
    """Return a name without what is said before it: นาย, นางสาว, ด.ช. What would be left of the name alone stays."""
    said = from_thai_digits(normalise(name)).casefold()
    title = _TITLE.match(said)
    return said[title.end() :] if title else said


def spelled(name: str) -> str:
    """Return the letters of a name, for comparing: no title, no blanks, no tone marks."""
    return re.sub(r"\s", "", _NOT_A_LETTER.sub("", without_title(name)))


def sounds(name: str) -> tuple[str, ...]:
    """Return how each word of a name sounds, its title left out: นายศรีพรรณ and สีพัน sound alike."""
    words = _NOT_A_LETTER.sub("", without_title(name)).split()
    return tuple(heard for word in words if (heard := _heard(word)))


def _heard(word: str) -> str:
    word = _OPEN_ENDING.sub(r"\1", _SILENT.sub("", word))
    for letters, sound in _TOGETHER:
        word = letters.sub(sound, word)
    word = _REPEATED.sub(r"\1", word)
    word = word[:-1] + word[-1:].translate(_FINALS)
    return _REPEATED.sub(r"\1", word.translate(_LETTERS))

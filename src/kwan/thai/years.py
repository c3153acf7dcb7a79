"""Which year is meant: 2565, 65 and 2022 are the same one on different papers."""

from typing import Literal

from kwan.thai.refused import Refused

BUDDHIST_AHEAD = 543
BUDDHIST_CENTURY = 2500  # a bare 65 on Thai paper is 2565
FIRST_BUDDHIST = 2400
FIRST_CHRISTIAN, LAST_CHRISTIAN = 1900, 2199
FIRST_YEAR = FIRST_BUDDHIST - BUDDHIST_AHEAD

_TURN = 70  # ค.ศ. 69 is 2069, ค.ศ. 70 is 1970: the convention of POSIX strptime
_ENGLISH_DOUBT = 50  # "12 Feb 22" may well be 2022; "12 Feb 65" can only be 2565

Era = Literal["be", "ce"] | None

# In regular expressions, on lower-case text with ordinary digits.
BUDDHIST_WORDS = r"พ\.?\s*ศ\.?|พุทธศักราช|b\.?e\.?"
CHRISTIAN_WORDS = r"ค\.?\s*ศ\.?|คริสต์?ศักราช|a\.?d\.?|c\.?e\.?"


def christian_year(digits: str, era: Era, *, in_english: bool = False) -> int:
    """Give the Christian year that two or four `digits` stand for.

    Two digits are Buddhist unless marked ค.ศ.; in an English date an unmarked year below 50 is
    refused, for it can be meant in both ways. Four digits from 2400 are Buddhist, 1900–2199 Christian.

    Raises:
        Refused: the year lies between the eras, or its mark contradicts it.
    """
    year = int(digits)
    if len(digits) == len("65"):
        return _from_two_digits(year, era, in_english=in_english)
    if FIRST_CHRISTIAN <= year <= LAST_CHRISTIAN and era != "be":
        return year
    if FIRST_BUDDHIST <= year <= LAST_CHRISTIAN + BUDDHIST_AHEAD and era != "ce":
        return year - BUDDHIST_AHEAD
    if era is None:
        raise Refused(
            f"ปี {year} ไม่ใช่ทั้ง พ.ศ. และ ค.ศ. ที่ใช้กัน ช่วยดูปีอีกครั้ง",
            f"The year {year} fits neither the Buddhist nor the Christian era. Please look again.",
        )
    raise Refused(
        f"ปี {year} กับคำว่า {'พ.ศ.' if era == 'be' else 'ค.ศ.'} ไม่ตรงกัน ช่วยดูปีอีกครั้ง",
        f"The year {year} does not fit the era {era.upper()} written with it. Please look again.",
    )


def christian_year_of_cell(year: int) -> int:
    """Give the Christian year of a date that a spreadsheet stored.

    A cell typed as 12/2/2565 is stored with the year 2565. A year such as 1965, which Excel makes
    of a typed '65, stays 1965: it can be a real birthday, so nothing is guessed here.
    """
    return christian_year(f"{year:04d}", None)


def _from_two_digits(year: int, era: Era, *, in_english: bool) -> int:
    if era == "ce":
        return year + (2000 if year < _TURN else 1900)
    if in_english and era is None and year < _ENGLISH_DOUBT:
        raise Refused(
            f"ปี {year:02d} อาจเป็น พ.ศ. หรือ ค.ศ. ก็ได้ ช่วยเขียนปีให้ครบสี่หลัก",
            f"The year {year:02d} can be read in two ways. Please write all four digits.",
        )
    return BUDDHIST_CENTURY + year - BUDDHIST_AHEAD

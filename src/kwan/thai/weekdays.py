"""The names of the seven days, Monday first as `date.weekday()` counts."""

import re

WEEKDAYS = ("จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์")
_SHORT = ("จ.", "อ.", "พ.", "พฤ.", "ศ.", "ส.", "อา.")
_ENGLISH = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_NUMBER_OF = {
    name: number
    for names in (WEEKDAYS, _SHORT, _ENGLISH, tuple(name[:3] for name in _ENGLISH))
    for number, name in enumerate(names)
} | {"พฤหัส": 3, "พฤหัสฯ": 3}

_LONGEST_FIRST = "|".join(map(re.escape, sorted(_NUMBER_OF, key=len, reverse=True)))
_OPENING = re.compile(rf"(?:วัน)?(?P<weekday>{_LONGEST_FIRST})[\s.,]*(?:ที่)?\s*(?=\d|[a-z])|(?:วัน)?ที่\s*:?\s*")


def take_weekday(text: str) -> tuple[int | None, str]:
    """Split `เสาร์ที่ 12 ก.พ. 65` into 5 and `12 ก.พ. 65`; without a weekday, `None` and the rest.

    A leading `วันที่` goes too. `text` is lower case.
    """
    found = _OPENING.match(text)
    if found is None:
        return None, text
    weekday = found["weekday"]
    return (_NUMBER_OF[weekday] if weekday else None), text[found.end() :]

"""The two parts of an xlsx that all its sheets share: their texts, and which styles are dates.

Office Open XML, ECMA-376 part 1 §18.4 and §18.8. Read without building objects, since a hostile
file may hold a million of either. `formats.inspect` has refused document types by then.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import IO, Final
from xml.etree.ElementTree import iterparse

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format

from kwan.workbook.refusals import Unreadable
from kwan.workbook.sheetxml import Styles, inline_text

MAX_STRINGS: Final = 500_000
MAX_STYLES: Final = 100_000


def read_strings(source: IO[bytes]) -> list[str]:
    """Read the texts that cells refer to by number."""
    strings: list[str] = []
    for _, element in iterparse(source):  # noqa: S314 - defused by `formats.inspect`
        if element.tag.endswith("}si"):
            strings.append(inline_text(element))
            element.clear()
            if len(strings) > MAX_STRINGS:
                raise Unreadable("too_many_cells", f"{MAX_STRINGS:,}")
    return strings


def read_styles(source: IO[bytes], epoch: datetime) -> Styles:
    """Read which styles show their number as a date or as a span of hours."""
    formats: dict[int, str] = {}
    used: list[int] = []
    for _, element in iterparse(source):  # noqa: S314 - defused by `formats.inspect`
        if element.tag.endswith("}numFmt"):
            formats[int(element.get("numFmtId", "0"))] = element.get("formatCode", "")
        elif element.tag.endswith("}cellXfs"):
            used = [int(style.get("numFmtId", "0")) for style in element]
        if len(formats) > MAX_STYLES or len(used) > MAX_STYLES:
            raise Unreadable("unsafe")
    return _styles(formats, used, epoch)


def _styles(formats: Mapping[int, str], used: list[int], epoch: datetime) -> Styles:
    codes = {number: formats.get(number, BUILTIN_FORMATS.get(number, "General")) for number in set(used)}
    dates = {number for number, code in codes.items() if is_date_format(code)}
    spans = {number for number in dates if is_timedelta_format(codes[number])}
    return Styles(
        {style for style, number in enumerate(used) if number in dates},
        {style for style, number in enumerate(used) if number in spans},
        epoch,
    )

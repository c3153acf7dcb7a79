"""Figures of the working in words: a value with its unit, a part's name, what a statistic is."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from kwan.fund.rules.cycle import BUCKETS
from kwan.lessons.report.entry_words import KINDS, PURPOSES, baht, kilograms, round_words
from kwan.lessons.report.shown import Statistic
from kwan.lessons.rules import Figure, Lang, Month, Name, Slot, plain, say
from kwan.market.rules import CHANNELS
from kwan.production.rules import CHECKS, PLACES
from kwan.thai import Refused
from kwan.thai.places import names

_MONTH: Final = re.compile(r"(?:19|2\d)\d\d(?:0[1-9]|1[0-2])")
_BY_PART: Final[Mapping[str, Mapping[str, tuple[str, str]]]] = {
    "fund.received_by_purpose": PURPOSES,
    "fund.spent_by_purpose": PURPOSES,
    "orders.value_by_channel": CHANNELS,
    "orders.buyer_kinds": CHANNELS,
    "batches.by_check": CHECKS,
    "batches.at_home": PLACES,
    "cycles.by_bucket": BUCKETS,
    "cycles.shared": {"savings": ("เงินออมที่คืน", "savings given back"), "gain": ("ที่แบ่งเพิ่ม", "shared on top")},
    "cycles.paid": {
        "cash": ("เงินสด", "in cash"),
        "transfer": ("โอน", "by transfer"),
        "passbook": ("เข้าสมุดออม", "into the passbook"),
    },
    "loans.outstanding": {
        "paid_out": ("จ่ายออกไป", "paid out"),
        "brought": ("ยกมา", "brought forward"),
        "repaid": ("รับคืน", "repaid"),
        "written_off": ("ตัดเป็นหนี้สูญ", "written off"),
    },
    "records.kept": {kind: (words.th, words.en) for kind, words in KINDS.items()},
}
_IN_AND_OUT: Final = {
    "in": ("เข้า", "in"),
    "out": ("ออก", "out"),
    "brought_forward": ("ยกมา", "brought forward"),
    "of_profit": ("แบ่งจากกำไร", "of the profit"),
}
_BY_DISTRICT: Final = ("members.districts", "members.joined_by_district")

SMALLEST_P: Final = Decimal("0.001")

# Statistics that people may want to see beside the sentence; the others are in the JSON.
STATISTICS: Final[Mapping[str, tuple[str, str]]] = {
    "share": ("คิดเป็น", "As a share"),
    "months": ("จำนวนเดือนที่ดู", "Months looked at"),
    "p": ("ค่า p", "p"),
    "test": ("การทดสอบ", "Test"),
}
TESTS: Final[Mapping[str, tuple[str, str]]] = {
    "Mann-Kendall, exact": ("Mann–Kendall แบบแม่นตรง", "Mann–Kendall, exact"),
    "Mann-Kendall, normal approximation": ("Mann–Kendall แบบประมาณ", "Mann–Kendall, approximate"),
}


def quantity(value: Decimal | int, unit: str, lang: Lang) -> str:
    """Return a value with its unit: satang as baht, gram as kilograms, `12 people`, `67%`."""
    match unit:
        case "satang" | "price":
            return baht(int(value), lang)
        case "gram":
            return kilograms(int(value), lang)
        case "person":
            return f"{int(value):,} {'people' if lang == 'en' else 'คน'}"
        case "percent":
            return f"{Figure(value, 'percent').text()}%"
        case "p" | "points":
            return f"< {SMALLEST_P}" if unit == "p" and value < SMALLEST_P else Figure(value, unit).text()
        case _:
            return f"{int(value):,}"


def slot_text(slot: Slot, lang: Lang) -> str:
    """Return what stands in a cell of a claim's table; money and mass carry their unit."""
    if isinstance(slot, Figure) and slot.unit in ("satang", "price", "gram", "percent"):
        return quantity(slot.value, slot.unit, lang)
    return plain(say("{it}", {"it": slot}, lang))


def part_words(measure: str, part: str, lang: Lang) -> str:
    """Return what a part of a measure is called; the part itself where nobody named it."""
    language = int(lang == "en")
    known = _BY_PART.get(measure, _IN_AND_OUT)
    if part in known:
        return known[part][language]
    if measure == "wellbeing.answers":
        name = round_words(int(part))
        return (name.th, name.en)[language]
    if measure in _BY_DISTRICT:
        return _district(part)[language]
    return _months(part, lang) if measure != "activities.attended" else _activity(part)[language]


def _activity(part: str) -> tuple[str, str]:
    return f"รายการที่ {part}", f"entry {part}"


def _months(part: str, lang: Lang) -> str:
    """Return a part with its month (yyyymm) in words, alone or behind a stroke."""
    return _MONTH.sub(lambda found: plain(say("{it}", {"it": Month(int(found[0]))}, lang)), part)


def _district(part: str) -> tuple[str, str]:
    try:
        place = names(int(part))
    except (Refused, ValueError):
        return "ไม่ได้จดอำเภอ", "district not written"
    return f"อ.{place.district_th}", str(place.district_en)


def statistic_words(name: str) -> Name | None:
    """Return what a statistic is called, None for one that is only kept."""
    return Name(*STATISTICS[name]) if name in STATISTICS else None


def statistic_text(name: str, value: Statistic, lang: Lang) -> str | None:
    """Return a statistic's value in words, None where there is nothing to say."""
    if value is None or isinstance(value, bool):
        return None
    if isinstance(value, str):
        return TESTS.get(value, (value, value))[lang == "en"]
    unit = {"share": "percent", "p": "p"}.get(name, "count")
    return quantity(value, unit, lang)

"""Sentences that can be checked: every digit in them is a figure that says where it comes from.

A template's own words hold no digit. What varies is put into its slots as typed spans: a figure
(of a measure, or calculated by the claim), a name, a day, a month, a quotation, a number in a list.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256
from typing import Literal

from kwan.journal.rules import canonical
from kwan.pictures import Picture
from kwan.quantities import Satang, format_baht
from kwan.thai import format_date

Verdict = Literal["supported", "partly", "not_supported", "not_enough_data"]
Lang = Literal["th", "en"]
LANGS: tuple[Lang, ...] = ("th", "en")
Unit = Literal["satang", "gram", "count", "percent", "p", "points", "price"]
Draw = Callable[[Lang, Literal["screen", "paper"]], Picture]

VERDICTS: Mapping[Verdict, tuple[str, str]] = {
    "supported": ("มีหลักฐานรองรับ", "Supported by evidence"),
    "partly": ("รองรับบางส่วน", "Supported in part"),
    "not_supported": ("หลักฐานยังไม่รองรับ", "Not yet supported"),
    "not_enough_data": ("ข้อมูลยังไม่พอสรุป", "Not enough data to say"),
}


@dataclass(frozen=True)
class Figure:
    """A number of the report and where it comes from.

    With `measure` it is that measure's value, or the sum of its `part`, or (`of_parts`) how many parts are
    above zero. Without, it is `name` among the statistics that the claim calculated.
    Satang, gram and count are integers, percent and p are Decimals, price is satang per unit.
    """

    value: int | Decimal
    unit: Unit
    measure: str | None = None
    part: str | None = None
    of_parts: bool = False
    name: str | None = None

    def text(self) -> str:
        """Return the number as people read it, without its unit's name."""
        if self.unit in ("satang", "price"):
            return format_baht(Satang(int(self.value)))
        if self.unit == "gram":
            return f"{(Decimal(self.value) / 1000).normalize():,f}"
        if self.unit == "percent":
            return f"{Decimal(self.value).quantize(Decimal(1), ROUND_HALF_UP):,f}"
        if self.unit in ("p", "points"):
            return f"{Decimal(self.value).quantize(Decimal('0.001') if self.unit == 'p' else Decimal('0.1'), ROUND_HALF_UP):f}"
        return f"{int(self.value):,}"


@dataclass(frozen=True)
class Name:
    """A name in both languages: a place, a product, a buyer. Digits in it are part of the name."""

    th: str
    en: str


@dataclass(frozen=True)
class Day:
    """A day something happened."""

    on: date


@dataclass(frozen=True)
class Month:
    """A month (yyyymm)."""

    month: int


@dataclass(frozen=True)
class Quote:
    """Words of the workshop, in the language they were said in, with the small group that said them."""

    words: str
    small_group: str


@dataclass(frozen=True)
class Place:
    """A number that only counts off: an entry, a section, a place in a list."""

    number: int


Slot = Figure | Name | Day | Month | Quote | Place
Slots = Mapping[str, "Slot | tuple[Slot, ...]"]


@dataclass(frozen=True)
class Span:
    """A stretch of a sentence: plain words (`slot` None), or what stood in a slot, as it reads in one language."""

    text: str
    slot: Slot | None = None


Sentence = tuple[Span, ...]

_SLOT = re.compile(r"\{(\w+)\}")
_DIGIT = re.compile(r"[0-9๐-๙]")


def say(template: str, slots: Slots, lang: Lang) -> Sentence:
    """Return the template's sentence in one language. Raise ValueError if its own words hold a digit."""
    spans: list[Span] = []
    for position, piece in enumerate(_SLOT.split(template)):
        if position % 2:
            spans += list(_spans(slots[piece], lang))
        elif piece:
            if _DIGIT.search(piece):
                message = f"a digit outside a slot: {piece!r}"
                raise ValueError(message)
            spans.append(Span(piece))
    return tuple(spans)


def _spans(slot: "Slot | tuple[Slot, ...]", lang: Lang) -> Iterable[Span]:
    if not isinstance(slot, tuple):
        yield Span(_read(slot, lang), slot)
        return
    last = " และ" if lang == "th" else " and "
    for position, one in enumerate(slot):
        if position:
            yield Span(last if position == len(slot) - 1 else (" " if lang == "th" else ", "))
        yield Span(_read(one, lang), one)


def _read(slot: Slot, lang: Lang) -> str:
    match slot:
        case Figure():
            return slot.text()
        case Name():
            return slot.en if lang == "en" else slot.th
        case Day():
            return format_date(slot.on, "long") if lang == "th" else format_date(slot.on, "en")
        case Month():
            first = date(slot.month // 100, slot.month % 100, 1)
            return format_date(first, "month_long" if lang == "th" else "en_month")
        case Quote():
            return f"“{slot.words}”"
        case Place():
            return str(slot.number)


def plain(sentence: Sentence) -> str:
    """Return a sentence as text."""
    return "".join(span.text for span in sentence)


@dataclass(frozen=True)
class Gap:
    """Where the books do not agree with each other: a code, and the sentence that names it."""

    code: str
    th: Sentence
    en: Sentence
    measures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """What a claim's rule found: the verdict, its true sentence in both languages, and the figures it used.

    `statistics` are what the claim calculated itself. `why` says in plain words why the verdict is not higher.
    `sealed` claims never open single entries. `table` are rows of label and figures behind the sentence.
    """

    verdict: Verdict
    th: Sentence
    en: Sentence
    statistics: Mapping[str, int | Decimal | str | bool | None] = field(default_factory=dict)
    why_th: Sentence = ()
    why_en: Sentence = ()
    picture: Draw | None = None
    table: tuple[tuple[Slot, ...], ...] = ()

    def sentence(self, lang: Lang) -> Sentence:
        """Return the sentence in one language."""
        return self.en if lang == "en" else self.th

    def why(self, lang: Lang) -> Sentence:
        """Return why the verdict is not higher, in one language."""
        return self.why_en if lang == "en" else self.why_th

    def capped(self, gaps: Iterable[Gap]) -> "Finding":
        """Return the finding as the gaps let it stand: supported becomes partly, and the gaps are named."""
        touching = tuple(gaps)
        if not touching or self.verdict not in ("supported", "partly"):
            return self
        th = _one_after_another([self.why_th, *(gap.th for gap in touching)])
        en = _one_after_another([self.why_en, *(gap.en for gap in touching)])
        return replace(self, verdict="partly", why_th=th, why_en=en)


def _one_after_another(sentences: Iterable[Sentence]) -> Sentence:
    """Return the sentences that are not empty as one, a space between them."""
    said = [sentence for sentence in sentences if sentence]
    return tuple(
        span for place, sentence in enumerate(said) for span in ((Span(" "),) if place else ()) + sentence
    )


def found(  # noqa: PLR0913 - a finding has these parts
    verdict: Verdict,
    th: str,
    en: str,
    slots: Slots | None = None,
    *,
    why: tuple[str, str] | None = None,
    statistics: Mapping[str, int | Decimal | str | bool | None] | None = None,
    picture: Draw | None = None,
    table: tuple[tuple[Slot, ...], ...] = (),
) -> Finding:
    """Return a finding from its two templates, their slots, and (for what is not supported) two templates that say why."""
    filled = slots or {}
    said = {lang: say(text, filled, lang) for lang, text in zip(LANGS, (th, en), strict=True)}
    reasons = {lang: say(text, filled, lang) for lang, text in zip(LANGS, why or ("", ""), strict=True)}
    return Finding(
        verdict, said["th"], said["en"], statistics or {}, reasons["th"], reasons["en"], picture, table
    )


def percent(part: int, whole: int) -> Decimal:
    """Return how many in a hundred, unrounded. Raise ZeroDivisionError for nothing of nothing."""
    return Decimal(100 * part) / Decimal(whole)


def digest(parts: Iterable[object]) -> str:
    """Return one hash (16 hex digits) of what a sentence says and rests on; another value gives another hash."""
    return sha256(canonical([str(part) for part in parts]).encode()).hexdigest()[:16]

"""Claims about what the project promised: one for each indicator, by the measure a person mapped it to."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.claims.pictured import bullet_of
from kwan.lessons.claims.wellbeing import look, too_near_an_edition
from kwan.lessons.rules import Figure, Finding, Name, Slot, Verdict, found
from kwan.lessons.rules import Unit as FigureUnit
from kwan.pictures import Indicator as Drawn
from kwan.pictures import Unit
from kwan.programme import queries as programme
from kwan.programme.queries import Indicator
from kwan.programme.rules import (
    BY_MEASURE,
    IndicatorKind,
    Standing,
    actual,
    fits,
    standing,
)

Slots = dict[str, Slot | tuple[Slot, ...]]

_VERDICTS: dict[Standing, Verdict] = {
    "reached": "supported",
    "reached_from_above": "partly",
    "reached_unmeasured": "partly",
    "toward": "partly",
    "unmoved": "not_supported",
    "away": "not_supported",
    "short_unmeasured": "not_supported",
}
# How each standing is said, before the figures.
_SAID: dict[Standing, tuple[str, str]] = {
    "reached": ("“{name}” ถึงเป้าแล้ว", "“{name}” has reached its target"),
    "reached_from_above": (
        "“{name}” ยังถึงเป้า แต่ถอยจากตอนเริ่ม",
        "“{name}” is still at its target, but further back than at the start",
    ),
    "reached_unmeasured": ("“{name}” อยู่ที่ระดับของเป้า", "“{name}” stands at its target"),
    "toward": ("“{name}” ขยับเข้าใกล้เป้า แต่ยังไม่ถึง", "“{name}” has moved toward its target and not reached it"),
    "unmoved": ("“{name}” ยังอยู่ที่เดิม ยังไม่ถึงเป้า", "“{name}” stands where it stood, short of its target"),
    "away": ("“{name}” ห่างจากเป้ากว่าตอนเริ่ม", "“{name}” is further from its target than at the start"),
    "short_unmeasured": ("“{name}” ยังไม่ถึงเป้า", "“{name}” has not reached its target"),
}
_NOT_MEASURED = (
    "ค่าเริ่มต้นไม่ได้วัดไว้ จึงไม่บอกว่าเปลี่ยนไปจากเดิมหรือไม่",
    "The start was not measured, so no change is claimed.",
)
_ONLY_OF_SOME = (
    "นับเฉพาะคนที่ตอบทั้งสองรอบ ถ้านับสมาชิกทุกคน ยังไม่แน่ว่าถึงเป้า",
    "Only those who answered both rounds are counted; of all members it is not certain.",
)
_WHY: dict[Standing, tuple[str, str]] = {
    "reached_from_above": ("ถึงเป้า แต่ทิศทางไม่ได้ไปทางเป้า", "At the target, but it did not move that way."),
    "reached_unmeasured": _NOT_MEASURED,
    "toward": ("ยังไม่ถึงเป้าที่ตั้งไว้", "The target is not reached yet."),
    "unmoved": ("ยังไม่ขยับจากค่าเริ่มต้น", "It has not moved from the start."),
    "away": ("ข้อมูลชี้ไปอีกทางหนึ่ง", "The books point the other way."),
    "short_unmeasured": _NOT_MEASURED,
}


@dataclass(frozen=True)
class Written:
    """An indicator's figures as its sentence writes them: in which unit, with which words around each."""

    unit: FigureUnit
    th: str
    en: str
    drawn: Unit

    def figure(self, name: str, value: Fraction) -> Figure:
        """Return one of the figures, rounded as it is shown. Money is whole satang, percent and the rest decimal."""
        if self.unit == "satang":
            return calculated(
                name, int((100 * _decimal(value)).quantize(Decimal(1), ROUND_HALF_UP)), "satang"
            )
        if self.unit == "count":
            return calculated(name, int(value), "count")
        places = Decimal(1) if self.unit == "percent" else Decimal("0.1")
        return calculated(name, _decimal(value).quantize(places, ROUND_HALF_UP), self.unit)

    def pieces(self, figure: Figure) -> int:
        """Return a figure in the smallest pieces the picture counts in."""
        return int(Decimal(figure.value) * 10) if self.unit == "points" else int(figure.value)


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def written(
    kind: IndicatorKind, unit: str, values: Collection[Fraction], exact: Collection[Fraction]
) -> Written:
    """Return how an indicator's figures are written.

    Whole numbers where they tell the truth; a tenth more where rounding would make two different figures alike,
    or change one that the project wrote itself (`exact`).
    """
    if kind.how in ("average", "sum"):
        return Written("satang", "{%s} บาท", "{%s} baht", Unit("บาท", "baht", 100))
    whole = all(value.denominator == 1 for value in exact) and _differ_when_rounded(values)
    if kind.how == "percent":
        share = ("ร้อยละ {%s}", "{%s} percent")
        return (
            Written("percent", *share, Unit("%", "%"))
            if whole
            else Written("points", *share, Unit("%", "%", 10))
        )
    count = ("{%s} {unit}", "{%s}")
    return (
        Written("count", *count, Unit(unit, "")) if whole else Written("points", *count, Unit(unit, "", 10))
    )


def _differ_when_rounded(values: Collection[Fraction]) -> bool:
    rounded = {_decimal(value).quantize(Decimal(1), ROUND_HALF_UP) for value in values}
    return len(rounded) == len(set(values))


def judge_indicator(books: Books, indicator: Indicator) -> Finding:
    """Answer "was it reached?" for one indicator: baseline, target and what the books count now."""
    books.take_only("indicators.set", {indicator.entry})
    slots: Slots = {
        "name": Name(indicator.name, indicator.name),
        "unit": Name(indicator.unit, indicator.unit),
        "group": books.group(),
    }
    kind = BY_MEASURE.get(indicator.measure or "")
    if kind is None or not fits(kind, indicator.unit):
        return found(
            "not_enough_data",
            "ยังไม่ได้ระบุว่า “{name}” นับจากบันทึกใดในสมุด จึงยังบอกผลไม่ได้",
            "Nobody has said yet which records of the books answer “{name}”, so no result is told.",
            slots,
        )
    numerator = books.value(kind.numerator)
    denominator = books.value(kind.denominator) if kind.denominator else 1
    now = actual(kind, numerator, denominator)
    if now is None or (kind.denominator is None and not books.take(kind.among or kind.numerator).rows):
        return found(
            "not_enough_data",
            "สมุดของ{group}ยังไม่มีบันทึกพอจะนับ “{name}”",
            "The books of {group} do not hold enough yet to count “{name}”.",
            slots,
        )
    if kind.sealed and not may_be_told(books, numerator, denominator):
        return found(
            "not_enough_data",
            "ไม่แสดงผลของ “{name}” เพื่อไม่ให้รู้คำตอบของใครคนหนึ่ง",
            "The result of “{name}” is not shown, so that nobody's own answer can be told from it.",
            slots,
        )
    return _told(books, indicator, kind, now, slots)


def may_be_told(books: Books, numerator: int, denominator: int) -> bool:
    """Return whether a count of what was answered in confidence is one that the claim about happiness tells as well.

    Where the two differed, each would give away what the other withholds.
    """
    if too_near_an_edition(books):
        return False
    seen = look(books)
    return seen.improved == numerator and seen.ladder.pairs == denominator


def _told(books: Books, indicator: Indicator, kind: IndicatorKind, now: Fraction, slots: Slots) -> Finding:
    target = Fraction(indicator.target, 100)
    baseline = None if indicator.baseline is None else Fraction(indicator.baseline, 100)
    stands = standing(baseline, target, now, kind.better)
    promised = (target,) if baseline is None else (target, baseline)
    how = written(kind, indicator.unit, (now, *promised), promised)
    figures = {"target": how.figure("target", target), "actual": how.figure("actual", now)}
    if baseline is not None:
        figures["baseline"] = how.figure("baseline", baseline)
    slots |= figures
    slots["counted"] = Name(kind.th, kind.en)
    th = _figures(how.th, (("ก่อน", "baseline"), ("เป้า", "target"), ("ตอนนี้", "actual")), figures, " ")
    en = _figures(how.en, (("before", "baseline"), ("target", "target"), ("now", "actual")), figures, ", ")
    behind = _behind(books, kind, slots)
    verdict, why = _VERDICTS[stands], _WHY.get(stands, ("", ""))
    if verdict == "supported" and _only_of_some(books, kind, target):
        verdict, why = "partly", _ONLY_OF_SOME
    drawn = Drawn(
        how.pieces(figures["baseline"]) if baseline is not None else None,
        how.pieces(figures["target"]), how.pieces(figures["actual"]), kind.better,
    )  # fmt: skip
    return found(
        verdict,
        f"{_SAID[stands][0]} {th}{behind[0]}",
        f"{_SAID[stands][1]}: {en}{behind[1]}",
        slots,
        statistics={name: figure.value for name, figure in figures.items()},
        picture=bullet_of(drawn, indicator.name, how.drawn),
        why=why,
    )


def _figures(
    words: str, titles: tuple[tuple[str, str], ...], known: Mapping[str, Figure], between: str
) -> str:
    return between.join(f"{title} {words % name}" for title, name in titles if name in known)


def _only_of_some(books: Books, kind: IndicatorKind, target: Fraction) -> bool:
    """Return whether the share would miss its target if nobody who is missing counted."""
    if kind.everybody is None:
        return False
    of_all = actual(kind, books.value(kind.numerator), books.value(kind.everybody))
    return of_all is None or of_all < target


def _behind(books: Books, kind: IndicatorKind, slots: Slots) -> tuple[str, str]:
    """Return what stands behind a share or an average: so many of so many."""
    if kind.denominator is None:
        return "", "."
    slots |= {"part": books.figure(kind.numerator), "whole": books.figure(kind.denominator)}
    if kind.how == "percent":
        return " ({counted} {part} จาก {whole})", " ({counted}: {part} of {whole})."
    return (
        " (รวม {part} บาท นับเดือนของทุกคนรวมกันได้ {whole} เดือน)",
        " ({part} baht over {whole} months of pay, all members together).",
    )


def indicators_reached(books: Books) -> list[Claim]:
    """Return one claim for each indicator; where none is set, the one that says so."""
    return [_claim(indicator) for indicator in programme.indicators(books.book, books.last_entry)] or [
        Claim(
            "programme.indicators_reached",
            "programme",
            "ถึงเป้าตามตัวชี้วัดหรือไม่",
            "Were the indicators reached?",
            _none_set,
        )
    ]


def _claim(indicator: Indicator) -> Claim:
    kind = BY_MEASURE.get(indicator.measure or "")
    return Claim(
        "programme.indicators_reached",
        "programme",
        f"ตัวชี้วัด “{indicator.name}” ถึงเป้าหรือไม่",
        f"Was the indicator “{indicator.name}” reached?",
        lambda books: judge_indicator(books, indicator),
        sealed=kind is not None and kind.sealed,
        about=indicator.name,
    )


def _none_set(books: Books) -> Finding:
    books.take("indicators.set")
    return found(
        "not_enough_data",
        "{group}ยังไม่ได้ตั้งตัวชี้วัดไว้ในสมุด",
        "{group} has set no indicators in its books yet.",
        {"group": books.group()},
    )

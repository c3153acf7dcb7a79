"""Welfare in plain words: a rule as people would say it."""

from kwan.fund.rules.welfare import MONTHS_A_YEAR, UNITS, Rule
from kwan.quantities import format_baht
from kwan.web.language import Pair, say


def _baht(satang: int) -> Pair:
    return (f"{format_baht(satang)} บาท", f"{format_baht(satang)} baht")


def rule_words(rule: Rule) -> list[str]:
    """Return what a rule gives, in a few short phrases of the page's language."""
    return [say(phrase) for phrase in _phrases(rule)]


def _phrases(rule: Rule) -> list[Pair]:
    if rule.is_ended:
        return [("กลุ่มเลิกให้เรื่องนี้แล้ว", "The group gives nothing for this any more")]
    th, en = _baht(rule.amount)
    unit = UNITS[rule.unit]
    found: list[Pair] = [(f"{unit[0]}ละ {th}", f"{en} a {unit[1]}")]
    found += [_from(step.years, step.amount) for step in rule.steps]
    if rule.event_most is not None:
        th, en = _baht(rule.event_most)
        found.append((f"ครั้งหนึ่งไม่เกิน {th}", f"at most {en} for one event"))
    if rule.year_most is not None:
        th, en = _baht(rule.year_most)
        found.append((f"ปีหนึ่งไม่เกิน {th}", f"at most {en} a year"))
    if rule.waiting:
        found.append(_waiting(rule.waiting))
    return found


def _from(years: int, amount: int) -> Pair:
    th, en = _baht(amount)
    return (f"เป็นสมาชิกครบ {years} ปี ได้ {th}", f"{en} after {years} years of membership")


def _waiting(months: int) -> Pair:
    if months % MONTHS_A_YEAR:
        return (f"ต้องเป็นสมาชิกครบ {months} เดือน", f"after {months} months of membership")
    years = months // MONTHS_A_YEAR
    return (f"ต้องเป็นสมาชิกครบ {years} ปี", f"after {years} year{'s' * (years > 1)} of membership")

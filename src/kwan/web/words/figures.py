"""How one value of a body is written in words: a sum, a weight, a day, a place, a list."""

from collections.abc import Callable, Mapping
from typing import Any

from kwan.fund.rules.bylaws import BYLAWS
from kwan.fund.rules.cycle.terms import PERSONAL
from kwan.fund.rules.welfare import EVENTS
from kwan.journal.rules import day_of
from kwan.quantities import format_baht, format_kilograms
from kwan.thai.places import names
from kwan.web.language import Pair
from kwan.web.words.codes import word
from kwan.web.words.dates import thaidate
from kwan.web.words.loans import RULE_WORDS

Say = Callable[[Any, str], str]


def baht(satang: int, lang: str) -> str:
    """Write satang as baht."""
    return f"{format_baht(satang, 2)}\N{NO-BREAK SPACE}{'baht' if lang == 'en' else 'บาท'}"


def kilograms(grams: int, lang: str) -> str:
    """Write grams as kilograms."""
    return f"{format_kilograms(grams)}\N{NO-BREAK SPACE}{'kg' if lang == 'en' else 'กก.'}"


def thousandths(quantity: int, _lang: str) -> str:
    """Write a quantity that is kept in thousandths of its unit."""
    whole, rest = divmod(quantity, 1000)
    return f"{whole:,}" + (f".{rest:03d}".rstrip("0") if rest else "")


def hundredths(quantity: int, _lang: str) -> str:
    """Write a figure that is kept in hundredths of its unit."""
    whole, rest = divmod(quantity, 100)
    return f"{whole:,}" + (f".{rest:02d}".rstrip("0") if rest else "")


def day(number: int, lang: str) -> str:
    """Write a yyyymmdd day."""
    return thaidate(day_of(number), lang)


def place(code: int, lang: str) -> str:
    """Write a sub-district or district by its code."""
    found = names(code)
    thai = (("ต.", found.subdistrict_th), ("อ.", found.district_th))
    english = (("", found.subdistrict_en), ("", found.district_en))
    said = [f"{mark}{name}" for mark, name in (english if lang == "en" else thai) if name]
    return (", " if lang == "en" else " ").join(said)


def plain(value: object, _lang: str) -> str:
    """Write what somebody wrote."""
    return str(value)


def counted(value: int, _lang: str) -> str:
    """Write a count."""
    return f"{value:,}"


def done(value: object, lang: str) -> str:
    """Write whether a check was done."""
    return ("done", "not yet")[not value] if lang == "en" else ("ครบ", "ยังไม่ครบ")[not value]


def boxes(value: list[dict[str, Any]], lang: str) -> str:
    """Write what was counted in the box of each purse, beside what should be there."""
    written = "written" if lang == "en" else "จด"
    return " · ".join(
        f"{word('account', 'purse:' + one['purse'], lang)} {baht(one['counted'], lang)} ({written} {baht(one['expected'], lang)})"
        for one in value
    )


def purse(value: str, lang: str) -> str:
    """Write which purse."""
    return word("account", f"purse:{value}", lang)


def agreed(value: object, lang: str) -> str:
    """Write whether somebody agreed."""
    return ("agreed", "not agreed")[not value] if lang == "en" else ("ตกลง", "ไม่ตกลง")[not value]


def listed(value: list[str], _lang: str) -> str:
    """Write several names in a row."""
    return " · ".join(map(str, value))


def how_many(value: list[str], lang: str) -> str:
    """Write how many are named, and no name."""
    return f"{len(value)}\N{NO-BREAK SPACE}{'people' if lang == 'en' else 'คน'}"


def many(value: list[Any], _lang: str) -> str:
    """Write how many there are."""
    return f"{len(value):,}"


def days(value: list[int], lang: str) -> str:
    """Write several days in a row."""
    return " · ".join(day(each, lang) for each in value)


def items(value: list[dict[str, Any]], lang: str) -> str:
    """Write the products of an order."""
    return " · ".join(item(one, lang) for one in value)


def item(one: dict[str, Any], lang: str) -> str:
    """Write one product of an order, as it is counted and priced."""
    many = " ".join(filter(None, [f"{one['quantity']:,}", one.get("unit")]))
    return f"{one['product']} {many} × {baht(one['unit_price'], lang)}"


def steps(value: list[dict[str, int]], lang: str) -> str:
    """Write from how many years on a rule gives how much."""
    years = "years" if lang == "en" else "ปี"
    return " · ".join(f"{step['years']} {years}: {baht(step['amount'], lang)}" for step in value)


def coded(family: str) -> Say:
    """Return the way to write a code of this family."""
    return lambda code, lang: word(family, code, lang)


def one_of(words: Mapping[Any, Pair]) -> Say:
    """Return the way to write a code that has its words here; another is written as it is."""
    return lambda code, lang: words.get(str(code), (str(code), str(code)))[lang == "en"]


def rule_name(name: object, lang: str) -> str:
    """Write which of the group's rules; any other name as it is."""
    law = BYLAWS.get(str(name))
    return str(name) if law is None else (law.th, law.en)[lang == "en"]


def rule_value(value: object, lang: str) -> str:
    """Write what a rule is set to: its codes in words, anything else as the group wrote it."""
    parts = [part.strip() for part in str(value).split(",")]
    if all(part in RULE_WORDS for part in parts):
        return ", ".join(RULE_WORDS[part][lang == "en"] for part in parts)
    return str(value)


def event(code: object, lang: str) -> str:
    """Write what happened: to a supply, or so that welfare is given."""
    return word("welfare_event" if code in EVENTS else "event", code, lang)


def outcome_told(outcome: dict[str, Any], lang: str) -> str:
    """Write what a closing comes to: to how many members, and what is set aside; nobody by name."""
    portions = outcome.get("portions", [])
    parts = ("regular", "special", "shares", "dividend", "refund")
    handed = sum(portion.get(part, 0) for portion in portions for part in parts)
    kept = sum(one.get("satang", 0) for one in outcome.get("buckets", []) if one["name"] not in PERSONAL)
    to, aside = ("to members", "set aside") if lang == "en" else ("ให้สมาชิก", "กันไว้")
    return f"{to} {baht(handed, lang)} ({how_many(portions, lang)}) · {aside} {baht(kept, lang)}"


def closing_told(closing: dict[str, Any], lang: str) -> str:
    """Write a closing: its days, and what it comes to."""
    days_ = f"{day(closing['since'], lang)} – {day(closing['until'], lang)}"
    return f"{days_} · {outcome_told(closing.get('outcome', {}), lang)}"

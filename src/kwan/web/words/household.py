"""A household's book in plain words: lenders, prices, bands, ways out. Nothing here says what somebody should do."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from kwan.fund.queries.household import OutsideDebt
from kwan.fund.rules import outside_debts
from kwan.fund.rules.household import READERS, SORTS, Band
from kwan.fund.rules.outside_debts import PERIODS, Known, Out, Period, Route
from kwan.journal.rules import day_of
from kwan.quantities import format_baht
from kwan.web.language import Pair, say
from kwan.web.words.codes import ROLES
from kwan.web.words.dates import monthyear, thaidate
from kwan.web.words.loans import per_cent

NATURES: Final[Mapping[str, Pair]] = {
    "village_fund": ("กองทุนหมู่บ้าน", "Village fund"),
    "baac": ("ธ.ก.ส.", "BAAC"),
    "cooperative": ("สหกรณ์", "Co-operative"),
    "leasing": ("ไฟแนนซ์ ลีสซิ่ง", "Leasing"),
    "informal": ("เงินกู้นอกระบบ", "Informal lender"),
    "shop": ("ร้านค้า เงินเชื่อ", "Shop credit"),
    "relatives": ("ญาติ เพื่อนบ้าน", "Relatives, neighbours"),
    "bank": ("ธนาคาร บัตร", "Bank, card"),
    "other": ("อื่น ๆ", "Other"),
}
EACH: Final[Mapping[Period, Pair]] = {
    "day": ("ทุกวัน", "every day"),
    "week": ("ทุกสัปดาห์", "every week"),
    "month": ("ทุกเดือน", "every month"),
    "year": ("ปีละครั้ง", "once a year"),
}
PER: Final[Mapping[Period, Pair]] = {
    "day": ("ต่อวัน", "a day"),
    "week": ("ต่อสัปดาห์", "a week"),
    "month": ("ต่อเดือน", "a month"),
    "year": ("ต่อปี", "a year"),
}
TIMES: Final[Mapping[Period, Pair]] = {
    "day": ("วัน", "days"),
    "week": ("สัปดาห์", "weeks"),
    "month": ("เดือน", "months"),
    "year": ("ปี", "years"),
}
PRICES: Final[Mapping[str, Pair]] = {
    "rate": ("รู้ดอกเบี้ย คิดจากที่ยังค้าง", "A rate on what is still owed"),
    "flat": ("รู้ดอกเบี้ย คิดจากเงินก้อนแรกไปตลอด", "A flat rate on the first sum"),
    "instalments": ("รู้แค่ว่าส่งกี่งวด งวดละเท่าไร", "Only how many instalments of how much"),
    "none": ("ไม่มีดอกเบี้ย", "No interest"),
    "nothing": ("ยังไม่รู้", "Not known yet"),
}
BANDS: Final[Mapping[Band, Pair]] = {
    "to_36": ("อยู่ในช่วงไม่เกิน 36%", "within 36%"),
    "to_40": ("อยู่ระหว่าง 36% กับ 40%", "between 36% and 40%"),
    "over_40": ("อยู่ในช่วงเกิน 40%", "above 40%"),
}
ROUTES: Final[Mapping[Route, Pair]] = {
    "as_now": ("ส่งเท่าที่ต้องส่ง", "Only what must be paid"),
    "snowball": ("ปิดก้อนเล็กก่อน", "The smallest first"),
    "avalanche": ("ปิดก้อนที่ดอกแพงก่อน", "The dearest first"),
    "own": ("ลำดับที่เราเรียงเอง", "Our own order"),
}
ABOUT_ROUTES: Final[Mapping[Route, Pair]] = {
    "as_now": (
        "ไม่เพิ่มเงิน ก้อนไหนหมด เอาเงินงวดนั้นไปส่งก้อนที่ดอกแพงต่อ",
        "Nothing added; what a paid-off debt took goes on to the dearest that is left.",
    ),
    "snowball": ("เห็นหนี้หมดไปทีละก้อนเร็ว", "One debt less soon."),
    "avalanche": ("เสียดอกเบี้ยรวมน้อยที่สุด", "The least interest in all."),
    "own": ("เช่น เจ้าหนี้ที่กดดันที่สุดก่อน", "For example the lender who presses most."),
}


def nature(code: str) -> str:
    """Say what kind of lender it is."""
    return say(NATURES[code])


def percent(rate: Decimal) -> str:
    """Write a per cent with thousands set apart: 23,919.09."""
    whole, _, rest = per_cent(rate).partition(".")
    return f"{int(whole):,}" + (f".{rest}" if rest else "")


def price(debt: OutsideDebt) -> str:
    """Say a debt's price as its own paper has it."""
    known: Known = debt.price.known
    if known == "nothing":
        return say(("ยังไม่รู้ดอกเบี้ย", "The price is not known yet"))
    if known == "instalments":
        got, each = format_baht(debt.price.received), format_baht(debt.price.each)
        th, en = TIMES[debt.price.every]
        return say((
            f"รับเงิน {got} บาท ส่ง {each} บาท × {debt.price.times:,} {th}",
            f"{got} baht received, {each} baht × {debt.price.times:,} {en}",
        ))  # fmt: skip
    if not debt.price.rate:
        return say(("ไม่มีดอกเบี้ย", "No interest"))
    rate, (th, en) = percent(Decimal(debt.price.rate) / 100), PER[debt.price.per]
    flat = (" คงที่จากเงินก้อนแรก", ", flat on the first sum") if known == "flat" else ("", "")
    return say((f"ร้อยละ {rate} {th}{flat[0]}", f"{rate} per cent {en}{flat[1]}"))


def how_reckoned(debt: OutsideDebt) -> str:
    """Say how the yearly rate came about; empty where its paper already says it."""
    if debt.yearly is None or not debt.yearly:
        return ""
    every: Period = debt.price.every if debt.price.known != "rate" else debt.price.per
    if debt.price.known == "rate" or (debt.price.known == "flat" and not debt.price.times):
        if every == "year" or debt.price.per == "year":
            return ""
        every, each = debt.price.per, percent(Decimal(debt.price.rate) / 100)
    else:
        each = f"{debt.yearly / PERIODS[every]:.3f}".rstrip("0").rstrip(".")
    times, (th, en) = PERIODS[every], PER[every]
    return say((f"ร้อยละ {each} {th} × {times}", f"{each} per cent {en} × {times}"))


def route(code: Route) -> str:
    """Say which way out it is."""
    return say(ROUTES[code])


def length(months: int) -> str:
    """Write so many months as people say them: 22 months are a year and ten months."""
    years, rest = divmod(months, 12)
    th = [f"{years} ปี" if years else "", f"{rest} เดือน" if rest or not years else ""]
    en = [
        f"{years} year{'s' * (years > 1)}" if years else "",
        f"{rest} month{'s' * (rest != 1)}" if rest or not years else "",
    ]
    return say((" ".join(filter(None, th)), " ".join(filter(None, en))))


def comes_to(out: Out) -> str:
    """Say in a few words where a way leads."""
    if out.months is None or out.interest is None:
        return say(("ไม่หมด", "never ends"))
    sum_ = format_baht(out.interest)
    return say((f"{out.months:,} เดือน ดอก {sum_}", f"{out.months:,} months, interest {sum_}"))


# -- one's own data, taken along: what each sealed value is called ------------------------------------

Say = Callable[[int], Pair]


def _sum(satang: int) -> Pair:
    return f"{format_baht(satang, 2)} บาท", f"{format_baht(satang, 2)} baht"


def _day(number: int) -> Pair:
    """A day, or a whole month."""
    if number % 100:
        return thaidate(day_of(number), "th"), thaidate(day_of(number), "en")
    month = day_of(number + 1)
    return monthyear(month, "th"), monthyear(month, "en")


def _rate(hundredths: int) -> Pair:
    rate = percent(Decimal(hundredths) / 100)
    return f"ร้อยละ {rate}", f"{rate} per cent"


def _count(number: int) -> Pair:
    return f"{number:,}", f"{number:,}"


def _sort(number: int) -> Pair:
    sort = SORTS[number]
    return sort.th, sort.en


def _of(codes: Sequence[str], pairs: Mapping[Any, Pair]) -> Say:
    return lambda place: pairs[codes[place]]


SEALED: Final[Mapping[str, tuple[Pair, Say]]] = {
    "day": (("วันที่", "Day"), _day),
    "sort": (("เรื่อง", "What"), _sort),
    "satang": (("จำนวนเงิน", "Sum"), _sum),
    "debt": (("หนี้ที่จดในรายการ", "Debt of entry"), _count),
    "nature": (("หนี้แบบไหน", "Kind of lender"), _of(outside_debts.NATURES, NATURES)),
    "balance": (("ยังเป็นหนี้อยู่", "Still owed"), _sum),
    "known": (("รู้ดอกเบี้ยแค่ไหน", "How much of the price is known"), _of(outside_debts.KNOWN, PRICES)),
    "rate": (("ดอกเบี้ย", "Interest"), _rate),
    "per": (("ต่อ", "For"), _of(outside_debts.EVERY, PER)),
    "received": (("เงินที่ได้รับ", "Received"), _sum),
    "times": (("จำนวนงวด", "Instalments"), _count),
    "each": (("งวดละ", "Each"), _sum),
    "every": (("งวดหนึ่ง", "One instalment"), _of(outside_debts.EVERY, EACH)),
    "yearly": (("ดอกเบี้ยต่อปีที่เทียบกันได้", "Interest a year, comparable"), _rate),
    "cost": (("ต้นทุนต่อปี", "Cost a year"), _sum),
    "pays": (("ต้องส่งครั้งละ", "To be paid each time"), _sum),
    "pays_every": (("ส่งทุก", "How often"), _of(outside_debts.EVERY, EACH)),
    "since": (("กู้เมื่อ", "Borrowed on"), _day),
    "paid": (("ส่งแล้ว", "Paid"), _sum),
    "route": (("ทางที่เลือก", "Way chosen"), _of(outside_debts.ROUTES, ROUTES)),
    "extra": (("เพิ่มเดือนละ", "More each month"), _sum),
    "with_group": (("คิดเงินกู้ของกลุ่มด้วย", "With the group's own loan"), lambda _one: ("ใช่", "yes")),
    "role": (("เปิดให้", "Opened to"), _of(READERS, ROLES)),
    "until": (("ถึงวันที่", "Until"), _day),
}
TEXTS: Final[Mapping[str, Pair]] = {
    "words": ("เขียนกันลืม", "Note"),
    "creditor": ("เป็นหนี้ใคร", "Owed to"),
    "due": ("ส่งวันไหน", "Due"),
    "collateral": ("หลักประกัน", "Pledged"),
    "guarantor": ("ผู้ค้ำ", "Guarantor"),
    "purpose": ("กู้มาทำอะไร", "What for"),
    "own": ("ลำดับที่เรียงเอง (เลขรายการ)", "Own order (entries)"),
}


def sealed_value(name: str, value: int | str | None, lang: str) -> Pair:
    """Return what a sealed value of a household book is called, and the value in words; one that is gone is a dash."""
    en = lang == "en"
    if not isinstance(value, int):
        return TEXTS[name][en], value or "–"
    label, said = SEALED[name]
    return label[en], said(value)[en]

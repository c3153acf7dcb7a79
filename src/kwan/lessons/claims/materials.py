"""Claims about what goes into the goods: did its prices rise, and was it scarce?"""

from decimal import Decimal

from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.claims.trends import early_and_late, ends_agree, trend_statistics
from kwan.lessons.claims.wording import listed
from kwan.lessons.rules import Finding, Name, Slot, found
from kwan.wellbeing.rules import Trend, rises

Slots = dict[str, Slot | tuple[Slot, ...]]


def _prices(books: Books) -> dict[str, dict[int, int]]:
    """Return each material's price a unit by month (yyyymm)."""
    prices: dict[str, dict[int, int]] = {}
    for part, price in books.parts("purchases.price").items():
        material, _, month = part.rpartition("/")
        prices.setdefault(material, {})[int(month)] = price
    return prices


def input_prices_rose(books: Books) -> Finding:
    """Answer "input prices rose": each material's price a unit, month by month, by the rule for a rise."""
    prices = _prices(books)
    trends = {
        material: rises(price for _, price in sorted(series.items())) for material, series in prices.items()
    }
    judged = {material: trend for material, trend in trends.items() if trend.direction != "too_few"}
    slots: Slots = {"group": books.group()}
    if not judged:
        return found(
            "not_enough_data",
            "สมุดของ{group}มีราคาซื้อวัตถุดิบไม่ถึงหกเดือน จึงยังบอกไม่ได้ว่าราคาสูงขึ้นหรือไม่",
            "The books of {group} hold less than six months of prices for any material, so they cannot say whether prices rose.",
            slots,
        )
    up = [material for material, trend in judged.items() if trend.direction == "rising"]
    down = [material for material, trend in judged.items() if trend.direction == "falling"]
    slots |= {
        "up": calculated("risen", len(up), "count"),
        "down": calculated("fallen", len(down), "count"),
        "judged": calculated("judged", len(judged), "count"),
    }
    statistics = {"risen": len(up), "fallen": len(down), "judged": len(judged), **_each_trend(judged)}
    rows = [_ends(books, material, prices[material], judged[material]) for material in (up or down or judged)]
    th, en = listed(slots, rows, "{a} จาก {b} เป็น {c} บาทต่อหน่วย", "{a} from {b} to {c} baht a unit")
    if up:
        return found(
            "supported" if len(up) == len(judged) else "partly",
            f"ราคาวัตถุดิบสูงขึ้น {{up}} จาก {{judged}} อย่างที่ซื้อหกเดือนขึ้นไป คือ {th}",
            f"Prices rose for {{up}} of {{judged}} materials bought over six months or more: {en}.",
            slots, statistics=statistics, table=tuple(rows),
            why=("", "") if len(up) == len(judged) else ("ไม่ได้สูงขึ้นทุกอย่าง", "Not all of them rose."),
        )  # fmt: skip
    if down:
        return found(
            "not_supported",
            f"ราคาวัตถุดิบลดลง {{down}} จาก {{judged}} อย่างที่ซื้อหกเดือนขึ้นไป คือ {th}",
            f"Prices fell for {{down}} of {{judged}} materials bought over six months or more: {en}.",
            slots, statistics=statistics, table=tuple(rows),
            why=("ข้อมูลชี้ไปอีกทางหนึ่ง", "The books point the other way."),
        )  # fmt: skip
    return found(
        "not_supported",
        f"ราคาวัตถุดิบที่ซื้อหกเดือนขึ้นไป {{judged}} อย่าง คือ {th}",
        f"Prices of {{judged}} materials bought over six months or more: {en}.",
        slots, statistics=statistics, table=tuple(rows),
        why=("ยังไม่เห็นแนวโน้มที่ชัด", "There is no clear trend."),
    )  # fmt: skip


def _ends(books: Books, material: str, series: dict[int, int], trend: Trend) -> tuple[Slot, ...]:
    """Return a material with its first and last price, or where these mislead the middle of its first and last third."""
    first, last = min(series), max(series)
    name = Name(material, material)
    if trend.direction == "flat" or ends_agree(trend, series[first], series[last]):
        return name, *(books.figure("purchases.price", f"{material}/{month}") for month in (first, last))
    early, late = early_and_late(trend)
    return (
        name,
        calculated(f"{material}: early", int(early), "price"),
        calculated(f"{material}: late", int(late), "price"),
    )


def _each_trend(judged: dict[str, Trend]) -> dict[str, int | Decimal | str | bool | None]:
    facts: dict[str, int | Decimal | str | bool | None] = {}
    for material, trend in judged.items():
        told = trend_statistics(trend)
        early, late = early_and_late(trend)
        facts |= {f"{material}: direction": told["direction"], f"{material}: p": told["p"]}
        facts |= {f"{material}: early": int(early), f"{material}: late": int(late)}
    return facts


def supply(books: Books) -> Finding:
    """Answer "the material was scarce": only from notes that it was. Why it was scarce is nobody's to say here."""
    slots: Slots = {"group": books.group(), "times": books.figure("supply.scarce")}
    rows = [(Name(part, part), books.figure("supply.scarce", part)) for part in books.parts("supply.scarce")]
    if not rows:
        return found(
            "not_enough_data",
            "สมุดของ{group}ยังไม่มีบันทึกว่าวัตถุดิบหายากหรือหมดวันใด จึงยังบอกไม่ได้ว่าวัตถุดิบมีน้อย",
            "The books of {group} do not note on which days material was scarce or gone, so they cannot say that it was.",
            slots,
        )
    th, en = listed(slots, rows, "{a} {b} ครั้ง", "{a}, times noted: {b}")
    return found(
        "supported",
        f"มีบันทึกว่าวัตถุดิบหายากหรือไม่มี {{times}} ครั้ง คือ {th}",
        f"Material is noted as scarce or gone {{times}} times ({en}).",
        slots, table=tuple(rows),
    )  # fmt: skip


CLAIMS = (
    Claim(
        "production.input_prices_rose",
        "production",
        "ราคาวัตถุดิบสูงขึ้นหรือไม่",
        "Did input prices rise?",
        input_prices_rose,
    ),
    Claim("production.supply", "production", "วัตถุดิบมีน้อยหรือไม่", "Was material scarce?", supply),
)

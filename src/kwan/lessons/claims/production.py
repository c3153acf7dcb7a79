"""Claims about production: the clean place, the checks, every part of the plant, orders, home work, prices."""

from kwan.lessons.claims.events import Dated, events_of
from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.claims.pictured import columns_by_month, dots_of, plant_of
from kwan.lessons.claims.wording import listed
from kwan.lessons.rules import Finding, Name, Slot, found
from kwan.production.rules import CHECKS

Slots = dict[str, Slot | tuple[Slot, ...]]


def _no_batches(books: Books, th: str, en: str) -> Finding:
    return found(
        "not_enough_data",
        f"สมุดของ{{group}}ยังไม่มีบันทึกการผลิต จึงยังบอกไม่ได้ว่า{th}",
        f"The books of {{group}} hold no batches yet, so they cannot say {en}.",
        {"group": books.group()},
    )


def clean_place(books: Books) -> Finding:
    """Answer "the place was clean": the check of the place, over all batches."""
    batches, clean = books.value("batches.count"), books.parts("batches.by_check").get("clean", 0)
    if not batches:
        return _no_batches(books, "สถานที่สะอาดหรือไม่", "whether the place was clean")
    slots: Slots = {
        "group": books.group(),
        "clean": books.figure("batches.by_check", "clean"),
        "batches": books.figure("batches.count"),
    }
    if not clean:
        return found(
            "not_enough_data",
            "สมุดมีการผลิต {batches} รอบ แต่ยังไม่มีบันทึกการตรวจความสะอาดของสถานที่",
            "The books hold {batches} batches, but no check of the place was noted yet.",
            slots,
        )
    picture = dots_of(clean, batches)
    if clean == batches:
        return found(
            "supported",
            "มีบันทึกว่าสถานที่สะอาดก่อนผลิตทุกรอบ ทั้ง {batches} รอบ",
            "The place was noted as clean before every one of the {batches} batches.",
            slots, picture=picture,
        )  # fmt: skip
    th = "มีบันทึกว่าสถานที่สะอาดก่อนผลิต {clean} จาก {batches} รอบ"
    en = "The place was noted as clean before {clean} of {batches} batches."
    if 2 * clean > batches:
        why = ("รอบที่เหลือไม่มีเครื่องหมายในช่องนี้", "For the other batches the box is empty.")
        return found("partly", th, en, slots, picture=picture, why=why)
    why = ("ยังไม่เกินครึ่งของรอบที่ผลิต", "This is not more than half of the batches.")
    return found("not_supported", th, en, slots, picture=picture, why=why)


def every_batch_checked(books: Books) -> Finding:
    """Answer "every time": all checks noted for every batch. Who writes down what lacks is never shamed for it."""
    batches, checked = books.value("batches.count"), books.value("batches.checked")
    if not batches:
        return _no_batches(books, "ตรวจครบก่อนผลิตทุกรอบหรือไม่", "whether every batch was checked")
    slots: Slots = {
        "group": books.group(),
        "checked": books.figure("batches.checked"),
        "batches": books.figure("batches.count"),
        "left": calculated("left", batches - checked, "count"),
        "items": calculated("items", len(CHECKS), "count"),
        "checks": tuple(Name(*words) for words in CHECKS.values()),
    }
    rows = tuple((Name(*words), books.figure("batches.by_check", code)) for code, words in CHECKS.items())
    if not any(books.parts("batches.by_check").values()):
        return found(
            "not_enough_data",
            "สมุดมีการผลิต {batches} รอบ แต่ยังไม่มีบันทึกการตรวจก่อนผลิต",
            "The books hold {batches} batches, but no checks before them were noted yet.",
            slots,
        )
    picture = dots_of(checked, batches)
    if checked == batches:
        return found(
            "supported",
            "สมาชิกตรวจครบทั้ง {items} ข้อก่อนผลิตทุกครั้ง คือ {checked} จาก {batches} รอบ ({checks})",
            "All {items} checks were done before every batch: {checked} of {batches} ({checks}).",
            slots, statistics={"items": len(CHECKS)}, picture=picture, table=rows,
        )  # fmt: skip
    # Not every batch, but most: that is more than a group can show that wrote nothing down.
    return found(
        "partly" if 2 * checked > batches else "not_supported",
        "กลุ่มจดการตรวจก่อนผลิตไว้ และตรวจครบทั้ง {items} ข้อ {checked} จาก {batches} รอบ",
        "The group writes its checks down: all {items} were done in {checked} of {batches} batches.",
        slots,
        statistics={"items": len(CHECKS), "left": batches - checked},
        picture=picture,
        table=rows,
        why=(
            "อีก {left} รอบยังไม่ครบทุกข้อในบันทึก จึงยังไม่ใช้คำว่า “ทุกครั้ง”",
            "In {left} batches a box is empty, so “every time” is not said.",
        ),
    )


def every_part_used(books: Books) -> Finding:
    """Answer "every part is used": the parts the group declared, against those that became goods."""
    declared, used = books.parts("parts.declared"), books.parts("parts.used")
    grams = {part: amount for part, amount in books.parts("batches.by_part").items() if part and amount}
    slots: Slots = {
        "group": books.group(),
        "declared": books.figure("parts.declared"),
        "used": books.figure("parts.used"),
    }
    rows = [(Name(part, part), books.figure("batches.by_part", part)) for part in grams]
    th, en = listed(slots, rows, "{a} {b} กก.", "{a} {b} kg")
    if not declared:
        recorded = (f" สมุดมีบันทึกการใช้ {th}", f" The books note the use of {en}.") if rows else ("", "")
        return found(
            "not_enough_data",
            f"{{group}}ยังไม่ได้ระบุว่าวัตถุดิบมีส่วนใดบ้าง จึงยังบอกไม่ได้ว่าใช้ครบทุกส่วน{recorded[0]}",
            f"{{group}} has not said yet which parts its material has, so nobody can say that every part is used.{recorded[1]}",
            slots, table=tuple(rows), picture=plant_of(grams) if grams else None,
        )  # fmt: skip
    known = {part: grams.get(part, 0) for part in declared}
    unused = tuple(Name(part, part) for part in declared if not used.get(part))
    slots["unused"] = unused
    picture, table = (
        plant_of(known),
        tuple((Name(part, part), books.figure("batches.by_part", part)) for part in known),
    )
    if not unused:
        return found(
            "supported",
            f"ใช้วัตถุดิบครบทุกส่วนที่ระบุไว้ {{used}} จาก {{declared}} ส่วน คือ {th}",
            f"Every declared part is used, {{used}} of {{declared}}: {en}.",
            slots, picture=picture, table=table,
        )  # fmt: skip
    return found(
        "not_supported",
        "วัตถุดิบที่ระบุไว้ {declared} ส่วน มีบันทึกว่าทำเป็นสินค้าแล้ว {used} ส่วน",
        "Of {declared} declared parts, {used} are noted as made into goods.",
        slots, picture=picture, table=table,
        why=("ส่วนที่ยังไม่มีสินค้าในบันทึกคือ {unused}", "No goods are noted yet from: {unused}."),
    )  # fmt: skip


def to_order(books: Books) -> Finding:
    """Answer "made to the customers' wishes": batches tied to an order, at least half of them."""
    batches, ordered = books.value("batches.count"), books.value("batches.to_order")
    if not batches:
        return _no_batches(books, "ผลิตตามคำสั่งซื้อหรือไม่", "whether goods are made to order")
    slots: Slots = {"ordered": books.figure("batches.to_order"), "batches": books.figure("batches.count")}
    if not ordered:
        return found(
            "not_enough_data",
            "บันทึกการผลิตทั้ง {batches} รอบไม่ได้บอกว่าทำตามใบสั่งซื้อใด จึงยังบอกไม่ได้ว่าผลิตตามที่ลูกค้าต้องการ",
            "The notes of the {batches} batches do not say for which order they were made, so it is not known whether they followed customers' wishes.",
            slots,
        )
    th = "รอบผลิตที่ทำตามใบสั่งซื้อมี {ordered} จาก {batches} รอบ"
    en = "{ordered} of {batches} batches were made for an order."
    if 2 * ordered >= batches:
        return found("supported", th, en, slots)
    why = ("ยังไม่ถึงครึ่งของรอบที่ผลิต", "This is fewer than half of the batches.")
    return found("not_supported", th, en, slots, why=why)


def home_work(books: Books) -> Finding:
    """Answer "worked at home when gathering was not possible": batches by place; the reason only beside a dated event."""
    rows = books.take("batches.home_by_month").rows
    batches, home = len(rows), books.value("batches.at_home")
    if not batches:
        return _no_batches(books, "มีการทำงานที่บ้านหรือไม่", "whether work was done at home")
    events = events_of(books)
    slots: Slots = {"home": books.figure("batches.at_home"), "batches": books.figure("batches.count")}
    if not home:
        return found(
            "not_supported",
            "บันทึกการผลิตทั้ง {batches} รอบไม่มีรอบที่ทำที่บ้าน",
            "None of the {batches} batches is noted as made at home.",
            slots,
            why=("ข้อมูลชี้ไปอีกทางหนึ่ง", "The books point the other way."),
        )
    by_month = {int(month): amount for month, amount in books.parts("batches.home_by_month").items()}
    picture = columns_by_month(by_month, "รอบผลิตที่ทำที่บ้าน", "Batches made at home")
    during = _home_during(rows, events)
    if during is None:
        return found(
            "partly",
            "มีการผลิตที่บ้าน {home} จาก {batches} รอบ",
            "{home} of {batches} batches were made at home.",
            slots, picture=picture,
            why=(
                "สมุดไม่มีเหตุการณ์ที่จดวันที่ไว้ในช่วงที่ผลิต จึงไม่ได้บอกว่าเป็นช่วงที่รวมกลุ่มไม่ได้",
                "No dated event is noted for that time, so it is not said that gathering was impossible.",
            ),
        )  # fmt: skip
    inside, inside_home = during
    slots |= {
        "event": tuple(event.name for event in events),
        "inside": calculated("inside", inside, "count"),
        "inside_home": calculated("inside_home", inside_home, "count"),
    }
    statistics = {"inside": inside, "inside_home": inside_home}
    th = "ช่วง “{event}” มีการผลิตที่บ้าน {inside_home} จาก {inside} รอบ (ทั้งหมด {home} จาก {batches} รอบ)"
    en = "During “{event}” {inside_home} of {inside} batches were made at home ({home} of {batches} in all)."
    outside, outside_home = batches - inside, home - inside_home
    if 2 * inside_home > inside and inside_home * outside >= outside_home * inside:
        return found("supported", th, en, slots, statistics=statistics, picture=picture)
    why = (
        "ในช่วงนั้นไม่ได้ทำที่บ้านมากกว่าช่วงอื่นหรือเกินครึ่ง",
        "Work at home was not more than half then, or not more than at other times.",
    )
    return found("partly", th, en, slots, statistics=statistics, picture=picture, why=why)


def _home_during(
    rows: tuple[tuple[int, int, int, str | None, int], ...], events: list[Dated]
) -> tuple[int, int] | None:
    """Return how many batches fell into the events' months, and how many of them were made at home; None for none."""
    inside = [row for row in rows if any(e.first_month <= int(str(row[3])) <= e.last_month for e in events)]
    return (len(inside), sum(row[4] for row in inside)) if inside else None


CLAIMS = (
    Claim(
        "production.clean_place",
        "production",
        "สถานที่สะอาดก่อนผลิตหรือไม่",
        "Was the place clean before work?",
        clean_place,
    ),
    Claim(
        "production.every_batch_checked",
        "production",
        "ตรวจครบก่อนผลิตทุกครั้งหรือไม่",
        "Was every batch checked?",
        every_batch_checked,
    ),
    Claim(
        "production.every_part_used",
        "production",
        "ใช้วัตถุดิบครบทุกส่วนหรือไม่",
        "Is every part of the material used?",
        every_part_used,
    ),
    Claim("production.to_order", "production", "ผลิตตามที่ลูกค้าสั่งหรือไม่", "Are goods made to order?", to_order),
    Claim(
        "production.home_work", "production", "ทำงานที่บ้านแทนหรือไม่", "Was work done at home instead?", home_work
    ),
)

"""Claims about the group's fund: what it received and spent, on what, and for whom."""

from collections.abc import Iterable

from kwan.journal import queries as journal
from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.rules import Finding, Name, Slot, found
from kwan.people import queries as people

SHORTEST_NAME = 3  # letters; shorter words are not taken for somebody's name

Slots = dict[str, Slot | tuple[Slot, ...]]


def no_fund(books: Books, th: str, en: str) -> Finding:
    """Return the answer of books that hold no fund, given what they cannot say then."""
    return found(
        "not_enough_data",
        "สมุดของ{group}ยังไม่มีสมุดกองทุน จึงยังบอกไม่ได้ว่า" + th,
        "The books of {group} hold no fund yet, so they cannot say " + en,
        {"group": books.group()},
    )


def balance(books: Books) -> Finding:
    """Answer "what did the fund receive, spend and keep": the sums of its own book."""
    books.take("fund.received")
    left = books.value("fund.balance")
    slots: Slots = {
        "group": books.group(),
        "received": books.figure("fund.received"),
        "spent": books.figure("fund.spent"),
        "left": books.figure("fund.balance"),
        "short": calculated("short", -left, "satang"),
    }
    if not books.take("fund.balance").rows:
        return no_fund(books, "กองทุนรับ จ่าย และเหลือเท่าใด", "what it received, spent and has left.")
    if left < 0:
        return found(
            "partly",
            "กองทุนของ{group}จดว่ารับ {received} บาท จ่าย {spent} บาท",
            "The fund of {group} noted {received} baht received and {spent} baht spent.",
            slots,
            statistics={"short": -left},
            why=(
                "ที่จดว่าจ่ายมากกว่าที่จดว่ารับอยู่ {short} บาท",
                "What is noted as spent exceeds what is noted as received by {short} baht.",
            ),
        )
    if books.parts("fund.balance").get("brought_forward"):
        return found(
            "supported",
            "กองทุนของ{group}มีเงินยกมา {brought} บาทเมื่อเริ่มสมุดเล่มนี้ จากนั้นรับ {received} บาท จ่าย {spent} บาท เหลือ {left} บาท",
            "The fund of {group} began this book with {brought} baht; since then it received {received} baht, "
            "spent {spent} baht and has {left} baht left.",
            {**slots, "brought": books.figure("fund.balance", "brought_forward")},
        )
    return found(
        "supported",
        "กองทุนของ{group}รับ {received} บาท จ่าย {spent} บาท เหลือ {left} บาท",
        "The fund of {group} received {received} baht, spent {spent} baht and has {left} baht left.",
        slots,
    )


def raised_for_materials(books: Books) -> Finding:
    """Answer "money was raised to buy materials": raised, and spent on materials from then on, at least as much."""
    raised = books.parts("fund.received_by_purpose").get("raised", 0)
    bought = books.parts("fund.spent_by_purpose").get("materials", 0)
    after = books.value("fund.materials_after_raising")
    slots: Slots = {
        "group": books.group(),
        "raised": books.figure("fund.received_by_purpose", "raised"),
        "bought": books.figure("fund.spent_by_purpose", "materials"),
        "after": books.figure("fund.materials_after_raising"),
    }
    if not books.take("fund.balance").rows:
        return no_fund(books, "กลุ่มระดมทุนซื้อวัตถุดิบหรือไม่", "whether money was raised for materials.")
    if raised:
        return _raised(slots, after, raised)
    if bought:
        return found(
            "not_supported",
            "กองทุนจ่ายซื้อวัตถุดิบ {bought} บาท จากเงินที่กองทุนได้รับทางอื่น",
            "The fund spent {bought} baht on materials, out of money that came in other ways.",
            slots,
            why=("สมุดกองทุนไม่มีรายการระดมทุน", "The fund's book has no money raised."),
        )
    return found(
        "not_supported",
        "สมุดกองทุนของ{group}ยังไม่มีรายการระดมทุนหรือซื้อวัตถุดิบ",
        "The fund's book of {group} has neither money raised nor materials bought yet.",
        slots,
    )


def _raised(slots: Slots, after: int, raised: int) -> Finding:
    if not after:
        return found(
            "partly",
            "กลุ่มระดมทุนได้ {raised} บาท",
            "The group raised {raised} baht.",
            slots,
            why=(
                "หลังจากระดมทุน กองทุนยังไม่มีรายการซื้อวัตถุดิบ",
                "Since then the fund's book has no purchase of materials.",
            ),
        )
    said = (
        "กลุ่มระดมทุนได้ {raised} บาท และหลังจากนั้นกองทุนจ่ายซื้อวัตถุดิบ {after} บาท",
        "The group raised {raised} baht, and from then on the fund spent {after} baht on materials.",
    )
    if after < raised:
        why = ("จ่ายซื้อวัตถุดิบยังไม่ครบเท่าที่ระดมได้", "Less was spent on materials than was raised.")
        return found("partly", *said, slots, why=why)
    return found("supported", *said, slots)


def equipment_bought(books: Books) -> Finding:
    """Answer "savings let them buy equipment": what was bought, for how much, from which purse.

    All equipment in the books is paid by the revolving fund. Members' savings stand in passbooks and pay for
    nothing of the group's, so the answer is never more than partly, and the sentence names the purse.
    """
    spent = books.parts("fund.spent_by_purpose")
    if not books.take("fund.balance").rows:
        return no_fund(
            books, "กลุ่มซื้ออุปกรณ์หรือไม่ และใช้เงินก้อนใด", "whether equipment was bought, and with which money."
        )
    if not spent.get("equipment"):
        return found(
            "not_supported",
            "สมุดกองทุนของ{group}ยังไม่มีรายการซื้ออุปกรณ์",
            "The fund's book of {group} has no equipment bought yet.",
            {"group": books.group()},
            why=("ถ้าซื้อด้วยเงินก้อนอื่น จดเพิ่มลงสมุดได้", "If other money paid for it, it can still be written down."),
        )
    items = tuple(_items(books, "equipment"))
    slots: Slots = {
        "spent": books.figure("fund.spent_by_purpose", "equipment"),
        "items": items,
    }
    named = (" ได้แก่ {items}", " ({items})") if items else ("", "")
    return found(
        "partly",
        f"กลุ่มซื้ออุปกรณ์{named[0]} เป็นเงิน {{spent}} บาท โดยใช้เงินกองทุนหมุนเวียน",
        f"The group bought equipment{named[1]} for {{spent}} baht, paid out of the revolving fund.",
        slots,
        why=(
            "เงินที่ใช้ซื้อเป็นเงินกองทุน ไม่ใช่เงินออมในสมุดออมของสมาชิก",
            "The fund paid for it, not the savings in members' passbooks.",
        ),
    )


def _items(books: Books, purpose: str) -> Iterable[Name]:
    """Yield what the fund paid for, in the group's own words, leaving out any that name a member."""
    items = journal.names_in_seals(books.book, "item")
    members = [m.name for m in people.members(books.book, books.last_entry) if m.name]
    words = {word for name in members for word in name.split() if len(word) >= SHORTEST_NAME}
    for _, entry, _, part, _ in books.take("fund.spent_by_purpose").rows:
        item = items.get(entry) if part == purpose else None
        if item and not any(word in item for word in words):
            yield Name(item, item)


CLAIMS = (
    Claim(
        "fund.balance",
        "fund",
        "กองทุนรับ จ่าย และเหลือเท่าใด",
        "What did the fund receive, spend and keep?",
        balance,
    ),
    Claim(
        "fund.raised_for_materials",
        "fund",
        "กลุ่มระดมทุนซื้อวัตถุดิบหรือไม่",
        "Was money raised for materials?",
        raised_for_materials,
    ),
    Claim(
        "fund.equipment_bought",
        "fund",
        "สมาชิกเก็บเงินออมซื้ออุปกรณ์ได้หรือไม่",
        "Did savings buy equipment?",
        equipment_bought,
    ),
)

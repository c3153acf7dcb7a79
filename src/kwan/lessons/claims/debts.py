"""What may be said of debts that members told in confidence: that five or more did, and no more."""

from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.rules import Finding, Slots, found
from kwan.wellbeing.rules import FEWEST_PEOPLE


def managed(books: Books) -> Finding:
    """Answer "debts are managed": how many of today's members keep theirs in the group's register.

    The number is told only where it gives nobody away: five or more, and not everybody. Below that, and
    where nobody told anything, the sentence is one and the same, and the debts are no evidence of the claim:
    how many entries stand behind it would be the number again.
    """
    active = books.value("members.active")
    telling = books.in_confidence("debts.members_telling").value
    slots: Slots = {
        "group": books.group(),
        "telling": calculated("telling", telling, "count"),
        "active": books.figure("members.active"),
    }
    if not FEWEST_PEOPLE <= telling < active:
        return found(
            "not_enough_data",
            "เรื่องหนี้เป็นความลับของสมาชิก สมุดของ{group}จะพูดถึงเมื่อมีผู้บอกไว้ตั้งแต่ห้าคนขึ้นไป "
            "และไม่ทำให้รู้ว่าเป็นใคร จึงยังบอกไม่ได้ว่าจัดการหนี้สินอย่างไร",
            "Debts are told in confidence. The books of {group} speak of them only when five or more members told "
            "of theirs and nobody can be known by it, so they cannot say how debts are managed.",
            {"group": slots["group"]},
        )
    return found(
        "partly",
        "สมาชิก {telling} จาก {active} คนบอกเรื่องหนี้ของตนไว้ในทะเบียนหนี้ของ{group}",
        "Of the {active} members of {group}, {telling} keep their debts in the group's register.",
        slots,
        statistics={"telling": telling},
        why=(
            "ทะเบียนหนี้บอกว่ามีการจดไว้ แต่ยังไม่บอกว่าหนี้เปลี่ยนไปอย่างไร",
            "The register says that they are written down, not yet how they changed.",
        ),
    )


CLAIMS = (
    Claim(
        "fund.debts_managed",
        "fund",
        "มีการจัดการหนี้สินอย่างเป็นระบบหรือไม่",
        "Are debts managed systematically?",
        managed,
        sealed=True,
    ),
)

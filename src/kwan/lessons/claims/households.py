"""The claim about what members' debts cost, from household books that each keeps for themselves.

All of it is told in confidence. What may be told at all, and as of which entry, `fund.queries.households` says: of five
or more, never of none or all, and never so that one member's doing shows. Where it may not be told there is no claim.
"""

from functools import partial

from kwan.fund.queries.households import households_overview
from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.rules import Finding, Slots, found

MEMBERS = "members.active"


def cheaper(told: tuple[int, int], books: Books) -> Finding:
    """Answer "debts came to cost less", of the members who told of theirs on two days or more: `told` is k of n."""
    k, n = told
    slots: Slots = {
        "group": books.group(),
        "cheaper": calculated("cheaper", k, "count"),
        "telling": calculated("telling", n, "count"),
        "active": books.figure(MEMBERS),
    }
    statistics = {"cheaper": k, "telling": n}
    said = (
        "สมาชิก{group}ที่จดหนี้ของตนไว้สองวันขึ้นไปมี {telling} คน ในจำนวนนี้ {cheaper} คนหนี้มีต้นทุนต่อปีลดลงจากครั้งแรก",
        "Of the {telling} members of {group} who told of their debts on two days or more, the debts of {cheaper} cost less "
        "a year now than at first.",
    )
    if 2 * k <= n:
        why = (
            "ยังไม่เกินครึ่งของผู้ที่จด จึงยังไม่พูดว่า “ส่วนใหญ่”",
            "This is not more than half of them, so “most” is not said.",
        )
        return found("not_supported", *said, slots, statistics=statistics, why=why)
    if n < books.value(MEMBERS):
        why = (
            "ผู้ที่จดมี {telling} จากสมาชิก {active} คน จึงยังไม่พูดแทนสมาชิกทุกคน",
            "{telling} of {active} members told of theirs, so this is not said of all.",
        )
        return found("partly", *said, slots, statistics=statistics, why=why)
    return found("supported", *said, slots, statistics=statistics)


def claims(books: Books) -> list[Claim]:
    """Return the claim, unless nothing of it may be told."""
    told = households_overview(books.book, books.last_entry).cheaper
    if told is None:
        return []
    return [
        Claim(
            "household.debts_cheaper", "fund", "หนี้ของสมาชิกมีต้นทุนต่อปีลดลงหรือไม่", "Did members' debts come to cost less?",
            partial(cheaper, told), sealed=True,
        )
    ]  # fmt: skip


CLAIMS = (claims,)

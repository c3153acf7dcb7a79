"""Claims: the questions a report answers, each with its rule, under the ids of the first report.

An explicit table, in the order they are told. A family gives one claim for each thing of its kind.
"""

from kwan.lessons.claims import (
    capital,
    cycles,
    debts,
    districts,
    fund,
    households,
    income,
    loans,
    market,
    materials,
    people,
    per_member,
    production,
    programme,
    records,
    savings,
    shocks,
    welfare,
    wellbeing,
    workshop,
)
from kwan.lessons.claims.agreement import gaps
from kwan.lessons.claims.judging import Books, Claim, Family, Judged, judge

CLAIMS: tuple[Claim | Family, ...] = (
    *records.CLAIMS,
    *people.CLAIMS,
    *districts.CLAIMS,
    *savings.CLAIMS,
    *per_member.CLAIMS,
    *income.CLAIMS,
    *fund.CLAIMS,
    *welfare.CLAIMS,
    *capital.CLAIMS,
    *debts.CLAIMS,
    *households.CLAIMS,
    *loans.CLAIMS,
    *cycles.CLAIMS,
    *market.CLAIMS,
    *shocks.CLAIMS,
    *production.CLAIMS,
    *materials.CLAIMS,
    *wellbeing.CLAIMS,
    *programme.CLAIMS,
    *workshop.CLAIMS,
)


def of(books: Books) -> list[Claim]:
    """Return every claim that these books can be asked, families opened."""
    return [claim for one in CLAIMS for claim in ([one] if isinstance(one, Claim) else one(books))]


def judge_all(book: int, name: str, last_entry: int) -> list[Judged]:
    """Return every claim of one group's report, answered from its books up to an entry.

    Where the books do not agree with each other, the claims that rest on them are held at partly.
    """
    books = Books(book, name, last_entry)
    disagreements = gaps(books)
    return [judge(claim, books, disagreements) for claim in of(books)]

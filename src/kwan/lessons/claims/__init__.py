"""Claims: the questions a report answers, each with its rule, under the ids of the first report.

An explicit table, in the order they are told. A family gives one claim for each thing of its kind.
"""

from kwan.lessons.claims import savings
from kwan.lessons.claims.judging import Books, Claim, Family, Judged, judge

CLAIMS: tuple[Claim | Family, ...] = (*savings.CLAIMS,)


def of(books: Books) -> list[Claim]:
    """Return every claim that these books can be asked, families opened."""
    return [claim for one in CLAIMS for claim in ([one] if isinstance(one, Claim) else one(books))]


def judge_all(book: int, name: str, last_entry: int) -> list[Judged]:
    """Return every claim of one group's report, answered from its books up to an entry."""
    books = Books(book, name, last_entry)
    return [judge(claim, books) for claim in of(books)]

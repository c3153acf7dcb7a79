"""Closing a cycle of 200 members and a year of savings and loans: CPU seconds to propose it, frozen whole, and to check it.

.venv/bin/python bench/cycle.py
"""

import shutil
import time
from datetime import date
from uuid import uuid4

from desk import NOW, empty_books

MEMBERS, MONTHS, LOANS = 200, 12, 40
FIRST, LAST = date(2021, 1, 1), date(2021, 12, 31)


def commands():
    """Yield the year: everybody saves each month; forty have borrowed, and pay interest each month."""
    from kwan.fund.commands import ApproveLoan, Deposit, OpenCycle, RequestLoan
    from kwan.people.commands import Join

    people = [f"m{n:03}" for n in range(MEMBERS)]
    yield from (Join(on=FIRST, member=one) for one in people)
    yield OpenCycle(on=FIRST, cycle=1)
    for month in range(1, MONTHS + 1):
        yield from (
            Deposit(on=date(2021, month, 5), member=one, satang=10_000 + n) for n, one in enumerate(people)
        )
    for n in range(LOANS):
        who = {"on": date(2021, 1, 6), "number": str(n), "member": people[n]}
        yield RequestLoan(**who, principal=40_000, rate=1200, method="flat", periods=10)
        yield ApproveLoan(**who, meeting=date(2021, 1, 6))


def written(book, all_of_them):
    """Write these as brought in; return how many."""
    from kwan.journal.commands import Envelope, record_all

    answers = record_all(book, [Envelope(one, str(uuid4()), "bench", NOW, "brought") for one in all_of_them])
    assert all(isinstance(answer, int) for answer in answers), next(
        answer for answer in answers if not isinstance(answer, int)
    )
    return len(answers)


def main():
    """Write the year, propose and check; print CPU seconds."""
    place = empty_books()
    from kwan.fund.commands import CheckCycle, RepayLoan, paying_out, proposing
    from kwan.fund.queries.cycle import cycle_terms
    from kwan.journal.commands import Envelope, open_book, record

    book = open_book(str(uuid4()), "group", "กลุ่มใหญ่")
    entries = written(book, commands())
    paid_out = [paying_out(book, str(n), date(2021, 1, 6)) for n in range(LOANS)]
    entries += written(book, paid_out)
    entries += written(
        book,
        [
            RepayLoan(on=row.due, number=loan.number, member=loan.member, purse="savings",
                      principal=row.principal, interest=row.interest)
            for loan in paid_out for row in loan.rows
        ],
    )  # fmt: skip
    begun = time.process_time()
    proposal = record(
        book,
        Envelope(
            proposing(book, 1, LAST, date(2022, 1, 5), cycle_terms(book)), str(uuid4()), "treasurer", NOW
        ),
    )
    proposed = time.process_time()
    check = CheckCycle(on=date(2022, 1, 5), cycle=1, proposal=proposal)
    record(book, Envelope(check, str(uuid4()), "chair", NOW))
    checked = time.process_time()
    print(
        f"{MEMBERS} members, {entries:,} entries: propose {proposed - begun:.2f} s, check {checked - proposed:.2f} s"
    )
    print(f"together {checked - begun:.2f} s of CPU   (target ≤ 2.00)")
    shutil.rmtree(place)


if __name__ == "__main__":
    main()

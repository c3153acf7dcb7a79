"""The report of 200 members, twelve months and three rounds: CPU seconds to judge it, to write JSON, to write HTML.

.venv/bin/python bench/report.py            what it costs
.venv/bin/python bench/report.py profile    and where
"""

import cProfile
import pstats
import shutil
import sys
import time
from datetime import date, timedelta
from uuid import uuid4

from desk import NOW, empty_books

MEMBERS, MONTHS, ROUNDS = 200, 12, 3
START = date(2021, 1, 5)


def day(month, on=5):
    """Return a day of the month that is so many after January 2021."""
    return date(2021 + month // 12, month % 12 + 1, on)


def commands():
    """Yield a year of a large group, in the order of its papers."""
    from kwan.fund.commands import Deposit, NotePay
    from kwan.market.commands import AddBuyer, OrderLine, PlaceOrder
    from kwan.people.commands import Join
    from kwan.production.commands import BuyMaterial, MakeBatch
    from kwan.programme.commands import HoldActivity, SetIndicator
    from kwan.wellbeing.commands import Answer

    people = [f"m{n:03}" for n in range(MEMBERS)]
    yield from (
        Join(on=START, member=one, name=f"ชื่อ {one}", district=5601 + n % 9) for n, one in enumerate(people)
    )
    yield from (
        AddBuyer(on=START, buyer=f"ร้าน {n}", channel="shop" if n % 2 else "hospital") for n in range(20)
    )
    yield SetIndicator(on=START, objective="ออม", name="สมาชิกที่มีเงินออม", unit="ร้อยละ", target=8000,
                       measure="savings.active_members_saving/members.active")  # fmt: skip
    for month in range(MONTHS):
        yield from (Deposit(on=day(month), member=one, satang=10000 + month) for one in people)
        yield from (NotePay(on=day(month, 1), member=one, satang=40000 + month * 900) for one in people)
        yield from (
            PlaceOrder(on=day(month, 1 + n % 27), number=f"{month}-{n}", buyer=f"ร้าน {n % 20}",
                       items=(OrderLine(product="ตะกร้า", quantity=2 + n % 4, unit_price=22000),))
            for n in range(20 + month)
        )  # fmt: skip
        yield from (
            MakeBatch(on=day(month, 1 + n % 27), lot=f"L{month}-{n}", product="ตะกร้า", part="ก้าน", used=20000, good=9,
                      maker=people[n], place="home" if n % 3 else "group", cap=True, gloves=True, apron=True, clean=n % 7 > 0)
            for n in range(40)
        )  # fmt: skip
        yield BuyMaterial(
            on=day(month, 2),
            material="ผักตบชวา",
            quantity=900_000,
            unit="กก.",
            unit_price=300 + month,
            satang=270_000,
        )
        yield HoldActivity(
            on=day(month, 9), topic=f"อบรม {month}", theme="การผลิต", attended=tuple(people[:60])
        )
    for turn in range(ROUNDS):
        on = START + timedelta(days=150 * turn)
        yield from (
            Answer(on=on, member=one, round=turn, score=min(10, 4 + turn + n % 3))
            for n, one in enumerate(people)
        )


def timed(work, *given):
    """Return what the work gave, and its CPU seconds."""
    begun = time.process_time()
    made = work(*given)
    return made, time.process_time() - begun


def main():
    """Write the year, then build and write its report; print CPU seconds of each part."""
    place = empty_books()
    from kwan.journal.commands import Envelope, open_book, record_all
    from kwan.lessons.report.as_html import to_html
    from kwan.lessons.report.as_json import to_json
    from kwan.lessons.report.build import for_group

    book = open_book(str(uuid4()), "group", "กลุ่มใหญ่")
    year = sorted(commands(), key=lambda command: command.kind not in ("people.joined", "market.buyer_added"))
    answers = record_all(
        book, [Envelope(c, str(uuid4()), "bench", NOW, "brought", c.natural_key()) for c in year]
    )
    assert all(isinstance(answer, int) for answer in answers), next(
        a for a in answers if not isinstance(a, int)
    )
    for_group(book)  # what is laid once for the whole process is not counted
    profile, spent = cProfile.Profile(), {}
    if "profile" in sys.argv:
        profile.enable()
    report, spent["build"] = timed(for_group, book)
    _, spent["json"] = timed(to_json, report, "th")
    _, spent["html"] = timed(to_html, report, "th")
    profile.disable()
    print(
        f"{len(year):,} entries: " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in spent.items())
    )
    print(f"together {sum(spent.values()):.2f} s of CPU   (target ≤ 2.00)")
    if "profile" in sys.argv:
        pstats.Stats(profile).sort_stats("cumtime").print_stats(45)
    shutil.rmtree(place)


if __name__ == "__main__":
    main()

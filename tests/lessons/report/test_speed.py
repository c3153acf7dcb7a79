import time
from datetime import date

import pytest

from kwan.fund.commands import Deposit, NotePay
from kwan.journal.commands import record_all
from kwan.lessons.report.as_html import to_html
from kwan.lessons.report.as_json import to_json
from kwan.lessons.report.build import for_group
from kwan.people.commands import Join
from kwan.wellbeing.commands import Answer
from tests.journal.hands import a_book, envelope

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
MEMBERS = [f"ก{number:03}" for number in range(1, 201)]
SECONDS = 2


def a_large_group():
    """Two hundred members who saved and were paid for twelve months and answered in three rounds."""
    commands = [Join(on=date(2021, 1, 1), member=member, name=f"คุณ {member}") for member in MEMBERS]
    for month in range(1, 13):
        first, fifth = date(2021, month, 1), date(2021, month, 5)
        commands += [Deposit(on=fifth, member=member, satang=9000 + 100 * month) for member in MEMBERS]
        commands += [NotePay(on=first, member=member, satang=50000 + 900 * month) for member in MEMBERS]
    for round_, month in ((0, 1), (1, 6), (2, 12)):
        on = date(2021, month, 20)
        commands += [Answer(on=on, member=member, round=round_, score=4 + round_) for member in MEMBERS]
    book = a_book()
    record_all(book, [envelope(command, source="brought") for command in commands])
    return book


@pytest.mark.parametrize("written", [to_json, to_html])
def test_a_report_on_two_hundred_members_and_a_year_takes_under_two_seconds(written):
    book = a_large_group()
    started = time.process_time()
    assert "th" in written(for_group(book), "th")
    assert time.process_time() - started < SECONDS

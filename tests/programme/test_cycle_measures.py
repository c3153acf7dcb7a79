"""What the measures of cycles count: a year's profit shared, then everything given back."""

from datetime import date

import pytest

from kwan.journal.queries import head
from kwan.programme import measures
from tests.fund.cycling import FIRST, a_cycle, agreed, lend, pay, repay, save
from tests.programme.test_measures import in_duckdb

pytestmark = pytest.mark.usefixtures("db")


def a_closed_cycle(**rules):
    """Two members with 6,000 and 4,000 baht all year; 250 baht of interest came in."""
    book = a_cycle(2, **rules)
    save(book, "ก01", 600_000, FIRST)
    save(book, "ก02", 400_000, FIRST)
    lend(book, "ก01", "1/2565", 500_000)
    repay(book, "ก01", "1/2565", date(2022, 3, 1), principal=500_000, interest=25_000)
    agreed(book)
    return book


def read(book, *ask):
    return {
        name.removeprefix("cycles."): measures.take(name, [(book, head(book).last_entry)], *ask).parts
        for name in measures.definitions()
        if name.startswith("cycles.")
    }


def test_a_shared_profit_is_counted_once_and_what_waits_is_what_nobody_fetched():
    book = a_closed_cycle(profit_buckets="reserve 10%, dividend rest")
    pay(book, "ก01", "passbook")
    assert (
        read(book)
        == read(book, in_duckdb())
        == {
            "count": {"yearly": 1},
            "profit": {"yearly": 25_000},
            "shared": {"gain": 22_500},
            "by_bucket": {"reserve": 2_500, "dividend": 22_500},
            "paid": {"passbook": 13_500},
            "waiting": {"approved": 22_500, "paid": -13_500},
            "members_paid": {"member": 1},
            "return_on_savings": {"numerator": 25_000, "denominator": 997_260},
        }
    )


def test_at_a_share_out_savings_and_gain_are_told_apart():
    book = a_closed_cycle(cycle_way="share_out")
    pay(book, "ก01")
    pay(book, "ก02")
    said = read(book)
    assert said["shared"] == {"savings": 1_000_000, "gain": 25_000}
    assert said["paid"] == {"cash": 1_025_000}
    assert sum(said["waiting"].values()) == 0

from datetime import date

import pytest

from kwan.catalogue import COMMANDS
from kwan.journal.audit import check
from kwan.journal.commands import record_all
from kwan.journal.rules import Refusal
from kwan.market.commands import AddBuyer, DeliverOrder, OrderLine, PayOrder, PlaceOrder
from kwan.market.queries import Buyer, Order, buyers, order, orders
from kwan.market.queries import OrderLine as Line
from tests.journal.hands import DAY, a_book, envelope, refused, write

pytestmark = pytest.mark.django_db

HOSPITAL = AddBuyer(on=DAY, buyer="รพ.พะเยา", channel="hospital", channel_text="โรงพยาบาล", district=5601)
PRAWNS = OrderLine(product="กุ้งแพ็ค 500 ก.", quantity=6, unit="แพ็ค", unit_price=23000)
SETS = OrderLine(product="ชุดรวมทะเล", quantity=1, unit_price=43000)


def placed(number="001/64", items=(PRAWNS, SETS), buyer="รพ.พะเยา"):
    return PlaceOrder(on=DAY, number=number, buyer=buyer, items=items, due=date(2022, 2, 9))


@pytest.fixture
def book():
    book = a_book()
    write(book, HOSPITAL)
    write(book, placed())
    return book


def test_an_order_is_read_back_with_its_products_and_nothing_paid(book):
    lines = (Line("กุ้งแพ็ค 500 ก.", 6, "แพ็ค", 23000), Line("ชุดรวมทะเล", 1, None, 43000))
    found = order(book, "001/64")
    assert found == Order(
        "001/64",
        2,
        DAY,
        "รพ.พะเยา",
        "hospital",
        date(2022, 2, 9),
        lines,
        delivered=None,
        paid=0,
        paid_on=None,
    )
    assert (found.satang, found.owed) == (181000, 181000)


def test_a_payment_of_the_whole_order_leaves_nothing_owed(book):
    write(book, DeliverOrder(on=date(2022, 2, 9), number="001/64"))
    write(book, PayOrder(on=date(2022, 2, 10), number="001/64"))
    found = order(book, "001/64")
    assert (found.delivered, found.paid, found.owed, found.paid_on) == (
        date(2022, 2, 9), 181000, 0, date(2022, 2, 10),
    )  # fmt: skip


def test_parts_are_paid_one_after_another(book):
    for satang in (100000, 50000):
        write(book, PayOrder(on=DAY, number="001/64", satang=satang))
    assert order(book, "001/64").owed == 31000


def test_the_whole_is_paid_once_and_not_after_a_part(book):
    write(book, PayOrder(on=DAY, number="001/64", satang=100000))
    assert refused(book, PayOrder(on=DAY, number="001/64")) == "paid_already"


def test_nothing_is_paid_after_the_whole(book):
    write(book, PayOrder(on=DAY, number="001/64"))
    assert refused(book, PayOrder(on=DAY, number="001/64", satang=100)) == "paid_already"
    assert refused(book, PayOrder(on=DAY, number="001/64")) == "paid_already"


def test_a_corrected_order_is_read_as_it_was_meant(book):
    write(book, placed(items=(SETS,)), corrects=2)
    assert [(one.number, one.entry, one.satang) for one in orders(book)] == [("001/64", 3, 43000)]


def test_the_book_is_read_as_it_stood_at_an_entry(book):
    write(book, placed("002/64"))
    assert [one.number for one in orders(book, upto=2)] == ["001/64"]


def test_buyers_are_known_by_name(book):
    assert buyers(book) == [Buyer("รพ.พะเยา", "hospital", "โรงพยาบาล", 5601, 1)]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (HOSPITAL, "buyer_known"),
        (AddBuyer(on=DAY, buyer="ใหม่", channel="moon"), "unknown_channel"),
        (placed(), "order_known"),
        (placed("002/64", buyer="ใครไม่รู้"), "unknown_buyer"),
        (placed("002/64", items=()), "empty_order"),
        (placed("002/64", items=(OrderLine(product="กุ้ง", quantity=0, unit_price=1),)), "empty_order"),
        (DeliverOrder(on=DAY, number="999/64"), "unknown_order"),
        (PayOrder(on=DAY, number="999/64"), "unknown_order"),
        (PayOrder(on=DAY, number="001/64", satang=0), "not_positive"),
    ],
)
def test_what_cannot_be_is_refused(book, command, code):
    assert refused(book, command) == code


def test_an_order_is_delivered_once(book):
    write(book, DeliverOrder(on=DAY, number="001/64"))
    assert refused(book, DeliverOrder(on=DAY, number="001/64")) == "delivered_already"


def test_a_batch_knows_what_came_earlier_in_it():
    commands = (
        HOSPITAL,
        placed(),
        placed(),
        PayOrder(on=DAY, number="001/64"),
        PayOrder(on=DAY, number="001/64"),
    )
    answers = record_all(a_book(), [envelope(command, source="brought") for command in commands])
    told = [one.code if isinstance(one, Refusal) else one for one in answers]
    assert told == [1, 2, "order_known", 3, "paid_already"]


def test_the_papers_own_numbers_are_the_keys():
    pay = PayOrder(on=DAY, number="001/64")
    delivered = DeliverOrder(on=DAY, number="001/64")
    assert [one.natural_key() for one in (HOSPITAL, placed(), delivered, pay)] == [
        "buyer/รพ.พะเยา", "order/001/64", "delivered/001/64", "paid/001/64",
    ]  # fmt: skip


def test_an_unknown_order_is_not_found(book):
    with pytest.raises(LookupError):
        order(book, "999/64")


def test_the_audit_finds_nothing(book):
    write(book, placed(items=(SETS,)), corrects=2)
    write(book, PayOrder(on=DAY, number="001/64", satang=100))
    assert list(check(COMMANDS)) == []

from dataclasses import dataclass, replace

import duckdb
import pytest
from django.db import connection

from kwan.catalogue import COMMANDS
from kwan.journal.audit import check
from kwan.journal.queries import head
from kwan.people.commands import Erase, erase
from kwan.programme import facts, measures
from tests.journal.hands import DAY, a_book, envelope
from tests.programme.a_year import a_year

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Answer:
    parts: dict
    entries: tuple


ORDERS = (26, 27, 28, 33)
PAIRED = (17, 18, 19, 21, 22, 23)
BATCHES = (37, 38, 39)
SAVINGS = (8, 9, 10, 11, 12, 13)
ANSWERS = {
    "members.enrolled": Answer({"joined": 4}, (1, 2, 3, 4)),
    "members.active": Answer({"active": 3}, (1, 2, 3)),
    "members.districts": Answer({"5601": 1, "5603": 1}, (1, 2, 3)),
    "members.joined_by_district": Answer({"5601": 2, "5603": 1, "5605": 1}, (1, 2, 3, 4)),
    "members.joined_by_month": Answer({"202106": 3, "202110": 1}, (1, 2, 3, 4)),
    "members.by_district_month": Answer(
        {"5601/202106": 2, "5603/202110": 1, "5605/202106": 1, "5605/202111": -1}, (1, 2, 3, 4, 5)
    ),
    "office.changes": Answer({"chair": 1}, (6, 7)),
    "savings.deposits": Answer({"in": 21000}, (8, 9, 11, 13)),
    "savings.withdrawals": Answer({"out": 5000}, (10, 12)),
    "savings.balance": Answer({"in": 21000, "out": -5000}, SAVINGS),
    "savings.by_month": Answer({"202107": 14000, "202108": 4000, "202109": -2000}, SAVINGS),
    "savings.members_saving": Answer({"saver": 2}, (8, 9, 10, 13)),
    "savings.active_members_saving": Answer({"saver": 1}, (8, 9, 10)),
    "income.total": Answer({"pay": 101000}, (14, 15, 16)),
    "income.by_month": Answer({"202107": 71000, "202108": 30000}, (14, 15, 16)),
    "income.by_member_month": Answer(
        {"ก01/202107": 45000, "ก01/202108": 30000, "ก02/202107": 26000}, (14, 15, 16)
    ),
    "income.member_months": Answer({"month": 3}, (14, 15, 16)),
    "wellbeing.answers": Answer({"0": 4, "2": 3}, (17, 18, 19, 20, 21, 22, 23)),
    "wellbeing.pairs": Answer({"pairs": 3}, PAIRED),
    "wellbeing.improved": Answer({"improved": 1}, PAIRED),
    "wellbeing.same": Answer({"same": 1}, PAIRED),
    "wellbeing.worse": Answer({"worse": 1}, PAIRED),
    "orders.count": Answer({"order": 4}, ORDERS),
    "orders.by_month": Answer({"202107": 2, "202108": 2}, ORDERS),
    "orders.count_by_buyer": Answer({"รพ.พะเยา": 2, "ร้านริมกว๊าน": 2}, ORDERS),
    "orders.value": Answer({"ordered": 206000}, ORDERS),
    "orders.value_by_channel": Answer({"hospital": 126000, "shop": 80000}, ORDERS),
    "orders.paid": Answer({"paid": 103000}, (30, 31)),
    "orders.receivable": Answer({"ordered": 123000, "paid": -20000}, (27, 28, 31, 33)),
    "orders.buyer_kinds": Answer({"hospital": 1, "shop": 1}, ORDERS),
    "agencies.ordering": Answer({"รพ.พะเยา": 1}, (26, 28)),
    "materials.spent": Answer({"ผักตบชวา": 183200}, (35, 36)),
    "purchases.price": Answer({"ผักตบชวา/202107": 320}, (36,)),
    "batches.count": Answer({"batch": 3}, BATCHES),
    "batches.checked": Answer({"checked": 1}, (37,)),
    "batches.by_check": Answer({"apron": 2, "cap": 2, "clean": 1, "gloves": 2}, BATCHES),
    "batches.at_home": Answer({"home": 1}, (37,)),
    "batches.home_by_month": Answer({"202107": 1, "202108": 0}, BATCHES),
    "batches.to_order": Answer({"ordered": 1}, (38,)),
    "batches.by_part": Answer({"ก้าน": 35000, "ราก": 5000, "ใบ": 20000}, BATCHES),
    "batches.good_by_product": Answer({"ตะกร้า": 4, "ปุ๋ยหมัก": 1}, BATCHES),
    "parts.declared": Answer({"ก้าน": 1, "ราก": 1, "ใบ": 1}, (34,)),
    "parts.used": Answer({"ก้าน": 1, "ใบ": 1}, (37, 38)),
    "supply.scarce": Answer({"ผักตบชวา": 1}, (40,)),
    "fund.received": Answer({"in": 2600000}, (41, 42)),
    "fund.received_by_purpose": Answer({"grant": 2000000, "raised": 600000}, (41, 42)),
    "fund.spent": Answer({"out": 1250000}, (43, 44)),
    "fund.spent_by_purpose": Answer({"equipment": 400000, "materials": 850000}, (43, 44)),
    "fund.balance": Answer({"in": 2600000, "out": -1250000}, (41, 42, 43, 44)),
    "debts.count": Answer({"debt": 2}, (45, 46)),
    "debts.principal": Answer({"principal": 2000000}, (45, 46)),
    "activities.count": Answer({"activity": 2}, (47, 48)),
    "activities.attended": Answer({"47": 5, "48": 2}, (47, 48)),
    "activities.members_trained": Answer({"trained": 2}, (47, 48)),
    "lessons.count": Answer({"knowledge": 1, "problem": 1}, (49, 50)),
}


def at_head(book):
    return [(book, head(book).last_entry)]


def given(book, upto=None):
    heads = [(book, upto)] if upto else at_head(book)
    readings = {id_: measures.take(id_, heads) for id_ in ANSWERS}
    return {
        id_: Answer(reading.parts, tuple(entry for _, entry in reading.evidence))
        for id_, reading in readings.items()
    }


def in_duckdb():
    """Return a way to ask DuckDB, with every fact copied into a table of the same columns.

    An empty table does not show what its columns hold: they hold what columns of that name hold elsewhere.
    """
    duck, tables = duckdb.connect(), {}
    for name in ("kwan_entry", *(f"fact_{fact}" for fact in facts.definitions())):
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {name}")
            tables[name] = [column[0] for column in cursor.description], cursor.fetchall()
    texts = {
        columns[place]
        for columns, rows in tables.values() for row in rows for place, value in enumerate(row) if isinstance(value, str)
    }  # fmt: skip
    for name, (columns, rows) in tables.items():
        own = {columns[place] for row in rows for place, value in enumerate(row) if isinstance(value, str)}
        texts_here = own if rows else texts
        typed = ", ".join(f'"{c}" {"VARCHAR" if c in texts_here else "BIGINT"}' for c in columns)
        duck.execute(f"CREATE TABLE {name} ({typed})")
        if rows:
            duck.executemany(f"INSERT INTO {name} VALUES ({', '.join('?' * len(columns))})", rows)
    return lambda sql: duck.execute(sql).fetchall()


def test_each_measure_gives_its_parts_and_rests_on_its_entries():
    assert given(a_year()) == ANSWERS


def test_a_measures_file_has_the_name_of_its_id():
    files = {path.stem for path in measures.HERE.glob("*.sql")}
    assert files == {id_.replace(".", "_") for id_ in measures.definitions()}


def test_duckdb_gives_the_same_rows_as_the_books_own_database():
    book = a_year()
    duck = in_duckdb()
    here = measures.take_all(at_head(book))
    there = measures.take_all(at_head(book), duck)
    assert {id_: reading.rows for id_, reading in there.items()} == {
        id_: reading.rows for id_, reading in here.items()
    }


def test_an_empty_book_gives_nothing_to_any_measure():
    book = a_book()
    assert {id_: measures.take(id_, [(book, 0)]).rows for id_ in measures.definitions()} == dict.fromkeys(
        measures.definitions(), ()
    )


def test_a_measure_reads_the_book_as_it_stood_at_an_entry():
    book = a_year()
    assert given(book, upto=32)["orders.value"] == Answer({"ordered": 386000}, (26, 27, 28, 32))
    assert given(book)["orders.value"] == Answer({"ordered": 206000}, ORDERS)


def test_two_books_are_measured_beside_each_other():
    first = a_year()
    second = a_book("แปรรูปผักตบชวา")
    both = measures.take("savings.members_saving", [*at_head(first), *at_head(second)])
    assert (both.value, {book for book, _ in both.evidence}) == (2, {first})


def test_whoever_is_erased_leaves_answers_and_debts_but_not_the_savings():
    book = a_year()
    before = given(book)
    erase(book, envelope(Erase(on=DAY, member="ก03")))
    after = given(book)
    changed = {id_: answer for id_, answer in after.items() if answer != before[id_]}
    assert changed == {
        "wellbeing.answers": Answer({"0": 3, "2": 2}, (17, 18, 20, 21, 22)),
        "wellbeing.pairs": Answer({"pairs": 2}, (17, 18, 21, 22)),
        "wellbeing.improved": Answer({"improved": 1}, (17, 18, 21, 22)),
        "wellbeing.same": Answer({"same": 1}, (17, 18, 21, 22)),
        "wellbeing.worse": Answer({"worse": 0}, (17, 18, 21, 22)),
        "debts.count": Answer({"debt": 1}, (46,)),
        "debts.principal": Answer({"principal": 0}, (46,)),
    }


def test_no_row_of_a_wellbeing_measure_tells_who_improved():
    book = a_year()
    rows = measures.take("wellbeing.improved", at_head(book)).rows
    others = [place_of(row) for row in measures.take("wellbeing.worse", at_head(book)).rows]
    assert [place_of(row) for row in rows] == others
    assert [row[4] for row in rows] == [1, 0, 0, 0, 0, 0]


def place_of(row):
    return row[:3]


def test_the_audit_finds_nothing_in_a_year_of_every_kind_of_entry():
    a_year()
    assert list(check(COMMANDS)) == []


def test_a_file_without_a_unit_is_no_measure():
    text = "\n".join(line for line in TEXT.splitlines() if not line.startswith("-- unit"))
    with pytest.raises(KeyError, match="unit"):
        measures.read(text)


TEXT = (measures.HERE / "savings_balance.sql").read_text(encoding="utf-8")


def test_a_measure_says_in_both_languages_what_it_counts():
    assert replace(measures.read(TEXT), sql="") == measures.Measure(
        id="savings.balance", th="เงินออมคงเหลือของสมาชิก", en="Members' savings, balance", unit="satang",
        direction="up", over_time="last", over_groups="sum", sql="",
    )  # fmt: skip

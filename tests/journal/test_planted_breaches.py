"""For every law a breach is planted behind the gate's back, and the database or the audit sees it."""

import pytest
from django.db import DatabaseError, connection, transaction

from kwan.journal import laws, queries
from kwan.journal.audit import check
from kwan.people.commands import Erase, erase
from tests.journal.hands import CATALOGUE, DAY, a_saving_group, breaches, deposit, envelope, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def book():
    return a_saving_group()


def behind_the_gate(*statements):
    """Run statements as somebody with the database's password could, the laws of these tables lifted."""
    with connection.cursor() as cursor:
        standing = _lift(cursor)
        for statement in statements:
            cursor.execute(statement)
        _lay_again(cursor, standing)


def _lift(cursor):
    if connection.vendor == "sqlite":
        cursor.execute("SELECT sql, name FROM sqlite_master WHERE type = 'trigger'")
        standing = cursor.fetchall()
        for _, name in standing:
            cursor.execute(f"DROP TRIGGER {name}")
        return standing
    cursor.execute("SET session_replication_role = replica")
    return []


def _lay_again(cursor, standing):
    for sql, _ in standing:
        cursor.execute(sql)
    if connection.vendor == "postgresql":
        cursor.execute("SET session_replication_role = origin")


def test_books_that_nobody_touched_hold_every_law(book):
    assert breaches() == []


REFUSED = [
    "UPDATE kwan_entry SET body = '{}' WHERE number = 3",
    "DELETE FROM kwan_entry WHERE number = 8",
    "UPDATE kwan_transfer SET quantity = 1",
    "DELETE FROM kwan_transfer",
    "UPDATE kwan_saving SET satang = satang * 2",
    "DELETE FROM kwan_saving WHERE entry = 3",
    "UPDATE kwan_seal SET number = 1 WHERE field = 'principal'",
    "DELETE FROM kwan_seal WHERE field = 'name'",
    "UPDATE kwan_joining SET district = 1",
    "UPDATE kwan_account SET balance = -1 WHERE kind = 'held'",
    "UPDATE kwan_account SET balance = 1 WHERE kind = 'owed'",
    "INSERT INTO kwan_transfer (book, entry, line, source, target, commodity, quantity, source_after, target_after) "
    "SELECT book, 999, 1, source, target, commodity, 1, 0, 0 FROM kwan_transfer WHERE entry = 3 AND line = 1",
    "INSERT INTO kwan_transfer (book, entry, line, source, target, commodity, quantity, source_after, target_after) "
    "SELECT book, entry, 9, source, 77, commodity, 1, 0, 0 FROM kwan_transfer WHERE entry = 3 AND line = 1",
    "INSERT INTO kwan_transfer (book, entry, line, source, target, commodity, quantity, source_after, target_after) "
    "SELECT book, entry, 9, source, target, commodity, 0, 0, 0 FROM kwan_transfer WHERE entry = 3 AND line = 1",
    "INSERT INTO kwan_transfer (book, entry, line, source, target, commodity, quantity, source_after, target_after) "
    "SELECT book, entry, 9, source, source, commodity, 5, 0, 0 FROM kwan_transfer WHERE entry = 3 AND line = 1",
    "INSERT INTO kwan_saving (book, entry, line, member, direction, satang, day) SELECT book, 999, 1, member, direction, "
    "satang, day FROM kwan_saving WHERE entry = 3",
    "INSERT INTO kwan_entry (book, number, command, kind, source, day, recorded_at, actor, body, seals, hash) "
    "SELECT book, 99, 'x', kind, source, day, recorded_at, actor, body, seals, hash FROM kwan_entry WHERE number = 3",
    "INSERT INTO kwan_entry (book, number, command, kind, source, day, recorded_at, actor, body, seals, hash) "
    "SELECT book, 9, command, kind, source, day, recorded_at, actor, body, seals, hash FROM kwan_entry WHERE number = 3",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_the_database_itself_refuses(book, statement):
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert breaches() == []


def test_sqlite_does_not_let_an_entry_be_replaced(book):
    if connection.vendor != "sqlite":
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("TRUNCATE kwan_entry CASCADE")
        return
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT OR REPLACE INTO kwan_entry SELECT * FROM kwan_entry WHERE number = 3")


PLANTED = {
    "an entry's body edited": (
        "UPDATE kwan_entry SET body = replace(body, '20000', '90000') WHERE number = 4",
        (3, 4),
    ),
    "an entry's day edited": ("UPDATE kwan_entry SET day = 20220206 WHERE number = 4", (3, 4)),
    "an entry's actor edited": ("UPDATE kwan_entry SET actor = 'user:9' WHERE number = 4", (3, 4)),
    "an entry's hash edited": (f"UPDATE kwan_entry SET hash = '{'0' * 64}' WHERE number = 4", (3, 4)),
    "a transfer edited": ("UPDATE kwan_transfer SET quantity = quantity + 1 WHERE entry = 4", (3, 4)),
    "a transfer added": (
        "INSERT INTO kwan_transfer (book, entry, line, source, target, commodity, quantity, source_after, target_after) "
        "SELECT book, entry, 2, target, source, commodity, 1, 0, 0 FROM kwan_transfer WHERE entry = 4",
        (3, 4),
    ),
    "an account swapped": (
        "UPDATE kwan_transfer SET source = (SELECT MIN(source) FROM kwan_transfer WHERE entry = 3) WHERE entry = 8",
        (3, 8),
    ),
    "two accounts renamed": (
        "UPDATE kwan_account SET code = code || 'x' WHERE code = 'passbook:ก02'",
        (4, None),
    ),
    "a balance edited": (
        "UPDATE kwan_account SET balance = balance - 100 WHERE code = 'passbook:ก02'",
        (4, None),
    ),
    "a month total edited": (
        "UPDATE kwan_accountmonth SET came_in = came_in + 1 WHERE month = 202203",
        (4, None),
    ),
    "a month total removed": ("DELETE FROM kwan_accountmonth WHERE month = 202203", (4, None)),
    "a room's row edited": ("UPDATE kwan_saving SET satang = satang + 100 WHERE entry = 8", (8, 8)),
    "a room's row removed": ("DELETE FROM kwan_saving WHERE entry = 8", (8, 8)),
    "a room's row added": (
        "INSERT INTO kwan_saving (book, entry, line, member, direction, satang, day) "
        "SELECT book, entry, 2, member, direction, satang, day FROM kwan_saving WHERE entry = 8",
        (8, 8),
    ),
    "a number in a seal edited": ("UPDATE kwan_seal SET number = 1 WHERE field = 'principal'", (7, 6)),
    "a seal's salt edited": ("UPDATE kwan_seal SET salt = 'x' WHERE field = 'principal'", (7, 6)),
    "a text in a seal swapped": (
        "UPDATE kwan_seal SET cipher = (SELECT s.cipher FROM kwan_seal s WHERE s.field = 'note') WHERE field = 'creditor'",
        (7, 6),
    ),
    "a seal deleted without an erasure": ("DELETE FROM kwan_seal WHERE field = 'name' AND entry = 1", (7, 1)),
    "a key deleted without an erasure": ("DELETE FROM kwan_sealkey WHERE member = 'ก01'", (7, 1)),
    "a seal added": (
        "INSERT INTO kwan_seal (book, entry, field, member, salt, number) SELECT book, 3, field, member, salt, number "
        "FROM kwan_seal WHERE field = 'principal'",
        (7, 3),
    ),
    "the head set back": ("UPDATE kwan_book SET head = 7", (1, 7)),
    "an entry in the middle removed": ("DELETE FROM kwan_entry WHERE number = 5", (1, 6)),
}


@pytest.mark.parametrize("breach", PLANTED)
def test_the_audit_sees(book, breach):
    statement, found = PLANTED[breach]
    behind_the_gate(statement)
    assert found in breaches()


def test_the_audit_sees_that_a_law_of_the_database_is_gone(book):
    name = "law_kwan_saving_update"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {name}" + ("" if connection.vendor == "sqlite" else " ON kwan_saving"))
    assert laws.missing() == [name]
    assert breaches() == [(3, None)]
    laws.lay()
    assert breaches() == []


def test_a_cut_tail_is_seen_by_whoever_kept_a_printed_head(book):
    head = queries.head(book)
    before = queries.entry_hash(book, 7)
    behind_the_gate(
        "DELETE FROM kwan_saving WHERE entry = 8",
        "DELETE FROM kwan_transfer WHERE entry = 8",
        "DELETE FROM kwan_entry WHERE number = 8",
        "DELETE FROM kwan_accountmonth WHERE month = 202203",
        "UPDATE kwan_account SET balance = balance + 10050 WHERE code = 'passbook:ก02'",
        "UPDATE kwan_account SET balance = balance - 10050 WHERE code = 'purse:savings'",
        f"UPDATE kwan_book SET head = 7, head_hash = '{before}'",
    )
    assert breaches() == []
    witnessed = [(b.law, b.entry) for b in check(CATALOGUE, [(head.uid, head.last_entry, head.hash)])]
    assert witnessed == [(3, 8)]


def test_a_member_is_forgotten_and_the_book_stays_whole(book):
    number = erase(book, envelope(Erase(on=DAY, member="ก02")))
    assert number == 9
    assert queries.names_in_seals(book, "name") == {1: "บัวผัน ใจดี"}
    assert queries.numbers_in_seals(book, "principal") == {}
    assert queries.balance(book, "passbook:ก02") == -30050
    assert breaches() == []


def test_one_members_erasure_does_not_excuse_anothers_missing_seal(book):
    erase(book, envelope(Erase(on=DAY, member="ก02")))
    behind_the_gate("DELETE FROM kwan_seal WHERE field = 'name' AND entry = 1")
    assert breaches() == [(7, 1)]


def test_after_an_erasure_new_seals_of_the_same_member_are_kept_again(book):
    erase(book, envelope(Erase(on=DAY, member="ก02")))
    write(book, deposit("ก02", 100, note="กลับมาออม"))
    assert queries.names_in_seals(book, "note") == {10: "กลับมาออม"}
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM kwan_seal WHERE entry = 10")
    assert breaches() == []

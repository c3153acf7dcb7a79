"""A copy of the books in one file: whole, locked, and refused in words when it is not what it was."""

import zipfile
from pathlib import Path

import pytest
from django.core.management import CommandError
from django.db import connection
from hypothesis import HealthCheck, given
from hypothesis import settings as law
from hypothesis import strategies as st

from kwan.journal import queries
from kwan.journal.backup import Unusable, opened
from kwan.journal.backup.tables import tables
from kwan.journal.models import Entry, SealKey
from kwan.people.commands import Erase, erase
from tests.journal.hands import DAY, deposit, envelope
from tests.journal.hands import write as post
from tests.management.copying import breaches, copied, everything, harmed, in_an_empty_database, rewritten
from tests.management.speaking import said

NAME = "บัวผัน ใจดี"
pytestmark = pytest.mark.usefixtures("data")


def test_a_copy_holds_every_row_of_every_table(group, tmp_path):
    before = everything()
    copy = opened(copied(tmp_path))
    assert {table._meta.db_table: [row for _, row in copy.rows(table)] for table in tables()} == before
    assert [(b["name"], b["entry"]) for b in copy.books] == [("กว๊านทะเลซีฟู๊ด", 8)]


def test_what_is_personal_cannot_be_read_in_the_file(group, tmp_path):
    whole = b""
    with zipfile.ZipFile(copied(tmp_path)) as chest:
        for name in chest.namelist():
            whole += chest.read(name)
    salts = Entry.objects.count()
    assert salts == 8
    assert b"treasurer" not in whole
    assert b"argon2" not in whole
    assert all(locked.encode() not in whole for locked in SealKey.objects.values_list("locked", flat=True))


@pytest.mark.parametrize(
    "damage", ["cut", "flipped", "empty", "not a zip", "one more part", "way out", "part changed"]
)
def test_a_file_that_is_not_what_it_was_is_refused_in_words(group, tmp_path, damage, shelf):
    path = harmed(copied(tmp_path), damage)

    def act():
        with pytest.raises(CommandError, match=r"ยังไม่ได้เปลี่ยนอะไร|ไม่ใช้"):
            said("restore", path)
        return queries.heads()

    assert in_an_empty_database(shelf, act) == []


def test_a_changed_part_is_noticed_before_anything_is_done_with_it(group, tmp_path):
    with pytest.raises(Unusable, match="damaged"):
        opened(harmed(copied(tmp_path), "part changed"))


def test_a_copy_made_under_another_key_says_so(group, tmp_path, settings):
    path = copied(tmp_path)
    settings.SEAL_KEY = "11" * 32
    with pytest.raises(Unusable, match="another key"):
        opened(path)


def test_a_first_page_that_was_rewritten_is_not_believed(group, tmp_path):
    path = copied(tmp_path)
    rewritten(
        path, lambda name, data: data.replace(b'"entry":8', b'"entry":7') if name == "manifest.json" else data
    )
    with pytest.raises(Unusable, match="changed after it was made"):
        opened(path)


def test_nothing_is_written_over_an_older_copy(group, tmp_path):
    path = copied(tmp_path)
    with pytest.raises(CommandError, match="not overwritten"):
        said("backup", "-o", path)


def test_a_backup_says_where_the_key_is_and_that_it_is_not_in_the_file(group, tmp_path, data):
    out = said("backup", "-o", tmp_path / "copy.kwan")
    assert f"Keep a copy of the folder {data / 'keys'} apart from it" in out
    assert "1 books, 8 entries" in out
    assert list((tmp_path).glob(".*.part")) == []


@law(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), cut=st.booleans())
def test_any_harm_to_the_file_is_noticed_or_changes_nothing(a_copy, at, bit, cut):
    whole, content, path = a_copy
    place = int(at * len(whole))
    path.write_bytes(
        whole[:place] if cut else whole[:place] + bytes([whole[place] ^ 1 << bit]) + whole[place + 1 :]
    )
    try:
        copy = opened(path)
        read = {table._meta.db_table: [row for _, row in copy.rows(table)] for table in tables()}
    except Unusable:
        return
    assert read == content


@pytest.fixture
def a_copy(group, tmp_path):
    path = copied(tmp_path)
    return path.read_bytes(), everything(), path


def test_a_drill_brings_the_copy_back_elsewhere_checks_it_and_touches_nothing(group, data):
    before, files = everything(), sorted(data.iterdir())
    out = said("backup", "--drill")
    assert "The drill succeeded on" in out
    assert "every law holds" in out
    assert (everything(), sorted(data.iterdir())) == (before, files)


def test_a_copy_made_while_others_write_is_one_moment_of_the_books(group, shelf, tmp_path):
    import threading

    stop = threading.Event()

    def write_on():
        while not stop.is_set():
            post(group, deposit(satang=100))
        connection.close()

    writer = threading.Thread(target=write_on)
    writer.start()
    try:
        paths = [copied(tmp_path, f"{number}.kwan") for number in range(3)]
    finally:
        stop.set()
        writer.join()
    for path in paths:
        assert in_an_empty_database(shelf, lambda path=path: (said("restore", path), breaches())[1]) == []


def test_an_erased_members_words_leave_the_disk(group, data):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL minds its own files")
    from kwan.journal.sweeping import sweep

    locked = SealKey.objects.get(member="ก01").locked
    sweep()
    place = Path(connection.settings_dict["NAME"])
    assert locked.encode() in place.read_bytes()
    erase(group, envelope(Erase(on=DAY, member="ก01")))
    sweep()
    assert locked.encode() not in place.read_bytes()

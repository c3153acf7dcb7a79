"""A copy of the books: whole, locked, brought back on either database, and never a way back in time unseen."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError
from django.db import connection
from hypothesis import HealthCheck, given
from hypothesis import settings as law
from hypothesis import strategies as st

import kwan
from kwan.catalogue import COMMANDS
from kwan.journal import audit, erasures, queries, witnesses
from kwan.journal.backup import Unusable, opened, write
from kwan.journal.backup.tables import rows_of, tables
from kwan.journal.models import Entry, SealKey
from kwan.people import queries as people
from kwan.people.commands import Erase, Join, Mention, erase
from kwan.people.seats import Place, give_seat
from tests.journal.hands import DAY, NOW, a_saving_group, deposit, envelope
from tests.journal.hands import write as post
from tests.management.speaking import said

NAME = "บัวผัน ใจดี"
SOURCE = str(Path(kwan.__file__).parents[1])


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    """A data folder of its own for every test, with the key that the books are locked with."""
    settings.KWAN_DATA = tmp_path / "data"
    (settings.KWAN_DATA / "keys").mkdir(parents=True)
    (settings.KWAN_DATA / "keys" / "seal.key").write_text(settings.SEAL_KEY)
    (settings.KWAN_DATA / "keys" / "session.key").write_text(settings.SECRET_KEY)
    return settings.KWAN_DATA


@pytest.fixture
def group(books):
    """A group with two members, eight entries, and a treasurer who may sign in."""
    book = a_saving_group()
    give_seat("treasurer", "ปลาบึก2565", Place(book, "treasurer"), at=NOW, by="test")
    return book


def everything():
    """All rows of all tables that a copy holds."""
    return {table._meta.db_table: list(rows_of(table, "default")) for table in tables()}


def breaches():
    return list(audit.check(COMMANDS, witnesses.seen(settings_data())))


def settings_data():
    from django.conf import settings

    return settings.KWAN_DATA


def copied(tmp_path, name="copy.kwan"):
    path = tmp_path / name
    write(path, settings_data(), NOW)
    return path


def in_an_empty_database(shelf, act):
    """Do this in a fresh database of the same kind, and come back."""
    with shelf.copy():
        return act()


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


def test_the_books_come_back_as_they_were_and_say_that_they_did(group, shelf, tmp_path):
    before, path = everything(), copied(tmp_path)

    def act():
        out = said("restore", path)
        return (
            out,
            everything(),
            people.members(group),
            breaches(),
            User.objects.get().check_password("ปลาบึก2565"),
        )

    out, after, members, broken, signs_in = in_an_empty_database(shelf, act)
    assert "1 books" in out
    entries = after.pop("kwan_entry")
    assert entries[:-1] == before.pop("kwan_entry")
    assert (entries[-1][3], json.loads(entries[-1][10])) == (
        "journal.brought_back",
        {"made": 20220212, "upto": 8},
    )
    heads_before, heads_after = before.pop("kwan_book"), after.pop("kwan_book")
    assert [row[:4] for row in heads_after] == [row[:4] for row in heads_before]
    assert after == before
    assert [member.name for member in members] == [NAME, "สมพร กว๊านงาม"]
    assert (broken, signs_in) == ([], True)


def test_who_was_erased_after_the_copy_stays_erased_after_the_restore(group, shelf, tmp_path, data):
    path = copied(tmp_path)
    erase(group, envelope(Erase(on=DAY, member="ก01")))
    erasures.catch_up(data)

    def act():
        out = said("restore", path)
        return (
            out,
            [m.name for m in people.members(group)],
            breaches(),
            SealKey.objects.filter(member="ก01").count(),
        )

    out, names, broken, keys = in_an_empty_database(shelf, act)
    assert "Erased anew, for they asked after the copy was made: 1" in out
    assert (names, broken, keys) == ([None, "สมพร กว๊านงาม"], [], 0)


def test_words_beside_others_entries_that_named_them_are_erased_anew_too(group, shelf, tmp_path, data):
    note = post(group, deposit("ก02", 5000, note=f"ฝากโดย{NAME}"))
    path = copied(tmp_path)
    erase(group, envelope(Erase(on=DAY, member="ก01", mentions=(Mention(entry=note, field="note"),))))
    erasures.catch_up(data)

    def act():
        said("restore", path)
        return breaches(), set(queries.names_in_seals(group, "note"))

    assert in_an_empty_database(shelf, act) == ([], {4})


def test_a_restore_leaves_alone_who_was_erased_before_the_copy_and_told_something_since(
    group, shelf, tmp_path, data
):
    erase(group, envelope(Erase(on=DAY, member="ก01")))
    post(group, deposit("ก01", 5000, note="ฝากใหม่"))
    erasures.catch_up(data)
    path = copied(tmp_path)

    def act():
        out = said("restore", path)
        return "Erased anew" in out, queries.names_in_seals(group, "note")[10], breaches()

    assert in_an_empty_database(shelf, act) == (False, "ฝากใหม่", [])


def test_who_joined_and_was_erased_after_the_copy_needs_no_erasing(group, shelf, tmp_path, data):
    path = copied(tmp_path)
    post(group, Join(on=DAY, member="ก03", name="มาใหม่"))
    erase(group, envelope(Erase(on=DAY, member="ก03")))
    erasures.catch_up(data)

    def act():
        said("restore", path)
        return len(people.members(group)), breaches()

    assert in_an_empty_database(shelf, act) == (2, [])


def test_marks_printed_after_the_copy_are_explained_and_not_passed_over(group, shelf, tmp_path, data):
    path = copied(tmp_path)
    post(group, deposit(satang=777))
    witnesses.note(data, queries.heads(), NOW, "receipt")

    def act():
        said("restore", path)
        return said("check")

    out = in_an_empty_database(shelf, act)
    assert "All is well" in out
    assert "brought back from a copy at entry 9" in out
    assert "up to entry 9" in out


def test_a_cut_tail_is_not_explained_by_a_restore_that_came_before(group, shelf, tmp_path, data):
    path = copied(tmp_path)

    def act():
        said("restore", path)
        head = queries.heads()[0]
        lost = queries.BookHead(head.book, head.uid, head.kind, head.name, head.last_entry + 1, "f" * 64)
        witnesses.note(data, [lost], NOW, "receipt")
        return [(b.law, b.entry) for b in breaches()]

    assert in_an_empty_database(shelf, act) == [(3, 10)]


def test_books_that_are_there_are_not_overwritten(group, tmp_path):
    path, before = copied(tmp_path), everything()
    with pytest.raises(CommandError, match="nothing was changed"):
        said("restore", path)
    assert everything() == before


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


def harmed(path, damage):
    whole = path.read_bytes()
    if damage == "cut":
        path.write_bytes(whole[: len(whole) // 2])
    elif damage == "flipped":
        rewritten(path, lambda name, data: bytes([data[0] ^ 1]) + data[1:] if "kwan_seal." in name else data)
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "not a zip":
        path.write_bytes(b"PK\x03\x04" + b"\0" * 500)
    elif damage == "part changed":
        rewritten(path, lambda name, data: data.replace(b"15000", b"95000") if "entry" in name else data)
    else:
        with zipfile.ZipFile(path, "a") as chest:
            chest.writestr("../../way-out" if damage == "way out" else "tables/extra.jsonl", b"x")
    return path


def rewritten(path, change):
    with zipfile.ZipFile(path) as chest:
        parts = {name: chest.read(name) for name in chest.namelist()}
    with zipfile.ZipFile(path, "w") as chest:
        for name, data in parts.items():
            chest.writestr(name, change(name, data))


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


def test_a_copy_goes_from_one_database_to_sqlite_and_back(group, shelf, tmp_path, data):
    there = tmp_path / "there"
    shutil.copytree(data / "keys", there / "keys")
    run(there, "restore", copied(tmp_path))
    run(there, "backup", "-o", tmp_path / "back.kwan")
    before = everything()

    def act():
        said("restore", tmp_path / "back.kwan")
        return everything(), breaches()

    after, broken = in_an_empty_database(shelf, act)
    assert [row[3] for row in after["kwan_entry"][8:]] == ["journal.brought_back"] * 2
    assert (after["kwan_transfer"], after["kwan_seal"], broken) == (
        before["kwan_transfer"],
        before["kwan_seal"],
        [],
    )


def run(folder, *words):
    """Say a command to another Kwan, whose books are a SQLite file in this folder."""
    environment = {**os.environ, "KWAN_DATA": str(folder), "DATABASE_URL": "", "PYTHONPATH": SOURCE}
    subprocess.run(
        [sys.executable, "-m", "kwan", *map(str, words)], env=environment, check=True, capture_output=True
    )


def test_books_that_are_put_aside_make_room(group, tmp_path, data):
    place = tmp_path / "place"
    shutil.copytree(data / "keys", place / "keys")
    path = copied(tmp_path)
    run(place, "restore", path)
    with pytest.raises(subprocess.CalledProcessError):
        run(place, "restore", path)
    run(place, "restore", path, "--replace")
    assert len(list(place.glob("kwan.sqlite3.before-*"))) == 1
    run(place, "check")


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


def test_on_a_new_machine_the_keys_are_brought_from_where_they_were_kept(group, tmp_path, data):
    place = tmp_path / "place"
    path = copied(tmp_path)
    with pytest.raises(subprocess.CalledProcessError) as refused:
        run(place, "restore", path)
    assert "another key" in refused.value.stderr.decode()
    run(place, "restore", path, "--keys", data / "keys")
    assert (place / "keys" / "seal.key").read_text() == (data / "keys" / "seal.key").read_text()
    run(place, "check")


def test_photos_of_the_banks_book_come_back_and_cannot_be_seen_in_the_copy(group, shelf, tmp_path, data):
    drawn = b"\xff\xd8\xff a page of the bank's book"
    name = f"{sha256(drawn).hexdigest()}.jpg"
    (data / "pictures").mkdir()
    (data / "pictures" / name).write_bytes(drawn)
    path = copied(tmp_path)
    (data / "pictures" / name).unlink()
    with zipfile.ZipFile(path) as chest:
        assert all(drawn not in chest.read(part) for part in chest.namelist())
    in_an_empty_database(shelf, lambda: said("restore", path))
    assert (data / "pictures" / name).read_bytes() == drawn

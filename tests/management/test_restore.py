"""Books brought back from a copy: as they were, on either database, and never a way back in time unseen."""

import json
import shutil
import subprocess
import zipfile
from hashlib import sha256

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError

from kwan.journal import erasures, queries, witnesses
from kwan.journal.models import SealKey
from kwan.people import queries as people
from kwan.people.commands import Erase, Join, Mention, erase
from tests.journal.hands import DAY, NOW, deposit, envelope
from tests.journal.hands import write as post
from tests.management.copying import breaches, copied, everything, in_an_empty_database, run
from tests.management.speaking import said

NAME = "บัวผัน ใจดี"
pytestmark = pytest.mark.usefixtures("data")


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

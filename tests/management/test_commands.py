"""The other words of the kwan command: measure, check, report, template, seat, demo."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from uuid import uuid4

import openpyxl
import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command

import kwan
from kwan.journal import queries
from kwan.journal.commands import open_book
from kwan.management.opening import now, open_books
from kwan.people.entrance.phones import offer_of
from kwan.people.queries import seats
from tests.journal.test_planted_breaches import behind_the_gate
from tests.management.speaking import said, stopped, told
from tests.workbook.bringing import a_group, breaches
from tests.workbook.making import xlsx

SOURCE = str(Path(kwan.__file__).parents[1])
GROUP = "ปลาส้มบ้านดอน"


@pytest.fixture(autouse=True)
def data(settings, tmp_path):
    """A data folder of its own for every test."""
    settings.KWAN_DATA = tmp_path / "data"
    settings.KWAN_DATA.mkdir()
    return settings.KWAN_DATA


@pytest.fixture
def group(tmp_path):
    """The small group's books."""
    path = tmp_path / "ปลาส้ม.xlsx"
    path.write_bytes(xlsx(a_group()))
    said("import", path)
    return queries.heads("group")[0].book


@pytest.mark.django_db
def test_measure_answers_with_value_unit_and_entries(group):
    answer = told("measure", "--group", GROUP)
    assert (answer["group"], answer["last_entry"]) == (GROUP, queries.head(group).last_entry)
    assert answer["measures"]["savings.balance"] == {"value": 30050, "unit": "satang", "entries": 4}
    assert answer["measures"]["orders.receivable"] == {"value": 130000, "unit": "satang", "entries": 1}
    assert all(set(found) == {"value", "unit", "entries"} for found in answer["measures"].values())


@pytest.mark.django_db
def test_a_group_that_is_not_there_is_answered_with_those_that_are(group):
    with pytest.raises(CommandError, match=GROUP):
        said("measure", "--group", "อื่น")


@pytest.mark.django_db
def test_check_says_that_all_is_well(group):
    assert "All is well: 1 books" in said("check")


@pytest.mark.django_db
def test_check_stops_with_the_first_broken_law_after_a_planted_breach(group):
    behind_the_gate(
        "UPDATE kwan_transfer SET quantity = quantity + 1",
        "UPDATE kwan_saving SET satang = satang * 2",
    )
    code, words = stopped("check")
    assert (code, len(words.splitlines())) == (1, 1)
    assert re.match(r"กฎข้อ \d · law \d — สมุด \d+", words)


def test_books_of_an_earlier_kwan_are_told_as_such_and_lose_nothing_when_they_are_opened(books, group):
    before = queries.heads("group")
    call_command("migrate", "kwan", "0001", verbosity=0)
    code, words = stopped("check")
    assert (code, "of an earlier Kwan" in words) == (1, True)
    open_books()
    assert (queries.heads("group"), breaches()) == (before, [])
    assert "All is well: 1 books" in said("check")


@pytest.mark.django_db
def test_check_names_every_breach_if_asked(group):
    behind_the_gate("UPDATE kwan_saving SET satang = satang * 2")
    code, words = stopped("check", "--all")
    assert (code, len(words.splitlines()) > 1) == (1, True)


@pytest.mark.django_db
def test_a_tail_cut_off_after_a_report_is_seen_by_its_witness(group, tmp_path):
    said("report", "--group", GROUP, "--format", "json", "-o", tmp_path / "r.json")
    head = queries.head(group)
    last = head.last_entry
    assert queries.entry(group, last).kind == "fund.withdrawal"
    before = queries.entry_hash(group, last - 1)
    behind_the_gate(
        *(
            f"UPDATE kwan_account SET balance = balance {sign} 5000 WHERE number = "
            f"(SELECT {side} FROM kwan_transfer WHERE entry = {last})"
            for side, sign in (("source", "+"), ("target", "-"))
        ),
        *(
            f"UPDATE kwan_accountmonth SET {column} = {column} - 5000 WHERE month = 202103 AND account = "
            f"(SELECT {side} FROM kwan_transfer WHERE entry = {last})"
            for side, column in (("source", "went_out"), ("target", "came_in"))
        ),
        "DELETE FROM kwan_accountmonth WHERE came_in = 0 AND went_out = 0",
        f"DELETE FROM kwan_saving WHERE entry = {last}",
        f"DELETE FROM kwan_transfer WHERE entry = {last}",
        f"DELETE FROM kwan_entry WHERE number = {last}",
        f"UPDATE kwan_book SET head = {last - 1}, head_hash = '{before}' WHERE kind = 'group'",
    )
    assert breaches() == []  # the chain alone cannot know
    code, words = stopped("check")
    assert (code, str(last) in words) == (1, True)


@pytest.mark.django_db
def test_a_report_notes_its_head_as_a_witness(group, tmp_path, data):
    said("report", "--group", GROUP, "--format", "html", "-o", tmp_path / "r.html")
    head = queries.head(group)
    assert (
        (data / "witnesses.txt")
        .read_text(encoding="utf-8")
        .startswith(f"{head.uid} {head.last_entry} {head.hash} ")
    )


@pytest.mark.django_db
def test_a_report_that_cannot_be_written_says_so(group, tmp_path):
    with pytest.raises(CommandError, match="could not be written"):
        said("report", "--group", GROUP, "-o", tmp_path / "no" / "where.html")


@pytest.mark.django_db
def test_the_template_filled_in_comes_in_without_a_question(tmp_path):
    path = tmp_path / "แบบ.xlsx"
    said("template", "-o", path)
    book = openpyxl.load_workbook(path)
    for row, value in zip(book["กลุ่ม"].iter_rows(min_row=2), ["จักสานบ้านเหนือ", "จักสาน"], strict=False):
        row[0].offset(column=1).value = value
    book["สมาชิก"].append(["ก01", "บัวผัน ใจดี", "ประธาน", "1 ม.ค. 64"])
    book["สมุดออม"].append(["5 ก.พ. 64", "ก01", 120, None, "ครั้งแรก"])
    book["ลูกค้า"].append(["ร้านป้าแดง", "ร้านค้า", "เมืองพะเยา"])
    book["คำสั่งซื้อ"].append(["1", "6 ก.พ. 64", "ร้านป้าแดง", "ตะกร้า", 2, "ใบ", 150, None, "จ่ายแล้ว"])
    book.save(path)
    answer = told("import", path)
    assert (answer["held"], answer["refused"], answer["remarks"]) == ([], [], [])
    measures = told("measure", "--group", "จักสานบ้านเหนือ")["measures"]
    assert [measures[name]["value"] for name in ("members.active", "savings.balance", "orders.paid")] == [
        1,
        12000,
        30000,
    ]


@pytest.mark.django_db
def test_an_empty_template_comes_in_as_a_group_that_has_nothing_yet(tmp_path):
    path = tmp_path / "แบบ.xlsx"
    said("template", "-o", path)
    answer = told("import", path)
    assert (answer["held"], answer["refused"]) == ([], [])


@pytest.mark.django_db
def test_a_seat_lets_a_person_in_and_is_ended_again(group):
    words = said("seat", "somchai", "--group", GROUP, "--role", "treasurer")
    name, password = words.split()
    user = User.objects.get(username=name)
    assert user.check_password(password)
    assert [(seat.book, seat.role) for seat in seats(user.pk)] == [(group, "treasurer")]
    said("seat", "somchai", "--group", GROUP, "--end")
    assert seats(user.pk) == []


@pytest.mark.django_db
def test_an_officers_seat_may_come_with_a_phone_instead_of_a_password(group):
    words = said("seat", "somsri", "--group", GROUP, "--role", "chair", "--member", "ก01", "--phone")
    code = words.split()[0].removeprefix("/pair/").rstrip("/")
    user = User.objects.get(username="somsri")
    assert not user.has_usable_password()
    assert [(seat.role, seat.member) for seat in seats(user.pk)] == [("chair", "ก01")]
    assert offer_of(code, now()).user == user.pk


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        ("--group", GROUP, "--role", "member"),
        ("--group", GROUP, "--member", "ก99"),
        ("--group", GROUP, "--role", "facilitator", "--phone"),
        ("--project", "โครงการหนึ่ง", "--role", "chair"),
    ],
)
def test_a_seat_that_there_is_not_is_refused_and_nobody_is_let_in(group, wrong):
    open_book(str(uuid4()), "project", "โครงการหนึ่ง")
    with pytest.raises(CommandError):
        said("seat", "somsri", *wrong)
    assert not User.objects.filter(username="somsri").exists()


@pytest.mark.slow
def test_the_demo_sets_itself_up_and_leaves_nothing(tmp_path):
    environment = {
        **os.environ,
        "PYTHONPATH": SOURCE,
        "TMPDIR": str(tmp_path),
        "KWAN_DATA": str(tmp_path / "unused"),
    }
    environment.pop("DATABASE_URL", None)
    done = subprocess.run(
        [sys.executable, "-m", "kwan", "demo", "--set-up-only", "--no-browser"],
        env=environment, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "แปรรูปผักตบชวา" in done.stdout
    assert "facilitator" in done.stdout
    assert "member3" in done.stdout
    assert "http://127.0.0.1:" in done.stdout
    assert [path for path in tmp_path.iterdir() if path.name.startswith("kwan-demo")] == []


@pytest.mark.slow
def test_the_command_runs_on_a_folder_of_its_own(books, tmp_path):
    path = tmp_path / "ปลาส้ม.xlsx"
    path.write_bytes(xlsx(a_group()))
    environment = {**os.environ, "PYTHONPATH": SOURCE, **books.environment}
    run = [sys.executable, "-m", "kwan"]
    subprocess.run([*run, "import", str(path)], env=environment, check=True, capture_output=True, timeout=60)
    done = subprocess.run(
        [*run, "measure", "--group", GROUP, "--json"],
        env=environment,
        check=True,
        capture_output=True,
        timeout=60,
    )
    assert json.loads(done.stdout)["measures"]["savings.balance"]["value"] == 30050

"""The tests' own databases: real commits, one copy each."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections, transaction

LOOK = "from django.contrib.auth.models import User; print(User.objects.get())"


def write_a_person(name):
    User.objects.create(username=name)


def names():
    return [user.username for user in User.objects.order_by("username")]


@pytest.mark.parametrize("_again", [1, 2])
def test_every_test_gets_books_without_anybody_elses_rows(books, _again):
    write_a_person("somjai")
    assert names() == ["somjai"]


def test_what_is_written_is_committed_and_another_thread_sees_it(books):
    write_a_person("somjai")

    def look():
        try:
            return names()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(look).result() == ["somjai"]
    assert not connection.in_atomic_block


def test_another_process_finds_the_same_books(books):
    write_a_person("somjai")
    script = f"import django; django.setup(); {LOOK}"
    answer = subprocess.run(
        [sys.executable, "-c", script],
        env=os.environ | books.environment | {"PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout == "somjai\n"


@pytest.mark.django_db
def test_a_test_that_rolls_back_shares_one_copy():
    with transaction.atomic():
        write_a_person("bua")
    assert names() == ["bua"]


def test_books_come_after_a_shared_copy_and_are_empty(books):
    assert names() == []


@pytest.mark.django_db
def test_the_shared_copy_was_rolled_back():
    assert names() == []


def test_the_vendor_is_the_one_that_was_asked_for(request, books):
    asked = {"sqlite": "sqlite", "postgres": "postgresql"}[request.config.getoption("--db")]
    assert (connection.vendor, books.vendor) == (asked, asked)


@pytest.mark.postgres
def test_postgres_has_its_say(books):
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        assert cursor.fetchone() == ("UTF8",)


@pytest.mark.skipif(sys.platform != "linux", reason="the newer SQLite comes as a wheel for Linux")
def test_sqlite_is_free_of_the_write_ahead_log_bug():
    from django.db.backends.sqlite3.base import Database

    assert Database.sqlite_version_info >= (3, 51, 3)

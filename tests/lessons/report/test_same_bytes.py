"""The same books give the same bytes: twice in a row, and in another process with another hash seed."""

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from django.conf import settings

from kwan.lessons.report.build import for_group
from kwan.lessons.report.formats import FORMATS
from tests.programme.a_year import a_year

PROGRAM = """
import django
django.setup()
from hashlib import sha256
from kwan.lessons.report.build import for_group
from kwan.lessons.report.formats import FORMATS
for name, write in sorted(FORMATS.items()):
    for lang in ("th", "en"):
        print(name, lang, sha256(write(for_group({book}), lang)).hexdigest())
"""


def in_this_process(book):
    return [
        f"{name} {lang} {sha256(write(for_group(book), lang)).hexdigest()}"
        for name, write in sorted(FORMATS.items())
        for lang in ("th", "en")
    ]


def in_another_process(book, environment, seed):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(book=book)],
        env={
            **os.environ,
            **environment,
            "PYTHONHASHSEED": seed,
            "PYTHONPATH": "src",
            "TZ": "Pacific/Auckland",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.slow
def test_a_report_is_the_same_to_the_byte_wherever_and_whenever_it_is_written(books):
    book = a_year()
    # Cards and names open with the installation's key, wherever the books lie.
    shutil.copytree(settings.KWAN_DATA / "keys", Path(books.environment["KWAN_DATA"]) / "keys")
    first = in_this_process(book)
    assert len(first) == 8
    assert in_this_process(book) == first
    assert in_another_process(book, books.environment, "7") == first

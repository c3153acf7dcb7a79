"""The contracts about imports hold, and each would notice its own breach.

The breaches are planted in a house of empty rooms, so that no real room has to be broken.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house import tree

ROOMS = ["journal", "people", "fund", "production", "market", "wellbeing", "programme", "lessons"]
SHELVES = ["commands", "queries", "models", "rules"]
PLAIN = [
    "catalogue",
    "web",
    "sync",
    "management",
    "workbook",
    "portfolio",
    "quantities",
    "thai",
    "ids",
    "pictures",
]
ROOF = ["urls", "asgi", "settings", "apps", "models", "__main__"]

BREACHES = [
    ("fund/commands.py", "from kwan.market import queries", "Imports only go down the stairs"),
    ("journal/commands.py", "from kwan.people import queries", "Imports only go down the stairs"),
    ("people/commands.py", "from kwan import web", "Imports only go down the stairs"),
    ("thai.py", "from kwan.journal import rules", "Imports only go down the stairs"),
    ("web.py", "from kwan import sync", "Imports only go down the stairs"),
    ("attic.py", "", "Imports only go down the stairs"),
    ("fund/rules.py", "import django", "Rules and the ground are pure"),
    ("lessons/rules.py", "import sqlite3", "Rules and the ground are pure"),
    ("market/rules.py", "from kwan.market import figures", "Rules and the ground are pure"),
    ("wellbeing/statistics.py", "import psycopg", "Rules and the ground are pure"),
    ("quantities.py", "import openpyxl", "Rules and the ground are pure"),
    ("pictures.py", "from django.utils import safestring", "Rules and the ground are pure"),
    ("web.py", "from kwan.fund import models", "Doors speak only commands and queries"),
    ("management.py", "from kwan.fund import models", "Doors speak only commands and queries"),
    ("workbook.py", "from kwan.journal.models import Entry", "Doors speak only commands and queries"),
    ("management.py", "from kwan.lessons import models", "Doors speak only commands and queries"),
    (
        "programme/queries.py",
        "from kwan.wellbeing import models",
        "Wellbeing answers are touched only inside",
    ),
    (
        "lessons/queries.py",
        "from kwan.wellbeing.models import Answer",
        "Wellbeing answers are touched only inside",
    ),
    ("market/queries.py", "from kwan.market import commands", "Inside a room: commands may ask queries"),
    ("people/models.py", "from kwan.people import queries", "Inside a room: commands may ask queries"),
    ("production/rules.py", "from kwan.production import models", "Inside a room: commands may ask queries"),
    ("ids.py", "from kwan import thai", "No circles anywhere"),
]


@pytest.fixture(scope="module")
def empty_house(tmp_path_factory):
    """A house with every room and nothing in it; `thai` may look at `ids`, as the ground allows."""
    house = tmp_path_factory.mktemp("house")
    shutil.copy(tree.HOME / "pyproject.toml", house)
    kwan = house / "src" / "kwan"
    files = ["__init__", *PLAIN, *ROOF]
    files += [f"{room}/{name}" for room in ROOMS for name in ["__init__", *SHELVES]]
    for name in files:
        write(kwan / f"{name}.py", "")
    write(kwan / "wellbeing" / "statistics.py", "")
    write(kwan / "market" / "figures.py", "from django.db import models\n")
    write(kwan / "thai.py", "from kwan import ids\n")
    write(kwan / "models.py", "from kwan.wellbeing import models\n")
    return house


def write(path: Path, text: str):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def inspect(house: Path):
    """Run import-linter on the house; return the contracts it reports as broken, and all it says."""
    done = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=house,
        env=os.environ | {"PYTHONPATH": str(house / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    broken = [line.removesuffix(" BROKEN") for line in done.stdout.splitlines() if line.endswith(" BROKEN")]
    return done.returncode, broken, done.stdout + done.stderr


def test_an_empty_house_keeps_every_contract(empty_house):
    code, broken, said = inspect(empty_house)
    assert (code, broken) == (0, []), said


@pytest.mark.parametrize(("place", "breach", "contract"), BREACHES)
def test_a_planted_breach_is_noticed(empty_house, tmp_path, place, breach, contract):
    house = tmp_path / "house"
    shutil.copytree(empty_house, house)
    file = house / "src" / "kwan" / place
    before = file.read_text(encoding="utf-8") if file.exists() else ""
    write(file, f"{before}{breach}\n")
    code, broken, said = inspect(house)
    assert code == 1, said
    assert any(name.startswith(contract) for name in broken), said


def test_the_real_house_keeps_every_contract():
    code, broken, said = inspect(tree.HOME)
    assert (code, broken) == (0, []), said

"""What the project leans on: few libraries, each with a reason, each exactly the one that was looked at."""

import re
import sys
import tomllib

from tests.house import tree

MOST_RUNTIME_DEPENDENCIES = 24
PROJECT = tomllib.loads(tree.text("pyproject.toml"))
RUNTIME = {re.match(r"[\w-]+", line).group() for line in PROJECT["project"]["dependencies"]}


def pins(lock):
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", tree.text(lock), re.MULTILINE))


def test_there_are_two_dozen_runtime_dependencies_at_most():
    assert len(RUNTIME) <= MOST_RUNTIME_DEPENDENCIES


def test_each_runtime_dependency_has_its_reason_and_no_reason_is_left_over():
    decision = tree.text("docs/decisions/0002-dependencies.md")
    table = decision.partition("## What comes with Kwan")[2].partition("\n## ")[0]
    assert set(re.findall(r"^- \*\*([\w-]+)\*\*: \S", table, re.MULTILINE)) == RUNTIME


def test_the_runtime_lock_holds_every_runtime_dependency():
    assert pins("requirements.lock").keys() >= RUNTIME


def test_what_developers_install_contains_exactly_what_everybody_installs():
    developers = pins("requirements-dev.lock")
    everybody = pins("requirements.lock")
    assert {name: developers.get(name) for name in everybody} == everybody


def test_every_pin_is_held_by_a_hash():
    unheld = [
        f"{lock}: {pin.splitlines()[0]}"
        for lock in ("requirements.lock", "requirements-dev.lock")
        for pin in re.split(r"^(?=[\w.-]+==)", tree.text(lock), flags=re.MULTILINE)[1:]
        if "--hash=sha256:" not in pin
    ]
    assert unheld == []


def test_run_py_and_the_whole_test_need_nothing_but_python():
    for script in ("run.py", "tests/everything.py"):
        assert tree.imported_by(script) - set(sys.stdlib_module_names) == set(), script

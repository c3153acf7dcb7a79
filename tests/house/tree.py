"""What the project consists of: the files Git knows, and the Python among them."""

import ast
import subprocess
from functools import cache
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent.parent
NOT_TEXT = {".docx", ".gz", ".jpg", ".pdf", ".png", ".woff2", ".xls", ".xlsx"}


@cache
def tracked():
    """Return every file of the project, relative to its root."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=HOME, capture_output=True, check=False)
    if listed.returncode == 0:
        files = [Path(name) for name in listed.stdout.decode().split("\0") if name]
    else:  # an unpacked archive
        files = [path.relative_to(HOME) for path in HOME.rglob("*") if ".venv" not in path.parts]
    return sorted(path for path in files if (HOME / path).is_file())


def python_files():
    """Return the project's own Python, what makemigrations writes left out."""
    return [path for path in tracked() if path.suffix == ".py" and "migrations" not in path.parts]


def text_files():
    """Return the files a person can read, with what stands in them."""
    return {path: text(path) for path in tracked() if path.suffix not in NOT_TEXT}


def text(path):
    return (HOME / path).read_bytes().decode()


@cache
def syntax(path):
    return ast.parse(text(path), filename=str(path))


def imported_by(path):
    """Return the top-level packages that a file imports anywhere in it."""
    found = set()
    for node in ast.walk(syntax(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            found.add(node.module.partition(".")[0])
    return found

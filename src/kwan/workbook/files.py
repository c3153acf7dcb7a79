"""From a file to plain rows, safely: looked at first, then opened in a confined child."""

import contextlib
import hashlib
import os
import pickle
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, Final

from kwan.workbook.csvfiles import open_csv
from kwan.workbook.preflight import MAX_BYTES, MEGABYTE, Format, look
from kwan.workbook.refusals import Unreadable
from kwan.workbook.sheetxml import Cell, Merge

__all__ = ["Book", "Cell", "Sheet", "Unreadable", "read"]

# Generous: a slow village laptop reads 200,000 rows in half of it.
SECONDS: Final = 90
_SOURCE: Final = Path(__file__).resolve().parents[2]
_DATES: Final = {("datetime", name) for name in ("datetime", "date", "time", "timedelta")}


@dataclass(slots=True)
class Sheet:
    """One sheet: `rows[i]` is row i + 1 as people count them; a blank row is ()."""

    title: str
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    merges: list[Merge] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Book:
    """A file as it was read. `sha256` is of its bytes, in hex."""

    name: str
    sha256: str
    sheets: list[Sheet]


class _DatesOnly(pickle.Unpickler):
    """Reads what the child sends and nothing else: a taken-over child cannot send code."""

    def find_class(self, module: str, name: str) -> Any:
        """Allow the four classes a cell may have besides text and numbers."""
        if (module, name) in _DATES:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(name)


def read(source: str | Path | bytes, name: str | None = None) -> Book:
    """Read a workbook: xlsx, xlsm, xls or csv, told apart by content.

    `name` is what people call the file; a path brings its own.
    Raises `Unreadable`, with a sentence in Thai and English, for whatever cannot be read.
    """
    data = source if isinstance(source, bytes) else _load(Path(source))
    name = name or ("" if isinstance(source, bytes) else Path(source).name)
    kind = look(data)
    sheets = [Sheet(Path(name).stem, open_csv(data))] if kind == "csv" else _in_child(kind, data)
    return Book(name, hashlib.sha256(data).hexdigest(), sheets)


def _load(path: Path) -> bytes:
    """Load a file, but never more of it than we would accept."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise Unreadable("damaged") from error
    if len(data) > MAX_BYTES:
        raise Unreadable("too_big", f"{MAX_BYTES // MEGABYTE} MB")
    return data


def _in_child(kind: Format, data: bytes) -> list[Sheet]:
    """Let a child read `data`. It is killed when it takes too long."""
    environment = {**os.environ, "PYTHONPATH": str(_SOURCE), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", "kwan.workbook.child", kind]
    with subprocess.Popen(  # noqa: S603 - our own module; the file goes in as bytes
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    ) as child:
        overdue = threading.Event()

        def stop() -> None:
            overdue.set()
            child.kill()

        timer = threading.Timer(SECONDS, stop)
        timer.start()
        try:
            return _converse(child, data)
        except Unreadable:
            if overdue.is_set():
                raise Unreadable("too_slow") from None
            raise
        finally:
            timer.cancel()
            child.kill()


def _converse(child: "subprocess.Popen[bytes]", data: bytes) -> list[Sheet]:
    stdin, stdout = child.stdin, child.stdout
    if stdin is None or stdout is None:  # pragma: no cover - both were asked for
        raise Unreadable("damaged")
    with contextlib.suppress(BrokenPipeError):
        stdin.write(data)
        stdin.close()
    return _collect(stdout)


def _collect(stdout: IO[bytes]) -> list[Sheet]:
    """Gather the child's events until it says how it ended. A silent end is a refusal."""
    sheets: list[Sheet] = []
    while True:
        try:
            # A fresh one for each event: an unpickler keeps its memory between loads.
            what, content = _DatesOnly(stdout).load()
        except (EOFError, pickle.UnpicklingError) as error:
            raise Unreadable("damaged") from error
        if what == "done":
            return sheets
        if what == "refused":
            raise Unreadable(*content)
        if what == "sheet":
            sheets.append(Sheet(content))
        elif what == "rows":
            sheets[-1].rows.extend(content)
        else:
            sheets[-1].merges.extend(content)

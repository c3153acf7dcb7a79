"""kwan backup -o FILE: all books in one file; --drill: and whether it would bring them back."""

import os
import shutil
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from kwan.journal import erasures, witnesses
from kwan.journal.backup import Unusable, opened, write
from kwan.management.opening import now, open_books
from kwan.thai.date_styles import format_date

KEYS = "keys"


class Command(BaseCommand):
    """Write the copy, read it again, and say where the key is. Others may go on writing meanwhile."""

    help = (
        "Copy all books into one file, for a USB stick; with --drill, try whether it would bring them back."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to, and whether to try it out."""
        parser.add_argument(
            "-o",
            "--output",
            type=Path,
            metavar="FILE",
            help="where the copy goes; nothing there is overwritten",
        )
        parser.add_argument(
            "--drill",
            action="store_true",
            help="restore the copy into a throwaway folder and run the whole check there",
        )

    def handle(self, **options: Any) -> None:
        """Write, read again, and drill if asked. Without a place, a drill's copy is thrown away."""
        if options["output"] is None and not options["drill"]:
            message = (
                "บอกที่เก็บด้วย เช่น kwan backup -o สำรอง.kwan · Say where to, as in kwan backup -o copy.kwan"
            )
            raise CommandError(message)
        open_books()
        if options["output"] is None:
            with tempfile.TemporaryDirectory(prefix="kwan-copy-") as folder:
                self._copy(Path(folder) / "copy.kwan", options)
        else:
            self._copy(options["output"], options)

    def _copy(self, path: Path, options: dict[str, Any]) -> None:
        page = written(path, now())
        entries = sum(book["entry"] for book in page["books"])
        if options["output"]:
            self.stdout.write(
                f"สำรองแล้ว: {path} · สมุด {len(page['books'])} เล่ม {entries:,} รายการ {path.stat().st_size:,} ไบต์ อ่านทวนแล้วครบ\n"
                f"Copied: {len(page['books'])} books, {entries:,} entries, {path.stat().st_size:,} bytes, read again and whole."
            )
        if options["drill"]:
            self.stdout.write(drilled(path, now()))
        keys = settings.KWAN_DATA / KEYS
        self.stdout.write(
            f"กุญแจไม่ได้อยู่ในไฟล์นี้ เก็บสำเนาของโฟลเดอร์ {keys} ไว้คนละที่กับไฟล์สำรอง ไม่มีกุญแจก็เปิดไฟล์นี้ไม่ได้\n"
            f"The key is not in this file. Keep a copy of the folder {keys} apart from it: without the key the file does not open."
        )


def written(path: Path, at: datetime) -> dict[str, Any]:
    """Write a copy and read it from end to end; return its first page. Raise CommandError if that cannot be done."""
    try:
        page = write(path, settings.KWAN_DATA, at)
        opened(path)
    except FileExistsError as error:
        message = f"มีไฟล์ {path} อยู่แล้ว ไม่เขียนทับ ตั้งชื่ออื่น · There is a file {path} already; it is not overwritten. Choose another name."
        raise CommandError(message) from error
    except OSError as error:
        message = f"เขียนไฟล์ไม่ได้: {error} · The file could not be written: {error}"
        raise CommandError(message) from error
    except Unusable as error:
        raise CommandError(str(error)) from error
    return page


def drilled(path: Path, at: datetime) -> str:
    """Restore a copy into a throwaway folder, as `kwan restore` does; return what to say of it.

    Raise CommandError with what went wrong if it would not bring the books back.
    """
    started = monotonic()
    with tempfile.TemporaryDirectory(prefix="kwan-drill-") as name:
        folder = Path(name)
        shutil.copytree(settings.KWAN_DATA / KEYS, folder / KEYS)
        for beside in (erasures.NAME, witnesses.NAME):
            if (settings.KWAN_DATA / beside).exists():
                shutil.copy(settings.KWAN_DATA / beside, folder / beside)
        for words in (["restore", str(path.resolve())], ["check"]):
            tried = _tried(folder, words)
            if tried.returncode:
                message = f"ซ้อมกู้คืนไม่สำเร็จ · The drill failed:\n{tried.stdout}{tried.stderr}"
                raise CommandError(message)
    seconds = monotonic() - started
    return (
        f"ซ้อมกู้คืนสำเร็จ {format_date(at.date(), 'long')}: เอากลับได้ครบใน {seconds:.0f} วินาที ทุกกฎยังอยู่ (ซ้อมในโฟลเดอร์ชั่วคราว สมุดจริงไม่ถูกแตะ)\n"
        f"The drill succeeded on {format_date(at.date(), 'en')}: everything came back in {seconds:.0f} s, every law holds "
        "(in a throwaway folder; your own books were not touched)."
    )


def _tried(folder: Path, words: list[str]) -> subprocess.CompletedProcess[str]:
    own_code = os.pathsep.join([str(settings.BASE.parent), os.environ.get("PYTHONPATH", "")])
    environment = {
        **os.environ,
        "KWAN_DATA": str(folder),
        "PYTHONPATH": own_code,
        "PYTHONIOENCODING": "utf-8",
    }
    environment.pop("DATABASE_URL", None)
    command = [sys.executable, "-P", "-m", "kwan", *words]
    return subprocess.run(command, env=environment, check=False, capture_output=True, encoding="utf-8")  # noqa: S603

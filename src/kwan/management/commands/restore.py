"""kwan restore FILE: the books back from a copy."""

from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import connection
from django.utils.timezone import localdate

from kwan.journal.backup import Unusable, is_empty, opened
from kwan.journal.sweeping import sweep
from kwan.management.opening import now, open_books
from kwan.management.restoring import restore
from kwan.thai.date_styles import format_date

SEAL = "seal.key"
KEY_LENGTH = 64
PARTS_OF_SQLITE = ("", "-wal", "-shm", "-journal")


class Command(BaseCommand):
    """Bring the books back, whole or not at all. Books that are there are never overwritten."""

    help = "Bring the books back from a copy (--data FOLDER, or DATABASE_URL for PostgreSQL)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the copy, the keys, and whether books that are there may be put aside."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--keys",
            type=Path,
            metavar="FOLDER",
            help="the folder of the group's keys, if they are not in the data folder yet",
        )
        parser.add_argument(
            "--replace",
            action="store_true",
            help="put the books that are there aside, under another name, first",
        )

    def handle(self, **options: Any) -> None:
        """Look at the copy first; then make room, bring the books back, and say what they are."""
        try:
            with using_keys(options["keys"]):
                copy = opened(options["file"])
                with room_made(replace=options["replace"]) as aside:
                    done = restore(copy, settings.KWAN_DATA, now())
        except Unusable as error:
            raise CommandError(str(error)) from error
        sweep()
        if aside:
            self.stdout.write(
                f"สมุดเดิมเก็บไว้ที่ {aside} ตรวจสมุดใหม่ว่าถูกแล้วค่อยทิ้ง เพราะยังมีข้อมูลส่วนตัวอยู่\n"
                f"The former books lie in {aside}. Throw that away once the new ones are right: personal data is in it."
            )
        for head in done.heads:
            self.stdout.write(f"  {head.name} · {head.last_entry:,}")
        made = localdate(datetime.fromisoformat(copy.made))
        self.stdout.write(
            f"เอากลับมาแล้ว: สมุด {len(done.heads)} เล่ม จากสำเนาวันที่ {format_date(made, 'long')} ตรวจครบทุกกฎ ที่จดหลังวันนั้นต้องจดใหม่จากกระดาษ\n"
            f"Brought back: {len(done.heads)} books from the copy of {format_date(made, 'en')}, every law holds. What was written after that day "
            "has to be written anew from paper."
        )
        if done.erased_again:
            self.stdout.write(
                f"ลบข้อมูลส่วนตัวซ้ำให้คนที่ขอลบหลังวันสำรอง: {done.erased_again} คน · "
                f"Erased anew, for they asked after the copy was made: {done.erased_again}"
            )


@contextmanager
def using_keys(folder: Path | None) -> Iterator[None]:
    """Work with the keys in this folder; keep them in the data folder if all went well. Raise CommandError if there are none."""
    if folder is None:
        yield
        return
    before, settings.SEAL_KEY = settings.SEAL_KEY, key_in(folder / SEAL)
    try:
        yield
    except BaseException:
        settings.SEAL_KEY = before
        raise
    for path in sorted(folder.glob("*.key")):
        kept = settings.KWAN_DATA / "keys" / path.name
        text = path.read_text(encoding="ascii")
        if (
            kept.exists() and kept.read_text(encoding="ascii") != text
        ):  # books that were put aside may need it
            kept.replace(kept.with_name(f"{path.name}.before-{now():%Y%m%dT%H%M%S}"))
        kept.touch(mode=0o600)
        kept.write_text(text, encoding="ascii")


def key_in(path: Path) -> str:
    """Return the key in this file. Raise CommandError if it is none."""
    try:
        text = path.read_text(encoding="ascii").strip()
        is_key = len(bytes.fromhex(text)) * 2 == KEY_LENGTH
    except (OSError, ValueError):
        text, is_key = "", False
    if not is_key:
        message = f"ไฟล์ {path} ไม่ใช่กุญแจของสมุด · The file {path} is no key of books."
        raise CommandError(message)
    return text


@contextmanager
def room_made(*, replace: bool) -> Iterator[Path | None]:
    """Open an empty database; books that stand there are put aside if that was asked for, and back if all fails.

    Raise CommandError where there are books and nobody asked, or where the database cannot be put aside.
    """
    aside = None
    place = None if settings.DATABASE_URL else Path(str(connection.settings_dict["NAME"]))
    if place is None or place.exists():
        open_books()
        if not is_empty():
            if not replace or place is None:
                raise CommandError(_not_empty(is_file=place is not None))
            aside = _moved(place, place.with_name(f"{place.name}.before-{now():%Y%m%dT%H%M%S}"))
    try:
        open_books()
        yield aside
    except BaseException:
        if aside is not None and place is not None:
            _moved(aside, place)
        raise


def _moved(place: Path, there: Path) -> Path:
    """Move a SQLite file with all that lies beside it, over whatever stands there; return where it is now."""
    connection.close()
    for part in PARTS_OF_SQLITE:
        with suppress(FileNotFoundError):
            there.with_name(there.name + part).unlink()
        with suppress(FileNotFoundError):
            place.with_name(place.name + part).rename(there.with_name(there.name + part))
    return there


def _not_empty(*, is_file: bool) -> str:
    if is_file:
        return (
            "ในโฟลเดอร์นี้มีสมุดอยู่แล้ว ยังไม่ได้เปลี่ยนอะไร เลือกโฟลเดอร์ว่างด้วย --data หรือถ้าตั้งใจแทนที่ ใส่ --replace "
            "(สมุดเดิมจะถูกย้ายไปเก็บข้าง ๆ) · There are books in this folder; nothing was changed. Choose an empty one with "
            "--data, or, if you mean to replace them, say --replace (they are put aside)."
        )
    return (
        "ฐานข้อมูลนี้มีสมุดอยู่แล้ว ยังไม่ได้เปลี่ยนอะไร สร้างฐานข้อมูลใหม่แล้วชี้ DATABASE_URL ไปที่นั่น · "
        "There are books in this database; nothing was changed. Make a fresh database and point DATABASE_URL at it."
    )

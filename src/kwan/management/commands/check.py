"""kwan check: the whole audit of the books."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand

from kwan.catalogue import COMMANDS
from kwan.journal import audit, laws, queries, witnesses


class Command(BaseCommand):
    """Work everything out again from the entries and compare. Exit code 1 and the first broken law if any."""

    help = "The whole audit of the books: exit 1 and the first broken law, if any is broken."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to go on after the first breach."""
        parser.add_argument("--all", action="store_true", help="name every breach, not the first alone")

    def handle(self, **options: Any) -> None:
        """Print what was found."""
        if not (settings.DATABASE_URL or Path(settings.DATABASES["default"]["NAME"]).exists()):
            self.stdout.write("ยังไม่มีสมุด · There are no books yet.")
            return
        open_or_not = laws.integrity()
        if open_or_not != "ok":
            self._broken(f"ไฟล์ฐานข้อมูลเสียหาย: {open_or_not}", f"The database file is damaged: {open_or_not}")
        found = False
        for breach in audit.check(COMMANDS, witnesses.seen(settings.KWAN_DATA)):
            found = True
            where = f"สมุด {breach.book} รายการที่ {breach.entry}" if breach.entry else f"สมุด {breach.book}"
            self.stdout.write(f"กฎข้อ {breach.law} · law {breach.law} — {where}: {breach.th} · {breach.en}")
            if not options["all"]:
                break
        if found:
            raise SystemExit(1)
        heads = queries.heads()
        entries = sum(head.last_entry for head in heads)
        self.stdout.write(
            f"ครบถ้วน: สมุด {len(heads)} เล่ม {entries:,} รายการ ทุกกฎยังอยู่ · All is well: {len(heads)} books, {entries:,} entries, every law holds."
        )

    def _broken(self, th: str, en: str) -> None:
        self.stdout.write(f"{th} · {en}")
        raise SystemExit(1)

"""kwan check: the whole audit of the books."""

from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand

from kwan.catalogue import COMMANDS
from kwan.journal import audit, laws, queries, witnesses
from kwan.management.opening import are_behind


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
        if are_behind():
            self._broken(
                "สมุดชุดนี้มาจากกว๊านรุ่นก่อน ของเดิมอยู่ครบ สำรองไว้ แล้วเปิดด้วย kwan serve หนึ่งครั้ง จึงตรวจใหม่",
                "These books are of an earlier Kwan, and all is there. Copy the folder, open them once with kwan serve, and check again.",
            )
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

        for line in explained():
            self.stdout.write(line)

    def _broken(self, th: str, en: str) -> None:
        self.stdout.write(f"{th} · {en}")
        raise SystemExit(1)


def explained() -> Iterator[str]:
    """Yield, for each book that was brought back from a copy, what was printed of it and is not in it any more."""
    names = {head.book: head.name for head in queries.heads()}
    lost: dict[tuple[int, int], int] = {}
    for stray in witnesses.strays(witnesses.seen(settings.KWAN_DATA)):
        if stray.book is not None and stray.explained_by is not None:
            place = stray.book, stray.explained_by
            lost[place] = max(stray.entry, lost.get(place, 0))
    for (book, entry), last in sorted(lost.items()):
        yield (
            f"สมุด {names[book]} เอากลับมาจากไฟล์สำรองที่รายการที่ {entry:,} กระดาษที่พิมพ์ไว้ก่อนนั้นถึงรายการที่ {last:,} ไม่มีในสมุดแล้ว "
            f"หากระดาษเหล่านั้นแล้วจดใหม่ · {names[book]} was brought back from a copy at entry {entry:,}. What had been printed "
            f"before, up to entry {last:,}, is no longer in the book: look for those papers and write them anew."
        )

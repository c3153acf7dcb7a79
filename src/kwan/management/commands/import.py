"""kwan import FILE|FOLDER…: bring groups' own workbooks into their books."""

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from kwan.journal.rules import Refusal
from kwan.management.opening import now, open_books
from kwan.workbook.files import Unreadable
from kwan.workbook.importing import Door, Imported, bring_in
from kwan.workbook.memory import remembered
from kwan.workbook.questions import write_questions

ENDINGS = (".xlsx", ".xlsm", ".xls", ".csv")


class Command(BaseCommand):
    """Bring workbooks in. Every row is posted, held with its reason, or skipped as a heading or total."""

    help = "Bring groups' own workbooks (xlsx, xls, csv, or folders of them) into their books."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take files and folders, and how to bring them in."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE|FOLDER")
        parser.add_argument(
            "--project", help="the project the groups belong to, if their workbooks do not say"
        )
        parser.add_argument("--group", help="the group's name, if the workbook does not say")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument("--json", action="store_true", help="answer in JSON")
        parser.add_argument(
            "--questions", type=Path, metavar="FOLDER", help="write a sheet of questions for each group there"
        )

    def handle(self, **options: Any) -> None:
        """Bring each file in by itself; one that cannot be read does not hold up the others."""
        open_books()
        door = Door(
            "operator",
            now(),
            options["project"],
            options["group"],
            remembered(settings.KWAN_DATA),
            options["dry_run"],
        )
        done: list[Imported] = []
        refused: list[dict[str, str]] = []
        for path in workbooks(options["files"]):
            try:
                done.append(bring_in(path, path.name, door))
            except (Unreadable, Refusal) as error:
                refused.append({"file": path.name, "reason": error.th, "reason_en": error.en})
        if options["questions"]:
            write_questions(done, options["questions"])
        self.stdout.write(
            json.dumps(as_json(done, refused), ensure_ascii=False, indent=1)
            if options["json"]
            else in_words(done, refused)
        )
        if refused and not done:
            raise SystemExit(1)


def workbooks(paths: list[Path]) -> Iterator[Path]:
    """Yield the files, and those in the folders, in order of name. Raise CommandError for what is not there."""
    for path in paths:
        if path.is_dir():
            yield from sorted(
                p
                for p in path.rglob("*")
                if p.suffix.lower() in ENDINGS and not p.name.startswith(("~$", "."))
            )
        elif path.exists():
            yield path
        else:
            message = f"ไม่พบไฟล์ {path} · There is no file {path}"
            raise CommandError(message)


def as_json(done: list[Imported], refused: list[dict[str, str]]) -> dict[str, Any]:
    """Return what happened to all files together: rows by sheet, and each held row by itself."""
    sums = {
        name: sum((getattr(one, name) for one in done), Counter())
        for name in ("posted", "skipped", "already")
    }
    held = [
        {
            "file": one.file, "group": one.group, "sheet": h.sheet, "row": h.number, "code": h.code,
            "reason": h.reason_th, "reason_en": h.reason_en, "suggestion": h.suggestion_th, "suggestion_en": h.suggestion_en,
        }
        for one in done
        for h in one.held
    ]  # fmt: skip
    gone = [{"group": one.group, "key": key, "entry": entry} for one in done for key, entry in one.gone]
    remarks = [
        {"file": one.file, "sheet": row.sheet, "row": row.number, "remark": th, "remark_en": en}
        for one in done
        for row, th, en in one.remarks
    ]
    return {
        **{name: dict(count) for name, count in sums.items()},
        "held": held,
        "gone": gone,
        "remarks": remarks,
        "refused": refused,
    }


def in_words(done: list[Imported], refused: list[dict[str, str]]) -> str:
    """Return what happened, for a person at a terminal."""
    lines: list[str] = []
    for one in done:
        read = one.posted.total() + one.skipped.total() + len(one.held)
        lines.append(
            f"{one.file}: {one.group} · อ่าน {read} แถว ลงสมุด {one.posted.total()} มีอยู่แล้ว {one.already.total()} "
            f"ข้าม {one.skipped.total() - one.already.total()} พักไว้ {len(one.held)} · {read} rows read, {one.posted.total()} posted, "
            f"{one.already.total()} already there, {len(one.held)} held"
        )
        for held in one.held:
            lines.append(f"  {held.sheet} แถว {held.number}: {held.reason_th} → {held.suggestion_th}")
            lines.append(f"    row {held.number}: {held.reason_en} → {held.suggestion_en}")
        lines += [f"  {row.sheet} แถว {row.number}: {th} · {en}" for row, th, en in one.remarks]
        lines += [f"  ไม่มีในไฟล์แล้ว · gone from the file: {key} (รายการที่ {entry})" for key, entry in one.gone]
    lines += [f"{no['file']}: {no['reason']} · {no['reason_en']}" for no in refused]
    return "\n".join(lines)

"""kwan import FILE|FOLDER…: bring groups' own workbooks into their books."""

import json
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from kwan.management.opening import now, open_books
from kwan.workbook.answers import Answer, NotAnAnswer, answers_in
from kwan.workbook.importing import Door, Imported, Run, Source, run
from kwan.workbook.memory import remember_all, remembered
from kwan.workbook.mends import keep_mends, mends_kept_in
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
        parser.add_argument(
            "--group", help="the group's name, if its files do not say; all of them are one group's"
        )
        parser.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
        parser.add_argument("--json", action="store_true", help="answer in JSON")
        parser.add_argument(
            "--questions", type=Path, metavar="FOLDER", help="write a sheet of questions for each group there"
        )
        parser.add_argument(
            "--answers", type=Path, metavar="FILE", help="what was answered about held rows; it is remembered"
        )

    def handle(self, **options: Any) -> None:
        """Bring each group in by itself; what cannot be read does not hold up the others."""
        sources = list(sources_in(options["files"]))
        answers = answers_of(options["answers"])
        open_books()
        folder = settings.KWAN_DATA
        door = Door(
            "operator", now(), options["project"], options["group"], remembered(folder), options["dry_run"],
            mends_kept_in(folder),
        )  # fmt: skip
        done = run(sources, door, answers)
        if answers and not door.dry_run:
            remember_all(folder, done.columns)
            keep_mends(folder, done.mends)
        if options["questions"]:
            write_questions(done.done, options["questions"])
        told = json.dumps(as_json(done), ensure_ascii=False, indent=1) if options["json"] else in_words(done)
        self.stdout.write(told)
        if done.refused and not done.done:
            raise SystemExit(1)


def sources_in(paths: list[Path]) -> Iterator[Source]:
    """Yield the files, and those in the folders, in order of name. Raise CommandError for what is not there."""
    for path in paths:
        if path.is_dir():
            yield from map(_in_folder, sorted(p for p in path.rglob("*") if _is_workbook(p)))
        elif path.exists():
            yield Source(path.name, path, path.stem)
        else:
            message = f"ไม่พบไฟล์ {path} · There is no file {path}"
            raise CommandError(message)


def _in_folder(path: Path) -> Source:
    """A table of a folder is one sheet of its group's workbook, so the folder names the group."""
    is_table = path.suffix.lower() == ".csv"
    return Source(path.name, path, path.resolve().parent.name if is_table else path.stem)


def _is_workbook(path: Path) -> bool:
    """Whether to open it: a workbook, and not what Excel or the machine keeps beside an open one."""
    return path.is_file() and path.suffix.lower() in ENDINGS and not path.name.startswith(("~$", "."))


def answers_of(path: Path | None) -> list[Answer]:
    """Return the answers in this file. Raise CommandError if it cannot be read or understood."""
    if path is None:
        return []
    try:
        return answers_in(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        message = f"เปิดไฟล์คำตอบไม่ได้: {path} · The file of answers could not be opened: {path}"
        raise CommandError(message) from error
    except (NotAnAnswer, UnicodeDecodeError) as error:
        message = f"{path.name}: {error}"
        raise CommandError(message) from error


def as_json(done: Run) -> dict[str, Any]:
    """Return what happened to all files together: rows by sheet, and each held row by itself."""
    sums = {
        name: dict(sum((getattr(one, name) for one in done.done), Counter()))
        for name in ("read", "posted", "skipped", "already")
    }
    return {
        **sums,
        "held": [_held_as_json(one, held) for one in done.done for held in one.held],
        "gone": [
            {"group": one.group, "key": key, "entry": entry} for one in done.done for key, entry in one.gone
        ],
        "remarks": [
            {
                "file": row.file or one.file,
                "sheet": row.sheet,
                "row": row.number,
                "remark": th,
                "remark_en": en,
            }
            for one in done.done
            for row, th, en in one.remarks
        ],
        "refused": [{"file": no.file, "reason": no.th, "reason_en": no.en} for no in done.refused],
    }


def _held_as_json(one: Imported, held: Any) -> dict[str, Any]:
    return {
        "file": held.file or one.file, "group": one.group, "sheet": held.sheet, "row": held.number,
        "code": held.code, "reason": held.reason_th, "reason_en": held.reason_en,
        "suggestion": held.suggestion_th, "suggestion_en": held.suggestion_en,
    }  # fmt: skip


def in_words(done: Run) -> str:
    """Return what happened, for a person at a terminal."""
    lines = [line for one in done.done for line in _group_in_words(one)]
    lines += [f"{no.file}: {no.th} · {no.en}" for no in done.refused]
    return "\n".join(lines) or "ไม่มีไฟล์ให้นำเข้า · There is no workbook to bring in."


def _group_in_words(one: Imported) -> Iterator[str]:
    read, posted, already, held = (
        one.read.total(),
        one.posted.total(),
        one.already.total(),
        len(one.held),
    )
    yield (
        f"{one.file}: {one.group} · อ่าน {read:,} แถว ลงสมุด {posted:,} มีอยู่แล้ว {already:,} "
        f"ข้าม {one.skipped.total() - already:,} พักไว้ {held:,} · {read:,} rows read, {posted:,} posted, "
        f"{already:,} already there, {held:,} held"
    )
    for row in one.held:
        where = f"{row.file} › {row.sheet}" if row.file else row.sheet
        yield f"  {where} แถว {row.number}: {row.reason_th} → {row.suggestion_th}"
        yield f"    row {row.number}: {row.reason_en} → {row.suggestion_en}"
    for remarked, th, en in one.remarks:
        yield f"  {remarked.sheet} แถว {remarked.number}: {th} · {en}"
    for key, entry in one.gone:
        yield f"  ไม่มีในไฟล์แล้ว · gone from the file: {key} (รายการที่ {entry})"

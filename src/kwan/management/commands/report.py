"""kwan report: write a group's or a project's lessons-learned report."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import BaseCommand, CommandError

from kwan.journal import witnesses
from kwan.lessons.report.build import for_group, for_project
from kwan.lessons.report.formats import FORMATS
from kwan.management.opening import book_named, now, open_books


class Command(BaseCommand):
    """Write the report. The same books give the same bytes."""

    help = "Write the lessons-learned report of a group or of a project."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take of whom, in which language and form, and where to."""
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument("--group")
        whose.add_argument("--project")
        parser.add_argument("--lang", choices=["th", "en"], default="th")
        parser.add_argument("--format", choices=sorted(FORMATS), default="html")
        parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")

    def handle(self, **options: Any) -> None:
        """Write the file and note that these heads were printed."""
        open_books()
        if options["group"]:
            report = for_group(book_named(options["group"]).book)
        else:
            book_named(options["project"], "project")
            report = for_project(options["project"])
        written = FORMATS[options["format"]](report, options["lang"])
        try:
            options["output"].write_bytes(written)
        except OSError as error:
            message = f"เขียนไฟล์ไม่ได้: {error} · The file could not be written: {error}"
            raise CommandError(message) from error
        witnesses.note(
            settings.KWAN_DATA, report.heads, now(), f"report {options['format']} {options['lang']}"
        )
        self.stdout.write(f"{options['output']} ({len(written):,} bytes)")

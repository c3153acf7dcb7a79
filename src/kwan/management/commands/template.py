"""kwan template -o FILE: an empty workbook to fill in."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import BaseCommand

from kwan.workbook.template import write_template


class Command(BaseCommand):
    """Write the empty workbook."""

    help = "An empty workbook with Thai headings and a note on each column."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to."""
        parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")

    def handle(self, **options: Any) -> None:
        """Write it."""
        write_template(options["output"])
        self.stdout.write(str(options["output"]))

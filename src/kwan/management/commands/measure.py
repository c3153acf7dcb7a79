"""kwan measure --group NAME: every measure of a group's books, exact, on the operator's own machine."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from kwan.management.opening import book_named, open_books
from kwan.programme.measures import take_all


class Command(BaseCommand):
    """Take every measure of one group."""

    help = "Every measure of a group: its value, its unit, and how many entries stand behind it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the group's name."""
        parser.add_argument("--group", required=True)
        parser.add_argument("--json", action="store_true", help="answer in JSON")

    def handle(self, **options: Any) -> None:
        """Print the measures. Money in satang, mass in gram."""
        open_books()
        head = book_named(options["group"])
        readings = take_all([(head.book, head.last_entry)])
        measures = {
            id_: {"value": reading.value, "unit": reading.measure.unit, "entries": len(reading.evidence)}
            for id_, reading in readings.items()
        }
        if options["json"]:
            whole = {"group": head.name, "last_entry": head.last_entry, "measures": measures}
            self.stdout.write(json.dumps(whole, ensure_ascii=False, indent=1))
            return
        for id_, found in measures.items():
            self.stdout.write(
                f"{id_:36} {found['value']:>14,} {found['unit']:8} {found['entries']:>6}  {readings[id_].measure.th}"
            )

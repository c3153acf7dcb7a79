"""kwan schedule: what falls due when on a loan, reckoned without a book."""

import json
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management import BaseCommand, CommandError

from kwan.fund.rules import BASES, KINDS, Schedule, Terms, schedule, schedule_as_json
from kwan.thai import Refused

COLUMNS = ("due", "principal", "interest", "total", "balance")


class Command(BaseCommand):
    """Reckon a schedule."""

    help = "The schedule of a loan: each instalment, all its interest, and what it truly costs a year."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the terms. Sums in baht, the rate in per cent a year."""
        parser.add_argument("--principal", required=True, metavar="BAHT")
        parser.add_argument("--rate", required=True, metavar="PERCENT", help="per cent a year")
        parser.add_argument("--periods", type=int, required=True, metavar="N", help="how many instalments")
        parser.add_argument("--method", choices=KINDS, default="declining")
        parser.add_argument("--basis", choices=BASES, default="period", help="how days make interest")
        parser.add_argument("--every", default="1month", help="1month, 1week, 2week, 15day …")
        parser.add_argument("--start", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD")
        parser.add_argument("--round-instalment", metavar="BAHT", help="instalments in multiples of this")
        parser.add_argument(
            "--grace-principal", type=int, default=0, metavar="N", help="first N: interest only"
        )
        parser.add_argument(
            "--grace-interest", type=int, default=0, metavar="N", help="first N: no interest yet"
        )
        parser.add_argument("--smooth", action="store_true", help="bring the last instalment near the others")
        parser.add_argument("--json", action="store_true", help="answer in JSON")

    def handle(self, **options: Any) -> None:
        """Print the schedule. Raise CommandError for terms that make no loan."""
        try:
            plan = schedule(_terms(options))
        except Refused as reason:
            raise CommandError(str(reason)) from reason
        if options["json"]:
            self.stdout.write(json.dumps(schedule_as_json(plan), ensure_ascii=False, indent=1))
        else:
            self.stdout.write(table(plan))


def _terms(options: dict[str, Any]) -> Terms:
    return Terms(
        principal=options["principal"], rate=options["rate"], start=options["start"], periods=options["periods"],
        kind=options["method"], every=options["every"], basis=options["basis"],
        grace_principal=options["grace_principal"], grace_interest=options["grace_interest"],
        round_instalment=options["round_instalment"], smooth=options["smooth"],
    )  # fmt: skip


def table(plan: Schedule) -> str:
    """Return a schedule for a person to read: baht, one line an instalment."""
    heads = ("ครบกำหนด due", "เงินต้น principal", "ดอกเบี้ย interest", "รวม total", "คงเหลือ balance")
    lines = [" · ".join(heads)]
    for number, row in enumerate(plan.rows, 1):
        sums = (f"{getattr(row, name):>14,.2f}" for name in COLUMNS[1:])
        lines.append(f"{number:>4}  {row.due.isoformat()}{''.join(sums)}")
    lines += [
        f"ดอกเบี้ยรวม · Total interest: {plan.total_interest:,.2f}",
        f"อัตราที่แท้จริงต่อปี · True yearly rate: {plan.true_yearly_rate:.3f} %",
    ]
    return "\n".join(lines)

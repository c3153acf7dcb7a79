"""kwan demo: a throwaway folder with three village groups, the server, the logins."""

import os
import secrets
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Iterator
from typing import Any

from django.core.management import BaseCommand, call_command
from django.utils.timezone import localdate

from kwan.journal.queries import heads
from kwan.management.opening import now, open_books
from kwan.management.serving import LOOPBACK, free_port, serve
from kwan.people.queries import holders
from kwan.people.seats import Place, give_seat
from kwan.samples import village, workbooks

ROLES = {"facilitator": "พี่เลี้ยง", "funder": "ผู้ให้ทุน"}
INSIDE = "KWAN_DEMO"


class Command(BaseCommand):
    """Bring in the two sample workbooks, lay out a third group, and serve them. The people in them are invented."""

    help = "Three village groups to look at, in a throwaway folder."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the port, and whether to stop once all is set up."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--no-browser", action="store_true")
        parser.add_argument(
            "--set-up-only", action="store_true", help="make the books, print the logins, and stop"
        )

    def handle(self, **options: Any) -> None:
        """Make the folder, start again inside it, and throw it away at the end."""
        if os.environ.get(INSIDE):
            self._inside(options)
            return
        with tempfile.TemporaryDirectory(prefix="kwan-demo-", ignore_cleanup_errors=True) as folder:
            environment = {**os.environ, "KWAN_DATA": folder, "KWAN_SECOND_STEP": "0", INSIDE: "1"}
            environment.pop("DATABASE_URL", None)
            words = [f"--{name.replace('_', '-')}" for name in ("no_browser", "set_up_only") if options[name]]
            command = [sys.executable, "-P", "-m", "kwan", "demo", "--port", str(options["port"]), *words]
            try:
                raise SystemExit(subprocess.run(command, env=environment, check=False).returncode)  # noqa: S603
            except KeyboardInterrupt:
                return

    def _inside(self, options: dict[str, Any]) -> None:
        open_books()
        call_command("import", *[str(path) for path in workbooks()], stdout=self.stdout)
        self.stdout.write("")
        for name, password, whose in (*self._logins(), *self._village()):
            self.stdout.write(f"  {name:14} {password}   {whose}")
        port = free_port(options["port"])
        self.stdout.write(f"\n  http://{LOOPBACK}:{port}/   (Ctrl-C)\n")
        self.stdout.flush()
        if not options["set_up_only"]:
            serve(port, look=not options["no_browser"])

    def _logins(self) -> list[tuple[str, str, str]]:
        """Give each group a treasurer and the project a facilitator and a funder; return name, password, of what."""
        logins = []
        for number, head in enumerate(heads("group"), 1):
            logins.append(
                self._login(f"treasurer{number}", head.book, "treasurer", f"เหรัญญิก · treasurer · {head.name}")
            )
        for head in heads("project"):
            for role, th in ROLES.items():
                logins.append(self._login(role, head.book, role, f"{th} · {role} · {head.name}"))
        return logins

    def _village(self) -> Iterator[tuple[str, str, str]]:
        """Lay out the savings group with all its rooms; seat its officers and one of its members."""
        book = village.lay_out(localdate(now()))
        for name, role, th, member in (
            ("treasurer3", "treasurer", "เหรัญญิก", village.TREASURER),
            ("chair3", "chair", "ประธาน", village.CHAIR),
            ("member3", "member", "สมาชิก", village.MEMBER),
        ):
            yield self._login(name, book, role, f"{th} · {role} · {village.GROUP}", member)

    def _login(
        self, name: str, book: int, role: str, whose: str, member: str | None = None
    ) -> tuple[str, str, str]:
        password = secrets.token_urlsafe(6)
        if role == "treasurer" and member is None:
            member = min(holders(book).get("treasurer", ()), default=None)
        give_seat(name, password, Place(book, role, member), at=now(), by="demo")
        return name, password, whose

"""kwan serve: the books of your own folder, or of PostgreSQL, on this machine."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.core.management import BaseCommand

from kwan.management.opening import open_books
from kwan.management.serving import LOOPBACK, free_port, serve


class Command(BaseCommand):
    """Serve the books."""

    help = "Serve your own books (--data FOLDER, or DATABASE_URL for PostgreSQL)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the port."""
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, **options: Any) -> None:
        """Open the books and serve them until Ctrl-C."""
        open_books()
        if not settings.SQLITE_SAFE_WAL and not settings.DATABASE_URL:
            self.stdout.write(
                "SQLite ของเครื่องนี้รุ่นเก่า ใช้วิธีจดแบบช้าแต่ปลอดภัย · This machine's SQLite is old: the slower, safe way of writing is used."
            )
        if not User.objects.exists():
            self.stdout.write(
                "ยังไม่มีใครเข้าใช้ได้ เพิ่มคนแรกด้วย · Nobody can sign in yet. Add the first person with:\n"
                "  kwan seat NAME --group GROUP --role treasurer"
            )
        port = free_port(options["port"])
        self.stdout.write(f"http://{LOOPBACK}:{port}/  (Ctrl-C)")
        serve(port, look=False)

"""kwan seat NAME: let a person sign in to a group's or a project's books."""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand

from kwan.management.opening import book_named, now, open_books
from kwan.people.seats import end_seats, give_seat

PASSWORD_BYTES = 9


class Command(BaseCommand):
    """Give or end a seat."""

    help = "Let a person sign in and see a group's or a project's books, or end that."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take who, which book, which role."""
        parser.add_argument("name")
        whose = parser.add_mutually_exclusive_group(required=True)
        whose.add_argument("--group")
        whose.add_argument("--project")
        parser.add_argument("--role", choices=["treasurer", "facilitator", "funder"], default="treasurer")
        parser.add_argument("--end", action="store_true", help="end the seat instead")

    def handle(self, **options: Any) -> None:
        """Give the seat and print its password, once; or end it."""
        open_books()
        head = book_named(options["group"] or options["project"], "group" if options["group"] else "project")
        if options["end"]:
            self.stdout.write(f"{end_seats(options['name'], head.book, at=now())}")
            return
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        give_seat(options["name"], password, head.book, options["role"], at=now(), by="operator")
        self.stdout.write(f"{options['name']}  {password}")

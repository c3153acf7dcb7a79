"""kwan seat NAME: let a person sign in to a group's or a project's books."""

import secrets
from argparse import ArgumentParser
from typing import Any

from django.core.management import BaseCommand, CommandError

from kwan.management.opening import book_named, now, open_books
from kwan.people.entrance.phones import open_pairing
from kwan.people.queries import is_member
from kwan.people.seats import Place, drop_second_step, end_seats, give_seat, seat_without_password

PASSWORD_BYTES = 9
OFFICERS = ("treasurer", "chair", "secretary")
OF_A_GROUP = (*OFFICERS, "member")
ROLES = (*OF_A_GROUP, "facilitator", "funder")


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
        whose.add_argument(
            "--drop-second-step",
            action="store_true",
            help="their code app or passkey is lost: let them set one up anew",
        )
        parser.add_argument("--role", choices=ROLES, default="treasurer")
        parser.add_argument("--member", help="their number in the register; needed for a member")
        parser.add_argument("--phone", action="store_true", help="no password: an address that pairs a phone")
        parser.add_argument("--end", action="store_true", help="end the seat instead")

    def handle(self, **options: Any) -> None:
        """Give the seat and print its password, once; or end it."""
        open_books()
        if options["drop_second_step"]:
            self.stdout.write(f"{drop_second_step(options['name'])}")
            return
        head = book_named(options["group"] or options["project"], "group" if options["group"] else "project")
        if options["end"]:
            self.stdout.write(f"{end_seats(options['name'], head.book, at=now())}")
            return
        place = Place(head.book, options["role"], self._member(options, head.book))
        if options["phone"]:
            user = seat_without_password(options["name"], place, at=now(), by="operator")
            code = open_pairing(user, head.book, at=now(), by="operator")
            self.stdout.write(f"/pair/{code}/  10 นาที · 10 minutes")
            return
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        give_seat(options["name"], password, place, at=now(), by="operator")
        self.stdout.write(f"{options['name']}  {password}")

    def _member(self, options: dict[str, Any], book: int) -> str | None:
        """Return who of the register sits there. Raise CommandError for a seat that no such place has."""
        if options["role"] in OF_A_GROUP and not options["group"]:
            raise CommandError("ที่นั่งนี้เป็นของกลุ่ม ใช้ --group · This seat is a group's: use --group")
        if options["phone"] and options["role"] not in OFFICERS:
            raise CommandError("จับคู่โทรศัพท์ได้เฉพาะกรรมการ · Phones are paired for officers alone")
        member: str | None = options["member"]
        if member is None and options["role"] == "member":
            raise CommandError("บอกรหัสสมาชิกด้วย --member · Name the member with --member")
        if member is not None and not is_member(book, member):
            raise CommandError(f"ไม่มีสมาชิกรหัส {member} ในทะเบียน · There is no member {member} in the register")
        return member

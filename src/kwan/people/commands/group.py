"""What a group says of itself: what it does, what it is before the law, where its money lies."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final

from kwan.journal.rules import Command, Line, Refusal, day_number
from kwan.people.models import BankAccount, GroupDetails, LegalForm
from kwan.people.rules.forms import FORMS
from kwan.thai import Refused, promptpay

OWNERS: Final = ("group", "people")


@dataclass(frozen=True, kw_only=True)
class DescribeGroup(Command):
    """The group says what it does, where, since when, and in which project."""

    kind: ClassVar = "people.group_described"
    occupation: str | None = None
    project: str | None = None
    subdistrict: int | None = None
    founded: date | None = None

    def natural_key(self) -> str:
        """A group describes itself once; what differs later is a correction."""
        return "group"

    def lines(self) -> Iterable[Line]:
        """One line of what the group says of itself."""
        founded = day_number(self.founded) if self.founded else None
        yield GroupDetails.of(
            occupation=self.occupation, project=self.project, subdistrict=self.subdistrict, founded=founded
        )


@dataclass(frozen=True, kw_only=True)
class TellForm(Command):
    """The group says what it is before the law, from this day on: a code of FORMS, its number, when it is renewed."""

    kind: ClassVar = "people.form_told"
    form: str
    registration: str | None = None
    renew_by: date | None = None

    def decide(self, book: int, memo: dict[str, Any]) -> None:  # noqa: ARG002 - every command decides so
        """Refuse a form that nobody knows."""
        if self.form not in FORMS:
            raise Refusal("unknown_form", "ไม่รู้จักรูปแบบของกลุ่มนี้", "No such legal form is known.")

    def lines(self) -> Iterator[Line]:
        """The form; the newest stands."""
        renew_by = day_number(self.renew_by) if self.renew_by else None
        yield LegalForm.of(
            day=day_number(self.on), form=self.form, registration=self.registration, renew_by=renew_by
        )


@dataclass(frozen=True, kw_only=True)
class TellAccount(Command):
    """The group says at which bank its money lies and in whose name: `owner` is the group itself, or people.

    The holders' names, the account's number and the PromptPay number are sealed.
    """

    kind: ClassVar = "people.account_told"
    sealed_fields: ClassVar = ("holders", "account", "promptpay")
    owner: str
    bank: str | None = None
    holders: str | None = None
    account: str | None = None
    promptpay: str | None = None

    def decide(self, book: int, memo: dict[str, Any]) -> None:  # noqa: ARG002 - every command decides so
        """Refuse an owner that is neither, and a PromptPay number that would pay a stranger."""
        if self.owner not in OWNERS:
            raise Refusal(
                "unknown_owner", "บอกว่าบัญชีเป็นชื่อกลุ่มหรือชื่อคน", "Say whether it is the group's or people's."
            )
        if self.promptpay:
            try:
                promptpay(self.promptpay)
            except Refused as refused:
                raise Refusal("promptpay", refused.th, refused.en) from refused

    def lines(self) -> Iterator[Line]:
        """Where the money lies; the newest stands."""
        yield BankAccount.of(day=day_number(self.on), bank=self.bank, owner=self.owner)

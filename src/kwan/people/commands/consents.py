"""A member agrees to a purpose, and takes it back. Both cost one step."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from kwan.journal.rules import Command, Line, Refusal, day_number
from kwan.people.commands.members import OfMember
from kwan.people.models import ConsentGiven, ConsentWithdrawn
from kwan.people.queries.consents import agreed_to
from kwan.people.rules.consents import LANGUAGES, PURPOSES, TEXTS, WAYS


@dataclass(frozen=True, kw_only=True)
class GiveConsent(OfMember):
    """A member agrees to one purpose, having read these words.

    `text` is the SHA-256 of the words as they were shown in `lang`; `way` is "phone", or "paper" with a witness.
    """

    kind: ClassVar = "people.consent_given"
    sealed_fields: ClassVar = ("witness",)
    purpose: str
    version: int
    lang: str
    text: str
    way: str
    witness: str | None = None

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse words that were never shown, a paper without a witness, and what was agreed to already."""
        super().decide(book, memo)
        words = TEXTS.get((self.purpose, self.version))
        if words is None or self.lang not in LANGUAGES or words.mark(self.lang) != self.text:
            raise Refusal(
                "other_words",
                "ข้อความที่อ่านไม่ตรงกับฉบับที่เก็บไว้ ยังไม่ได้จด เปิดหน้าใหม่แล้วอ่านอีกครั้ง",
                "The words that were read are not those kept here. Nothing was written; open the page again and read anew.",
            )
        _known_way(self.way)
        if self.way == "paper" and not self.witness:
            raise Refusal(
                "no_witness",
                "ยินยอมบนกระดาษต้องมีชื่อพยานหนึ่งคน ยังไม่ได้จด",
                "Consent on paper needs the name of one witness. Nothing was written.",
            )
        if agreed_to(book, self.member).get(self.purpose) == self.version:
            raise Refusal("agreed_already", "ยินยอมไว้แล้ว", "This was agreed to already.")

    def lines(self) -> Iterator[Line]:
        """The agreement, without who witnessed it."""
        yield ConsentGiven.of(
            member=self.member, purpose=self.purpose, version=self.version, lang=self.lang, text=self.text,
            way=self.way, day=day_number(self.on),
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class WithdrawConsent(OfMember):
    """A member takes back what they agreed to, or says no before they were asked. No reason is asked for."""

    kind: ClassVar = "people.consent_withdrawn"
    purpose: str
    way: str

    def decide(self, book: int, memo: dict[str, Any]) -> None:
        """Refuse a purpose that nobody knows. To take back twice is no mistake."""
        super().decide(book, memo)
        if self.purpose not in PURPOSES:
            raise Refusal("unknown_purpose", "ไม่รู้จักเรื่องนี้", "There is no such purpose.")
        _known_way(self.way)

    def lines(self) -> Iterator[Line]:
        """The withdrawal."""
        yield ConsentWithdrawn.of(
            member=self.member, purpose=self.purpose, way=self.way, day=day_number(self.on)
        )


def _known_way(way: str) -> None:
    if way not in WAYS:
        raise Refusal(
            "unknown_way", "เลือกว่าบอกบนมือถือหรือบนกระดาษ", "Choose whether it was said on a phone or on paper."
        )


COMMANDS: tuple[type[Command], ...] = (GiveConsent, WithdrawConsent)

"""What can happen at the workshop, and when the group reads its own report."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import ClassVar

from kwan.journal.queries import head
from kwan.journal.rules import Command, Line, Refusal, day_number
from kwan.journal.standing import Memo
from kwan.lessons import models

SORTS: Mapping[str, tuple[str, str]] = {
    "success": ("ความสำเร็จ", "Success"),
    "problem": ("ปัญหา", "Problem"),
    "cause": ("สาเหตุ", "Cause"),
    "adaptation": ("การปรับตัว", "How we adapted"),
    "solution": ("แนวทางแก้ไข", "Way out"),
    "knowledge": ("องค์ความรู้", "What we know now"),
    "other": ("อื่น ๆ", "Other"),
}


@dataclass(frozen=True, kw_only=True)
class _InTheGroupsWords(Command):
    """Words of the group as a whole: sealed with the group's own key, for no speaker is named."""

    sealed_fields: ClassVar = ("text",)
    text: str | None = None

    def decide(self, book: int, memo: Memo) -> None:  # noqa: ARG002 - every command is asked this way
        """Refuse an empty text."""
        if not (self.text or "").strip():
            raise Refusal("no_text", "ยังไม่ได้เขียนข้อความ", "Nothing is written yet.")

    def subject(self) -> str:
        """No member: the group."""
        return ""


@dataclass(frozen=True, kw_only=True)
class PinNote(_InTheGroupsWords):
    """A small group pins a card. `sort` is a code of SORTS."""

    kind: ClassVar = "lessons.note_pinned"
    small_group: str
    sort: str
    votes: int = 0

    def natural_key(self) -> str:
        """Small group, sort, and the first 16 hex digits of the text's SHA-256."""
        digest = sha256((self.text or "").encode()).hexdigest()[:16]
        return f"note/{self.small_group}/{self.sort}/{digest}"

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse an empty card, an unknown sort, and fewer votes than none."""
        super().decide(book, memo)
        if self.sort not in SORTS or self.votes < 0:
            raise Refusal(
                "unknown_sort",
                f"ไม่รู้จักประเภทบัตร {self.sort} หรือคะแนนติดลบ",
                f"There is no sort of card {self.sort}, or the votes are fewer than none.",
            )

    def lines(self) -> Iterator[Line]:
        """The card without its words."""
        yield models.Note.of(
            small_group=self.small_group, sort=self.sort, votes=self.votes, day=day_number(self.on)
        )


@dataclass(frozen=True, kw_only=True)
class Reply(_InTheGroupsWords):
    """The group replies to a claim of its report; the reply is printed beside it.

    `about` tells the claims of one family apart, as the claim itself does.
    """

    kind: ClassVar = "lessons.replied"
    claim: str
    about: str = ""

    def lines(self) -> Iterator[Line]:
        """That there is a reply."""
        yield models.Reply.of(claim=self.claim, about=self.about, day=day_number(self.on))


@dataclass(frozen=True, kw_only=True)
class ReleaseReport(Command):
    """The group has read its report and lets others read it, as the book stood at entry `upto`."""

    kind: ClassVar = "lessons.report_released"
    upto: int

    def decide(self, book: int, memo: Memo) -> None:  # noqa: ARG002 - every command is asked this way
        """Refuse an entry that the book has not come to."""
        if not 0 < self.upto <= head(book).last_entry:
            raise Refusal("no_such_entry", "สมุดยังไม่มีรายการนี้", "The book has not come to this entry.")

    def lines(self) -> Iterator[Line]:
        """How far others may read."""
        yield models.Release.of(upto=self.upto, day=day_number(self.on))


COMMANDS: tuple[type[Command], ...] = (PinNote, Reply, ReleaseReport)

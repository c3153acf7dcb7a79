"""What can happen in a round of wellbeing."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from kwan.journal.rules import Command, Line, Refusal, day_number
from kwan.journal.standing import Memo, stands, will_stand
from kwan.people.commands import OfMember
from kwan.wellbeing.models import WellbeingAnswer

HAPPINESS = "happiness-0-10"  # one question: 0 the most unhappy, 10 the happiest
LEAST, MOST = 0, 10


@dataclass(frozen=True, kw_only=True)
class Answer(OfMember):
    """A member answers in a round (0 before, 1 during, 2 after). The score is sealed."""

    kind: ClassVar = "wellbeing.answered"
    sealed_fields: ClassVar = ("score",)
    round: int
    instrument: str = HAPPINESS
    score: int | None = None

    def natural_key(self) -> str:
        """Member and round."""
        return f"round/{self.member}/{self.round}"

    def decide(self, book: int, memo: Memo) -> None:
        """Refuse an unknown member, a second answer in the round, and a score off the scale."""
        super().decide(book, memo)
        if self.round < 0 or self.score is None:
            raise Refusal("no_score", "ยังไม่ได้เลือกคะแนนหรือรอบ", "No score or no round was chosen.")
        if self.instrument == HAPPINESS and not LEAST <= self.score <= MOST:
            raise Refusal(
                "off_the_scale",
                f"คะแนนความสุขอยู่ระหว่าง {LEAST} ถึง {MOST}",
                f"The score lies between {LEAST} and {MOST}.",
            )
        if stands(WellbeingAnswer, book, memo, member=self.member, round=self.round):
            raise Refusal(
                "answered_already",
                f"สมาชิก {self.member} ตอบรอบนี้แล้ว ถ้าจะเปลี่ยน ให้แก้รายการเดิม",
                f"Member {self.member} answered in this round already. To change it, correct that entry.",
            )
        will_stand(WellbeingAnswer, book, memo, member=self.member, round=self.round)

    def lines(self) -> Iterator[Line]:
        """That there is an answer; not what it was."""
        yield WellbeingAnswer.of(
            member=self.member, round=self.round, instrument=self.instrument, day=day_number(self.on)
        )


COMMANDS: tuple[type[Command], ...] = (Answer,)

"""The claim about happiness, on the ladder of `kwan.wellbeing.rules.judge`.

Answers are sealed. What leaves here is the rounds (how many answered, their medians, where five or more did)
and at most "k of n improved" with 0 < k < n and n of five or more. Tests, effect sizes and the split of the
rest are worked out and then let go: from an exact p and k the others could be worked back. Scores are read
through `wellbeing.queries`; the evidence is every answer of every round, which tells nobody apart.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from kwan.lessons import queries as lessons
from kwan.lessons.claims.judging import Books, Claim, calculated
from kwan.lessons.claims.pictured import RoundOfPeople, rounds_of_people
from kwan.lessons.rules import Draw, Figure, Finding, Slot, found, percent
from kwan.wellbeing import queries as wellbeing
from kwan.wellbeing.commands import HAPPINESS
from kwan.wellbeing.queries import Round, Score
from kwan.wellbeing.rules import FEWEST_PEOPLE, SIGNIFICANT, Ladder, judge
from kwan.wellbeing.rules import Round as Held

BEFORE = 0  # the round that everything is compared with
Facts = dict[str, int | Decimal | str | bool | None]
Slots = dict[str, Slot | tuple[Slot, ...]]
Answers = frozenset[tuple[int, int, bool]]
Waves = tuple[int, int | None, int]


@dataclass(frozen=True)
class Seen:
    """What may be seen of the rounds, and what the ladder says of them. `ladder` itself is never shown."""

    rounds: tuple[Round, ...]
    ladder: Ladder
    enrolled: Figure

    @property
    def improved(self) -> int | None:
        """How many improved, if that gives nobody away: none and all would tell of each, and so would "the other way"."""
        headline = self.ladder.headline
        if headline is None or self.ladder.reason == "other_way" or headline.n < FEWEST_PEOPLE:
            return None
        return headline.improved if 0 < headline.improved < headline.n else None


def most_happier(books: Books) -> Finding:
    """Answer "most members became happier, from before to after"."""
    if too_near_an_edition(books):
        return found("not_enough_data", *TOO_NEAR, {"group": books.group()})
    seen = look(books)
    facts = _facts(seen)
    slots: Slots = {
        "group": books.group(),
        "n": calculated("n", seen.ladder.pairs, "count"),
        "improved": calculated("improved", seen.improved or 0, "count"),
        "enrolled": seen.enrolled,
    }
    if seen.ladder.verdict == "not_enough_data":
        th, en = NOT_ENOUGH[seen.ladder.reason]
        return found(
            "not_enough_data", th, en, {"group": slots["group"]}, statistics=facts, picture=_picture(seen)
        )
    if seen.ladder.verdict == "not_supported":
        return _not_supported(seen, slots, facts)
    return _climbed(seen, slots, facts)


def too_near_an_edition(books: Books) -> bool:
    """Return whether the answers differ by fewer than five people from those of a report that others could read.

    From two such reports each of these people's answers could be worked out by subtraction; so whatever came,
    went, was corrected or erased since then is not told of until five people or more are in it.
    """
    now = wellbeing.answer_entries(books.book, books.last_entry)
    for upto in lessons.releases(books.book, books.last_entry):
        then = wellbeing.answer_entries(books.book, upto)
        people = {who for who in now.keys() | then.keys() if _came_or_went(then.get(who), now.get(who))}
        if len(then) >= FEWEST_PEOPLE and 0 < len(people) < FEWEST_PEOPLE:
            return True
    return False


def _came_or_went(then: Answers | None, now: Answers | None) -> bool:
    return then != now or any(not still_there for _, _, still_there in then or ())


def look(books: Books) -> Seen:
    """Return the rounds as these books hold them. They are evidence only if five or more answered each."""
    rounds = tuple(wellbeing.rounds(books.book, books.last_entry))
    if rounds and all(each.answered >= FEWEST_PEOPLE for each in rounds):
        books.take("wellbeing.answers")
    enrolled = books.figure("members.enrolled")
    scores = wellbeing.scores(books.book, books.last_entry)
    return Seen(rounds, climb(scores, rounds, int(enrolled.value)), enrolled)


def climb(scores: Sequence[Score], rounds: Sequence[Round], enrolled: int) -> Ladder:
    """Return where the ladder ends: from the round before to the last one, with one between them if there is one."""
    people = sorted({score.member for score in scores})
    given = {(score.member, score.round): score.value for score in scores}
    numbers = [each.round for each in rounds]
    last = max([BEFORE + 1, *numbers])
    between = [number for number in numbers if BEFORE < number < last]
    during = between[len(between) // 2] if between else None
    waves = {
        number: [given.get((who, number)) for who in people]
        for number in (BEFORE, during, last)
        if number is not None
    }
    held = [Held(_instrument(each), each.first_day, each.last_day) for each in rounds if each.round in waves]
    return judge(
        waves[BEFORE], waves[last], max(enrolled, len(people)),
        during=None if during is None else waves[during], rounds=held,
    )  # fmt: skip


def _instrument(each: Round) -> str:
    """Return the round's instrument; a round of several is like no other."""
    return each.instrument or f"several, round {each.round}"


def _facts(seen: Seen) -> Facts:
    """Return what may be shown, and nothing from which the rest could be worked out."""
    is_level_or_down = seen.ladder.verdict == "not_supported" and seen.improved is None
    # "Nobody improved" and "more fell than rose" read alike: apart, the first would say that all stayed as they were.
    facts: Facts = {
        "rung": seen.ladder.rung,
        "reason": "not_rising" if is_level_or_down else seen.ladder.reason,
    }
    for each in seen.rounds:
        if each.answered >= FEWEST_PEOPLE:
            facts[f"answered_{each.round}"] = each.answered
            facts[f"median_{each.round}"] = None if each.median is None else Decimal(str(each.median))
    headline = seen.ladder.headline
    if headline is None:
        return facts
    facts |= {"n": headline.n, "enrolled": seen.ladder.enrolled}
    if seen.improved is None:
        return facts
    return facts | {
        "improved": headline.improved,
        "share": percent(headline.improved, headline.n),
        "share_low": _percent(headline.share.low),
        "share_high": _percent(headline.share.high),
        "worst_case_low": _percent(headline.worst_case.low),
        "worst_case_high": _percent(headline.worst_case.high),
        "p_below_05": headline.p_holm < SIGNIFICANT,
    }


def _percent(share: float) -> Decimal:
    return Decimal(f"{100 * share:.1f}")


TOO_NEAR = (
    "คำตอบความสุข–ทุกข์ของ{group}ต่างจากรายงานที่เปิดให้อ่านแล้วเพียงไม่กี่คน จึงไม่แสดงผล เพื่อรักษาความลับของผู้ตอบ",
    "The wellbeing answers of {group} differ by only a few people from a report that was opened to readers, so nothing is "
    "shown: answers stay private.",
)
NOT_ENOUGH = {
    "fewer_than_two_rounds": (
        "แบบประเมินความสุข–ทุกข์ของ{group}ยังไม่มีรอบหลัง จึงยังเทียบก่อนและหลังไม่ได้",
        "The wellbeing answers of {group} have no later round yet, so before and after cannot be compared.",
    ),
    "no_baseline": (
        "แบบประเมินความสุข–ทุกข์ของ{group}ไม่มีรอบก่อน จึงเทียบก่อนและหลังไม่ได้",
        "The wellbeing answers of {group} have no round before, so before and after cannot be compared.",
    ),
    "instrument_changed": (
        "แบบประเมินความสุข–ทุกข์ของ{group}เปลี่ยนแบบระหว่างรอบ จึงเทียบคะแนนข้ามรอบไม่ได้",
        "{group} used different wellbeing instruments in different rounds, so the rounds cannot be compared.",
    ),
    "rounds_overlap": (
        "วันที่ประเมินความสุข–ทุกข์ของ{group}แต่ละรอบคาบเกี่ยวกัน จึงยังแยกก่อนและหลังไม่ได้",
        "The dates of the wellbeing rounds of {group} overlap, so before and after cannot be told apart.",
    ),
    "few_pairs": (
        "ผู้ตอบแบบประเมินความสุข–ทุกข์ของ{group}ครบทั้งรอบแรกและรอบสุดท้ายมีไม่ถึงห้าคน จึงไม่แสดงผล เพื่อรักษาความลับของผู้ตอบ",
        "Fewer than five people of {group} answered both the first and the last round, so nothing is shown: answers stay private.",
    ),
}


def _not_supported(seen: Seen, slots: Slots, facts: Facts) -> Finding:
    picture = _picture(seen)
    if seen.improved is None:
        return found(
            "not_supported",
            "ในผู้ตอบครบทั้งรอบแรกและรอบสุดท้าย {n} คน คะแนนความสุขโดยรวมไม่ได้เพิ่มขึ้น",
            "Among the {n} people who answered both the first and the last round, happiness on the whole did not rise.",
            slots, statistics=facts, picture=picture,
            why=("คำตอบไม่ได้ชี้ไปทางที่เพิ่มขึ้น", "The answers do not point upwards."),
        )  # fmt: skip
    return found(
        "not_supported",
        "ผู้ตอบครบทั้งรอบแรกและรอบสุดท้ายมี {n} คน ในจำนวนนี้ {improved} คนคะแนนความสุขเพิ่มขึ้น",
        "Of the {n} people who answered both the first and the last round, {improved} scored higher in happiness.",
        slots, statistics=facts, picture=picture,
        why=("ยังไม่เกินครึ่งของผู้ตอบ จึงยังไม่พูดว่า “ส่วนใหญ่”", "This is not more than half of them, so “most” is not said."),
    )  # fmt: skip


def _climbed(seen: Seen, slots: Slots, facts: Facts) -> Finding:
    picture, is_told = _picture(seen), seen.improved is not None
    if seen.ladder.rung == "A":
        counted = (
            " คือ {improved} จากผู้ตอบครบทั้งรอบแรกและรอบสุดท้าย {n} คน (สมาชิกทั้งหมด {enrolled} คน)",
            ": {improved} of the {n} who answered both the first and the last round ({enrolled} ever enrolled).",
        )
        return found(
            "supported",
            "สมาชิกส่วนใหญ่มีความสุขเพิ่มขึ้น" + (counted[0] if is_told else ""),
            "Most members became happier" + (counted[1] if is_told else "."),
            slots, statistics=facts, picture=picture,
        )  # fmt: skip
    if seen.ladder.rung == "B":
        return found(
            "partly",
            "ในผู้ตอบครบทั้งรอบแรกและรอบสุดท้าย {n} คน ส่วนใหญ่มีความสุขเพิ่มขึ้น" + (" คือ {improved} คน" if is_told else ""),
            "Most of the {n} people who answered both the first and the last round became happier"
            + (": {improved} did." if is_told else "."),
            slots, statistics=facts, picture=picture,
            why=(
                "ผู้ตอบครบทั้งสองรอบมี {n} จากสมาชิกทั้งหมด {enrolled} คน จึงยังไม่พูดแทนสมาชิกทุกคน",
                "{n} of {enrolled} members answered both rounds, so this is not said of all.",
            ),
        )  # fmt: skip
    return found(
        "partly",
        "ผู้ตอบครบทั้งรอบแรกและรอบสุดท้ายมี {n} คน "
        + ("ในจำนวนนี้ {improved} คนคะแนนความสุขเพิ่มขึ้น" if is_told else "มีผู้ที่คะแนนความสุขเพิ่มขึ้น แต่ไม่แสดงจำนวน เพื่อรักษาความลับของผู้ตอบ"),
        "Of the {n} people who answered both the first and the last round, "
        + ("{improved} scored higher in happiness." if is_told else "some scored higher; how many is not shown, so that answers stay private."),
        slots, statistics=facts, picture=picture,
        why=(
            "เมื่อทดสอบทางสถิติแล้วยังไม่ชัดพอจะพูดว่า “ส่วนใหญ่มีความสุขเพิ่มขึ้น”",
            "The statistical test is not yet clear enough to say “most became happier”.",
        ),
    )  # fmt: skip


def _picture(seen: Seen) -> Draw | None:
    """Return the medians of the rounds and the people as flowers; only for the scale of 0 to 10."""
    if len(seen.rounds) < 2 or {each.instrument for each in seen.rounds} != {HAPPINESS}:  # noqa: PLR2004 - before and after
        return None
    compared = seen.ladder.headline.n if seen.ladder.headline else 0
    return rounds_of_people(list(_people(seen.rounds)), seen.improved, compared)


def _people(rounds: Sequence[Round]) -> Iterable[RoundOfPeople]:
    last = rounds[-1].round
    for each in rounds:
        sort: Literal["before", "during", "after"] = (
            "before" if each.round == BEFORE else "after" if each.round == last else "during"
        )
        yield RoundOfPeople(sort, each.first_day, each.answered, each.median)


CLAIMS = (
    Claim(
        "wellbeing.most_happier",
        "wellbeing",
        "สมาชิกส่วนใหญ่มีความสุขเพิ่มขึ้นหรือไม่",
        "Did most members become happier?",
        most_happier,
        sealed=True,
    ),
)

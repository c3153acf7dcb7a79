"""What a row wants to have written, and what is known of the workbook around it."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from kwan.journal.rules import Command
from kwan.thai import Refused, normalise
from kwan.thai.places import district_code, subdistrict_code
from kwan.workbook.outcomes import Held, Row

Problem = tuple[str, str, str, str, str]  # code, reason th, reason en, suggestion th, suggestion en


@dataclass(frozen=True, slots=True)
class Intent:
    """A command that these rows ask for, under the key by which the rows are known again.

    Without rows it is implied: what the file does not say but supposes, such as a buyer who only stands in
    an order. `undated`: the day is not on the paper, so another day is no difference. `after`: the day of
    what must stand before it.
    """

    command: Command
    key: str
    rows: tuple[Row, ...]
    undated: bool = False
    after: date = date.min


@dataclass(slots=True)
class Context:
    """The files around a row: their group's province and founding day, who is called what, what was answered.

    `secret` hashes a personal text with a key, `suggest` offers the measure of an indicator, `meant` gives the
    reference that somebody said these words mean ("" for no member), `kept` has the ids of the rows that
    somebody said are events of their own.
    """

    group: str
    province: str = ""
    project: str | None = None
    founded: date | None = None
    first_day: date = date(2021, 1, 1)
    workshop_day: date | None = None
    has_buyers: bool = False
    references: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    remarks: list[tuple[Row, str, str]] = field(default_factory=list)
    kept: frozenset[int] = frozenset()
    secret: Callable[[str], str] = str
    suggest: Callable[[str, str, str | None], str | None] = lambda *_: None
    meant: Callable[[str], str | None] = lambda _: None

    @property
    def start(self) -> date:
        """The day for what has none of its own: the founding, or the first day of the workbook."""
        return self.founded or self.first_day

    def knows(self, name: str | None, reference: str) -> None:
        """Remember whose reference a name is."""
        if name and reference not in self.references[bare_name(name)]:
            self.references[bare_name(name)].append(reference)

    def is_kept(self, row: Row) -> bool:
        """Return whether somebody said that this row is an event of its own, though another looks like it."""
        return id(row) in self.kept

    def called(self, written: str) -> list[str]:
        """Return the references of all who are called so; one that was answered for comes alone."""
        answer = self.meant(written)
        if answer is not None:
            return [answer]
        return self.references.get(bare_name(written), [])

    def member(self, row: Row) -> str:
        """Return the member a row is about: by reference, else by a name that only one member has."""
        return self.person(row, "member", "name")

    def person(self, row: Row, *meanings: str) -> str:
        """Return the reference under the first of these meanings that is filled; a name is looked up."""
        for meaning in meanings:
            written = row.values.get(meaning)
            if isinstance(written, str) and written:
                return self.reference(written)
        raise Hold(*NO_MEMBER)

    def reference(self, written: str) -> str:
        """Return the reference that is meant, or what is written if nobody or more than one is called so."""
        found = self.called(written)
        return found[0] if len(found) == 1 else written

    def reference_for(self, name: str) -> str:
        """Return a reference for a member who has none on paper: the same name always gets the same one.

        It is made with the installation's key, so it does not say the name to anybody else.
        """
        known = self.references.get(bare_name(name))
        return known[0] if known else f"{NO_NUMBER}{int(self.secret(bare_name(name))[:15], 16) % 10**6:06}"

    def place(self, row: Row) -> tuple[int | None, int | None]:
        """Return the codes of the sub-district and the district a row names. A place nobody knows is remarked on."""
        tambon, amphoe = _text(row, "subdistrict"), _text(row, "district")
        province = _text(row, "province") or self.province
        if not (tambon or amphoe):
            return None, None
        try:
            sub = subdistrict_code(tambon, amphoe, province) if tambon else None
            return sub, sub // 100 if sub else district_code(amphoe, province)
        except Refused as refused:
            self.remarks.append((row, refused.th, refused.en))
        try:
            return None, district_code(amphoe, province) if amphoe else None
        except Refused:
            return None, None


# A title stands before a name or does not, stuck to it or not: the person is the same.
_TITLE = re.compile(
    r"^(?:นางสาว|น\.\s?ส\.|นาย|นาง|ด\.\s?ช\.|ด\.\s?ญ\.|เด็กชาย|เด็กหญิง|คุณ|ว่าที่ร้อยตรี|(?:mrs|mr|ms|miss)\b\.?)\s*(?=\S{2})"
)
NO_NUMBER = "ช"  # of ชื่อ: a member known by name alone


@lru_cache(maxsize=16_384)
def bare_name(written: str) -> str:
    """Return a name as it is compared: one spelling, without a title, small letters."""
    plain = normalise(written).casefold()
    return _TITLE.sub("", plain) or plain


def _text(row: Row, meaning: str) -> str:
    value = row.values.get(meaning)
    return value if isinstance(value, str) else ""


class Hold(Exception):
    """This row waits for a person: a code, the reason and a suggested mend in both languages."""

    def __init__(self, code: str, th: str, en: str, fix_th: str, fix_en: str) -> None:
        super().__init__(code)
        self.problem: Problem = (code, th, en, fix_th, fix_en)


NO_MEMBER: Problem = (
    "no_member",
    "แถวนี้ไม่มีรหัสหรือชื่อสมาชิก",
    "This row has no member's number or name.",
    "เติมรหัสสมาชิกตามทะเบียน แล้วนำเข้าใหม่",
    "Fill in the member's number from the register and import again.",
)

Translator = Callable[[Sequence[Row], Context], Iterator["Intent | Held"]]


def held(row: Row, problem: Problem) -> Held:
    """Return the row as held for this problem."""
    return Held(row.sheet, row.number, *problem, row.raw, "", row.column, row.file)


def each(
    rows: Iterable[Row], context: Context, one: Callable[[Row, Context], Iterable[Intent]]
) -> Iterator[Intent | Held]:
    """Translate row by row; a row that raises Hold is held whole."""
    for row in rows:
        try:
            yield from list(one(row, context))
        except Hold as hold:
            yield held(row, hold.problem)


def intent(
    command: Command, *rows: Row, key: str | None = None, undated: bool = False, after: date = date.min
) -> Intent:
    """Return the intent of a command under its own natural key, or under this one."""
    return Intent(command, key or command.natural_key() or "", rows, undated, after)


def needed(row: Row, meaning: str) -> Any:
    """Return what stands under this meaning. Raise Hold where nothing does."""
    value = row.values.get(meaning)
    if value is None:
        raise Hold(
            f"missing_{meaning}",
            "แถวนี้ยังขาดข้อมูลที่จำเป็น",
            f"This row lacks what it needs: {meaning}.",
            "เติมช่องที่ว่างแล้วนำเข้าใหม่",
            "Fill the empty cell and import again.",
        )
    return value


def translated(
    kind: str, rows: Sequence[Row], context: Context, translators: dict[str, Translator]
) -> list[Intent | Held]:
    """Return what the rows of one kind of sheet want written, and which of them are held."""
    return list(translators[kind](rows, context))

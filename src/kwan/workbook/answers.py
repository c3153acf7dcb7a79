"""What people answered about held rows, read from a file and understood.

An answer says once what holds for all alike rows. It picks rows (by group, sheet, rows, code of the reason)
and says what to do, or says whose a number or name is, or what the columns of a sheet mean:

    {"group": "ผักตบ", "member": "ไม่มี-99", "is": "ก05"}       "is": null for who is no member
    {"group": "ผักตบ", "sheet": "สมุดออม", "rows": [11], "do": "leave_out"}
    {"code": "twice", "do": "keep"}                              both rows are right
    {"code": "differs", "do": "correct"}                         the file is right: correct the book
    {"sheet": "Sheet1", "kind": "passbook", "columns": {"วัน": "date", "ใคร": "member", "เงิน": "deposit"}}

What it leaves out holds for all: without a group, for every group. An answer not yet filled in is passed over.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from kwan.workbook.mapping import Mapping as Columns
from kwan.workbook.outcomes import Held
from kwan.workbook.vocabulary import KINDS

DOINGS: Final = ("leave_out", "keep", "correct")
KNOWN: Final = frozenset(
    {"group", "file", "sheet", "rows", "code", "member", "is", "do", "kind", "columns", "question"}
)


class NotAnAnswer(ValueError):
    """The file of answers cannot be understood. Says where and why in both languages."""

    def __init__(self, th: str, en: str) -> None:
        super().__init__(f"{th} · {en}")
        self.th, self.en = th, en


@dataclass(frozen=True)
class Answer:
    """One answer. None picks all. `does` is one of DOINGS, `whose` the reference that `member` means ("" nobody)."""

    group: str | None = None
    file: str | None = None
    sheet: str | None = None
    rows: frozenset[int] | None = None
    code: str | None = None
    member: str | None = None
    whose: str | None = None
    does: str | None = None
    columns: Columns | None = None

    def is_about(self, group: str, file: str, sheet: str) -> bool:
        """Return whether it is about this sheet."""
        pairs = ((self.group, group), (self.file, file), (self.sheet, sheet))
        return all(said is None or said == there for said, there in pairs)

    def picks(self, group: str, file: str, held: Held) -> bool:
        """Return whether it is about this held row."""
        here = self.rows is None or held.number in self.rows
        return here and self.code in {None, held.code} and self.is_about(group, file, held.sheet)


def answers_in(text: str) -> list[Answer]:
    """Return the answers in a JSON text: a list, or an object with a list under "answers". Raise NotAnAnswer."""
    try:
        body = json.loads(text)
    except ValueError as error:
        raise NotAnAnswer(f"ไฟล์คำตอบไม่ใช่ JSON ({error})", f"The answers are not JSON ({error}).") from error
    listed = body.get("answers") if isinstance(body, dict) else body
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise NotAnAnswer("ไฟล์คำตอบต้องเป็นรายการของคำตอบ", "The file must be a list of answers.")
    return [answer for number, one in enumerate(listed, 1) if (answer := _answer(number, one)) is not None]


def _answer(number: int, said: Mapping[str, Any]) -> Answer | None:
    strange = sorted(set(said) - KNOWN)
    if strange:
        raise _wrong(number, f"ไม่รู้จักคำว่า {', '.join(strange)}", f"unknown: {', '.join(strange)}")
    if "member" in said and said.get("is", "") != "":
        return Answer(said.get("group"), member=str(said["member"]), whose=str(said["is"] or ""))
    if said.get("kind"):
        return Answer(said.get("group"), said.get("file"), said.get("sheet"), columns=_columns(number, said))
    if said.get("do"):
        return _doing(number, said)
    return None


def _columns(number: int, said: Mapping[str, Any]) -> Columns:
    kind, columns = said["kind"], said.get("columns")
    known = {column.meaning for column in KINDS[kind].columns} if kind in KINDS else None
    if known is None:
        raise _wrong(
            number,
            f"ไม่รู้จักแผ่นชนิด {kind} มี {', '.join(KINDS)}",
            f"no kind {kind}; there are {', '.join(KINDS)}",
        )
    if not isinstance(columns, dict) or not columns or not set(columns.values()) <= known:
        raise _wrong(
            number,
            f"ช่องของแผ่นชนิดนี้มี {', '.join(sorted(known))}",
            f"its columns are {', '.join(sorted(known))}",
        )
    return Columns(kind, {str(heading): str(meaning) for heading, meaning in columns.items()})


def _doing(number: int, said: Mapping[str, Any]) -> Answer:
    does, rows = said["do"], said.get("rows")
    if does not in DOINGS:
        raise _wrong(number, f"ทำได้เพียง {', '.join(DOINGS)}", f'"do" is one of {", ".join(DOINGS)}')
    if rows is not None and not (isinstance(rows, list) and all(isinstance(row, int) for row in rows)):
        raise _wrong(number, "rows คือรายการเลขแถว เช่น [11]", "rows is a list of row numbers, such as [11]")
    if rows is None and said.get("code") is None:
        raise _wrong(number, "บอกแถว (rows) หรือเหตุผล (code) ด้วย", "say which rows, or which code")
    picked = frozenset(rows) if rows is not None else None
    return Answer(said.get("group"), said.get("file"), said.get("sheet"), picked, said.get("code"), does=does)


def _wrong(number: int, th: str, en: str) -> NotAnAnswer:
    return NotAnAnswer(f"คำตอบที่ {number}: {th}", f"Answer {number}: {en}.")


def correcting(answers: Iterable[Answer]) -> list[Answer]:
    """Return the answers that say: the file is right, correct the book."""
    return [answer for answer in answers if answer.does == "correct"]

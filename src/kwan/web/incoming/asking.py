"""What an import asks of a person: held rows with the same question together, each with a place for its answer.

A question travels to the page and back signed, so that the answer is about the very rows that were seen.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.core import signing
from django.http import QueryDict

from kwan.web.incoming.workbooks import Said, Waiting
from kwan.web.language import say
from kwan.workbook.importing import Imported
from kwan.workbook.importing.results import Place, place_of
from kwan.workbook.outcomes import Held
from kwan.workbook.questions import ASKED, alike, kinds_of, written
from kwan.workbook.vocabulary import KINDS

MOST = 120  # a page asks no more at once; the next come when these are answered
FEW = 8  # rows that are seen before the rest unfolds
IS, NOBODY = "is:", "nobody"
KEEP: Final = ("keep", "คนละครั้ง ลงทุกแถว", "Separate events: write them all")
LEAVE_OUT: Final = ("leave_out", "ตัดแถวเหล่านี้ออก", "Leave these rows out")
CHOICES: Final[dict[str, tuple[tuple[str, str, str], ...]]] = {
    "twice": (KEEP, ("leave_out", "เขียนซ้ำ ตัดออก", "Written twice: leave them out")),
    "number_used": (KEEP, LEAVE_OUT),
    "differs": (
        ("correct", "ไฟล์ถูก ลงรายการแก้", "The file is right: post the correction"),
        ("leave_out", "สมุดถูก ตัดแถวออก", "The book is right: leave the rows out"),
    ),
    "sheet_not_understood": (),
}
DONE: Final = {
    "leave_out": ("ตัดออก", "left out"),
    "keep": ("ลงทุกแถว", "all written"),
    "correct": ("ลงรายการแก้", "the correction is posted"),
}


@dataclass(frozen=True)
class Line:
    """One held row: where it stands, what is written there, and the entry it differs from. Said alone where rows differ."""

    held: Held
    written: str
    entry: int | None
    reason: str = ""
    mend: str = ""


@dataclass(frozen=True)
class Question:
    """Held rows with one question. `asked` is signed; `members` may be chosen from, `which` is a sheet to be explained."""

    number: int
    ask: str
    reason: str
    mend: str
    lines: Sequence[Line]
    asked: str
    choices: Sequence[tuple[str, str]]
    stranger: str = ""
    members: Sequence[tuple[str, str]] = ()
    nobody: str = ""
    which: tuple[int, int] | None = None

    @property
    def few(self) -> Sequence[Line]:
        """The rows to be seen at once."""
        return self.lines[:FEW]

    @property
    def others(self) -> Sequence[Line]:
        """The rest."""
        return self.lines[FEW:]


# -- asking ------------------------------------------------------------------------------------------


def questions(one: Imported, waiting: Waiting, first: int) -> Iterator[Question]:
    """Yield the questions of one group, numbered from `first` and no further than the page has room."""
    entries = {place_of(row): number for number, (intent, _) in one.differs.items() for row in intent.rows}
    for number, rows in enumerate(alike(one)[: max(0, MOST - first)], first):
        yield _question(number, one, rows, waiting, entries)


def _question(
    number: int,
    one: Imported,
    rows: Sequence[Held],
    waiting: Waiting,
    entries: Mapping[Place, int],
) -> Question:
    head, stranger = rows[0], one.strangers.get(place_of(rows[0]), "")
    is_one = len({(held.reason_th, held.suggestion_th) for held in rows}) == 1
    ask_th, ask_en, _ = ASKED.get(head.code, ("จะทำอย่างไรกับแถวเหล่านี้", "What about these rows?", ()))
    sheet = head.file or one.understandings[0].file, head.sheet
    return Question(
        number,
        say((ask_th, ask_en)),
        say((head.reason_th, head.reason_en)) if is_one else "",
        say((head.suggestion_th, head.suggestion_en)) if is_one else "",
        [_line(held, written(one, held), entries, alone=not is_one) for held in rows],
        _signed(one, rows, stranger, waiting),
        [] if stranger else [(code, say((th, en))) for code, th, en in CHOICES.get(head.code, (LEAVE_OUT,))],
        stranger,
        [(IS + reference, f"{reference} {name}".strip()) for reference, name in one.register.items()] if stranger else [],
        _nobody(set().union(*(kinds_of(one, held) for held in rows))) if stranger else "",
        sheets_of(one, waiting).get(sheet) if head.code == "sheet_not_understood" else None,
    )  # fmt: skip


def _line(held: Held, stands: str, entries: Mapping[Place, int], *, alone: bool) -> Line:
    entry = entries.get(place_of(held))
    if not alone:
        return Line(held, stands, entry)
    reason, mend = say((held.reason_th, held.reason_en)), say((held.suggestion_th, held.suggestion_en))
    return Line(held, stands, entry, reason, mend)


def _nobody(kinds: set[str]) -> str:
    """Who came to an activity and is no member is a guest; other rows without a member are left out."""
    if "activities" in kinds:
        return say(("ไม่ใช่สมาชิก นับเป็นแขก", "Not a member: a guest"))
    return say(("ไม่ใช่สมาชิก ตัดแถวออก", "Not a member: leave the row out"))


def sheets_of(one: Imported, waiting: Waiting) -> dict[tuple[str, str], tuple[int, int]]:
    """Return for each sheet of a group, by file and title, which sheet of which file it is."""
    counted: Counter[str] = Counter()
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for u in one.understandings:
        found.setdefault((u.file, u.sheet.title), (waiting.names.index(u.file), counted[u.file]))
        counted[u.file] += 1
    return found


def _signed(one: Imported, rows: Sequence[Held], stranger: str, waiting: Waiting) -> str:
    head = rows[0]
    asked: Said = {"group": one.group}
    if stranger:
        asked["member"] = stranger
    else:
        asked |= {"file": head.file} if head.file else {}
        asked |= {"sheet": head.sheet, "rows": sorted({held.number for held in rows}), "code": head.code}
    return signing.dumps(asked, salt=_salt(waiting))


def _salt(waiting: Waiting) -> str:
    return f"kwan.import.{waiting.id}"


# -- answering ---------------------------------------------------------------------------------------


def answered(post: QueryDict, waiting: Waiting) -> list[Said]:
    """Return the answers that a page brings back. Raise BadSignature for questions that were not asked."""
    given = []
    for number in range(MOST):
        signed, answer = post.get(f"asked-{number}"), post.get(f"answer-{number}")
        if signed and answer:
            asked = signing.loads(signed, salt=_salt(waiting))
            given += _answer(asked, answer, post.getlist(f"row-{number}"))
    return given


def _answer(asked: Said, answer: str, ticked: Sequence[str]) -> list[Said]:
    if "member" in asked:
        return [asked | {"is": None if answer == NOBODY else answer.removeprefix(IS)}]
    if answer not in DONE:
        return []
    rows = [row for row in asked["rows"] if str(row) in ticked] or asked["rows"]
    return [asked | {"rows": rows, "do": answer}]


def told(said: Said) -> str:
    """Return an answer in words."""
    about = f"{said['group']} · " if said.get("group") else ""
    if "member" in said:
        whose = said["is"] or say(("ไม่ใช่สมาชิก", "not a member"))
        return f"{about}“{said['member']}” → {whose}"
    if said.get("kind"):
        kind = KINDS[said["kind"]]
        return f"{about}{said['sheet']} → {say((kind.th, kind.en))}"
    rows = ", ".join(map(str, said["rows"]))
    return f"{about}{said['sheet']} · {say(('แถวที่', 'row'))} {rows} → {say(DONE[said['do']])}"

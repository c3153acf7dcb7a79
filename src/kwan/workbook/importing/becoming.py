"""What becomes of each row: a row with several commands is posted only when all of them are."""

from collections.abc import Iterator
from difflib import get_close_matches

from kwan.journal.rules import Command, Refusal
from kwan.market import queries as market
from kwan.people import queries as people
from kwan.workbook.importing.results import Imported, Place, place_of
from kwan.workbook.mends import NOBODY
from kwan.workbook.outcomes import Held, Row
from kwan.workbook.translate import Context, Intent

Mend = tuple[str, str]
NEAR, ALIKE = 3, 0.5


def says(intent: Intent) -> tuple[object, ...]:
    """Return all that a command says, for comparing two rows of a file."""
    command = intent.command
    return command.kind, command.on, str(command.body()), tuple(command.seals())


class Becoming:
    """Gathers the outcomes of intents and settles them by row."""

    def __init__(self, result: Imported, context: Context) -> None:
        self.result, self.context = result, context
        self.good: dict[Place, Row] = {}
        self.new: set[Place] = set()
        self.bad: dict[Place, Held] = {}
        self.nobodys: dict[Place, Row] = {}

    def posted(self, intent: Intent) -> None:
        """The command was written."""
        self.already(intent)
        self.new.update(map(place_of, intent.rows))

    def already(self, intent: Intent) -> None:
        """The command stands in the book."""
        for row in intent.rows:
            self.good[place_of(row)] = row

    def is_nobodys(self, intent: Intent) -> bool:
        """Return whether somebody said that this is no member's: then its rows are left out."""
        if getattr(intent.command, "member", None) != NOBODY:
            return False
        self.nobodys.update({place_of(row): row for row in intent.rows})
        return True

    def twice(self, intent: Intent, earlier: Intent) -> None:
        """Another row has the same key. What two files of a group both say is said once."""
        if not intent.rows:
            return
        same = says(intent) == says(earlier)
        if same and (not earlier.rows or earlier.rows[0].file != intent.rows[0].file):
            self.already(intent)
            return
        self._hold(intent, "twice", *_repetition(earlier.rows[0], same=same))

    def differs(self, intent: Intent, entry: int) -> None:
        """The book has this key with another content."""
        self._hold(
            intent, "differs",
            f"ไม่ตรงกับรายการที่ {entry} ในสมุด",
            f"This differs from entry {entry} of the book.",
            f"ถ้าไฟล์ถูก กดลงรายการแก้ของรายการที่ {entry} ถ้าสมุดถูก แก้ในไฟล์",
            f"If the file is right, post the correction of entry {entry}; if the book is right, mend the file.",
        )  # fmt: skip
        if intent.rows:
            self.result.differs[entry] = (intent, entry)

    def refused(self, intent: Intent, refusal: Refusal) -> None:
        """The book did not take the command."""
        self._hold(intent, refusal.code, refusal.th, refusal.en, *self._mend(intent, refusal))

    def settle(self) -> None:
        """Count every row once: held if any of its commands was, else posted if any was new, else skipped."""
        self.result.held += self.bad.values()
        for place, row in (self.nobodys | self.good).items():
            if place in self.bad:
                continue
            if place in self.new:
                self.result.posted[row.sheet] += 1
            else:
                self.result.already[row.sheet] += int(place in self.good)
                self.result.skipped[row.sheet] += 1

    def _hold(self, intent: Intent, code: str, *said: str) -> None:
        th, en, fix_th, fix_en = said
        for row in intent.rows:
            held = Held(
                row.sheet, row.number, code, th, en, fix_th, fix_en, row.raw, "", row.column, row.file
            )
            self.bad.setdefault(place_of(row), held)

    def _mend(self, intent: Intent, refusal: Refusal) -> Mend:
        if refusal.code == "unknown_member":
            return self._whose(intent)
        if refusal.code == "unknown_buyer":
            names = [buyer.name for buyer in market.buyers(self.result.book)]
            return _which_buyer(
                get_close_matches(str(getattr(intent.command, "buyer", "")), names, NEAR, ALIKE)
            )
        return ("แก้ตามที่บอก แล้วนำเข้าใหม่", "Mend it as said and import again.")

    def _whose(self, intent: Intent) -> Mend:
        known = people.member_references(self.result.book)
        stranger = next((person for person in _people_of(intent.command) if person not in known), "")
        for row in intent.rows:
            self.result.strangers.setdefault(place_of(row), stranger)
        near = self._near(stranger, known)
        if not near:
            return (
                "ถามกลุ่มว่าเป็นของสมาชิกคนใด แก้รหัส หรือเพิ่มชื่อในทะเบียน แล้วนำเข้าใหม่",
                "Ask the group whose it is; mend the number or add the member to the register, then import again.",
            )
        return (
            f"ใช่ {' หรือ '.join(near)} หรือไม่ แก้รหัสแล้วนำเข้าใหม่ ข้อมูลอยู่ครบ รอรู้ว่าเป็นของใคร",
            f"Is it {' or '.join(near)}? Mend the number and import again. Nothing is lost; we wait to know whose it is.",
        )

    def _near(self, stranger: str, known: set[str]) -> list[str]:
        """Return who may be meant: those who share the name, else those written alike."""
        namesakes = self.context.called(stranger)
        if len(namesakes) > 1:
            return namesakes
        near = get_close_matches(stranger, sorted(known), NEAR, ALIKE)
        if near:
            return near
        names = get_close_matches(stranger, sorted(self.context.references), NEAR, ALIKE)
        return [f"{reference} ({name})" for name in names for reference in self.context.references[name]]


def _people_of(command: Command) -> Iterator[str]:
    for field in ("member", "maker", "teacher"):
        person = getattr(command, field, None)
        if isinstance(person, str):
            yield person
    yield from getattr(command, "attended", ())


def _repetition(first: Row, *, same: bool) -> tuple[str, str, str, str]:
    th, en = ("เหมือนกันทุกช่อง", "in every cell") if same else ("แต่ไม่เหมือนกันทุกช่อง", "with another content")
    fix = (
        "ถ้าเป็นคนละรายการจริง แก้วันที่ให้ต่างกัน หรือรวมยอดไว้แถวเดียว",
        "If these are really two, make the day differ or put the sum in one row.",
    )
    if not same:
        fix = (
            "ถ้าถูกทั้งสองแถว รวมยอดไว้แถวเดียว ถ้าผิดแถวหนึ่ง ลบแถวนั้น แล้วนำเข้าใหม่",
            "If both are right, put the sum in one row; if one is wrong, remove it; then import again.",
        )
    where_th = f"แถวที่ {first.number} ของแผ่น “{first.sheet}”" + (f" ในไฟล์ {first.file}" if first.file else "")
    where_en = f"row {first.number} of “{first.sheet}”" + (f" in {first.file}" if first.file else "")
    return (
        f"แถวนี้ซ้ำกับ{where_th} {th} จึงยังไม่ลงซ้ำ",
        f"This row is {where_en} again, {en}; it was not written twice.",
        *fix,
    )


def _which_buyer(near: list[str]) -> Mend:
    if not near:
        return (
            "เพิ่มชื่อนี้ในแผ่นลูกค้า แล้วนำเข้าใหม่",
            "Add this name to the sheet of buyers and import again.",
        )
    return (
        f"ใช่ {' หรือ '.join(near)} หรือไม่ เขียนชื่อให้เหมือนกันแล้วนำเข้าใหม่ หรือเพิ่มชื่อนี้ในแผ่นลูกค้า",
        f"Is it {' or '.join(near)}? Write the name the same way and import again, or add it to the buyers.",
    )

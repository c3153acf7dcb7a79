"""From a copy to books that can be worked with: laid in, told in the books themselves, erased anew, audited."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from json import loads
from pathlib import Path

from django.db import transaction
from django.utils.timezone import localdate

from kwan.catalogue import COMMANDS
from kwan.ids import uuid7
from kwan.journal import audit, erasures, witnesses
from kwan.journal.backup import BringBack, Copy, Unusable, load
from kwan.journal.backup.form import BESIDE
from kwan.journal.commands import Envelope, record
from kwan.journal.erasures import Forgotten
from kwan.journal.queries import BookHead, heads
from kwan.journal.witnesses import BACK, Witness
from kwan.people.commands import Erase, erase
from kwan.people.queries import is_member

OPERATOR = "operator"


@dataclass(frozen=True)
class Restored:
    """What a restore came to: the books as they stand, and how many members were erased anew."""

    heads: tuple[BookHead, ...]
    erased_again: int


def restore(copy: Copy, folder: Path, at: datetime) -> Restored:
    """Make books of a copy in the empty database at hand; all or nothing.

    Every book says in an entry of its own that it was brought back. Who asked to be forgotten after the copy
    was made, is forgotten again. Raise Unusable if the audit finds a breach: then nothing was written.
    """
    erased = _joined(copy.beside(erasures.NAME), folder / erasures.NAME)
    seen = _joined(copy.beside(witnesses.NAME), folder / witnesses.NAME)
    forgotten = erasures.read(erased)
    with transaction.atomic():
        load(copy)
        stood = {book["uid"]: (book["entry"], book["hash"]) for book in copy.books}
        if stood != {head.uid: (head.last_entry, head.hash) for head in heads()}:
            raise UNSOUND
        returned = _tell_the_books(copy, at)
        count = _forget_again(forgotten, at)
        lines = [Witness(head.uid, head.last_entry, head.hash, BACK) for head in returned]
        if next(audit.check(COMMANDS, [*witnesses.read(seen), *lines]), None):
            raise UNSOUND
    _write_beside(copy, folder, {erasures.NAME: erased, witnesses.NAME: seen})
    witnesses.note(folder, returned, at, BACK)
    erasures.catch_up(folder)
    return Restored(tuple(heads()), count)


UNSOUND = Unusable(
    "ตรวจสมุดจากไฟล์สำรองนี้แล้วไม่ผ่าน จึงไม่ใช้ ยังไม่ได้เปลี่ยนอะไร ลองสำรองอีกชุด",
    "The books in this copy do not pass the audit, so it is not used. Nothing was changed. Try another copy.",
)


def _tell_the_books(copy: Copy, at: datetime) -> list[BookHead]:
    """Write into every book that it was brought back; return the heads after that."""
    made, today = (localdate(moment) for moment in (datetime.fromisoformat(copy.made), at))
    for head in heads():
        if head.last_entry:
            command = BringBack(on=today, upto=head.last_entry, made=made)
            record(head.book, Envelope(command, str(uuid7()), OPERATOR, at))
    return [head for head in heads() if head.last_entry]


def _forget_again(forgotten: list[Forgotten], at: datetime) -> int:
    """Erase anew, under its old id, whatever erasure the restored books do not know of; return how many.

    It happens on the day of the restore: the day it was asked for may lie in a cycle that is closed by now.
    """
    books = {head.uid: head.book for head in heads()}
    known = {each.id for each in erasures.in_books()}
    count = 0
    for each in forgotten:
        command = Erase.from_body(localdate(at), loads(each.body), {})
        book = books.get(each.uid)
        if each.id not in known and book is not None and is_member(book, command.member):
            erase(book, Envelope(command, each.command, OPERATOR, at))
            count += 1
    return count


def _joined(older: str, path: Path) -> str:
    """Return the lines of the copy's file and of the folder's, each once, in the order in which they were written."""
    here = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    missing = [line for line in older.splitlines() if line not in set(here)]
    return "".join(f"{line}\n" for line in [*missing, *here])


def _write_beside(copy: Copy, folder: Path, joined: Mapping[str, str]) -> None:
    """Put the files beside the books; what stands in the folder already is newer and stays."""
    for name in BESIDE:
        text = joined.get(name) or copy.beside(name)
        if text and (name in joined or not (folder / name).exists()):
            fresh = folder / f"{name}.new"
            fresh.write_text(text, encoding="utf-8")
            fresh.chmod(0o600)
            fresh.replace(folder / name)
    for name, drawn in copy.pictures():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(drawn)

"""The gate: the only way anything is written into a book."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from kwan.journal import seals
from kwan.journal.closed_days import refuse_closed
from kwan.journal.desk import Desk, Stamp
from kwan.journal.models import Book
from kwan.journal.pen import Pen, insert
from kwan.journal.rules import Command, Refusal, Sealed, canonical, day_number, first_hash, seal_digest


class OtherBody(Refusal):
    """This command's id was used before, for something else (HTTP 409)."""

    def __init__(self) -> None:
        super().__init__(
            "other_body",
            "รายการนี้เคยส่งมาแล้วด้วยเนื้อหาอื่น ของเดิมยังอยู่ครบ กรุณาเปิดหน้าใหม่แล้วจดอีกครั้ง",
            "This was sent before with other contents. What was written still stands; open a new page and write again.",
        )


@dataclass(frozen=True, slots=True)
class Envelope:
    """A command on its way into a book.

    `id` is a UUIDv7 text minted where the form was drawn. `at` is an aware moment, from the door's clock.
    `source` is "live", or "brought" for what comes from older books. `corrects` names the entry it answers.
    """

    command: Command
    id: str
    actor: str
    at: datetime
    source: str = "live"
    key: str | None = None
    corrects: int | None = None

    def stamp(self) -> Stamp:
        """Return what the entry keeps of this envelope."""
        moment = self.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        return Stamp(self.id, self.actor, moment, self.source, self.key, self.corrects)


def open_book(uid: str, kind: str, name: str) -> int:
    """Return the book of this name and kind ("group" or "project"), opening it if it is new."""
    book, _ = Book.objects.get_or_create(
        name=name, defaults={"uid": uid, "kind": kind, "head": 0, "head_hash": first_hash(uid)}
    )
    if book.kind != kind:
        raise Refusal(
            "other_kind", f"ชื่อ {name} เป็นสมุดชนิดอื่นอยู่แล้ว", f"{name} is already a book of another kind."
        )
    return int(book.pk)


def record(book: int, envelope: Envelope) -> int:
    """Write one command into the book and return its entry's number.

    The same id with the same body returns the number it got before; with another body OtherBody is raised.
    What the book cannot take raises Refusal: nothing is written but the answer, and the same id gets it again.
    """
    try:
        with transaction.atomic():
            desk = Desk.open(book)
            known = earlier_answer(desk.pen, book, envelope)
            if known is not None:
                return known
            number = _write(desk, envelope, {})
            desk.flush()
            return number
    except Refusal as refusal:
        if refusal.code not in (
            "other_body",
            "unreadable",
        ):  # what no database keeps is not remembered either
            _remember(book, envelope, refusal)
        raise


def record_all(book: int, envelopes: Iterable[Envelope]) -> list[int | Refusal]:
    """Write many commands in one transaction; return for each its entry number or why it was refused.

    For what is brought in from older books. A refused command leaves nothing and does not hold up the others.
    """
    answers: list[int | Refusal] = []
    memo: dict[str, Any] = {"batch": True}
    with transaction.atomic():
        desk = Desk.open(book)
        for envelope in envelopes:
            try:
                known = earlier_answer(desk.pen, book, envelope) if envelope.source == "live" else None
                answers.append(known if known is not None else _write(desk, envelope, memo))
            except Refusal as refusal:
                answers.append(refusal)
        desk.flush()
    return answers


def record_sheet(book: int, envelopes: Iterable[Envelope]) -> list[int]:
    """Write many commands all or none, as one savings day is; return their numbers. Raise the first Refusal."""
    memo: dict[str, Any] = {"batch": True}
    with transaction.atomic():
        desk = Desk.open(book)
        numbers = []
        for envelope in envelopes:
            known = earlier_answer(desk.pen, book, envelope)
            numbers.append(known if known is not None else _write(desk, envelope, memo))
        desk.flush()
    return numbers


def _write(desk: Desk, envelope: Envelope, memo: dict[str, Any]) -> int:
    memo["source"] = envelope.source
    memo["actor"] = envelope.actor
    memo.pop("correcting", None)
    if envelope.corrects is not None:
        _check_correctable(desk, envelope)
        memo["correcting"] = envelope.corrects
    refuse_closed(desk.closed, envelope.command.on)
    envelope.command.decide(desk.book, memo)
    if envelope.corrects is not None:
        _check_same_matter(desk, envelope.command, envelope.corrects)
    return desk.write(envelope.command, envelope.stamp())


def _check_correctable(desk: Desk, envelope: Envelope) -> None:
    desk.flush()
    sql = (
        "SELECT (SELECT kind FROM kwan_entry WHERE book = %s AND number = %s), "
        "(SELECT number FROM kwan_entry WHERE book = %s AND corrects = %s)"
    )
    row = desk.pen.ask(sql, *[desk.book, envelope.corrects] * 2).fetchone()
    if row[0] is None:
        raise Refusal("no_such_entry", "ไม่มีรายการที่จะแก้", "There is no such entry to correct.")
    if row[1] is not None:
        raise Refusal(
            "already_corrected",
            f"รายการนี้แก้ไปแล้วด้วยรายการที่ {row[1]} ถ้าจะแก้อีก ให้แก้รายการนั้น",
            f"This entry was corrected by entry {row[1]}. To change it again, correct that one.",
        )


def _check_same_matter(desk: Desk, command: Command, corrects: int) -> None:
    """Refuse a correction of another kind: it would undo by the back door what its own command guards.

    What was struck may be written again, by the kind that it was.
    """
    sql = "SELECT kind, corrects FROM kwan_entry WHERE book = %s AND number = %s"
    kind, before = desk.pen.ask(sql, desk.book, corrects).fetchone()
    while before is not None and kind != command.kind:
        kind, before = desk.pen.ask(sql, desk.book, before).fetchone()
    if kind != command.kind and kind not in command.strikes:
        raise Refusal(
            "another_kind",
            f"รายการที่ {corrects:,} เป็นเรื่องอื่น แก้ด้วยรายการนี้ไม่ได้ ของเดิมยังอยู่ครบ ยังไม่ได้ลงอะไร",
            f"Entry {corrects:,} is another matter and cannot be corrected by this. All stands as it was; nothing was written.",
        )


def earlier_answer(pen: Pen, book: int, envelope: Envelope) -> int | None:
    """Return the number that this command's id got before, or None if it is new.

    Raise OtherBody if the id came with another body, and the same Refusal again if it was refused.
    """
    sql = "SELECT number, kind, day, source, corrects, body, seals FROM kwan_entry WHERE book = %s AND command = %s"
    row = pen.ask(sql, book, envelope.id).fetchone()
    if row is not None:
        if not same_as_entry(pen, book, envelope, row):
            raise OtherBody
        return int(row[0])
    sql = "SELECT digest, code, th, en FROM kwan_refused WHERE book = %s AND command = %s"
    row = pen.ask(sql, book, envelope.id).fetchone()
    if row is None:
        return None
    if row[0] != _digest(envelope):
        raise OtherBody
    raise Refusal(*row[1:])


def same_as_entry(pen: Pen, book: int, envelope: Envelope, row: Sequence[Any]) -> bool:
    """Return whether the entry says what this envelope says, sealed values included.

    `row`: number, kind, day, source, corrects, body and seals of the entry.
    """
    command = envelope.command
    number, *said, kept = row
    public = (
        command.kind,
        day_number(command.on),
        envelope.source,
        envelope.corrects,
        canonical(command.body()),
    )
    return list(public) == said and same_seals(pen, book, number, command, kept)


def same_seals(pen: Pen, book: int, number: int, command: Command, kept: str) -> bool:
    """Return whether the seals of an entry hold this command's personal values."""
    rows = pen.ask(
        "SELECT field, salt FROM kwan_seal WHERE book = %s AND entry = %s", book, number
    ).fetchall()
    salts = dict(rows)
    digests = [
        [seal.field, seal_digest(salts.get(seal.field, ""), Sealed(*seal))] for seal in command.seals()
    ]
    return canonical(digests) == kept


def says_the_same(book: int, number: int, command: Command) -> bool:
    """Return whether entry `number` says what this command says, sealed values included, whoever wrote it."""
    pen = Pen()
    sql = "SELECT kind, day, body, seals FROM kwan_entry WHERE book = %s AND number = %s"
    kind, day, body, kept = pen.ask(sql, book, number).fetchone()
    if (kind, day, body) != (command.kind, day_number(command.on), canonical(command.body())):
        return False
    return same_seals(pen, book, number, command, kept)


def sealed_name(text: str) -> str:
    """Return a keyed hash that tells a personal text again without saying it (64 hex digits)."""
    return seals.command_digest(text)


def _digest(envelope: Envelope) -> str:
    command = envelope.command
    whole = [
        command.kind,
        day_number(command.on),
        command.body(),
        [list(s) for s in command.seals()],
        envelope.corrects,
    ]
    return seals.command_digest(canonical(whole))


def _remember(book: int, envelope: Envelope, refusal: Refusal) -> None:
    with transaction.atomic():
        columns = ("book", "command", "digest", "code", "th", "en", "at")
        sql = insert("kwan_refused", columns) + " ON CONFLICT (book, command) DO NOTHING"
        stamp = envelope.stamp()
        Pen().put(
            sql, [(book, stamp.command, _digest(envelope), refusal.code, refusal.th, refusal.en, stamp.at)]
        )


def correcting(envelope: Envelope, number: int) -> Envelope:
    """Return the envelope as the answer to entry `number`."""
    return replace(envelope, corrects=number)


def forget(book: int, envelope: Envelope, member: str, mentions: Iterable[tuple[int, str]] = ()) -> int:
    """Write an erasure and remove the member's seals and key with it; return the entry's number.

    `mentions` are (entry, field) of words sealed beside others' entries in which the same person is named.
    The sums of the book stay, and so does its chain: what an entry hashes of a seal is salted, and the salt is gone.
    """
    with transaction.atomic():
        number = record(book, envelope)
        pen = Pen()
        pen.ask("DELETE FROM kwan_seal WHERE book = %s AND member = %s AND entry < %s", book, member, number)
        for entry, name in mentions:
            sql = "DELETE FROM kwan_seal WHERE book = %s AND entry = %s AND field = %s AND entry < %s"
            pen.ask(sql, book, entry, name, number)
        # A form sent twice, or a replay after a restore, must not take the key of what was told since.
        pen.ask(
            "DELETE FROM kwan_sealkey WHERE book = %s AND member = %s AND NOT EXISTS "
            "(SELECT 1 FROM kwan_seal s WHERE s.book = kwan_sealkey.book AND s.member = kwan_sealkey.member)",
            book,
            member,
        )
    return number

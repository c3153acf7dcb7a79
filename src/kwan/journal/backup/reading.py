"""A copy is read: every part is compared with the first page before anything is done with it.

Nothing in it names a place to write to: parts are read by the names we know, so a file made to harm finds no way out.
"""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from hmac import compare_digest
from pathlib import Path
from typing import Any, Final, NamedTuple
from zipfile import BadZipFile, ZipFile

from kwan.journal.backup.form import (
    A_PICTURE,
    BESIDE,
    FILES,
    FORMAT,
    MANIFEST,
    MARK,
    TABLES,
    key_mark,
    mark,
    unlocked,
)
from kwan.journal.backup.tables import Table, columns_of, is_personal, tables

MOST_PAGE: Final = 4 * 1024 * 1024
CHUNK: Final = 1024 * 1024


class Unusable(Exception):
    """This file cannot become books. Says why in both languages; nothing was changed."""

    def __init__(self, th: str, en: str) -> None:
        super().__init__(f"{th} · {en}")
        self.th, self.en = th, en


class Part(NamedTuple):
    """A part as the first page tells it."""

    size: int
    sha256: str
    columns: tuple[str, ...] = ()
    locked: bool = False


@dataclass(frozen=True)
class Copy:
    """A copy that is whole: when it was made, its books as they stood, its parts by name."""

    path: Path
    made: str
    books: tuple[dict[str, Any], ...]
    parts: Mapping[str, Part]

    def rows(self, table: Table) -> Iterator[tuple[tuple[str, ...], list[Any]]]:
        """Yield a table's rows, each with the names of its columns; none where the copy is older than the table."""
        name = _name(table)
        part = self.parts.get(name)
        if part is None:
            return
        with ZipFile(self.path) as chest:
            if part.locked:
                for line in _unlocked(name, chest.read(name)).splitlines():
                    yield part.columns, json.loads(line)
                return
            with chest.open(name) as lines:
                for line in lines:
                    yield part.columns, json.loads(line)

    def beside(self, name: str) -> str:
        """Return a file that lay beside the books, empty if there was none."""
        if FILES + name not in self.parts:
            return ""
        with ZipFile(self.path) as chest:
            return chest.read(FILES + name).decode()

    def pictures(self) -> Iterator[tuple[str, bytes]]:
        """Yield the pictures that lay beside the books, each called by the SHA-256 of what is in it."""
        with ZipFile(self.path) as chest:
            for name in self.parts:
                if A_PICTURE.fullmatch(name):
                    yield name, _unlocked(name, chest.read(name))


def opened(path: Path) -> Copy:
    """Return the copy in this file, looked through from end to end. Raise Unusable with the reason."""
    try:
        with ZipFile(path) as chest:
            page = _page(chest)
            parts = {part.pop("name"): Part(**_tupled(part)) for part in page["parts"]}
            _nothing_else(chest, parts)
            for name, part in parts.items():
                _is_whole(chest, name, part)
            return Copy(path, page["made"], tuple(page["books"]), parts)
    except FileNotFoundError as error:
        raise Unusable(f"ไม่พบไฟล์ {path}", f"There is no file {path}.") from error
    except OSError as error:
        raise Unusable(f"เปิดไฟล์ไม่ได้: {error}", f"The file could not be opened: {error}") from error
    except (
        BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        TypeError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise DAMAGED from error


DAMAGED: Final = Unusable(
    "ไฟล์สำรองนี้ไม่ครบหรือเสียหาย ยังไม่ได้เปลี่ยนอะไร ลองสำรองอีกชุดหรืออีกแท่ง",
    "This copy is cut short or damaged. Nothing was changed. Try another copy or another stick.",
)
ANOTHER_KEY: Final = Unusable(
    "ไฟล์สำรองนี้ทำด้วยกุญแจอีกดอก วางกุญแจของกลุ่ม (โฟลเดอร์ keys) ไว้ในโฟลเดอร์สมุด หรือบอกที่อยู่ด้วย --keys ยังไม่ได้เปลี่ยนอะไร",
    "This copy was made under another key. Put the group's keys (the folder keys) into the data folder, "
    "or say where they are with --keys. Nothing was changed.",
)
CHANGED: Final = Unusable(
    "ไฟล์สำรองนี้ถูกแก้หลังจากทำแล้ว จึงไม่ใช้ ยังไม่ได้เปลี่ยนอะไร",
    "This copy was changed after it was made, so it is not used. Nothing was changed.",
)
NEWER: Final = Unusable(
    "ไฟล์สำรองนี้ทำด้วยกว๊านรุ่นใหม่กว่า ปรับรุ่นกว๊านก่อน ยังไม่ได้เปลี่ยนอะไร",
    "This copy was made by a newer Kwan. Bring Kwan up to date first. Nothing was changed.",
)


def _page(chest: ZipFile) -> dict[str, Any]:
    """Return the first page, once it is sure that this installation wrote it. What it says may then be trusted."""
    if chest.getinfo(MANIFEST).file_size > MOST_PAGE or chest.getinfo(MARK).file_size > MOST_PAGE:
        raise DAMAGED
    text = chest.read(MANIFEST)
    page: dict[str, Any] = json.loads(text)
    if page["key"] != key_mark():
        raise ANOTHER_KEY
    if not compare_digest(chest.read(MARK), mark(text).encode()):
        raise CHANGED
    if page["format"] > FORMAT:
        raise NEWER
    return page


def _tupled(part: dict[str, Any]) -> dict[str, Any]:
    return {**part, "columns": tuple(part.get("columns", ()))}


def _nothing_else(chest: ZipFile, parts: Mapping[str, Part]) -> None:
    """Refuse what is in the file and not on its first page, and what is on it and not known here."""
    if sorted(chest.namelist()) != sorted([MANIFEST, MARK, *parts]):
        raise DAMAGED
    known = {_name(table): table for table in tables()}
    for name, part in parts.items():
        if name.startswith(TABLES):
            if name not in known or not set(part.columns) <= set(columns_of(known[name])):
                raise NEWER
            if part.locked != is_personal(known[name]):
                raise DAMAGED
        elif name not in [FILES + beside for beside in BESIDE] and not A_PICTURE.fullmatch(name):
            raise NEWER


def _is_whole(chest: ZipFile, name: str, part: Part) -> None:
    """Compare a part with its size and SHA-256, never reading more than it should hold."""
    digest, size = sha256(), 0
    with chest.open(name) as stream:
        while size <= part.size and (piece := stream.read(CHUNK)):
            digest.update(piece)
            size += len(piece)
    if (size, digest.hexdigest()) != (part.size, part.sha256):
        raise DAMAGED


def _unlocked(name: str, data: bytes) -> bytes:
    try:
        return unlocked(name, data)
    except ValueError as error:
        raise CHANGED from error


def _name(table: Table) -> str:
    return f"{TABLES}{table._meta.db_table}.jsonl"

"""What a file is, judged by its bytes and never by its name, before anything opens it."""

import io
import zipfile
from typing import Final, Literal

from kwan.workbook.refusals import Unreadable

Format = Literal["xlsx", "xls", "csv"]

MEGABYTE: Final = 1024 * 1024
MAX_BYTES: Final = 20 * MEGABYTE
MAX_UNPACKED: Final = 200 * MEGABYTE
MAX_ENTRIES: Final = 2_000
# An honest sheet of alike rows packs some 20 to 80 times; deflate's own limit is 1,032.
MAX_RATIO: Final = 200
SMALL_ENTRY: Final = MEGABYTE

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF: Final = (b"\x09\x08\x10\x00", b"\x09\x08\x08\x00", b"\x09\x04\x06\x00")
_ENCRYPTED_PARTS: Final = ("EncryptedPackage".encode("utf-16-le"), b"EncryptionInfo")
_OLE_WORKBOOK: Final = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_KNOWN_STRANGERS: Final = (
    b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b",
    b"MZ", b"\x7fELF", b"SQLite format 3", b"{\\rtf",
)  # fmt: skip
_WEB_PAGES: Final = (b"<html", b"<!doctype", b"<?xml", b"<table")


def look(data: bytes) -> Format:
    """Tell the format of `data`, or refuse it. Costs no more than reading the zip's index.

    Raises `Unreadable` for what is empty, too big, locked, packed like a bomb or no workbook.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise Unreadable("empty")
    if len(data) > MAX_BYTES:
        raise Unreadable("too_big", f"{MAX_BYTES // MEGABYTE} MB")
    if data.startswith(b"PK"):
        _look_into_zip(data)
        return "xlsx"
    if data.startswith(_OLE):
        _look_into_ole(data)
        return "xls"
    if data.startswith(_BARE_BIFF):
        return "xls"
    _refuse_strangers(data)
    return "csv"


def _refuse_strangers(data: bytes) -> None:
    if data.startswith(_KNOWN_STRANGERS):
        raise Unreadable("not_a_workbook")
    if data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_WEB_PAGES):
        raise Unreadable("other_format")


def _look_into_ole(data: bytes) -> None:
    if any(part in data for part in _ENCRYPTED_PARTS):
        raise Unreadable("locked")
    if not any(part in data for part in _OLE_WORKBOOK):
        raise Unreadable("not_a_workbook")


def _look_into_zip(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except Exception as error:  # a broken index fails in a dozen ways; all mean the same
        raise Unreadable("damaged") from error
    if len(entries) > MAX_ENTRIES:
        raise Unreadable("unsafe")
    _refuse_bombs(entries, len(data))
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise Unreadable("locked")
    _require_workbook({entry.filename for entry in entries}, len(entries))


def _refuse_bombs(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Refuse what unpacks too far, or whose parts overlap (packed sizes exceed the file)."""
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise Unreadable("too_big", f"{MAX_UNPACKED // MEGABYTE} MB")
    if sum(entry.compress_size for entry in entries) > size:
        raise Unreadable("unsafe")
    for entry in entries:
        swollen = entry.file_size > MAX_RATIO * max(entry.compress_size, 1)
        if swollen and entry.file_size > SMALL_ENTRY:
            raise Unreadable("unsafe")


def _require_workbook(names: set[str], count: int) -> None:
    if len(names) < count or any(_climbs(name) for name in names):
        raise Unreadable("unsafe")
    if "xl/workbook.bin" in names or "mimetype" in names:
        raise Unreadable("other_format")
    if "[Content_Types].xml" not in names or not any(n.startswith("xl/") for n in names):
        raise Unreadable("not_a_workbook")


def _climbs(name: str) -> bool:
    """Whether a part's name leaves its folder: no honest workbook has one."""
    return name.startswith("/") or ".." in name.split("/") or "\\" in name or ":" in name

"""Workbooks on their way in: kept aside between looking at them and writing them into a book.

A file waits in the data folder under an id that only the session of whoever sent it knows.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from kwan.ids import uuid7
from kwan.workbook.mapping import Mapping as Meaning

SESSION = "incoming"
MOST_WAITING = 8  # a session keeps no more; the oldest makes room


@dataclass(frozen=True)
class Waiting:
    """A file that waits: its name as people call it, for which project, and what was said of its sheets."""

    id: str
    name: str
    project: int
    meanings: Mapping[str, Meaning]

    @property
    def path(self) -> Path:
        """Where its bytes lie."""
        return folder() / self.id


def folder() -> Path:
    """Return the folder of waiting files, made on first use and closed to others."""
    place: Path = settings.KWAN_DATA / "incoming"
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return place


def put_aside(session: SessionBase, name: str, data: bytes, project: int) -> str:
    """Keep a file and return its id."""
    id_ = str(uuid7())
    (folder() / id_).write_bytes(data)
    waiting = {**session.get(SESSION, {}), id_: {"name": name, "project": project, "meanings": {}}}
    for old in list(waiting)[:-MOST_WAITING]:
        _throw_away(waiting, old)
    session[SESSION] = waiting
    return id_


def waiting(session: SessionBase, id_: UUID, project: int) -> Waiting | None:
    """Return the file of this id if this session sent it for this project, else None."""
    kept = session.get(SESSION, {}).get(str(id_))
    if kept is None or kept["project"] != project or not (folder() / str(id_)).is_file():
        return None
    meanings = {print_: Meaning.from_json(text) for print_, text in kept["meanings"].items()}
    return Waiting(str(id_), kept["name"], project, meanings)


def remember(session: SessionBase, file: Waiting, fingerprint: str, meaning: Meaning) -> None:
    """Keep what a person said of a sheet."""
    kept = session[SESSION]
    kept[file.id]["meanings"][fingerprint] = meaning.to_json()
    session[SESSION] = kept


def done_with(session: SessionBase, file: Waiting) -> None:
    """Let a file go that is written into its book."""
    kept = session[SESSION]
    _throw_away(kept, file.id)
    session[SESSION] = kept


def _throw_away(kept: dict[str, object], id_: str) -> None:
    kept.pop(id_, None)
    (folder() / id_).unlink(missing_ok=True)

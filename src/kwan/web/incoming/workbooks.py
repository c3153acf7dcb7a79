"""Workbooks on their way in: kept aside between looking at them and writing them into a book.

Files that were sent together wait together, in a folder of the data folder whose id only the session of
whoever sent them knows. What was answered about their rows lies beside them.
"""

import json
import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase

from kwan.ids import uuid7
from kwan.workbook.answers import Answer, answers_in
from kwan.workbook.importing import Source

SESSION = "incoming"
MOST_WAITING = 8  # a session keeps no more; the oldest makes room
ANSWERS = "answers.json"
TABLE = ".csv"
Said = dict[str, Any]


@dataclass(frozen=True)
class Waiting:
    """Files that wait: their names as people call them, for which project, and the group's name if one was given."""

    id: str
    names: tuple[str, ...]
    project: int
    group: str = ""

    @property
    def path(self) -> Path:
        """Where they lie."""
        return folder() / self.id

    @property
    def label(self) -> str:
        """Their names in one line."""
        return ", ".join(self.names)

    @property
    def sources(self) -> list[Source]:
        """The files in the order in which they were sent. Tables that came together are one group's."""
        tables = [Path(name).stem for name in self.names if Path(name).suffix.lower() == TABLE]
        return [
            Source(name, self.path / str(place), self.group or _group_of(name, tables))
            for place, name in enumerate(self.names)
        ]

    @property
    def said(self) -> list[Said]:
        """What was answered so far, as `kwan import --answers` reads it."""
        path = self.path / ANSWERS
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else []

    @property
    def answers(self) -> list[Answer]:
        """The same, understood."""
        return answers_in(json.dumps(self.said))

    def say(self, said: list[Said]) -> None:
        """Keep these answers, and no others."""
        answers_in(json.dumps(said))  # what cannot be understood is never kept
        (self.path / ANSWERS).write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")


def _group_of(name: str, tables: list[str]) -> str:
    return tables[0] if Path(name).suffix.lower() == TABLE else Path(name).stem


def folder() -> Path:
    """Return the folder of waiting files, made on first use and closed to others."""
    place: Path = settings.KWAN_DATA / "incoming"
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return place


def put_aside(session: SessionBase, files: Iterable[tuple[str, bytes]], project: int, group: str = "") -> str:
    """Keep files that were sent together and return their id."""
    _sweep()
    id_ = str(uuid7())
    names: list[str] = []
    (folder() / id_).mkdir(mode=0o700)
    for place, (name, data) in enumerate(files):
        (folder() / id_ / str(place)).write_bytes(data)
        names.append(_told_apart(name, names))
    kept = {**session.get(SESSION, {}), id_: {"names": names, "project": project, "group": group}}
    for old in list(kept)[:-MOST_WAITING]:
        _throw_away(kept, old)
    session[SESSION] = kept
    return id_


def waiting(session: SessionBase, id_: UUID, project: int) -> Waiting | None:
    """Return the files of this id if this session sent them for this project, else None."""
    kept = session.get(SESSION, {}).get(str(id_))
    if kept is None or kept["project"] != project or not (folder() / str(id_)).is_dir():
        return None
    return Waiting(str(id_), tuple(kept["names"]), project, kept["group"])


def done_with(session: SessionBase, files: Waiting) -> None:
    """Let files go that are written into their books."""
    kept = session[SESSION]
    _throw_away(kept, files.id)
    session[SESSION] = kept


def throw_all_away() -> None:
    """Let every waiting file go: somebody asked to be forgotten, and any of them may hold their name."""
    for old in folder().iterdir():
        shutil.rmtree(old, ignore_errors=True)


def _told_apart(name: str, others: list[str]) -> str:
    """Return the name, with a number if another file of the same name came before."""
    path, turn, fresh = Path(name), 2, name
    while fresh in others:
        fresh, turn = f"{path.stem} ({turn}){path.suffix}", turn + 1
    return fresh


def _throw_away(kept: dict[str, object], id_: str) -> None:
    kept.pop(id_, None)
    shutil.rmtree(folder() / id_, ignore_errors=True)


def _sweep() -> None:
    """Throw away what no session can ask for any more: names of people do not lie about."""
    for old in folder().iterdir():
        if time.time() - old.stat().st_mtime > 2 * settings.SESSION_COOKIE_AGE:
            shutil.rmtree(old, ignore_errors=True)

"""What a person decided about a sheet's columns, kept so that they are asked only once."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from kwan.workbook.vocabulary import KINDS, plain


@dataclass(frozen=True, slots=True)
class Mapping:
    """The kind of a sheet and the meaning of its headings. Kept under the headings' fingerprint."""

    kind: str
    columns: dict[str, str]

    def place(self, texts: Sequence[str]) -> dict[str, int]:
        """Give meaning → column for headings `texts`; what is not in the mapping is left out."""
        meanings = {plain(text): meaning for text, meaning in self.columns.items()}
        return {
            meanings[plain(text)]: index
            for index, text in reversed(list(enumerate(texts)))
            if text and plain(text) in meanings
        }

    def to_json(self) -> str:
        """Write it as JSON, always the same way."""
        body = {"kind": self.kind, "columns": self.columns}
        return json.dumps(body, ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what `to_json` wrote. Raises ValueError for an unknown kind or meaning."""
        body = json.loads(text)
        kind, columns = body["kind"], dict(body["columns"])
        known = {column.meaning for column in KINDS[kind].columns} if kind in KINDS else set()
        strangers = set(columns.values()) - known
        if not known or strangers:
            raise ValueError(f"unknown kind {kind!r} or meanings {sorted(strangers)}")
        return cls(kind, columns)

"""What a person decided about columns, remembered for alike files: one JSON file in the data folder."""

import json
from collections.abc import Mapping as Map
from pathlib import Path

from kwan.workbook.mapping import Mapping

NAME = "mappings.json"


def remembered(folder: Path) -> dict[str, Mapping]:
    """Return the mappings by the fingerprint of the headings they were made for. A damaged line is passed over."""
    path = folder / NAME
    found: dict[str, Mapping] = {}
    if path.exists():
        for fingerprint, text in json.loads(path.read_text(encoding="utf-8")).items():
            try:
                found[fingerprint] = Mapping.from_json(text)
            except (ValueError, KeyError):
                continue
    return found


def remember(folder: Path, fingerprint: str, mapping: Mapping) -> None:
    """Keep this mapping for files with the same headings."""
    remember_all(folder, {fingerprint: mapping})


def remember_all(folder: Path, mappings: Map[str, Mapping]) -> None:
    """Keep these mappings by the fingerprints of the headings they were made for."""
    together = {**remembered(folder), **mappings}
    kept = {fingerprint: mapping.to_json() for fingerprint, mapping in together.items()}
    path = folder / NAME
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
    fresh.replace(path)

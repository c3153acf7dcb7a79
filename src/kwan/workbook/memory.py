"""What a person decided about columns, remembered for alike files: one JSON file in the data folder."""

import json
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
    kept = {known: one.to_json() for known, one in remembered(folder).items()} | {
        fingerprint: mapping.to_json()
    }
    path = folder / NAME
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(kept, ensure_ascii=False, indent=1, sort_keys=True), encoding="utf-8")
    fresh.replace(path)

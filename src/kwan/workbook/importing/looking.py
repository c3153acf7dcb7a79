"""Reading files and saying what each sheet is about; which files belong to one group."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kwan.workbook.files import Sheet, read
from kwan.workbook.importing.results import Looked, Source, Understanding
from kwan.workbook.layout import NotUnderstood, understand
from kwan.workbook.mapping import Mapping as Columns
from kwan.workbook.outcomes import Outcome
from kwan.workbook.rows import read_rows

ONE_TABLE = ".csv"


def look(source: Source, remembered: Mapping[str, Columns]) -> Looked:
    """Read a file and say what each sheet is about. Raise Unreadable for what is no workbook."""
    return look_through(source, read(source.content, source.name).sheets, remembered)


def look_through(source: Source, sheets: Iterable[Sheet], remembered: Mapping[str, Columns]) -> Looked:
    """Say what each sheet of a file that was read is about."""
    understandings = tuple(_understanding(sheet, source.name, remembered) for sheet in sheets)
    return Looked(source.name, said_of_the_group(understandings).get("name") or source.group, understandings)


def _understanding(sheet: Sheet, file: str, remembered: Mapping[str, Columns]) -> Understanding:
    layout = understand(sheet, dict(remembered))
    if isinstance(layout, NotUnderstood):
        return Understanding(sheet, layout, file=file)
    return Understanding(sheet, layout, tuple(read_rows(sheet, layout)), file)


def said_of_the_group(sheets: Iterable[Understanding]) -> dict[str, str]:
    """Return what the sheets about the group say in words: its name, province, project."""
    said = {
        meaning: value
        for u in sheets
        if u.kind == "group"
        for row in u.rows
        for meaning, value in row.values.items()
    }
    return {meaning: value for meaning, value in said.items() if isinstance(value, str)}


def by_group(looked: Sequence[tuple[Source, Looked]], group: str | None = None) -> dict[str, list[Looked]]:
    """Return the files of each group together, in the order in which the groups come.

    Tables of one folder are one group, for a CSV is one sheet of a workbook: what one of them says of the
    group holds for all. `group` is the name that all of them were given.
    """
    of_folder = {
        source.group: one.group for source, one in looked if _is_table(source) and one.group != source.group
    }
    groups: dict[str, list[Looked]] = {}
    for source, one in looked:
        name = of_folder.get(source.group, one.group) if _is_table(source) else one.group
        groups.setdefault(group or name, []).append(one)
    return {name: told_apart(files) for name, files in groups.items()}


def _is_table(source: Source) -> bool:
    return Path(source.name).suffix.lower() == ONE_TABLE


def told_apart(files: list[Looked]) -> list[Looked]:
    """Return the files with every row naming its own, where there are several."""
    return [_naming_itself(one) for one in files] if len(files) > 1 else files


def _naming_itself(one: Looked) -> Looked:
    def named(outcome: Outcome) -> Outcome:
        return replace(outcome, file=one.name)

    sheets = tuple(replace(u, outcomes=tuple(map(named, u.outcomes))) for u in one.sheets)
    return replace(one, sheets=sheets)

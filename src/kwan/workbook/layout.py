"""What each sheet is about, and where its table begins, found by meaning and never by place."""

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from kwan.workbook.cells import blank, readable
from kwan.workbook.files import Sheet
from kwan.workbook.headings import Headings, candidates
from kwan.workbook.mapping import Mapping
from kwan.workbook.matching import assign, title_fit
from kwan.workbook.sheetxml import Cell
from kwan.workbook.spread import spread_of
from kwan.workbook.vertical import labels_of
from kwan.workbook.vocabulary import KINDS, Kind, hint

# Below this a person is asked. Two kinds nearer to each other than `TOO_NEAR` are asked about too.
LEAST_CONFIDENCE: Final = 0.5
TOO_NEAR: Final = 0.02
ROWS_TRIED: Final = 25
# So sure that the rows further down need not be tried as headings.
SURE: Final = 0.75
_CHECKABLE: Final = frozenset({
    "date", "month", "satang", "signed", "price", "grams", "count", "number", "score", "tick",
    "round", "direction", "channel", "fund_kind", "note_kind", "place", "payment",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Understood:
    """A sheet whose meaning was found.

    `header_row` is the last row of headings, counted from 1 (0: none). `columns` is meaning →
    column, from 0. `spread` is column → month or round, where the sheet runs across; `checks` is
    column → words of a tick column that no word list knows. `vertical`: names on the left, values
    on the right.
    """

    sheet: str
    kind: str
    title: str
    header_row: int
    columns: dict[str, int]
    confidence: float
    headings: tuple[str, ...] = ()
    unknown_columns: tuple[str, ...] = ()
    spread: dict[int, date | int] = field(default_factory=dict)
    checks: dict[int, str] = field(default_factory=dict)
    vertical: bool = False
    fingerprint: str = ""

    def mapping(self) -> Mapping:
        """Give this understanding in a form that can be kept for alike files."""
        return Mapping(self.kind, {self.headings[i]: m for m, i in self.columns.items()})


@dataclass(frozen=True, slots=True)
class Guess:
    """A kind that a sheet might be, and the meanings that were not found (one of each set)."""

    kind: str
    confidence: float
    missing: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A sheet that a person must name; the best guesses first. `empty`: nothing is in it."""

    sheet: str
    guesses: tuple[Guess, ...] = ()
    header_row: int = 0
    headings: tuple[str, ...] = ()
    fingerprint: str = ""
    empty: bool = False


@dataclass(frozen=True, slots=True)
class _Trial:
    """One kind tried on one row of headings."""

    kind: Kind
    headings: Headings
    columns: dict[str, int]
    spread: dict[int, date | int]
    confidence: float
    missing: tuple[tuple[str, ...], ...]


def understand(sheet: Sheet, remembered: Map[str, Mapping] | None = None) -> Understood | NotUnderstood:
    """Find the sheet's kind, its headings and what they mean.

    `remembered` holds what people decided before, by `fingerprint`; it is asked first.
    """
    if not any(not blank(cell) for row in sheet.rows for cell in row):
        return NotUnderstood(sheet.title, empty=True)
    found = list(candidates(sheet))
    for headings in found:
        mapping = (remembered or {}).get(headings.fingerprint)
        if mapping is not None:
            return _as_told(sheet, headings, mapping)
    trials = _trials(sheet, found)
    vertical = _vertical(sheet)
    best = max(trials, key=_rank, default=None)
    if vertical and (best is None or best.missing or best.confidence < vertical.confidence):
        return vertical
    if best is None or best.missing or best.confidence < LEAST_CONFIDENCE or _contested(best, trials):
        return _not_understood(sheet, trials)
    return _understood(sheet, best)


def _trials(sheet: Sheet, found: Sequence[Headings]) -> list[_Trial]:
    """Try every kind on the rows from the top, until one fits so well that what follows is data."""
    trials: list[_Trial] = []
    for headings in found:
        new = [_try(sheet, kind, headings) for kind in KINDS.values()]
        trials += new
        if any(not trial.missing and trial.confidence >= SURE for trial in new) and not headings.followed:
            break
    return trials


def _rank(trial: _Trial) -> tuple[bool, float]:
    return not trial.missing, trial.confidence


def _contested(best: _Trial, trials: Sequence[_Trial]) -> bool:
    """Whether another kind fits as well: money must not be booked on the toss of a coin."""
    return any(
        other.kind is not best.kind and not other.missing and best.confidence - other.confidence < TOO_NEAR
        for other in trials
    )


def _try(sheet: Sheet, kind: Kind, headings: Headings) -> _Trial:
    spread = spread_of(kind, headings)
    chosen = assign(kind, [text if i not in spread else "" for i, text in enumerate(headings.texts)])
    data = sheet.rows[headings.row : headings.row + ROWS_TRIED]
    _tell_names_from_codes(kind, chosen, data)
    _tell_directions_from_notes(kind, chosen, data)
    agreement: dict[str, float] = {}
    for meaning, (index, score) in list(chosen.items()):
        share = _share_read(kind, meaning, headings.texts[index], data, index)
        agreement[meaning] = share
        if share < 0.3 and score < 1:  # noqa: PLR2004 - a guessed word over cells of another sort
            del chosen[meaning]
    scores = {meaning: score * (0.5 + agreement[meaning] / 2) for meaning, (_, score) in chosen.items()}
    if spread and kind.spread:
        scores |= dict.fromkeys(_given_by_spread(kind), 1.0)
    missing = tuple(tuple(sorted(need)) for need in kind.needs if not need & scores.keys())
    return _Trial(
        kind,
        headings,
        {meaning: index for meaning, (index, _) in chosen.items()},
        spread,
        _confidence(kind, scores, headings, len(spread), title_fit(kind, (sheet.title, *headings.above))),
        missing,
    )


def _tell_names_from_codes(
    kind: Kind, chosen: dict[str, tuple[int, float]], data: Sequence[tuple[Cell, ...]]
) -> None:
    """A column headed สมาชิก holds codes or names: codes have a figure in them, names have none."""
    only = [meaning for meaning in ("member", "name") if meaning in chosen]
    if len(only) != 1 or not {"member", "name"} <= _meanings(kind) or chosen[only[0]][1] == 1:
        return
    index = chosen[only[0]][0]
    cells = [str(row[index]) for row in data if index < len(row) and not blank(row[index])]
    coded = sum(any(map(str.isdigit, cell)) for cell in cells)
    if cells:
        chosen["member" if 2 * coded >= len(cells) else "name"] = chosen.pop(only[0])


def _tell_directions_from_notes(
    kind: Kind, chosen: dict[str, tuple[int, float]], data: Sequence[tuple[Cell, ...]]
) -> None:
    """A column headed รายการ says what for, or which way the one sum of its row went."""
    sides = chosen.keys() & {"deposit", "withdrawal", "direction"}
    if kind.code != "passbook" or sides or "amount" not in chosen or chosen.get("note", (0, 1.0))[1] == 1:
        return
    index = chosen["note"][0]
    cells = [row[index] for row in data if index < len(row) and not blank(row[index])]
    if cells and 2 * sum(readable("direction", cell) for cell in cells) >= len(cells):
        chosen["direction"] = chosen.pop("note")


def _given_by_spread(kind: Kind) -> tuple[str, ...]:
    across, value = kind.spread or ("", "")
    return (across, value, "date") if across == "month" else (across, value)


def _confidence(kind: Kind, scores: dict[str, float], headings: Headings, spread: int, title: float) -> float:
    """Weigh the needed columns, the share of headings understood, and the title; 0 to 1."""
    needed = [max((scores[m] for m in need if m in scores), default=0.0) for need in kind.needs]
    known = sum(score for meaning, score in scores.items() if meaning in _meanings(kind)) + spread
    coverage = min(known / max(sum(map(bool, headings.texts)), 1), 1.0)
    if kind.code == "group" and len(scores) < 3:  # noqa: PLR2004 - any sheet may have a column "group"
        coverage = 0.0
    return round(0.5 * sum(needed) / len(needed) + 0.3 * coverage + 0.2 * title, 4)


def _meanings(kind: Kind) -> set[str]:
    return {column.meaning for column in kind.columns}


def _share_read(
    kind: Kind, meaning: str, heading: str, data: Sequence[tuple[Cell, ...]], index: int
) -> float:
    """Give the share of filled cells under a heading that can be read as it says, 1 if none."""
    reads = kind.column(meaning).reads
    if reads not in _CHECKABLE:
        return 1.0
    cells = [row[index] for row in data if index < len(row) and not blank(row[index])]
    unit = hint(heading)
    return sum(readable(reads, cell, unit) for cell in cells) / len(cells) if cells else 1.0


def _understood(sheet: Sheet, trial: _Trial, confidence: float | None = None) -> Understood:
    headings = trial.headings
    used = {*trial.columns.values(), *trial.spread}
    checks = dict(_checks(sheet, trial, used)) if trial.kind.code == "batches" else {}
    return Understood(
        sheet=sheet.title,
        kind=trial.kind.code,
        title=" ".join(headings.above) or sheet.title,
        header_row=headings.row,
        columns=trial.columns,
        confidence=trial.confidence if confidence is None else confidence,
        headings=headings.texts,
        unknown_columns=tuple(
            text for i, text in enumerate(headings.texts) if text and i not in used and i not in checks
        ),
        spread=trial.spread,
        checks=checks,
        fingerprint=headings.fingerprint,
    )


def _checks(sheet: Sheet, trial: _Trial, used: set[int]) -> Iterator[tuple[int, str]]:
    """Find tick columns that no list knows: a group may check what it likes."""
    data = sheet.rows[trial.headings.row :]
    for index, text in enumerate(trial.headings.texts):
        cells = [row[index] for row in data if index < len(row) and not blank(row[index])]
        if text and index not in used and cells and all(_is_mark(cell) for cell in cells):
            yield index, text


def _is_mark(cell: Cell) -> bool:
    return not (isinstance(cell, int | float) and not isinstance(cell, bool)) and readable("tick", cell)


def _as_told(sheet: Sheet, headings: Headings, mapping: Mapping) -> Understood:
    kind = KINDS[mapping.kind]
    columns = mapping.place(headings.texts)
    spread = spread_of(kind, headings, set(columns.values()))
    return _understood(sheet, _Trial(kind, headings, columns, spread, 1.0, ()), 1.0)


def _vertical(sheet: Sheet) -> Understood | None:
    labels = labels_of(sheet)
    if labels is None:
        return None
    title = title_fit(KINDS["group"], (sheet.title,))
    return Understood(
        sheet=sheet.title,
        kind="group",
        title=sheet.title,
        header_row=labels.header_row,
        columns={"label": labels.column, "value": labels.column + 1},
        confidence=round(0.5 + 0.3 * labels.share + 0.2 * title, 4),
        vertical=True,
    )


def _not_understood(sheet: Sheet, trials: Sequence[_Trial]) -> NotUnderstood:
    best_of_kind: dict[str, _Trial] = {}
    for trial in sorted(trials, key=lambda trial: -trial.confidence):
        best_of_kind.setdefault(trial.kind.code, trial)
    ranked = list(best_of_kind.values())[:3]
    headings = ranked[0].headings if ranked else None
    return NotUnderstood(
        sheet.title,
        tuple(Guess(trial.kind.code, trial.confidence, trial.missing) for trial in ranked),
        headings.row if headings else 0,
        headings.texts if headings else (),
        headings.fingerprint if headings else "",
    )

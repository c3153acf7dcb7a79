"""Intents into the book: what is new is written, what stands there is passed over, what differs is held."""

from collections import defaultdict
from collections.abc import Iterable

from kwan.ids import uuid7
from kwan.journal.commands import Envelope, record_all
from kwan.journal.keyed import KeyedEntries, entries_under_keys
from kwan.journal.rules import Refusal, day_number
from kwan.workbook.importing.becoming import Becoming
from kwan.workbook.importing.results import Door, Imported
from kwan.workbook.translate import Context, Intent

FIRST = ("people.group_described", "people.joined", "market.buyer_added")
TAKING_OUT = ("fund.withdrawal", "fund.spent", "people.left", "people.office_left", "market.order_paid")
# Keys of what happens once, whenever that is: their days do not say which part of the past a file covers.
TIMELESS = ("group", "member", "office", "buyer", "indicator", "debt")


def post(result: Imported, intents: Iterable[Intent], door: Door, context: Context) -> None:
    """Write the intents into the result's book, and say in the result what became of their rows."""
    known = entries_under_keys(result.book)
    becoming = Becoming(result, context)
    fresh: list[Intent] = []
    seen: dict[str, Intent] = {}
    for intent in sorted(intents, key=_order):
        if becoming.is_nobodys(intent):
            continue
        own = _with_own_key(intent, seen, context)
        earlier = seen.setdefault(own.key, own)
        if earlier is not own:
            becoming.twice(own, earlier)
        elif own.key not in known.by_key:
            fresh.append(own)
        elif not own.rows or known.says(own.key, own.command, any_day=own.undated):
            becoming.already(own)
        else:
            becoming.differs(own, known.by_key[own.key].number)
    edited = _edited(fresh, known, seen, context)
    for intent, entry in edited:
        becoming.differs(intent, entry)
    held = {id(intent) for intent, _ in edited}
    _write([intent for intent in fresh if id(intent) not in held], becoming, door)
    becoming.settle()
    result.gone = _gone(known, seen, {entry for _, entry in edited})


def _order(intent: Intent) -> tuple[int, int, int]:
    """History is written in its own order: who and what first, then day by day, money in before money out."""
    kind = intent.command.kind
    day = day_number(max(intent.command.on, intent.after))
    return (FIRST.index(kind) if kind in FIRST else len(FIRST), day, int(kind in TAKING_OUT))


def _with_own_key(intent: Intent, seen: dict[str, Intent], context: Context) -> Intent:
    """Return the intent under a key of its own, if somebody said that it is no repetition."""
    if intent.key not in seen or not any(map(context.is_kept, intent.rows)):
        return intent
    turn = 2
    while f"{intent.key}#{turn}" in seen:
        turn += 1
    return Intent(intent.command, f"{intent.key}#{turn}", intent.rows, intent.undated, intent.after)


def _write(intents: list[Intent], becoming: Becoming, door: Door) -> None:
    envelopes = [Envelope(i.command, str(uuid7()), door.actor, door.at, "brought", i.key) for i in intents]
    answers = record_all(becoming.result.book, envelopes)
    for intent, answer in zip(intents, answers, strict=True):
        becoming.refused(intent, answer) if isinstance(answer, Refusal) else becoming.posted(intent)


# -- what was edited, and what is gone ---------------------------------------------------------------


def _family(key: str, day: int) -> tuple[str, ...] | None:
    """Return what tells a key made of its row's content again once that content was edited; None for other keys.

    A line of the fund has its sum in its key, and a number that no paper bears is made of the whole row. If
    such a key is gone and another of its day has come, one row was edited: written beside the old one, its
    money would count twice.
    """
    parts = key.split("/")
    if parts[0] == "fund":
        return tuple(parts[:-1])
    if len(parts) > 1 and parts[1].startswith("~"):
        return parts[0], str(day)
    return None


def _edited(
    fresh: list[Intent], known: KeyedEntries, seen: dict[str, Intent], context: Context
) -> list[tuple[Intent, int]]:
    left: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for key, entry in known.by_key.items():
        family = _family(key, entry.day)
        if family and key not in seen and entry.source == "brought":
            left[family].append(entry.number)
    edited = []
    for intent in fresh if left else ():
        family = _family(intent.key, day_number(intent.command.on))
        if family and left[family] and not any(map(context.is_kept, intent.rows)):
            edited.append((intent, left[family].pop(0)))
    return edited


def _gone(known: KeyedEntries, seen: dict[str, Intent], edited: set[int]) -> list[tuple[str, int]]:
    """Return what was brought in before and these files no longer have, by key.

    Only of sheets that the files have, and only of the time that they cover: the workbook of a new year
    says nothing of the old one.
    """
    days: dict[str, list[int]] = defaultdict(list)
    for key, intent in seen.items():
        if intent.rows:
            days[key.split("/")[0]].append(day_number(intent.command.on))
    gone = []
    for key, entry in known.by_key.items():
        sheet = key.split("/")[0]
        if key in seen or sheet not in days or entry.source != "brought" or entry.number in edited:
            continue
        if sheet in TIMELESS or min(days[sheet]) <= entry.day <= max(days[sheet]):
            gone.append((key, entry.number))
    return sorted(gone, key=lambda pair: pair[1])

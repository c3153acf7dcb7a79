"""The group's own sheet and the register of members."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from kwan.people.commands import DescribeGroup, Join, Leave, LeaveOffice, TakeOffice
from kwan.thai import Refused
from kwan.thai.places import subdistrict_code
from kwan.workbook.outcomes import Held, Row
from kwan.workbook.translate.intents import Context, Intent, each, intent, needed


def group(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """One description of the group from all rows of its sheet."""
    said = {meaning: value for row in rows for meaning, value in row.values.items()}
    occupation = said.get("occupation")
    command = DescribeGroup(
        on=context.start,
        occupation=occupation if isinstance(occupation, str) else None,
        project=context.project,
        subdistrict=_subdistrict(said, context),
        founded=context.founded,
    )
    yield intent(command, *rows, undated=True)


def _subdistrict(said: Mapping[str, object], context: Context) -> int | None:
    try:
        return subdistrict_code(
            str(said.get("subdistrict", "")), str(said.get("district", "")), context.province
        )
    except Refused:
        return None


def members(rows: Sequence[Row], context: Context) -> Iterator[Intent | Held]:
    """Who joined, when they left, which office they hold or held."""
    yield from each(rows, context, _member)


def name_of(row: Row) -> str | None:
    """Return a member's name as the register writes it, from one column or several."""
    whole = row.values.get("name")
    parts = [row.values.get(meaning) for meaning in ("title", "first_name", "last_name")]
    if isinstance(whole, str):
        parts = [whole, row.values.get("last_name")]
    written = " ".join(part for part in parts if isinstance(part, str) and part)
    return written or None


def reference_of(row: Row, context: Context) -> str:
    """Return a member's reference as the register writes it; who is known by name alone is given one."""
    written = row.values.get("member")
    if isinstance(written, str) and written:
        return written
    return context.reference_for(str(needed(row, "name")))


def _member(row: Row, context: Context) -> Iterator[Intent]:
    reference = reference_of(row, context)
    joined = row.values.get("joined")
    on, undated = (joined, False) if isinstance(joined, date) else (context.start, True)
    subdistrict, district = context.place(row)
    join = Join(on=on, member=reference, name=name_of(row), subdistrict=subdistrict, district=district)
    yield intent(join, row, undated=undated)
    left = row.values.get("left")
    office = row.values.get("office")
    if isinstance(office, str) and office != "member":
        yield from _office(row, TakeOffice(on=on, member=reference, office=office), undated=undated)
    if isinstance(left, date):
        yield intent(Leave(on=left, member=reference), row, after=on)


def _office(row: Row, taken: TakeOffice, *, undated: bool) -> Iterator[Intent]:
    """An office held, or held until the member left. Of a former one without an end nothing can be said."""
    left = row.values.get("left")
    if isinstance(left, date):
        yield intent(taken, row, undated=undated)
        yield intent(LeaveOffice(on=left, member=taken.member, office=taken.office), row, after=taken.on)
    elif not row.values.get("office_former"):
        yield intent(taken, row, undated=undated)


def implied_members(rows: Sequence[Row], context: Context) -> Iterator[Intent]:
    """Whoever has a passbook or was paid is a member, where a group keeps no register at all."""
    first: dict[str, tuple[date, str | None]] = {}
    for row in rows:
        code, name = row.values.get("member"), row.values.get("name")
        written = code or name
        if not isinstance(written, str):
            continue
        day = row.values.get("date") or row.values.get("month")
        on = day if isinstance(day, date) else context.start
        reference = written if code else context.reference_for(written)
        since, known = first.get(reference, (on, None))
        first[reference] = min(since, on), known or (name if isinstance(name, str) else None)
    for reference, (on, name) in first.items():
        context.knows(name, reference)
        yield intent(Join(on=on, member=reference, name=name), undated=True)

"""The group's own sheet and the register of members."""

from collections.abc import Iterator, Sequence
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
    yield intent(command, *rows)


def _subdistrict(said: dict[str, object], context: Context) -> int | None:
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


def _member(row: Row, context: Context) -> Iterator[Intent]:
    reference = str(row.values.get("member") or needed(row, "name"))
    joined = row.values.get("joined")
    on = joined if isinstance(joined, date) else context.start
    subdistrict, district = context.place(row)
    yield intent(
        Join(on=on, member=reference, name=name_of(row), subdistrict=subdistrict, district=district), row
    )
    left = row.values.get("left")
    office = row.values.get("office")
    if (
        isinstance(office, str)
        and office != "member"
        and (isinstance(left, date) or not row.values.get("office_former"))
    ):
        yield intent(TakeOffice(on=on, member=reference, office=office), row)
        if isinstance(left, date):
            yield intent(LeaveOffice(on=left, member=reference, office=office), row)
    if isinstance(left, date):
        yield intent(Leave(on=left, member=reference), row)

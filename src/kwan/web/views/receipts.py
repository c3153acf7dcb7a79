"""Receipts: a savings day to print and sign, a slip for each member, and a printed slip compared."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kwan.fund import queries as fund
from kwan.fund.queries import Day, Receipt
from kwan.fund.rules.savings_day import Column
from kwan.journal import queries as journal
from kwan.people import queries as people
from kwan.pictures import Svg, qr
from kwan.quantities import format_baht
from kwan.thai.baht import baht_text
from kwan.web import policy
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_look_inside
from kwan.web.sheet import LABELS
from kwan.web.views.visiting import MOST_DIGITS, visiting
from kwan.web.words.codes import ACCOUNTS

HASH_SHOWN: Final = 16  # hexadecimal digits of an entry's hash on a slip
A_NUMBER: Final = re.compile(rf"[0-9]{{1,{MOST_DIGITS}}}", re.ASCII)
MOST_LINES: Final = 40  # of one slip; a member's line of the sheet never has so many
PRIVATE: Final[tuple[Column, ...]] = ("loan", "fine")  # between the treasurer and the member


@dataclass(frozen=True)
class PrintedLine:
    """One sum on a receipt, and what it is called."""

    receipt: Receipt
    label: str


@dataclass(frozen=True)
class Printed:
    """A member's receipt as it is printed: all their sums, the total in words, and what a camera reads."""

    member: str
    name: str
    lines: tuple[PrintedLine, ...]
    came: int
    went: int
    in_words: str
    mark: str
    code: str
    picture: Svg
    cells: tuple[int | None, ...]
    transfer: str
    carried_by: str

    @property
    def entry(self) -> int:
        """The entry whose mark stands on the slip: the last of its lines."""
        return max(line.receipt.entry for line in self.lines)

    @property
    def balance(self) -> int | None:
        """The regular savings after the day, if anything of this slip changed them."""
        regular = [line.receipt for line in self.lines if line.receipt.column in ("in", "out")]
        return max(regular, key=lambda slip: slip.entry).balance if regular else None

    @property
    def is_struck(self) -> bool:
        """Was all of it struck out?"""
        return all(line.receipt.is_struck for line in self.lines)


@dataclass(frozen=True)
class Box:
    """The cash of one purse: written that day, after corrections, and as it was counted; satang."""

    label: str
    written: int
    now: int
    counted: int
    said: str


@visiting(check_can_look_inside)
def savings_day_held(request: HttpRequest, visit: Visit, number: int) -> HttpResponse:
    """Draw a savings day that is in the book: the page to sign, and each member's receipt."""
    day = fund.savings_day(visit.number, number)
    parts = [day, *fund.additions(visit.number, day.root)]
    slips = [slip for part in parts for slip in fund.receipts(visit.number, range(part.first, part.last + 1))]
    seen = [
        slip for slip in slips if slip.column not in PRIVATE or policy.can_see_loan_of(visit, slip.member)
    ]
    columns = [column for column in LABELS if any(slip.column == column for slip in seen)]
    names = {member.reference: member.name or member.reference for member in people.members(visit.number)}
    sent = sum(slip.satang for slip in seen if slip.slip)
    return render(request, "kwan/savings_day_held.html", {
        "tab": "savings",
        "words": people.words_on_paper(visit.number),
        "day": day,
        "written": parts,
        "slips": [_printed(request, visit, mine, columns, names) for mine in by_member(seen)],
        "columns": [(LABELS[column], _sum(seen, column)) for column in columns],
        "is_plain": not set(columns) - {"in", "out"},
        "boxes": _boxes(parts, slips),
        "sent": sent,
        "is_private": len(seen) < len(slips),
        "may_write": policy.can_write_the_book(visit),
    })  # fmt: skip


def by_member(slips: Iterable[Receipt]) -> list[list[Receipt]]:
    """Return each member's sums together, in the order in which they first come."""
    found: dict[str, list[Receipt]] = {}
    for slip in slips:
        found.setdefault(slip.member, []).append(slip)
    return list(found.values())


def _sum(slips: Iterable[Receipt], column: Column) -> int:
    return sum(slip.satang for slip in slips if slip.column == column)


def _boxes(parts: list[Day], slips: list[Receipt]) -> list[Box]:
    """Return the cash of each purse, a day's own and what latecomers added together."""
    boxes = [box for part in parts for box in part.boxes]
    found = []
    for purse in dict.fromkeys(box.purse for box in boxes):
        mine = [box for box in boxes if box.purse == purse]
        now = sum(box.opening for box in mine) + sum(slip.cash for slip in slips if slip.purse == purse)
        counted = sum(box.counted for box in mine)
        label = ACCOUNTS[f"purse:{purse}"][lang_now() == "en"]
        written = sum(box.expected for box in mine)
        found.append(Box(label, written, now, counted, told_difference(counted - now)))
    return found


def told_difference(satang: int) -> str:
    """Say a difference of the cash in one sentence."""
    english, sum_ = lang_now() == "en", format_baht(abs(satang))
    if not satang:
        return "The cash agrees." if english else "เงินพอดีกับที่จด"
    if satang > 0:
        return f"{sum_} baht more than was written." if english else f"เงินเกินจากที่จด {sum_} บาท"
    return f"{sum_} baht less than was written." if english else f"เงินขาดจากที่จด {sum_} บาท"


def _printed(
    request: HttpRequest, visit: Visit, mine: list[Receipt], columns: list[Column], names: dict[str, str]
) -> Printed:
    """Return a member's slip with its code: the address at which it can be compared with the book."""
    last = max(mine, key=lambda slip: slip.entry)
    code = request.build_absolute_uri(f"{reverse('receipt')}?{urlencode(said_on(visit, mine))}")
    label = "The receipt's code" if lang_now() == "en" else "รหัสของใบรับเงิน"
    came = sum(slip.satang for slip in mine if slip.direction == "in")
    went = sum(slip.satang for slip in mine if slip.direction == "out")
    total = came or went
    english = lang_now() == "en"
    lines = tuple(PrintedLine(slip, f"{LABELS[slip.column][english]} {slip.number}".strip()) for slip in mine)
    carried_by = dict.fromkeys(
        names.get(slip.carried_by, slip.carried_by) for slip in mine if slip.carried_by
    )
    cells = tuple(_sum(mine, column) or None for column in columns)
    return Printed(
        last.member, names.get(last.member, last.member), lines, came, went,
        baht_text(f"{total // 100}.{total % 100:02d}"), last.hash[:HASH_SHOWN], code, qr(code, f"{label} {last.entry}"),
        cells, ", ".join(dict.fromkeys(slip.slip for slip in mine if slip.slip)), ", ".join(carried_by),
    )  # fmt: skip


def said_on(visit: Visit, mine: list[Receipt]) -> dict[str, str]:
    """Return what a slip's code says: book, entries, sums, balances after them, and the mark of the last entry.

    The mark covers the whole book up to that entry, the slip's other lines with it.
    """
    last = max(mine, key=lambda slip: slip.entry)
    return {
        "b": UUID(visit.book.uid).hex,
        "e": ".".join(str(slip.entry) for slip in mine),
        "s": ".".join(str(slip.satang) for slip in mine),
        "r": ".".join(str(slip.balance or 0) for slip in mine),
        "h": last.hash[:HASH_SHOWN],
    }


def receipt(request: HttpRequest) -> HttpResponse:
    """Compare a slip that was printed with the book: the same sums, balances and mark, or not."""
    said = {name: request.GET.get(name, "") for name in "besrh"}
    visit = _visit_of_slip(request, said["b"])
    entries, sums, balances = (_numbers(said[name]) for name in "esr")
    if not len(entries) == len(sums) == len(balances):
        raise Http404
    slips = [fund.receipt(visit.number, entry) for entry in entries]
    _check_theirs(visit, slips)
    mark = journal.entry_hash(visit.number, max(entries)) or ""
    same = mark[:HASH_SHOWN] == said["h"] and all(
        slip is not None and (slip.satang, slip.balance or 0) == (satang, balance)
        for slip, satang, balance in zip(slips, sums, balances, strict=True)
    )
    names: dict[str, Any] = {member.reference: member.name for member in people.members(visit.number)}
    first = next((slip for slip in slips if slip), None)
    english = lang_now() == "en"
    return render(request, "kwan/receipt.html", {
        "visit": visit,
        "group_name": visit.book.name,
        "rows": [
            (entry, satang, balance, slip, LABELS[slip.column][english] if slip else "")
            for entry, satang, balance, slip in zip(entries, sums, balances, slips, strict=True)
        ],
        "slip": first,
        "name": names.get(first.member) if first else None,
        "is_same": same,
    })  # fmt: skip


def _numbers(text: str) -> list[int]:
    words = text.split(".")
    if len(words) > MOST_LINES or not all(A_NUMBER.fullmatch(word) for word in words):
        raise Http404
    return [int(word) for word in words]


def _check_theirs(visit: Visit, slips: Iterable[Receipt | None]) -> None:
    """Refuse a slip of other members, and a loan's line to who may not see loans."""
    for slip in slips:
        if slip is not None:
            policy.check_can_see_member(visit, slip.member)
            if slip.column in PRIVATE:
                policy.check_can_see_loan_of(visit, slip.member)


def _visit_of_slip(request: HttpRequest, uid: str) -> Visit:
    """Return the visit to the book that a slip names. Raise Http404 for one that is not this person's."""
    for visit in policy.visits(policy.user_of(request)):
        inside = policy.can_look_inside(visit) or policy.can_see_own_page(visit)
        if visit.book.kind == "group" and inside and UUID(visit.book.uid).hex == uid:
            return visit
    raise Http404

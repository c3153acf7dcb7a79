"""The bank's book beside ours: what lies in the bank, what was found on both sides, and what waits for its other side."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from kwan.fund.models import BankEarning, BankLine, BankMatch, BankPage
from kwan.fund.rules.bank import ALL, BANKBOOKS, PURSES, Between, Dated, jumps, signed, suggested
from kwan.fund.rules.savings_day import SAVINGS
from kwan.journal import queries as journal
from kwan.journal.models import Account, Entry, Transfer
from kwan.journal.rules import day_of

BANK = "bank:"
OF_THE_BANK = (
    "fund.taken_to_bank", "fund.taken_from_bank", "fund.bank_line_noted", "fund.bank_line_matched", "fund.bank_interest",
    "fund.bank_fee", "fund.bank_page_kept",
)  # fmt: skip
BROUGHT = "fund.money_brought"  # what was brought forward stands in no line of the bank's book


@dataclass(frozen=True)
class Ours:
    """An entry of ours that moved money in the bank: satang, above zero came in. `match` says what line it is."""

    entry: int
    kind: str
    on: date
    satang: int
    match: int | None = None


@dataclass(frozen=True)
class BankBookLine:
    """A line of the bank's, satang. `jump` is what its balance is off the line before; `match` the entry that found it.

    `ours` are the entries it is, once it is matched, else those it may be.
    """

    entry: int
    bankbook: str
    on: date
    direction: str
    satang: int
    balance: int
    jump: int = 0
    match: int | None = None
    ours: tuple[int, ...] = ()

    @property
    def signed(self) -> int:
        """The sum with the sign of our side."""
        return signed(self.direction, self.satang)


@dataclass(frozen=True)
class BankBook:
    """One bank book with all that waits on either side. `pages` are its pictures, by entry and SHA-256."""

    name: str
    lines: tuple[BankBookLine, ...]
    ours: tuple[Ours, ...]
    between: Between | None
    pages: tuple[tuple[int, str, date], ...]

    @property
    def lines_waiting(self) -> list[BankBookLine]:
        """The bank's lines that no entry of ours was found for."""
        return [line for line in self.lines if line.match is None]

    @property
    def ours_waiting(self) -> list[Ours]:
        """Our entries that stand in no line of the bank's."""
        return [one for one in self.ours if one.match is None]

    @property
    def matched(self) -> list[BankBookLine]:
        """The lines that were found on both sides, the newest first."""
        return [line for line in reversed(self.lines) if line.match is not None]


def in_the_bank(book: int) -> dict[str, int]:
    """Return what each fund has in the bank, satang, by the fund's name; then what closings set aside there."""
    found = {
        code.removeprefix(BANK): satang
        for code, satang in journal.balances(book).items()
        if code.startswith(BANK)
    }
    aside = {name: satang for name, satang in sorted(found.items()) if name not in PURSES and satang}
    return {purse: found[purse] for purse in PURSES if purse in found} | aside


def bankbooks(book: int) -> list[BankBook]:
    """Return the bank books of the group: those with lines; before the first line one for all that is in the bank."""
    lines, pages = bank_lines(book), _pages(book)
    names = {line.bankbook for line in lines} | set(pages)
    if not names:
        names = {ALL} if in_the_bank(book) else set()
    elif ALL not in names:
        names |= {
            purse if purse in PURSES else SAVINGS for purse, satang in in_the_bank(book).items() if satang
        }
    return [_bankbook(book, name, lines, pages.get(name, ())) for name in BANKBOOKS if name in names]


def _bankbook(
    book: int, name: str, lines: Iterable[BankBookLine], pages: Iterable[tuple[int, str, date]]
) -> BankBook:
    own = [line for line in lines if line.bankbook == name]
    ours = ours_of(book, name)
    waiting = [Dated(one.entry, one.on, one.satang) for one in ours if one.match is None]
    told = tuple(line if line.match is not None else _with_suggestion(line, waiting) for line in own)
    inside = journal.balances(book)
    books = sum(satang for code, satang in inside.items() if _lies_in(name, code))
    theirs = sum(line.signed for line in own if line.match is None)
    between = Between(own[-1].balance, books, theirs, sum(one.satang for one in waiting)) if own else None
    return BankBook(name, told, tuple(ours), between, tuple(pages))


def _with_suggestion(line: BankBookLine, waiting: Iterable[Dated]) -> BankBookLine:
    found = suggested(Dated(line.entry, line.on, line.signed), waiting)
    return BankBookLine(
        line.entry, line.bankbook, line.on, line.direction, line.satang, line.balance, line.jump, None, found
    )


def bank_lines(book: int) -> list[BankBookLine]:
    """Return the lines of all bank books, in the order of their days, with the match that stands."""
    rows = list(journal.standing_rows(BankLine, book).order_by("day", "entry"))
    matches = _matches(book)
    off: dict[int, int] = {}
    for name in BANKBOOKS:
        own = [row for row in rows if row.bankbook == name]
        leaps = jumps([(signed(row.direction, row.satang), row.balance) for row in own])
        off |= {row.entry: leap for row, leap in zip(own, leaps, strict=True)}
    return [
        BankBookLine(
            row.entry, row.bankbook, day_of(row.day), row.direction, row.satang, row.balance, off[row.entry],
            *matches.get(row.entry, (None, ())),
        )
        for row in rows
    ]  # fmt: skip


def _matches(book: int) -> dict[int, tuple[int, tuple[int, ...]]]:
    """Return for each line the match that stands and its entries. One whose entry was corrected stands no more."""
    rows = journal.standing_rows(BankMatch, book).order_by("entry", "line")
    said: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row in rows:
        said[row.bank_line, row.entry].append(row.entry if row.ours is None else row.ours)
    standing = journal.standing_entries(book, {one for ours in said.values() for one in ours})
    return {line: (match, tuple(ours)) for (line, match), ours in said.items() if standing.issuperset(ours)}


def ours_of(book: int, bankbook: str) -> list[Ours]:
    """Return every standing entry that moved money in the bank (of one fund, or of all), in the order of days."""
    matched = {number: match for match, numbers in _matches(book).values() for number in numbers}
    sums = _moved(book, bankbook)
    kinds = {row.number: row for row in Entry.objects.filter(book=book, number__in=sums)}
    found = [
        Ours(number, kinds[number].kind, day_of(kinds[number].day), satang, matched.get(number))
        for number, satang in sums.items()
        if satang and kinds[number].kind != BROUGHT
    ]
    return sorted(found, key=lambda one: (one.on, one.entry))


def _moved(book: int, bankbook: str) -> dict[int, int]:
    """Return what came into the bank by entry, satang. A correction counts together with what it corrects."""
    named = Account.objects.filter(book=book, code__startswith=BANK).values_list("number", "code")
    accounts = {number for number, code in named if _lies_in(bankbook, code)}
    later = _later(book)
    sums: dict[int, int] = defaultdict(int)
    for column, sign in (("target", 1), ("source", -1)):
        rows = Transfer.objects.filter(book=book, **{f"{column}__in": accounts})
        for entry, quantity in rows.values_list("entry", "quantity"):
            sums[_standing(entry, later)] += sign * quantity
    return sums


def _lies_in(bankbook: str, code: str) -> bool:
    """Whether the money of an account lies in this bank book. What a closing set aside stays in that of the savings."""
    if not code.startswith(BANK):
        return False
    fund = code.removeprefix(BANK)
    return bankbook in (ALL, fund) or (bankbook == SAVINGS and fund not in PURSES)


def _later(book: int) -> dict[int, int]:
    rows = Entry.objects.filter(book=book, corrects__isnull=False).values_list("corrects", "number")
    return {int(corrects or 0): number for corrects, number in rows}


def _standing(entry: int, later: Mapping[int, int]) -> int:
    while entry in later:
        entry = later[entry]
    return entry


def bank_earnings(book: int) -> int:
    """Return the bank's interest less its fees, satang."""
    rows = journal.standing_rows(BankEarning, book).values_list("direction", "satang")
    return sum(signed(direction, satang) for direction, satang in rows)


def of_the_bank(book: int, number: int) -> bool:
    """Return whether an entry is a matter of the bank's: a way there or back, a line, a match, interest, a fee, a page."""
    kind = Entry.objects.filter(book=book, number=number).values_list("kind", flat=True).first() or ""
    return kind in OF_THE_BANK


def has_picture(book: int, picture: str) -> bool:
    """Return whether a standing entry of this book keeps the picture of this SHA-256."""
    return journal.standing_rows(BankPage, book).filter(picture=picture).exists()


def _pages(book: int) -> dict[str, tuple[tuple[int, str, date], ...]]:
    found: dict[str, list[tuple[int, str, date]]] = defaultdict(list)
    for row in journal.standing_rows(BankPage, book).order_by("-day", "-entry"):
        found[row.bankbook].append((row.entry, row.picture, day_of(row.day)))
    return {name: tuple(pages) for name, pages in found.items()}

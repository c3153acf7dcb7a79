"""Questions about the group itself: what it does, what it is before the law, where its money lies."""

from dataclasses import dataclass
from datetime import date

from kwan.journal.queries import corrected_pairs, standing_rows, texts_in_seals
from kwan.journal.rules import day_of
from kwan.people.models import BankAccount, GroupDetails, LegalForm
from kwan.people.rules.forms import FORMS, Form, Words, is_near, words_of


@dataclass(frozen=True)
class Group:
    """What a group says of itself."""

    book: int
    name: str
    occupation: str | None
    project: str | None
    subdistrict: int | None
    founded: date | None


@dataclass(frozen=True)
class Standing:
    """What a group is before the law: a code of FORMS, since when it says so, its number, when that is renewed."""

    code: str
    since: date
    registration: str | None
    renew_by: date | None
    entry: int

    @property
    def form(self) -> Form:
        """What the code means."""
        return FORMS[self.code]

    def wants_renewing(self, today: date) -> bool:
        """Return whether the registration is to be renewed soon, or was before today."""
        return is_near(self.renew_by, today)


@dataclass(frozen=True)
class Account:
    """Where the group's money lies outside the box. What was sealed is None where it was not told."""

    bank: str | None
    owner: str
    holders: str | None
    account: str | None
    promptpay: str | None
    entry: int


def group(book: int, name: str, upto: int | None = None) -> Group:
    """Return what the group of this book says of itself, empty where it said nothing yet."""
    row = standing_rows(GroupDetails, book, upto).order_by("entry").last()
    if row is None:
        return Group(book, name, None, None, None, None)
    founded = day_of(row.founded) if row.founded else None
    return Group(book, name, row.occupation, row.project, row.subdistrict, founded)


def groups_of_project(project: str) -> list[int]:
    """Return the books of the groups that say they belong to this project, by book number."""
    rows = set(GroupDetails.objects.filter(project=project).values_list("book", "entry"))
    return sorted({book for book, _ in rows - corrected_pairs({book for book, _ in rows})})


def standing(book: int) -> Standing | None:
    """Return what the group is before the law, None if it never said; the newest telling stands."""
    row = standing_rows(LegalForm, book).order_by("day", "entry").last()
    if row is None:
        return None
    renew_by = day_of(row.renew_by) if row.renew_by else None
    return Standing(row.form, day_of(row.day), row.registration, renew_by, row.entry)


def words_on_paper(book: int) -> Words:
    """Return the words that papers of this group may use: deposits are a co-operative's, savings everybody's."""
    told = standing(book)
    return words_of(told.code if told else None)


def bank_account(book: int) -> Account | None:
    """Return where the group's money lies, None if it never said; the newest telling stands."""
    row = standing_rows(BankAccount, book).order_by("day", "entry").last()
    if row is None:
        return None
    sealed = texts_in_seals(book, "holders", "account", "promptpay")
    holders, account, promptpay = (texts.get(row.entry) for texts in sealed.values())
    return Account(row.bank, row.owner, holders, account, promptpay, row.entry)

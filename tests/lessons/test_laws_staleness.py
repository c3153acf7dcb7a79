"""A sentence goes stale when, and only when, what it says or a row it rests on has changed.

By brute force: one cell of a sample workbook is changed, or one row removed, and the workbook is brought into
a fresh book. Entry numbers shift there; what did not change must not look changed for that.
"""

from collections import defaultdict
from datetime import date
from itertools import count

import pytest

from kwan.fund.commands import Deposit
from kwan.journal.queries import entries_by_key, head, last_day
from kwan.lessons.claims.judging import PARTS_ARE_ENTRIES, spoken
from kwan.lessons.report.build import for_group
from kwan.lessons.report.shown import fingerprint
from kwan.lessons.report.stale import digests, stale
from kwan.programme import measures
from kwan.wellbeing.commands import Answer
from tests.journal.hands import write
from tests.lessons.laws_of_reports import (
    NAMES,
    cells,
    changed,
    for_a_moment,
    imported,
    judged,
    sample,
    without,
)

pytestmark = pytest.mark.django_db

SAVINGS = {"savings.most_save", "savings.rose", "savings.per_member"}
INCOME = {"income.total", "income.rose"}
FUND = {
    "fund.balance",
    "fund.raised_for_materials",
    "fund.equipment_bought",
    "fund.welfare",
    "fund.working_capital",
}
MARKET = {"market.orders_rose", "market.agencies_buy", "market.regular_buyers", "orders.receivable"}
OUTPUT = {
    "production.clean_place",
    "production.every_batch_checked",
    "production.every_part_used",
    "production.to_order",
}
PRICES = {"production.input_prices_rose", "production.supply"}
NOTES = {"lessons.problem", "lessons.adaptation", "lessons.solution", "lessons.knowledge"}
TRAININGS = {"programme.trained", "programme.taught_on"}
WORKSHOP = {"lessons.meeting", "lessons.participants", "lessons.groups", "lessons.process"}
INDICATORS = {"programme.indicators_reached"}
AT_HOME = {"production.home_work", "programme.adaptations"}
HAPPINESS = {"wellbeing.most_happier"}
DEBTS = {"fund.debts_managed"}
LEFT_OUT = {"records.outside"}
PEOPLE = {"members.joined", "members.districts_grew", "members.by_district", "people.handover"}
# Where books are laid beside each other, each of the two sheets touches the claims of the other. A row that
# names a member, or a buyer, who is not in the register is held: the register touches whatever names them.
TOUCHED = {
    "กลุ่ม": {
        "members.districts_grew",
        "members.by_district",
    },  # the province tells which district of that name is meant
    "สมาชิก": {
        *PEOPLE,
        *SAVINGS,
        *INCOME,
        *FUND,
        *OUTPUT,
        *PRICES,
        *NOTES,
        *TRAININGS,
        *WORKSHOP,
        *INDICATORS,
        *HAPPINESS,
        *DEBTS,
        *AT_HOME,
        *LEFT_OUT,
    },
    "สมุดออม": {*SAVINGS, *INDICATORS, *LEFT_OUT},
    "รายได้": {*INCOME, *INDICATORS},
    "ประเมินความสุข": {*HAPPINESS, *INDICATORS},
    "ลูกค้า": {*MARKET, *INCOME, *OUTPUT, *INDICATORS, *NOTES},
    "คำสั่งซื้อ": {*MARKET, *INCOME, *OUTPUT, *INDICATORS, *NOTES},
    "ซื้อวัตถุดิบ": {*PRICES, *OUTPUT, *INCOME, *FUND, *NOTES},
    "การผลิต": {*OUTPUT, *PRICES, *FUND, *INDICATORS, *NOTES, *AT_HOME},
    "กิจกรรม": {*TRAININGS, *WORKSHOP, *INDICATORS},
    "กองทุน": {*FUND, *INCOME, *PRICES, *NOTES, *LEFT_OUT},
    "หนี้สิน": DEBTS,
    "ตัวชี้วัด": INDICATORS,
    "บทเรียน": {*NOTES, "lessons.process", "programme.adaptations"},
}
# Counts every entry of the book, and says from when to when.
OF_THE_WHOLE_BOOK = {"records.kept"}
# What "now" decides: these may speak otherwise when the book's last day is another.
OF_TODAY = {
    "savings.rose",
    "savings.per_member",
    "members.by_district",
    "market.orders_rose",
    "market.regular_buyers",
    *OUTPUT,
}


def state(number):
    """Return of each claim its digest, and what it says and rests on, told without any entry's number."""
    papers = {entry: key for key, entry in entries_by_key(number).items()}
    told = {}
    for claim in judged(number):
        about = papers.get(int(claim.claim.about), "") if claim.claim.about.isdigit() else claim.claim.about
        opened = set(claim.evidence)
        rests_on = sorted(
            (id_, papers[entry], line, part_of(id_, part, entry), amount)
            for id_, reading in claim.readings.items()
            for book, entry, line, part, amount in reading.rows
            if (book, entry) in opened
        )
        told[claim.id, about] = (claim.digest, (spoken(claim), rests_on), beside(claim))
    return told


def part_of(measure, part, entry):
    return str(part)[len(str(entry)) :] if measure in PARTS_ARE_ENTRIES else part


def beside(claim):
    """What stands beside the sentence; of a sealed claim nothing of a person's answer may tell on it."""
    if claim.claim.sealed:
        return None
    picture = claim.finding.picture("th", "screen").svg if claim.finding.picture else None
    return claim.finding.statistics, picture, [gap.code for gap in claim.gaps]


def differing(before, after, what):
    """Return the keys of the claims in both of which this part is another."""
    return {key for key in before.keys() & after.keys() if before[key][what] != after[key][what]}


def mutations(name, shift, step):
    """Yield (sheet, row, column) to change and (sheet, row, None) to remove: each sheet, every `step`th column from `shift`."""
    rows = defaultdict(dict)
    for sheet, row, column in cells(sample(name)):
        rows[sheet].setdefault(column, []).append(row)
    for place, (sheet, columns) in enumerate(rows.items()):
        for column, there in list(columns.items())[(place + shift) % step :: step]:
            yield sheet, there[(7 * column + place) % len(there)], column
        if sheet != "กลุ่ม":
            there = columns[min(columns)]
            yield sheet, there[(5 * place + shift) % len(there)], None


def mutated(source, sheet, row, column):
    return without(source, sheet, row) if column is None else changed(source, sheet, row, column)


def compare(name, todo):
    """Make each change in a fresh book; return the claims that changed by sheet, and what breaks the law."""
    source, changed_by_sheet, wrong = sample(name), defaultdict(set), []
    with for_a_moment():
        before = state(imported(source))
        last_day = day_of(before)
    for sheet, row, column in todo:
        with for_a_moment():
            after = state(imported(mutated(source, sheet, row, column)))
        stale_now, otherwise = differing(before, after, 0), differing(before, after, 1)
        if stale_now != otherwise:
            wrong.append((sheet, row, column, "digest and content differ", stale_now ^ otherwise))
        if unseen := differing(before, after, 2) - stale_now:
            wrong.append((sheet, row, column, "beside the sentence changed unnoticed", unseen))
        allowed = TOUCHED[sheet] | OF_THE_WHOLE_BOOK | (OF_TODAY if day_of(after) != last_day else set())
        ids = {id_ for id_, _ in stale_now}
        if not ids <= allowed:
            wrong.append((sheet, row, column, "touched what it does not speak of", ids - allowed))
        # A card of the workshop is known by its words: with other words it is another claim.
        came_or_went = {id_ for id_, _ in before.keys() ^ after.keys()}
        changed_by_sheet[sheet] |= ids | came_or_went
    return changed_by_sheet, wrong


def day_of(told):
    return told["records.kept", ""][1][0][1].rpartition(" ถึง ")[2]


@pytest.mark.parametrize(("name", "shift"), [(name, shift) for shift, name in enumerate(NAMES)])
def test_one_cell_or_row_changes_the_digests_of_the_claims_that_rest_on_it_and_no_other(name, shift):
    changed_by_sheet, wrong = compare(name, list(mutations(name, shift, 2)))
    assert wrong == []
    silent = {sheet for sheet, ids in changed_by_sheet.items() if not ids - OF_THE_WHOLE_BOOK}
    assert silent <= {"กลุ่ม", "หนี้สิน"}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_row_changed_somewhere_or_removed(name):
    turn, todo, seen = count(), [], set()
    columns = defaultdict(list)
    for sheet, row, column in cells(sample(name)):
        columns[sheet, row].append(column)
    for (sheet, row), filled in columns.items():
        now = next(turn)
        todo.append((sheet, row, filled[now % len(filled)] if now % 2 or sheet == "กลุ่ม" else None))
        if sheet == "บทเรียน":  # so few cards that each is also taken away
            todo.append((sheet, row, None))
    changed_by_sheet, wrong = compare(name, todo)
    assert wrong == []
    for ids in changed_by_sheet.values():
        seen |= ids
    answered = {claim for claims in TOUCHED.values() for claim in claims}
    assert answered - seen <= NOT_MOVED_BY_ANY_CELL


# Nothing of theirs stands in the samples, or it is told in confidence.
NOT_MOVED_BY_ANY_CELL = {"fund.debts_managed", "production.supply", "programme.taught_on", "people.handover"}


def test_the_same_file_brought_into_two_books_has_the_same_digests():
    source = sample(NAMES[0])
    with for_a_moment():
        first = {key: told[0] for key, told in state(imported(source)).items()}
    imported(sample(NAMES[1]))
    second = {key: told[0] for key, told in state(imported(source)).items()}
    assert first == second


def test_every_measure_that_counts_by_entry_is_known_to():
    by_entry = {
        id_ for id_, m in measures.definitions().items() if "entry AS part" in m.sql or "entry ||" in m.sql
    }
    assert by_entry == PARTS_ARE_ENTRIES


# -- in one book, as time goes on -------------------------------------------------------------------


def kept(book):
    report = for_group(book)
    return report, digests(report)


def test_a_deposit_makes_stale_what_is_said_of_savings_and_of_the_whole_book_alone():
    book = imported(sample(NAMES[0]))
    _, before = kept(book)
    write(book, Deposit(on=today(book), member="ก01", satang=5000))
    found = [(claim.id, claim.claim.about) for claim in stale(before, for_group(book))]
    assert found == [
        ("records.kept", ""),
        ("savings.most_save", ""),
        ("savings.rose", ""),
        ("savings.per_member", ""),
        ("programme.indicators_reached", "สมาชิกที่มีเงินออม"),
    ]


def today(book):
    return last_day(book, head(book).last_entry)


def test_an_answer_corrected_makes_what_is_said_of_happiness_stale_though_the_sentence_stays():
    book = imported(sample(NAMES[0]))
    report, before = kept(book)
    right = Answer(on=date(2022, 1, 4), member="ก01", round=2, score=10)
    write(book, right, corrects=entries_by_key(book)[right.natural_key()], key=right.natural_key())
    after = for_group(book)
    sealed = [claim for claim in after.claims if claim.id == "wellbeing.most_happier"]
    was = next(claim for claim in report.claims if claim.id == "wellbeing.most_happier")
    assert spoken(sealed[0]) == spoken(was)
    assert "wellbeing.most_happier" in [claim.id for claim in stale(before, after)]
    assert fingerprint(sealed[0], after.heads[0].last_entry) != fingerprint(was, report.heads[0].last_entry)

"""The two groups' own workbooks are understood whole, and their figures come out."""

import json
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

import kwan
from kwan.workbook.files import read
from kwan.workbook.layout import understand
from kwan.workbook.rows import Held, Row, read_rows, tally

SAMPLES = Path(kwan.__file__).parent / "samples"
FIGURES = Path(__file__).parents[1] / "data" / "samples"
NAMES = ["kwan-talay-seafood", "phak-top-chawa"]
# Rows with data in them, counted by eye, totals and headings left out.
COUNTS = {
    "kwan-talay-seafood": {
        "group": 7, "members": 12, "passbook": 83, "income": 84, "rounds": 30, "buyers": 6, "orders": 93,
        "materials": 24, "batches": 56, "activities": 5, "fund": 5, "debts": 3, "indicators": 5, "notes": 6,
    },
    "phak-top-chawa": {
        "group": 7, "members": 8, "passbook": 59, "income": 59, "rounds": 22, "buyers": 5, "orders": 125,
        "materials": 16, "batches": 112, "activities": 4, "fund": 4, "debts": 2, "indicators": 5, "notes": 5,
    },
}  # fmt: skip


@pytest.fixture(scope="module", params=NAMES)
def sample(request):
    """The sample's name, its rows by kind, and the figures that must come out."""
    rows, outcomes = {}, []
    for sheet in read(SAMPLES / f"{request.param}.xlsx").sheets:
        understood = understand(sheet)
        read_ = list(read_rows(sheet, understood))
        outcomes += read_
        rows[understood.kind] = [row.values for row in read_ if isinstance(row, Row)]
    figures = json.loads((FIGURES / f"{request.param}.json").read_text(encoding="utf-8"))
    return request.param, rows, figures, outcomes


def baht(satang):
    return Decimal(satang) / 100


def test_every_sheet_and_every_row_is_understood(sample):
    name, rows, _, outcomes = sample
    assert {kind: len(values) for kind, values in rows.items()} == COUNTS[name]
    assert [o for o in outcomes if isinstance(o, Held)] == []
    counts = tally(outcomes)
    assert counts.read == counts.understood + counts.skipped == len(outcomes)


def test_only_headings_and_one_total_are_skipped(sample):
    skipped = Counter(o.why for o in sample[3] if not isinstance(o, Row))
    assert skipped == {"heading": 14, "total": 1}


def test_the_savings_come_out_but_for_the_row_entered_twice_and_the_unknown_member(sample):
    _, rows, figures, _ = sample
    seen, deposits, withdrawals = set(), 0, 0
    for row in rows["passbook"]:
        key = (row["date"], row["member"], row.get("deposit"), row.get("withdrawal"))
        if key in seen or row["member"] == "ไม่มี-99":
            continue
        seen.add(key)
        deposits += row.get("deposit", 0)
        withdrawals += row.get("withdrawal", 0)
    assert baht(deposits) == Decimal(figures["savings"]["deposits"])
    assert baht(withdrawals) == Decimal(figures["savings"]["withdrawals"])


def test_income_by_month_comes_out(sample):
    _, rows, figures, _ = sample
    months = Counter()
    for row in rows["income"]:
        months[row["month"].isoformat()] += row["amount"]
    assert {month: baht(sum_) for month, sum_ in months.items()} == {
        month: Decimal(sum_) for month, sum_ in figures["income_by_month"].items()
    }


def test_scores_come_out(sample):
    _, rows, figures, _ = sample
    scores = {}
    for row in rows["rounds"]:
        scores.setdefault(row["member"], {})[str(row["round"])] = row["score"]
    assert scores == figures["wellbeing"]["scores"]


def test_orders_come_out_by_payment_month_and_channel(sample):
    _, rows, figures, _ = sample
    texts = {row["buyer"]: row["channel_text"] for row in rows["buyers"]}
    value, months, channels = Counter(), Counter(), Counter()
    for row in rows["orders"]:
        total = row["quantity"] * row["unit_price"]
        value[row["payment"]] += total
        channels[texts[row["buyer"]]] += baht(total)
        months[row["date"].replace(day=1).isoformat()] += 1
    assert baht(value["paid"]) == Decimal(figures["orders"]["paid"])
    assert baht(value["unpaid"]) == Decimal(figures["orders"]["receivable"])
    assert months == figures["orders"]["count_by_month"]
    assert channels == {k: Decimal(v) for k, v in figures["orders"]["value_by_channel_type"].items()}


def test_materials_batches_and_checks_come_out(sample):
    _, rows, figures, _ = sample
    batches = rows["batches"]
    used, made = Counter(), Counter()
    for row in batches:
        used[row["part"]] += row["used"]
        made[row["product"]] += row["made"]
    wanted = figures["batches"]
    assert baht(sum(row["total"] for row in rows["materials"])) == Decimal(figures["materials_spent"])
    assert {part: Decimal(grams) / 1000 for part, grams in used.items()} == {
        part: Decimal(kg) for part, kg in wanted["used_kg_by_part"].items()
    }
    assert made == wanted["made"]
    assert sum(all(row["checks"].values()) for row in batches) == wanted["checklist_complete"]
    assert sum(row["place"] == "home" for row in batches) == wanted["at_home"]


def test_the_fund_debts_and_attendance_come_out(sample):
    _, rows, figures, _ = sample
    ways = Counter()
    for row in rows["fund"]:
        ways[row["direction"]] += row["amount"]
    assert {way: baht(sum_) for way, sum_ in ways.items()} == {
        way: Decimal(figures["fund"][way]) for way in ("in", "out")
    }
    assert baht(sum(row["principal"] for row in rows["debts"])) == Decimal(figures["debts"]["principal"])
    assert {row["title"]: len(row["attendees"]) for row in rows["activities"]} == figures["activities"]


def test_the_group_and_its_members_come_out(sample):
    _, rows, figures, _ = sample
    group = {meaning: value for row in rows["group"] for meaning, value in row.items()}
    assert group["name"] == figures["group"]
    assert set(group) == {"name", "occupation", "project", "subdistrict", "district", "province", "founded"}
    active = [row for row in rows["members"] if "left" not in row]
    assert (len(rows["members"]), len(active)) == (figures["members"], figures["active_members"])
    former = {
        row["member"]: (row["office"], row["office_former"]) for row in rows["members"] if "left" in row
    }
    assert former in ({}, {"ผ08": ("chair", True)})

"""What the tests of importing share: a door, small groups written on the spot, and the figures of a book."""

from collections import Counter
from datetime import UTC, datetime
from decimal import Decimal

from kwan.fund.models import Debt
from kwan.journal import audit, queries
from kwan.journal.queries import standing_rows
from kwan.lessons.queries import notes
from kwan.market.queries import buyers, orders
from kwan.people.queries import members
from kwan.production.queries import batches, purchases
from kwan.programme.measures import take, take_all
from kwan.programme.queries import activities, indicators
from kwan.thai.places import names
from kwan.wellbeing.queries import scores
from kwan.workbook.importing import Door, bring_in
from tests.workbook.making import xlsx

NOW = datetime(2022, 3, 1, 9, 0, tzinfo=UTC)
DOOR = Door("operator", NOW)
GROUP = [["รายการ", "ข้อมูล"], ["ชื่อกลุ่ม", "ปลาส้มบ้านดอน"], ["จังหวัด", "พะเยา"], ["วันก่อตั้ง", "1 ม.ค. 2564"]]
MEMBERS = [
    ["รหัส", "ชื่อ - สกุล", "ตำแหน่ง", "วันที่เข้า", "วันที่ออก"],
    ["ก01", "บัวผัน ใจดี", "ประธาน", "1 ม.ค. 2564", None],
    ["ก02", "สมพร กว๊านงาม", "เหรัญญิก", "1 ม.ค. 2564", None],
    ["ก03", "คำปัน สายน้ำ", "สมาชิก", "5 ก.พ. 2564", None],
]
PASSBOOK = [
    ["วันที่", "รหัส", "ฝาก", "ถอน", "หมายเหตุ"],
    ["5 ก.พ. 2564", "ก01", 100, None, None],
    ["5 ก.พ. 2564", "ก02", 150.5, None, "ออมแทนพี่สาว"],
    ["5 มี.ค. 2564", "ก01", 100, None, None],
    ["9 มี.ค. 2564", "ก02", None, 50, None],
]
FUND = [
    ["วันที่", "รายการ", "จำนวนเงิน", "รายละเอียด"],
    ["1 ก.พ. 2564", "รับสมทบ", 5000, "งบโครงการ"],
    ["3 ก.พ. 2564", "ซื้ออุปกรณ์", 1200, "ซื้อเครื่องซีลจากป้าแดง"],
]
BUYERS = [["ลูกค้า", "ประเภทช่องทาง"], ["ร้านป้าแดง", "ร้านค้า"], ["รพ.พะเยา", "โรงพยาบาล"]]
ORDERS = [
    ["เลขที่", "วันที่สั่ง", "ลูกค้า", "สินค้า", "จำนวน", "ราคาต่อหน่วย", "การชำระเงิน", "วันที่ส่งจริง"],
    ["1", "1 ก.พ. 2564", "ร้านป้าแดง", "ปลาส้ม", 10, 60, "จ่ายแล้ว", None],
    ["2", "3 ก.พ. 2564", "รพ.พะเยา", "ปลาส้ม", 20, 55, "ค้างจ่าย", None],
    ["2", "3 ก.พ. 2564", "รพ.พะเยา", "ไส้กรอกปลา", 5, 40, "ค้างจ่าย", None],
]


def a_group(other=()):
    """The sheets of a small group; `other` replaces sheets by title, None leaves one out."""
    sheets = {
        "กลุ่ม": GROUP, "สมาชิก": MEMBERS, "สมุดออม": PASSBOOK, "กองทุน": FUND, "ลูกค้า": BUYERS, "คำสั่งซื้อ": ORDERS,
    }  # fmt: skip
    return {title: rows for title, rows in {**sheets, **dict(other)}.items() if rows is not None}


def bring(sheets, name="ปลาส้มบ้านดอน.xlsx", **how):
    """Bring these sheets (or bytes) in through the operator's door."""
    content = sheets if isinstance(sheets, bytes) else xlsx(sheets)
    return bring_in(content, name, Door("operator", NOW, **how))


def rows_of(result):
    """How many rows there are to be accounted for, by sheet: from the headings down, or the whole sheet."""
    counts = Counter()
    for u in result.understandings:
        counts[u.sheet.title] += (
            len(u.outcomes) if u.kind else sum(any(cell is not None for cell in row) for row in u.sheet.rows)
        )
    return +counts


def head(result):
    found = queries.head(result.book)
    return found.last_entry, found.hash


def value(result, measure):
    """A measure of the group's book as it stands."""
    return take(measure, [(result.book, queries.head(result.book).last_entry)]).value


def reasons(result):
    return [(held.sheet, held.number, held.code) for held in result.held]


def breaches():
    """The broken laws of all books, none of them witnessed."""
    from kwan.catalogue import COMMANDS

    return [(breach.law, breach.entry) for breach in audit.check(COMMANDS, ())]


def in_satang(baht):
    return int(Decimal(baht) * 100)


def figures(book, name):
    """Every figure of the samples' own files, from the book. Money in satang, mass in gram."""
    taken = take_all([(book, queries.head(book).last_entry)])
    active = [member for member in members(book) if member.left is None]
    return {
        "group": name,
        "members": len(members(book)),
        "active_members": len(active),
        "districts": sorted(names(d).district_th for d in {m.district for m in active} if d is not None),
        **figures_of_money(book, taken),
        **figures_of_goods(book, taken),
        "wellbeing": {
            "pairs_before_after": taken["wellbeing.pairs"].value,
            **{how: taken[f"wellbeing.{how}"].value for how in ("improved", "same", "worse")},
            "scores": answers_by_member(book),
        },
        "activities": {held.topic: len(held.attended) for held in activities(book)},
        "indicators": len(indicators(book)),
        "lessons": len(notes(book)),
    }


def answers_by_member(book):
    said = {}
    for score in scores(book):
        said.setdefault(score.member, {})[str(score.round)] = score.value
    return said


def figures_of_money(book, taken):
    return {
        "savings": {
            **{what: taken[f"savings.{what}"].value for what in ("deposits", "withdrawals", "balance")},
            "by_member": {
                code.removeprefix("passbook:"): -balance
                for code, balance in sorted(queries.balances(book).items())
                if code.startswith("passbook:")
            },
            "members_with_savings": taken["savings.members_saving"].value,
        },
        "income_by_month": taken["income.by_month"].parts,
        "fund": {
            "in": taken["fund.received"].value,
            "out": taken["fund.spent"].value,
            "balance": taken["fund.balance"].value,
        },
        "debts": {
            "count": standing_rows(Debt, book).count(),
            "principal": taken["debts.principal"].value,
        },
    }


def figures_of_goods(book, taken):
    of_channel = {buyer.name: buyer.channel_text for buyer in buyers(book)}
    made = batches(book)
    return {
        "orders": {
            **{what: taken[f"orders.{what}"].value for what in ("count", "value", "paid", "receivable")},
            "value_by_channel_type": total_by((of_channel[o.buyer], o.satang) for o in orders(book)),
            "count_by_month": taken["orders.by_month"].parts,
        },
        "materials_spent": sum(purchase.satang for purchase in purchases(book)),
        "batches": {
            "count": len(made),
            "checklist_complete": taken["batches.checked"].value,
            "at_home": taken["batches.at_home"].value,
            "used_kg_by_part": total_by((batch.part, batch.used) for batch in made),
            "made": total_by((batch.product, batch.good) for batch in made),
        },
    }


def total_by(pairs):
    sums = Counter()
    for key, amount in pairs:
        sums[key] += amount
    return dict(sums)


def expected(sample):
    """A sample's figures in satang, gram and yyyymm, as the book has them. Its errors are compared apart."""
    money = ("deposits", "withdrawals", "balance", "value", "paid", "receivable", "in", "out", "principal")

    def of(section):
        return {name: in_satang(v) if name in money else v for name, v in sample[section].items()}

    savings, orders_, batches_ = of("savings"), of("orders"), of("batches")
    savings["by_member"] = {who: in_satang(baht) for who, baht in savings["by_member"].items()}
    orders_["value_by_channel_type"] = {
        channel: in_satang(baht) for channel, baht in orders_["value_by_channel_type"].items()
    }
    orders_["count_by_month"] = {month_of(day): count for day, count in orders_["count_by_month"].items()}
    batches_["used_kg_by_part"] = {
        part: int(Decimal(kg) * 1000) for part, kg in batches_["used_kg_by_part"].items()
    }
    whole = {name: v for name, v in sample.items() if name != "errors_expected"}
    return whole | {
        "savings": savings, "orders": orders_, "batches": batches_, "fund": of("fund"), "debts": of("debts"),
        "materials_spent": in_satang(sample["materials_spent"]),
        "income_by_month": {month_of(day): in_satang(v) for day, v in sample["income_by_month"].items()},
    }  # fmt: skip


def month_of(day):
    return day[:7].replace("-", "")

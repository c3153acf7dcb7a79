"""A year of a group of twenty-five, written on a phone: everything that is typed is worked out again by hand.

The hand is `year_by_hand.py`, which knows nothing of Kwan. After each step the audit of the books is green.
"""

import re
from decimal import Decimal
from uuid import uuid4

import pytest

from tests.browser.year_by_hand import Year, flat, level

pytestmark = pytest.mark.browser

NAMES = (
    "บัวผัน กว๊านใส", "คำแปง ริมน้ำ", "สมพร ผักตบ", "จันทร์ดี สานใจ", "แสงหล้า ใบบัว", "ปิ่นแก้ว ปลาซิว", "อุ่นเรือน ทุ่งทอง",
    "ศรีวรรณ ข้าวหอม", "บุญยืน ดอยงาม", "ติ๊บ แพรวา", "หล้า เกี๋ยงคำ", "มูล เวียงลอ", "ทองใบ ลุ่มลาว", "เพ็ญ หนองเล็ง", "วันดี แม่ใส",
    "กัลยา สันเวียง", "พิกุล ต๋อมดง", "นงคราญ บ้านสาง", "ละออ ท่าวังทอง", "รัตนา แม่กา", "สุดใจ จำป่าหวาย", "เกศินี แม่ปืม", "ยุพา ดอกคำใต้",
    "อรุณ จุน", "มาลี ปง",
)  # fmt: skip
MEMBERS = [f"ก{number:02d}" for number in range(1, len(NAMES) + 1)]
TWICE = MEMBERS[19:]  # these six bring two hundred a month
WELFARE = Decimal(20)
BORROWERS = {"1": "ก03", "2": "ก12"}
MONTHS = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."]


@pytest.fixture
def group(served, ask):
    """A group whose book is empty, its treasurer and its chair, who can sign in; the year is the last one."""
    return ask(an_empty_group)


def an_empty_group():
    from django.contrib.auth.models import User
    from django.utils import timezone

    from kwan.journal.commands import open_book
    from tests.web.village import PASSWORD, seat

    treasurer, chair = f"t{uuid4().hex[:8]}", f"c{uuid4().hex[:8]}"
    book = open_book(str(uuid4()), "group", f"กลุ่มออม {treasurer}")
    for name, role in ((treasurer, "treasurer"), (chair, "chair")):
        seat(name, book, role)
        user = User.objects.get(username=name)
        user.set_password(PASSWORD)
        user.save()
    return book, treasurer, chair, timezone.localdate().year - 1 + 543


def breaches():
    from kwan.catalogue import COMMANDS
    from kwan.journal.audit import check

    return list(check(COMMANDS))


def baht(text):
    """A sum as it stands on a page."""
    return Decimal(re.sub(r"[^\d.-]", "", text))


class Phone:
    """A phone of the group's; after every step the books are whole."""

    def __init__(self, page, book, year, ask):
        self.page, self.here, self.year, self.ask = page, f"/group/{book}/", year, ask

    def go(self, place):
        self.page.goto(self.here + place)

    def day(self, day, month):
        return f"{day} {MONTHS[month - 1]} {self.year}"

    def fill(self, **boxes):
        for name, value in boxes.items():
            box = self.page.locator(f"[name='{name}']").first
            box.evaluate("box => box.closest('details')?.setAttribute('open', '')")
            if box.evaluate("box => box.tagName") == "SELECT":
                box.select_option(value)
            else:
                box.fill(value)

    def press(self, button="main form[method=post] button.do"):
        self.page.locator(button).last.click()
        self.page.wait_for_load_state()

    def written(self):
        """Nothing is in the way, and the audit is green."""
        assert self.page.locator("[role=alert]").all_inner_texts() == []
        assert self.ask(breaches) == []

    def says(self, place, figures):
        """The sums that stand at these places of a page."""
        self.go(place)
        return [baht(text) for text in self.page.locator(figures).all_inner_texts()]


@pytest.fixture
def phone(visit, group, ask):
    return Phone(visit(group[1]), group[0], group[3], ask)


@pytest.fixture
def chair(visit, group, ask):
    return Phone(visit(group[2]), group[0], group[3], ask)


def sets_out(phone):
    """Columns of the sheet, the register, the cycle, the rule of welfare."""
    phone.go("savings-sheet/")
    for column in ("welfare", "loan", "fine"):
        phone.page.check(f"[name=column-{column}]")
    phone.fill(regular_sum="100", reason="มติที่ประชุมแรก")
    phone.press()
    phone.written()
    for name in NAMES:
        phone.go("members/add/")
        phone.fill(name=name, on=phone.day(2, 1))
        phone.press()
        if "/add/" in phone.page.url:  # a name that sounds like another's: somebody else
            phone.page.locator("button.do").first.click()
    phone.written()
    phone.go("cycle/open/")
    phone.fill(on=phone.day(1, 1))
    phone.press()
    phone.written()
    phone.go("welfare/rules/set/")
    phone.fill(event="hospital", amount="200", unit="night", event_most="600", year_most="1000", waiting="3")
    phone.fill(reason="มติที่ประชุมแรก", on=phone.day(2, 1))
    phone.press()
    phone.written()


def savings_day(phone, year, month, repaid=(), typed=(), absent=(), day="5"):
    """The sheet of one month as far as the counting: all bring the usual, borrowers what is due; but for what is said."""
    phone.go("savings-day/")
    phone.page.locator("details.when summary").click()
    phone.fill(day=day, month=str(month), year=str(phone.year))
    phone.page.locator("details.when button").click()
    phone.page.wait_for_load_state()
    phone.page.locator("#all-usual").click()
    due = {f"loan-{BORROWERS[number]}/{number}": str(sum(row[:2])) for number, row in repaid}
    for name, sum_of in (due | dict(typed)).items():
        row = phone.page.locator("table.count tbody tr", has=phone.page.locator(f"[name='{name}']"))
        if not row.locator(f"[name='{name}']").is_visible():
            row.locator(".opens").click()
        row.locator(f"[name='{name}']").fill(sum_of)
    for member in absent:
        phone.page.locator(f"[name='same-{member}']").locator("..").click()
    for member in set(MEMBERS) - set(absent):
        year.saves(member, Decimal(200 if member in TWICE else 100))
        year.pays_for_welfare(WELFARE)
    for number, row in repaid:
        year.repays(number, row)


def written_down(phone, year, before):
    """The cash is counted: what came into the box since; then the sheet is written, and the pages agree with the hand."""
    box, welfare = before
    phone.fill(counted=str(year.box - box), **{"counted-welfare": str(year.welfare - welfare)})
    phone.press("#write")
    if phone.page.locator("#write").count():
        phone.press("#write")  # a difference is shown first, and written at the second tap
    phone.page.wait_for_url("**/savings-day/*/")
    phone.written()


def a_month(phone, year, month, repaid=(), also=None, **how):
    """A savings day. `also` is what else happens to the hand's figures on it."""
    before = year.box, year.welfare
    savings_day(phone, year, month, repaid, **how)
    if also:
        also()
    written_down(phone, year, before)
    the_pages_agree(phone, year)


def the_pages_agree(phone, year):
    """Each passbook, both boxes of cash and what is lent stand on the pages as they come to by hand."""
    passbooks = phone.says("savings/", "section[aria-labelledby=each] .ledger li a.n")
    assert passbooks[: len(MEMBERS)] == [year.passbooks[member] for member in MEMBERS]
    assert phone.says("purse/savings/", "#lines")[0] == year.box
    assert phone.says("purse/welfare/", "#lines")[0] == year.welfare
    if year.left:
        assert phone.says("loans/", "section[aria-labelledby=lent] .fig")[0] == year.lent


def lends(phone, year, number, principal, method, rows, month):
    """Asked for, agreed to at the meeting, and handed out once its instalments were seen: all on the savings day."""
    phone.go("loans/ask/")
    phone.fill(member=BORROWERS[number], number=number, on=phone.day(5, month))
    phone.fill(principal=principal, rate="12", method=method, periods=str(len(rows)))
    phone.press("[name=act][value=look]")
    phone.press("[name=act][value=post]")
    phone.written()
    for presses in (1, 2):
        phone.page.locator("main a.do").first.click()
        phone.page.wait_for_load_state()
        phone.fill(on=phone.day(5, month))
        for _ in range(presses):
            phone.press()
        phone.written()
    cells = phone.page.locator("table.instalments tbody td:not(.wide-only)").all_inner_texts()
    assert [baht(cell) for cell in cells] == [sum_of for row in rows for sum_of in (*row[:2], sum(row[:2]))]
    year.borrows(number, principal)


def a_wrong_sum_is_mended(phone, year, month, repaid):
    """One hundred is typed as a thousand; the box is short of what is typed, and the sum is mended at its receipt."""
    before = year.box, year.welfare
    savings_day(phone, year, month, repaid, {"in-ก07": "1000"})
    written_down(phone, year, before)
    assert "เงินขาดจากที่จด 900 บาท" in phone.page.locator(".to-sign").inner_text()
    receipt = phone.page.locator(".receipt", has_text="ก07")
    receipt.locator("a[href$='/mend/']").first.click()
    phone.page.wait_for_load_state()
    phone.fill(sum="100")
    phone.press("button[name=mend]")
    phone.page.wait_for_url("**/savings-day/*/")
    phone.written()
    the_pages_agree(phone, year)


def is_helped(phone, year):
    """Two nights in hospital: the rule says what is due; the treasurer looks, and gives it."""
    phone.go("welfare/give/")
    phone.fill(member="ก09", units="2", happened=phone.day(8, 7), on=phone.day(10, 7))
    phone.page.locator("#event").select_option(index=1)
    phone.press("[name=act][value=look]")
    phone.press("[name=act][value=post]")
    phone.written()
    year.is_helped(Decimal(400))
    the_pages_agree(phone, year)


def closes(phone, chair, year):
    """Proposed by the treasurer, checked by the chair, approved, paid to each, locked."""
    phone.go("cycle/propose/")
    phone.fill(until=phone.day(31, 12), way="share_out", part_reserve="")
    phone.press("[name=act][value=look]")
    phone.press("[name=act][value=post]")
    phone.written()
    chair.go("cycle/1/step/check/")
    chair.press()
    chair.written()
    phone.go("cycle/1/step/approve/")
    phone.fill(meeting=phone.day(31, 12), minutes=f"12/{phone.year} ข้อ 3")
    phone.press()
    phone.written()
    given = year.everything_back()
    listed = phone.says("cycle/1/list/", "table.to-pay tbody tr td:nth-child(2)")
    assert listed == [given[member] for member in MEMBERS]
    for member in MEMBERS:
        phone.go(f"cycle/1/pay/{member}/")
        phone.fill(receipt="เซ็นในใบจ่ายเงิน")
        phone.press()
    phone.written()
    phone.go("cycle/1/step/lock/")
    phone.press()
    phone.written()
    assert phone.says("purse/savings/", "#lines")[0] == 0
    assert phone.says("purse/welfare/", "#lines")[0] == year.welfare


def test_a_year_written_on_the_phone_comes_to_what_it_comes_to_by_hand(phone, chair):
    year, tank, boat = Year(), level(5000, 12, 10), flat(3000, 12, 6)
    sets_out(phone)
    first = {f"in-{member}": "200" for member in TWICE} | {f"welfare-{member}": "20" for member in MEMBERS}
    a_month(phone, year, 1, typed=first)
    a_month(phone, year, 2)
    lends(phone, year, "1", "5000", "declining", tank, 2)
    a_month(phone, year, 3, [("1", tank[0])], absent=["ก05"])
    a_month(phone, year, 4, [("1", tank[1])])
    lends(phone, year, "2", "3000", "flat", boat, 4)
    a_month(phone, year, 5, [("1", tank[2]), ("2", boat[0])])
    fined = {"fine-ก08": "20", "cause-ก08": "มาช้า"}
    a_month(
        phone, year, 6, [("1", tank[3]), ("2", boat[1])], typed=fined, also=lambda: year.is_fined(Decimal(20))
    )
    a_wrong_sum_is_mended(phone, year, 7, [("1", tank[4]), ("2", boat[2])])
    is_helped(phone, year)
    a_month(phone, year, 8, [("1", tank[5]), ("2", boat[3])])
    out = {"out-ก11": "500"}
    a_month(
        phone,
        year,
        9,
        [("1", tank[6]), ("2", boat[4])],
        typed=out,
        also=lambda: year.saves("ก11", Decimal(-500)),
    )
    a_month(phone, year, 10, [("1", tank[7]), ("2", boat[5])])
    a_month(phone, year, 11, [("1", tank[8])])
    a_month(phone, year, 12, [("1", tank[9])])
    assert (year.saved, year.profit, year.lent) == (Decimal(36600), Decimal("479.10"), 0)
    closes(phone, chair, year)
    # The year is closed: the book takes nothing on its days.
    savings_day(phone, year, 12, typed={"in-ก01": "100"}, day="20")
    phone.fill(counted="100", **{"counted-welfare": "0"})
    phone.press("#write")
    assert "ปิดแล้ว" in phone.page.locator("[role=alert]").first.inner_text()
    assert phone.ask(breaches) == []

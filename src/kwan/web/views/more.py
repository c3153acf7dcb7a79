"""The other pages of a group's book, under a few headings, as people look for them."""

from typing import Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kwan.web import policy
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_look_inside, is_officer
from kwan.web.views.visiting import visiting

# icon, name and what it is about in both languages, the address's name
Place = tuple[str, str, str, str, str, str]
Heading = tuple[str, str]
MONEY: Final[Heading] = ("เงิน", "Money")
PEOPLE: Final[Heading] = ("คน", "People")
WORK: Final[Heading] = ("งานและการเรียนรู้", "Work and learning")
BOOK: Final[Heading] = ("สมุดและรายงาน", "The book and its report")
SETTING: Final[Heading] = ("ตั้งค่า", "Settings")


@visiting(check_can_look_inside)
def more(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the list of the other pages."""
    parts = (
        (MONEY, _money(visit)),
        (PEOPLE, _people(visit)),
        (WORK, WORKING),
        (BOOK, WRITTEN),
        (SETTING, _settings(visit)),
    )
    return render(request, "kwan/more.html", {
        "tab": "more",
        "headings": [(heading[lang_now() == "en"], drawn(visit, places)) for heading, places in parts],
        "may_practise": is_officer(visit),
    })  # fmt: skip


def drawn(visit: Visit, places: tuple[Place, ...] | list[Place]) -> list[dict[str, str]]:
    """Return places as `parts/menu.html` draws them, in the language of the page."""
    en = lang_now() == "en"
    return [
        {"icon": p[0], "name": p[1 + en], "about": p[3 + en], "href": reverse(p[5], args=[visit.number])}
        for p in places
    ]


def _money(visit: Visit) -> list[Place]:
    return [
        ("people", "เงินกู้", "Loans", "ขอกู้ จ่าย รับคืน", "Asked for, paid out, repaid", "loans"),
        ("heart", "สวัสดิการ", "Welfare", "ให้อะไร มีเงินเท่าไร", "What is given, and what there is", "welfare"),
        ("coins", "ธนาคาร", "The bank", "ฝาก ถอน เทียบกับสมุดธนาคาร", "To and from it, and its own book", "bank"),
        ("coins", "กองทุนหมุนเวียน", "The revolving fund", "เงินเข้า เงินออก คงเหลือ", "In, out, and what is left", "fund"),
        *[("goal", "ปิดรอบ ปันผล แบ่งเงินคืน", "Closing a cycle", "สิ้นปีแบ่งอะไร เท่าไร", "Dividends, refunds, share-outs", "cycle")] * is_officer(visit),
    ]  # fmt: skip


def _people(visit: Visit) -> list[Place]:
    return [
        ("people", "ทะเบียนสมาชิก", "Register of members", "เพิ่มสมาชิก แก้ชื่อ ออกจากกลุ่ม", "Add one, change a name, leave", "members"),
        ("pen", "ตำแหน่งในกลุ่ม", "Offices", "ใครทำหน้าที่อะไร ส่งต่อตำแหน่ง", "Who keeps which, and handing over", "offices"),
        *[("list", "บัตรสมาชิก", "Members' cards", "ทำบัตร ให้ลองใหม่", "Make cards, let one try again", "cards")] * policy.can_make_cards(visit),
        *[("ask", "ความยินยอม", "Consent", "ยังไม่ได้ถามใครบ้าง", "Who is still to be asked", "consents-to-ask")] * policy.can_ask_for_consent(visit),
        ("flower", "ความสุข–ทุกข์", "Wellbeing", "ก่อน ระหว่าง หลัง", "Before, during, after", "wellbeing"),
        ("heart", "ครัวเรือนและหนี้", "Households and debts", "รวมทั้งกลุ่ม ไม่บอกว่าใคร", "All together, nobody by name", "households"),
    ]  # fmt: skip


WORKING: Final[tuple[Place, ...]] = (
    ("box", "ซื้อวัตถุดิบ", "Materials bought", "ซื้ออะไร เท่าไร", "What, and for how much", "purchases"),
    ("box", "ทะเบียนอุปกรณ์", "Equipment", "ของอยู่ไหน ใครดูแล", "Where it stands, who looks after it", "equipment"),
    ("speech", "กิจกรรมและการอบรม", "Activities", "เรื่องอะไร ใครมา", "What about, and who came", "activities"),
    ("pen", "บัตรคำจากวงสรุปบทเรียน", "Cards of the workshop", "ปัญหา ทางแก้ องค์ความรู้", "Problems, ways out, what we know", "workshop"),
)  # fmt: skip
WRITTEN: Final[tuple[Place, ...]] = (
    ("list", "รายการทั้งหมดในสมุด", "All entries of the book", "ใหม่สุดอยู่บน", "Newest first", "entries"),
    (
        "goal",
        "ตัวชี้วัด",
        "Indicators",
        "ตั้งไว้เท่าไร ถึงไหนแล้ว",
        "What was promised, and where it stands",
        "indicators",
    ),
)


def _settings(visit: Visit) -> list[Place]:
    return [
        ("leaf", "เกี่ยวกับกลุ่ม", "About the group", "อาชีพ ที่ตั้ง ทะเบียน บัญชีธนาคาร", "Work, place, registration, bank", "about"),
        ("phone", "โทรศัพท์ของกรรมการ", "Officers' phones", "จับคู่เครื่อง ตัดเครื่องที่หาย", "Pair one, strike a lost one off", "phones"),
        *[("savings", "ช่องในแผ่นวันออม", "Columns of the savings sheet", "สวัสดิการ หุ้น คืนเงินกู้ ค่าปรับ", "Welfare, shares, repayments, fines", "savings-sheet-set")] * policy.can_write_the_book(visit),
        *[("pen", "ยอดยกมา", "Brought forward", "เริ่มสมุดกลางทาง ลงชื่อสองคน", "A book that begins in mid-life, signed by two", "opening")] * is_officer(visit),
    ]  # fmt: skip

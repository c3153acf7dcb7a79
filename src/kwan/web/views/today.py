"""The first page of a group's book: what there is to do, what the group keeps, how it goes."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.journal.rules import NOT_IN_THE_BOOKS
from kwan.lessons import queries as lessons
from kwan.market import queries as market
from kwan.market.queries import Order
from kwan.people import queries as people
from kwan.production import queries as production
from kwan.production.queries import Batch
from kwan.quantities import format_baht
from kwan.web import policy
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_look_inside, is_officer
from kwan.web.views.fund import savings_stairs
from kwan.web.views.market import by_channel
from kwan.web.views.production import checked, dots
from kwan.web.views.visiting import visiting
from kwan.web.views.wellbeing import garden, improved_of
from kwan.web.words.codes import word
from kwan.web.words.dates import shortdate
from kwan.wellbeing import queries as wellbeing


@dataclass(frozen=True)
class Notice:
    """Something to do or to look at: what, why, and where."""

    icon: str
    what: str
    why: str
    href: str
    needs_a_look: bool = True


@visiting(check_can_look_inside)
def today(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the group's first page."""
    orders, batches = market.orders(visit.number), production.batches(visit.number)
    rounds = wellbeing.rounds(visit.number)
    improved = improved_of(visit, rounds)
    money = fund.money(visit.number)
    return render(request, "kwan/today.html", {
        "tab": "today",
        "day": timezone.localdate(),
        "group": people.group(visit.number, visit.book.name),
        "notices": notices(visit, orders, batches, money),
        "money": money,
        "may_open": policy.is_officer(visit),
        "savings": sum(share.satang for share in money.whose if share.code == "members"),
        "stairs": savings_stairs(visit.number),
        "orders": orders,
        "ordered": sum(order.satang for order in orders),
        "channels": by_channel(visit.number, orders),
        "rounds": rounds,
        "improved": improved,
        "flowers": garden(improved),
        "batches": batches,
        "checked": checked(batches),
        "dots": dots(batches),
        "released": policy.released_upto(visit),
        "replies": lessons.replies(visit.number),
    })  # fmt: skip


def notices(visit: Visit, orders: list[Order], batches: list[Batch], money: fund.Money) -> list[Notice]:
    """Return what needs a look, in plain words; nothing in it says whose fault it was."""
    found = (
        _to_deliver(visit, orders), _to_receive(visit, orders), _checks(visit, batches),
        _to_agree(visit), _uneven(visit, money), _not_in_the_books(visit, money), _renewal(visit, timezone.localdate()),
    )  # fmt: skip
    return [notice for notice in found if notice]


def _say(th: str, en: str) -> str:
    return en if lang_now() == "en" else th


def _page(visit: Visit, name: str, query: str = "") -> str:
    return reverse(name, args=[visit.number]) + query


def _to_deliver(visit: Visit, orders: list[Order]) -> Notice | None:
    """Orders still to be delivered, where the group notes deliveries at all."""
    waiting = [order for order in orders if order.delivered is None]
    if not waiting or len(waiting) == len(orders):
        return None
    first = min(waiting, key=lambda order: order.due or date.max)
    when = f" · {shortdate(first.due)}" if first.due else ""
    return Notice(
        "truck", _say(f"รอส่งของ {len(waiting):,} ใบสั่งซื้อ", f"{len(waiting):,} orders to deliver"),
        _say(f"ใกล้ที่สุด {first.buyer}{when}", f"Next: {first.buyer}{when}"),
        reverse("order", args=[visit.number, first.entry]), needs_a_look=False,
    )  # fmt: skip


def _to_receive(visit: Visit, orders: list[Order]) -> Notice | None:
    """Money that buyers will still pay."""
    waiting = [order for order in orders if order.owed > 0]
    if not waiting:
        return None
    oldest, owed = waiting[-1], format_baht(sum(order.owed for order in waiting))
    return Notice(
        "coins", _say(f"รอรับเงิน {owed} บาท", f"{owed} baht still to come in"),
        _say(
            f"{len(waiting):,} ใบสั่งซื้อ · นานที่สุด {oldest.buyer} ตั้งแต่ {shortdate(oldest.on)}",
            f"{len(waiting):,} orders · the longest: {oldest.buyer}, since {shortdate(oldest.on)}",
        ),
        _page(visit, "orders", "?only=waiting"),
    )  # fmt: skip


def _to_agree(visit: Visit) -> Notice | None:
    """A withdrawal that waits for a second officer."""
    waiting = fund.open_withdrawals(visit.number, "waiting") if is_officer(visit) else []
    if not waiting:
        return None
    return Notice(
        "pen", _say(f"รอกรรมการอีกคนยืนยันการถอน {len(waiting):,} เรื่อง", f"{len(waiting):,} withdrawals wait for a second officer"),
        _say("ถามเจ้าของเงินก่อน แล้วเปิดดู", "Ask the owner of the money first, then open it"),
        _page(visit, "withdrawals"),
    )  # fmt: skip


def _checks(visit: Visit, batches: list[Batch]) -> Notice | None:
    """The last batch with a check missing, if it is one of the last ten."""
    missing = next((batch for batch in batches[:10] if not batch.is_checked), None)
    if missing is None:
        return None
    lacking = " ".join(word("check", code, lang_now()) for code, done in missing.checks.items() if not done)
    return Notice(
        "apron", _say(f"รอบผลิต {missing.lot} ยังตรวจไม่ครบ", f"Batch {missing.lot}: a check is missing"),
        _say(f"{shortdate(missing.on)} · {missing.product} · ขาด {lacking}", f"{shortdate(missing.on)} · {missing.product} · {lacking}"),
        reverse("batch", args=[visit.number, missing.entry]),
    )  # fmt: skip


def _uneven(visit: Visit, money: fund.Money) -> Notice | None:
    """The two sides of the money do not meet."""
    gap = money.kept - money.owned
    if not gap:
        return None
    sum_ = format_baht(abs(gap))
    return Notice(
        "ask", _say(f"เงินสองฝั่งต่างกัน {sum_} บาท", f"The two sides differ by {sum_} baht"),
        _say("ดูรายการล่าสุดด้วยกันกับพี่เลี้ยง", "Look at the latest entries together with the facilitator"),
        _page(visit, "entries"),
    )  # fmt: skip


def _renewal(visit: Visit, today: date) -> Notice | None:
    """The group's registration is to be renewed soon, or was to be by a day that is past."""
    standing = people.standing(visit.number)
    if standing is None or standing.renew_by is None or not standing.wants_renewing(today):
        return None
    name, day = word("form", standing.code, lang_now()), shortdate(standing.renew_by)
    why = (
        _say(
            f"กำหนด {day} ยังต่อได้ ถามที่ทำการเกษตรหรืออำเภอ",
            f"It was due on {day}. Ask at the office; it can still be done.",
        )
        if standing.renew_by < today
        else _say(f"ภายใน {day} ต่อแล้วจดวันใหม่ที่นี่", f"By {day}. Once done, write the new date here.")
    )
    return Notice(
        "pen",
        _say(f"ถึงเวลาต่อทะเบียน{name}", f"Time to renew the registration: {name}"),
        why,
        _page(visit, "group-form"),
        needs_a_look=False,
    )


def _not_in_the_books(visit: Visit, money: fund.Money) -> Notice | None:
    """Older books left something out."""
    left_out = sum(share.satang for share in money.whose if share.code == NOT_IN_THE_BOOKS)
    if left_out <= 0:
        return None
    sum_ = format_baht(left_out)
    return Notice(
        "ask", _say(f"เงิน {sum_} บาท ไม่ได้จดไว้ในสมุดเดิม", f"{sum_} baht is not in the older books"),
        _say("สมุดเดิมจ่ายออกมากกว่าที่จดว่ารับ ยอดนี้พิมพ์ไว้ในรายงานด้วย", "More was paid out than was written as received; the report says so too"),
        _page(visit, "fund"),
    )  # fmt: skip


@visiting(check_can_look_inside)
def more(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw the list of the other pages."""
    places = [
        ("people", "ทะเบียนสมาชิก", "Register of members", "ใครอยู่ในกลุ่ม", "Who belongs", "members"),
        ("box", "ซื้อวัตถุดิบ", "Materials bought", "ซื้ออะไร เท่าไร", "What, and for how much", "purchases"),
        ("coins", "กองทุนหมุนเวียน", "The revolving fund", "เงินเข้า เงินออก คงเหลือ", "In, out, and what is left", "fund"),
        *([("pen", "ยอดยกมา", "Brought forward", "เริ่มสมุดกลางทาง ลงชื่อสองคน", "A book that begins in mid-life, signed by two", "opening")] if policy.is_officer(visit) else []),
        ("coins", "ธนาคาร", "The bank", "ฝาก ถอน เทียบกับสมุดธนาคาร", "To and from it, and its own book", "bank"),
        ("heart", "สวัสดิการ", "Welfare", "ให้อะไร มีเงินเท่าไร", "What is given, and what there is", "welfare"),
        ("box", "ทะเบียนอุปกรณ์", "Equipment", "ของอยู่ไหน ใครดูแล", "Where it stands, who looks after it", "equipment"),
        ("people", "เงินกู้", "Loans", "ขอกู้ จ่าย รับคืน", "Asked for, paid out, repaid", "loans"),
        ("heart", "ครัวเรือนและหนี้", "Households and debts", "รวมทั้งกลุ่ม ไม่บอกว่าใคร", "All together, nobody by name", "households"),
        *[("goal", "ปิดรอบ ปันผล แบ่งเงินคืน", "Closing a cycle", "สิ้นปีแบ่งอะไร เท่าไร", "Dividends, refunds, share-outs", "cycle")] * policy.is_officer(visit),
        ("flower", "ความสุข–ทุกข์", "Wellbeing", "ก่อน ระหว่าง หลัง", "Before, during, after", "wellbeing"),
        ("speech", "กิจกรรมและการอบรม", "Activities", "เรื่องอะไร ใครมา", "What about, and who came", "activities"),
        ("pen", "บัตรคำจากวงสรุปบทเรียน", "Cards of the workshop", "ปัญหา ทางแก้ องค์ความรู้", "Problems, ways out, what we know", "workshop"),
        ("goal", "ตัวชี้วัด", "Indicators", "ตั้งไว้เท่าไร ถึงไหนแล้ว", "What was promised, and where it stands", "indicators"),
        ("list", "รายการทั้งหมดในสมุด", "All entries of the book", "ใหม่สุดอยู่บน", "Newest first", "entries"),
        ("people", "ตำแหน่งในกลุ่ม", "Offices", "ใครทำหน้าที่อะไร ส่งต่อตำแหน่ง", "Who keeps which, and handing over", "offices"),
        ("phone", "โทรศัพท์ของกรรมการ", "Officers' phones", "จับคู่เครื่อง ตัดเครื่องที่หาย", "Pair one, strike a lost one off", "phones"),
        *[("people", "บัตรสมาชิก", "Members' cards", "ทำบัตร ให้ลองใหม่", "Make cards, let one try again", "cards")] * policy.can_make_cards(visit),
        *[("ask", "ความยินยอม", "Consent", "ยังไม่ได้ถามใครบ้าง", "Who is still to be asked", "consents-to-ask")] * policy.can_ask_for_consent(visit),
        ("leaf", "เกี่ยวกับกลุ่ม", "About the group", "อาชีพ ที่ตั้ง ทะเบียน บัญชีธนาคาร", "Work, place, registration, bank", "about"),
    ]  # fmt: skip
    en = lang_now() == "en"
    menu = [{"icon": p[0], "name": p[1 + en], "about": p[3 + en], "href": _page(visit, p[5])} for p in places]
    return render(
        request, "kwan/more.html", {"tab": "more", "places": menu, "may_practise": is_officer(visit)}
    )

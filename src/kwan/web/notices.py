"""What waits, on the first page of a group: one line each, what and why, and where it is done.

Nothing in it says whose fault something was, and nobody's own matter is named.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse

from kwan.fund import queries as fund
from kwan.fund.queries.cycle import cycle_now
from kwan.fund.queries.welfare import welfare_asks
from kwan.journal.rules import NOT_IN_THE_BOOKS
from kwan.market.queries import Order
from kwan.people import queries as people
from kwan.production.queries import Batch
from kwan.quantities import format_baht
from kwan.web import policy
from kwan.web.language import lang_now
from kwan.web.policy import Visit, is_officer
from kwan.web.words.codes import word
from kwan.web.words.dates import shortdate

OF_A_CYCLE: Final = {
    "proposed": (
        ("ยอดปิดรอบรอกรรมการอีกคนตรวจ", "The closing of the cycle waits to be checked"),
        ("ดูที่มาของยอด แล้วลงชื่อ", "See how the sums came about, then sign"),
    ),
    "checked": (
        ("ยอดปิดรอบตรวจแล้ว รอที่ประชุม", "The closing is checked and waits for the meeting"),
        ("ที่ประชุมรับรองเมื่อไร จดที่นี่", "Write it here once the meeting has approved"),
    ),
}


@dataclass(frozen=True)
class Notice:
    """Something to do or to look at: what, why, and where."""

    icon: str
    what: str
    why: str
    href: str
    needs_a_look: bool = True


def notices(
    visit: Visit, me: str, today: date, orders: list[Order], batches: list[Batch], money: fund.Money
) -> list[Notice]:
    """Return what needs a look, money first; `me` is the login of who looks, for nobody signs for themselves."""
    found = (
        *waiting_for(visit, me),
        _to_deliver(visit, orders), _to_receive(visit, orders), _checks(visit, batches),
        _uneven(visit, money), _not_in_the_books(visit, money), _renewal(visit, today),
    )  # fmt: skip
    return [notice for notice in found if notice]


def waiting_for(visit: Visit, me: str) -> list[Notice | None]:
    """Return what waits for an officer's signature, or for the treasurer. Nobody else has any of it to do."""
    if not is_officer(visit):
        return []
    found = [_to_agree(visit), _to_sign(visit, me), _to_close(visit, me)]
    return (
        [*found, _to_pay(visit), _to_decide(visit), _to_help(visit)]
        if policy.can_write_the_book(visit)
        else found
    )


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
        "truck", _say(f"รอส่งของ {len(waiting):,} ใบสั่งซื้อ", f"Orders to deliver: {len(waiting):,}"),
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
            f"Orders: {len(waiting):,} · the longest: {oldest.buyer}, since {shortdate(oldest.on)}",
        ),
        _page(visit, "orders", "?only=waiting"),
    )  # fmt: skip


def _to_agree(visit: Visit) -> Notice | None:
    """A withdrawal that waits for a second officer."""
    waiting = fund.open_withdrawals(visit.number, "waiting")
    if not waiting:
        return None
    return Notice(
        "pen", _say(f"รอกรรมการอีกคนยืนยันการถอน {len(waiting):,} เรื่อง", f"Withdrawals that wait for a second officer: {len(waiting):,}"),
        _say("ถามเจ้าของเงินก่อน แล้วเปิดดู", "Ask the owner of the money first, then open it"),
        _page(visit, "withdrawals"),
    )  # fmt: skip


def _to_sign(visit: Visit, me: str) -> Notice | None:
    """What the group began with waits for the signature of another officer."""
    asked = fund.sheet_asked(visit.number)
    if asked is None or fund.opening(visit.number) is not None:
        return None
    why = (
        _say("คุณลงชื่อแล้ว รอกรรมการอีกคนเปิดดู", "You signed; another officer has to look at it")
        if asked.actor == me
        else _say("ดูทีละยอด ตรงแล้วลงชื่อ", "Look at each sum, then sign")
    )
    return Notice(
        "pen",
        _say("ยอดยกมารอลงชื่อ", "What was brought forward waits to be signed"),
        why,
        _page(visit, "opening"),
    )


def _to_close(visit: Visit, me: str) -> Notice | None:
    """The closing of a cycle waits for a check, for the meeting, or for hands to be filled."""
    view = cycle_now(visit.number)
    if view is None:
        return None
    if view.stage in ("approved", "locked") and view.unpaid:
        return Notice(
            "coins", _say(f"เงินสิ้นรอบรอจ่าย {len(view.unpaid):,} คน", f"Still to be handed their end of the cycle: {len(view.unpaid):,}"),
            _say("ที่ประชุมรับรองแล้ว จ่ายและให้เซ็นรับ", "The meeting approved; hand it over and let them sign"),
            _page(visit, "cycle"), needs_a_look=False,
        )  # fmt: skip
    if view.stage not in OF_A_CYCLE:
        return None
    what, why = (_say(*pair) for pair in OF_A_CYCLE[view.stage])
    proposed = view.step("proposed")
    if view.stage == "proposed" and proposed and proposed.actor == me:
        why = _say("คุณเสนอแล้ว รอกรรมการอีกคนเปิดดู", "You proposed it; another officer has to look at it")
    return Notice("pen", what, why, _page(visit, "cycle"))


def _to_pay(visit: Visit) -> Notice | None:
    """Withdrawals that two signed and that are not handed out yet."""
    agreed = fund.open_withdrawals(visit.number, "agreed")
    if not agreed:
        return None
    return Notice(
        "coins", _say(f"ยืนยันแล้ว รอจ่ายเงินถอน {len(agreed):,} เรื่อง", f"Withdrawals agreed to and not paid yet: {len(agreed):,}"),
        _say("จ่ายแล้วลงสมุด หรือใส่ในแผ่นวันออม", "Write it when paid, or on the savings sheet"),
        _page(visit, "withdrawals"), needs_a_look=False,
    )  # fmt: skip


def _to_decide(visit: Visit) -> Notice | None:
    """Loans asked for, for the meeting to decide."""
    asked = sum(line.state == "requested" for line in fund.loans(visit.number))
    if not asked:
        return None
    return Notice(
        "people", _say(f"คำขอกู้รอที่ประชุม {asked:,} เรื่อง", f"Loans asked for, for the meeting: {asked:,}"),
        _say("ประชุมแล้วจดมติที่นี่", "Write here what the meeting decided"),
        _page(visit, "loans"), needs_a_look=False,
    )  # fmt: skip


def _to_help(visit: Visit) -> Notice | None:
    """Members who asked for welfare."""
    asked = len(welfare_asks(visit.number))
    if not asked:
        return None
    return Notice(
        "heart", _say(f"มีคนขอรับสวัสดิการ {asked:,} เรื่อง", f"Welfare asked for: {asked:,}"),
        _say("ดูระเบียบ แล้วจ่ายหรือตอบ", "Look at the rules, then pay or answer"),
        _page(visit, "welfare"), needs_a_look=False,
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

"""Which columns a group's savings sheet has, and the rules that go with them: set by the group, in a meeting."""

from dataclasses import dataclass
from typing import Any, Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.fund.commands import SetFundRule
from kwan.fund.rules.bylaws import BYLAWS, COLUMNS, PURSES_OF_FINES
from kwan.ids import uuid7
from kwan.journal.commands import Envelope, record_sheet
from kwan.journal.rules import Refusal
from kwan.thai import Refused
from kwan.web.forms.boxes import MISSING
from kwan.web.language import Pair, say
from kwan.web.policy import Visit, check_can_write_the_book
from kwan.web.views.visiting import visiting
from kwan.web.words.codes import ACCOUNTS

WRONG = 422
NAMES: Final[dict[str, tuple[str, str, str, str]]] = {
    "regular": ("สัจจะ (เงินออมประจำ)", "Regular savings", "มีเสมอ", "Always there"),
    "special": ("ออมพิเศษ", "Special savings", "ออมเพิ่มจากสัจจะ ถอนได้", "Beside the regular sum"),
    "share": ("หุ้น", "Shares", "ซื้อเป็นหุ้นเต็มจำนวน", "Bought whole"),
    "welfare": ("สวัสดิการ", "Welfare", "เงินสมทบ เก็บแยกกล่อง", "A contribution, in a box of its own"),
    "loan": ("คืนเงินกู้", "Loan repayments", "บอกยอดที่ถึงกำหนดให้", "The sum that is due is suggested"),
    "fine": ("ค่าปรับ", "Fines", "", ""),
    "transfer": ("มีคนโอนเงินมา", "Some send it by the bank", "สลิปหนึ่งใบนับครั้งเดียว", "A slip counts once"),
    "carried": ("มีคนฝากเพื่อนมา", "Some send it with a neighbour", "จดว่าใครถือมา", "Who carried it is written"),
}
SUMS: Final = ("regular_sum", "share_price", "two_signatures_above")
HINTS: Final[dict[str, Pair]] = {
    "regular_sum": ("เว้นว่างถ้าแต่ละคนไม่เท่ากัน", "Leave empty if it differs from member to member"),
    "share_price": ("เว้นว่างถ้ากลุ่มไม่มีหุ้น", "Leave empty if the group has no shares"),
    "two_signatures_above": ("เว้นว่างถ้าไม่ใช้", "Leave empty if not used"),
}


@dataclass(frozen=True)
class SumLine:
    """One sum that the group sets, as it stands on the page."""

    name: str
    label: str
    hint: str
    value: str
    wrong: str


@visiting(check_can_write_the_book, methods=("GET", "HEAD", "POST"))
def columns(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Draw what the group set, and set it anew; only what changed is written, all of it or nothing."""
    now = {line.name: line.value for line in fund.bylaw_lines(visit.number)}
    wrong: dict[str, Pair] = {}
    if request.method == "POST":
        wanted = _wanted(request)
        wrong = _wrong(wanted, request.POST.get("reason", ""))
        if not wrong and not (wrong := _written(request, visit, now, wanted)):
            return redirect("savings-day", visit.number)
        now |= wanted
    return render(
        request, "kwan/savings_sheet.html", _context(request, now, wrong), status=WRONG if wrong else 200
    )


def _wanted(request: HttpRequest) -> dict[str, str]:
    chosen = [name for name in COLUMNS if name == "regular" or request.POST.get(f"column-{name}")]
    sums = {name: request.POST.get(name, "").strip() or "none" for name in SUMS}
    return {
        "savings_columns": ",".join(chosen),
        "fines_into": request.POST.get("fines_into", "savings"),
        **sums,
    }


def _wrong(wanted: dict[str, str], reason: str) -> dict[str, Pair]:
    """Return what cannot be read, and what is missing."""
    found: dict[str, Pair] = {}
    for name, value in wanted.items():
        try:
            BYLAWS[name].read(value)
        except Refused as refused:
            found[name] = (refused.th, refused.en)
    if "share" in wanted["savings_columns"].split(",") and wanted["share_price"] == "none":
        found["share_price"] = ("ใส่ราคาหุ้นด้วย", "Say what a share costs.")
    if not reason.strip():
        found["reason"] = MISSING
    return found


def _written(
    request: HttpRequest, visit: Visit, now: dict[str, str], wanted: dict[str, str]
) -> dict[str, Pair]:
    """Write what changed; return what is wrong with it, nothing if it is written."""
    changed = [
        name for name, value in wanted.items() if BYLAWS[name].read(value) != BYLAWS[name].read(now[name])
    ]
    actor, at, reason = (
        request.user.get_username(),
        timezone.now(),
        request.POST.get("reason", "").strip()[:300],
    )
    today = timezone.localdate()
    envelopes = [
        Envelope(SetFundRule(on=today, name=name, value=wanted[name], reason=reason), str(uuid7()), actor, at)
        for name in changed
    ]
    try:
        if envelopes:
            record_sheet(visit.number, envelopes)
    except Refusal as refused:
        return {"": (refused.th, refused.en)}
    messages.success(request, say(("ตั้งช่องในแผ่นวันออมแล้ว", "The sheet is set.")))
    return {}


def _context(request: HttpRequest, now: dict[str, str], wrong: dict[str, Pair]) -> dict[str, Any]:
    chosen = BYLAWS["savings_columns"].read(now["savings_columns"])
    return {
        "tab": "savings",
        "columns": [
            (name, say((th, en)), say((why_th, why_en)), name in chosen)
            for name, (th, en, why_th, why_en) in NAMES.items()
        ],
        "sums": [_sum(name, now[name], wrong) for name in SUMS],
        "purses": [(name, say(ACCOUNTS[f"purse:{name}"]), name == now["fines_into"]) for name in PURSES_OF_FINES],
        "reason": request.POST.get("reason", ""),
        "wrong_reason": say(wrong["reason"]) if "reason" in wrong else "",
        "said": say(wrong[""]) if "" in wrong else "",
    }  # fmt: skip


def _sum(name: str, value: str, wrong: dict[str, Pair]) -> SumLine:
    law = BYLAWS[name]
    said = say(wrong[name]) if name in wrong else ""
    return SumLine(name, say((law.th, law.en)), say(HINTS[name]), "" if value == "none" else value, said)

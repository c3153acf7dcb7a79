"""One member: added, looked at, described anew, leaving, coming back, told apart from somebody of a like name."""

from collections.abc import Sequence
from typing import Any, Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kwan.fund import queries as fund
from kwan.ids import uuid7
from kwan.journal.rules import Command, Refusal
from kwan.people import queries as people
from kwan.people.commands import DescribeMember, Join, Leave, Return, TellApart
from kwan.people.queries import Member
from kwan.quantities import format_baht
from kwan.web import policy
from kwan.web.forms import register as boxes
from kwan.web.forms.boxes import Box, Reading
from kwan.web.forms.form import Form, LookFirst, Planned
from kwan.web.forms.sent import WRITES, id_of
from kwan.web.forms.usual import on_box
from kwan.web.forms.writing import was_written, write, write_together
from kwan.web.language import Pair, say
from kwan.web.policy import Visit, check_can_keep_the_register
from kwan.web.views.visiting import visiting
from kwan.web.words.codes import word

NOTHING_NEW: Final = ("ยังไม่มีอะไรเปลี่ยนจากเดิม", "Nothing here differs from what is written.")
REGISTER: Final = ("ทะเบียนสมาชิก", "Register")


def person_at(visit: Visit, reference: str) -> Member:
    """Return the member of this reference. Raise Http404."""
    person = people.member(visit.number, reference)
    if person is None:
        raise Http404
    return person


def page_of(visit: Visit, reference: str) -> str:
    """Return the address of a member's page."""
    return reverse("member", args=[visit.number, reference])


@visiting(check_can_keep_the_register, methods=WRITES)
def add(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Add a member by name; who may be there already is pointed out first, and never stands in the way."""
    register = reverse("members", args=[visit.number])
    form = Form(
        title=("เพิ่มสมาชิก", "Add a member"), button=("เพิ่มเข้าทะเบียน", "Add to the register"), done=("เพิ่มสมาชิกแล้ว", "The member is in the register"),
        about=("ใส่ชื่ออย่างเดียวก็พอ อย่างอื่นจดทีหลังได้", "A name is enough; the rest can be added later."),
        boxes=(boxes.name_box(), boxes.reference_box(visit.number)),
        folded=(*boxes.details(), on_box(timezone.localdate(), ("เป็นสมาชิกตั้งแต่", "Member since"))),
        folds=("จดเพิ่ม ไม่บังคับ", "More, if you like"),
        build=lambda reading: _joining(request, visit, reading), back=(register, REGISTER), then=lambda _: register,
    )  # fmt: skip
    return write(request, visit, form)


def _joining(request: HttpRequest, visit: Visit, reading: Reading) -> Sequence[Planned]:
    """Return who joins, and from whom they are told apart. Raise LookFirst for who may be the same person."""
    called, reference = boxes.told(reading), boxes.reference(reading, visit.number)
    joining = Join(on=reading.day("on"), member=reference, **called, **boxes.place(reading, visit.number))
    reading.check()
    apart = request.POST.getlist("apart")
    if not was_written(request, visit):
        alike = _alike(visit, called, reference)
        if alike and {one["member"].reference for one in alike} != set(apart):
            raise LookFirst(alike=alike)
        apart = apart if alike else []
    told = (TellApart(on=joining.on, member=reference, other=other) for other in apart)
    return [Planned(joining), *map(Planned, told)]


def _alike(visit: Visit, called: dict[str, Any], reference: str) -> list[dict[str, Any]]:
    """Return who of the register may be the person of this name, and why."""
    name, nickname, house = (called[field] or "" for field in ("name", "nickname", "house"))
    found = people.likely_the_same(visit.number, name, nickname, house)
    return [{"member": one, "why": boxes.why_alike(why)} for one, why in found if one.reference != reference]


@visiting(check_can_keep_the_register)
def member(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Draw what the register knows of one member, from when until when, and by which entries."""
    person = person_at(visit, member)
    pairs = people.likely_pairs(visit.number, people.members(visit.number))
    return render(request, "kwan/member.html", {
        "tab": "more",
        "member": person,
        "balance": fund.balances(visit.number).get(member, 0),
        "alike": [
            (pair.other if pair.one.reference == member else pair.one, boxes.why_alike(pair.why))
            for pair in pairs if member in (pair.one.reference, pair.other.reference)
        ],
        "form_id": uuid7(),
        "may_see_data": policy.can_see_data_of(visit, member),
        "history": people.history(visit.number, member)[::-1],
    })  # fmt: skip


def _form(visit: Visit, person: Member, title: Pair, button: Pair, done: Pair, **more: Any) -> Form:
    """Return a form about one member; it leads back to their page."""
    page = page_of(visit, person.reference)
    asked: dict[str, Any] = {
        "about": ("", ""),
        "back": (page, (person.name or person.reference,) * 2),
        "then": lambda _: page,
    }
    return Form(title=title, button=button, done=done, **(asked | more))


@visiting(check_can_keep_the_register, methods=WRITES)
def change(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Tell anew how a member is called and where they live: as a correction, or as what has changed since."""
    person = person_at(visit, member)
    why = Box("why", ("เพราะ", "Because"), "choice", "changed", choices=(
        ("changed", ("เปลี่ยนแล้ว เช่น แต่งงาน ย้ายบ้าน", "It has changed: a marriage, another house")),
        ("wrong", ("เดิมจดผิด", "It was written wrongly")),
    ))  # fmt: skip
    form = _form(
        visit, person, ("แก้ข้อมูลสมาชิก", "Change what is known"), ("ลงสมุด", "Write it down"), ("ลงสมุดแล้ว", "It is written"),
        boxes=(
            boxes.name_box(person), *boxes.details(person), why, on_box(timezone.localdate(), ("ตั้งแต่วันที่", "From this day")),
            Box("told_in", ("", ""), "hidden", str(person.told_in)),
        ),
        build=lambda reading: [_told_anew(request, visit, person, reading)],
        about=("ของเดิมยังเก็บไว้ให้เห็น", "What was written before is kept to be seen."),
    )  # fmt: skip

    return write(request, visit, form)


def _told_anew(request: HttpRequest, visit: Visit, person: Member, reading: Reading) -> Planned:
    """Return what was typed of a member, as a correction or as what has changed."""
    said = {**boxes.told(reading), **boxes.place(reading, visit.number)}
    on = reading.day("on")
    if said == _known(person) and not was_written(request, visit):
        reading.wrong["name"] = NOTHING_NEW
    reading.check()
    if reading.text("why") == "wrong":
        return _correction(visit, person.reference, said, reading.text("told_in"))
    return Planned(DescribeMember(on=on, member=person.reference, **said))


def _known(person: Member) -> dict[str, Any]:
    return {name: getattr(person, name) for name in ("name", "nickname", "house", "subdistrict", "district")}


def _correction(visit: Visit, member: str, said: dict[str, Any], seen: str) -> Planned:
    """Return the answer to the entry that said it wrongly. Raise Http404 for one that is not this member's."""
    entries = {entry.number: entry for entry in people.history(visit.number, member)}
    told = entries.get(int(seen) if seen.isascii() and seen.isdigit() else 0)
    kinds: dict[str, type[Join | DescribeMember]] = {each.kind: each for each in (Join, DescribeMember)}
    if told is None or told.kind not in kinds:
        raise Http404
    return Planned(kinds[told.kind](on=told.on, member=member, **said), told.number)


@visiting(check_can_keep_the_register, methods=WRITES)
def leave(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Write down that a member left; what they still have in the group, and what they keep of it, is said first."""
    person = person_at(visit, member)
    form = _form(
        visit, person, ("ออกจากกลุ่ม", "Leave the group"), ("ลงสมุดว่าออกแล้ว", "Write that they left"), ("ลงสมุดแล้ว กลับเข้ามาเมื่อไรก็ได้", "It is written. They may return at any time"),
        boxes=(on_box(timezone.localdate(), ("ออกวันที่", "Day they left")),),
        build=lambda reading: [Planned(Leave(on=reading.day("on"), member=member))],
        also=_to_close(visit, person), more={"under": person.name, "notes": _kept(visit, person)},
    )  # fmt: skip
    return write(request, visit, form)


def _to_close(visit: Visit, person: Member) -> tuple[str, Pair] | None:
    """Return the link to the page that pays out and ends their passbook, for the treasurer while it holds anything."""
    has = any(of_sort.get(person.reference) for of_sort in fund.all_balances(visit.number).values())
    if not has or not policy.can_write_the_book(visit):
        return None
    page = reverse("passbook-close", args=[visit.number, person.reference])
    return page, ("จ่ายเงินออมคืนและปิดสมุดออม", "Pay the savings out and close the passbook")


def _kept(visit: Visit, person: Member) -> list[str]:
    """Say what a member who leaves still has in the group: savings, loans, offices."""
    balance = fund.balances(visit.number).get(person.reference, 0)
    notes: list[Pair] = []
    if balance:
        sum_ = format_baht(balance)
        notes.append((
            f"ยังมีเงินออม {sum_} บาทในสมุด เงินยังเป็นของเขาและอยู่ครบ จ่ายคืนเมื่อไร เหรัญญิกปิดสมุดออมให้",
            f"There are {sum_} baht of savings in the book. They stay theirs; the treasurer closes the passbook when they are paid out.",
        ))  # fmt: skip
    if policy.can_see_arrears(visit) and _owes(visit, person.reference):
        notes.append(
            ("ยังมีเงินกู้ที่ส่งคืนไม่หมด งวดเดินต่อตามสัญญา", "A loan still runs; its instalments go on as agreed.")
        )
    for term in person.offices:
        if term.until is None and term.office != "member":
            th, en = (word("office", term.office, lang) for lang in ("th", "en"))
            notes.append((f"ตำแหน่ง{th}จะว่างตั้งแต่วันนั้น", f"The office of {en} will be vacant from that day."))
    return [say(note) for note in notes]


def _owes(visit: Visit, member: str) -> bool:
    return any(loan.member == member and loan.balance for loan in fund.loans(visit.number))


@visiting(check_can_keep_the_register, methods=WRITES)
def come_back(request: HttpRequest, visit: Visit, member: str) -> HttpResponse:
    """Write down that who left is a member again, under the same reference."""
    person = person_at(visit, member)
    form = _form(
        visit, person, ("กลับเข้ากลุ่ม", "Return to the group"), ("กลับเข้ากลุ่ม", "They are a member again"), ("กลับเข้ากลุ่มแล้ว", "They are a member again"),
        boxes=(on_box(timezone.localdate(), ("กลับเข้าวันที่", "Day of return")),),
        build=lambda reading: [Planned(Return(on=reading.day("on"), member=member))], more={"under": person.name},
        about=("ใช้รหัสและสมุดออมเล่มเดิมต่อได้เลย", "The same reference and the same passbook go on."),
    )  # fmt: skip
    return write(request, visit, form)


@visiting(check_can_keep_the_register, methods=("POST",))
def apart(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Write down that two members of like names are two people."""
    one, other = (request.POST.get(name, "")[:80] for name in ("member", "other"))
    if str(id_of(request.POST)) != request.POST.get("form_id"):
        raise Http404
    command: Command = TellApart(on=timezone.localdate(), member=one, other=other)
    try:
        write_together(request, visit, [Planned(command)])
    except Refusal as refusal:
        messages.warning(request, say((refusal.th, refusal.en)))
    else:
        messages.success(
            request, say(("จดแล้วว่าเป็นคนละคน จะไม่ถามอีก", "Two people: it will not be asked again"))
        )
    return redirect("members", visit.number)

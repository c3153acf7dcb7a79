"""What the group itself says: that others may read its report, and its reply beside a claim."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from kwan.ids import uuid7
from kwan.journal.commands import Envelope, record
from kwan.journal.rules import Command, Refusal
from kwan.lessons.commands import ReleaseReport, Reply
from kwan.web.language import lang_now
from kwan.web.policy import Visit, check_can_speak_for_the_group
from kwan.web.views.report import leaf_of, of_group
from kwan.web.views.visiting import visiting


@visiting(check_can_speak_for_the_group, methods=("POST",))
def release(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Let others read the report as the book stood when the form was drawn."""
    upto = request.POST.get("upto", "")
    number = int(upto) if upto.isascii() and upto.isdigit() and len(upto) <= 15 else 0  # noqa: PLR2004 - see visiting
    _write(
        request,
        visit,
        ReleaseReport(on=timezone.localdate(), upto=number),
        ("เปิดให้อ่านแล้ว", "Others may read it now"),
    )
    return redirect("report", visit.number)


@visiting(check_can_speak_for_the_group, methods=("GET", "HEAD", "POST"))
def reply(request: HttpRequest, visit: Visit, claim: str) -> HttpResponse:
    """Write, or change, the group's reply beside a claim of its report."""
    leaf = leaf_of(request, of_group(visit), claim)
    text = request.POST.get("text", "").strip()
    if request.method == "POST":
        command = Reply(on=timezone.localdate(), claim=claim, about=leaf.claim.claim.about, text=text)
        if _write(request, visit, command, ("ลงคำตอบของกลุ่มแล้ว", "The group's reply is written")):
            return redirect(reverse("report", args=[visit.number]) + f"#{leaf.anchor}")
    context = {"tab": "report", "leaf": leaf, "text": text or leaf.reply, "form_id": uuid7()}
    return render(request, "kwan/reply.html", context)


def _write(request: HttpRequest, visit: Visit, command: Command, done: tuple[str, str]) -> bool:
    """Write a command under the id its form was drawn with, and say what became of it."""
    is_english = lang_now() == "en"
    envelope = Envelope(
        command, request.POST.get("form_id", "")[:36], request.user.get_username(), timezone.now()
    )
    try:
        record(visit.number, envelope)
    except Refusal as refusal:
        messages.warning(request, refusal.en if is_english else refusal.th)
        return False
    messages.success(request, done[is_english])
    return True

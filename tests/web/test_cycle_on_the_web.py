"""A cycle closed on the screen: each form writes once, and says what is in the way in plain words."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from kwan.fund import commands as fund
from kwan.fund.queries.cycle import cycle_now
from kwan.journal.queries import balances, head
from kwan.journal.queries import entry as entry_of
from kwan.people.commands import Join
from tests.fund.cycling import lend, repay, rule, save
from tests.journal.hands import a_book, breaches, write
from tests.web.borrowing import drawn, words
from tests.web.village import browser, first, seat

pytestmark = pytest.mark.usefixtures("db")
BORROWER, FRIEND = "คำลับหนึ่ง", "คำลับสอง"


def today():
    return timezone.localdate()


@pytest.fixture
def group():
    """A group whose cycle began 300 days ago: 10,000 baht saved, 250 of interest and 50 of fines received."""
    book, first = a_book(), today() - timedelta(days=300)
    for member, name in (("ก01", BORROWER), ("ก02", FRIEND)):
        write(book, Join(on=first, member=member, name=name))
    rule(book, "profit_buckets", "reserve 10%, dividend 50%, refund rest", on=first)
    write(book, fund.OpenCycle(on=first, cycle=1))
    save(book, "ก01", 600_000, first)
    save(book, "ก02", 400_000, first)
    lend(book, "ก01", "1/2569", 500_000, first + timedelta(days=5))
    repay(book, "ก01", "1/2569", first + timedelta(days=40), principal=500_000, interest=25_000, fine=5_000)
    for name in ("treasurer", "chair"):
        seat(name, book, name)
    seat("friend", book, "member", "ก02")
    seat("borrower", book, "member", "ก01")
    return book


def at(book, name, *rest):
    return reverse(name, args=[book, *rest])


def send(who, address, **typed):
    """Open a form as it is drawn, change some of it, and send it."""
    client = browser(who)
    return client.post(address, drawn(client.get(address)) | typed, follow=True)


def propose(book, **typed):
    """See the sums first, then propose what was seen."""
    client = browser("treasurer")
    address = at(book, "cycle-propose")
    seen = client.post(address, drawn(client.get(address)) | typed | {"act": "look"})
    return client.post(address, drawn(seen) | typed | {"act": "post"}, follow=True)


def step(book, name, who="treasurer", **typed):
    return send(who, at(book, "cycle-step", 1, name), **typed)


def approved(book, **typed):
    propose(book, **typed)
    step(book, "check", "chair")
    return step(book, "approve", minutes="1/2570 ข้อ 4", note="ทุกคนเห็นชอบ")


def pay(book, member, **typed):
    return send("treasurer", at(book, "cycle-pay", 1, member), **typed)


def test_a_cycle_is_opened_proposed_checked_approved_paid_and_locked_by_tapping(group):
    assert "เสนอยอดแล้ว" in words(propose(group))
    assert "ตรวจแล้ว รอที่ประชุมรับรอง" in words(step(group, "check", "chair"))
    assert "ลงมติแล้ว" in words(step(group, "approve", minutes="1/2570 ข้อ 4"))
    for member in ("ก01", "ก02"):
        pay(group, member, how="cash")
    assert "ทุกคนได้รับแล้ว" in words(browser("treasurer").get(at(group, "cycle-paying", 1)))
    assert "ปิดรอบเรียบร้อย" in words(step(group, "lock"))
    assert (cycle_now(group).stage, cycle_now(group).unpaid, breaches()) == ("locked", (), [])
    assert "เปิดรอบใหม่" in words(browser("treasurer").get(at(group, "cycle")))


def test_a_group_without_a_cycle_is_told_how_to_begin(group):
    other = a_book("กลุ่มใหม่เอี่ยม")
    seat("treasurer", other, "treasurer")
    assert "ยังไม่ได้เปิดรอบ" in words(browser("treasurer").get(at(other, "cycle")))
    assert "เปิดรอบแล้ว" in words(send("treasurer", at(other, "cycle-open"), on="1 ม.ค. 2568"))
    assert cycle_now(other).since == date(2025, 1, 1)


def test_seeing_the_sums_first_writes_nothing(group):
    before, client = head(group), browser("treasurer", lang="en")
    address = at(group, "cycle-propose")
    page = words(client.post(address, drawn(client.get(address)) | {"act": "look"}))
    assert ("To members, all together" in page, "Profit, of money received 300.00" in page) == (True, True)
    assert head(group) == before


def test_what_was_seen_is_what_is_proposed_or_it_is_shown_again(group):
    client, address = browser("treasurer"), at(group, "cycle-propose")
    seen = client.post(address, drawn(client.get(address)) | {"act": "look"})
    typed = drawn(seen) | {"act": "post"}
    save(group, "ก02", 100_000, today() - timedelta(days=1))
    answer = client.post(address, typed)
    assert (answer.status_code, cycle_now(group).stage) == (200, "open")


def test_the_same_proposal_sent_twice_is_one(group):
    client, address = browser("treasurer"), at(group, "cycle-propose")
    typed = drawn(client.post(address, drawn(client.get(address)) | {"act": "look"})) | {"act": "post"}
    first, again = client.post(address, typed), client.post(address, typed)
    assert (first.status_code, again.status_code, len(cycle_now(group).steps)) == (302, 302, 1)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"until": "เมื่อวานซืน"}, "ยังไม่ได้ลงสมุด"),
        ({"part_reserve": "มากหน่อย"}, "ยังไม่ได้ลงสมุด"),
        ({"part_reserve": "60%", "part_welfare": "50%"}, "ร้อยละรวมกันเกิน 100"),
        ({"part_reserve": "9,999"}, "แบ่งเกินกำไรไป"),
        ({"periods": "0"}, "1 ถึง 24"),
        ({"periods": "3"}, "รอบนี้ยาว 10 เดือน แต่ระเบียบให้รอบละ 3 เดือน"),
    ],
)
def test_what_cannot_be_reckoned_is_said_and_nothing_typed_is_lost(group, typed, said):
    client, address = browser("treasurer"), at(group, "cycle-propose")
    answer = client.post(address, drawn(client.get(address)) | typed | {"act": "look"})
    assert (answer.status_code, said in words(answer)) == (422, True)
    assert {name: value for name, value in drawn(answer).items() if name in typed} == typed


def test_a_way_that_there_is_not_is_refused(group):
    client, address = browser("treasurer"), at(group, "cycle-propose")
    answer = client.post(address, drawn(client.get(address)) | {"way": "ขนม", "act": "look"})
    assert (answer.status_code, "เลือกไม่ได้" in words(answer)) == (422, True)


def test_who_proposed_is_told_that_another_checks(group):
    propose(group)
    page = words(browser("treasurer").get(at(group, "cycle-step", 1, "check")))
    assert "ยอดนี้เสนอด้วยชื่อของคุณ" in page
    client = browser("treasurer")
    answer = client.post(
        at(group, "cycle-step", 1, "check"), {"form_id": "01900000-0000-7000-8000-000000000001"}
    )
    assert (answer.status_code, cycle_now(group).stage) == (422, "proposed")


def test_a_late_entry_is_named_to_who_checks_and_a_new_proposal_follows(group):
    propose(group)
    save(group, "ก02", 5_000, today() - timedelta(days=10))
    assert "เงินสดในกล่อง 10,300 → 10,350 บาท" in words(step(group, "check", "chair"))
    assert "ถอนแล้ว เสนอยอดใหม่ได้" in words(step(group, "withdraw", reason="มีรายการมาช้า"))
    assert cycle_now(group).stage == "open"


def test_an_approval_needs_its_minutes(group):
    propose(group)
    step(group, "check", "chair")
    answer = step(group, "approve", minutes=" ", note="ทุกคนเห็นชอบ")
    assert (answer.status_code, "ทุกคนเห็นชอบ" in words(answer), cycle_now(group).stage) == (
        422,
        True,
        "checked",
    )


def test_a_payment_sent_twice_is_one_and_a_second_form_is_told_so(group):
    approved(group)
    client, address = browser("treasurer"), at(group, "cycle-pay", 1, "ก01")
    typed = drawn(client.get(address)) | {"how": "passbook", "receipt": "เซ็นแล้ว"}
    first, again = client.post(address, typed), client.post(address, typed)
    assert (first.status_code, again.status_code) == (302, 302)
    other = client.post(address, typed | {"form_id": "01900000-0000-7000-8000-000000000002"})
    assert (other.status_code, "ได้รับแล้ว อยู่ในรายการที่" in words(other)) == (422, True)
    assert balances(group)["payout:ก01"] == 0


def test_a_box_that_does_not_hold_enough_is_said_in_plain_words(group):
    approved(group)
    answer = pay(group, "ก01", how="transfer")
    assert (answer.status_code, "เงินในกระเป๋านี้ไม่พอ" in words(answer)) == (422, True)


def test_at_a_share_out_the_treasurer_sees_how_much_to_hand_over(group):
    lend(group, "ก02", "2/2569", 100_000, today() - timedelta(days=30))
    approved(group, way="share_out")
    page = words(browser("treasurer", lang="en").get(at(group, "cycle-pay", 1, "ก02")))
    assert "Repays what is left of the loan 1,000.00 To hand over" in page


def test_costs_are_written_and_seen_in_the_next_reckoning(group):
    answer = send("treasurer", at(group, "costs"), sum="40", item="ค่าสมุดบัญชี")
    assert "ลงค่าใช้จ่ายแล้ว" in words(answer)
    client, address = browser("treasurer"), at(group, "cycle-propose")
    page = words(client.post(address, drawn(client.get(address)) | {"act": "look"}))
    assert "ค่าใช้จ่าย -40.00" in page


def test_a_sum_of_a_closed_cycle_is_mended_today_and_the_closing_stands(group):
    slip, yesterday = first(group, "fund.deposit"), today() - timedelta(days=1)
    approved(group, until=yesterday.isoformat())
    closing = cycle_now(group).closing
    step(group, "lock")
    client, address = browser("treasurer"), at(group, "mend", slip)
    client.post(address, {"form_id": drawn(client.get(address))["form_id"], "sum": "5,000"})
    mended_today = entry_of(group, head(group).last_entry)
    assert (mended_today.corrects, mended_today.on, balances(group)["passbook:ก01"]) == (
        slip,
        today(),
        -500_000,
    )
    assert (cycle_now(group).closing, breaches()) == (closing, [])


# -- nobody learns of another's loan -------------------------------------------------------------------


def test_the_minutes_hold_nobodys_name_and_the_list_holds_names_and_totals_alone(group):
    approved(group)
    minutes = words(browser("chair").get(at(group, "cycle-minutes", 1)))
    assert [name for name in (BORROWER, FRIEND) if name in minutes] == []
    assert [
        said
        for said in ("1/2570 ข้อ 4", "รวมเท่ากำไร 300.00", "270.00 บาท (สองร้อยเจ็ดสิบบาทถ้วน)")
        if said not in minutes
    ] == []
    listed = words(browser("chair").get(at(group, "cycle-list", 1)))
    assert (BORROWER in listed, "เฉลี่ยคืน" in listed, "ปันผล" in listed) == (True, False, False)


def test_other_officers_see_totals_and_the_treasurer_what_they_are_made_of(group):
    approved(group)
    chair, treasurer = (words(browser(who).get(at(group, "cycle-sums", 1))) for who in ("chair", "treasurer"))
    assert ("ดอกเบี้ยที่จ่าย" in chair, "ดอกเบี้ยที่จ่าย" in treasurer) == (False, True)
    assert ("คิดอย่างไร" in chair, "คิดอย่างไร" in treasurer) == (False, True)


def test_a_slip_is_the_members_own(group):
    approved(group)
    slip = at(group, "cycle-slip", 1, "ก01")
    own = browser("borrower").get(slip)
    assert (own.status_code, "เฉลี่ยคืน" in words(own), FRIEND in words(own)) == (200, True, False)
    assert [browser(who).get(slip).status_code for who in ("friend", "chair")] == [404, 404]


@pytest.mark.parametrize("eligible", ["all", "kept_up"])
def test_no_page_says_who_kept_their_instalments_and_who_did_not(group, eligible):
    approved(group, eligible=eligible)
    pages = [
        words(browser(who).get(address))
        for who, address in (
            ("chair", at(group, "cycle-sums", 1)), ("chair", at(group, "cycle-minutes", 1)), ("chair", at(group, "cycle-list", 1)),
            ("friend", at(group, "cycle-slip", 1, "ก02")), ("chair", at(group, "entry", cycle_now(group).proposal)),
        )
    ]  # fmt: skip
    assert [word for page in pages for word in ("kept_up", "ค้าง", "ขาดส่ง", "ไม่ตรงงวด") if word in page] == []


def test_a_user_of_another_group_sees_nothing(group):
    approved(group)
    User.objects.get_or_create(username="stranger")
    assert browser("stranger").get(at(group, "cycle")).status_code == 404

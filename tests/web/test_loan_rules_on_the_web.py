"""The rules of lending on screen: a meeting decides them, the treasurer writes down what changed, all may read them."""

import pytest
from django.urls import reverse

from kwan.catalogue import COMMANDS
from kwan.fund.queries import bylaw_lines, bylaws
from kwan.journal.audit import check
from kwan.journal.queries import head
from tests.web.borrowing import ask, drawn, words
from tests.web.village import a_group, browser, member, seat


@pytest.fixture
def group(books):
    """Six members with their savings, and their treasurer."""
    book = a_group("กลุ่มที่ให้กู้")
    seat("treasurer", book, "treasurer")
    return book


@pytest.fixture
def treasurer(group):
    return browser("treasurer")


def address(group):
    return reverse("loan-rules-set", args=[group])


def set_to(treasurer, group, reason="มติ 5 มี.ค. 69", **rules):
    sent = drawn(treasurer.get(address(group))) | {"reason": reason, "act": "post"}
    return treasurer.post(address(group), sent | {f"loan_{name}": value for name, value in rules.items()})


def lending(group):
    return {
        line.name: line.value for line in bylaw_lines(group) if line.name.startswith("loan_") and line.entry
    }


def test_only_what_a_meeting_changed_is_written_with_its_reason(treasurer, group):
    last = head(group).last_entry
    answer = set_to(
        treasurer, group, rate_ceiling="12", ceiling="20,000", round_instalment="10", guarantors="1"
    )
    assert answer.headers["Location"] == reverse("loan-rules", args=[group])
    assert (lending(group), head(group).last_entry) == (
        {"loan_rate_ceiling": "12", "loan_ceiling": "20,000", "loan_round_instalment": "10", "loan_guarantors": "1"},
        last + 4,
    )  # fmt: skip
    page = words(treasurer.get(reverse("loan-rules", args=[group])))
    assert "คนหนึ่งกู้ได้ไม่เกิน (บาท) 20,000 มติ 5 มี.ค. 69" in page
    assert "ค่าปรับ → ดอกเบี้ย → เงินต้น" in page
    assert list(check(COMMANDS)) == []


def test_rules_sent_twice_are_written_once(treasurer, group):
    sent = drawn(treasurer.get(address(group))) | {"reason": "มติ", "loan_ceiling": "500"}
    last = head(group).last_entry
    answers = [treasurer.post(address(group), sent).status_code for _ in range(2)]
    assert (answers, head(group).last_entry) == ([302, 302], last + 1)


def test_a_rule_is_set_three_times_on_one_day(treasurer, group):
    for sum_ in ("500", "600", "700"):
        assert set_to(treasurer, group, ceiling=sum_).status_code == 302
    assert (bylaws(group).loan_ceiling, list(check(COMMANDS))) == (70_000, [])


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ({"rate_ceiling": "18"}, "ต้องบอกข้อกฎหมายที่ให้เก็บได้"),
        ({"rate_ceiling": ""}, "ช่องนี้ยังว่าง"),
        ({"ceiling": "มาก ๆ"}, "มาก ๆ"),
        ({"savings_multiple": "0"}, "จำนวนเท่าต้องมากกว่าศูนย์"),
        ({"reason": ""}, "ช่องนี้ยังว่าง"),
        ({}, "ทุกข้อเหมือนเดิม ยังไม่ได้ลงอะไร"),
    ],
)
def test_a_rule_that_cannot_be_read_is_handed_back_as_typed(treasurer, group, rules, said):
    last = head(group).last_entry
    answer = set_to(treasurer, group, **rules)
    assert (answer.status_code, head(group).last_entry) == (422, last)
    assert said in words(answer)
    for name, value in rules.items():
        assert drawn(answer)[name if name == "reason" else f"loan_{name}"] == value


def test_above_fifteen_per_cent_the_law_is_set_once_and_loans_need_not_name_it(treasurer, group):
    law = "พ.ร.บ. สถาบันการเงินประชาชน พ.ศ. 2562"
    assert set_to(treasurer, group, rate_ceiling="18", legal_basis=law).status_code == 302
    assert (bylaws(group).rate_ceiling, bylaws(group).legal_basis) == (1_800, law)
    assert ask(treasurer, group, rate="18").status_code == 302
    assert set_to(treasurer, group, legal_basis="").status_code == 422
    assert set_to(treasurer, group, rate_ceiling="15", legal_basis="").status_code == 302
    assert (bylaws(group).rate_ceiling, bylaws(group).legal_basis) == (1_500, None)


def test_a_request_says_the_rules_beside_its_boxes_and_when_they_do_not_hold(treasurer, group):
    set_to(treasurer, group, ceiling="1,000", guarantors="2", savings_multiple="3")
    page = words(treasurer.get(reverse("loan-ask", args=[group])))
    assert "ตามระเบียบกลุ่ม ไม่เกิน 3 เท่าของเงินออม และคนละไม่เกิน 1,000 บาท" in page
    assert "ตามระเบียบกลุ่ม ต้องมีผู้ค้ำ 2 คน" in page
    assert "คนหนึ่งกู้ได้ไม่เกิน 1,000 บาท" in words(ask(treasurer, group))
    assert "ต้องมีผู้ค้ำ 2 คน" in words(ask(treasurer, group, principal="900"))
    assert ask(treasurer, group, principal="900", guarantor2=member(4)).status_code == 302


def test_members_read_the_rules_and_do_not_set_them(treasurer, group):
    set_to(treasurer, group, ceiling="20,000")
    seat("borrower", group, "member", member(2))
    page = browser("borrower").get(reverse("loan-rules", args=[group]))
    assert "20,000 มติ 5 มี.ค. 69" in words(page)
    assert "/entry/" not in page.content.decode()
    assert browser("borrower").get(address(group)).status_code == 404

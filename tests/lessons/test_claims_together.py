"""A project's report opens with what its groups hold together; nothing on that page ranks them."""

import pytest

from kwan.journal.queries import head
from kwan.lessons.claims.together import judge_together
from kwan.lessons.report.build import for_project
from kwan.lessons.rules import plain
from kwan.people.commands import DescribeGroup, Join
from tests.journal.hands import DAY, a_book, a_saving_group, deposit, write

pytestmark = pytest.mark.django_db


def two_groups():
    first = a_saving_group()
    second = a_book("แปรรูปผักตบชวา")
    write(second, Join(on=DAY, member="ผ01"))
    write(second, deposit("ผ01", 5000))
    return [head(first), head(second)]


def test_sums_are_over_all_groups_and_rest_on_the_entries_of_each():
    heads = two_groups()
    said = {
        claim.id: (claim.verdict, plain(claim.finding.th)) for claim in judge_together(0, "โครงการ", heads)
    }
    assert said == {
        "project.groups": (
            "supported",
            "รายงานนี้เขียนจากสมุดของ 2 กลุ่ม คือ กว๊านทะเลซีฟู๊ด และแปรรูปผักตบชวา",
        ),
        "project.members": ("supported", "ทุกกลุ่มรวมกันมีผู้เข้าเป็นสมาชิกแล้ว 3 คน ปัจจุบันมีสมาชิก 3 คน"),
        "project.savings": ("supported", "สมาชิกทุกกลุ่มรวมกันมีเงินออม 420.50 บาท มีเงินออมอยู่ 3 คน"),
        "project.pay": ("not_enough_data", "สมุดของกลุ่มในโครงการยังไม่มีบันทึกเรื่องนี้"),
        "project.orders": ("not_enough_data", "สมุดของกลุ่มในโครงการยังไม่มีบันทึกเรื่องนี้"),
        "project.batches": ("not_enough_data", "สมุดของกลุ่มในโครงการยังไม่มีบันทึกเรื่องนี้"),
        "project.fund": ("not_enough_data", "สมุดของกลุ่มในโครงการยังไม่มีบันทึกเรื่องนี้"),
        "project.participants": ("not_enough_data", "สมุดของกลุ่มในโครงการยังไม่มีบันทึกเรื่องนี้"),
    }
    saved = next(c for c in judge_together(0, "โครงการ", heads) if c.id == "project.savings")
    assert saved.evidence == (*tuple((heads[0].book, n) for n in (4, 5, 7, 8)), (heads[1].book, 2))


def test_the_front_page_of_a_project_tells_of_all_groups_together_and_of_none_alone():
    for group in two_groups():
        write(group.book, DescribeGroup(on=DAY, project="ฟื้นฟูอาชีพ"))
    report = for_project("ฟื้นฟูอาชีพ")
    front = next(section for section in report.sections if section.id == "front")
    told = [block.claim.id for block in front.blocks if hasattr(block, "claim")]
    assert told == ["project.groups", "project.members", "project.savings"]

import pytest

from kwan.fund.commands import Deposit, NotePay
from kwan.lessons.rules import Figure
from kwan.market.commands import AddBuyer, OrderLine, PlaceOrder
from kwan.people.commands import Leave
from kwan.production.commands import DeclareParts, MakeBatch
from kwan.programme.commands import MapIndicator, SetIndicator
from kwan.programme.rules import KINDS
from kwan.wellbeing.commands import Answer
from tests.lessons.asking import MEMBERS, answer, answers, books_of, entries, on, said, th, why

pytestmark = pytest.mark.django_db

ID = "programme.indicators_reached"


def promised(name, unit, target, code=None, baseline=0):
    """Return an indicator; baseline and target as people say them."""
    return SetIndicator(
        on=on(1), objective="จุดมุ่งหมาย", name=name, unit=unit, target=int(target * 100),
        baseline=None if baseline is None else int(baseline * 100),
        measure=KINDS[code].measure if code else None,
    )  # fmt: skip


def savers(count):
    return tuple(Deposit(on=on(2), member=member, satang=10000) for member in MEMBERS[:count])


SAVING = promised("สมาชิกที่มีเงินออม", "ร้อยละ", 75, "members_saving")


def test_a_target_reached_is_told_with_its_baseline_and_what_it_counts():
    judged = answer(books_of(SAVING, *savers(6)), ID)
    assert said(judged) == (
        "supported",
        "“สมาชิกที่มีเงินออม” ถึงเป้าแล้ว ก่อน ร้อยละ 0 เป้า ร้อยละ 75 ตอนนี้ ร้อยละ 75 (สมาชิกที่มีเงินออม 6 จาก 8)",
        "“สมาชิกที่มีเงินออม” has reached its target: before 0 percent, target 75 percent, now 75 percent "
        "(members with savings: 6 of 8).",
    )
    assert judged.claim.about == "สมาชิกที่มีเงินออม"


def test_a_target_not_reached_is_moved_toward():
    assert th(answer(books_of(SAVING, *savers(5)), ID)) == (
        "partly",
        "“สมาชิกที่มีเงินออม” ขยับเข้าใกล้เป้า แต่ยังไม่ถึง ก่อน ร้อยละ 0 เป้า ร้อยละ 75 ตอนนี้ ร้อยละ 63 "
        "(สมาชิกที่มีเงินออม 5 จาก 8)",
    )


def test_what_rounding_would_make_alike_is_told_to_a_tenth():
    near = promised("สมาชิกที่มีเงินออม", "ร้อยละ", 63, "members_saving", baseline=62)
    assert th(answer(books_of(near, *savers(5)), ID))[1].startswith(
        "“สมาชิกที่มีเงินออม” ขยับเข้าใกล้เป้า แต่ยังไม่ถึง ก่อน ร้อยละ 62.0 เป้า ร้อยละ 63.0 ตอนนี้ ร้อยละ 62.5"
    )


def test_a_target_that_the_project_wrote_to_a_tenth_is_told_to_a_tenth():
    half = promised("สมาชิกที่มีเงินออม", "ร้อยละ", 62.5, "members_saving")
    assert "เป้า ร้อยละ 62.5 ตอนนี้ ร้อยละ 100.0" in th(answer(books_of(half, *savers(8)), ID))[1]


@pytest.mark.parametrize(
    ("baseline", "savings", "verdict", "beginning"),
    [
        (50, 4, "not_supported", "“สมาชิกที่มีเงินออม” ยังอยู่ที่เดิม ยังไม่ถึงเป้า"),
        (50, 3, "not_supported", "“สมาชิกที่มีเงินออม” ห่างจากเป้ากว่าตอนเริ่ม"),
        (100, 7, "partly", "“สมาชิกที่มีเงินออม” ยังถึงเป้า แต่ถอยจากตอนเริ่ม"),
    ],
)
def test_what_stood_still_or_went_back_is_said_to(baseline, savings, verdict, beginning):
    indicator = promised("สมาชิกที่มีเงินออม", "ร้อยละ", 75, "members_saving", baseline=baseline)
    judged = answer(books_of(indicator, *savers(savings)), ID)
    assert judged.verdict == verdict
    assert th(judged)[1].startswith(beginning)


@pytest.mark.parametrize(("savings", "verdict"), [(8, "partly"), (1, "not_supported")])
def test_without_a_baseline_nothing_rose(savings, verdict):
    unmeasured = promised("สมาชิกที่มีเงินออม", "ร้อยละ", 75, "members_saving", baseline=None)
    judged = answer(books_of(unmeasured, *savers(savings)), ID)
    assert judged.verdict == verdict
    assert "ก่อน" not in th(judged)[1]
    assert why(judged)[1] == "The start was not measured, so no change is claimed."


def test_money_is_told_in_baht():
    income = promised("รายได้เฉลี่ยต่อคนต่อเดือน", "บาท", 700, "income_per_member_month", baseline=300)
    pay = (
        NotePay(on=on(2, 1), member=member, satang=satang)
        for member, satang in (("ก01", 50000), ("ก02", 25050))
    )
    assert said(answer(books_of(income, *pay), ID)) == (
        "partly",
        "“รายได้เฉลี่ยต่อคนต่อเดือน” ขยับเข้าใกล้เป้า แต่ยังไม่ถึง ก่อน 300 บาท เป้า 700 บาท ตอนนี้ 375.25 บาท "
        "(รวม 750.50 บาท นับเดือนของทุกคนรวมกันได้ 2 เดือน)",
        "“รายได้เฉลี่ยต่อคนต่อเดือน” has moved toward its target and not reached it: before 300 baht, "
        "target 700 baht, now 375.25 baht (750.50 baht over 2 months of pay, all members together).",
    )


AGENCIES = promised("หน่วยงานที่สั่งซื้อ", "แห่ง", 2, "agencies_ordering", baseline=1)


def test_agencies_are_counted_once_each():
    hospital = AddBuyer(on=on(1), buyer="รพ.พะเยา", channel="hospital")
    item = OrderLine(product="ชุดรวม", quantity=1, unit_price=100)
    two = (PlaceOrder(on=on(2), number=number, buyer="รพ.พะเยา", items=(item,)) for number in ("1", "2"))
    assert th(answer(books_of(AGENCIES, hospital, *two), ID)) == (
        "not_supported",
        "“หน่วยงานที่สั่งซื้อ” ยังอยู่ที่เดิม ยังไม่ถึงเป้า ก่อน 1 แห่ง เป้า 2 แห่ง ตอนนี้ 1 แห่ง",
    )


def test_no_orders_at_all_are_no_answer_about_agencies():
    assert th(answer(books_of(AGENCIES), ID)) == (
        "not_enough_data",
        "สมุดของกลุ่มลองยังไม่มีบันทึกพอจะนับ “หน่วยงานที่สั่งซื้อ”",
    )


def test_a_share_of_parts_needs_parts_declared():
    parts = promised("ส่วนของพืชที่นำมาใช้", "ร้อยละ", 100, "parts_used", baseline=25)
    made = MakeBatch(on=on(2), lot="1", product="ตะกร้า", part="ก้าน", used=100, good=1, maker="ก01")
    assert answer(books_of(parts, made), ID).verdict == "not_enough_data"
    declared = DeclareParts(on=on(1), material="ผักตบชวา", parts=("ก้าน", "ใบ"))
    assert answer(books_of(parts, declared, made), ID).verdict == "partly"


def test_an_indicator_that_nobody_mapped_is_not_judged():
    judged = answer(books_of(promised("สมาชิกที่มีเงินออม", "ร้อยละ", 80), *savers(8)), ID)
    assert th(judged) == (
        "not_enough_data",
        "ยังไม่ได้ระบุว่า “สมาชิกที่มีเงินออม” นับจากบันทึกใดในสมุด จึงยังบอกผลไม่ได้",
    )
    assert entries(judged) == (9,)


def test_an_indicator_mapped_to_what_does_not_fit_its_unit_is_not_judged():
    baht = promised("เงินออม", "บาท", 80, "members_saving")
    assert answer(books_of(baht, *savers(8)), ID).verdict == "not_enough_data"


def test_an_indicator_mapped_later_by_a_person_is_judged():
    plain = promised("สมาชิกที่มีเงินออม", "ร้อยละ", 80)
    mapped = MapIndicator(on=on(2), indicator="สมาชิกที่มีเงินออม", measure=KINDS["members_saving"].measure)
    assert answer(books_of(plain, *savers(8), mapped), ID).verdict == "supported"


HAPPIER = promised("สมาชิกที่มีความสุขเพิ่มขึ้น", "ร้อยละ", 60, "members_happier")


def rounds(*pairs):
    """Return what each member answered before and after."""
    return tuple(
        Answer(on=on(1 + 6 * place, 9), member=member, round=2 * place, score=score)
        for member, pair in zip(MEMBERS, pairs, strict=False)
        for place, score in enumerate(pair)
    )


def test_a_share_happier_is_told_as_k_of_n_and_opens_no_answer():
    judged = answer(books_of(HAPPIER, *rounds(*[(4, 6)] * 5, (5, 5), (5, 4), (6, 6))), ID)
    assert th(judged) == (
        "supported",
        "“สมาชิกที่มีความสุขเพิ่มขึ้น” ถึงเป้าแล้ว ก่อน ร้อยละ 0 เป้า ร้อยละ 60 ตอนนี้ ร้อยละ 63 "
        "(คนที่ความสุขเพิ่มขึ้นจากรอบแรกถึงรอบสุดท้าย 5 จาก 8)",
    )
    assert judged.claim.sealed


def test_a_share_reached_only_among_those_who_answered_is_reached_in_part():
    judged = answer(books_of(HAPPIER, *rounds(*[(4, 6)] * 4, (5, 5))), ID)
    assert judged.verdict == "partly"
    assert (
        why(judged)[1] == "Only those who answered both rounds are counted; of all members it is not certain."
    )


def test_a_share_that_reaches_its_target_of_all_members_too_is_reached():
    half = promised("สมาชิกที่มีความสุขเพิ่มขึ้น", "ร้อยละ", 50, "members_happier")
    assert answer(books_of(half, *rounds(*[(4, 6)] * 4, (5, 5))), ID).verdict == "supported"


@pytest.mark.parametrize("pairs", [[(4, 6)] * 3 + [(5, 5)], [(4, 6)] * 8, [(6, 4)] * 8])
def test_few_answers_or_all_alike_are_not_shown(pairs):
    judged = answer(books_of(HAPPIER, *rounds(*pairs)), ID)
    assert th(judged) == (
        "not_enough_data",
        "ไม่แสดงผลของ “สมาชิกที่มีความสุขเพิ่มขึ้น” เพื่อไม่ให้รู้คำตอบของใครคนหนึ่ง",
    )
    assert (judged.finding.statistics, judged.finding.picture) == ({}, None)


def test_each_indicator_has_a_claim_of_its_own():
    judged = answers(books_of(SAVING, AGENCIES), ID)
    assert [one.claim.about for one in judged] == ["สมาชิกที่มีเงินออม", "หน่วยงานที่สั่งซื้อ"]
    assert th(answer(books_of(), ID)) == ("not_enough_data", "กลุ่มลองยังไม่ได้ตั้งตัวชี้วัดไว้ในสมุด")


def test_who_left_is_no_member_of_today():
    books = books_of(SAVING, *savers(6), Leave(on=on(3), member="ก01"))
    assert th(answer(books, ID))[1].endswith("(สมาชิกที่มีเงินออม 5 จาก 7)")


def test_every_figure_of_a_sentence_says_where_it_comes_from():
    judged = answer(books_of(SAVING, *savers(6)), ID)
    figures = [span.slot for span in judged.finding.th if isinstance(span.slot, Figure)]
    assert [figure.measure or judged.finding.statistics[figure.name] == figure.value for figure in figures] == [
        True, True, True, "savings.active_members_saving", "members.active",
    ]  # fmt: skip


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_picture_of_an_indicator_can_be_drawn(lang):
    picture = answer(books_of(SAVING, *savers(5)), ID).finding.picture(lang, "paper")
    assert picture.svg.startswith("<svg")

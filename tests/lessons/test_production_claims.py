import pytest

from kwan.market.commands import AddBuyer, OrderLine, PlaceOrder
from kwan.production.commands import BuyMaterial, DeclareParts, MakeBatch, NoteSupply
from kwan.programme.commands import NoteEvent
from tests.lessons.asking import answer, books_of, entries, on, said, th, why

pytestmark = pytest.mark.django_db

CHECKED = {"cap": True, "gloves": True, "apron": True, "clean": True}
GATHERING = NoteEvent(on=on(2, 1), what="ห้ามรวมกลุ่ม", until=on(2, 28))


def batch(lot, day=None, part="ก้าน", used=5000, good=2, **more):
    return MakeBatch(
        on=day or on(1), lot=str(lot), product="ตะกร้า", part=part, used=used, good=good, maker="ก01", **more
    )


def batches(*checks):
    return tuple(batch(number, **CHECKED | more) for number, more in enumerate(checks))


def prices(satang, material="กุ้งสด", first=1):
    return tuple(
        BuyMaterial(
            on=on(month, 2), material=material, quantity=1000, unit="กก.", unit_price=price, satang=price
        )
        for month, price in enumerate(satang, first)
    )


def test_every_batch_with_every_check_is_every_time():
    judged = answer(books_of(*batches({}, {})), "production.every_batch_checked")
    assert said(judged) == (
        "supported",
        "สมาชิกตรวจครบทั้ง 4 ข้อก่อนผลิตทุกครั้ง คือ 2 จาก 2 รอบ (หมวกคลุมผม ถุงมือ ผ้ากันเปื้อน และสถานที่สะอาด)",
        "All 4 checks were done before every batch: 2 of 2 (Hair-net, Gloves, Apron and Clean place).",
    )
    assert entries(judged) == (9, 10)


@pytest.mark.parametrize("missing", ["cap", "gloves", "apron", "clean"])
def test_one_batch_that_lacks_one_check_is_not_every_time(missing):
    judged = answer(books_of(*batches({}, {}, {missing: False})), "production.every_batch_checked")
    assert said(judged) == (
        "partly",
        "กลุ่มจดการตรวจก่อนผลิตไว้ และตรวจครบทั้ง 4 ข้อ 2 จาก 3 รอบ",
        "The group writes its checks down: all 4 were done in 2 of 3 batches.",
    )
    assert "ทุกครั้ง" not in th(judged)[1]


def test_a_group_that_wrote_no_checks_does_not_look_better_for_it():
    none = dict.fromkeys(CHECKED, False)
    books = books_of(*batches(none, none))
    assert th(answer(books, "production.every_batch_checked")) == (
        "not_enough_data",
        "สมุดมีการผลิต 2 รอบ แต่ยังไม่มีบันทึกการตรวจก่อนผลิต",
    )
    assert th(answer(books, "production.clean_place")) == (
        "not_enough_data",
        "สมุดมีการผลิต 2 รอบ แต่ยังไม่มีบันทึกการตรวจความสะอาดของสถานที่",
    )


@pytest.mark.parametrize(
    ("clean", "verdict", "sentence"),
    [
        (4, "supported", "มีบันทึกว่าสถานที่สะอาดก่อนผลิตทุกรอบ ทั้ง 4 รอบ"),
        (3, "partly", "มีบันทึกว่าสถานที่สะอาดก่อนผลิต 3 จาก 4 รอบ"),
        (2, "not_supported", "มีบันทึกว่าสถานที่สะอาดก่อนผลิต 2 จาก 4 รอบ"),
    ],
)
def test_the_clean_place_counts_the_batches_it_was_noted_for(clean, verdict, sentence):
    books = books_of(*batches(*({"clean": number < clean} for number in range(4))))
    assert th(answer(books, "production.clean_place")) == (verdict, sentence)


def test_without_batches_production_says_nothing():
    books = books_of()
    ids = (
        "clean_place",
        "every_batch_checked",
        "every_part_used",
        "to_order",
        "home_work",
        "input_prices_rose",
        "supply",
    )
    assert {answer(books, f"production.{id_}").verdict for id_ in ids} == {"not_enough_data"}


def test_parts_that_nobody_declared_are_not_all_used():
    judged = answer(books_of(batch(1), batch(2, part="ใบ", used=2500)), "production.every_part_used")
    assert said(judged) == (
        "not_enough_data",
        "กลุ่มลองยังไม่ได้ระบุว่าวัตถุดิบมีส่วนใดบ้าง จึงยังบอกไม่ได้ว่าใช้ครบทุกส่วน สมุดมีบันทึกการใช้ ก้าน 5 กก. ใบ 2.5 กก.",
        "กลุ่มลอง has not said yet which parts its material has, so nobody can say that every part is used. "
        "The books note the use of ก้าน 5 kg, ใบ 2.5 kg.",
    )


def test_every_declared_part_that_became_goods_is_used():
    parts = DeclareParts(on=on(1), material="ผักตบชวา", parts=("ก้าน", "ใบ"))
    judged = answer(books_of(parts, batch(1), batch(2, part="ใบ", used=2500)), "production.every_part_used")
    assert th(judged) == ("supported", "ใช้วัตถุดิบครบทุกส่วนที่ระบุไว้ 2 จาก 2 ส่วน คือ ก้าน 5 กก. ใบ 2.5 กก.")


def test_a_part_that_gave_no_goods_is_not_used():
    parts = DeclareParts(on=on(1), material="ผักตบชวา", parts=("ก้าน", "ใบ", "ราก"))
    books = books_of(parts, batch(1), batch(2, part="ใบ", good=0))
    judged = answer(books, "production.every_part_used")
    assert th(judged) == ("not_supported", "วัตถุดิบที่ระบุไว้ 3 ส่วน มีบันทึกว่าทำเป็นสินค้าแล้ว 1 ส่วน")
    assert why(judged)[0] == "ส่วนที่ยังไม่มีสินค้าในบันทึกคือ ราก และใบ"


SHOP = AddBuyer(on=on(1, 1), buyer="ร้านริมกว๊าน", channel="shop")
ORDER = PlaceOrder(
    on=on(1), number="001", buyer="ร้านริมกว๊าน", items=(OrderLine(product="ตะกร้า", quantity=9, unit_price=100),)
)


@pytest.mark.parametrize(
    ("tied", "verdict"), [(4, "supported"), (2, "supported"), (1, "not_supported"), (0, "not_enough_data")]
)
def test_goods_are_made_to_order_when_half_of_the_batches_say_so(tied, verdict):
    made = (batch(number, order="001" if number < tied else None) for number in range(4))
    judged = answer(books_of(SHOP, ORDER, *made), "production.to_order")
    assert judged.verdict == verdict


def test_work_at_home_without_a_dated_event_says_where_and_not_why():
    judged = answer(books_of(batch(1, place="home"), batch(2)), "production.home_work")
    assert said(judged) == (
        "partly",
        "มีการผลิตที่บ้าน 1 จาก 2 รอบ",
        "1 of 2 batches were made at home.",
    )
    assert (
        why(judged)[1]
        == "No dated event is noted for that time, so it is not said that gathering was impossible."
    )


def home(*places):
    """Return a batch in each month, at these places."""
    return tuple(batch(month, on(month), place=place) for month, place in enumerate(places, 1))


def test_more_work_at_home_during_a_dated_event_bears_it_out():
    books = books_of(*home("group", "home", "group"), GATHERING)
    assert th(answer(books, "production.home_work")) == (
        "supported",
        "ช่วง “ห้ามรวมกลุ่ม” มีการผลิตที่บ้าน 1 จาก 1 รอบ (ทั้งหมด 1 จาก 3 รอบ)",
    )


def test_work_at_home_at_other_times_only_does_not():
    books = books_of(*home("home", "group", "home"), GATHERING)
    assert answer(books, "production.home_work").verdict == "partly"


@pytest.mark.parametrize(
    ("during", "otherwise"),
    [
        (("home", "group"), ("group",)),  # half is not more than half
        (("home", "home", "group"), ("home",)),  # and at other times it was all of them
    ],
)
def test_no_more_work_at_home_than_usual_bears_nothing_out(during, otherwise):
    places = [*((place, 2) for place in during), *((place, 1) for place in otherwise)]
    made = (batch(lot, on(month), place=place) for lot, (place, month) in enumerate(places))
    assert answer(books_of(*made, GATHERING), "production.home_work").verdict == "partly"


def test_an_event_before_the_first_batch_explains_nothing():
    books = books_of(*home("home", "home"), NoteEvent(on=on(-3, 1, 2021), what="ห้ามรวมกลุ่ม", until=on(-3, 9)))
    assert "ห้ามรวมกลุ่ม" not in th(answer(books, "production.home_work"))[1]


def test_no_batch_at_home_is_the_other_way():
    assert th(answer(books_of(batch(1), GATHERING), "production.home_work")) == (
        "not_supported",
        "บันทึกการผลิตทั้ง 1 รอบไม่มีรอบที่ทำที่บ้าน",
    )


def test_prices_that_rise_for_every_material_rose():
    judged = answer(books_of(*prices([220, 224, 229, 233, 238, 242])), "production.input_prices_rose")
    assert said(judged) == (
        "supported",
        "ราคาวัตถุดิบสูงขึ้น 1 จาก 1 อย่างที่ซื้อหกเดือนขึ้นไป คือ กุ้งสด จาก 2.20 เป็น 2.42 บาทต่อหน่วย",
        "Prices rose for 1 of 1 materials bought over six months or more: กุ้งสด from 2.20 to 2.42 baht a unit.",
    )


def test_prices_that_rise_for_some_rose_in_part():
    books = books_of(*prices([220, 224, 229, 233, 238, 242]), *prices([9, 8, 7, 6, 5, 4], "ถุง"))
    judged = answer(books, "production.input_prices_rose")
    assert (judged.verdict, why(judged)[1]) == ("partly", "Not all of them rose.")


@pytest.mark.parametrize(
    ("satang", "verdict", "beginning"),
    [
        ([9, 8, 7, 6, 5, 4], "not_supported", "ราคาวัตถุดิบลดลง 1 จาก 1"),
        ([9, 8, 9, 8, 9, 8], "not_supported", "ราคาวัตถุดิบที่ซื้อหกเดือนขึ้นไป 1 อย่าง"),
        ([4, 5, 6, 7, 8], "not_enough_data", "สมุดของกลุ่มลองมีราคาซื้อวัตถุดิบไม่ถึงหกเดือน"),
    ],
)
def test_prices_that_fall_or_wander_or_are_few_did_not_rise(satang, verdict, beginning):
    judged = answer(books_of(*prices(satang)), "production.input_prices_rose")
    assert judged.verdict == verdict
    assert th(judged)[1].startswith(beginning)


def test_a_first_price_that_misleads_is_told_by_the_middle_of_the_thirds():
    judged = answer(
        books_of(*prices([1000, 100, 200, 300, 400, 500, 600, 700, 800, 900])), "production.input_prices_rose"
    )
    assert th(judged)[1].endswith("กุ้งสด จาก 2 เป็น 8 บาทต่อหน่วย")


def test_material_is_scarce_only_where_somebody_noted_it():
    books = books_of(
        NoteSupply(on=on(2), event="scarce", material="ก้าน"),
        NoteSupply(on=on(3), event="none", material="ก้าน"),
        NoteSupply(on=on(4), event="back", material="ก้าน"),
    )
    assert said(answer(books, "production.supply")) == (
        "supported",
        "มีบันทึกว่าวัตถุดิบหายากหรือไม่มี 2 ครั้ง คือ ก้าน 2 ครั้ง",
        "Material is noted as scarce or gone 2 times (ก้าน, times noted: 2).",
    )


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_pictures_of_production_can_be_drawn(lang):
    books = books_of(batch(1, place="home", **CHECKED), batch(2))
    ids = ("clean_place", "every_batch_checked", "every_part_used", "home_work")
    drawn = [answer(books, f"production.{id_}").finding.picture(lang, "paper") for id_ in ids]
    assert all(picture.svg.startswith("<svg") for picture in drawn)

"""What is true of every picture: it is well formed, the same each time, readable, and says its figures."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from kwan.pictures import (
    BAHT,
    CHECKS,
    KILOGRAM,
    WORDS,
    Bundle,
    Cell,
    Channel,
    Improved,
    Indicator,
    Part,
    Place,
    Point,
    Round,
    Table,
    bullet,
    channels,
    check_dots,
    columns,
    dressed,
    flowers,
    growth,
    outlook,
    plant,
    rounds,
    steps,
    verdict,
    weave,
)
from tests.pictures import households

SVG = "{http://www.w3.org/2000/svg}"

# The savings of the seafood group's first eight months, in satang, and its orders in the same months.
SAVED = (160000, 255050, 415100, 620250, 765250, 960350, 1130350, 1350350)
ORDERED = (6, 7, 9, 11, 12, 14, 16, 18)
MONTHS = ("ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.", "ม.ค.", "ก.พ.")
HYACINTH = (Part("ก้าน", 91000), Part("เยื่อ", 36000), Part("ราก", 31000), Part("ใบ", 28000))
ROUNDS = (
    Round("ก่อน", "4 ก.ค. 64", 10, Decimal("4.5")),
    Round("ระหว่าง", "7 พ.ย. 64", 9, Decimal(5)),
    Round("หลัง", "6 ก.พ. 65", 10, Decimal(6)),
)
LEFT = (1610000, 310050, -289950)  # the third week is short
LEFT_TABLE = Table(
    (Cell("-"), Cell("-")),
    tuple((Cell(w), Cell(BAHT.write(v), is_number=True)) for w, v in zip("abc", LEFT, strict=True)),
)
VILLAGES = (Place("อำเภอเมือง & รอบ ๆ", (3, 5, 12)), Place("ดอกคำใต้", (0, 2, 1)))
BUYERS = (
    Channel("รพ.สต. & <เพื่อน>", 1184000, is_agency=True),
    Channel("ร้านค้า", 2886000, is_agency=False),
    Channel("โรงพยาบาล", 1609000, is_agency=True),
)


def months(figures):
    return [
        Point(label, figure, f"{label} 64")
        for label, figure in zip(MONTHS[: len(figures)], figures, strict=True)
    ]


def six_of_eight(lang, palette):
    bundles = [Bundle(Decimal(4), Decimal(6), 5)]
    return rounds(ROUNDS, Improved(6, 8), bundles, lang=lang, palette=palette)


PICTURES = households.PICTURES | {
    "steps": lambda lang, palette: steps(months(SAVED), lang=lang, palette=palette),
    "columns": lambda lang, palette: columns(months(ORDERED), lang=lang, palette=palette),
    "channels": lambda lang, palette: channels(BUYERS, lang=lang, palette=palette),
    "rounds": six_of_eight,
    "flowers": lambda lang, palette: flowers(Improved(21, 34), lang=lang, palette=palette),
    "plant": lambda lang, palette: plant(HYACINTH, lang=lang, palette=palette),
    "strips": lambda lang, palette: plant([Part("หัวหมึก", 6100)], lang=lang, palette=palette),
    "reached": lambda lang, palette: bullet(Indicator(6, 12, 18), lang=lang, palette=palette),
    "missed": lambda lang, palette: bullet(Indicator(None, 12, 8), lang=lang, palette=palette),
    "growth": lambda lang, palette: growth(VILLAGES, MONTHS[:3], lang=lang, palette=palette),
    "outlook": lambda lang, palette: outlook(months(LEFT), table=LEFT_TABLE, lang=lang, palette=palette),
    "dots": lambda lang, palette: check_dots(47, 56, lang=lang, palette=palette),
    "dressed": lambda lang, palette: dressed(["cap", "apron"], lang=lang, palette=palette),
}
EVERY = [
    (name, lang, palette) for name in PICTURES for lang in ("th", "en") for palette in ("screen", "paper")
]


def texts(svg):
    return [node.text for node in ET.fromstring(svg).iter(f"{SVG}text")]


@pytest.mark.parametrize(("name", "lang", "palette"), EVERY)
def test_a_picture_is_well_formed_and_says_its_sentence_in_its_language(name, lang, palette):
    picture = PICTURES[name](lang, palette)
    root = ET.fromstring(picture.svg)
    said = (root.tag, root.get("role"), root.get("aria-label"), root.find(f"{SVG}title").text)
    assert said == (f"{SVG}svg", "img", picture.sentence(lang), picture.sentence(lang))


@pytest.mark.parametrize(("name", "lang", "palette"), EVERY)
def test_the_same_values_give_the_same_bytes(name, lang, palette):
    assert PICTURES[name](lang, palette) == PICTURES[name](lang, palette)


@pytest.mark.parametrize(("name", "lang", "palette"), EVERY)
def test_no_text_is_smaller_than_eleven(name, lang, palette):
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)"', PICTURES[name](lang, palette).svg)]
    assert [size for size in sizes if size < 11] == []


@pytest.mark.parametrize("name", PICTURES)
def test_on_paper_every_colour_is_written_out_and_on_screen_every_colour_is_the_stylesheet_s(name):
    assert "var(" not in PICTURES[name]("th", "paper").svg
    outside = re.sub(r"var\(--[a-z0-9-]+, #[0-9a-f]{6}\)", "", PICTURES[name]("th", "screen").svg)
    assert re.findall(r"#[0-9a-fA-F]{3,8}", outside) == []


@pytest.mark.parametrize("name", PICTURES)
def test_nothing_in_a_picture_needs_an_inline_style_an_id_or_a_script(name):
    svg = PICTURES[name]("th", "screen").svg
    assert [word for word in (" style=", " id=", "<style", "<script", "href=") if word in svg] == []


@pytest.mark.parametrize("name", PICTURES)
def test_every_row_of_the_table_is_as_wide_as_its_headings_or_one_sentence(name):
    table = PICTURES[name]("th", "screen").table
    assert {len(row) for row in table.rows} <= {1, len(table.headings)}


def test_a_name_with_markup_in_it_stays_words():
    picture = channels(BUYERS)
    assert texts(picture.svg)[4] == "รพ.สต. & <เพื่อน>"


def test_stairs_say_both_ends_and_count_from_nought():
    picture = steps(months(SAVED))
    assert picture.sentence_th == "เงินออมสะสม ก.ค. 64 1,600.00 บาท ถึง ก.พ. 64 13,503.50 บาท"
    assert picture.sentence_en == "Savings to date: ก.ค. 64 1,600.00 baht, ก.พ. 64 13,503.50 baht"
    assert texts(picture.svg)[:4] == ["0", "5,000", "10,000", "15,000"]
    assert [row[1].text for row in picture.table.rows] == [
        "1,600.00", "2,550.50", "4,151.00", "6,202.50", "7,652.50", "9,603.50", "11,303.50", "13,503.50",
    ]  # fmt: skip


def test_a_stair_rises_as_its_figure_does():
    heights = re.search(r'd="M50 218(V[^"]+)" fill="none"', steps(months(SAVED)).svg)[1]
    tops = [float(top) for top in re.findall(r"V([\d.]+)H", heights)]
    risen = [round((218 - top) / (218 - tops[-1]), 2) for top in tops]
    assert risen == [round(saved / SAVED[-1], 2) for saved in SAVED]


def test_one_month_alone_is_a_stair_too():
    picture = steps([Point("ก.ค.", 0)])
    assert picture.sentence_th == "เงินออมสะสม: ก.ค. 0.00 บาท"


def test_stairs_and_columns_without_a_month_are_refused():
    with pytest.raises(ValueError, match="one point"):
        steps([])
    with pytest.raises(ValueError, match="one month"):
        columns([])


def test_labels_that_would_touch_are_thinned_but_the_last_stays():
    long = [Point(f"{month}/{year}", month) for year in (64, 65, 66) for month in range(1, 13)]
    shown = [text for text in texts(columns(long).svg) if "/" in text]
    assert shown[-1] == "12/66"
    assert len(shown) <= 340 // 34


def test_channels_stand_most_first_and_their_bars_are_as_long_as_their_figures():
    picture = channels([Channel("ก", 100, is_agency=True), Channel("ข", 400, is_agency=True)])
    bars = [float(bar.get("width")) for bar in ET.fromstring(picture.svg).iter(f"{SVG}rect")]
    assert bars == [336.0, 84.0]
    assert [row[0].text for row in picture.table.rows] == ["ข", "ก", "รวม"]


def test_the_sentence_of_the_channels_adds_up():
    assert channels(BUYERS).sentence_th == (
        "ยอดสั่งซื้อแยกตามช่องทาง: ร้านค้า 28,860.00, โรงพยาบาล 16,090.00, "
        "รพ.สต. & <เพื่อน> 11,840.00; รวม 56,790.00 บาท"
    )


def test_an_agency_is_told_from_a_shop_by_shape():
    solid = channels([Channel("ก", 100, is_agency=True)]).svg
    hatched = channels([Channel("ก", 100, is_agency=False)]).svg
    assert (solid.count('fill="none"'), hatched.count('fill="none"')) == (1, 3)


def test_no_channel_at_all_is_an_empty_sheet():
    assert channels([]).sentence_en == "Orders by channel: ; total 0.00 baht"


def test_a_name_too_long_for_its_line_is_cut_on_the_drawing_and_whole_in_the_table():
    name = "Subdistrict health promoting hospitals of the upper Ing basin"
    picture = channels([Channel(name, 1184000, is_agency=True)])
    assert texts(picture.svg)[0] == "Subdistrict health promoting hospital…"
    assert picture.table.rows[0][0].text == name


def test_tones_and_vowels_above_take_no_room():
    assert texts(channels([Channel("กี่ที่สี่มื้อนี้ที่นี่ก็ได้ทุกที่", 1, is_agency=True)]).svg)[0].endswith("ที่")


def test_the_plant_says_every_part_and_their_sum():
    picture = plant(HYACINTH, lang="en")
    assert (
        picture.sentence_en == "Parts of the water hyacinth used: ก้าน 91, เยื่อ 36, ราก 31, ใบ 28; total 186 kg"
    )
    assert [row[1].text for row in picture.table.rows] == ["91", "36", "31", "28", "186"]


def test_the_more_is_used_the_stronger_the_tint():
    def tint(grams):
        svg = plant([Part("ใบ", grams), Part("ก้าน", 100_000)]).svg
        return {float(tone) for tone in re.findall(r'fill-opacity="([\d.]+)"', svg)}

    assert 0.4 in tint(50_000)
    assert 0.7 in tint(100_000)
    assert 0.4 not in tint(0)


def test_parts_of_another_material_are_strips_and_never_a_water_hyacinth():
    mixed = plant([Part("หัวหมึก", 6100), Part("ใบ", 2000)])
    assert 'class="picture chart"' in mixed.svg
    assert texts(mixed.svg) == ["หัวหมึก", "6.1 กก.", "ใบ", "2 กก."]


def test_a_plant_of_which_nothing_is_known_is_an_empty_sheet():
    assert plant([]).sentence_th == "ส่วนของผักตบชวาที่ใช้: ; รวม 0 กก."


@pytest.mark.parametrize(
    ("indicator", "ending"),
    [
        (Indicator(6, 12, 18), "target reached"),
        (Indicator(6, 12, 12), "target reached"),
        (Indicator(6, 12, 11), "target not yet reached"),
        (Indicator(30, 12, 12, "less"), "target reached"),
        (Indicator(30, 12, 13, "less"), "target not yet reached"),
    ],
)
def test_an_indicator_reaches_its_target_or_does_not_yet(indicator, ending):
    assert bullet(indicator, name="Orders").sentence_en.endswith(f"; {ending}")


def test_an_indicator_says_its_three_figures_in_both_languages():
    picture = bullet(Indicator(6000, 12000, 18500), name="ใบ", unit=KILOGRAM)
    assert picture.sentence_th == "ใบ: ก่อน 6 เป้า 12 ตอนนี้ 18.5 กก.; ถึงเป้าแล้ว"
    assert picture.sentence_en == "ใบ: before 6, target 12, now 18.5 kg; target reached"


def test_there_are_as_many_dots_as_batches_and_as_many_full_ones_as_complete_batches():
    circles = list(ET.fromstring(check_dots(47, 56).svg).iter(f"{SVG}circle"))
    open_ones = [circle for circle in circles if circle.get("fill") == "none"]
    assert (len(circles), len(open_ones)) == (56, 9)


def test_dots_keep_the_order_they_are_given():
    svg = check_dots(1, 2, in_order=[False, True]).svg
    assert [circle.get("fill") == "none" for circle in ET.fromstring(svg).iter(f"{SVG}circle")] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("full", "of", "order"), [(3, 2, ()), (-1, 2, ()), (1, 2, (True, True)), (1, 3, (True,))]
)
def test_dots_that_contradict_their_count_are_refused(full, of, order):
    with pytest.raises(ValueError, match="not what the dots say"):
        check_dots(full, of, in_order=order)


def test_the_figure_wears_what_passed_and_waits_for_the_rest():
    root = ET.fromstring(dressed(["cap", "apron"]).svg)
    worn = {
        wear.get("class").split()[1].removeprefix("wear-")
        for wear in root.iter(f"{SVG}g")
        if (wear.get("class") or "").startswith("wear ") and wear[1].get("visibility") is None
    }
    assert worn == {"cap", "apron"}
    assert dressed(["cap", "apron"]).sentence_th == "ตรวจแล้ว 2 จาก 4 ข้อ เหลือ ถุงมือ สถานที่สะอาด"
    assert dressed(list(CHECKS)).sentence_en == "4 of 4 checks done"


def test_a_check_nobody_knows_is_refused():
    with pytest.raises(KeyError, match="boots"):
        dressed(["boots"])


def test_the_four_verdicts_differ_in_shape_when_all_ink_is_the_same():
    shapes = {
        re.sub(r"#[0-9a-f]{6}|<title>.*?</title>|aria-label=\"[^\"]*\"", "", verdict(kind, palette="paper"))
        for kind in WORDS
    }
    assert len(shapes) == 4


def test_ready_made_marks_say_what_they_are():
    assert ET.fromstring(verdict("partly", "en")).get("aria-label") == "Partly supported"
    assert ET.fromstring(weave("3e01d36e" * 8)).get("aria-label") == "ลายสานประจำสมุด 4030 7054"

"""The pictures of a household book, as every picture is looked at."""

from decimal import Decimal

from kwan.pictures import Course, Ranked, Twin, gauge, ranking, twins, ways

CAME_IN, WENT_OUT = ("เงินเข้า", "Came in"), ("เงินออก", "Went out")
MONTHS = (Twin("ส.ค.", "ส.ค. 69", 950_000, 575_000), Twin("ก.ย.", "ก.ย. 69", 0, 12_050))
DEBTS = (
    Ranked("กองทุน & <หมู่บ้าน>", Decimal(6), "6%"),
    Ranked("หมวกกันน็อก", Decimal("552.28"), "552.28%"),
    Ranked("เงินกู้ของกลุ่ม", Decimal(12), "12%", is_other=True),
)
COURSES = (
    Course("ส่งเท่าที่ต้องส่ง", (), "ไม่หมด"),
    Course("ปิดก้อนเล็กก่อน", (5_800_000, 3_000_000, 1_000_000, 0), "3 เดือน"),
    Course("ปิดก้อนที่ดอกแพงก่อน", (5_800_000, 2_500_000, 0), "2 เดือน"),
)
RATES, OWED_TO = ("ดอกเบี้ยต่อปี", "Interest a year"), ("เป็นหนี้ใคร", "Owed to")
SHARE, LEFT = ("ผ่อนหนี้", "Paid on debts"), ("หนี้ที่เหลือ", "Left to owe")

PICTURES = {
    "twins": lambda lang, palette: twins(MONTHS, CAME_IN, WENT_OUT, lang=lang, palette=palette),
    "ranking": lambda lang, palette: ranking(DEBTS, RATES, OWED_TO, lang=lang, palette=palette),
    "gauge": lambda lang, palette: gauge(Decimal("33.3"), (36, 40), SHARE, lang=lang, palette=palette),
    "ways": lambda lang, palette: ways(COURSES, LEFT, lang=lang, palette=palette),
}

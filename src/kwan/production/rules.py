"""The checks before a batch, the places it is made at, and what can befall a material."""

from collections.abc import Mapping

CHECKS: Mapping[str, tuple[str, str]] = {
    "cap": ("หมวกคลุมผม", "Hair-net"),
    "gloves": ("ถุงมือ", "Gloves"),
    "apron": ("ผ้ากันเปื้อน", "Apron"),
    "clean": ("สถานที่สะอาด", "Clean place"),
}
PLACES: Mapping[str, tuple[str, str]] = {
    "home": ("ที่บ้าน", "At home"),
    "group": ("ที่กลุ่ม", "At the group's place"),
    "other": ("ที่อื่น", "Elsewhere"),
}
SUPPLY_EVENTS: Mapping[str, tuple[str, str]] = {
    "scarce": ("วัตถุดิบหายาก", "The material is scarce"),
    "none": ("ไม่มีวัตถุดิบ", "There is no material"),
    "back": ("กลับมีวัตถุดิบ", "The material is back"),
}

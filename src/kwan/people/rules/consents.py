"""What a member may agree to: the purposes, the very words shown for each, and the mark those words are known by.

Words that somebody agreed to are never changed. Other words are a new version; the old ones stay readable here.
A test holds every version to its SHA-256.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal

Purpose = Literal["wellbeing", "stories", "contact", "debts"]
PURPOSES: Final[tuple[Purpose, ...]] = ("wellbeing", "stories", "contact", "debts")
WAYS: Final = ("phone", "paper")
LANGUAGES: Final = ("th", "en")


@dataclass(frozen=True)
class Words:
    """What is asked, in both languages, whole as it is shown."""

    th: str
    en: str

    def said(self, lang: str) -> str:
        """Return the words in this language."""
        return self.en if lang == "en" else self.th

    def mark(self, lang: str) -> str:
        """Return the SHA-256 of the words in this language (64 hex digits)."""
        return sha256(self.said(lang).encode()).hexdigest()


TEXTS: Final[Mapping[tuple[str, int], Words]] = {
    ("wellbeing", 1): Words(
        "ขอใช้คำตอบเรื่องความสุข–ทุกข์ของท่าน กลุ่มถามก่อน ระหว่าง และหลังโครงการ เพื่อดูว่าสมาชิกโดยรวมเป็นอย่างไร "
        "คะแนนของท่านเก็บผนึกไว้ คนอื่นไม่เห็น รายงานบอกเฉพาะเมื่อมีคนตอบห้าคนขึ้นไป และบอกเป็นจำนวนคนเท่านั้น "
        "ไม่ยินยอมก็ได้ ไม่เสียสิทธิ์อะไรในกลุ่ม ถอนเมื่อไรก็ได้ที่หน้านี้ ถอนแล้วคำตอบของท่านจะไม่ถูกนับในรายงานฉบับต่อไป "
        "แต่รายงานที่เปิดให้อ่านไปแล้วแก้ย้อนไม่ได้ จะให้ลบคำตอบออกไปเลยก็บอกเหรัญญิกได้",
        "May the group use your answers about happiness and suffering? It asks before, during and after the project to see "
        "how members are as a whole. Your score is sealed and nobody else sees it. A report tells only when five people or "
        "more answered, and only as a number of people. You may say no and lose nothing in the group. You may take this back "
        "on this page at any time; your answers are then not counted in any later report, but reports already given out stay "
        "as they are. You may also ask the treasurer to erase the answers altogether.",
    ),
    ("stories", 1): Words(
        "ขอใช้รูปและคำพูดของท่านในรายงานของกลุ่ม คำพูดในรายงานบอกเพียงกลุ่มย่อย ไม่บอกว่าใครพูด "
        "รูปใช้เฉพาะที่เห็นการทำงานของกลุ่ม ไม่ยินยอมก็ได้ ไม่เสียสิทธิ์อะไรในกลุ่ม ถอนเมื่อไรก็ได้ที่หน้านี้ "
        "ถอนแล้วกลุ่มจะไม่ใช้รูปและคำพูดของท่านในรายงานฉบับต่อไป",
        "May the group use pictures of you and words you said in its reports? A quotation names the small group, never who "
        "said it. Pictures show the group at work. You may say no and lose nothing in the group. You may take this back on "
        "this page at any time; the group then uses no picture or word of yours in any later report.",
    ),
    ("contact", 1): Words(
        "ขอบอกเบอร์โทรของท่านแก่คนที่ทำงานกับกลุ่ม เช่น พี่เลี้ยงหรือลูกค้าที่สั่งของ เฉพาะเรื่องงานของกลุ่ม "
        "ไม่ยินยอมก็ได้ ไม่เสียสิทธิ์อะไรในกลุ่ม ถอนเมื่อไรก็ได้ที่หน้านี้ ถอนแล้วกลุ่มจะไม่บอกเบอร์ของท่านแก่ใครอีก",
        "May the group give your telephone number to people who work with it, such as the facilitator or a buyer, and only "
        "for the group's work? You may say no and lose nothing in the group. You may take this back on this page at any time; "
        "the group then gives your number to nobody.",
    ),
    ("debts", 1): Words(
        "ขอใช้เรื่องหนี้สินในครัวเรือนที่ท่านเล่าให้กลุ่มฟัง เพื่อดูว่าหนี้ของสมาชิกโดยรวมเป็นอย่างไร เจ้าหนี้และยอดหนี้เก็บผนึกไว้ คนอื่นไม่เห็น "
        "รายงานบอกเฉพาะเมื่อมีคนเล่าห้าคนขึ้นไป ไม่ยินยอมก็ได้ ไม่เสียสิทธิ์อะไรในกลุ่ม กู้เงินกลุ่มได้เหมือนเดิม "
        "ถอนเมื่อไรก็ได้ที่หน้านี้ ถอนแล้วเรื่องที่เล่าจะไม่ถูกนับในรายงานฉบับต่อไป แต่รายงานที่เปิดให้อ่านไปแล้วแก้ย้อนไม่ได้",
        "May the group use what you told it of your household's debts, to see how members' debts are as a whole? Whom you owe, "
        "and how much, is sealed and nobody else sees it. A report tells only when five people or more told of debts. You may "
        "say no and lose nothing in the group; you may borrow as before. You may take this back on this page at any time; what "
        "you told is then not counted in any later report, but reports already given out stay as they are.",
    ),
}  # fmt: skip


def newest(purpose: str) -> int:
    """Return the newest version of a purpose's words, 0 for a purpose that nobody knows."""
    return max((version for name, version in TEXTS if name == purpose), default=0)

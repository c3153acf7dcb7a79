"""What words in cells mean. Keys are compared after `plain`; the longest word found inside wins."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from kwan.workbook.vocabulary.terms import plain

Words = Mapping[str, tuple[str, ...]]

YES: Final[tuple[str, ...]] = (
    "/", "//", "✓", "✔", "☑", "✅", "√", "v", "y", "yes", "true", "ok", "done", "ใช่", "มี", "ทำ", "ทำแล้ว", "ครบ",
    "ผ่าน", "สวม", "ใส่", "สะอาด", "เรียบร้อย", "เข้า", "เข้าร่วม", "มา", "1", "ค่ะ", "ครับ", "มีครบ", "ถูกต้อง", "present",
)  # fmt: skip
# A cross is how a lack is marked in Thai schools and markets (/ for yes, X for no).
NO: Final[tuple[str, ...]] = (
    "-", "–", "—", "✗", "✘", "❌", "x", "×", "n", "no", "false", "ไม่", "ไม่มี", "ไม่ทำ", "ไม่ใช่", "ไม่ได้ทำ", "ไม่ครบ", "ไม่สวม",
    "ไม่ใส่", "ไม่ผ่าน", "ไม่สะอาด", "ไม่ได้สวม", "ไม่ได้ใส่", "ลืม", "ขาด", "ไม่มา", "ไม่เข้า", "ไม่เข้าร่วม", "0", "none", "not done",
    "absent", "ยัง", "ยังไม่", "ยังไม่ทำ",
)  # fmt: skip

PLACES: Final[Words] = {
    "home": ("ที่บ้าน", "บ้าน", "บ้านสมาชิก", "ทำที่บ้าน", "home", "at home", "member's home", "house"),
    "group": ("ที่กลุ่ม", "กลุ่ม", "ที่ทำการ", "ที่ทำการกลุ่ม", "ศูนย์", "ศูนย์กลุ่ม", "โรงเรือน", "โรงแพ็ค", "โรงผลิต", "อาคารกลุ่ม", "group",
              "at the group", "at group", "group place", "workshop", "group house", "centre", "center"),
}  # fmt: skip

PAYMENTS: Final[Words] = {
    "paid": ("จ่ายแล้ว", "ชำระแล้ว", "ชำระเงินแล้ว", "จ่ายเงินแล้ว", "จ่าย", "ชำระ", "รับเงินแล้ว", "ได้รับเงินแล้ว", "เงินสด", "สด", "โอน", "โอนแล้ว",
             "จ่ายครบ", "ชำระครบ", "ครบแล้ว", "เก็บเงินแล้ว", "paid", "paid in full", "cash", "transfer", "transferred",
             "settled", "yes", "ใช่", "แล้ว", "เรียบร้อย", "จ่ายสด", "โอนเงินแล้ว", "/", "✓", "✔", "y", "true", "1"),
    "unpaid": ("ค้างจ่าย", "ค้างชำระ", "ค้าง", "เครดิต", "ยังไม่จ่าย", "ยังไม่ชำระ", "ยังไม่ได้จ่าย", "ยังไม่ได้ชำระ", "รอชำระ", "รอจ่าย", "เชื่อ", "ติดไว้",
               "ติดหนี้", "ยัง", "ไม่จ่าย", "ไม่ได้จ่าย", "รอโอน", "รอเก็บเงิน", "รอเบิก", "วางบิล", "รอวางบิล", "unpaid", "not paid", "not yet", "due",
               "credit", "on credit", "owing", "outstanding", "pending", "no", "ไม่", "n", "false", "0", "x", "-",
               "not yet paid", "owed"),
}  # fmt: skip

CHANNELS: Final[Words] = {
    "health_centre": ("รพ.สต.", "รพสต", "โรงพยาบาลส่งเสริมสุขภาพตำบล", "โรงพยาบาลส่งเสริมสุขภาพ", "สถานีอนามัย", "อนามัย",
                      "health centre", "health center", "health promoting hospital", "subdistrict hospital",
                      "health-promoting hospital", "clinic"),
    "hospital": ("โรงพยาบาล", "รพ.", "รพ", "hospital"),
    "local_government": ("อปท.", "อปท", "องค์กรปกครองส่วนท้องถิ่น", "อบต", "อบจ", "เทศบาล", "ท้องถิ่น", "local government",
                         "local administration", "municipality", "local authority", "sao", "pao"),
    "agency": ("หน่วยราชการ", "หน่วยงานราชการ", "ส่วนราชการ", "ราชการ", "หน่วยงานรัฐ", "หน่วยงานภาครัฐ", "ภาครัฐ", "หน่วยงาน", "ศาลากลาง", "โรงเรียน",
               "agency", "government agency", "government", "government office", "public agency", "school"),
    "shop": ("ร้านค้า", "ร้าน", "ร้านอาหาร", "ร้านค้าประจำ", "ร้านของฝาก", "ห้าง", "สหกรณ์", "shop", "store", "restaurant", "retailer",
             "market stall", "souvenir shop"),
    "retail": ("ปลีก", "ขายปลีก", "ลูกค้าทั่วไป", "รายย่อย", "ทั่วไป", "ลูกค้ารายย่อย", "บุคคลทั่วไป", "ผู้บริโภค", "หน้าร้าน", "ออนไลน์", "เฟซบุ๊ก",
               "retail", "walk-in", "individual", "consumer", "consumers", "general customer", "private", "online"),
}  # fmt: skip

FUND_IN: Final[Words] = {
    "grant": ("รับสมทบ", "สมทบ", "เงินสมทบ", "เงินสนับสนุน", "รับสนับสนุน", "สนับสนุน", "ทุนตั้งต้น", "ทุนโครงการ", "เงินอุดหนุน", "อุดหนุน", "งบประมาณ",
              "รับงบ", "งบโครงการ", "รับทุน", "ทุนสนับสนุน", "grant", "grant received", "funding", "support", "contribution",
              "project money", "subsidy", "seed money", "start-up capital"),
    "raised": ("ระดมทุน", "เงินระดมทุน", "ลงหุ้น", "ค่าหุ้น", "หุ้น", "เงินหุ้น", "รับหุ้น", "สมาชิกลงทุน", "ระดมหุ้น", "raised", "raised from members",
               "shares", "fund raising", "fundraising", "members' capital", "share capital", "collected",
               "money raised", "capital raised"),
    "donation": ("บริจาค", "เงินบริจาค", "รับบริจาค", "donation", "donated", "gift"),
    "sales": ("ขายสินค้า", "รายได้จากการขาย", "เงินขาย", "รับค่าสินค้า", "ขายของ", "ยอดขาย", "sales", "sale", "sold goods"),
    "interest": ("ดอกเบี้ย", "ดอกเบี้ยรับ", "รับดอกเบี้ย", "interest", "interest received"),
    "returned": ("คืนเงิน", "รับคืน", "คืนเงินทุน", "รับชำระคืน", "ส่งคืน", "ใช้คืน", "คืนทุน", "repayment", "returned", "repaid", "paid back"),
    "opening": ("ยอดยกมา", "ยกมา", "ยอดเริ่มต้น", "เงินยกมา", "opening", "opening balance", "brought forward"),
    "other_in": ("รายรับอื่น", "รับอื่นๆ", "รายรับ", "รับ", "เงินเข้า", "other income", "in", "income", "received"),
}  # fmt: skip
FUND_OUT: Final[Words] = {
    "materials": ("ซื้อวัตถุดิบ", "ค่าวัตถุดิบ", "วัตถุดิบ", "จ่ายค่าวัตถุดิบ", "ค่าวัสดุ", "ซื้อวัสดุ", "materials", "raw materials", "bought materials",
                  "material purchase", "buy materials", "purchase of materials"),
    "equipment": ("ซื้ออุปกรณ์", "ค่าอุปกรณ์", "อุปกรณ์", "ซื้อเครื่องมือ", "เครื่องมือ", "ครุภัณฑ์", "ซื้อเครื่องจักร", "ซื้อตู้แช่", "equipment", "tools",
                  "bought equipment", "machine", "machinery", "equipment purchase", "buy equipment"),
    "welfare": ("สวัสดิการ", "จ่ายสวัสดิการ", "เงินสวัสดิการ", "เยี่ยมไข้", "เยี่ยมสมาชิก", "ช่วยงานศพ", "welfare", "member welfare", "benefit"),
    "transport": ("ค่าขนส่ง", "ขนส่ง", "ค่ารถ", "ค่าเดินทาง", "ค่าน้ำมัน", "ค่าส่ง", "transport", "delivery", "travel", "fuel"),
    "wages": ("ค่าแรง", "ค่าจ้าง", "ค่าตอบแทน", "ปันผล", "แบ่งรายได้", "wages", "pay", "labour", "labor", "dividend"),
    "meeting": ("ค่าประชุม", "ค่าอบรม", "ค่าอาหาร", "อาหารว่าง", "ประชุม", "อบรม", "meeting", "training", "food"),
    "utilities": ("ค่าน้ำ", "ค่าไฟ", "ค่าน้ำค่าไฟ", "ค่าเช่า", "ค่าสาธารณูปโภค", "water", "electricity", "rent", "utilities"),
    "lent": ("ให้กู้", "ให้ยืม", "ปล่อยกู้", "ยืมเงิน", "lent", "loan", "lend"),
    "other_out": ("รายจ่ายอื่น", "จ่ายอื่นๆ", "รายจ่าย", "จ่าย", "ค่าใช้จ่าย", "เงินออก", "other expense", "out", "expense", "spent",
                  "paid"),
}  # fmt: skip

NOTE_KINDS: Final[Words] = {
    "problem": ("ปัญหา", "ปัญหาอุปสรรค", "อุปสรรค", "ปัญหาและอุปสรรค", "ข้อจำกัด", "problem", "problems", "obstacle", "obstacles",
                "difficulty", "challenge", "challenges"),
    "adaptation": ("การปรับตัว", "ปรับตัว", "การปรับเปลี่ยน", "ปรับเปลี่ยน", "ปรับวิธี", "adaptation", "adaptations", "change",
                   "adjustment", "how we adapted"),
    "solution": ("แนวทางแก้ไข", "แนวทางการแก้ไข", "แนวทางการแก้ไขปัญหา", "แนวทางแก้ปัญหา", "การแก้ไข", "ทางออก", "วิธีแก้", "วิธีแก้ไข", "แก้ไข", "แนวทาง",
                 "ข้อเสนอแนะ", "solution", "solutions", "way out", "fix", "remedy", "suggestion"),
    "knowledge": ("องค์ความรู้", "ความรู้", "ความรู้ใหม่", "สิ่งที่ได้เรียนรู้", "บทเรียน", "ความรู้ที่ได้", "knowledge", "know-how", "learned",
                  "learning", "lesson", "lessons", "what we learned"),
    "success": ("ความสำเร็จ", "สำเร็จ", "ผลสำเร็จ", "สิ่งที่ทำได้ดี", "จุดแข็ง", "success", "successes", "achievement", "strength"),
}  # fmt: skip

OFFICES: Final[Words] = {
    "vice_chair": ("รองประธาน", "รองประธานกลุ่ม", "vice chair", "deputy chair", "vice president", "deputy leader"),
    "chair": ("ประธาน", "ประธานกลุ่ม", "หัวหน้า", "หัวหน้ากลุ่ม", "แกนนำ", "ผู้นำ", "ผู้นำกลุ่ม", "chair", "chairperson", "president", "leader",
              "head", "chairman", "chairwoman"),
    "treasurer": ("เหรัญญิก", "การเงิน", "ฝ่ายการเงิน", "ผู้ช่วยเหรัญญิก", "treasurer", "finance", "cashier"),
    "secretary": ("เลขานุการ", "เลขา", "ผู้ช่วยเลขานุการ", "secretary", "clerk"),
    "committee": ("กรรมการ", "คณะกรรมการ", "ฝ่ายผลิต", "ฝ่ายตลาด", "ฝ่ายการตลาด", "ฝ่ายขาย", "คณะทำงาน", "บัญชี", "ฝ่ายบัญชี", "ประชาสัมพันธ์",
                  "committee", "committee member", "board member", "board", "marketing", "accountant"),
    "adviser": ("ที่ปรึกษา", "ครูช่าง", "พี่เลี้ยง", "adviser", "advisor", "mentor", "facilitator"),
    "member": ("สมาชิก", "สมาชิกกลุ่ม", "สมาชิกทั่วไป", "-", "member", "ordinary member", "members"),
}  # fmt: skip
FORMER: Final = ("เดิม", "อดีต", "เก่า", "คนเดิม", "คนเก่า", "former", "ex-", "previous", "past")

DIRECTIONS: Final[Words] = {
    "deposit": ("ฝาก", "ฝากเงิน", "เงินฝาก", "ออม", "ออมเงิน", "รับฝาก", "นำฝาก", "เข้า", "รับ", "สัจจะ", "ยกมา", "ยอดยกมา", "deposit", "dep",
                "saving", "save", "saved", "in", "credit", "cr", "d", "+", "deposited", "ฝ"),
    "withdrawal": ("ถอน", "ถอนเงิน", "เงินถอน", "เบิก", "เบิกเงิน", "ออก", "จ่าย", "จ่ายคืน", "คืน", "withdrawal", "withdraw", "wd", "out",
                   "debit", "dr", "w", "-", "withdrawn", "ถ"),
}  # fmt: skip

DEBT_KINDS: Final[Words] = {
    "informal": ("นอกระบบ", "หนี้นอกระบบ", "นายทุน", "เงินด่วน", "รายวัน", "informal", "money lender", "moneylender", "loan shark"),
    "formal": ("ในระบบ", "หนี้ในระบบ", "ธนาคาร", "สหกรณ์", "กองทุนหมู่บ้าน", "ธ.ก.ส.", "ธกส", "formal", "bank", "cooperative"),
}  # fmt: skip

ROUNDS: Final[Words] = {
    "0": ("ก่อน", "ก่อนเข้าร่วม", "ก่อนโครงการ", "ก่อนเริ่ม", "ก่อนดำเนินการ", "ก่อนทำ", "เริ่มต้น", "แรกเข้า", "ก่อนเข้าโครงการ", "before", "baseline",
          "pre", "start", "at start", "pre-test", "first"),
    "1": ("ระหว่าง", "ระหว่างโครงการ", "ระหว่างดำเนินการ", "กลาง", "กลางโครงการ", "during", "middle", "midline", "mid",
          "midterm", "mid-term", "second"),
    "2": ("หลัง", "หลังโครงการ", "หลังดำเนินการ", "หลังเข้าร่วม", "สิ้นสุด", "จบ", "สิ้นสุดโครงการ", "ปลาย", "หลังเข้าโครงการ", "after", "endline", "post",
          "end", "at end", "post-test", "final", "third"),
}  # fmt: skip


def lookup(words: Words, text: str) -> str | None:
    """Give the code of `text`: the word itself, else the longest known word inside it."""
    return _lookup(_table(tuple(words.items())), plain(text) or text.strip().casefold())


@lru_cache(maxsize=64)
def _table(items: tuple[tuple[str, tuple[str, ...]], ...]) -> tuple[tuple[str, str], ...]:
    """Give (word, code), longest word first: รพ.สต. is found before รพ."""
    pairs = [(plain(word) or word, code) for code, words in items for word in words]
    return tuple(sorted(pairs, key=lambda pair: -len(pair[0])))


# A shorter word is found by accident: "in" stands in "selling", "รับ" in "สำหรับ".
_SHORTEST_INSIDE = 4


@lru_cache(maxsize=8192)
def _lookup(table: tuple[tuple[str, str], ...], text: str) -> str | None:
    for word, code in table:
        if word == text:
            return code
    for word, code in table:
        if len(word) >= _SHORTEST_INSIDE and word in text:
            return code
    for word, code in table:
        if len(word) > 1 and text.startswith(word) and not text.isascii():
            return code
    return None

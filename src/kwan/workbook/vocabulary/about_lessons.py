"""How members are, what was learned, and what the project promised."""

from kwan.workbook.vocabulary.about_people import DATE, LAST_NAME, MEMBER, NAME, NOTE, ORDINAL
from kwan.workbook.vocabulary.terms import Column, Kind

ROUNDS = Kind(
    "rounds", "ประเมินความสุข", "Wellbeing rounds",
    ("ประเมินความสุข", "แบบประเมินความสุข", "ความสุข", "ความสุขทุกข์", "ระดับความสุข", "ประเมินสุขภาวะ", "สุขภาวะ", "ความสุขมวลรวม",
     "แบบประเมินระดับความสุข-ทุกข์", "ประเมินความสุข-ทุกข์", "ประเมินก่อนหลัง", "ผลประเมิน", "แบบประเมิน", "wellbeing", "well-being",
     "happiness", "happiness assessment", "wellbeing rounds", "assessment", "happiness survey", "wellbeing survey"),
    (frozenset({"member", "name"}), frozenset({"score"}), frozenset({"round", "date"})),
    (
        MEMBER, NAME, LAST_NAME, ORDINAL,
        Column("round", "round", ("ระยะ", "รอบ", "ครั้งที่", "รอบที่", "ช่วง", "ช่วงเวลา", "ระยะการประเมิน", "ระยะที่ประเมิน", "รอบประเมิน", "รอบการประเมิน",
                                  "ครั้งที่ประเมิน", "การประเมิน", "ก่อน/หลัง", "round", "phase", "wave", "stage", "time", "period",
                                  "before/after"), ("ครั้ง",), "ก่อน ระหว่าง หรือ หลัง"),
        Column("date", "date", ("วันที่ประเมิน", "วันประเมิน", "ประเมินเมื่อ", "วันที่ตอบ", "วันที่เก็บข้อมูล", "date assessed", "assessed on",
                                "survey date", "assessment date", "date of assessment", "answered on", *DATE.names), ("วัน",)),
        Column("score", "score", ("ระดับความสุข", "คะแนน", "คะแนนความสุข", "ความสุข", "ระดับคะแนน", "คะแนนประเมิน", "ระดับ", "ผลประเมิน", "ระดับความสุขทุกข์",
                                  "คะแนนที่ได้", "ผลการประเมิน", "score", "happiness", "happiness score", "wellbeing score", "level",
                                  "rating", "wellbeing", "happiness level", "points"), note="0 ทุกข์ที่สุด ถึง 10 สุขที่สุด"),
        NOTE,
    ),
    ("round", "score"),
)  # fmt: skip

ACTIVITIES = Kind(
    "activities", "กิจกรรม", "Activities",
    ("กิจกรรม", "กิจกรรมและการอบรม", "การอบรม", "อบรม", "การประชุม", "ประชุม", "บันทึกกิจกรรม", "กิจกรรมกลุ่ม", "การเข้าร่วมกิจกรรม", "ทะเบียนการอบรม",
     "ผู้เข้าร่วม", "activities", "trainings", "training", "meetings", "events", "activity log", "workshops",
     "attendance"),
    (frozenset({"date"}), frozenset({"title"}), frozenset({"attendees", "theme", "heads"})),
    (
        Column("date", "date", ("วันที่จัด", "วันจัดกิจกรรม", "วันที่จัดกิจกรรม", "วันที่อบรม", "วันที่ทำกิจกรรม", "วันที่ประชุม", "held on", "date held",
                                "event date", *DATE.names), ("วัน", "เมื่อ")),
        Column("title", "text", ("เรื่อง", "กิจกรรม", "ชื่อกิจกรรม", "หัวข้อ", "หัวข้ออบรม", "หัวเรื่อง", "เรื่องที่อบรม", "หัวข้อกิจกรรม", "หลักสูตร", "ชื่อหลักสูตร",
                                 "วาระ", "topic", "title", "activity", "subject", "training", "event", "activity name",
                                 "course"), ("รายการ", "ชื่อ", "name", "รายละเอียด")),
        Column("theme", "text", ("หมวด", "หมวดหมู่", "ด้าน", "ประเด็น", "ประเภท", "ประเภทกิจกรรม", "กลุ่มกิจกรรม", "theme", "category", "type", "area",
                                 "kind")),
        Column("attendees", "refs", ("ผู้เข้าร่วม", "ผู้เข้าร่วมกิจกรรม", "ผู้เข้าอบรม", "ผู้เข้าประชุม", "รายชื่อผู้เข้าร่วม", "สมาชิกที่เข้าร่วม", "รหัสผู้เข้าร่วม",
                                     "คนเข้าร่วม", "ผู้ร่วมกิจกรรม", "ผู้เข้าร่วมประชุม", "attendees", "participants", "attended",
                                     "who came", "members attending", "members present", "attendance", "present"),
               ("สมาชิก", "รหัส", "รหัสสมาชิก", "members", "member"), "รหัสสมาชิก คั่นด้วยจุลภาค เช่น ก01, ก02"),
        Column("heads", "count", ("จำนวนผู้เข้าร่วม", "จำนวนคน", "จำนวนผู้เข้าอบรม", "กี่คน", "จำนวนผู้เข้าร่วมกิจกรรม", "number of participants",
                                  "number of attendees", "headcount", "heads", "how many"), ("จำนวน", "คน", "count")),
        Column("place", "text", ("สถานที่", "สถานที่จัด", "ที่", "place", "venue", "location", "where")),
        Column("speaker", "text", ("วิทยากร", "ผู้สอน", "trainer", "speaker", "led by")),
        ORDINAL, NOTE,
    ),
)  # fmt: skip

INDICATORS = Kind(
    "indicators", "ตัวชี้วัด", "Indicators",
    ("ตัวชี้วัด", "ตัวชี้วัดโครงการ", "ตัวชี้วัดโครงการย่อย", "ตัวชี้วัดความสำเร็จ", "วัตถุประสงค์และตัวชี้วัด", "kpi", "indicators", "indicator",
     "project indicators", "targets", "objectives and indicators"),
    (frozenset({"indicator"}), frozenset({"target", "baseline"})),
    (
        Column("objective", "text", ("วัตถุประสงค์", "จุดประสงค์", "เป้าประสงค์", "ด้าน", "วัตถุประสงค์โครงการ", "objective", "objectives", "goal", "aim")),
        Column("indicator", "text", ("ตัวชี้วัด", "ชื่อตัวชี้วัด", "ตัวชี้วัดความสำเร็จ", "ตัวบ่งชี้", "สิ่งที่วัด", "indicator", "indicators", "kpi",
                                     "indicator name", "measure of success"), ("รายการ", "measure", "ชื่อ")),
        Column("unit", "text", ("หน่วย", "หน่วยนับ", "หน่วยวัด", "unit", "unit of measure")),
        Column("baseline", "number", ("ค่าฐาน", "ก่อนเริ่มโครงการ", "ข้อมูลฐาน", "ค่าเริ่มต้น", "เส้นฐาน", "ค่าเดิม", "ฐาน", "baseline", "base", "start value",
                                      "baseline value", "at start"), ("ก่อน", "before")),
        Column("target", "number", ("เป้าหมาย", "ค่าเป้าหมาย", "เป้า", "เกณฑ์", "target", "goal value", "target value", "aim for")),
        Column("source", "text", ("ที่มาของข้อมูล", "ที่มา", "แหล่งข้อมูล", "ที่มาข้อมูล", "แหล่งที่มา", "วิธีเก็บข้อมูล", "แหล่งที่มาของข้อมูล", "source", "data source",
                                  "source of data", "means of verification")),
        # What somebody typed as the result is not kept: the books compute it.
        Column("result", "unused", ("ผล", "ผลที่ได้", "ผลลัพธ์", "ผลการดำเนินงาน", "ค่าที่ได้", "ผลจริง", "result", "actual", "achieved")),
        ORDINAL, NOTE,
    ),
)  # fmt: skip

NOTES = Kind(
    "notes", "บทเรียน", "Lessons",
    ("บทเรียน", "บัตรคำ", "ถอดบทเรียน", "สรุปบทเรียน", "บัตรคำจากวงสรุปบทเรียน", "ผลการสรุปบทเรียน", "วงสรุปบทเรียน", "บันทึกบทเรียน", "lessons", "notes",
     "lessons learned", "workshop cards", "cards", "workshop notes", "workshop"),
    (frozenset({"text"}), frozenset({"kind"})),
    (
        Column("subgroup", "text", ("กลุ่มย่อย", "กลุ่ม", "วง", "กลุ่มที่", "วงย่อย", "โต๊ะ", "subgroup", "small group", "group", "table",
                                    "said by group")),
        Column("kind", "note_kind", ("ประเภท", "ประเภทบัตร", "ชนิด", "หมวด", "หัวข้อ", "ประเด็น", "ด้าน", "kind", "type", "category", "heading",
                                     "theme"), note="ปัญหา การปรับตัว แนวทางแก้ไข หรือ องค์ความรู้"),
        Column("text", "text", ("ข้อความ", "เนื้อหา", "บทเรียน", "ข้อคิดเห็น", "รายละเอียด", "ข้อเสนอ", "สิ่งที่ได้เรียนรู้", "บัตรคำ", "ความเห็น", "text", "note",
                                "lesson", "card", "message", "words", "what was said", "statement", "content"),
               ("บันทึก", "รายการ", "description")),
        Column("votes", "count", ("คะแนน", "คะแนนโหวต", "โหวต", "เสียง", "จำนวนเสียง", "ดาว", "votes", "score", "dots", "points", "vote"),
               ("จำนวน",)),
        Column("date", "date", DATE.names),
        ORDINAL,
        Column("remark", "text", ("หมายเหตุ", "remark", "remarks")),
    ),
)  # fmt: skip

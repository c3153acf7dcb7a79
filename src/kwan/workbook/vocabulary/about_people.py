"""The group, its members, and their money."""

from kwan.workbook.vocabulary.terms import Column, Kind

MEMBER = Column(
    "member", "ref",
    ("รหัส", "รหัสสมาชิก", "เลขที่สมาชิก", "เลขสมาชิก", "เลขประจำตัวสมาชิก", "หมายเลขสมาชิก", "สมาชิกเลขที่",
     "เลขทะเบียน", "เลขทะเบียนสมาชิก", "ทะเบียนเลขที่", "รหัสประจำตัว", "รหัส สมช", "เลขที่บัญชี", "เลขบัญชี", "เล่มที่",
     "เลขที่สมุด", "member", "member no", "member id", "member code", "member number", "membership no",
     "member ref", "account no", "passbook no", "code", "id", "ref"),
    ("เลขที่", "สมาชิก", "หมายเลข", "no", "number"),
    "รหัสของสมาชิก ตรงกับแผ่นทะเบียนสมาชิก เช่น ก01",
)  # fmt: skip
NAME = Column(
    "name", "text",
    ("ชื่อ - สกุล", "ชื่อ สกุล", "ชื่อ นามสกุล", "ชื่อและสกุล", "ชื่อและนามสกุล", "ชื่อสมาชิก", "ชื่อ-สกุลสมาชิก", "ชื่อ-นามสกุลสมาชิก",
     "รายชื่อ", "รายชื่อสมาชิก", "ชื่อเต็ม", "ชื่อผู้ฝาก", "ชื่อผู้ออม", "name", "full name", "member name", "name surname",
     "name of member", "first and last name"),
    ("ชื่อ", "สมาชิก", "ผู้ออม", "ผู้ฝาก", "member"),
    "ชื่อและนามสกุล",
)  # fmt: skip
LAST_NAME = Column("last_name", "text", ("สกุล", "นามสกุล", "last name", "surname", "family name"))
NOTE = Column(
    "note", "text",
    ("หมายเหตุ", "บันทึก", "ข้อสังเกต", "อื่นๆ", "note", "notes", "remark", "remarks", "comment", "comments", "memo"),
    ("รายละเอียด", "รายการ", "คำอธิบาย", "details", "description"),
    "เขียนอะไรเพิ่มก็ได้ ไม่เขียนก็ได้",
)  # fmt: skip
DATE = Column(
    "date", "date",
    ("วันที่", "วัน เดือน ปี", "วัน/เดือน/ปี", "ว/ด/ป", "วดป", "ว.ด.ป.", "ลงวันที่", "วันที่บันทึก", "วันที่ทำรายการ", "วันที่รายการ",
     "วันเดือนปีที่ทำรายการ", "date", "day", "transaction date", "entry date", "on", "recorded on"),
    ("วัน", "เมื่อ", "when", "เดือน", "งวด"),
    "เช่น 5 ก.ค. 64 หรือ 5/7/2564",
)  # fmt: skip
SUBDISTRICT = Column(
    "subdistrict", "text", ("ตำบล", "ต.", "แขวง", "ตำบล/แขวง", "subdistrict", "sub-district", "tambon")
)
DISTRICT = Column("district", "text", ("อำเภอ", "อ.", "เขต", "อำเภอ/เขต", "district", "amphoe", "amphur"))
PROVINCE = Column("province", "text", ("จังหวัด", "จ.", "province", "changwat"))
PHONE = Column(
    "phone", "text",
    ("โทรศัพท์", "เบอร์โทร", "เบอร์โทรศัพท์", "เบอร์ติดต่อ", "โทร", "มือถือ", "เบอร์มือถือ", "หมายเลขโทรศัพท์", "phone",
     "telephone", "mobile", "tel", "phone number", "phone no"),
)  # fmt: skip
ORDINAL = Column("ordinal", "unused", ("ลำดับ", "ลำดับที่", "ที่", "item no", "seq", "running no"), ("no", "ข้อ"))
BALANCE = Column(
    "balance", "signed",
    ("คงเหลือ", "ยอดคงเหลือ", "เงินคงเหลือ", "ยอดเงินคงเหลือ", "คงเหลือสุทธิ", "ยอดสะสม", "เงินออมสะสม", "ยอดเงินสะสม",
     "ยอดรวมสะสม", "สะสม", "balance", "running balance", "closing balance", "cumulative"),
)  # fmt: skip

GROUP = Kind(
    "group", "กลุ่ม", "Group",
    ("กลุ่ม", "ข้อมูลกลุ่ม", "ข้อมูลทั่วไป", "ข้อมูลทั่วไปของกลุ่ม", "ข้อมูลพื้นฐานกลุ่ม", "เกี่ยวกับกลุ่ม", "ประวัติกลุ่ม", "group", "about",
     "group information", "group info", "group profile", "general information", "profile"),
    (frozenset({"name"}),),
    (
        Column("name", "text", ("ชื่อกลุ่ม", "ชื่อกลุ่มอาชีพ", "ชื่อวิสาหกิจชุมชน", "กลุ่ม", "ชื่อกลุ่มออมทรัพย์", "group name",
                                "group", "name of group", "name of the group"), ("ชื่อ", "name")),
        Column("occupation", "text", ("อาชีพ", "อาชีพของกลุ่ม", "อาชีพหลัก", "กิจการ", "ประเภทกิจการ", "ประเภทอาชีพ", "ธุรกิจ",
                                      "occupation", "livelihood", "business", "trade", "main activity")),
        Column("project", "text", ("โครงการ", "ชื่อโครงการ", "ภายใต้โครงการ", "project", "project name", "programme")),
        SUBDISTRICT, DISTRICT, PROVINCE,
        Column("founded", "date", ("วันก่อตั้ง", "วันที่ก่อตั้ง", "ก่อตั้งเมื่อ", "วันจัดตั้ง", "วันที่จัดตั้ง", "จัดตั้งเมื่อ", "วันเริ่มต้น", "founded",
                                   "founded on", "date founded", "established", "start date", "date of founding")),
        Column("leader", "text", ("ประธาน", "ประธานกลุ่ม", "หัวหน้ากลุ่ม", "แกนนำ", "ผู้ประสานงาน", "leader", "chair",
                                  "contact person", "contact")),
        PHONE,
        Column("address", "text", ("ที่อยู่", "ที่ตั้ง", "ที่ตั้งกลุ่ม", "หมู่บ้าน", "บ้าน", "address", "village")),
        Column("number", "text", ("เลขทะเบียนกลุ่ม", "รหัสกลุ่ม", "เลขทะเบียนวิสาหกิจ", "group code", "group id")),
        NOTE,
    ),
)  # fmt: skip

MEMBERS = Kind(
    "members", "สมาชิก", "Members",
    ("สมาชิก", "ทะเบียนสมาชิก", "รายชื่อสมาชิก", "รายชื่อ", "ทะเบียน", "บัญชีรายชื่อ", "ข้อมูลสมาชิก", "ทะเบียนรายชื่อ", "members",
     "member list", "member register", "membership", "people", "register of members"),
    (frozenset({"name", "first_name"}), frozenset({"member", "joined", "office", "subdistrict", "district", "phone"})),
    (
        MEMBER, ORDINAL, NAME,
        Column("first_name", "text", ("ชื่อจริง", "first name", "given name"), ("ชื่อ",)),
        LAST_NAME,
        Column("title", "text", ("คำนำหน้า", "คำนำหน้าชื่อ", "คำนำหน้านาม", "prefix", "title"), note="นาย นาง นางสาว"),
        Column("nickname", "text", ("ชื่อเล่น", "nickname")),
        Column("office", "office", ("ตำแหน่ง", "ตำแหน่งในกลุ่ม", "หน้าที่", "บทบาท", "สถานะในกลุ่ม", "ฐานะ", "position", "office",
                                    "role", "duty"), ("สถานะ", "status"),
               "ประธาน รองประธาน เหรัญญิก เลขานุการ กรรมการ หรือ สมาชิก"),
        Column("joined", "date", ("วันที่เข้า", "วันที่เข้าร่วม", "วันที่สมัคร", "วันที่เป็นสมาชิก", "วันเข้า", "เข้าเมื่อ", "วันเข้ากลุ่ม",
                                  "วันที่เข้ากลุ่ม", "วันสมัคร", "วันที่เริ่มเป็นสมาชิก", "เป็นสมาชิกเมื่อ", "สมัครเมื่อ", "วันรับเข้า", "เริ่มเป็นสมาชิก",
                                  "วันที่สมัครสมาชิก", "วันที่เข้าเป็นสมาชิก", "joined", "date joined", "joined on", "join date",
                                  "member since", "entry date", "start date"), ("วันที่", "date")),
        Column("left", "date", ("วันที่ออก", "วันที่ลาออก", "ออกเมื่อ", "ลาออกเมื่อ", "วันออก", "วันลาออก", "วันที่พ้นสภาพ", "พ้นสภาพ",
                                "left", "date left", "left on", "end date", "leaving date", "exit date"),
               note="เว้นว่างถ้ายังอยู่"),
        SUBDISTRICT, DISTRICT, PROVINCE, PHONE,
        Column("address", "text", ("ที่อยู่", "บ้านเลขที่", "หมู่ที่", "หมู่บ้าน", "บ้าน", "address", "village", "house no")),
        # Never kept: the books have no use for it, and a leak would do harm.
        Column("national_id", "unused", ("เลขบัตรประชาชน", "เลขประจำตัวประชาชน", "บัตรประชาชน", "เลข 13 หลัก",
                                         "เลขที่บัตรประชาชน", "หมายเลขบัตรประชาชน", "เลขประจำตัว 13 หลัก",
                                         "national id", "id card", "citizen id", "national id number")),
        Column("age", "unused", ("อายุ", "วันเกิด", "วันเดือนปีเกิด", "age", "birth date", "date of birth")),
        Column("gender", "unused", ("เพศ", "gender", "sex")),
        NOTE,
    ),
)  # fmt: skip

PASSBOOK = Kind(
    "passbook", "สมุดออม", "Savings passbook",
    ("สมุดออม", "ออม", "ฝาก", "สมุดออมเงิน", "สมุดเงินออม", "สมุดเงินฝาก", "สมุดฝาก", "บัญชีออมทรัพย์", "บัญชีเงินออม", "บัญชีเงินฝาก", "ออมทรัพย์",
     "เงินออม", "การออม", "เงินฝาก", "ฝากถอน", "ฝาก-ถอน", "บันทึกการออม", "บันทึกการฝากเงิน", "รายการฝากถอน", "เงินสัจจะ",
     "สัจจะออมทรัพย์", "ออมเงิน", "เงินออมสมาชิก", "ทะเบียนเงินออม", "passbook", "passbooks", "savings", "saving",
     "deposits", "savings book", "savings record", "savings account", "savings ledger"),
    (frozenset({"date"}), frozenset({"member", "name"}), frozenset({"deposit", "withdrawal", "amount"})),
    (
        DATE, MEMBER, NAME, LAST_NAME, ORDINAL,
        Column("deposit", "satang",
               ("ฝาก", "เงินฝาก", "ยอดฝาก", "จำนวนฝาก", "จำนวนเงินฝาก", "ฝากเงิน", "ออม", "เงินออม", "ยอดออม", "จำนวนเงินออม",
                "จำนวนออม", "ออมเงิน", "เงินสัจจะ", "สัจจะ", "เงินฝากสัจจะ", "รับฝาก", "เงินรับฝาก", "ส่งเงินออม", "เงินเข้า", "นำฝาก",
                "ยอดเงินฝาก", "ยอดเงินออม", "deposit", "deposits", "deposited", "saved", "savings", "saving",
                "amount saved", "amount deposited", "deposit amount", "paid in", "money in", "credit"),
               ("รับ", "เข้า", "in"), "เงินที่ฝาก เป็นบาท"),
        Column("withdrawal", "satang",
               ("ถอน", "เงินถอน", "ยอดถอน", "จำนวนถอน", "จำนวนเงินถอน", "ถอนเงิน", "เบิก", "เบิกเงิน", "เบิกถอน", "ถอนคืน", "เงินออก",
                "จ่ายคืน", "ยอดเงินถอน", "withdrawal", "withdrawals", "withdraw", "withdrawn", "amount withdrawn",
                "taken out", "paid out", "money out", "debit"),
               ("จ่าย", "ออก", "out"), "เงินที่ถอน เป็นบาท"),
        Column("amount", "signed",
               ("จำนวนเงิน", "ยอดเงิน", "จำนวน", "เป็นเงิน", "บาท", "จำนวนเงินฝากถอน", "amount", "sum", "baht", "thb", "value"),
               ("เงิน", "ยอด", "money")),
        Column("direction", "direction",
               ("ประเภท", "ประเภทรายการ", "ฝาก/ถอน", "ฝากหรือถอน", "ชนิด", "ชนิดรายการ", "รายการฝากถอน", "type", "kind",
                "transaction type", "deposit/withdrawal", "direction", "transaction", "dep/wd"),
               ("รายการ", "การทำรายการ", "สถานะ"), "ฝาก หรือ ถอน"),
        BALANCE, NOTE,
        Column("receipt", "text", ("เลขที่ใบเสร็จ", "ใบเสร็จเลขที่", "เลขที่ใบรับเงิน", "receipt no", "receipt", "slip no")),
        Column("recorder", "unused", ("ผู้รับเงิน", "ผู้บันทึก", "ลงชื่อ", "ลายเซ็น", "เจ้าหน้าที่", "ผู้รับฝาก", "signature", "recorded by",
                                      "received by", "signed")),
    ),
    ("month", "deposit"),
)  # fmt: skip

INCOME = Kind(
    "income", "รายได้", "Income",
    ("รายได้", "รายได้สมาชิก", "บันทึกรายได้", "รายรับ", "รายได้รายเดือน", "ค่าตอบแทน", "ค่าแรง", "ค่าจ้าง", "รายได้จากกลุ่ม", "ปันผล",
     "เงินปันผล", "income", "incomes", "earnings", "pay", "wages", "member income", "monthly income"),
    (frozenset({"month", "date"}), frozenset({"member", "name"}), frozenset({"amount"})),
    (
        Column("month", "month", ("เดือน", "ประจำเดือน", "งวด", "เดือน/ปี", "เดือนปี", "งวดเดือน", "ประจำงวด", "รอบเดือน", "month",
                                  "period", "pay period", "month year"), ("วันที่", "date"), "เช่น ก.ค. 64"),
        MEMBER, NAME, LAST_NAME, ORDINAL,
        Column("amount", "satang",
               ("รายได้จากกลุ่ม", "รายได้", "รายได้ต่อเดือน", "รายได้รวม", "รายได้สุทธิ", "ค่าตอบแทน", "ค่าแรง", "ค่าจ้าง", "เงินที่ได้รับ", "รายรับ",
                "ได้รับ", "ส่วนแบ่ง", "ปันผล", "เงินปันผล", "รายได้ที่ได้รับ", "จำนวนรายได้", "รายได้ของสมาชิก", "รายได้สมาชิก", "income",
                "income from group", "earnings", "earned", "pay", "wage", "wages", "payment", "net income", "received"),
               ("จำนวนเงิน", "ยอดเงิน", "จำนวน", "เป็นเงิน", "บาท", "amount", "baht", "รวม", "เงิน", "total", "thb")),
        Column("date", "date", ("วันที่จ่าย", "วันที่จ่ายเงิน", "วันที่รับเงิน", "วันจ่าย", "วันที่รับ", "paid on", "date paid", "pay date"),
               ("วันที่", "date")),
        Column("source", "text", ("แหล่งรายได้", "ที่มา", "ประเภทรายได้", "งาน", "จากงาน", "source", "job", "work")),
        NOTE,
    ),
    ("month", "amount"),
)  # fmt: skip

FUND = Kind(
    "fund", "กองทุน", "Group fund",
    ("กองทุน", "กองทุนหมุนเวียน", "กองทุนหมุนเวียนกลุ่ม", "กองทุนกลุ่ม", "เงินกองทุน", "เงินทุนหมุนเวียน", "บัญชีกองทุน", "รับจ่าย",
     "รายรับรายจ่าย", "รายรับ-รายจ่าย", "บัญชีรับจ่าย", "รับ-จ่าย", "เงินสดกลุ่ม", "สมุดเงินสด", "ทุนหมุนเวียน", "เงินกลุ่ม", "fund",
     "revolving fund", "group fund", "cash book", "cashbook", "income and expenses", "fund movements"),
    (frozenset({"date"}), frozenset({"amount", "in", "out"}), frozenset({"kind", "detail", "in", "out"})),
    (
        DATE, ORDINAL,
        Column("kind", "fund_kind",
               ("รายการ", "ประเภท", "ประเภทรายการ", "หมวด", "หมวดรายการ", "ชนิดรายการ", "หมวดหมู่", "รับ/จ่าย", "kind", "type",
                "item", "category", "entry", "transaction", "transaction type", "purpose"),
               note="รับสมทบ ระดมทุน ซื้อวัตถุดิบ ซื้ออุปกรณ์ สวัสดิการ …"),
        Column("amount", "signed", ("จำนวนเงิน", "ยอดเงิน", "เป็นเงิน", "เงิน", "บาท", "amount", "sum", "baht", "thb", "value"),
               ("จำนวน", "ยอด", "รวม", "total")),
        Column("in", "satang", ("รับ", "รายรับ", "เงินเข้า", "เข้า", "รายรับเงินสด", "จำนวนเงินรับ", "เงินรับ", "ยอดรับ", "รับเข้า", "in",
                                "received", "income", "money in", "receipts", "credit")),
        Column("out", "satang", ("จ่าย", "รายจ่าย", "เงินออก", "ออก", "ใช้จ่าย", "ค่าใช้จ่าย", "จำนวนเงินจ่าย", "เงินจ่าย", "ยอดจ่าย", "จ่ายออก",
                                 "out", "paid", "paid out", "money out", "expense", "expenses", "spent", "payments",
                                 "debit")),
        Column("detail", "text", ("รายละเอียด", "คำอธิบาย", "เพื่อ", "วัตถุประสงค์", "ใช้เพื่อ", "details", "detail", "description",
                                  "for", "particulars"), ("หมายเหตุ", "note", "notes", "รายการ")),
        BALANCE, NOTE,
        Column("receipt", "text", ("เลขที่ใบเสร็จ", "ใบเสร็จ", "เลขที่เอกสาร", "หลักฐาน", "receipt", "receipt no", "voucher")),
    ),
)  # fmt: skip

DEBTS = Kind(
    "debts", "หนี้สิน", "Debts",
    ("หนี้สิน", "หนี้", "หนี้สินสมาชิก", "ภาระหนี้", "ภาระหนี้สิน", "ข้อมูลหนี้", "ทะเบียนหนี้", "เงินกู้", "debts", "debt", "loans",
     "members' debts", "liabilities"),
    (frozenset({"member", "name"}), frozenset({"principal"}), frozenset({"creditor", "kind", "rate", "instalment"})),
    (
        MEMBER, NAME, LAST_NAME, ORDINAL,
        Column("creditor", "text", ("เจ้าหนี้", "แหล่งเงินกู้", "แหล่งหนี้", "กู้จาก", "แหล่งกู้", "ชื่อเจ้าหนี้", "สถาบัน", "แหล่งทุน", "creditor",
                                    "lender", "owed to", "source", "borrowed from", "source of loan")),
        Column("kind", "debt_kind", ("ประเภท", "ประเภทหนี้", "ประเภทเจ้าหนี้", "ชนิดหนี้", "ในระบบ/นอกระบบ", "ระบบ", "kind", "type",
                                     "debt type", "formal/informal", "kind of debt"), note="ในระบบ หรือ นอกระบบ"),
        Column("principal", "satang",
               ("เงินต้นคงเหลือ", "เงินต้น", "ยอดหนี้", "หนี้คงเหลือ", "ยอดหนี้คงเหลือ", "จำนวนหนี้", "วงเงินกู้", "จำนวนเงินกู้", "ยอดกู้", "ยอดคงค้าง",
                "จำนวนเงินต้น", "หนี้คงค้าง", "principal", "outstanding", "debt", "amount owed", "principal left",
                "outstanding principal", "principal outstanding", "loan amount", "remaining principal"),
               ("คงเหลือ", "จำนวนเงิน", "ยอดเงิน", "amount", "balance", "จำนวน")),
        Column("rate", "number", ("ดอกเบี้ยต่อปี", "ดอกเบี้ย", "อัตราดอกเบี้ย", "อัตราดอกเบี้ยต่อปี", "ร้อยละต่อปี", "ดอกเบี้ยร้อยละ", "interest",
                                  "interest rate", "rate", "interest per year", "annual interest", "apr",
                                  "yearly interest", "annual rate")),
        Column("instalment", "satang", ("ผ่อนต่อเดือน", "ผ่อน", "ผ่อนชำระต่อเดือน", "ส่งต่อเดือน", "งวดละ", "ชำระต่อเดือน", "ผ่อนชำระ",
                                        "ค่างวด", "ผ่อนเดือนละ", "instalment", "installment", "monthly payment",
                                        "monthly instalment", "per month", "monthly repayment", "pays per month")),
        Column("date", "date", ("วันที่", "ณ วันที่", "วันที่สำรวจ", "วันที่กู้", "ข้อมูล ณ วันที่", "date", "as of", "as at", "surveyed on")),
        NOTE,
    ),
)  # fmt: skip

"""What the group buys, makes and sells, and to whom."""

from kwan.workbook.vocabulary.about_people import DATE, DISTRICT, NOTE, ORDINAL, PHONE, PROVINCE, SUBDISTRICT
from kwan.workbook.vocabulary.terms import Column, Kind

BUYER = Column(
    "buyer", "text",
    ("ลูกค้า", "ชื่อลูกค้า", "ผู้ซื้อ", "ผู้สั่ง", "ผู้สั่งซื้อ", "หน่วยงานที่สั่งซื้อ", "หน่วยงานที่สั่ง", "ขายให้", "ร้านค้า/ลูกค้า", "ชื่อผู้ซื้อ", "ผู้รับสินค้า",
     "ชื่อผู้สั่งซื้อ", "ลูกค้า/หน่วยงาน", "customer", "customer name", "buyer", "buyer name", "client", "sold to", "ordered by"),
    ("หน่วยงาน", "ร้านค้า", "ชื่อ", "ชื่อร้าน", "ชื่อหน่วยงาน", "name", "ร้าน"),
    "ชื่อลูกค้า ตรงกับแผ่นลูกค้า",
)  # fmt: skip
CHANNEL = Column(
    "channel", "channel",
    ("ประเภทช่องทาง", "ช่องทาง", "ช่องทางตลาด", "ช่องทางจำหน่าย", "ช่องทางการขาย", "ประเภทลูกค้า", "ช่องทางขาย", "กลุ่มลูกค้า", "channel",
     "channel type", "sales channel", "buyer type", "customer type", "type of customer", "market channel"),
    ("ประเภท", "type", "ชนิด", "kind", "category"),
    "โรงพยาบาล รพ.สต. อปท. หน่วยราชการ ร้านค้า ปลีก",
)  # fmt: skip
PRODUCT = Column(
    "product", "text",
    ("สินค้า", "ชื่อสินค้า", "รายการสินค้า", "ผลิตภัณฑ์", "ชื่อผลิตภัณฑ์", "สินค้าที่สั่ง", "รายการสั่งซื้อ", "สินค้าที่ผลิต", "ผลิตสินค้า", "product",
     "product name", "goods", "ordered product"),
    ("รายการ", "item", "items", "ชนิดสินค้า", "ประเภทสินค้า", "description"),
    "ชื่อสินค้า เขียนให้เหมือนกันทุกครั้ง",
)  # fmt: skip
QUANTITY = Column(
    "quantity", "number",
    ("จำนวน", "ปริมาณ", "จำนวนที่สั่ง", "จำนวนสั่ง", "จำนวนสินค้า", "จำนวนชิ้น", "จำนวนหน่วย", "จำนวนที่ซื้อ", "ปริมาณที่ซื้อ", "ยอดสั่ง", "quantity",
     "qty", "amount ordered", "number", "units", "pieces", "ordered quantity", "count"),
    ("amount", "no of units"),
)  # fmt: skip
UNIT = Column("unit", "text", ("หน่วย", "หน่วยนับ", "unit", "uom", "unit of measure", "measure"))
UNIT_PRICE = Column(
    "unit_price", "price",
    ("ราคาต่อหน่วย", "ราคา/หน่วย", "ราคาหน่วยละ", "หน่วยละ", "ราคาต่อชิ้น", "ราคา/ชิ้น", "ราคาชิ้นละ", "ชิ้นละ", "ราคาขาย", "ราคาขายต่อหน่วย",
     "ราคาต่อกก", "กิโลละ", "ราคา/กก", "ราคาต่อกิโลกรัม", "unit price", "price per unit", "price each", "price/unit",
     "unit cost", "price per kg", "cost per unit", "each"),
    ("ราคา", "price", "cost", "rate"),
    "เป็นบาท",
)  # fmt: skip
TOTAL = Column(
    "total", "satang",
    ("เป็นเงิน", "จำนวนเงิน", "ยอดเงิน", "รวมเงิน", "ราคารวม", "รวมเป็นเงิน", "ยอดขาย", "มูลค่า", "รวมราคา", "ยอดรวม", "เงินรวม", "รวมทั้งสิ้น",
     "ยอดซื้อ", "มูลค่ารวม", "total", "total price", "amount", "line total", "total amount", "value", "total cost",
     "total baht", "subtotal", "sum"),
    ("รวม", "บาท", "เงิน", "baht", "cost"),
    "จำนวน × ราคาต่อหน่วย",
)  # fmt: skip

BUYERS = Kind(
    "buyers", "ลูกค้า", "Buyers",
    ("ลูกค้า", "รายชื่อลูกค้า", "ทะเบียนลูกค้า", "ผู้ซื้อ", "ช่องทางตลาด", "ช่องทางจำหน่าย", "ช่องทางการขาย", "ข้อมูลลูกค้า", "ตลาด", "buyers",
     "customers", "clients", "customer list", "channels", "sales channels"),
    (frozenset({"buyer"}), frozenset({"channel", "district", "phone", "subdistrict"})),
    (
        BUYER, CHANNEL, ORDINAL, SUBDISTRICT, DISTRICT, PROVINCE, PHONE,
        Column("contact", "text", ("ผู้ติดต่อ", "ชื่อผู้ติดต่อ", "ผู้ประสานงาน", "contact", "contact person", "contact name")),
        Column("address", "text", ("ที่อยู่", "สถานที่ส่ง", "ที่ตั้ง", "address", "delivery address")),
        Column("first_order", "unused", ("ซื้อครั้งแรก", "เริ่มซื้อ", "first order", "customer since")),
        NOTE,
    ),
)  # fmt: skip

ORDERS = Kind(
    "orders", "คำสั่งซื้อ", "Orders",
    ("คำสั่งซื้อ", "ใบสั่งซื้อ", "รายการสั่งซื้อ", "ออเดอร์", "ออร์เดอร์", "ทะเบียนคำสั่งซื้อ", "การสั่งซื้อ", "ยอดสั่งซื้อ", "การขาย", "ขายสินค้า",
     "บันทึกการขาย", "ยอดขาย", "รายการขาย", "สั่งซื้อ", "สั่งสินค้า", "orders", "order", "sales", "order book", "sales orders",
     "order list", "purchase orders"),
    (frozenset({"date"}), frozenset({"product"}), frozenset({"quantity", "total"}), frozenset({"order_no", "buyer"})),
    (
        Column("order_no", "ref",
               ("เลขที่", "เลขที่ใบสั่งซื้อ", "เลขที่สั่งซื้อ", "เลขที่คำสั่งซื้อ", "เลขที่ออเดอร์", "ออเดอร์", "ออเดอร์ที่", "เลขออเดอร์", "ใบสั่งซื้อ",
                "ใบสั่งซื้อเลขที่", "เลขที่บิล", "บิลเลขที่", "เลขที่เอกสาร", "เลขที่ใบส่งของ", "รหัสสั่งซื้อ", "รหัสคำสั่งซื้อ", "หมายเลขคำสั่งซื้อ", "order no", "order number",
                "order", "order id", "po no", "po number", "po", "invoice no", "bill no", "order ref", "order code",
                "reference"),
               ("no", "number", "รหัส", "ลำดับ", "ลำดับที่", "ที่", "code", "id", "ref"), "เลขที่ใบสั่งซื้อ ไม่ซ้ำกัน"),
        Column("date", "date",
               ("วันที่สั่ง", "วันที่สั่งซื้อ", "วันสั่ง", "วันสั่งซื้อ", "สั่งเมื่อ", "วันที่รับออเดอร์", "วันที่ขาย", "order date", "ordered on", "date ordered",
                "ordered", "date of order", "sale date", *DATE.names), ("วัน", "เมื่อ")),
        BUYER, CHANNEL, PRODUCT, QUANTITY, UNIT, UNIT_PRICE, TOTAL,
        Column("due", "date", ("กำหนดส่ง", "วันกำหนดส่ง", "วันที่กำหนดส่ง", "วันนัดส่ง", "นัดส่ง", "ส่งภายใน", "ต้องส่ง", "กำหนดส่งมอบ", "due", "due date",
                               "deliver by", "delivery due", "promised date", "needed by"),
               ("วันที่ส่ง", "วันส่ง", "delivery date", "delivery")),
        Column("delivered", "date", ("ส่งเมื่อ", "วันที่ส่งของ", "วันที่ส่งจริง", "ส่งแล้วเมื่อ", "วันที่ส่งมอบ", "วันที่จัดส่ง", "delivered", "delivered on",
                                     "date delivered", "sent on", "shipped"), ("วันที่ส่ง", "วันส่ง", "delivery date")),
        Column("payment", "payment",
               ("การชำระเงิน", "สถานะการชำระเงิน", "การจ่ายเงิน", "สถานะการจ่าย", "สถานะชำระ", "ชำระเงิน", "จ่ายเงิน", "จ่ายแล้ว", "ชำระแล้ว", "จ่าย",
                "การชำระ", "สถานะจ่ายเงิน", "สถานะเงิน", "เก็บเงิน", "payment", "payment status", "paid", "paid?", "settled", "pay status"),
               ("สถานะ", "status"), "จ่ายแล้ว หรือ ค้างจ่าย"),
        Column("paid_on", "date", ("วันที่ชำระ", "วันที่จ่าย", "วันที่รับเงิน", "จ่ายเมื่อ", "ชำระเมื่อ", "วันที่ชำระเงิน", "วันที่จ่ายเงิน", "paid on", "date paid",
                                   "payment date")),
        ORDINAL, NOTE,
    ),
)  # fmt: skip

MATERIALS = Kind(
    "materials", "ซื้อวัตถุดิบ", "Purchases",
    ("ซื้อวัตถุดิบ", "วัตถุดิบ", "บันทึกซื้อวัตถุดิบ", "การซื้อวัตถุดิบ", "ต้นทุนวัตถุดิบ", "รายการซื้อ", "จัดซื้อ", "การจัดซื้อ", "ซื้อของ", "ค่าวัตถุดิบ", "ต้นทุน",
     "materials", "raw materials", "purchases", "material purchases", "supplies", "purchase record", "buying"),
    (frozenset({"date"}), frozenset({"material"}), frozenset({"total", "unit_price"})),
    (
        Column("date", "date", ("วันที่ซื้อ", "วันซื้อ", "ซื้อเมื่อ", "date bought", "bought on", "purchase date", "purchased on", *DATE.names),
               ("วัน", "เมื่อ", "เดือน")),
        Column("material", "text",
               ("วัตถุดิบ", "ชื่อวัตถุดิบ", "รายการวัตถุดิบ", "วัสดุ", "รายการวัสดุ", "ของที่ซื้อ", "สิ่งที่ซื้อ", "รายการซื้อ", "วัสดุ/วัตถุดิบ", "ชนิดวัตถุดิบ",
                "material", "materials", "raw material", "purchase", "ingredient", "supply", "bought"),
               ("รายการ", "สินค้า", "item", "items", "description", "ชื่อ"), "เช่น กุ้งสด ผักตบชวาสด"),
        QUANTITY, UNIT, UNIT_PRICE,
        Column("total", "satang", (*TOTAL.names, "ค่าใช้จ่าย", "ราคาซื้อ", "จ่าย", "จ่ายเงิน", "paid", "spent"), TOTAL.weak, TOTAL.note),
        Column("supplier", "text", ("ร้าน", "ร้านค้า", "ผู้ขาย", "ซื้อจาก", "แหล่งซื้อ", "แหล่งวัตถุดิบ", "ร้านที่ซื้อ", "supplier", "seller", "bought from",
                                    "vendor", "shop")),
        Column("buyer", "unused", ("ผู้ซื้อ", "คนซื้อ", "buyer", "bought by")),
        Column("receipt", "text", ("เลขที่ใบเสร็จ", "ใบเสร็จ", "เลขที่บิล", "receipt", "receipt no", "bill no")),
        ORDINAL, NOTE,
    ),
)  # fmt: skip

# The four checks of the trade as it is taught; other tick columns are kept under their own words.
CHECKS: tuple[Column, ...] = (
    Column("check_cap", "tick", ("หมวกคลุมผม", "หมวก", "สวมหมวก", "ใส่หมวก", "หมวกคลุม", "คลุมผม", "hair net", "cap", "hairnet",
                                 "head cover", "hair cover"), note="/ ถ้าทำ เว้นว่างถ้าไม่ได้ทำ"),
    Column("check_gloves", "tick", ("ถุงมือ", "สวมถุงมือ", "ใส่ถุงมือ", "gloves", "glove")),
    Column("check_apron", "tick", ("ผ้ากันเปื้อน", "สวมผ้ากันเปื้อน", "ใส่ผ้ากันเปื้อน", "เอี๊ยม", "apron")),
    Column("check_clean_place", "tick", ("สถานที่สะอาด", "ความสะอาดสถานที่", "ที่สะอาด", "พื้นที่สะอาด", "ทำความสะอาด", "ความสะอาด",
                                         "clean place", "clean area", "clean", "workplace clean", "clean workplace")),
    Column("check_mask", "tick", ("หน้ากาก", "หน้ากากอนามัย", "แมส", "สวมหน้ากาก", "ใส่หน้ากาก", "mask", "face mask")),
    Column("check_hands", "tick", ("ล้างมือ", "มือสะอาด", "washed hands", "hands washed", "hand washing", "clean hands")),
)  # fmt: skip

BATCHES = Kind(
    "batches", "การผลิต", "Batches",
    ("การผลิต", "บันทึกการผลิต", "รอบการผลิต", "รอบผลิต", "ผลิต", "ผลิตสินค้า", "บันทึกผลิต", "ล็อตการผลิต", "ทะเบียนการผลิต", "production",
     "batches", "batch", "batch record", "production record", "production log", "lots"),
    (frozenset({"date"}), frozenset({"product", "part"}), frozenset({"made", "used"})),
    (
        Column("lot", "ref", ("เลขที่ผลิต", "เลขที่รอบผลิต", "ล็อต", "ล็อตที่", "เลขล็อต", "ล๊อต", "เลขที่ล็อต", "รุ่น", "รุ่นที่", "รุ่นการผลิต", "รอบผลิต", "รอบที่",
                              "ครั้งที่ผลิต", "เลขที่การผลิต", "รหัสการผลิต", "หมายเลขการผลิต", "รอบการผลิต", "lot", "lot no", "lot number", "batch", "batch no",
                              "batch number", "batch id", "production no", "batch code"),
               ("เลขที่", "no", "number", "รหัส", "ลำดับ", "ที่", "ครั้งที่", "code", "id"), "เลขที่รอบผลิต ไม่ซ้ำกัน"),
        Column("date", "date", ("วันที่ผลิต", "วันผลิต", "ผลิตเมื่อ", "วันที่ทำ", "production date", "made on", "date made", "produced on",
                                *DATE.names), ("วัน", "เมื่อ")),
        PRODUCT,
        Column("part", "text", ("ส่วนของวัตถุดิบที่ใช้", "ส่วนที่ใช้", "ส่วนของวัตถุดิบ", "วัตถุดิบที่ใช้", "วัตถุดิบ", "ส่วน", "ส่วนประกอบที่ใช้", "ส่วนของพืช",
                                "ส่วนของผักตบ", "ใช้ส่วน", "part", "part used", "material part", "raw material", "material",
                                "material used", "part of material", "part of plant", "plant part")),
        Column("used", "grams", ("ใช้", "ใช้วัตถุดิบ", "ปริมาณที่ใช้", "น้ำหนักที่ใช้", "ใช้ไป", "จำนวนที่ใช้", "ปริมาณวัตถุดิบ", "ใช้ กก", "น้ำหนักวัตถุดิบ",
                                 "ปริมาณวัตถุดิบที่ใช้", "จำนวนวัตถุดิบที่ใช้", "used", "material used kg", "kg used", "used kg", "quantity used",
                                 "amount used", "weight used", "input", "input kg"), ("น้ำหนัก", "weight", "kg", "กก")),
        Column("made", "count", ("ได้สินค้าดี", "ได้สินค้า", "ของดี", "ผลิตได้", "สินค้าดี", "จำนวนที่ผลิต", "จำนวนที่ผลิตได้", "จำนวนผลิต", "ได้", "ได้ของดี",
                                 "จำนวนสินค้าที่ได้", "สินค้าที่ได้", "ได้จำนวน", "จำนวนที่ได้", "ผลผลิต", "made", "good", "good units", "output",
                                 "produced", "quantity made", "good pieces", "units made", "pieces made", "good output",
                                 "quantity produced"), ("จำนวน", "quantity", "qty", "ปริมาณ")),
        Column("waste", "grams", ("เศษทิ้ง", "เศษ", "ของเสีย", "เสีย", "ทิ้ง", "เศษเหลือทิ้ง", "น้ำหนักเศษ", "เศษวัสดุ", "สูญเสีย", "เศษที่ทิ้ง", "waste",
                                  "scrap", "waste kg", "kg wasted", "thrown away", "loss", "discarded")),
        Column("bad", "count", ("สินค้าเสีย", "ของไม่ผ่าน", "ชิ้นเสีย", "ไม่ผ่าน", "rejects", "bad units", "defects", "rejected")),
        Column("maker", "ref", ("ผู้ผลิต", "คนทำ", "ผู้ทำ", "สมาชิกผู้ผลิต", "ผู้แพ็ค", "รหัสผู้ผลิต", "ผู้รับผิดชอบ", "ช่าง", "ผู้สาน", "maker", "made by",
                                "producer", "member", "produced by", "worker", "packed by"), ("รหัสสมาชิก", "สมาชิก", "รหัส")),
        Column("place", "place", ("สถานที่", "สถานที่ผลิต", "ที่ผลิต", "ผลิตที่", "ทำที่", "ที่ทำ", "สถานที่ทำงาน", "ที่ทำงาน", "place", "where",
                                  "location", "site", "made at", "workplace"), note="ที่กลุ่ม หรือ ที่บ้าน"),
        UNIT, ORDINAL, *CHECKS, NOTE,
    ),
)  # fmt: skip

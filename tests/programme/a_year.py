"""A year of a small group, one entry of every kind and then some; each entry's number stands beside it."""

from datetime import date

from kwan.fund import commands as fund
from kwan.lessons import commands as lessons
from kwan.market import commands as market
from kwan.people import commands as people
from kwan.production import commands as production
from kwan.programme import commands as programme
from kwan.wellbeing import commands as wellbeing
from tests.journal.hands import a_book, write

JUNE, OCTOBER, DECEMBER = date(2021, 6, 20), date(2021, 10, 5), date(2021, 12, 1)


def july(day):
    return date(2021, 7, day)


def august(day):
    return date(2021, 8, day)


def order(number, buyer, on, *items):
    products = tuple(market.OrderLine(product=p, quantity=q, unit_price=price) for p, q, price in items)
    return market.PlaceOrder(on=on, number=number, buyer=buyer, items=products)


def batch(lot, on, product, part, used, good, **more):
    return production.MakeBatch(
        on=on, lot=lot, product=product, part=part, used=used, good=good, maker="ก01", **more
    )


def answer(member, round_, score, on=JUNE):
    return wellbeing.Answer(on=on, member=member, round=round_, score=score)


CHECKED = {"cap": True, "gloves": True, "apron": True}

PEOPLE = (
    people.Join(on=JUNE, member="ก01", name="บัวผัน ใจดี", district=5601),  # 1
    people.Join(on=JUNE, member="ก02", name="สมพร กว๊านงาม", district=5601),  # 2
    people.Join(on=OCTOBER, member="ก03", name="อรทัย วงศ์ชัย", district=5603),  # 3
    people.Join(on=JUNE, member="ก04", name="นิภา ปลาทอง", district=5605),  # 4
    people.Leave(on=date(2021, 11, 30), member="ก04"),  # 5
    people.TakeOffice(on=JUNE, member="ก01", office="chair"),  # 6
    people.TakeOffice(on=DECEMBER, member="ก02", office="chair"),  # 7
)
MONEY = (
    fund.Deposit(on=july(5), member="ก01", satang=10000),  # 8
    fund.Deposit(on=august(5), member="ก01", satang=5000),  # 9
    fund.Withdrawal(on=august(20), member="ก01", satang=3000),  # 10
    fund.Deposit(on=august(5), member="ก02", satang=2000),  # 11
    fund.Withdrawal(on=date(2021, 9, 1), member="ก02", satang=2000),  # 12
    fund.Deposit(on=july(5), member="ก04", satang=4000),  # 13
    fund.NotePay(on=july(1), member="ก01", satang=45000),  # 14
    fund.NotePay(on=july(1), member="ก02", satang=26000),  # 15
    fund.NotePay(on=august(1), member="ก01", satang=30000),  # 16
)
WELLBEING = (
    answer("ก01", 0, 5),  # 17
    answer("ก02", 0, 5),  # 18
    answer("ก03", 0, 4),  # 19
    answer("ก04", 0, 6),  # 20
    answer("ก01", 2, 7, DECEMBER),  # 21
    answer("ก02", 2, 5, DECEMBER),  # 22
    answer("ก03", 2, 3, DECEMBER),  # 23
)
MARKET = (
    market.AddBuyer(on=JUNE, buyer="รพ.พะเยา", channel="hospital"),  # 24
    market.AddBuyer(on=JUNE, buyer="ร้านริมกว๊าน", channel="shop"),  # 25
    order("001/64", "รพ.พะเยา", july(8), ("กุ้ง", 2, 20000), ("ชุดรวม", 1, 43000)),  # 26
    order("002/64", "ร้านริมกว๊าน", july(20), ("กุ้ง", 3, 20000)),  # 27
    order("003/64", "รพ.พะเยา", august(2), ("ชุดรวม", 1, 43000)),  # 28
    market.DeliverOrder(on=july(12), number="001/64"),  # 29
    market.PayOrder(on=july(12), number="001/64"),  # 30
    market.PayOrder(on=july(25), number="002/64", satang=20000),  # 31
    order("004/64", "ร้านริมกว๊าน", august(9), ("กุ้ง", 10, 20000)),  # 32, written wrongly
)
RIGHT = order("004/64", "ร้านริมกว๊าน", august(9), ("กุ้ง", 1, 20000))  # 33, corrects 32
PRODUCTION = (
    production.DeclareParts(on=JUNE, material="ผักตบชวา", parts=("ใบ", "ก้าน", "ราก")),  # 34
    production.BuyMaterial(
        on=july(2), material="ผักตบชวา", quantity=600000, unit_price=300, satang=180000
    ),  # 35
    production.BuyMaterial(
        on=july(20), material="ผักตบชวา", quantity=10000, unit_price=320, satang=3200
    ),  # 36
    batch("L001", july(8), "ปุ๋ยหมัก", "ใบ", 20000, 1, waste=500, place="home", **CHECKED, clean=True),  # 37
    batch("L002", july(23), "ตะกร้า", "ก้าน", 35000, 4, **CHECKED, order="001/64"),  # 38
    batch("L003", august(2), "ปุ๋ยหมัก", "ราก", 5000, 0),  # 39
    production.NoteSupply(on=august(10), event="scarce", material="ผักตบชวา"),  # 40
)
FUND = (
    fund.ReceiveIntoFund(on=july(15), purpose="grant", satang=2000000),  # 41
    fund.ReceiveIntoFund(on=date(2021, 9, 3), purpose="raised", satang=600000),  # 42
    fund.SpendFromFund(on=date(2021, 9, 6), purpose="materials", satang=850000),  # 43
    fund.SpendFromFund(on=DECEMBER, purpose="equipment", satang=400000),  # 44
    fund.TellDebt(on=JUNE, member="ก03", principal=2000000, rate=600),  # 45
    fund.TellDebt(on=JUNE, member="ก01", creditor="สหกรณ์"),  # 46
)
PROGRAMME = (
    programme.HoldActivity(on=july(24), topic="ลายสาน", attended=("ก01", "ก02"), others=3),  # 47
    programme.HoldActivity(
        on=date(2021, 9, 18), topic="การออม", theme="การเงิน", attended=("ก02", "ก04")
    ),  # 48
    lessons.PinNote(on=DECEMBER, small_group="กลุ่มย่อย 1", sort="problem", text="ต้นทุนสูง", votes=7),  # 49
    lessons.PinNote(on=DECEMBER, small_group="กลุ่มใหญ่", sort="knowledge", text="รู้ลูกค้า", votes=9),  # 50
    programme.SetIndicator(on=JUNE, objective="ออม", name="สมาชิกที่ออม", unit="ร้อยละ", target=8000),  # 51
    programme.NoteEvent(on=july(20), what="ปิดเมือง", until=august(31)),  # 52
)


def a_year():
    """Write the year into a new book and return the book."""
    book = a_book()
    for command in PEOPLE:
        write(book, command, source="brought")  # older books do not say when the first chair ended
    for command in (*MONEY, *WELLBEING, *MARKET):
        write(book, command)
    write(book, RIGHT, corrects=32)
    for command in (*PRODUCTION, *FUND, *PROGRAMME):
        write(book, command)
    return book

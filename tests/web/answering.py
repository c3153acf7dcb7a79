"""A small workbook with rows that wait, and what the page asks about them."""

import re

from kwan.fund.queries import balances
from tests.web.test_bringing_a_workbook_in import ABOUT, head_named, page, workbook

GROUP = "กลุ่มใหม่"
MEMBERS = [
    ("รหัส", "ชื่อ - สกุล", "วันที่เข้า"),
    ("ก01", "บัวผัน ใจดี", "1 ก.ค. 64"),
    ("ก02", "คำปัน ใจงาม", "1 ก.ค. 64"),
]
SAVINGS = ("วันที่", "รหัส", "ฝาก", "ถอน")
FIRST = ("5 ก.ค. 64", "ก01", 100, None)
STRANGER = ("5 ส.ค. 64", "ไม่มี-99", 70, None)


def of(*savings, name=GROUP, **others):
    return workbook({
        "กลุ่ม": [*ABOUT, ("ชื่อกลุ่ม", name)], "สมาชิก": MEMBERS, "สมุดออม": [SAVINGS, *savings], **others,
    })  # fmt: skip


def asked(client, look):
    """What the page asks, by number: the signed question, its rows, and what may be answered."""
    text = page(client.get(look))
    return {
        int(number): (
            signed,
            sorted({*re.findall(rf'name="answer-{number}" value="([^"]*)"', text)}) or options(text, number),
        )
        for number, signed in re.findall(r'name="asked-(\d+)" value="([^"]+)"', text)
    }


def options(text, number):
    return re.findall(
        r'<option value="([^"]*)"', re.search(rf'name="answer-{number}">(.*?)</select>', text)[1]
    )


def answer(client, look, *answers, **how):
    """Answer the questions of the page in their order."""
    form = {}
    for (number, (signed, _)), said in zip(asked(client, look).items(), answers, strict=True):
        form |= {f"asked-{number}": signed, f"answer-{number}": said}
    return client.post(look, form | how)


def write(client, look):
    answered = client.post(look, {"write": "1"})
    assert "ลงสมุดแล้ว" in page(answered)
    return page(answered)


def saved(name=GROUP):
    return balances(head_named(name).book)


def counts(text):
    """The table of sheets: what is written, known, waiting, skipped."""
    rows = re.findall(r'<th scope="row">(.*?)</th>(.*?)</tr>', text, re.DOTALL)
    return {
        re.sub(r"<br>.*|<[^>]+>", "", title): [
            int(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r'<td class="r">(.*?)</td>', cells)
        ]
        for title, cells in rows
    }

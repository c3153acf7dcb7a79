import json

import pytest

from kwan.journal.queries import head
from kwan.lessons.report.as_json import to_evidence, to_json
from tests.lessons.report.hands import HOSTILE, a_report, happier, saved, six_who_answered
from tests.programme.a_year import a_year

pytestmark = pytest.mark.django_db


def both(th, en):
    return {"th": th, "en": en}


FIXED = {
    "number": 1,
    "id": "savings.rose",
    "about": "",
    "sealed": False,
    "question": both("เงินออมเพิ่มขึ้นหรือไม่", "Did savings rise?"),
    "verdict": "partly",
    "verdict_words": both("รองรับบางส่วน", "Supported in part"),
    "text": both(
        f"เงินออมของกลุ่มที่ 1เพิ่มขึ้นจาก 100 บาท เป็น 160 บาท เมื่อ 1 กันยายน 2564 กลุ่มย่อยเขียนว่า “{HOSTILE}”",
        f"Savings of group 1 rose from 100 to 160 baht by 1 September 2021. A small group wrote “{HOSTILE}”.",
    ),
    "figures": [
        {"text": "100", "value": 10000, "unit": "satang", "statistic": "first"},
        {"text": "160", "value": 16000, "unit": "satang", "measure": "savings.balance"},
    ],
    "why": both("ดู 3 เดือน ตั้งแต่ 1 กันยายน 2564", "Over 3 months, to 1 September 2021."),
    "table": [
        [
            both("ออมเข้า", "Paid in"),
            {
                "text": "210",
                "value": 21000,
                "unit": "satang",
                "measure": "savings.balance",
                "part": "in",
            },
        ]
    ],
    "measures": {
        "savings.balance": {
            "unit": "satang",
            "value": 16000,
            "parts": {"in": 21000, "out": -5000},
        },
        "savings.by_month": {
            "unit": "satang",
            "value": 16000,
            "parts": {"202107": 14000, "202108": 4000, "202109": -2000},
        },
    },
    "statistics": {"first": 10000, "months": 3, "p": "0.3333"},
    "gaps": [{"code": "a.gap", **both("ขาดไป 0.03 บาท", "0.03 baht are missing.")}],
    "reply": "กลุ่มเห็นด้วย <b>ทุกข้อ</b>",
}
SECTIONS = [
    {
        "id": "front",
        "title": both("สรุปหนึ่งหน้า", "One page"),
        "level": 1,
        "blocks": [
            {
                "kind": "prose",
                "text": both("อ่านถึงรายการที่ 7 น้ำใจและที่ตั้งกลุ่ม", "Read up to entry 7."),
            },
            {"kind": "claim", "number": 1, "id": "savings.rose", "how": "short"},
        ],
    },
    {"id": "money", "title": both("เงินออม", "Savings"), "level": 1, "blocks": []},
    {
        "id": "money-in",
        "title": both("ออม", "Saved"),
        "level": 2,
        "blocks": [{"kind": "claim", "number": 1, "id": "savings.rose", "how": "full"}],
    },
    {
        "id": "register",
        "title": both("ทะเบียน", "Register"),
        "level": 1,
        "blocks": [{"kind": "register", "numbers": [1]}],
    },
]


def test_the_json_of_a_report_is_this_and_nothing_else():
    book = a_year()
    claim, stands = saved(book), head(book)
    of_this_book = {
        "book": book,
        "group": stands.name,
        "evidence": [{"book": book, "entry": entry} for entry in (8, 9, 10, 11, 12, 13)],
        "digest": claim.digest,
    }
    assert json.loads(to_json(a_report(book, claim), "th")) == {
        "group": stands.name,
        "lang": "th",
        "title": both(f"รายงาน {stands.name}", f"Report of {stands.name}"),
        "heads": [
            {"book": book, "uid": stands.uid, "name": stands.name, "last_entry": 52, "hash": stands.hash}
        ],
        "claims": [{**FIXED, **of_this_book}],
        "sections": SECTIONS,
    }


def test_the_json_is_one_canonical_line():
    book = a_year()
    text = to_json(a_report(book, saved(book)), "en")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_the_evidence_file_is_the_json_with_each_entry_once_and_rounds_whole():
    book = six_who_answered()
    report = a_report(book, happier(book), saved(book))
    whole, plain = json.loads(to_evidence(report, "th")), json.loads(to_json(report, "th"))
    what = both("รอบก่อน · ให้คะแนนความสุข–ทุกข์ 0 ถึง 10", "Before · happiness from 0 to 10")
    assert {name: part for name, part in whole.items() if name != "rows"} == plain
    assert whole["rows"][0] == {
        "book": book,
        "on": "2021-07-04",
        "what": what,
        "amount": both("ตอบ 6 คน", "6 answered"),
    }
    assert [row.get("entry") for row in whole["rows"]] == [None, None, None]


def test_a_row_of_the_evidence_file_names_its_entry():
    book = a_year()
    rows = json.loads(to_evidence(a_report(book, saved(book)), "th"))["rows"]
    assert rows[0] == {
        "book": book,
        "entry": 8,
        "on": "2021-07-05",
        "what": both("ออม", "Saved"),
        "amount": both("100 บาท", "100 baht"),
    }
    assert [row["entry"] for row in rows] == [8, 9, 10, 11, 12, 13]

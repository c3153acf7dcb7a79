"""One sheet of questions a group: what only the group can answer, alike rows together, to print or to share.

Beside the sheets lies `answers.json`, with a place for each answer: filled in, it goes back into an import.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import Any, Final

from kwan.workbook.cells import read_cell
from kwan.workbook.importing import Imported
from kwan.workbook.importing.results import place_of
from kwan.workbook.outcomes import Held

NOT_A_FILE_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f\s]+')  # on any system
ANSWERS = "answers.json"
IN_CONFIDENCE: Final = frozenset({"rounds", "debts"})  # what one person told is not handed round


# What the group is asked in its own words, and the choices it may tick; other rows are asked by their suggestion.
ASKED: Final[dict[str, tuple[str, str, tuple[str, ...]]]] = {
    "unknown_member": ("เป็นของสมาชิกคนใด", "Whose is it?", ("ไม่ใช่สมาชิก",)),
    "twice": (
        "เขียนซ้ำ หรือเป็นคนละครั้ง",
        "Written twice, or two events?",
        ("เขียนซ้ำ ตัดแถวนี้", "คนละครั้ง ลงทั้งสองแถว"),
    ),
    "number_used": ("ใบเดียวกัน หรือคนละใบ", "One order, or two?", ("เลขที่ผิด", "คนละใบ ลงทั้งสองใบ")),
    "differs": ("ตัวเลขไหนถูก", "Which is right?", ("ตามแถวนี้", "ตามที่ลงสมุดไว้แล้ว")),
    "sheet_not_understood": ("แผ่นนี้จดเรื่องอะไร", "What is this sheet about?", ()),
}


def write_questions(done: Iterable[Imported], folder: Path) -> list[Path]:
    """Write a page for each group that has held rows into this folder, and a file for the answers; return the pages."""
    folder.mkdir(parents=True, exist_ok=True)
    asked = [one for one in done if one.held]
    written = []
    for one in asked:
        path = folder / (NOT_A_FILE_NAME.sub("-", one.group) + ".html")
        path.write_text(page(one), encoding="utf-8")
        written.append(path)
    waiting = {"answers": [answer for one in asked for answer in to_fill_in(one)]}
    (folder / ANSWERS).write_text(json.dumps(waiting, ensure_ascii=False, indent=1), encoding="utf-8")
    return written


def alike(one: Imported) -> list[list[Held]]:
    """Return the held rows with the same question together, the most frequent first.

    Whose a number is, is one question wherever it stands; others are asked sheet by sheet.
    """
    groups: dict[tuple[str, ...], list[Held]] = defaultdict(list)
    for held in one.held:
        stranger = one.strangers.get(place_of(held))
        about = (stranger,) if stranger else (held.file, held.sheet, re.sub(r"\d+", "", held.reason_th))
        groups[held.code, *about].append(held)
    return sorted(groups.values(), key=len, reverse=True)


def to_fill_in(one: Imported) -> list[dict[str, Any]]:
    """Return a place for the answer to each question, as `answers.py` reads them."""
    return [_to_fill_in(one, rows) for rows in alike(one)]


def _to_fill_in(one: Imported, rows: Sequence[Held]) -> dict[str, Any]:
    first = rows[0]
    asked = {"question": f"{first.reason_th} {first.suggestion_th}", "group": one.group}
    stranger = one.strangers.get(place_of(first))
    if stranger:
        return {**asked, "member": stranger, "is": ""}
    if first.code == "sheet_not_understood":
        return {
            **asked,
            "sheet": first.sheet,
            "kind": "",
            "columns": {str(text): "" for text in first.raw if text},
        }
    return {
        **asked,
        **({"file": first.file} if first.file else {}),
        "sheet": first.sheet,
        "rows": sorted({held.number for held in rows}),
        "code": first.code,
        "do": "",
    }


def page(one: Imported) -> str:
    """Return the questions as a page of HTML that prints on A4 and reads on a phone."""
    questions = "\n".join(_question(one, rows) for rows in alike(one))
    count = len(one.held)
    return (
        '<!doctype html><html lang="th"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>คำถามถึงกลุ่ม {escape(one.group)}</title><style>{STYLE}</style>"
        f"<header><p>คำถามถึงกลุ่ม</p><h1>{escape(one.group)}</h1></header>"
        f"<main><p class=lead>มี {count} แถวที่ยังไม่ลงสมุด เพราะมีเรื่องที่กลุ่มเท่านั้นที่รู้ ข้อมูลอยู่ครบ ไม่มีอะไรหาย "
        "เขียนคำตอบในช่องท้ายแต่ละแถว แล้วส่งคืนพี่เลี้ยง"
        f"<small lang=en>{count} rows are not in the book yet: only the group knows the answers. Nothing is lost. "
        "Write each answer on its line and hand the sheet back.</small></p>"
        f"<ol>{questions}</ol></main>"
        "<footer>ผู้ตอบ ______________________ วันที่ ______________</footer></html>"
    )


def _question(one: Imported, rows: Sequence[Held]) -> str:
    first = rows[0]
    th, en, choices = ASKED.get(first.code, (first.suggestion_th, first.suggestion_en, ()))
    lines = "".join(_line(held, written(one, held), choices) for held in rows)
    return (
        f"<li><h2>{escape(th)}</h2><p>{escape(first.reason_th)}"
        f"<small lang=en>{escape(en)} {escape(first.reason_en)}</small></p><ul>{lines}</ul></li>"
    )


def _line(held: Held, stands: str, choices: Sequence[str]) -> str:
    """One row as it stands in the file, what may be ticked, and the line to answer on."""
    place = f"{held.file} " if held.file else ""
    ticks = "".join(f"<span>{escape(choice)}</span>" for choice in choices)
    return (
        f"<li><p><b>{escape(place)}{escape(held.sheet)} แถว {held.number}</b> {escape(stands)}</p>"
        f"<p class=ticks>{ticks}</p><p class=answer>คำตอบ</p></li>"
    )


def written(one: Imported, held: Held) -> str:
    """Return what stands in the row, cell by cell; nothing of what somebody told in confidence."""
    if kinds_of(one, held) & IN_CONFIDENCE:
        return ""
    return " · ".join(_cell(cell) for cell in held.raw if cell is not None)


def kinds_of(one: Imported, held: Held) -> set[str]:
    """Return what kind of sheet a held row stands on; of sheets that cannot be told apart, the kinds of all."""
    return {u.kind for u in one.understandings if u.sheet.title == held.sheet and held.file in {"", u.file}}


def _cell(cell: Any) -> str:
    return str(read_cell("text", cell) or cell) if not isinstance(cell, str) else cell


STYLE = (
    ":root{color-scheme:light}"
    "*{box-sizing:border-box}"
    "body{font:1.0625rem/1.65 Sarabun,'Noto Sans Thai','Leelawadee UI',Thonburi,sans-serif;color:#14262a;background:#fff;"
    "max-width:46rem;margin:0 auto;padding:1rem;overflow-wrap:anywhere}"
    "header{border-bottom:3px double #7ba69c;margin-bottom:1rem}header p{margin:0;color:#47595d}"
    "h1{font-size:1.6rem;line-height:1.3;margin:0 0 .4rem}h2{font-size:1.0625rem;line-height:1.5;margin:0}"
    "small{display:block;color:#47595d;font-size:.875rem;line-height:1.5}"
    "ol{padding-left:1.6rem}ol>li{margin-block:1.4rem}ol>li::marker{font-weight:700}"
    "li p{margin:.2rem 0}ul{list-style:none;padding:0;margin:.5rem 0 0}"
    "ul>li{border-top:1px solid #b9d2cb;padding:.5rem 0;break-inside:avoid}"
    ".ticks{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem}.ticks span::before{content:'☐ ';font-size:1.25em}"
    ".answer{display:flex;gap:.6rem;color:#47595d;align-items:flex-end;min-height:2.6rem}"
    ".answer::after{content:'';flex:1;border-bottom:1px dotted #47595d}"
    "footer{margin-top:2rem;color:#47595d}"
    "h2,h2+p{break-after:avoid}"
    "@media print{@page{size:A4;margin:16mm}body{padding:0;max-width:none;font-size:12pt}}"
)

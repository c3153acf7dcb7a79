"""One sheet of questions a group: what only the group can answer, alike rows together, to print or to share."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from kwan.workbook.importing import Imported
from kwan.workbook.outcomes import Held

NOT_A_FILE_NAME = re.compile(r"[^\w-]+")


def write_questions(done: Iterable[Imported], folder: Path) -> list[Path]:
    """Write a page for each group that has held rows into this folder; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    by_group: dict[str, list[Held]] = defaultdict(list)
    for one in done:
        by_group[one.group] += one.held
    written = []
    for group, held in sorted(by_group.items()):
        if held:
            path = folder / (NOT_A_FILE_NAME.sub("-", group) + ".html")
            path.write_text(page(group, held), encoding="utf-8")
            written.append(path)
    return written


def alike(held: Sequence[Held]) -> list[list[Held]]:
    """Return the held rows with the same question together, the most frequent first."""
    groups: dict[tuple[str, str], list[Held]] = defaultdict(list)
    for one in held:
        groups[one.code, re.sub(r"\d+", "", one.reason_th)].append(one)
    return sorted(groups.values(), key=len, reverse=True)


def page(group: str, held: Sequence[Held]) -> str:
    """Return the questions as a page of HTML that prints on A4 and reads on a phone."""
    questions = "\n".join(_question(number, rows) for number, rows in enumerate(alike(held), 1))
    return (
        '<!doctype html><html lang="th"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f"<title>คำถามถึงกลุ่ม {escape(group)}</title><style>{STYLE}</style>"
        f"<h1>คำถามถึงกลุ่ม {escape(group)}</h1>"
        "<p>แถวเหล่านี้ยังไม่ลงสมุด เพราะมีเรื่องที่กลุ่มเท่านั้นที่รู้ เงินและข้อมูลอยู่ครบ<br>"
        "<small>These rows are not in the book yet: only the group knows the answer. Nothing is lost.</small></p>"
        f"<ol>{questions}</ol>"
    )


def _question(number: int, rows: Sequence[Held]) -> str:
    first = rows[0]
    lines = "".join(
        f"<tr><td>{escape(h.sheet)}</td><td>{h.number}</td><td>{escape(' · '.join(str(c) for c in h.raw if c is not None))}</td>"
        "<td class=answer></td></tr>"
        for h in rows
    )
    return (
        f"<li id=q{number}><p><b>{escape(first.reason_th)}</b><br>{escape(first.suggestion_th)}<br>"
        f"<small>{escape(first.reason_en)} {escape(first.suggestion_en)}</small></p>"
        f"<table><tr><th>แผ่น</th><th>แถว</th><th>ในแถวเขียนว่า</th><th>คำตอบ</th></tr>{lines}</table></li>"
    )


STYLE = (
    "body{font:1.05rem/1.7 Sarabun,'Noto Sans Thai',sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem;color:#14262a}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #7ba69c;padding:.3rem .6rem;text-align:left}"
    ".answer{min-width:9rem;height:2.6rem}small{color:#47595d}li{break-inside:avoid;margin-block:1rem}"
)

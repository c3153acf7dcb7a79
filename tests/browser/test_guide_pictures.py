"""The guide's pictures: what a newcomer sees after `python3 run.py demo`, walked through each time.

KWAN_GUIDE=1 python3 run.py test tests/browser/test_guide_pictures.py     draws them anew

Without that the walk is the same, and the drawn pictures are only measured: a screen may change by a line
without twenty files changing with it.
"""

import os
import re
import signal
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from PIL import Image

from tests.house import tree

pytestmark = pytest.mark.browser

PICTURES = tree.HOME / "docs" / "guide" / "pictures"
MOST_BYTES, MOST_BYTES_TOGETHER = 150_000, 2_000_000
COLOURS = 64
HEIGHTS = {390: 844, 1280: 900}
SHARPNESS = {390: 2, 1280: 1.5}  # a phone's pixels are smaller
WANTED = {
    f"{name}-{width}-{lang}.png"
    for lang in ("th", "en")
    for name, widths in {
        "home": (390, 1280),
        "passbook": (390,),
        "savings-day": (390,),
        "report": (390, 1280),
        "evidence": (390, 1280),
        "import-preview": (1280,),
        "held-rows": (390,),
        "wellbeing": (390,),
        "savings-sheet": (390,),
        "receipts": (390,),
        "cycle": (390,),
        "welfare": (390,),
        "practice": (390,),
        "pairing": (390,),
        "own-page": (390,),
        "ways-out": (390,),
    }.items()
    for width in widths
}
REDIRECTS = (302, 304)
LOGIN = re.compile(r"^  (\w+) +(\S+)   ", re.MULTILINE)


@pytest.fixture(scope="module")
def demo():
    """The demo as a newcomer starts it: its address and its logins, read from what it prints."""
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    environment |= {"PYTHONPATH": str(tree.HOME / "src"), "PYTHONUTF8": "1"}
    running = subprocess.Popen(
        [sys.executable, "-P", "-m", "kwan", "demo", "--no-browser"],
        env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    try:
        said = ""
        for line in running.stdout:
            said += line
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                break
        yield found.group(), dict(LOGIN.findall(said))
    finally:
        os.killpg(running.pid, signal.SIGINT)  # Ctrl-C, as the demo asks for
        running.communicate(timeout=60)


@pytest.fixture
def enter(demo, chromium):
    """Open a window of this width for somebody, signed in."""
    address, passwords = demo
    windows, wrong = [], []

    def opened(who, width, lang):
        size = {"width": width, "height": HEIGHTS[width]}
        window = chromium.new_context(viewport=size, device_scale_factor=SHARPNESS[width], base_url=address)
        windows.append(window)
        window.add_cookies([{"name": "kwan_language", "value": lang, "url": address}])
        page = window.new_page()
        until_it_listens(page)
        page.on(
            "response", lambda answer: answer.ok or answer.status in REDIRECTS or wrong.append(answer.url)
        )
        page.fill("#username", who)
        page.fill("#password", passwords[who])
        page.click("button.do")
        page.wait_for_url(lambda url: "sign-in" not in url)
        return page

    yield opened
    for window in windows:
        window.close()
    assert wrong == []


def until_it_listens(page):
    """The address is printed a moment before the door opens."""
    from playwright.sync_api import Error

    for _ in range(40):
        try:
            return page.goto("/sign-in/")
        except Error:
            page.wait_for_timeout(250)
    return page.goto("/sign-in/")


def take(page, name, lang):
    """Take the window's picture, in few colours; keep it where it is asked for, else measure the kept one."""
    page.evaluate("document.fonts.ready")
    width = page.viewport_size["width"]
    taken = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    kept = PICTURES / f"{name}-{width}-{lang}.png"
    if os.environ.get("KWAN_GUIDE"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        taken.save(kept, optimize=True)
    with Image.open(kept) as drawn:
        assert drawn.size == taken.size


def first_evidence(page):
    """Open the first claim with a picture whose entries may be opened, and bring it to the top of the window."""
    claims = page.locator("article.claim[id]").filter(has=page.locator("table.rows a.n"))
    claim = claims.filter(has=page.locator(".aside svg")).first
    claim.locator("details.evidence > summary").click()
    claim.evaluate("element => element.scrollIntoView()")
    assert claim.locator("table.rows a.n").first.is_visible()


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("width", [390, 1280])
def test_a_treasurer_goes_from_home_to_the_report_and_behind_it(enter, width, lang):
    page = enter("treasurer2", width, lang)
    take(page, "home", lang)
    page.locator("a[href$='/report/']:visible").first.click()
    page.wait_for_url("**/report/")
    take(page, "report", lang)
    first_evidence(page)
    take(page, "evidence", lang)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_treasurer_opens_a_passbook_a_savings_day_and_the_rounds(enter, lang):
    page = enter("treasurer2", 390, lang)
    group = page.url
    page.goto(f"{group}savings/")
    page.locator(".ledger a.n").first.click()
    page.wait_for_url("**/passbook/")
    take(page, "passbook", lang)
    page.goto(f"{group}savings-day/")
    page.locator("#all-usual").click()
    page.locator("#write #people").wait_for()
    take(page, "savings-day", lang)
    page.goto(f"{group}wellbeing/")
    assert page.locator("svg").first.is_visible()
    take(page, "wellbeing", lang)


def fill(page, **boxes):
    """Type into boxes and choose from lists, by their names."""
    for name, value in boxes.items():
        box = page.locator(f"[name='{name}']:visible")
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_treasurer_fills_a_sheet_with_columns_and_looks_before_anything_is_paid(enter, lang):
    page = enter("treasurer3", 390, lang)
    group = page.url
    page.goto(f"{group}savings-day/")
    page.locator("#all-usual").click()
    borrower = page.locator("tr", has=page.locator("[name='loan-ส05/2']"))
    borrower.locator(".opens").click()
    borrower.evaluate("row => row.scrollIntoView()")
    take(page, "savings-sheet", lang)
    page.goto(f"{group}savings-day/")
    page.locator(".ledger a.n").first.click()
    page.wait_for_url("**/savings-day/*/")
    take(page, "receipts", lang)
    page.goto(f"{group}welfare/give/")
    page.select_option("[name=event]", index=1)
    fill(page, member="ส08", units="3")
    page.click("[name=act][value=look]")
    take(page, "welfare", lang)
    page.goto(f"{group}cycle/propose/")
    page.click("[name=act][value=look]")
    take(page, "cycle", lang)
    page.goto(f"{group}more/")
    page.locator("form[action$='/practice/'] button").click()
    page.wait_for_url("**/savings/")
    take(page, "practice", lang)


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_chair_pairs_a_phone_and_a_member_opens_their_own_page(enter, lang):
    page = enter("chair3", 390, lang)
    page.goto(f"{page.url}phones/")
    page.locator("button.do").first.click()
    page.wait_for_url("**/pair/")
    take(page, "pairing", lang)
    page = enter("member3", 390, lang)
    take(page, "own-page", lang)
    page.goto(page.url.replace("/mine/", "/household/plan/"))
    fill(page, extra="500")
    page.locator("main button.do").first.click()
    page.locator("main section.leaf").nth(1).evaluate("compared => compared.scrollIntoView()")
    take(page, "ways-out", lang)


@pytest.fixture
def untidy(tmp_path):
    """A workbook as groups have them: two ways of writing a day, a total, and a number nobody knows."""
    sheets = {
        "กลุ่ม": [("รายการ", "ข้อมูล"), ("ชื่อกลุ่ม", "ทอผ้าบ้านสันป่าม่วง"), ("อาชีพ", "ทอผ้า"), ("อำเภอ", "เมืองพะเยา")],
        "สมาชิก": [("รหัส", "ชื่อ - สกุล", "วันที่เข้า"), ("ท01", "บัวผัน ใจดี", "1 ก.ค. 64"), ("ท02", "คำแปง สุขใจ", "1/7/2564")],
        "สมุดออม": [
            ("ออมทรัพย์กลุ่มทอผ้า",), ("วันที่", "รหัส", "ฝาก", "ถอน"), ("5 ส.ค. 64", "ท01", "1,200.-", None),
            ("๕ ส.ค. ๒๕๖๔", "ท02", 100, None), ("5 ก.ย. 64", "ท01", 100, None), ("5 ก.ย. 64", "ท20", 100, None),
            ("รวม", None, 1500, None),
        ],
    }  # fmt: skip
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    path = tmp_path / "สมุดทอผ้า.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize(("name", "width"), [("import-preview", 1280), ("held-rows", 390)])
def test_a_facilitator_looks_before_anything_is_written(enter, untidy, name, width, lang):
    page = enter("facilitator", width, lang)
    page.locator("a.do").first.click()
    page.locator("a[href$='/import/']").first.click()
    page.set_input_files("input[type=file]", untidy)
    page.locator("button.do").first.click()
    held = page.locator("[id^='held']").first
    held.wait_for()
    assert "ท20" in held.inner_text()
    if name == "held-rows":
        held.evaluate("element => element.scrollIntoView()")
    take(page, name, lang)


def test_exactly_these_pictures_are_kept_and_they_are_small():
    sizes = {path.name: path.stat().st_size for path in Path(PICTURES).glob("*")}
    assert set(sizes) == WANTED
    assert [name for name, size in sizes.items() if size >= MOST_BYTES] == []
    assert sum(sizes.values()) < MOST_BYTES_TOGETHER

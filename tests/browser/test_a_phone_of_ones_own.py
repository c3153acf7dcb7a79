"""A treasurer's new phone: paired by a link, six digits chosen with the thumb, and from then on those digits alone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PIN = "482915"


def at_fault(page):
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["html"][:80] for node in one["nodes"]]) for one in found]


def pressed(page, digits):
    for digit in digits:
        page.locator(".key", has_text=digit).click()


def a_link(visit, group):
    """What stands behind the square that the facilitator opens for the treasurer."""
    facilitator = visit("facilitator")
    facilitator.goto(f"/group/{group}/phones/")
    assert at_fault(facilitator) == []
    facilitator.get_by_role("button", name="จับคู่เครื่อง").first.click()
    facilitator.locator("svg.qr").wait_for()
    assert at_fault(facilitator) == []
    return facilitator.locator(".to-scan .code").text_content()


@pytest.mark.parametrize("with_script", [True, False], ids=["script", "no-script"])
def test_a_phone_is_paired_and_comes_back_with_six_digits(served, visit, settings, with_script):
    _, village = served
    settings.SECOND_STEP = False
    link = a_link(visit, village.group)
    phone = visit(java_script_enabled=with_script)
    phone.goto(link)
    phone.get_by_role("button", name="จับคู่เครื่องนี้").click()
    phone.get_by_label("รหัสใหม่ 6 ตัว").fill("123456")
    phone.get_by_label("ใส่อีกครั้งให้เหมือนกัน").fill("123456")
    phone.get_by_role("button", name="ตั้งรหัสและเข้าสมุด").click()
    phone.get_by_text("คนอื่นเดาได้ง่าย").wait_for()
    phone.get_by_label("รหัสใหม่ 6 ตัว").fill(PIN)
    phone.get_by_label("ใส่อีกครั้งให้เหมือนกัน").fill(PIN)
    phone.get_by_role("button", name="ตั้งรหัสและเข้าสมุด").click()
    phone.wait_for_url(f"**/group/{village.group}/")

    phone.goto("/me/")
    phone.get_by_role("button", name="ออกจากสมุด").click()
    phone.goto(f"/group/{village.group}/savings/")
    phone.locator("#pin").wait_for()
    if with_script:
        assert at_fault(phone) == []
        _it_is_under_the_thumb(phone)
        pressed(phone, "111222")
        phone.get_by_text("ลองได้อีก 4 ครั้ง").wait_for()
        pressed(phone, "9")
        phone.get_by_role("button", name="ลบ").click()
        pressed(phone, PIN)  # the sixth key opens the book
    else:
        phone.locator("#pin").fill(PIN)
        phone.get_by_role("button", name="เข้าสมุด").click()
    phone.wait_for_url(f"**/group/{village.group}/savings/")


def _it_is_under_the_thumb(page):
    """Each key is as large as a thumb, and all of them are seen at once on a small phone."""
    boxes = [key.bounding_box() for key in page.locator(".key").all()]
    assert len(boxes) == 11
    assert min(min(box["width"], box["height"]) for box in boxes) >= 48
    assert max(box["y"] + box["height"] for box in boxes) <= page.viewport_size["height"]

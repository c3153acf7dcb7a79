"""A treasurer with a phone at the meeting: a tap a member, the cash counted, one button."""

from datetime import timedelta
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

MEMBERS = 25
USUAL = 100 * MEMBERS  # everybody's hundred baht


@pytest.fixture
def group(served, ask):
    """A group of 25 who each brought 100 baht a month ago, and its treasurer (of the same name)."""
    return ask(a_saving_group)


def a_saving_group():
    from django.contrib.auth.models import User
    from django.utils import timezone

    from kwan.fund.commands import Deposit
    from kwan.journal.commands import open_book
    from kwan.people.commands import Join
    from tests.web.village import PASSWORD, seat, write_all

    username = f"t{uuid4().hex[:8]}"
    book, day = open_book(str(uuid4()), "group", username), timezone.localdate() - timedelta(days=30)
    names = [f"ก{number:02d}" for number in range(1, MEMBERS + 1)]
    write_all(book, [Join(on=day, member=each, name=f"บัวผัน{each} กว๊านงาม") for each in names])
    write_all(book, [Deposit(on=day, member=each, satang=10_000) for each in names])
    seat(username, book, "treasurer")
    user = User.objects.get(username=username)
    user.set_password(PASSWORD)
    user.save()
    return book, username


@pytest.fixture
def book_is_whole(ask):
    """Ask the audit at the end."""
    yield
    assert ask(breaches) == []


def breaches():
    from kwan.catalogue import COMMANDS
    from kwan.journal.audit import check

    return list(check(COMMANDS))


def held(book):
    from django.utils import timezone

    from kwan.fund.queries import savings_day_on

    day = savings_day_on(book, timezone.localdate())
    return day and (day.deposits, day.withdrawals, day.expected, day.counted, day.difference)


def members_sum(book):
    from kwan.fund.queries import balances

    return sum(balances(book).values())


class Hand:
    """One thumb on the screen, that counts."""

    def __init__(self, page):
        self.page, self.taps = page, 0

    def tap(self, place):
        self.page.locator(place).first.click()
        self.taps += 1

    def type(self, place, text):
        self.tap(place)
        for key in text:
            self.page.keyboard.press(key)
            self.taps += 1


def opened(visit, group, **how):
    page = visit(group[1], **how)
    page.goto(f"/group/{group[0]}/savings/")
    page.locator("a.do").click()
    page.wait_for_url("**/savings-day/")
    return page


def test_a_day_of_25_takes_few_taps_when_everybody_brings_the_usual_sum(visit, group, ask, book_is_whole):
    page = opened(visit, group)
    hand = Hand(page)
    hand.tap("#all-usual")
    assert page.locator("#expected").inner_text() == "2,500"
    hand.type("#counted", str(USUAL))
    assert page.locator("#verdict").inner_text().strip() == "พอดี"
    hand.tap("#write")
    page.wait_for_url("**/savings-day/*/")
    assert hand.taps == 7
    assert ask(held, group[0]) == (MEMBERS, 0, USUAL * 100, USUAL * 100, 0)
    assert ask(members_sum, group[0]) == 2 * USUAL * 100


def test_and_no_more_than_sixty_when_each_is_ticked_as_they_come(visit, group, ask, book_is_whole):
    page = opened(visit, group)
    hand = Hand(page)
    for number in range(MEMBERS):
        hand.tap(f".count tbody tr:nth-child({number + 1}) .same")
    hand.type("#counted", str(USUAL))
    hand.tap("#write")
    page.wait_for_url("**/savings-day/*/")
    assert hand.taps <= 60
    assert ask(held, group[0])[2] == USUAL * 100


def test_one_absent_one_more_and_a_difference_said_while_typing(visit, group, ask, book_is_whole):
    page = opened(visit, group)
    page.locator("#all-usual").click()
    page.locator("tr:nth-child(3) .same").click()
    page.fill("#in-ก02", "150")
    assert not page.locator("tr:nth-child(2) [type=checkbox]").is_checked()
    assert page.locator("#expected").inner_text() == "2,450"
    page.fill("#counted", "2550")
    assert "บัวผันก03" in page.locator("#verdict").inner_text()
    page.fill("#counted", "2440")
    assert "เงินขาด 10 บาท" in page.locator("#verdict").inner_text()
    page.locator("#write").click()
    page.wait_for_url("**/savings-day/*/")
    assert ask(held, group[0]) == (24, 0, 245_000, 244_000, -1_000)
    assert "เงินขาดจากที่จด 10 บาท" in page.locator(".to-sign").inner_text()


def test_a_mistake_is_corrected_from_its_receipt(visit, group, ask, book_is_whole):
    page = opened(visit, group)
    page.locator("#all-usual").click()
    page.fill("#counted", str(USUAL))
    page.locator("#write").click()
    page.wait_for_url("**/savings-day/*/")
    page.locator(".receipt a.mends").nth(1).click()
    page.fill("#sum", "150")
    page.locator("button.do").click()
    page.wait_for_url("**/savings-day/*/")
    assert "แก้จาก 100 เป็น 150 บาทแล้ว" in page.locator(".messages").inner_text()
    assert page.locator(".receipt .sum").nth(1).inner_text() == "150.00"
    assert ask(members_sum, group[0]) == 2 * USUAL * 100 + 5_000


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_same_day_without_a_script(visit, group, ask, lang, book_is_whole):
    page = opened(visit, group, lang=lang, java_script_enabled=False)
    page.locator("#all-usual").click()
    page.locator("tr:nth-child(1) .takes summary").click()
    page.fill("#out-ก01", "250")
    page.fill("#counted", "2250")
    page.locator("#write").click()
    assert "200" in page.locator("tr:nth-child(1) .wrong").inner_text()
    assert (page.input_value("#out-ก01"), page.input_value("#counted")) == ("250", "2250")
    page.fill("#out-ก01", "200")
    page.locator("#write").click()
    assert page.locator("#expected").inner_text() == "2,300"
    assert ask(held, group[0]) is None  # the difference is shown first, and written at the second tap
    assert "50" in page.locator("#verdict").inner_text()
    page.locator("#write").click()
    page.wait_for_url("**/savings-day/*/")
    assert ask(held, group[0]) == (MEMBERS, 1, 230_000, 225_000, -5_000)


def test_two_taps_and_the_way_back_write_one_day(visit, group, ask, book_is_whole):
    page = opened(visit, group)
    page.locator("#all-usual").click()
    page.fill("#counted", str(USUAL))
    page.locator("#write").dblclick()
    page.wait_for_url("**/savings-day/*/")
    page.go_back()
    page.locator("#write").click()
    page.wait_for_load_state()
    assert ask(members_sum, group[0]) == 2 * USUAL * 100


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_screen_of_the_day_is_wider_than_the_phone(visit, group, width):
    page = opened(visit, group, lang="en", viewport={"width": width, "height": 844})
    narrow = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert page.evaluate(narrow)
    page.locator("tr:nth-child(1) .takes summary").click()
    assert page.evaluate(narrow)
    page.locator("#all-usual").click()
    page.fill("#counted", str(USUAL))
    page.locator("#write").click()
    page.wait_for_url("**/savings-day/*/")
    assert page.evaluate(narrow)


def test_everything_to_press_is_big_enough_for_a_thumb(visit, group):
    page = opened(visit, group)
    small = page.eval_on_selector_all(
        "main button:not(.unseen), main .same, main summary, main .money",
        "all => all.filter(one => one.checkVisibility()).map(one => one.getBoundingClientRect())"
        ".filter(box => box.height && (box.height < 48 || box.width < 48)).map(box => [box.width, box.height])",
    )
    assert small == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_axe_finds_nothing_on_the_sheet_its_mistakes_and_its_receipts(visit, group, lang, scheme):
    page = opened(visit, group, lang=lang, color_scheme=scheme)
    wrong = [found(page)]
    page.locator("tr:nth-child(1) .takes summary").click()
    page.fill("#out-ก01", "1000")
    page.fill("#in-ก02", "x")
    page.locator("#write").click()
    wrong.append(found(page))
    page.fill("#in-ก02", "")
    page.fill("#out-ก01", "")
    page.locator("#all-usual").click()
    page.fill("#counted", "2600")
    page.locator("#write").click()
    page.wait_for_url("**/savings-day/*/")
    wrong.append(found(page))
    code = page.locator(".receipt a.mends").first.get_attribute("href")
    page.goto(code)
    wrong.append(found(page))
    assert wrong == [[], [], [], []]


def found(page):
    violations = Axe().run(page).response["violations"]
    return [(v["id"], [node["target"] for node in v["nodes"]][:3]) for v in violations]

"""A sheet of columns under a thumb: few taps, no script needed, no wider than the screen."""

from datetime import timedelta

import pytest

from tests.browser.test_savings_day import MEMBERS, Hand, a_saving_group, breaches, opened

pytestmark = pytest.mark.browser


@pytest.fixture
def book_is_whole(ask):
    """Ask the audit at the end."""
    yield
    assert ask(breaches) == []


@pytest.fixture
def with_columns(served, ask):
    """The same 25, with shares and welfare beside the regular sum: 100, 20 and 10 baht each last month."""
    return ask(a_group_with_columns)


def a_group_with_columns():
    from django.utils import timezone

    from kwan.fund.commands import Deposit, PayIntoWelfare, SetFundRule
    from tests.web.village import write_all

    book, username = a_saving_group()
    day = timezone.localdate() - timedelta(days=30)
    names = [f"ก{number:02d}" for number in range(1, MEMBERS + 1)]
    laws = {"savings_columns": "regular,special,share,welfare,transfer", "share_price": "5"}
    write_all(
        book, [SetFundRule(on=day, name=name, value=value, reason="มติ") for name, value in laws.items()]
    )
    write_all(book, [Deposit(on=day, member=each, satang=2_000, sort="share") for each in names])
    write_all(book, [PayIntoWelfare(on=day, member=each, satang=1_000) for each in names])
    return book, username


def in_the_boxes(book):
    from django.utils import timezone

    from kwan.fund.queries import savings_day_on

    return [
        (box.purse, box.expected, box.counted) for box in savings_day_on(book, timezone.localdate()).boxes
    ]


def test_25_who_bring_the_usual_in_three_columns_are_few_taps_too(visit, with_columns, ask, book_is_whole):
    page = opened(visit, with_columns)
    hand = Hand(page)
    for number in range(MEMBERS):
        hand.tap(f".count tbody tr:nth-child({number + 1}) .same")
    hand.type("#counted", "3000")
    hand.type("#counted-welfare", "250")
    hand.tap("#write")
    page.wait_for_url("**/savings-day/*/")
    assert hand.taps <= 60
    assert ask(in_the_boxes, with_columns[0]) == [("savings", 300_000, 300_000), ("welfare", 25_000, 25_000)]


@pytest.mark.parametrize("script", [True, False])
def test_a_line_opens_and_what_it_comes_to_is_the_same_with_and_without_a_script(
    visit, with_columns, ask, script, book_is_whole
):
    page = opened(visit, with_columns, java_script_enabled=script)
    line = page.locator(".count tbody tr:nth-child(1)")
    assert page.locator("#share-ก01").is_visible() != script  # without a script all lines lie open
    if script:
        line.locator(".opens").click()
    page.fill("#share-ก01", "23")
    if script:
        page.locator("tr:nth-child(2) .opens").click()
    page.fill("#in-ก02", "100")
    page.fill("#slip-ก02", "A-1")
    page.fill("#counted", "20")
    page.locator("#write").click()
    page.wait_for_load_state()
    assert "เหลือ 3 บาท" in line.locator(".wrong").inner_text()
    line.locator("[value=back]").check()
    page.locator("#write").click()
    page.wait_for_url("**/savings-day/*/")
    assert ask(in_the_boxes, with_columns[0]) == [("savings", 2_000, 2_000)]
    assert "A-1" in page.locator(".receipt").nth(1).inner_text()


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_sheet_of_columns_is_no_wider_than_the_screen(visit, with_columns, width):
    page = opened(visit, with_columns, viewport={"width": width, "height": 844})
    page.locator("#all-usual").click()
    page.locator("tr:nth-child(1) .opens").click()
    page.fill("#share-ก01", "23")
    page.fill("#counted", "1")
    page.locator("#write").click()
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")

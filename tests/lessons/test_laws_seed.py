"""Every sentence of the first report, which somebody once typed from memory, is asked of the books of both samples."""

import re

import pytest

from kwan.lessons.rules import plain
from tests.lessons.laws_of_reports import NAMES, imported, judged, sample

pytestmark = pytest.mark.django_db

FIRST_REPORT = (
    "lessons.meeting", "lessons.participants", "lessons.groups", "lessons.process", "programme.indicators_reached",
    "programme.adaptations", "production.clean_place", "production.every_batch_checked", "programme.trained", "fund.welfare",
    "income.rose", "savings.most_save", "savings.rose", "members.districts_grew", "market.agencies_buy",
    "fund.equipment_bought", "wellbeing.most_happier", "people.handover", "programme.taught_on", "production.every_part_used",
    "production.to_order", "market.orders_rose", "market.regular_buyers", "market.shock", "production.home_work",
    "production.input_prices_rose", "fund.working_capital", "production.supply", "fund.raised_for_materials",
    "market.ways_tried", "fund.debts_managed", "lessons.knowledge",
)  # fmt: skip
# A cause may stand in quotation marks only, or as what is expressly not said.
CAUSES = re.compile(r"เนื่องจาก|ส่งผลให้|ทำให้(?!รู้)|เพราะ|because|due to|thanks to|led to|caused", re.IGNORECASE)
HARSH = re.compile(
    r"ล้มเหลว|บกพร่อง|ละเลย|ไม่ยอม|แย่|ผิดพลาด|สกปรก|failed|failure|neglect|dirty|bad\b|poor\b|wrong\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module", params=NAMES)
def claims(request, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        from tests.lessons.laws_of_reports import for_a_moment

        with for_a_moment():
            yield judged(imported(sample(request.param)))


def test_every_line_of_the_first_report_is_answered(claims):
    asked = {claim.id for claim in claims}
    assert [id_ for id_ in FIRST_REPORT if id_ not in asked] == []


def test_every_answer_is_a_sentence_in_both_languages(claims):
    for claim in claims:
        th, en = plain(claim.finding.th), plain(claim.finding.en)
        assert re.search("[ก-๙]", th)
        assert re.match(r"[A-Z0-9“ก-๙]", en)
        assert en.rstrip("”)").endswith(".") or en.endswith(".")
        assert not re.search(r"\s{2,}|\s[,.;)]|\(\s|[{}]|None|\bnan\b", f"{th}\n{en}")


def own_words(claim, lang):
    """Return what the claim says in its own words: without names, days, quotations and figures."""
    said = (*claim.finding.sentence(lang), *claim.finding.why(lang))
    return " ".join(span.text for span in said if span.slot is None)


def test_no_cause_is_named_and_nobody_is_accused(claims):
    wrong = [
        (claim.id, found[0])
        for claim in claims
        for lang in ("th", "en")
        for pattern in (CAUSES, HARSH)
        if (found := pattern.search(own_words(claim, lang)))
    ]
    assert wrong == []


def test_what_is_less_than_supported_says_why_or_says_that_the_books_do_not_hold_it(claims):
    silent = [claim.id for claim in claims if claim.verdict == "partly" and not claim.finding.why_th]
    assert silent == []

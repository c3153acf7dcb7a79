"""Every screen that links lead to, read word by word for what must not stand there.

Groups of four and five, and of eight among the slow tests: below five nothing is said of answers; from five on
"k of n" and no more.
"""

import re

import pytest

from kwan.web.words.kinds import IN_OWN_PAPER, SEALED
from tests.web.crawling import every_page
from tests.web.households import SECRET_LENDER, SECRET_WORDS
from tests.web.village import AFTER, BEFORE, Village, browser, first, name

SIZES = (4, 5, pytest.param(8, marks=pytest.mark.slow))
IN_ENGLISH_TOO = (4, 8)
MORE_EYES = 5  # of this size the chair and another member read all they can as well
LANGS = ("th", "en")
# What is between the treasurer and one member: why they borrowed, what is due of it, what befell them, who stood by.
OF_ONE = ("เหตุลับของผู้กู้", "1,040.00", "หลักฐานลับ", "เรื่องลับที่ขอ", "พยานลับ")
OF_A_HOUSEHOLD = (SECRET_WORDS, SECRET_LENDER, "หมวกกันน็อก", "ป้าหน้าปากซอย")
BEHIND = re.compile(r"ครบกำหนดมาแล้ว|ถึงกำหนดแล้ว|\d+ days ago")
THE_DEBT = ("เจ้าหนี้ลับ", "76,543", "7654321", "แบบลับของหนี้")
# A split of those who did not improve, in any of our words.
THE_REST = re.compile(
    r"(เท่าเดิม|ลดลง|แย่ลง)\s*\d|\d\s*(คน)?(เท่าเดิม|ลดลง|แย่ลง)|\d+ (got|felt|were|fell|stayed) (worse|the same|lower)"
)
A_SCORE = re.compile(rf"(คะแนน|score)\s*:?\s*(<[^>]+>)*\s*({BEFORE}|{AFTER})\s*(<|จาก 10|/ ?10)")
K_OF_N = re.compile(r">(\d+)</a>&nbsp;(?:จาก|of)&nbsp;(\d+)&nbsp;(?:คน|people)")


@pytest.fixture(scope="module", params=SIZES)
def sized(request, shelf, django_db_blocker):
    """A village whose first group has so many people, with the screens of three roles in both languages."""
    with django_db_blocker.unblock(), shelf.copy():
        village = Village(request.param)
        village.size = request.param
        village.screens = {
            (role, lang): every_page(browser(role, lang), start)
            for role, start in (
                ("treasurer", "/"),
                ("facilitator", f"/project/{village.project}/"),
                ("funder", "/"),
            )
            for lang in (LANGS if request.param in IN_ENGLISH_TOO else LANGS[:1])
        }
        if request.param == MORE_EYES:
            village.screens |= {(role, "th"): every_page(browser(role)) for role in ("chair", "other-member")}
        yield village


def every(sized, *roles):
    for (role, lang), pages in sized.screens.items():
        if role in (roles or ("treasurer", "facilitator", "funder")):
            for address, (_, text) in pages.items():
                yield f"{role} {lang} {address}", text


def found(sized, words, *roles):
    return [(where, word) for where, text in every(sized, *roles) for word in words if word in text]


def test_every_link_leads_somewhere(sized):
    broken = [
        (role, lang, address, status)
        for (role, lang), pages in sized.screens.items()
        for address, (status, _) in pages.items()
        if status != 200
    ]
    assert broken == []


def test_the_crawl_went_everywhere(sized):
    went = {role: len(pages) for (role, lang), pages in sized.screens.items() if lang == "th"}
    assert went["treasurer"] > 100
    assert went["facilitator"] > went["treasurer"]
    assert went["funder"] > 20


def test_nothing_of_a_debt_stands_anywhere(sized):
    assert found(sized, THE_DEBT) == []


def test_nothing_of_a_household_book_stands_anywhere(sized):
    """Not even which of its pages somebody wrote: they read alike and open for nobody here."""
    assert found(sized, (SECRET_WORDS, SECRET_LENDER, "หมวกกันน็อก", "ป้าหน้าปากซอย", "household_")) == []
    list_ = sized.screens["treasurer", "th"][f"/group/{sized.group}/entries/"][1]
    main = list_[list_.index("<main") : list_.index("</main")]
    assert IN_OWN_PAPER[0] in main
    kinds = "fund.household_noted", "fund.household_debt_kept", "fund.household_plan_kept"
    assert [kind for kind in kinds if f'/entry/{first(sized.group, kind)}/"' in main] == []


def test_what_is_between_the_treasurer_and_one_member_reaches_nobody_else(sized):
    others = ("chair", "facilitator", "funder", "other-member")
    assert found(sized, OF_ONE, *others) == []
    assert [where for where, text in every(sized, *others) if BEHIND.search(text)] == []


def test_the_treasurer_reads_it(sized):
    """So that the search above would find it."""
    assert [word for word in OF_ONE if not found(sized, [word], "treasurer")] == []
    assert [where for where, text in every(sized, "treasurer") if BEHIND.search(text)] != []


def test_a_household_book_is_read_on_pages_of_its_own_alone(sized):
    """The chair keeps none; the other member keeps one, as ก02 does: its words stand where they wrote them."""
    assert found(sized, OF_A_HOUSEHOLD, "chair") == []
    told = {where.split(" ")[-1] for where, _ in found(sized, OF_A_HOUSEHOLD, "other-member")}
    here = f"/group/{sized.group}/"
    assert [
        where
        for where in told
        if not where.startswith((f"{here}household/", f"{here}members/%E0%B8%8105/data/"))
    ] == []


def test_nobody_else_learns_who_agreed_to_what(sized):
    kinds = ("people.consent_given", "people.consent_withdrawn")
    for number in (first(sized.group, kind) for kind in kinds):
        for role in ("chair", "facilitator") if sized.size == MORE_EYES else ("facilitator",):
            page = sized.screens[role, "th"][f"/group/{sized.group}/entry/{number}/"][1]
            main = page[page.index("<main") : page.index("</main")]
            assert [word for word in ("ก02", name(2)) if word in main] == []


def test_the_funder_reads_no_name_and_no_reference(sized):
    names = [name(number) for number in range(1, sized.size + 1)]
    references = [f">ก{number:02d}<" for number in range(1, sized.size + 1)]
    assert found(sized, [*names, *references, '"ก0', "ลุงมีคนหนึ่ง", "ค่าเทอมลูก", "/passbook/"], "funder") == []


def test_the_group_reads_its_own_names(sized):
    """So that the search above would find one."""
    assert found(sized, [name(1), "ค่าเทอมลูก"], "treasurer") != []


def test_nobodys_answer_and_no_split_of_the_rest_stands_anywhere(sized):
    assert [(where, rest.group()) for where, text in every(sized) if (rest := THE_REST.search(text))] == []
    assert [(where, score.group()) for where, text in every(sized) if (score := A_SCORE.search(text))] == []


def test_so_many_of_so_many_is_said_from_five_people_on(sized):
    page = sized.screens["treasurer", "th"][f"/group/{sized.group}/wellbeing/"][1]
    wanted = [] if sized.size < 5 else [(str(sized.size - 1), str(sized.size))]
    assert K_OF_N.findall(page) == wanted


def test_fewer_than_five_answers_are_not_even_counted(sized):
    page = sized.screens["treasurer", "th"][f"/group/{sized.group}/wellbeing/"][1]
    assert page.count("น้อยกว่าห้าคน") == (2 if sized.size < 5 else 0)
    assert ("chart" in page) == (sized.size >= 5)


@pytest.mark.parametrize("kind", ["wellbeing.answered", "fund.debt_told"])
def test_a_sealed_entry_says_that_it_exists_and_no_more(sized, kind):
    number = first(sized.group, kind)
    page = sized.screens["treasurer", "th"][f"/group/{sized.group}/entry/{number}/"][1]
    assert SEALED[kind][0] in page
    main = page[page.index("<main") : page.index("</main")]
    assert [word for word in ("ก01", "ก02", name(1), name(2), "2564") if word in main] == []

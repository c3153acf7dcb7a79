"""axe looks at every page, in both languages, by day and by night."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.test_who_may_see_what import OWN, TABLE, address, own_address

pytestmark = pytest.mark.browser

OF_THE_FACILITATOR = ("project", "project-report", "import")
FILES = ("font", "report-file", "own-data-file", "passbook-pdf")
OF_THE_GROUP = [name for name, (gets, _) in TABLE.items() if gets["treasurer"] == 200 and name not in FILES]
# What others find there that the treasurer does not, or finds in other words.
ELSEWHERE = {
    "chair": ("group", "savings", "loans", "welfare", "withdrawals", "withdrawal", "cycle", "cycle-step", "entries", "more"),
    "member": ("mine", "household", "household-debts", "household-plan", "household-leave", "welfare", "welfare-ask", "report"),
    "funder": ("report", "behind", "me"),
}  # fmt: skip


def found(page):
    """What axe finds wrong, with where."""
    violations = Axe().run(page).response["violations"]
    return [(v["id"], [node["target"] for node in v["nodes"]][:3]) for v in violations]


def look_at(page, addresses):
    wrong = {}
    for name, path in addresses.items():
        page.goto(path)
        page.eval_on_selector_all("details", "all => all.slice(0, 6).forEach(one => one.open = true)")
        if finding := found(page):
            wrong[name] = finding
    return wrong


@pytest.mark.parametrize(
    ("lang", "scheme"),
    [
        ("th", "light"),
        ("en", "dark"),
        pytest.param("th", "dark", marks=pytest.mark.slow),
        pytest.param("en", "light", marks=pytest.mark.slow),
    ],
)
def test_axe_finds_nothing(visit, served, ask, lang, scheme):
    _, village = served
    how = {"lang": lang, "color_scheme": scheme}
    door = {"sign-in": "/sign-in/", "404": "/nowhere/"}
    group = {name: ask(address, name, village.group) for name in OF_THE_GROUP}
    project = {name: ask(address, name, village.project) for name in OF_THE_FACILITATOR}
    wrong = (
        look_at(visit(**how), door)
        | look_at(visit("treasurer", **how), group)
        | look_at(visit("facilitator", **how), project)
    )
    for role, names in ELSEWHERE.items():
        wrong |= look_at(
            visit(role, **how), {f"{role} {name}": ask(address, name, village.group) for name in names}
        )
    own = {
        f"own {name}": ask(own_address, name, village.group, OWN[name][0])
        for name in OWN
        if name not in FILES
    }
    wrong |= look_at(visit("member", **how), own)
    empty = {
        name: path.replace(f"/{village.group}/", f"/{village.empty}/")
        for name, path in group.items()
        if not TABLE[name][1] and "/group/" in path
    }
    assert wrong | look_at(visit("beginner", **how), empty) == {}

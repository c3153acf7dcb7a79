"""What the pages say to the outside is true: links lead somewhere, commands and options exist, words are explained."""

import re
import shlex
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import load_command_class

from kwan.catalogue import COMMANDS
from tests.everything import STEPS
from tests.house import tree

PAGES = [path for path in tree.tracked() if path.suffix == ".md"]
TOLD = [
    path
    for path in PAGES
    if path.parts[0] in {"README.md", "CHANGELOG.md"} or path.parts[:2] == ("docs", "guide")
]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
ELSEWHERE = re.compile(r"https?://|mailto:")
TYPED = re.compile(r"^ {4,}((?:[A-Z_]+=\S+ )*python3 run\.py \S.*)$", re.MULTILINE)
NOT_OF_KWAN = {"test"}  # run.py keeps this word for itself


@cache
def anchors(path):
    """The places of a page that a link may name, as GitHub makes them from its headings."""
    headings = re.findall(r"^#+ (.+)$", tree.text(path), re.MULTILINE)
    kept = ("L", "M", "N", "Pd", "Pc")
    plain = (
        "".join(c for c in heading.lower() if c == " " or unicodedata.category(c).startswith(kept))
        for heading in headings
    )
    return {heading.replace(" ", "-") for heading in plain}


def leads_nowhere(page, link):
    name, _, place = link.partition("#")
    target = (tree.HOME / page).parent / name if name else tree.HOME / page
    return not target.exists() or (place and place not in anchors(target.resolve().relative_to(tree.HOME)))


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_every_link_and_picture_leads_somewhere(page):
    links = [link for link in LINK.findall(tree.text(page)) if not ELSEWHERE.match(link)]
    assert [link for link in links if leads_nowhere(page, link)] == []


def test_every_picture_of_the_guide_is_shown_on_some_page():
    shown = {
        Path(link).name for page in PAGES for link in LINK.findall(tree.text(page)) if link.endswith(".png")
    }
    kept = {path.name for path in tree.tracked() if path.parts[:3] == ("docs", "guide", "pictures")}
    assert shown <= kept
    assert {name.rsplit("-", 2)[0] for name in kept} == {name.rsplit("-", 2)[0] for name in shown}


def test_every_file_that_the_architecture_names_is_there():
    named = set(re.findall(r"`([\w./-]+(?:/|\.(?:py|sql|toml)))`", tree.text("docs/architecture.md")))
    files = {str(path) for path in tree.tracked()}
    ends = {"/" + file for file in files} | {
        "/" + str(folder) + "/" for file in files for folder in Path(file).parents
    }
    assert named
    assert [name for name in sorted(named) if not any(end.endswith("/" + name) for end in ends)] == []


def names_of_commands():
    folder = tree.HOME / "src" / "kwan" / "management" / "commands"
    return {path.stem for path in folder.glob("*.py")} - {"__init__"}


def parser_of(command):
    parser = load_command_class("kwan", command).create_parser("kwan", command)
    parser.error = lambda message: pytest.fail(f"{command}: {message}")
    return parser


def typed_in(page):
    """The command lines of a page, each as its words: without what stands before `run.py`, and the remark after two spaces."""
    for line in TYPED.findall(tree.text(page)):
        words = re.split(r" {2,}", line)[0].partition("run.py ")[2]
        if "…" not in words:
            yield shlex.split(words)


def without_data(words):
    """The words that a command itself reads: `--data FOLDER` is taken out before."""
    if "--data" not in words:
        return words
    at = words.index("--data")
    assert len(words) > at + 1, words
    return words[:at] + words[at + 2 :]


@pytest.mark.parametrize("page", TOLD, ids=str)
def test_every_command_line_that_is_told_can_be_typed(page):
    for command, *words in typed_in(page):
        if command in NOT_OF_KWAN:
            continue
        assert command in names_of_commands()
        parser_of(command).parse_args(without_data(words))


def test_the_pages_that_tell_commands_do_tell_some():
    told = {words[0] for page in TOLD for words in typed_in(page)}
    assert told - NOT_OF_KWAN == names_of_commands()


def test_every_kwan_command_named_in_a_sentence_exists():
    named = {name for page in PAGES for name in re.findall(r"`kwan ([a-z-]+)", tree.text(page))}
    assert named <= names_of_commands()


def options_there_are():
    of_kwan = {
        option
        for name in names_of_commands()
        for action in parser_of(name)._actions
        for option in action.option_strings
    }
    return of_kwan | {"--data", "--without"}


def test_every_option_named_in_a_sentence_exists():
    named = {name for page in TOLD for name in re.findall(r"`(--[a-z-]+)", tree.text(page))}
    assert named
    assert named <= options_there_are()


def test_every_part_that_may_be_left_out_exists():
    named = {name for page in PAGES for name in re.findall(r"--without ([a-z]+)", tree.text(page))}
    assert named <= {step.name for step in STEPS}


def explained(section):
    """The code words in the middle column of a table of `docs/words.md`."""
    table = tree.text("docs/words.md").partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| [^|]+ \| `([\w.]+)` \| [^|]+ \|$", table, re.MULTILINE)


def test_every_kind_of_entry_is_explained_once():
    assert sorted(explained("Kinds of entries")) == sorted(COMMANDS)


def test_every_noun_of_the_rooms_is_explained_once():
    assert sorted(explained("Nouns of the rooms")) == sorted(
        model.__name__ for model in apps.get_app_config("kwan").get_models()
    )


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(path.name[:4]) for path in tree.tracked() if path.parts[:2] == ("docs", "decisions")]
    assert numbers == list(range(1, len(numbers) + 1))
    for path in tree.tracked():
        if path.parts[:2] == ("docs", "decisions"):
            assert tree.text(path).startswith(f"# {int(path.name[:4])}. "), path

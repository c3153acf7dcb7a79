"""The size and the names of things: small functions, short files, rooms that say what they hold."""

import ast
import tomllib

from tests.house import tree

MOST_LINES_OF_A_FUNCTION = 50
MOST_LINES_OF_A_FILE = 300
NAMES_THAT_SAY_NOTHING = {
    "base",
    "common",
    "core",
    "helper",
    "helpers",
    "misc",
    "service",
    "services",
    "util",
    "utils",
}


def functions(path):
    return [
        node
        for node in ast.walk(tree.syntax(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def lines(node):
    return node.end_lineno - node.lineno + 1


def test_no_function_is_longer_than_a_screen():
    long = [
        f"{path}:{node.lineno} {node.name} has {lines(node)} lines"
        for path in tree.python_files()
        for node in functions(path)
        if lines(node) > MOST_LINES_OF_A_FUNCTION
    ]
    assert long == []


def test_a_long_file_has_its_reason_written_down():
    reasons = tomllib.loads(tree.text("tests/house/long_files.toml"))
    long = {str(path) for path in tree.python_files() if tree.text(path).count("\n") > MOST_LINES_OF_A_FILE}
    assert long == {path for path, reason in reasons.items() if len(reason) > len("it is long")}


def test_nothing_has_a_name_that_says_nothing():
    named_so = [
        str(path)
        for path in tree.tracked()
        if {part.removesuffix(path.suffix) for part in path.parts} & NAMES_THAT_SAY_NOTHING
        and "templates" not in path.parts  # base.html is Django's own word
    ]
    assert named_so == []


def test_only_the_app_itself_listens_to_signals():
    listening = [
        str(path)
        for path in tree.python_files()
        if path.parts[0] == "src" and path.name != "apps.py" and "django.db.models.signals" in tree.text(path)
    ]
    assert listening == []


def test_no_model_overrides_how_it_is_saved():
    overriding = [
        f"{path}:{node.lineno}"
        for path in tree.python_files()
        if path.parts[:2] == ("src", "kwan")
        for owner in ast.walk(tree.syntax(path))
        if isinstance(owner, ast.ClassDef)
        for node in owner.body
        if isinstance(node, ast.FunctionDef) and node.name == "save"
    ]
    assert overriding == []

"""What may not stand in any file: work put off, addresses of registries, places on somebody's machine."""

import re

from tests.house import tree

# One letter in brackets, so that this file does not find itself.
PUT_OFF = re.compile(r"\b(?:[T]ODO|[F]IXME|[H]ACK)\b")
REGISTRIES = re.compile(
    r"[p]ypi\.org|[p]ythonhosted\.org|[r]egistry\.npmjs|[r]egistry\.yarn|[p]roxy\.golang|/opt/[p]ypi|--index-[u]rl"
)
SOMEBODYS_MACHINE = re.compile(r"(?<![\w.~-])/(?:[w]ork|[r]oot|[h]ome|[U]sers)/\w|[A-Z]:\\[U]sers")


def found(pattern):
    return [
        f"{path}:{number} {line.strip()[:80]}"
        for path, text in tree.text_files().items()
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


def test_nothing_is_put_off_in_a_comment():
    assert found(PUT_OFF) == []


def test_no_file_names_a_registry():
    assert found(REGISTRIES) == []


def test_no_file_leads_to_a_place_on_one_machine():
    assert found(SOMEBODYS_MACHINE) == []


def test_every_file_ends_its_last_line_and_keeps_unix_line_ends():
    untidy = [
        str(path) for path, text in tree.text_files().items() if "\r" in text or (text and text[-1] != "\n")
    ]
    assert untidy == []
